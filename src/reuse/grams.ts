import { IntSet } from './int-set.js';
import type { CountedWords } from './words.js';

/** Words of the grams that the sketch, the likeness of two texts and the search for copied runs go by. */
export const SHORT_GRAM_WORDS = 4;

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

/** Every SHORT_GRAM_WORDS words of a text in a row, as hashes. */
export class Grams {
  /** In order. */
  readonly inOrder: Uint32Array;
  private set: IntSet | null = null;

  constructor(words: CountedWords) {
    this.inOrder = gramHashes(words.hashes, SHORT_GRAM_WORDS);
  }

  /** Made when asked for: most texts are looked through once, for the grams of another. */
  get distinct(): IntSet {
    if (this.set) return this.set;
    const distinct = new IntSet(this.inOrder.length);
    for (let i = 0; i < this.inOrder.length; i++) distinct.add(this.inOrder[i] | 0);
    this.set = distinct;
    return distinct;
  }

  /** Those of the other's grams that stand here too. */
  shared({ inOrder }: Grams): IntSet {
    const { distinct } = this;
    const shared = new IntSet();
    for (let i = 0; i < inOrder.length; i++) if (distinct.has(inOrder[i] | 0)) shared.add(inOrder[i] | 0);
    return shared;
  }
}

/** A new article is compared with many others: its grams are worked out once. */
const known = new WeakMap<CountedWords, Grams>();

export function gramsOf(words: CountedWords): Grams {
  const made = known.get(words) ?? new Grams(words);
  known.set(words, made);
  return made;
}
