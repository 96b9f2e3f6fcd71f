/** What the words of two quotes say, whoever said them and when: words, runs, marked words, numbers, denial. */
import { sameQuantity } from '../text/numbers.js';
import type { Quantity } from '../text/numbers.js';
import { oppositionOf } from './opposition.js';
import type { Opposition } from './opposition.js';
import { Kept } from './kept.js';
import { piecesInMarks, sharedPiece } from './marks.js';
import type { Piece } from './marks.js';
import { sentencesOf } from './sentences.js';
import type { RenderingMatch } from './types.js';
import type { Evidence } from './model.js';
import { isIn, MAX_WORDING_UNITS, overlapOf, quotedShared, runsOf, sharedWords, wordingOf } from './wording.js';
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
  /** What it has in quotation marks. */
  readonly pieces: readonly Piece[];
}

/** Wordings that are kept: as an article is read in, each of its quotes meets many of the same stored ones. */
const KEPT_WORDINGS = 4_000;

const prepared = new Kept(KEPT_WORDINGS, (text): Prepared => {
  let sentences: readonly Wording[] | undefined;
  let pieces: readonly Piece[] | undefined;
  return {
    wording: wordingOf(text),
    get sentences() { return (sentences ??= sentencesOf(text).map(wordingOf)); },
    get pieces() { return (pieces ??= piecesInMarks(text.slice(0, MAX_WORDING_UNITS))); },
  };
});

export const prepare = (text: string): Prepared => prepared.of(text);

/** How alike two wordings are as words, whoever said them. Where one denies what the other says they are not the same words. */
export function matchOf(a: Wording, b: Wording, runs: Runs, opposition: Opposition): RenderingMatch {
  if (opposition.word !== null) return 'PARAPHRASE';
  const shorter = Math.min(a.words.length, b.words.length);
  if (runs.whole && (shorter >= VERBATIM_WORDS || a.words.length === b.words.length)) return 'VERBATIM';
  return shorter >= VERBATIM_WORDS && runs.coverage >= NEAR_VERBATIM_COVERAGE ? 'NEAR_VERBATIM' : 'PARAPHRASE';
}

const only = (from: readonly Quantity[], other: readonly Quantity[]): Quantity[] => from.filter((q) => !other.some((o) => sameQuantity(q, o)));

/** Those that the other does not write so. */
const unwritten = (from: readonly Quantity[], other: readonly Quantity[]): Quantity[] => from.filter((q) => !other.some((o) => o.text === q.text));

function numberEvidence(a: Wording, b: Wording): Evidence[] {
  const shared = a.quantities.filter((q) => b.quantities.some((o) => sameQuantity(q, o)));
  if (shared.length > 0) {
    // Equal figures already count as shared words; the same measure in another unit does not.
    const [newInA, newInB] = [unwritten(a.quantities, b.quantities), unwritten(b.quantities, a.quantities)];
    const converted = newInA.find((q) => newInB.some((o) => sameQuantity(q, o)));
    return [{ code: 'SHARED_NUMBER', message: () => `Both give ${(converted ?? shared[0]).text}.`, values: converted ? { convertedNumber: 1 } : {} }];
  }
  const [onlyA, onlyB] = [only(a.quantities, b.quantities), only(b.quantities, a.quantities)];
  if (onlyA.length === 0 || onlyB.length === 0) return [];
  return [{ code: 'DIFFERENT_NUMBER', message: () => `One gives ${onlyA[0].text}, the other ${onlyB[0].text}.`, values: { otherNumber: 1 } }];
}

/** Two that speak of others in words of one pattern ("We owe that to the people of ..."). One name in common, and other names are parts that one leaves out. */
function nameEvidence(a: Wording, b: Wording): Evidence[] {
  if (a.names.length === 0 || b.names.length === 0 || a.names.some((name) => isIn(name, b)) || b.names.some((name) => isIn(name, a))) return [];
  return [{ code: 'DIFFERENT_NAME', message: () => `One names ${a.names[0].shown}, the other ${b.names[0].shown}.`, values: { otherName: 1 } }];
}

/** Terms as their quotes write them, each once. */
const namesOf = (terms: readonly Term[]): string[] => [...new Map(terms.map((term) => [term.stem, term.shown])).values()];

