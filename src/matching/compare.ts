import { sameQuantity } from '../text/numbers.js';
import type { Quantity } from '../text/numbers.js';
import { sentencesOf } from './sentences.js';
import { speakerRelation } from './speakers.js';
import type { SpeakerRelation } from './speakers.js';
import type { MatchDecision, MatchReason, MatchableQuote, RenderingMatch } from './types.js';
import { deniedByOne, hasContent, overlapOf, quotedShared, runsOf, sharedTerms, wordingOf } from './wording.js';
import type { Overlap, Runs, Wording } from './wording.js';

/**
 * Are two quotes renderings of one statement?
 *
 *   evidence  = START + speaker + time + words + runs + marked words + numbers + polarity + occasion    (log odds)
 *   score     = 1 / (1 + e^-evidence)                same = score >= SAME_SCORE
 *
 * Each part becomes a reason with its weight in log odds (+0.7 doubles the odds). The weights were set by hand and checked
 * over hand-labelled pairs of news quotes, each alone; docs/matching.md explains them.
 */
export const SAME_SCORE = 0.5;
const SAME_LOG_ODDS = Math.log(SAME_SCORE / (1 - SAME_SCORE));

const WEIGHTS = {
  start: -5.1,
  speaker: { SAME: 0, COMPATIBLE: -1, SPOKEN_FOR: -1.6, UNKNOWN: -2.4, DIFFERENT: -8 } satisfies Record<SpeakerRelation, number>,
  /** Times the likeness of the words, 0..1. */
  likeness: 8,
  /** Shared weight under THIN_WEIGHT: a word or two may be chance. */
  thin: -1.6,
  /** Per word of the longest run over two, up to RUN_MOST words. */
  run: 0.2,
  whole: 0.4,
  /** Per word that one gives within quotation marks and the other has, up to MARKED_MOST. */
  marked: 0.5,
  convertedNumber: 0.8,
  otherNumber: -0.8,
  polarity: -3.2,
  /** Times the likeness of the surroundings, 0..1. */
  surroundings: 2.4,
  /** Times the share of one's words that stand around the other. */
  around: 0.8,
  /** For one sentence of several: there are more of them to be like something by chance. */
  sentence: -0.8,
  /** Per day apart up to NEAR_DAYS, then per 30 days more. */
  perDay: -0.05,
  farPerMonth: -0.8,
  sameArticle: -4,
} as const;
/** In words: from there on the longer one is also compared sentence by sentence. */
const MUCH_LONGER = 1.4;
/** Weight of shared words below which a single sentence tells nothing. */
const LEAST_SENTENCE_SHARE = 2;
const RUN_MOST = 10;
const MARKED_MOST = 4;
const THIN_WEIGHT = 1.5;
/** Within so many days two reports can be of one occasion; beyond, every 30 days count against. */
const NEAR_DAYS = 10;
const FAR_MOST_MONTHS = 4;
const DAY_MS = 86_400_000;
const VERBATIM_WORDS = 3;
const NEAR_VERBATIM_COVERAGE = 0.7;
/** Where so much is word for word the same, a "not" too many is an editor's. */
const SAME_WORDS_COVERAGE = 0.9;

interface Prepared {
  readonly wording: Wording;
  /** Of each sentence, where there are several. */
  readonly sentences: readonly Wording[];
}

/** Wordings that are kept: as an article is read in, each of its quotes meets many of the same stored ones. */
const KEPT_TEXTS = 4_000;
/** UTF-16 units; longer ones are rare and would fill the memory. */
const KEPT_LENGTH = 2_000;
const prepared = new Map<string, Prepared>();

function prepare({ text }: MatchableQuote): Prepared {
  const known = prepared.get(text);
  if (known) return known;
  const made = { wording: wordingOf(text), sentences: sentencesOf(text).map(wordingOf) };
  if (text.length > KEPT_LENGTH) return made;
  // The oldest goes first: a Map keeps the order of insertion.
  if (prepared.size >= KEPT_TEXTS) prepared.delete(prepared.keys().next().value!);
  prepared.set(text, made);
  return made;
}

const occasions = new WeakMap<MatchableQuote, Wording>();

function occasionOf(quote: MatchableQuote): Wording {
  const known = occasions.get(quote) ?? wordingOf(`${quote.before} ${quote.after}`);
  occasions.set(quote, known);
  return known;
}

