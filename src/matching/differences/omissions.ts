/**
 * What one rendering has and the other lacks: clauses of which hardly a word stands in the other, neighbours taken together,
 * and within a clause rows of such words where the other has nothing of its own in that place.
 *
 *      a   The bridge, which was built in 1911 by the mill, will open.      clause: nothing of it in b
 *      b   The bridge will open.
 *
 *      a   The bridge with its four iron lamps will open.                   row: nothing in b between "bridge" and "open"
 *      b   The bridge will open.
 */
import type { Span } from '../../text/spans.js';
import type { Alignment } from './alignment.js';
import { stretch, TELLING, withMarks } from './reading.js';
import type { Reading } from './reading.js';

/** Of a clause's weight, how much may stand in the other by chance. */
const CHANCE_SHARE = 0.2;
/** The same of a sentence, which has more words to be alike by chance. */
const SENTENCE_CHANCE_SHARE = 0.25;
/** Content words from which a sentence is looked at as a whole. */
const SENTENCE_WORDS = 4;
/** A clause of less ("he said") tells nothing of its sentence. */
const LEAST_CLAUSE_WEIGHT = 1;
/** Words between two content words side by side, grammar among them. */
const PHRASE_WORDS = 3;
/** What is left out must have so many content words, and such a weight: less is wording. */
const LEAST_WORDS = 3;
const LEAST_WEIGHT = 2;

interface Range {
  /** Words, the last taken in. */
  readonly from: number;
  readonly to: number;
}

type Has = Uint8Array;

function weightsOf(reading: Reading, has: Has, { from, to }: Range): { all: number; lacking: number; words: number } {
  let [all, lacking, words] = [0, 0, 0];
  for (let i = from; i <= to; i++) {
    all += reading.weights[i];
    if (reading.weights[i] === 0 || has[i]) continue;
    lacking += reading.weights[i];
    words++;
  }
  return { all, lacking, words };
}

function rangesOf(numbers: Int32Array): Range[] {
  const ranges: Range[] = [];
  for (let from = 0; from < numbers.length;) {
    let to = from;
    while (to + 1 < numbers.length && numbers[to + 1] === numbers[from]) to++;
    ranges.push({ from, to });
    from = to + 1;
  }
  return ranges;
}

const isEnough = ({ lacking, words }: { lacking: number; words: number }): boolean => words >= LEAST_WORDS && lacking >= LEAST_WEIGHT;

/** Does a phrase of it stand in the other, two content words side by side in both? */
function hasPhrase({ weights }: Reading, toB: Int32Array, { from, to }: Range): boolean {
  let last = -1;
  for (let i = from; i <= to; i++) {
    if (weights[i] <= 0) continue;
    if (last !== -1 && toB[i] !== -1 && toB[last] !== -1 && Math.abs(toB[i] - toB[last]) <= PHRASE_WORDS) return true;
    last = i;
  }
  return false;
}

/** Whole sentences of which hardly a word stands in the other, and no clause for the most part. */
function missingSentences(reading: Reading, { hasA: has, toB }: Alignment): Range[] {
  const clauses = rangesOf(reading.clauses);
  let at = 0;
  return rangesOf(reading.sentences).filter((range) => {
    const { all, lacking, words } = weightsOf(reading, has, range);
    let isThere = false;
    for (; at < clauses.length && clauses[at].to <= range.to; at++) {
      const clause = weightsOf(reading, has, clauses[at]);
      isThere ||= clause.all > LEAST_CLAUSE_WEIGHT && clause.lacking < clause.all / 2;
    }
    return !isThere && !hasPhrase(reading, toB, range) && words >= SENTENCE_WORDS && all - lacking <= SENTENCE_CHANCE_SHARE * all;
  });
}

/** Clauses without counterpart, those in a row as one; each sentence by itself. */
function missingClauses(reading: Reading, { hasA: has, toB }: Alignment, isTold: (i: number) => boolean): Range[] {
  const found: Range[] = [];
  let open = null as Range | null;
  const close = (): void => {
    if (open && isEnough(weightsOf(reading, has, open))) found.push(open);
    open = null;
  };
  for (const clause of rangesOf(reading.clauses)) {
    const { all, lacking } = weightsOf(reading, has, clause);
    if (open && reading.sentences[open.from] !== reading.sentences[clause.from]) close();
    if (isTold(clause.from) || lacking === 0 || all - lacking > CHANCE_SHARE * all || hasPhrase(reading, toB, clause)) {
      // A few words of grammar between two ("and") belong to what is around them.
      if (all > 0) close();
      continue;
    }
    open = { from: open?.from ?? clause.from, to: clause.to };
  }
  close();
  return found;
}

