import type { CountedWord } from './words.js';

/** Words of the grams that the sketch, the likeness of two texts and the search for copied runs go by. */
export const SHORT_GRAM_WORDS = 4;

/** The hashes of words, in order. */
export function wordHashes(words: readonly CountedWord[]): Int32Array {
  const hashes = new Int32Array(words.length);
  for (let i = 0; i < hashes.length; i++) hashes[i] = words[i].form.hash;
  return hashes;
}

/** Hashes of every `size` words in a row, in order, unsigned 32 bits. O(words x size). */
export function gramHashes(words: Int32Array, size: number): Uint32Array {
  const grams = new Uint32Array(Math.max(0, words.length - size + 1));
  for (let i = 0; i < grams.length; i++) {
    let hash = 0;
    for (let k = 0; k < size; k++) hash = (Math.imul(hash, 0x5bd1e995) + words[i + k]) | 0;
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    grams[i] = hash ^ (hash >>> 16);
  }
  return grams;
}

/** A text's words, and every SHORT_GRAM_WORDS of them in a row, as hashes. */
export class Hashed {
  readonly words: Int32Array;
  readonly grams: Uint32Array;
  private set: ReadonlySet<number> | null = null;

  constructor(words: readonly CountedWord[]) {
    this.words = wordHashes(words);
    this.grams = gramHashes(this.words, SHORT_GRAM_WORDS);
  }

  /** Signed, as small integers are handled faster. Made when asked for: most texts are looked through once, for the grams of another. */
  get distinct(): ReadonlySet<number> {
    if (this.set) return this.set;
    const distinct = new Set<number>();
    for (const gram of this.grams) distinct.add(gram | 0);
    this.set = distinct;
    return distinct;
  }

  /** Those of the other's grams that stand here too, signed. */
  shared({ grams }: Hashed): Set<number> {
    const { distinct } = this;
    const shared = new Set<number>();
    for (const gram of grams) if (distinct.has(gram | 0)) shared.add(gram | 0);
    return shared;
  }
}

/** A new article is compared with many others: its hashes are worked out once. */
const known = new WeakMap<readonly CountedWord[], Hashed>();

export function hashed(words: readonly CountedWord[]): Hashed {
  const made = known.get(words) ?? new Hashed(words);
  known.set(words, made);
  return made;
}
