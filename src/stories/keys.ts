import { rarity, type TermCounts } from './compare.js';
import type { StoryTerm } from './types.js';

/** Terms by which an article looks for others: two articles of one happening share several of their most telling ones. */
const MOST_KEYS = 24;
/** A term that more articles have than this leads everywhere, and its list would grow with the store. */
const COMMON_TERM_ARTICLES = 2_000;

/** The terms by which to look for articles of the same happening, each with what sharing it says. Those that nobody else has lead nowhere. */
export function searchKeys(terms: readonly StoryTerm[], counts: TermCounts): StoryTerm[] {
  return terms
    .filter(({ key }) => {
      const articles = counts.withTerm.get(key) ?? 0;
      return articles > 1 && articles <= COMMON_TERM_ARTICLES;
    })
    .map(({ key, weight }) => ({ key, weight: weight * rarity(counts, key) }))
    .sort((x, y) => y.weight - x.weight || x.key - y.key)
    .slice(0, MOST_KEYS);
}