/** Days between two publication dates, or null where one is absent or no date. */
function daysBetween(a: MatchableQuote, b: MatchableQuote): number | null {
  if (a.publishedAt === null || b.publishedAt === null) return null;
  const days = Math.abs(Date.parse(a.publishedAt) - Date.parse(b.publishedAt)) / DAY_MS;
  return Number.isNaN(days) ? null : days;
}

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
  if (shared.length > 0) {
    // Equal figures already count as shared words; the same measure in another unit does not.
    const converted = shared.every((q) => !b.quantities.some((o) => o.text === q.text));
    return [{ code: 'SHARED_NUMBER', message: `Both give ${shared[0].text}.`, weight: converted ? WEIGHTS.convertedNumber : 0 }];
  }
  const [onlyA, onlyB] = [only(a.quantities, b.quantities), only(b.quantities, a.quantities)];
  if (onlyA.length === 0 || onlyB.length === 0) return [];
  return [{ code: 'DIFFERENT_NUMBER', message: `One gives ${onlyA[0].text}, the other ${onlyB[0].text}.`, weight: WEIGHTS.otherNumber }];
}

function timeReason(days: number | null): MatchReason {
  if (days === null) return { code: 'UNDATED', message: 'At least one is undated.', weight: 0 };
  const shown = days < 1 ? 'on the same day' : `${Math.round(days)} days apart`;
  if (days <= NEAR_DAYS) return { code: 'CLOSE_IN_TIME', message: `Published ${shown}.`, weight: WEIGHTS.perDay * days };
  const months = Math.min(FAR_MOST_MONTHS, (days - NEAR_DAYS) / 30);
  return { code: 'FAR_IN_TIME', message: `Published ${shown}.`, weight: WEIGHTS.perDay * NEAR_DAYS + WEIGHTS.farPerMonth * months };
}

function wordReasons(a: Wording, b: Wording, overlap: Overlap, runs: Runs): MatchReason[] {
  if (overlap.shared === 0) return [{ code: 'NO_SHARED_WORDS', message: 'They share no telling word.', weight: 0 }];
  const reasons = [{ code: 'SHARED_WORDS', message: `They share ${overlap.shown.slice(0, 6).join(', ')}.`, weight: WEIGHTS.likeness * overlap.likeness }];
  if (overlap.shared < THIN_WEIGHT && !runs.whole) {
    reasons.push({ code: 'FEW_WORDS', message: 'What they share may be chance.', weight: WEIGHTS.thin * (1 - overlap.shared / THIN_WEIGHT) });
  }
  if (runs.longest > 2) {
    const weight = WEIGHTS.run * (Math.min(RUN_MOST, runs.longest) - 2);
    reasons.push({ code: 'VERBATIM_RUN', message: `${runs.longest} words in a row are the same.`, weight });
  }
  if (runs.whole) reasons.push({ code: 'HOLDS_WHOLE', message: 'One holds the other word for word.', weight: WEIGHTS.whole });
  const marked = quotedShared(a, b);
  if (marked.length > 0) {
    const weight = WEIGHTS.marked * Math.min(MARKED_MOST, marked.length);
    reasons.push({ code: 'QUOTED_WORDS', message: `Words that one quotes are in the other: ${[...new Set(marked)].slice(0, 4).join(', ')}.`, weight });
  }
  const denied = runs.coverage < SAME_WORDS_COVERAGE ? deniedByOne(a, b) : null;
  if (denied !== null) reasons.push({ code: 'OTHER_POLARITY', message: `One denies "${denied}", the other does not.`, weight: WEIGHTS.polarity });
  return reasons;
}

const shareIn = (words: Wording, around: Wording): number => (words.weight === 0 ? 0 : Math.min(1, sharedTerms(words, around).weight / words.weight));

/** Is the occasion the same? What stands around the two, with each other and with the other's words. */
function occasionReasons(a: MatchableQuote, b: MatchableQuote): MatchReason[] {
  const [aroundA, aroundB] = [occasionOf(a), occasionOf(b)];
  const surroundings = overlapOf(aroundA, aroundB);
  const around = Math.max(shareIn(prepare(a).wording, aroundB), shareIn(prepare(b).wording, aroundA));
  const weight = WEIGHTS.surroundings * surroundings.dice + WEIGHTS.around * around;
  if (weight === 0) return [];
  const named = surroundings.shown.slice(0, 4).join(', ');
  return [{ code: 'OCCASION', message: named === '' ? 'The text around one has words of the other.' : `Around both stand ${named}.`, weight }];
}

