import { gramHashes, gramsOf, SHORT_GRAM_WORDS } from './grams.js';
import type { ReuseText } from './types.js';
import { countedWords } from './words.js';
import type { CountedWords } from './words.js';

/*
 * Two sets of hashes, for two ways in which texts have words in common.
 *
 * Winnowing (Schleimer, Wilkerson and Aiken, 2003). Every GRAM_WORDS words in a row are hashed; of every WINDOW_GRAMS
 * hashes in a row the smallest is kept, the rightmost of equals:
 *
 *   words   w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 ...
 *   grams   [-- g0 ---------]
 *              [-- g1 ---------]
 *   window  min(g0 .. g4), min(g1 .. g5), ...
 *
 * Two texts that share a run of GRAM_WORDS + WINDOW_GRAMS - 1 words share a whole window, hence its minimum.
 *
 * A sketch (Broder, 1997), for bad copies, which share no such run: where one letter in fifty is changed, one word in five is
 * another in either of two copies, and of ten words in a row hardly ever all are left. Of every SHORT_GRAM_WORDS words in a row that
 * hold content the SKETCH_HASHES smallest hashes are kept; they do not hang on what stands around, and sentences that are dropped
 * take only their own along. Two texts of which a share r of such grams is common share a hash with a chance of at least
 * 1 - (1 - r) ^ SKETCH_HASHES: .93 for r = .15, which is what two copies have of which each lost four sentences in ten and every
 * fiftieth letter of the rest.
 */
export const GRAM_WORDS = 6;
const WINDOW_GRAMS = 5;
const SKETCH_HASHES = 16;
/** Words of content in a gram of the sketch: with fewer it is a turn of phrase. */
const SKETCH_LEAST_CONTENT = 3;
/** Words weigh this at least where they are content: below stand those that every article has. */
const CONTENT_WEIGHT = 0.5;

/** Any run of so many counted words that two texts share gives them a hash in common. */
export const GUARANTEED_RUN_WORDS = GRAM_WORDS + WINDOW_GRAMS - 1;

/**
 * The fingerprint of a text: distinct unsigned 32-bit hashes, about one for three counted words, in order of their first
 * place, and behind them those of the sketch, at most SKETCH_HASHES. Texts that share GUARANTEED_RUN_WORDS counted words in a row share at least one hash, whatever stands excluded
 * between those words. A text of fewer than GRAM_WORDS counted words has none. O(length).
 */
export function fingerprint(text: ReuseText): number[] {
  const words = countedWords(text);
  const grams = gramHashes(words.hashes, GRAM_WORDS);
  const kept = new Set<number>();
  const windows = Math.max(1, grams.length - WINDOW_GRAMS + 1);
  for (let from = 0; from < windows && from < grams.length; from++) {
    let least = from;
    for (let at = from + 1; at < from + WINDOW_GRAMS && at < grams.length; at++) if (grams[at] <= grams[least]) least = at;
    kept.add(grams[least]);
  }
  for (const hash of sketch(words)) kept.add(hash);
  return [...kept];
}

function sketch(words: CountedWords): number[] {
  if (words.length < GRAM_WORDS) return [];
  const grams = gramsOf(words).inOrder.filter((_, i) => {
    let content = 0;
    for (let k = i; k < i + SHORT_GRAM_WORDS; k++) if (words.forms[k].weight >= CONTENT_WEIGHT) content++;
    return content >= SKETCH_LEAST_CONTENT;
  });
  const smallest: number[] = [];
  for (const gram of grams.sort()) {
    if (gram !== smallest.at(-1)) smallest.push(gram);
    if (smallest.length === SKETCH_HASHES) break;
  }
  return smallest;
}