function termEvidence(a: Wording, b: Wording, overlap: Overlap, runs: Runs, opposition: Opposition): Evidence[] {
  if (overlap.shared === 0) return [{ code: 'NO_SHARED_WORDS', message: () => 'They share no telling word.', values: {} }];
  const { likeness, shared } = overlap;
  const found: Evidence[] = [{ code: 'SHARED_WORDS', message: () => `They share ${sharedWords(a, b).slice(0, 6).join(', ')}.`, values: { likeness } }];
  if (shared < THIN_WEIGHT && !runs.whole) {
    found.push({ code: 'FEW_WORDS', message: () => 'What they share may be chance.', values: { thin: 1 - shared / THIN_WEIGHT } });
  }
  if (runs.longest > 2) {
    const run = (Math.min(RUN_MOST, runs.longest) - 2) / (RUN_MOST - 2);
    found.push({ code: 'VERBATIM_RUN', message: () => `${runs.longest} words in a row are the same.`, values: { run } });
  }
  if (runs.whole) found.push({ code: 'HOLDS_WHOLE', message: () => 'One holds the other word for word.', values: { whole: 1 } });
  const marked = quotedShared(a, b);
  if (marked.length > 0) {
    const values = { marked: Math.min(MARKED_MOST, marked.length) / MARKED_MOST };
    found.push({ code: 'QUOTED_WORDS', message: () => `Words that one quotes are in the other: ${namesOf(marked).slice(0, 4).join(', ')}.`, values });
  }
  if (opposition.word !== null) {
    found.push({ code: 'OTHER_POLARITY', message: () => `One denies "${opposition.word}", the other does not.`, values: { polarity: opposition.share } });
  }
  return found;
}

/** Weight of shared words, some three telling ones: less is a phrase that stands for a thing ("the maternity wing"). */
const PHRASE_WEIGHT = 3;

/** What nobody is known to say may be no utterance: what both have is then the name of a thing. */
export function phraseEvidence({ shared, likeness }: Overlap): Evidence[] {
  if (shared === 0 || shared >= PHRASE_WEIGHT) return [];
  return [{ code: 'PHRASE', message: () => 'What they share is a phrase that nobody may have said.', values: { phrase: likeness * (1 - shared / PHRASE_WEIGHT) } }];
}

export interface WordEvidence {
  readonly evidence: readonly Evidence[];
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
    evidence: [...termEvidence(a, b, overlap, runs, opposition), ...numberEvidence(a, b), ...nameEvidence(a, b)],
  };
}

/** A sentence must be so much more like the other than the whole is: of several, one is alike by chance. */
const SENTENCE_MARGIN = 0.1;

/** Is a telling word in quotation marks in both? Seldom, and without it they have no piece worth looking for. */
function haveWordInMarks(a: Wording, b: Wording): boolean {
  if (a.quoted.size === 0 || b.quoted.size === 0) return false;
  for (const stem of a.quoted) if (b.quoted.has(stem)) return true;
  return false;
}

const SHOWN_WORDS = 8;
function firstWords(text: string): string {
  const words = text.split(/\s+/);
  return words.length <= SHOWN_WORDS ? text : `${words.slice(0, SHOWN_WORDS).join(' ')} …`;
}

/**
 * What the words say: of the two as wholes or, where one holds several sentences and is much longer, of its sentence that
 * is most like the other, if that is more alike; and of the pieces that both quote.
 */
export function bestWordEvidence(a: Prepared, b: Prepared, turn = false): WordEvidence {
  const best = bestOfSentences(a, b, turn);
  const piece = best.overlap.shared > 0 && haveWordInMarks(a.wording, b.wording) ? sharedPiece(a.pieces, b.pieces) : null;
  if (piece === null) return best;
  return { ...best, evidence: [...best.evidence, { code: 'QUOTED_PIECE', message: () => `Both quote “${firstWords(piece.shown)}”.`, values: { piece: Math.min(1, piece.weight) } }] };
}

function bestOfSentences(a: Prepared, b: Prepared, turn: boolean): WordEvidence {
  const whole = wordEvidence(a.wording, b.wording, turn);
  const [short, long] = a.wording.words.length <= b.wording.words.length ? [a, b] : [b, a];
  if (long.wording.words.length < MUCH_LONGER * short.wording.words.length || short.sentences.length > 1) return whole;
  let [likest, most]: [Wording | null, number] = [null, whole.overlap.likeness + SENTENCE_MARGIN];
  for (const sentence of long.sentences) {
    const { shared, likeness } = overlapOf(sentence, short.wording);
    if (shared >= LEAST_SENTENCE_SHARE && likeness > most) [likest, most] = [sentence, likeness];
  }
  if (!likest) return whole;
  const best = wordEvidence(likest, short.wording, turn);
  return { ...best, evidence: [...best.evidence, { code: 'ONE_SENTENCE', message: () => 'One sentence of the longer one is compared.', values: { sentence: 1 } }] };
}
