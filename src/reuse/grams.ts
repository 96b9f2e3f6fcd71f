import type { CountedWord } from './words.js';

/** FNV-1a over UTF-16 code units. */
function hashOfWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** Hashes of every `size` words in a row, in order, unsigned 32 bits. O(words x size). */
export function gramHashes(words: readonly CountedWord[], size: number): number[] {
  const hashes = words.map((word) => hashOfWord(word.folded));
  const grams: number[] = [];
  for (let i = 0; i + size <= hashes.length; i++) {
    let hash = 0;
    for (let k = 0; k < size; k++) hash = (Math.imul(hash, 0x5bd1e995) + hashes[i + k]) | 0;
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    grams.push((hash ^ (hash >>> 16)) >>> 0);
  }
  return grams;
}
