import { isDeniedBefore } from './denial.js';
import { speakerRelation } from './speakers.js';
import type { SpeakerRelation } from './speakers.js';
import type { MatchDecision, MatchReason, MatchableQuote, RenderingMatch } from './types.js';
import { WEIGHTS } from './weights.js';
import { bestWordEvidence, prepare, weightOf } from './word-evidence.js';
import { hasContent, overlapOf, sharedTerms, wordingOf } from './wording.js';
import type { Wording } from './wording.js';

/**
 * Are two quotes renderings of one statement?
 *
 *   evidence  = START + speaker + time + words + runs + marked words + numbers + polarity + occasion    (log odds)
 *   score     = 1 / (1 + e^-evidence)                same = score >= SAME_SCORE
 *
 * Each part becomes a reason with its weight in log odds, so that a score can be read.
 */
export const SAME_SCORE = 0.5;
const SAME_LOG_ODDS = Math.log(SAME_SCORE / (1 - SAME_SCORE));

/** Within so many days two reports can be of one occasion; beyond, every 30 days count against. */
const NEAR_DAYS = 10;
const FAR_MOST_MONTHS = 4;
const DAY_MS = 86_400_000;

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

const SPEAKER_MESSAGE: Record<SpeakerRelation, string> = {
  SAME: 'The speaker is the same.',
  COMPATIBLE: 'One name of the speaker holds the other.',
  SPOKEN_FOR: 'One speaker speaks for the other.',
  UNKNOWN: 'The speaker of at least one is not known.',
  DIFFERENT: 'The speakers differ.',
};

function timeReason(days: number | null): MatchReason {
  if (days === null) return { code: 'UNDATED', message: 'At least one is undated.', weight: 0 };
  const shown = days < 1 ? 'on the same day' : `${Math.round(days)} days apart`;
  if (days <= NEAR_DAYS) return { code: 'CLOSE_IN_TIME', message: `Published ${shown}.`, weight: WEIGHTS.perDay * days };
  const months = Math.min(FAR_MOST_MONTHS, (days - NEAR_DAYS) / 30);
  return { code: 'FAR_IN_TIME', message: `Published ${shown}.`, weight: WEIGHTS.perDay * NEAR_DAYS + WEIGHTS.farPerMonth * months };
}

const shareIn = (words: Wording, around: Wording): number => (words.weight === 0 ? 0 : Math.min(1, sharedTerms(words, around).weight / words.weight));

/** Is the occasion the same? What stands around the two, with each other and with the other's words. */
function occasionReasons(a: MatchableQuote, b: MatchableQuote): MatchReason[] {
  const [aroundA, aroundB] = [occasionOf(a), occasionOf(b)];
  const surroundings = overlapOf(aroundA, aroundB);
  const around = Math.max(shareIn(prepare(a.text).wording, aroundB), shareIn(prepare(b.text).wording, aroundA));
  const weight = WEIGHTS.surroundings * surroundings.dice + WEIGHTS.around * around;
  if (weight === 0) return [];
  const named = surroundings.shown.slice(0, 4).join(', ');
  return [{ code: 'OCCASION', message: named === '' ? 'The text around one has words of the other.' : `Around both stand ${named}.`, weight }];
}

/** The most that the occasion can add: dice and share are at most 1. */
const OCCASION_MOST = WEIGHTS.surroundings + WEIGHTS.around;

/** "He denied that he took it" holds "he took it": what denies stands outside. A direct quote is denied by its own words only. */
const isDenied = (quote: MatchableQuote): boolean => quote.kind !== 'DIRECT' && isDeniedBefore(quote.before);

/** All that two quotes say without what stands around them. */
interface Evidence {
  readonly reasons: readonly MatchReason[];
  readonly match: RenderingMatch;
  /** Something that no other evidence outweighs. */
  readonly barred: boolean;
}

function evidenceOf(a: MatchableQuote, b: MatchableQuote, relation: SpeakerRelation): Evidence {
  const [pa, pb] = [prepare(a.text), prepare(b.text)];
  const { overlap, match, opposite, reasons: words } = bestWordEvidence(pa, pb, isDenied(a) !== isDenied(b));
  const reasons: MatchReason[] = [
    { code: relation === 'SPOKEN_FOR' ? 'SPOKEN_FOR' : `${relation}_SPEAKER`, message: SPEAKER_MESSAGE[relation], weight: WEIGHTS.speaker[relation] },
    timeReason(daysBetween(a, b)),
    ...words,
  ];
  const sameWords = match !== 'PARAPHRASE' && hasContent(pa.wording) && overlap.containment >= 0.8;
  const toldApart = a.articleId === b.articleId && a.id !== b.id && !sameWords;
  if (toldApart) reasons.push({ code: 'SAME_ARTICLE', message: 'One article tells them apart.', weight: WEIGHTS.sameArticle });
  return { reasons, match, barred: relation === 'DIFFERENT' || overlap.shared === 0 || toldApart || opposite };
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
