/** Measures what an article's text has in common with others, outside quotation marks and boilerplate. */
import type { ReuseFields, WriteStore } from '../domain/write-store.js';
import { compareTexts, fingerprint } from '../reuse/index.js';
import type { ReuseComparison, ReuseText } from '../reuse/types.js';
import { quotedSpans } from '../text/quotation.js';
import { mergeSpans, sameSpans, type Span } from '../text/spans.js';
import { takeTurns } from './turns.js';

/** Articles with which a new one is compared: of those that share fingerprints and those that share statements so many each, those that share most first. */
export const MAX_COMPARED = 200;
/** Articles of the very same text, to which the new one is related without a comparison; and stored partners of a revised one, compared anew. */
export const MAX_RELATED = 1_000;
/** One shared fingerprint already stands for a run of words that chance does not give. */
const MIN_SHARED_FINGERPRINTS = 1;

export const reuseText = (body: string, boilerplate: readonly Span[]): ReuseText => ({ body, excluded: mergeSpans([...boilerplate, ...quotedSpans(body)]) });

/** What measuring needs of an article, worked out before its transaction begins. */
export interface ReuseInput {
  readonly bodyHash: string;
  readonly boilerplate: readonly Span[];
  readonly text: ReuseText;
  readonly hashes: readonly number[];
}

export function prepareReuse(body: string, bodyHash: string, boilerplate: readonly Span[]): ReuseInput {
  const text = reuseText(body, boilerplate);
  return { bodyHash, boilerplate, text, hashes: fingerprint(text) };
}

/**
 * Relates the article to those that share fingerprints or statements with it or are stored as its partners, and stores
 * what they have in common. Its quotes must have been placed before.
 */
export async function measureReuse(tx: WriteStore, articleId: number, input: ReuseInput): Promise<void> {
  await tx.replaceFingerprints(articleId, input.hashes);
  const found = new Map<number, ReuseFields>();

  // 1. The same text elsewhere: one comparison stands for all of them, and what one of them shares with others this one does too.
  const twins = await twinsOf(tx, articleId, input);
  const withTwins = twins.length > 0 ? compareTexts(input.text, input.text) : null;
  for (const twin of twins) keep(found, twin, withTwins);
  for (const shared of twins.length > 0 ? await tx.reuseOf(twins[0]) : []) {
    if (shared.otherId !== articleId && !found.has(shared.otherId)) found.set(shared.otherId, shared);
  }

  // 2. What is left of those that may have something in common.
  const others = await candidatesOf(tx, articleId, input.hashes);
  for (const otherId of others) {
    if (found.has(otherId) || twins.includes(otherId)) continue;
    await takeTurns();
    const [[body], [article]] = [await tx.bodies([otherId]), await tx.articles([otherId])];
    if (body !== null && article) keep(found, otherId, compareTexts(input.text, reuseText(body, article.boilerplate)));
  }
  await tx.replaceReuse(articleId, [...found.values()]);
}

async function twinsOf(tx: WriteStore, articleId: number, { bodyHash, boilerplate }: ReuseInput): Promise<number[]> {
  const ids = (await tx.articlesWithBody(bodyHash, MAX_RELATED + 1)).filter((id) => id !== articleId);
  const articles = await tx.articles(ids);
  return ids.filter((_, i) => sameSpans(articles[i]?.boilerplate ?? [], boilerplate));
}

/** A rewrite shares no run of words, but it shares statements; and what was found once is looked at again. */
async function candidatesOf(tx: WriteStore, articleId: number, hashes: readonly number[]): Promise<Set<number>> {
  const sharing = await tx.articlesSharing(articleId, hashes, MIN_SHARED_FINGERPRINTS, MAX_COMPARED);
  const related = await tx.listArticleOverlaps([articleId], { limit: MAX_COMPARED, backward: false, after: null, before: null });
  const stored = (await tx.reuseOf(articleId)).slice(0, MAX_RELATED);
  return new Set([...sharing, ...(related.get(articleId)?.items ?? []).map((item) => item.record.bId), ...stored.map((reuse) => reuse.otherId)]);
}

function keep(found: Map<number, ReuseFields>, otherId: number, comparison: ReuseComparison | null): void {
  if (!comparison || (comparison.relation === 'UNRELATED' && comparison.passages.length === 0)) return;
  const { relation, passages, containmentAInB, containmentBInA, resemblance, nearDuplicate } = comparison;
  found.set(otherId, { otherId, passages, relation, containmentThisInOther: containmentAInB, containmentOtherInThis: containmentBInA, resemblance, nearDuplicate });
}
