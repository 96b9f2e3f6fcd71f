import { gramsOf, SHORT_GRAM_WORDS } from './grams.js';
import type { Grams } from './grams.js';
import { GAP_WORDS, grown, isEqual, isSlip } from './grow.js';
import type { EqualRun, Sides } from './grow.js';
import type { IntSet } from './int-set.js';
import type { WordForm } from './word-forms.js';
import type { CountedWords } from './words.js';

/** Runs that follow each other closely in both texts: one copied stretch with small changes. */
export type Chain = readonly EqualRun[];

/**
 * Runs are looked for in this order, each round in the words that the last has left, so that a set phrase does not take
 * the words of a copied paragraph. The last is the shortest run that a copied stretch can grow from.
 */
const ROUNDS_LEAST_WORDS = [24, 8, SHORT_GRAM_WORDS] as const;
/** A frequent seed is tried at so many places, and at so many after the last match: repetitive text stays linear. */
const PLACES_TRIED = 8;
/** A stretch holds so many words in a row that are the same in both, but for slips of a letter. */
const LEAST_CORE_WORDS = 8;
/** Between words that are the same on both sides, a shorter word with a letter changed is a misprint too. */
const MISPRINT_LEAST_LETTERS = 3;

const firstAtOrAfter = (sorted: readonly number[], least: number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** A number for `size` words in a row. Others may have it too: what a seed finds is read word by word. */
function seedAt(words: Int32Array, at: number, size: number): number {
  let key = 0;
  for (let k = 0; k < size; k++) key = (Math.imul(key, 0x5bd1e995) ^ words[at + k]) | 0;
  return key;
}

/** The places of every `size` words in a row that begin where a run may, ascending. */
function seedPlaces(words: Int32Array, size: number, mayBegin: Uint8Array): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let i = 0; i + size <= words.length; i++) {
    if (mayBegin[i] === 0) continue;
    const key = seedAt(words, i, size);
    const known = places.get(key);
    if (known) known.push(i);
    else places.set(key, [i]);
  }
  return places;
}

/**
 * Finds the runs of at least `least` equal, untaken words, read along the first text: at each place the longest run that
 * begins there (among equals the one that goes on from the last match), then on from its end. Takes their words.
 * O(words x (least + PLACES_TRIED)).
 */
function takeRuns(sides: Sides, least: number, beginA: Uint8Array, beginB: Uint8Array): EqualRun[] {
  const { a, b, takenA, takenB } = sides;
  const places = seedPlaces(b, least, beginB);
  const runs: EqualRun[] = [];
  let expected = 0;
  for (let i = 0; i + least <= a.length; ) {
    const found = beginA[i] === 1 && takenA[i] === 0 ? places.get(seedAt(a, i, least)) : undefined;
    let best: EqualRun | null = null;
    if (found) {
      const ahead = firstAtOrAfter(found, expected);
      for (const at of new Set([...found.slice(ahead, ahead + PLACES_TRIED), ...found.slice(0, PLACES_TRIED)])) {
        let length = 0;
        while (isEqual(sides, i + length, at + length) && takenA[i + length] === 0 && takenB[at + length] === 0) length++;
        if (length >= least && (best === null || length > best.length)) best = { a: i, b: at, length };
      }
    }
    if (best === null) {
      i++;
      continue;
    }
    takenA.fill(1, best.a, best.a + best.length);
    takenB.fill(1, best.b, best.b + best.length);
    runs.push(best);
    i += best.length;
    expected = best.b + best.length;
  }
  return runs;
}

/**
 * The runs of equal words of two texts with what grows on them, in the order of the first. Each word of either stands in at most one.
 * What a round finds grows before the next begins: the words between long runs are theirs, whatever phrase they make.
 */
function alignedRuns(sides: Sides, beginA: Uint8Array, beginB: Uint8Array): EqualRun[] {
  return ROUNDS_LEAST_WORDS.flatMap((least) => {
    const runs = takeRuns(sides, least, beginA, beginB);
    return [...runs, ...grown(sides, runs)];
  }).sort((x, y) => x.a - y.a);
}

/** Where grams of the set stand. */
function places({ inOrder }: Grams, shared: IntSet): Uint8Array {
  const found = new Uint8Array(inOrder.length);
  for (let i = 0; i < inOrder.length; i++) if (shared.has(inOrder[i] | 0)) found[i] = 1;
  return found;
}

/**
 * Copied stretches of two word sequences, in the order of the first: runs with what stands the same between and around them,
 * word by word, joined over small changes. O(words).
 *
 * @param shared grams that both have: every run begins with one, and most texts share a few turns of phrase at most
 */
export function chainsOf(wordsA: CountedWords, wordsB: CountedWords, shared: IntSet): Chain[] {
  if (shared.size === 0) return [];
  const sides: Sides = {
    a: wordsA.hashes, b: wordsB.hashes, formsA: wordsA.forms, formsB: wordsB.forms, takenA: new Uint8Array(wordsA.length), takenB: new Uint8Array(wordsB.length),
  };
  const chains: EqualRun[][] = [];
  for (const run of alignedRuns(sides, places(gramsOf(wordsA), shared), places(gramsOf(wordsB), shared))) {
    const last = chains.at(-1)?.at(-1);
    const gapA = last ? run.a - last.a - last.length : Infinity;
    const gapB = last ? run.b - last.b - last.length : Infinity;
    if (gapA <= GAP_WORDS && gapB >= 0 && gapB <= GAP_WORDS && !(last && speaksOfOther(sides, last, run))) chains.at(-1)?.push(run);
    else chains.push([run]);
  }
  return chains.filter(hasCore);
}

/** A name for a name, or a figure for a figure: the one text does not say what the other does, be it a pattern or other news. */
function speaksOfOther({ formsA, formsB }: Sides, last: EqualRun, next: EqualRun): boolean {
  const tells = (forms: readonly WordForm[], from: number, to: number): boolean => {
    for (let i = from; i < to; i++) if (forms[i].telling) return true;
    return false;
  };
  // One misprinted name, though too short to be known as such by itself.
  if (next.a - last.a - last.length === 1 && next.b - last.b - last.length === 1 && isSlip(formsA[next.a - 1].folded, formsB[next.b - 1].folded, MISPRINT_LEAST_LETTERS)) return false;
  return tells(formsA, last.a + last.length, next.a) && tells(formsB, last.b + last.length, next.b);
}

/** Sentences made to one pattern have names and figures every few words: only what goes on longer than that speaks of a copy. */
function hasCore(chain: Chain): boolean {
  let [words, endA, endB] = [0, -1, -1];
  for (const run of chain) {
    words = run.a === endA && run.b === endB ? words + run.length : run.length;
    if (words >= LEAST_CORE_WORDS) return true;
    [endA, endB] = [run.a + run.length, run.b + run.length];
  }
  return false;
}
