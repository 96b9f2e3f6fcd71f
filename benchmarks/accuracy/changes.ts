/** What a change to the engine gained and lost, attribution by attribution. */
import type { SpanPair } from '../../src/text/spans.js';
import { CONTENT, SPEAKER } from './judge.js';
import type { JudgedArticle, Verdict } from './judge.js';
import { unmatchedContents, unpackContents, unpackVerdicts } from './states.js';

/** content: found or not; extent: exactly or not; unmatched: a prediction that finds nothing. */
export type Aspect = 'content' | 'extent' | 'cue' | 'mention' | 'speaker' | 'unmatched';

export interface Change {
  readonly article: string;
  /** Place among the article's gold attributions; null for an unmatched prediction. */
  readonly gold: number | null;
  /** Content of the gold attribution, or of the prediction. */
  readonly spans: readonly SpanPair[];
  readonly what: readonly Aspect[];
}

export interface Changes {
  readonly gained: readonly Change[];
  readonly lost: readonly Change[];
}

/** States of the articles in the order of the gold file, as states.ts packs them. */
export interface PackedStates {
  readonly verdicts: readonly string[];
  readonly unmatched: readonly string[];
}

/** Wrong is worse than nobody, and nobody than right. */
const rankOfSpeaker = ({ speaker }: Verdict): number => (speaker === SPEAKER.wrong ? 0 : speaker === SPEAKER.right ? 2 : 1);

const RANKS: Readonly<Record<Exclude<Aspect, 'unmatched'>, (verdict: Verdict) => number>> = {
  content: ({ content }) => Number(content >= CONTENT.found),
  extent: ({ content }) => Number(content === CONTENT.exact),
  cue: ({ cue }) => Number(cue),
  mention: ({ mention }) => Number(mention),
  speaker: rankOfSpeaker,
};

/** @returns the aspects in which `now` is above `before` */
export const aspectsBetter = (now: Verdict, before: Verdict): Aspect[] =>
  (Object.keys(RANKS) as (keyof typeof RANKS)[]).filter((aspect) => RANKS[aspect](now) > RANKS[aspect](before));

const touches = (a: readonly SpanPair[], b: readonly SpanPair[]): boolean => a.some(([start, end]) => b.some((other) => start < other[1] && other[0] < end));
const withoutTouching = (contents: readonly (readonly SpanPair[])[], others: readonly (readonly SpanPair[])[]): (readonly SpanPair[])[] =>
  contents.filter((content) => !others.some((other) => touches(content, other)));

/** A prediction that finds nothing is new where it touches none that found nothing before. */
export function changesSince(before: PackedStates, articles: readonly JudgedArticle[]): Changes {
  const [gained, lost]: [Change[], Change[]] = [[], []];
  articles.forEach((judged, i) => {
    const { id, attributions } = judged.article;
    const old = unpackVerdicts(before.verdicts[i]);
    judged.golds.forEach((now, gold) => {
      for (const [list, what] of [[gained, aspectsBetter(now, old[gold])], [lost, aspectsBetter(old[gold], now)]] as const) {
        if (what.length > 0) list.push({ article: id, gold, spans: attributions[gold].content, what });
      }
    });
    const [oldUnmatched, unmatched] = [unpackContents(before.unmatched[i]), unmatchedContents(judged)];
    const changed = (spans: readonly SpanPair[]): Change => ({ article: id, gold: null, spans, what: ['unmatched'] });
    gained.push(...withoutTouching(oldUnmatched, unmatched).map(changed));
    lost.push(...withoutTouching(unmatched, oldUnmatched).map(changed));
  });
  return { gained, lost };
}

/** How many changes touch each aspect. */
export function countAspects(changes: readonly Change[]): Partial<Record<Aspect, number>> {
  const counts: Partial<Record<Aspect, number>> = {};
  for (const aspect of changes.flatMap(({ what }) => what)) counts[aspect] = (counts[aspect] ?? 0) + 1;
  return counts;
}
