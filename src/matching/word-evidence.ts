/** What the words of two quotes say, whoever said them and when: words, runs, marked words, numbers, denial. */
import { sameQuantity } from '../text/numbers.js';
import type { Quantity } from '../text/numbers.js';
import { oppositionOf } from './opposition.js';
import type { Opposition } from './opposition.js';
import { sentencesOf } from './sentences.js';
import type { MatchReason, RenderingMatch } from './types.js';
import { WEIGHTS } from './weights.js';
import { overlapOf, quotedShared, runsOf, wordingOf } from './wording.js';
import type { Overlap, Runs, Term, Wording } from './wording.js';

/** In words: from there on the longer one is also compared sentence by sentence. */
const MUCH_LONGER = 1.4;
/** Weight of shared words below which a single sentence tells nothing. */
const LEAST_SENTENCE_SHARE = 2;
const RUN_MOST = 10;
const MARKED_MOST = 4;
const THIN_WEIGHT = 1.5;
const VERBATIM_WORDS = 3;
const NEAR_VERBATIM_COVERAGE = 0.7;
/**
 * When a denial bars, and is not only weighed. Set by hand for caution: of the labelled pairs none is decided by them, as
 * the weight alone keeps those apart. Shares of the weight of words: of the content of the one that says less, how much
 * the other has; and of what both have, how much one denies and the other affirms.
 */
const SAME_CONTENT = 0.75;
const SAME_CONTENT_DENIED = 0.3;
const PARAPHRASE_DENIED = 0.5;

export interface Prepared {
  readonly wording: Wording;
  /** Of each sentence, where there are several. */
  readonly sentences: readonly Wording[];
}

/** Wordings that are kept: as an article is read in, each of its quotes meets many of the same stored ones. */
const KEPT_TEXTS = 4_000;
/** UTF-16 units; longer ones are rare and would fill the memory. */
const KEPT_LENGTH = 2_000;
const prepared = new Map<string, Prepared>();

export function prepare(text: string): Prepared {
  const known = prepared.get(text);
  if (known) return known;
  const made = { wording: wordingOf(text), sentences: sentencesOf(text).map(wordingOf) };
  if (text.length > KEPT_LENGTH) return made;
  // The oldest goes first: a Map keeps the order of insertion.
  if (prepared.size >= KEPT_TEXTS) prepared.delete(prepared.keys().next().value!);
  prepared.set(text, made);
  return made;
}

/** How alike two wordings are as words, whoever said them. Where one denies what the other says they are not the same words. */
export function matchOf(a: Wording, b: Wording, runs: Runs, opposition: Opposition): RenderingMatch {
  if (opposition.word !== null) return 'PARAPHRASE';
  const shorter = Math.min(a.words.length, b.words.length);
  if (runs.whole && (shorter >= VERBATIM_WORDS || a.words.length === b.words.length)) return 'VERBATIM';
  return shorter >= VERBATIM_WORDS && runs.coverage >= NEAR_VERBATIM_COVERAGE ? 'NEAR_VERBATIM' : 'PARAPHRASE';
}

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

/** Terms as their quotes write them, each once. */
const namesOf = (terms: readonly Term[]): string[] => [...new Map(terms.map((term) => [term.stem, term.shown])).values()];

function wordReasons(a: Wording, b: Wording, overlap: Overlap, runs: Runs, opposition: Opposition): MatchReason[] {
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
    reasons.push({ code: 'QUOTED_WORDS', message: `Words that one quotes are in the other: ${namesOf(marked).slice(0, 4).join(', ')}.`, weight });
  }
  if (opposition.word !== null) {
    reasons.push({ code: 'OTHER_POLARITY', message: `One denies "${opposition.word}", the other does not.`, weight: WEIGHTS.polarity * opposition.share });
  }
  return reasons;
}

export interface WordEvidence {
  readonly reasons: readonly MatchReason[];
  readonly overlap: Overlap;
  readonly match: RenderingMatch;
  /** One denies what the other says in the same words. */
  readonly opposite: boolean;
}

/** In the same words any denial tells them apart; in other words it must bear on much of what both say. */
function isOpposite({ certain, share }: Opposition, overlap: Overlap, runs: Runs): boolean {
  if (!certain) return false;
  if (runs.coverage >= NEAR_VERBATIM_COVERAGE) return true;
  return share >= PARAPHRASE_DENIED || (share >= SAME_CONTENT_DENIED && overlap.containment >= SAME_CONTENT);
}

function wordEvidence(a: Wording, b: Wording, turn: boolean): WordEvidence {
  const [overlap, runs, opposition] = [overlapOf(a, b), runsOf(a, b), oppositionOf(a, b, turn)];
  return {
    overlap,
    match: matchOf(a, b, runs, opposition),
    opposite: isOpposite(opposition, overlap, runs),
    reasons: [...wordReasons(a, b, overlap, runs, opposition), ...numberReasons(a, b)],
  };
}

export const weightOf = (reasons: readonly MatchReason[]): number => reasons.reduce((sum, reason) => sum + reason.weight, 0);

/**
 * What the words say: of the two as wholes or, where one holds several sentences and is much longer, of its sentence that
 * is most like the other, whichever says more.
 */
export function bestWordEvidence(a: Prepared, b: Prepared, turn = false): WordEvidence {
  const whole = wordEvidence(a.wording, b.wording, turn);
  const [short, long] = a.wording.words.length <= b.wording.words.length ? [a, b] : [b, a];
  if (long.wording.words.length < MUCH_LONGER * short.wording.words.length || short.sentences.length > 1) return whole;
  let best = whole;
  for (const sentence of long.sentences) {
    const { reasons, ...evidence } = wordEvidence(sentence, short.wording, turn);
    if (evidence.overlap.shared < LEAST_SENTENCE_SHARE) continue;
    const found = [...reasons, { code: 'ONE_SENTENCE', message: 'One sentence of the longer one is compared.', weight: WEIGHTS.sentence }];
    if (weightOf(found) > weightOf(best.reasons)) best = { ...evidence, reasons: found };
  }
  return best;
}

