/** What of an article counts when texts are compared. */
import type { BodyMarks, WriteStore } from '../domain/write-store.js';
import type { ReuseText } from '../reuse/types.js';
import { quotedSpans } from '../text/quotation.js';
import { mergeSpans, toPairs, type Span } from '../text/spans.js';

/** @param boilerplate as it was marked and as it was learned */
export const reuseText = (body: string, boilerplate: readonly Span[]): ReuseText => ({ body, excluded: mergeSpans([...boilerplate, ...quotedSpans(body)]) });

/** UTF-16 units of bodies, about 800 articles: with their words and sentences each takes about ten bytes. */
const MAX_KEPT_UNITS = 4_000_000;

/**
 * Texts that were compared last: the news of the day is compared with the news of the day. Kept by what they say and what of it counts,
 * so that another process, or a transaction that is undone, can change nothing that stands here.
 */
class KeptTexts {
  private readonly texts = new Map<string, ReuseText>();
  private units = 0;

  get(key: string): ReuseText | undefined {
    const text = this.texts.get(key);
    if (text) {
      this.texts.delete(key);
      this.texts.set(key, text);
    }
    return text;
  }

  /** What was asked for longest ago goes first where the room ends. */
  keep(key: string, text: ReuseText): void {
    if (this.texts.has(key)) return;
    this.texts.set(key, text);
    this.units += text.body.length;
    for (const [oldKey, old] of this.texts) {
      if (this.units <= MAX_KEPT_UNITS) break;
      this.texts.delete(oldKey);
      this.units -= old.body.length;
    }
  }
}

const kept = new KeptTexts();

const keyOf = ({ bodyHash, boilerplate }: BodyMarks): string => `${bodyHash} ${JSON.stringify(toPairs(boilerplate))}`;

/** To be found by those that are compared with it. */
export const keepText = (marks: BodyMarks, text: ReuseText): void => kept.keep(keyOf(marks), text);

/** What counts of articles, in the order of the ids; null where there is no such article. Bodies are read where they must be. */
export async function textsOf(tx: WriteStore, articleIds: readonly number[]): Promise<(ReuseText | null)[]> {
  const marks = await tx.bodyMarks(articleIds);
  const texts = marks.map((one) => (one ? kept.get(keyOf(one)) ?? null : null));
  const missing = articleIds.flatMap((_, i) => (texts[i] === null && marks[i] ? [i] : []));
  const bodies = missing.length > 0 ? await tx.bodies(missing.map((i) => articleIds[i])) : [];
  for (const [k, i] of missing.entries()) {
    const body = bodies[k];
    if (body === null) continue;
    const text = (texts[i] = reuseText(body, marks[i]!.boilerplate));
    keepText(marks[i]!, text);
  }
  return texts;
}
