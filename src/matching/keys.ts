import { hash32 } from '../text/hash.js';
import { wordingOf } from './wording.js';

/** At most so many keys a quote, so that the index of a million quotes stays small. */
export const MOST_TERM_KEYS = 32;
export const MOST_SHINGLE_KEYS = 16;
/** Frequent words would bring half the index as candidates; they count in shingles only. */
export const LEAST_KEY_WEIGHT = 0.5;

/**
 * Keys by which quotes that may render one statement find each other: distinct unsigned 32-bit numbers, at most 48.
 * One for each telling stem and each name root and word family (heaviest terms first), one for each pair of neighbouring
 * content stems. Two renderings of an utterance share at least two where they share two telling words.
 */
export function matchKeys(text: string): number[] {
  const wording = wordingOf(text);
  const terms = [...wording.terms.values()].filter((term) => term.weight >= LEAST_KEY_WEIGHT).sort((x, y) => y.weight - x.weight);
  const keys = new Set<number>();
  const kin = terms.flatMap((term) => term.kin);
  for (const key of [...terms.map((term) => `t:${term.stem}`), ...kin]) {
    if (keys.size >= MOST_TERM_KEYS) break;
    keys.add(hash32(key));
  }
  const most = keys.size + MOST_SHINGLE_KEYS;
  for (let i = 0; i + 1 < wording.order.length && keys.size < most; i++) {
    const [x, y] = [wording.order[i], wording.order[i + 1]];
    // Translators swap neighbours ("legal assessment", "assess legally"): the order inside a pair is not kept.
    keys.add(hash32(x < y ? `s:${x} ${y}` : `s:${y} ${x}`));
  }
  return [...keys];
}
