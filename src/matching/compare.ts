import { sameQuantity } from '../text/numbers.js';
import type { Quantity } from '../text/numbers.js';
import { speakerRelation } from './speakers.js';
import type { SpeakerRelation } from './speakers.js';
import type { MatchDecision, MatchReason, MatchableQuote, RenderingMatch } from './types.js';
import { hasContent, overlapOf, runsOf, sharedTerms, wordingOf } from './wording.js';
import type { Overlap, Runs, Wording } from './wording.js';

/**
 * Are two quotes renderings of one statement?
 *
 *   evidence  = START + speaker + time + shared words + containment + runs + numbers + polarity + occasion   (log odds)
 *   score     = 1 / (1 + e^-evidence)          same = score >= SAME_SCORE
 *
 * Each part becomes a reason with its weight in log odds (+0.7 doubles the odds). The weights were set by logistic
 * regression over hand-labelled pairs, then rounded by hand; docs/matching.md explains each.
 */
export const SAME_SCORE = 0.5;

const WEIGHTS = {
  start: -5.2,
  speaker: { SAME: 2.2, COMPATIBLE: 1.6, SPOKEN_FOR: 0.6, UNKNOWN: 0, DIFFERENT: -6 } satisfies Record<SpeakerRelation, number>,
  dice: 3.5,
  containment: 2.0,
  /** Per doubling of the shared weight, from one word on. */
  shared: 0.6,
  /** Per word of the longest run over two, up to RUN_MOST words. */
  run: 0.22,
  sameNumber: 0.8,
  otherNumber: -0.8,
  polarity: -1.6,
  occasion: 0.8,
  near: 0,
  farPerMonth: -0.8,
  sameArticle: -4,
} as const;
const RUN_MOST = 10;
const SHARED_MOST = 12;
/** Within so many days two reports can be of one occasion; beyond, every 30 days count against. */
const NEAR_DAYS = 10;
const FAR_MOST_MONTHS = 4;
const DAY_MS = 86_400_000;
const VERBATIM_WORDS = 3;
const NEAR_VERBATIM_COVERAGE = 0.7;

interface Prepared {
  readonly wording: Wording;
  readonly occasion: Wording;
}

/** A quote is compared with many others while an article is read in: its words are worked out once. */
const prepared = new WeakMap<MatchableQuote, Prepared>();

function prepare(quote: MatchableQuote): Prepared {
  const known = prepared.get(quote);
  if (known) return known;
  const made = { wording: wordingOf(quote.text), occasion: wordingOf(`${quote.before} ${quote.after}`) };
  prepared.set(quote, made);
  return made;
}

/** Days between two publication dates, or null where one is absent or no date. */
function daysBetween(a: MatchableQuote, b: MatchableQuote): number | null {
  if (a.publishedAt === null || b.publishedAt === null) return null;
  const days = Math.abs(Date.parse(a.publishedAt) - Date.parse(b.publishedAt)) / DAY_MS;
  return Number.isNaN(days) ? null : days;
}

const words = (count: number): string => (count === 1 ? '1 word' : `${count} words`);

/** How alike two wordings are as words, whoever said them. */
export function matchOf(a: Wording, b: Wording, runs: Runs): RenderingMatch {
  const shorter = Math.min(a.words.length, b.words.length);
  if (runs.whole && (shorter >= VERBATIM_WORDS || a.words.length === b.words.length)) return 'VERBATIM';
  return shorter >= VERBATIM_WORDS && runs.coverage >= NEAR_VERBATIM_COVERAGE ? 'NEAR_VERBATIM' : 'PARAPHRASE';
}

const SPEAKER_MESSAGE: Record<SpeakerRelation, string> = {
  SAME: 'The speaker is the same.',
  COMPATIBLE: 'One name of the speaker holds the other.',
  SPOKEN_FOR: 'One speaker speaks for the other.',
  UNKNOWN: 'The speaker of at least one is not known.',
  DIFFERENT: 'The speakers differ.',
};

const only = (from: readonly Quantity[], other: readonly Quantity[]): Quantity[] => from.filter((q) => !other.some((o) => sameQuantity(q, o)));

function numberReasons(a: Wording, b: Wording): MatchReason[] {
  const shared = a.quantities.filter((q) => b.quantities.some((o) => sameQuantity(q, o)));
  if (shared.length > 0) return [{ code: 'SHARED_NUMBER', message: `Both give ${shared[0].text}.`, weight: WEIGHTS.sameNumber }];
  const [onlyA, onlyB] = [only(a.quantities, b.quantities), only(b.quantities, a.quantities)];
  if (onlyA.length === 0 || onlyB.length === 0) return [];
  return [{ code: 'DIFFERENT_NUMBER', message: `One gives ${onlyA[0].text}, the other ${onlyB[0].text}.`, weight: WEIGHTS.otherNumber }];
}