/** Of the weight of a clause, how much of its own the other must have in that place to be taken for a rewording. */
const REWORDED_SHARE = 0.5;

/** Has the other as much of its own in the place of the clause, by the aligned words before it and after it? */
function isRewordedClause(reading: Reading, other: Reading, { toB, hasA, hasB }: Alignment, range: Range): boolean {
  const [before, after] = [nearest(reading, toB, range.from, -1), nearest(reading, toB, range.to, 1)];
  if (before === null && after === null) return false;
  let own = 0;
  for (let j = (before ?? -1) + 1; j < (after ?? other.words.length); j++) if (!hasB[j]) own += other.weights[j];
  return own >= REWORDED_SHARE * weightsOf(reading, hasA, range).lacking;
}

/** Has the other words of its own between the counterparts of the words before and after the row? Then it may say the same in other words. */
function isReworded(reading: Reading, other: Reading, { toB, hasB }: Alignment, { from, to }: Range): boolean {
  const [before, after] = [counterpart(reading, toB, from, -1), counterpart(reading, toB, to, 1)];
  if (before === null && after === null) return true;
  const [first, last] = [before ?? after! - (to - from) - 2, after ?? before! + (to - from) + 2];
  // The order changed: nothing tells where it would stand.
  if (first >= last) return true;
  for (let j = Math.max(0, first); j <= Math.min(last, other.words.length - 1); j++) if (other.weights[j] > 0 && !hasB[j]) return true;
  return false;
}

/** The counterpart of the nearest aligned content word of the sentence, on one side. */
function nearest({ weights, sentences }: Reading, toB: Int32Array, from: number, step: 1 | -1): number | null {
  for (let i = from + step; i >= 0 && i < sentences.length && sentences[i] === sentences[from]; i += step) {
    if (weights[i] > 0 && toB[i] !== -1) return toB[i];
  }
  return null;
}

function counterpart({ weights, words }: Reading, toB: Int32Array, from: number, step: 1 | -1): number | null {
  for (let i = from + step; i >= 0 && i < words.length; i += step) {
    if (weights[i] > 0) return toB[i] === -1 ? null : toB[i];
  }
  return null;
}

function missingRows(reading: Reading, other: Reading, alignment: Alignment, missing: readonly Range[]): Range[] {
  const { hasA: has } = alignment;
  const taken = new Uint8Array(reading.words.length);
  for (const { from, to } of missing) taken.fill(1, from, to + 1);
  const found: Range[] = [];
  let row = null as Range | null;
  const close = (): void => {
    if (row && isEnough(weightsOf(reading, has, row)) && !isReworded(reading, other, alignment, row)) found.push(row);
    row = null;
  };
  for (let i = 0; i < reading.words.length; i++) {
    if (taken[i] || (row && reading.sentences[i] !== reading.sentences[row.from])) close();
    if (taken[i] || reading.weights[i] === 0) continue;
    if (has[i]) close();
    else row = { from: row?.from ?? i, to: i };
  }
  close();
  return found;
}

/** The stretches of the first text that the second lacks, in the order of the text. */
export function omissions(reading: Reading, other: Reading, alignment: Alignment): Span[] {
  // What stands beyond the part of the other that was read is not missing.
  if (other.isCut || other.words.length === 0) return [];
  const whole = missingSentences(reading, alignment);
  const told = new Set(whole.map(({ from }) => reading.sentences[from]));
  const clauses = missingClauses(reading, alignment, (i) => told.has(reading.sentences[i])).filter((range) => !isRewordedClause(reading, other, alignment, range));
  const telling = [...whole, ...clauses].filter(({ from, to }) => reading.weights.slice(from, to + 1).some((weight) => weight > TELLING));
  const rows = missingRows(reading, other, alignment, telling);
  return [...telling, ...rows].sort((x, y) => x.from - y.from).map(({ from, to }) => withMarks(reading.text, stretch(reading, from, to)));
}
