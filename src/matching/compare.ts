import { isDeniedBefore } from './denial.js';
import { aboutLikeness } from './happening.js';
import { Kept } from './kept.js';
import { MODEL } from './learned.js';
import { weightOf } from './model.js';
import type { Evidence, FeatureValues, PairModel } from './model.js';
import { nameNearBoth } from './named-near.js';
import { sameOccasion } from './occasion.js';
import { speakerRelation } from './speakers.js';
import type { SpeakerRelation } from './speakers.js';
import type { AboutTerm, MatchDecision, MatchableQuote, RenderingMatch } from './types.js';
import { bestWordEvidence, phraseEvidence, prepare } from './word-evidence.js';
import { hasContent, overlapOf, sharedWeight, sharedWords, termsOf } from './wording.js';
import type { Overlap, TermSet } from './wording.js';

/**
 * Are two quotes renderings of one statement?
 *
 *   evidence  = start + speaker + time + words + runs + marked words + numbers + polarity + occasion    (log odds)
 *   score     = 1 / (1 + e^-evidence)                same = score >= SAME_SCORE
 *
 * A logistic regression: each part measures values, and the model (learned.ts) says what they weigh. Each part becomes a
 * reason with its weight in log odds, so that a score can be read.
 */
export const SAME_SCORE = 0.5;
/** A barred pair stays below, whatever its evidence. */
const BARRED_MOST = 0.49;
const SAME_LOG_ODDS = Math.log(SAME_SCORE / (1 - SAME_SCORE));

/** Within so many days two reports can be of one occasion; beyond, every 30 days count against. */
const NEAR_DAYS = 10;
const FAR_MOST_MONTHS = 4;
/** Two articles of one campaign are as alike on any two days: less tells nothing. Of .3, .4 and .45 the best out of fold. */
const LEAST_ABOUT = 0.45;
const DAY_MS = 86_400_000;

/** Surroundings that are kept: who was compared with one of today's quotes is compared with the next. */
const KEPT_SURROUNDINGS = 4_000;

const surroundings = new Kept(KEPT_SURROUNDINGS, termsOf);

const occasionOf = ({ before, after }: MatchableQuote): TermSet => surroundings.of(`${before} ${after}`);

/** Days between two publication dates, or null where one is absent or no date. */
function daysBetween(a: MatchableQuote, b: MatchableQuote): number | null {
  if (a.publishedAt === null || b.publishedAt === null) return null;
  const days = Math.abs(Date.parse(a.publishedAt) - Date.parse(b.publishedAt)) / DAY_MS;
  return Number.isNaN(days) ? null : days;
}

const SPEAKER_MESSAGE: Record<SpeakerRelation, string> = {
  SAME: 'The speaker is the same.',
  COMPATIBLE: 'One name of the speaker holds the other.',
  SPOKEN_FOR: 'One speaker speaks for the other.',
  UNKNOWN: 'The speaker of at least one is not known.',
  DIFFERENT: 'The speakers differ.',
};

const SPEAKER_VALUES: Record<SpeakerRelation, FeatureValues> = { SAME: {}, COMPATIBLE: { compatible: 1 }, SPOKEN_FOR: { spokenFor: 1 }, UNKNOWN: { unknown: 1 }, DIFFERENT: { different: 1 } };

const speakerEvidence = (relation: SpeakerRelation): Evidence => (
  { code: relation === 'SPOKEN_FOR' ? relation : `${relation}_SPEAKER`, message: () => SPEAKER_MESSAGE[relation], values: SPEAKER_VALUES[relation] });

/** Where nobody is known to speak, who stands beside the words? */
function nearEvidence(a: MatchableQuote, b: MatchableQuote, relation: SpeakerRelation): Evidence[] {
  const near = relation === 'UNKNOWN' ? nameNearBoth(a, b) : null;
  return near ? [{ code: 'NAMED_NEAR', message: () => `"${near.name}" speaks, or is named beside the words, in both.`, values: { namedNear: near.closeness } }] : [];
}

function timeEvidence(days: number | null): Evidence {
  if (days === null) return { code: 'UNDATED', message: () => 'At least one is undated.', values: {} };
  const message = (): string => (days < 1 ? 'Published on the same day.' : `Published ${Math.round(days)} days apart.`);
  if (days <= NEAR_DAYS) return { code: 'CLOSE_IN_TIME', message, values: { days: days / NEAR_DAYS } };
  return { code: 'FAR_IN_TIME', message, values: { days: 1, farMonths: Math.min(FAR_MOST_MONTHS, (days - NEAR_DAYS) / 30) } };
}

const shareIn = (words: TermSet, around: TermSet): number => (words.weight === 0 ? 0 : Math.min(1, sharedWeight(words, around) / words.weight));

/**
 * Of the likeness of surroundings, so much counts in full. News around two quotes is seldom more alike unless it is one text;
 * and the less all of this can add at most, the fewer pairs have it looked at.
 */
const SURROUNDINGS_MOST = 0.4;