function timeReason(days: number | null): MatchReason {
  if (days === null) return { code: 'UNDATED', message: 'At least one is undated.', weight: 0 };
  const shown = days < 1 ? 'on the same day' : `${Math.round(days)} days apart`;
  if (days <= NEAR_DAYS) return { code: 'CLOSE_IN_TIME', message: `Published ${shown}.`, weight: WEIGHTS.near };
  const months = Math.min(FAR_MOST_MONTHS, days / 30);
  return { code: 'FAR_IN_TIME', message: `Published ${shown}.`, weight: WEIGHTS.farPerMonth * months };
}

function wordReasons(overlap: Overlap, runs: Runs): MatchReason[] {
  if (overlap.shared === 0) return [{ code: 'NO_SHARED_WORDS', message: 'They share no telling word.', weight: 0 }];
  const reasons = [
    {
      code: 'SHARED_WORDS',
      message: `They share ${overlap.shown.slice(0, 6).join(', ')}.`,
      weight: WEIGHTS.dice * overlap.dice + WEIGHTS.shared * Math.log2(1 + Math.min(SHARED_MOST, overlap.shared)),
    },
    {
      code: 'CONTAINED',
      message: `${Math.round(100 * overlap.containment)} % of what the shorter says is in the other.`,
      weight: WEIGHTS.containment * overlap.containment,
    },
  ];
  if (runs.longest > 2) {
    const weight = WEIGHTS.run * (Math.min(RUN_MOST, runs.longest) - 2);
    reasons.push({ code: 'VERBATIM_RUN', message: `${words(runs.longest)} in a row are the same.`, weight });
  }
  return reasons;
}

/** Does the surrounding of one name what the other says or happened at? A share of the shorter's words, 0..1. */
function occasionShare(a: Prepared, b: Prepared): number {
  const share = (x: Wording, y: Wording): number => (x.weight === 0 ? 0 : Math.min(1, sharedTerms(x, y).weight / x.weight));
  const least = Math.min(a.occasion.weight, b.occasion.weight);
  if (least === 0) return 0;
  return Math.max(share(a.wording, b.occasion), share(b.wording, a.occasion), overlapOf(a.occasion, b.occasion).containment);
}

/**
 * Compares two quotes. Symmetric. `score` is 0..1 and grows with the evidence that both render one utterance; `reasons`
 * give the parts in log odds. Two different named speakers are never the same; nor are two quotes of one article, unless
 * the same words stand there twice.
 */
export function compareQuotes(a: MatchableQuote, b: MatchableQuote): MatchDecision {
  const [pa, pb] = [prepare(a), prepare(b)];
  const relation = speakerRelation(a, b);
  const overlap = overlapOf(pa.wording, pb.wording);
  const runs = runsOf(pa.wording, pb.wording);
  const match = matchOf(pa.wording, pb.wording, runs);
  const reasons: MatchReason[] = [
    { code: relation === 'SPOKEN_FOR' ? 'SPOKEN_FOR' : `${relation}_SPEAKER`, message: SPEAKER_MESSAGE[relation], weight: WEIGHTS.speaker[relation] },
    timeReason(daysBetween(a, b)),
    ...wordReasons(overlap, runs),
    ...numberReasons(pa.wording, pb.wording),
  ];
  if ((pa.wording.denials > 0) !== (pb.wording.denials > 0) && match === 'PARAPHRASE') {
    reasons.push({ code: 'OTHER_POLARITY', message: 'One denies, the other does not.', weight: WEIGHTS.polarity });
  }
  const occasion = occasionShare(pa, pb);
  if (occasion > 0) reasons.push({ code: 'OCCASION', message: 'The text around them has words in common.', weight: WEIGHTS.occasion * occasion });
  const sameWords = match !== 'PARAPHRASE' && hasContent(pa.wording) && overlap.containment >= 0.8;
  if (a.articleId === b.articleId && a.id !== b.id && !sameWords) {
    reasons.push({ code: 'SAME_ARTICLE', message: 'One article tells them apart.', weight: WEIGHTS.sameArticle });
  }
  const evidence = WEIGHTS.start + reasons.reduce((sum, reason) => sum + reason.weight, 0);
  const score = 1 / (1 + Math.exp(-evidence));
  const barred = relation === 'DIFFERENT' || overlap.shared === 0 || reasons.some((reason) => reason.code === 'SAME_ARTICLE');
  const same = score >= SAME_SCORE && !barred;
  return { score: barred ? Math.min(score, SAME_SCORE * 0.98) : score, same, match: same ? match : null, reasons };
}

/**
 * How alike two texts are as wording alone, whoever said them. `score` is 1 for the same words, and at least .5 where one
 * holds the other whole.
 */
export function similarity(textA: string, textB: string): { score: number; match: RenderingMatch } {
  const [a, b] = [wordingOf(textA), wordingOf(textB)];
  const runs = runsOf(a, b);
  const { dice, containment } = overlapOf(a, b);
  const identical = a.words.length === b.words.length && runs.whole;
  const score = identical ? 1 : Math.min(1, 0.5 * dice + 0.25 * containment + 0.25 * runs.coverage);
  return { score, match: matchOf(a, b, runs) };
}
