/** The usual way to find near duplicates, to be better than: MinHash (Broder, 1997) over shingles of words, single link at a threshold. */
import { nearDuplicateGroups } from '../../src/reuse/index.js';
import { everyTwo } from './newsdesk.js';
import { adjustedRandIndex } from './rand-index.js';

const SHINGLE_WORDS = 5;
const HASHES = 128;

/** FNV-1a, with a seed stirred in. */
function hashOf(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1);
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function signature(text: string): number[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const shingles = Array.from({ length: Math.max(1, words.length - SHINGLE_WORDS + 1) }, (_, i) => words.slice(i, i + SHINGLE_WORDS).join(' '));
  return Array.from({ length: HASHES }, (_, seed) => Math.min(...shingles.map((shingle) => hashOf(shingle, seed))));
}

/** The best adjusted Rand index that any threshold gives: chosen with the truth at hand, as nobody could. */
export function bestOfMinHash(texts: readonly string[], truth: readonly number[]): { index: number; threshold: number } {
  const signatures = texts.map(signature);
  const pairs = everyTwo(texts.length).map(([a, b]) => ({ a, b, equal: signatures[a].filter((hash, i) => hash === signatures[b][i]).length }));
  let best = { index: -1, threshold: 0 };
  for (let least = 1; least <= HASHES; least++) {
    const groups = nearDuplicateGroups(texts.map((_, i) => i), pairs.filter(({ equal }) => equal >= least).map(({ a, b }) => [a, b] as const));
    const index = adjustedRandIndex(groups, truth);
    if (index > best.index) best = { index, threshold: least / HASHES };
  }
  return best;
}