/** What kind of occasion is named near both? */
function namedOccasionEvidence(a: MatchableQuote, b: MatchableQuote): Evidence[] {
  const name = sameOccasion(a, b);
  return name === null ? [] : [{ code: 'NAMED_OCCASION', message: () => `Near both a kind of occasion is named: ${name}.`, values: { occasion: 1 } }];
}

/** Is the occasion the same? What stands around the two, with each other and with the other's words. */
function surroundingsEvidence(a: MatchableQuote, b: MatchableQuote): Evidence[] {
  const [aroundA, aroundB] = [occasionOf(a), occasionOf(b)];
  const likeness = overlapOf(aroundA, aroundB).dice;
  const around = Math.max(shareIn(prepare(a.text).wording, aroundB), shareIn(prepare(b.text).wording, aroundA));
  if (likeness === 0 && around === 0) return [];
  const message = (): string => {
    const words = sharedWords(aroundA, aroundB).slice(0, 4).join(', ');
    return words === '' ? 'The text around one has words of the other.' : `Around both stand ${words}.`;
  };
  return [{ code: 'OCCASION', message, values: { surroundings: Math.min(1, likeness / SURROUNDINGS_MOST), around } }];
}

function happeningEvidence(a: readonly AboutTerm[], b: readonly AboutTerm[]): Evidence[] {
  const likeness = aboutLikeness(a, b);
  if (likeness <= LEAST_ABOUT) return [];
  return [{ code: 'SAME_HAPPENING', message: () => 'The two articles are about much the same.', values: { happening: Math.min(1, (likeness - LEAST_ABOUT) / (1 - LEAST_ABOUT)) } }];
}

/** What stands around the two, which takes longest to look at. */
const aroundEvidence = (a: MatchableQuote, b: MatchableQuote, relation: SpeakerRelation): Evidence[] => (
  [...nearEvidence(a, b, relation), ...surroundingsEvidence(a, b), ...namedOccasionEvidence(a, b), ...happeningEvidence(a.about, b.about)]);

/** The most that its parts can add, as their values are at most 1: the words around, the occasion with these, and all. */
const WORDS_AROUND_MOST = MODEL.weights.surroundings + MODEL.weights.around;
const OCCASION_MOST = WORDS_AROUND_MOST + MODEL.weights.occasion;
const nearMost = (relation: SpeakerRelation): number => (relation === 'UNKNOWN' ? MODEL.weights.namedNear : 0);
const aroundMost = (relation: SpeakerRelation): number => OCCASION_MOST + MODEL.weights.happening + nearMost(relation);

/** "He denied that he took it" holds "he took it": what denies stands outside. A direct quote is denied by its own words only. */
const isDenied = (quote: MatchableQuote): boolean => quote.kind !== 'DIRECT' && isDeniedBefore(quote.before);

const SAME_ARTICLE = 'SAME_ARTICLE';

/** All that two quotes say without what stands around them. */
export interface Findings {
  readonly relation: SpeakerRelation;
  readonly evidence: readonly Evidence[];
  readonly match: RenderingMatch;
  readonly overlap: Overlap;
  /** What the one that says less says, the other says too. */
  readonly sameContent: boolean;
  readonly toldApart: boolean;
  /** Something that no other evidence outweighs. */
  readonly barred: boolean;
}

/** @param turn one of the two is denied from outside, the other is not */
function findingsOf(a: MatchableQuote, b: MatchableQuote, relation = speakerRelation(a, b), turn = isDenied(a) !== isDenied(b)): Findings {
  const [pa, pb] = [prepare(a.text), prepare(b.text)];
  const { overlap, match, opposite, evidence: words } = bestWordEvidence(pa, pb, turn);
  const evidence = [speakerEvidence(relation), timeEvidence(daysBetween(a, b)), ...words, ...(relation === 'UNKNOWN' ? phraseEvidence(overlap) : [])];
  const sameContent = overlap.containment >= 0.8 && hasContent(pa.wording);
  const toldApart = a.articleId === b.articleId && a.id !== b.id && !(match !== 'PARAPHRASE' && sameContent);
  if (toldApart) evidence.push({ code: SAME_ARTICLE, message: () => 'One article tells them apart.', values: { sameArticle: 1 } });
  return { relation, evidence, match, overlap, sameContent, toldApart, barred: relation === 'DIFFERENT' || overlap.shared === 0 || toldApart || opposite };
}

/** No feature is measured twice. */
const valuesOf = (evidence: readonly Evidence[]): FeatureValues => Object.assign({}, ...evidence.map(({ values }) => values)) as FeatureValues;

function decide(a: MatchableQuote, b: MatchableQuote, { relation, evidence: before, match, barred }: Findings): MatchDecision {
  const evidence = [...before, ...aroundEvidence(a, b, relation)];
  const { score, same } = judgeMeasure({ values: valuesOf(evidence), barred }, MODEL);
  const reasons = evidence.map((one) => ({ code: one.code, message: one.message(), weight: weightOf([one], MODEL) }));
  return { score, same, match: same ? match : null, reasons };
}

/**
 * Compares two quotes. Symmetric. `score` is 0..1 and grows with the evidence that both render one utterance; `reasons`
 * give the parts in log odds. Two different named speakers are never the same; nor are two quotes of one article, unless
 * the same words stand there twice.
 */
