/** Grows runs of equal words over small changes: what an editor or a bad scan left of a copy between and around the runs. */

import type { WordForm } from './word-forms.js';

/** A run of words: `length` words from `a` in one sequence and from `b` in the other. */
export interface EqualRun {
  readonly a: number;
  readonly b: number;
  readonly length: number;
  /** False for one word that differs by a letter; absent for words that are equal. */
  readonly exact?: false;
}

/** Two word sequences, as hashes of the words and as written, and which of their words stand in a run already. */
export interface Sides {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly formsA: readonly WordForm[];
  readonly formsB: readonly WordForm[];
  readonly takenA: Uint8Array;
  readonly takenB: Uint8Array;
}

/** Beyond the end of either nothing is. */
export const isEqual = ({ a, b, formsA, formsB }: Sides, i: number, j: number): boolean =>
  i < a.length && j < b.length && a[i] === b[j] && formsA[i].folded === formsB[j].folded;

/** A change of so many words on either side does not end a stretch. */
export const GAP_WORDS = 6;
/** A word beside no other that is the same says where the texts go on together only where it is so long and the change so small. */
const LONE_WORD_LETTERS = 4;
const LONE_WORD_GAP = 2;
/** Shorter words with one letter changed are as often other words. */
const SLIP_LEAST_LETTERS = 5;

/** The ways over a change, those of the fewest words first, of the same on both sides before others. */
const WAYS: readonly (readonly [number, number])[] = Array.from({ length: (GAP_WORDS + 1) ** 2 }, (_, k): [number, number] => [Math.floor(k / (GAP_WORDS + 1)), k % (GAP_WORDS + 1)])
  .sort(([a1, b1], [a2, b2]) => a1 + b1 - a2 - b2 || Math.abs(a1 - b1) - Math.abs(a2 - b2));

const lettersOf = (word: string): string => word.replace(/\d/g, '');

/** Is one the other with a letter changed, left out or put in, or with two neighbours changed about? Another figure is none ("5th", "6th"), a letter in a figure is. O(letters). */
export function isSlip(x: string, y: string, leastLetters = SLIP_LEAST_LETTERS): boolean {
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length < leastLetters || long.length - short.length > 1 || x === y) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  let end = 0;
  while (end < short.length - from && short[short.length - 1 - end] === long[long.length - 1 - end]) end++;
  const differing = long.length - from - end;
  const isSwap = differing === 2 && x.length === y.length && x[from] === y[from + 1] && x[from + 1] === y[from];
  if (differing > 1 && !isSwap) return false;
  return !/\d/.test(x) || !/\d/.test(y) || lettersOf(x) !== lettersOf(y);
}

/**
 * From the end of each run on, and from its beginning back: the next place within GAP_WORDS changed words where the texts are the
 * same again, for two words in a row or for one that stands right behind a small change; and on from there. Takes those words.
 *
 *   a  the [council closed the] old [bridge]  [on Monday]  after
 *   b  the [council closed the] new [brigde]  [on Monday]  before
 *
 * O(words): every step takes a word or ends its run.
 */
export function grown(sides: Sides, seeds: readonly EqualRun[]): EqualRun[] {
  const more: EqualRun[] = [];
  for (const seed of seeds) {
    growOn(sides, seed.a + seed.length - 1, seed.b + seed.length - 1, 1, more);
    growOn(sides, seed.a, seed.b, -1, more);
  }
  return more;
}

function growOn(sides: Sides, fromA: number, fromB: number, step: 1 | -1, found: EqualRun[]): void {
  for (let [i, j] = [fromA + step, fromB + step]; ; ) {
    const way = wayOver(sides, i, j, step);
    if (!way) return;
    [i, j] = [i + way[0] * step, j + way[1] * step];
    sides.takenA[i] = 1;
    sides.takenB[j] = 1;
    found.push(isEqual(sides, i, j) ? { a: i, b: j, length: 1 } : { a: i, b: j, length: 1, exact: false });
    [i, j] = [i + step, j + step];
  }
}

function wayOver(sides: Sides, i: number, j: number, step: 1 | -1): readonly [number, number] | null {
  for (const way of WAYS) {
    const [x, y] = [i + way[0] * step, j + way[1] * step];
    if (!isSame(sides, x, y)) continue;
    const lone = way[0] === way[1] && way[0] <= LONE_WORD_GAP && sides.formsA[x].folded.length >= LONE_WORD_LETTERS;
    if (way[0] + way[1] === 0 || lone || isSame(sides, x + step, y + step)) return isFree(sides.takenA, i, x, step) && isFree(sides.takenB, j, y, step) ? way : null;
  }
  return null;
}

/** Equal or but a slip apart, and in no run yet. */
const isSame = (sides: Sides, x: number, y: number): boolean =>
  x >= 0 && y >= 0 && x < sides.a.length && y < sides.b.length && sides.takenA[x] === 0 && sides.takenB[y] === 0
  && (isEqual(sides, x, y) || isSlip(sides.formsA[x].folded, sides.formsB[y].folded));

/** Does no other run stand between? Over it a stretch would not be in order. */
function isFree(taken: Uint8Array, from: number, to: number, step: 1 | -1): boolean {
  for (let at = from; at !== to; at += step) if (taken[at] === 1) return false;
  return true;
}
