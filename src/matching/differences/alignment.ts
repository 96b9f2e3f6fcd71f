/**
 * Which word of one rendering stands for which of the other? One for one, in any order:
 *
 *      a   The mayor will obviously | open the bridge in May     1. runs of the same words, three, then two
 *      b   In May | the mayor will   open the bridge             2. single words by stem, 3. by name root or family,
 *                                                                   each time the one that is nearest to its neighbours'
 *
 * No word is tried at more than MOST_PLACES of the other text, so that the work grows with the words and not their square.
 */
import type { Reading } from './reading.js';

const NONE = -1;
const MOST_PLACES = 16;
const RUN_WORDS = [3, 2] as const;

export interface Alignment {
  /** For each word of `a` its counterpart in `b`, or -1; and the other way round. */
  readonly toB: Int32Array;
  readonly toA: Int32Array;
  /** Is the word somewhere in the other, as a counterpart or as one that stands there for another already? Grammar is. */
  readonly hasA: Uint8Array;
  readonly hasB: Uint8Array;
}

type Places = ReadonlyMap<string, readonly number[]>;

function placesBy(count: number, keysOf: (i: number) => readonly string[]): Places {
  const places = new Map<string, number[]>();
  for (let i = 0; i < count; i++) {
    for (const key of keysOf(i)) {
      const at = places.get(key);
      if (!at) places.set(key, [i]);
      else if (at.length < MOST_PLACES) at.push(i);
    }
  }
  return places;
}

function alignRuns(a: Reading, b: Reading, toB: Int32Array, toA: Int32Array, length: number): void {
  const gram = ({ words }: Reading, i: number): string => words.slice(i, i + length).map((word) => word.folded).join(' ');
  // Two words of grammar in a row ("of the") stand everywhere.
  const tells = (i: number): boolean => length > 2 || a.weights[i] > 0 || a.weights[i + 1] > 0;
  const places = placesBy(Math.max(0, b.words.length - length + 1), (j) => [gram(b, j)]);
  const runFrom = (i: number, j: number): number => {
    let n = 0;
    while (i + n < a.words.length && j + n < b.words.length && toB[i + n] === NONE && toA[j + n] === NONE && a.words[i + n].folded === b.words[j + n].folded) n++;
    return n;
  };
  for (let i = 0; i + length <= a.words.length; i++) {
    if (toB[i] !== NONE || !tells(i)) continue;
    let [best, most] = [NONE, length - 1];
    for (const j of places.get(gram(a, i)) ?? []) {
      const n = runFrom(i, j);
      if (n > most) [best, most] = [j, n];
    }
    if (best === NONE) continue;
    for (let n = 0; n < most; n++) [toB[i + n], toA[best + n]] = [best + n, i + n];
    i += most - 1;
  }
}

/** For each word the place at which its counterpart would stand, by the nearest aligned word before it and after it. */
function expected(toB: Int32Array): { readonly before: Float64Array; readonly after: Float64Array } {
  const [before, after] = [new Float64Array(toB.length).fill(Infinity), new Float64Array(toB.length).fill(Infinity)];
  let last = NONE;
  for (let i = 0; i < toB.length; i++) {
    if (toB[i] !== NONE) last = i;
    else if (last !== NONE) before[i] = toB[last] + i - last;
  }
  let next = NONE;
  for (let i = toB.length - 1; i >= 0; i--) {
    if (toB[i] !== NONE) next = i;
    else if (next !== NONE) after[i] = toB[next] - (next - i);
  }
  return { before, after };
}

function alignSingles(a: Reading, b: Reading, toB: Int32Array, toA: Int32Array, keysOf: (reading: Reading, i: number) => readonly string[]): void {
  const places = placesBy(b.words.length, (j) => (b.weights[j] > 0 ? keysOf(b, j) : []));
  const { before, after } = expected(toB);
  for (let i = 0; i < a.words.length; i++) {
    if (toB[i] !== NONE || a.weights[i] === 0) continue;
    let [best, least] = [NONE, Infinity];
    for (const key of keysOf(a, i)) {
      for (const j of places.get(key) ?? []) {
        if (toA[j] !== NONE) continue;
        const far = Math.min(Math.abs(j - before[i]), Math.abs(j - after[i]), Number.MAX_SAFE_INTEGER);
        if (far < least) [best, least] = [j, far];
      }
    }
    if (best !== NONE) [toB[i], toA[best]] = [best, i];
  }
}

function presence(own: Reading, other: Reading, to: Int32Array): Uint8Array {
  const names = new Set(other.keys.flat());
  return Uint8Array.from(own.words, (_, i) => Number(to[i] !== NONE || own.weights[i] === 0 || own.keys[i].some((key) => names.has(key))));
}

export function align(a: Reading, b: Reading): Alignment {
  const [toB, toA] = [new Int32Array(a.words.length).fill(NONE), new Int32Array(b.words.length).fill(NONE)];
  for (const length of RUN_WORDS) alignRuns(a, b, toB, toA, length);
  alignSingles(a, b, toB, toA, ({ keys }, i) => keys[i].slice(0, 1));
  alignSingles(a, b, toB, toA, ({ keys }, i) => keys[i]);
  return { toB, toA, hasA: presence(a, b, toB), hasB: presence(b, a, toA) };
}

/** The same, with the sides changed. */
export const flipped = ({ toB, toA, hasA, hasB }: Alignment): Alignment => ({ toB: toA, toA: toB, hasA: hasB, hasB: hasA });