export const compareQuotes = (a: MatchableQuote, b: MatchableQuote): MatchDecision => decide(a, b, findingsOf(a, b));

/** The decision where the two are the same, else null: what compareQuotes says, without work that cannot change it. */
export function sameOrNull(a: MatchableQuote, b: MatchableQuote): MatchDecision | null {
  const relation = speakerRelation(a, b);
  if (relation === 'DIFFERENT') return null;
  const findings = findingsOf(a, b, relation);
  if (findings.barred || MODEL.start + weightOf(findings.evidence, MODEL) + aroundMost(relation) < SAME_LOG_ODDS) return null;
  const decision = decide(a, b, findings);
  return decision.same ? decision : null;
}

/** Evidence that may only take away, and needs to know what stands around. */
const POLARITY = 'OTHER_POLARITY';

/**
 * In log odds: from there on nothing more is asked, and two pairs are equally sure. Nearly the same words by one speaker on
 * one day have it.
 */
const SURE_LOG_ODDS = 4;
const scoreAt = (logOdds: number): number => 1 / (1 + Math.exp(-Math.min(SURE_LOG_ODDS, logOdds)));

/** What is known of two quotes before anybody reads what stands around them. */
export type FirstLook =
  | { readonly verdict: 'OTHER' }
  /** The same whatever stands around them, and as sure as any. */
  | { readonly verdict: 'SAME'; readonly score: number }
  | OpenLook;

export interface OpenLook {
  readonly verdict: 'OPEN';
  readonly findings: Findings;
  /** In log odds, what is known for it; what is said against it where only a denial around it could be meant is left out. */
  readonly most: number;
}

const OTHER: FirstLook = { verdict: 'OTHER' };

/** Compares two quotes as far as can be told without what stands around them: `before`, `after` and `about` are not read. */
export function lookFirst(a: MatchableQuote, b: MatchableQuote): FirstLook {
  const relation = speakerRelation(a, b);
  if (relation === 'DIFFERENT') return OTHER;
  // A text denies what it does not quote from outside: that stands around it.
  const isWhole = a.kind === 'DIRECT' && b.kind === 'DIRECT';
  const findings = findingsOf(a, b, relation, false);
  if (isWhole ? findings.barred : findings.overlap.shared === 0 || (findings.toldApart && findings.match === 'PARAPHRASE' && !findings.sameContent)) return OTHER;
  const known = MODEL.start + weightOf(isWhole ? findings.evidence : findings.evidence.filter(({ code }) => code !== POLARITY && code !== SAME_ARTICLE), MODEL);
  if (known + aroundMost(relation) < SAME_LOG_ODDS) return OTHER;
  return isWhole && known >= SURE_LOG_ODDS ? { verdict: 'SAME', score: scoreAt(known) } : { verdict: 'OPEN', findings, most: known };
}

/** Could they be the same, now that it is known what their articles are about? `before` and `after` are not read. */
export const mayStillBeSame = ({ findings, most }: OpenLook, aboutA: readonly AboutTerm[], aboutB: readonly AboutTerm[]): boolean =>
  most + OCCASION_MOST + nearMost(findings.relation) + weightOf(happeningEvidence(aboutA, aboutB), MODEL) >= SAME_LOG_ODDS;

/**
 * The score of two quotes that are the same, as `compareQuotes` has it but for those beyond what is sure, which have all one;
 * null where they are not the same.
 */
export function lookAgain(a: MatchableQuote, b: MatchableQuote, { findings: before }: OpenLook): number | null {
  const findings = isDenied(a) === isDenied(b) ? before : findingsOf(a, b, before.relation, true);
  if (findings.barred) return null;
  let known = MODEL.start + weightOf(findings.evidence, MODEL);
  if (known >= SURE_LOG_ODDS) return scoreAt(known);
  // What takes least to look at comes first.
  known += weightOf([...happeningEvidence(a.about, b.about), ...nearEvidence(a, b, findings.relation), ...namedOccasionEvidence(a, b)], MODEL);
  if (known + WORDS_AROUND_MOST < SAME_LOG_ODDS) return null;
  known += weightOf(surroundingsEvidence(a, b), MODEL);
  return known >= SAME_LOG_ODDS ? scoreAt(known) : null;
}

/** What a model learns from. */
export interface PairMeasure {
  readonly values: FeatureValues;
  /** Something bars the pair, whatever the values weigh. */
  readonly barred: boolean;
}

export function measurePair(a: MatchableQuote, b: MatchableQuote): PairMeasure {
  const { relation, evidence, barred } = findingsOf(a, b);
  return { values: valuesOf([...evidence, ...aroundEvidence(a, b, relation)]), barred };
}

/** What the model says of a measured pair. */
export function judgeMeasure({ values, barred }: PairMeasure, model: PairModel): { readonly score: number; readonly same: boolean } {
  const score = 1 / (1 + Math.exp(-(model.start + weightOf([{ values }], model))));
  return { score: barred ? Math.min(score, BARRED_MOST) : score, same: score >= SAME_SCORE && !barred };
}
