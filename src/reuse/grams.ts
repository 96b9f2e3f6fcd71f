import type { CountedWord } from './words.js';

/** Words of the grams that the sketch, the likeness of two texts and the search for copied runs go by. */
export const SHORT_GRAM_WORDS = 4;

/** Hashes of every `size` words in a row, in order, unsigned 32 bits. O(words x size). */
export function gramHashes(words: readonly CountedWord[], size: number): Uint32Array {
  const grams = new Uint32Array(Math.max(0, words.length - size + 1));
  for (let i = 0; i < grams.length; i++) {
    let hash = 0;
    for (let k = 0; k < size; k++) hash = (Math.imul(hash, 0x5bd1e995) + words[i + k].form.hash) | 0;
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    grams[i] = hash ^ (hash >>> 16);
  }
  return grams;
}

export class ShortGrams {
  private set: ReadonlySet<number> | null = null;

  constructor(readonly inOrder: Uint32Array) {}

  /** Made when asked for: most texts are looked through once, for the grams of another. */
  get distinct(): ReadonlySet<number> {
    return (this.set ??= new Set(this.inOrder));
  }
}

/** A new article is compared with many others: its grams are worked out once. */
const known = new WeakMap<readonly CountedWord[], ShortGrams>();

/** The grams of SHORT_GRAM_WORDS of a text. */
export function shortGrams(words: readonly CountedWord[]): ShortGrams {
  const made = known.get(words);
  if (made) return made;
  const grams = new ShortGrams(gramHashes(words, SHORT_GRAM_WORDS));
  known.set(words, grams);
  return grams;
}

/** Those of `a` that stand in `b` too. */
export function sharedGrams(a: ShortGrams, b: ShortGrams): Set<number> {
  const shared = new Set<number>();
  const { distinct } = a;
  for (const gram of b.inOrder) if (distinct.has(gram)) shared.add(gram);
  return shared;
}
