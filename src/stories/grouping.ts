/**
 * Groups articles into stories: agglomerative clustering by average linkage (UPGMA, Sokal and Michener 1958), the most alike
 * first. Two groups become one where the mean likeness over all pairs across them is at least SAME_STORY; no pair counts more
 * than MOST_COUNTED, however alike it is.
 *
 *   a -.6- b -.6- c,  a -.10- c      {a,b} and c: (.30 + .10) / 2 = .20, one story
 *   a -.6- b -.6- c,  a -.00- c      {a,b} and c: (.30 + .00) / 2 = .15, two: b is a digest that tells of both
 *
 * So a chain, each article like the next, makes no story, and which article came first decides nothing.
 */
import type { StoryArticle, SharedText } from './types.js';
import { cosine, directionOf, likeness, nearness, rarity, type TermCounts } from './compare.js';

/** Mean likeness from which two groups are one story. Set by what the measure and real articles showed; see docs/stories.md. */
export const SAME_STORY = 0.16;

/** More likeness than this is wording, and cannot make up for an article that is like nothing of the other group. */
const MOST_COUNTED = 0.3;

/** Likeness of each pair of articles, by their places in the list. */
export type Likenesses = readonly Float64Array[];

const pairKey = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** @param rows only the pairs of the first so many are worked out; the others stay 0 */
export function likenesses(articles: readonly StoryArticle[], shared: readonly SharedText[], counts: TermCounts, rows = articles.length): Likenesses {
  const known = new Map<number, number>();
  const weigh = (key: number): number => {
    let weight = known.get(key);
    if (weight === undefined) known.set(key, (weight = rarity(counts, key)));
    return weight;
  };
  const directions = articles.map(({ terms }) => directionOf(terms, weigh));
  const statements = articles.map(({ statementIds }) => new Set(statementIds));
  const containment = new Map<string, number>();
  for (const text of shared) containment.set(pairKey(text.a, text.b), Math.max(text.aInB, text.bInA));

  const table = articles.map(() => new Float64Array(articles.length));
  for (let i = 0; i < articles.length; i++) {
    for (let j = 0; j < Math.min(i, rows); j++) {
      const near = nearness(articles[i].publishedAt, articles[j].publishedAt);
      if (near === 0) continue;
      let common = 0;
      for (const id of statements[i]) if (statements[j].has(id)) common++;
      const copied = containment.get(pairKey(articles[i].id, articles[j].id)) ?? 0;
      table[i][j] = table[j][i] = likeness(cosine(directions[i], directions[j]), common, copied, near);
    }
  }
  return table;
}

/**
 * @param together groups that stay whole: places in the table, each place in one of them
 * @returns groups of places, ascending
 */
export function grouped(table: Likenesses, together: readonly (readonly number[])[]): number[][] {
  const groups = together.map((places) => [...places]);
  // Sums of likeness over all pairs across two groups: those of a union are the sums of its parts.
  const sums = groups.map((mine) => Float64Array.from(groups, (others) => sumAcross(table, mine, others, 1)));
  const counted = groups.map((mine) => Float64Array.from(groups, (others) => sumAcross(table, mine, others, MOST_COUNTED)));
  const alive = new Set(groups.keys());
  for (;;) {
    let [most, x, y] = [0, -1, -1];
    for (const i of alive) {
      for (const j of alive) {
        if (j >= i) break;
        const pairs = groups[i].length * groups[j].length;
        const mean = sums[i][j] / pairs;
        if (mean > most && counted[i][j] / pairs >= SAME_STORY) [most, x, y] = [mean, i, j];
      }
    }
    if (x < 0) break;
    groups[y].push(...groups[x]);
    alive.delete(x);
    for (const across of [sums, counted]) for (const other of alive) across[y][other] = across[other][y] = across[y][other] + across[x][other];
  }
  return [...alive].map((i) => groups[i].sort((a, b) => a - b));
}

function sumAcross(table: Likenesses, mine: readonly number[], others: readonly number[], most: number): number {
  let sum = 0;
  for (const i of mine) for (const j of others) sum += Math.min(most, table[i][j]);
  return sum;
}
