import { cosine, directionOf } from './compare.js';
import type { SharedText, StoryArticle } from './types.js';

/** Behind all dates. */
const UNDATED = '\uffff';
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The article that stands for a story: the one that holds most of the others, that is, the highest mean over them of the
 * share of their statements, the share of their text and the likeness of terms, each counting the same. Of equal ones the
 * earliest, then the one with more statements, then the lowest id. How rare terms are is left out: it changes with every
 * article that comes in, and the answer shall not. Throws RangeError on no articles.
 */
export function representativeOf(articles: readonly StoryArticle[], shared: readonly SharedText[]): number {
  if (articles.length === 0) throw new RangeError('A story has at least one article.');
  const directions = articles.map(({ terms }) => directionOf(terms, () => 1));
  const placeOf = new Map(articles.map(({ id }, i) => [id, i]));
  /** By holder, then held: the share of the held one's text. */
  const held = articles.map(() => new Float64Array(articles.length));
  for (const { a, b, aInB, bInA } of shared) {
    const [i, j] = [placeOf.get(a), placeOf.get(b)];
    if (i === undefined || j === undefined) continue;
    held[j][i] = aInB;
    held[i][j] = bInA;
  }
  const holds = articles.map((article, i) => {
    const own = new Set(article.statementIds);
    let sum = 0;
    for (const [j, other] of articles.entries()) {
      if (j === i) continue;
      const common = other.statementIds.filter((id) => own.has(id)).length;
      sum += cosine(directions[i], directions[j]) + held[i][j] + (common === 0 ? 0 : common / other.statementIds.length);
    }
    return Number(sum.toFixed(DIGITS));
  });
  const order = articles.map((_, i) => i).sort((x, y) =>
    holds[y] - holds[x] ||
    byText(articles[x].publishedAt ?? UNDATED, articles[y].publishedAt ?? UNDATED) ||
    articles[y].statementIds.length - articles[x].statementIds.length ||
    articles[x].id - articles[y].id);
  return articles[order[0]].id;
}

/** Sums taken in another order differ behind this digit. */
const DIGITS = 9;