/** The most that the occasion can add: dice and share are at most 1. */
const OCCASION_MOST = WEIGHTS.surroundings + WEIGHTS.around;

interface WordEvidence {
  readonly reasons: readonly MatchReason[];
  readonly overlap: Overlap;
  readonly match: RenderingMatch;
}

function wordEvidence(a: Wording, b: Wording): WordEvidence {
  const [overlap, runs] = [overlapOf(a, b), runsOf(a, b)];
  return { overlap, match: matchOf(a, b, runs), reasons: [...wordReasons(a, b, overlap, runs), ...numberReasons(a, b)] };
}

const weightOf = (reasons: readonly MatchReason[]): number => reasons.reduce((sum, reason) => sum + reason.weight, 0);

/**
 * What the words say: of the two as wholes or, where one holds several sentences and is much longer, of its sentence that
 * is most like the other, whichever says more.
 */
function bestWordEvidence(a: Prepared, b: Prepared): WordEvidence {
  const whole = wordEvidence(a.wording, b.wording);
  const [short, long] = a.wording.words.length <= b.wording.words.length ? [a, b] : [b, a];
  if (long.wording.words.length < MUCH_LONGER * short.wording.words.length || short.sentences.length > 1) return whole;
  let best = whole;
  for (const sentence of long.sentences) {
    const { overlap, match, reasons } = wordEvidence(sentence, short.wording);
    if (overlap.shared < LEAST_SENTENCE_SHARE) continue;
    const found = [...reasons, { code: 'ONE_SENTENCE', message: 'One sentence of the longer one is compared.', weight: WEIGHTS.sentence }];
    if (weightOf(found) > weightOf(best.reasons)) best = { overlap, match, reasons: found };
  }
  return best;
}

/** All that two quotes say without what stands around them. */
interface Evidence {
  readonly reasons: readonly MatchReason[];
  readonly match: RenderingMatch;
  /** Something that no other evidence outweighs. */
  readonly barred: boolean;
}

function evidenceOf(a: MatchableQuote, b: MatchableQuote, relation: SpeakerRelation): Evidence {
  const [pa, pb] = [prepare(a), prepare(b)];
  const { overlap, match, reasons: words } = bestWordEvidence(pa, pb);
  const reasons: MatchReason[] = [
    { code: relation === 'SPOKEN_FOR' ? 'SPOKEN_FOR' : `${relation}_SPEAKER`, message: SPEAKER_MESSAGE[relation], weight: WEIGHTS.speaker[relation] },
    timeReason(daysBetween(a, b)),
    ...words,
  ];
  const sameWords = match !== 'PARAPHRASE' && hasContent(pa.wording) && overlap.containment >= 0.8;
  const toldApart = a.articleId === b.articleId && a.id !== b.id && !sameWords;
  if (toldApart) reasons.push({ code: 'SAME_ARTICLE', message: 'One article tells them apart.', weight: WEIGHTS.sameArticle });
  return { reasons, match, barred: relation === 'DIFFERENT' || overlap.shared === 0 || toldApart };
}

function decide(a: MatchableQuote, b: MatchableQuote, { reasons: before, match, barred }: Evidence): MatchDecision {
  const reasons = [...before, ...occasionReasons(a, b)];
  const score = 1 / (1 + Math.exp(-(WEIGHTS.start + weightOf(reasons))));
  const same = score >= SAME_SCORE && !barred;
  return { score: barred ? Math.min(score, SAME_SCORE * 0.98) : score, same, match: same ? match : null, reasons };
}

/**
 * Compares two quotes. Symmetric. `score` is 0..1 and grows with the evidence that both render one utterance; `reasons`
 * give the parts in log odds. Two different named speakers are never the same; nor are two quotes of one article, unless
 * the same words stand there twice.
 */
export const compareQuotes = (a: MatchableQuote, b: MatchableQuote): MatchDecision => decide(a, b, evidenceOf(a, b, speakerRelation(a, b)));

/** The decision where the two are the same, else null: what compareQuotes says, without work that cannot change it. */
export function sameOrNull(a: MatchableQuote, b: MatchableQuote): MatchDecision | null {
  const relation = speakerRelation(a, b);
  if (relation === 'DIFFERENT') return null;
  const evidence = evidenceOf(a, b, relation);
  if (evidence.barred || WEIGHTS.start + weightOf(evidence.reasons) + OCCASION_MOST < SAME_LOG_ODDS) return null;
  const decision = decide(a, b, evidence);
  return decision.same ? decision : null;
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
