import { gramHashes } from './grams.js';
import type { ReuseText } from './types.js';
import { countedWords } from './words.js';

/*
 * Winnowing (Schleimer, Wilkerson and Aiken, 2003). Every GRAM_WORDS words in a row are hashed; of every WINDOW_GRAMS
 * hashes in a row the smallest is kept, the rightmost of equals:
 *
 *   words   w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 ...
 *   grams   [-- g0 ---------]
 *              [-- g1 ---------]
 *   window  min(g0 .. g4), min(g1 .. g5), ...
 *
 * Two texts that share a run of GRAM_WORDS + WINDOW_GRAMS - 1 words share a whole window, hence its minimum.
 */
export const GRAM_WORDS = 6;
const WINDOW_GRAMS = 5;
/** Any run of so many counted words that two texts share gives them a hash in common. */
export const GUARANTEED_RUN_WORDS = GRAM_WORDS + WINDOW_GRAMS - 1;

/**
 * The fingerprint of a text: distinct unsigned 32-bit hashes, about one for three counted words, in order of their first
 * place. Texts that share GUARANTEED_RUN_WORDS counted words in a row share at least one hash, whatever stands excluded
 * between those words. A text of fewer than GRAM_WORDS counted words has none. O(length).
 */
export function fingerprint(text: ReuseText): number[] {
  const grams = gramHashes(countedWords(text), GRAM_WORDS);
  const kept = new Set<number>();
  const windows = Math.max(1, grams.length - WINDOW_GRAMS + 1);
  for (let from = 0; from < windows && from < grams.length; from++) {
    let least = from;
    for (let at = from + 1; at < from + WINDOW_GRAMS && at < grams.length; at++) if (grams[at] <= grams[least]) least = at;
    kept.add(grams[least]);
  }
  return [...kept];
}
