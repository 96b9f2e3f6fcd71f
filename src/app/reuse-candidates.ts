/** Which articles a text is compared with. */
import type { WriteStore } from '../domain/write-store.js';
import { aboutLikeness } from '../matching/index.js';

/** Articles with which a new one is compared: of those that share fingerprints so many, those that share most first. */
const MAX_BY_TEXT = 40;
/** And of those that share statements. */
const MAX_BY_STATEMENTS = 20;
/** So many of the articles that have a hash are looked at, the latest first, this one among them: what a hundred outlets print is found by the next, and no look-up grows. */
export const ARTICLES_A_HASH = 32;
/** And so many renderings of a statement, the latest by date. */
const RENDERINGS_A_STATEMENT = 64;
/**
 * What the shared hashes of two articles must weigh, where one that n articles have, these two among them, weighs 1/n: one that four
 * have, or eight that everybody has. Less is a phrase that many print.
 */
const LEAST_SHARED_WEIGHT = 0.25;
/**
 * A rewrite has most statements of the other, though not each is known for the same: so many and this share of those of the article
 * with fewer, or half of these. In generated news 240 of 243 rewrites share half of them.
 */
const LEAST_SHARED_STATEMENTS = 2;
const LEAST_STATEMENTS_SHARE = 1 / 3;
const ENOUGH_STATEMENTS_SHARE = 1 / 2;
/** Articles that share fewer are compared where they are so alike in what they are about: 0..1, of `aboutLikeness`. */
const ALIKE_ABOUT = 0.45;

/** @param holders articles that have the hashes of the text, latest first */
export function sharingText(articleId: number, holders: Iterable<readonly number[]>): number[] {
  const shared = new Map<number, { hashes: number; weight: number }>();
  for (const all of holders) {
    const others = all.filter((id) => id !== articleId).slice(0, ARTICLES_A_HASH - 1);
    for (const id of others) {
      const sum = shared.get(id) ?? { hashes: 0, weight: 0 };
      sum.hashes++;
      sum.weight += 1 / (others.length + 1);
      shared.set(id, sum);
    }
  }
  return [...shared].filter(([, { weight }]) => weight >= LEAST_SHARED_WEIGHT)
    .sort(([x, a], [y, b]) => b.hashes - a.hashes || x - y).slice(0, MAX_BY_TEXT).map(([id]) => id);
}

/** A rewrite shares no run of words, but it shares statements. */
export async function sharingStatements(tx: WriteStore, articleId: number): Promise<number[]> {
  const renderers = await tx.renderersOf(articleId, RENDERINGS_A_STATEMENT);
  const shared = new Map<number, number>();
  for (const ids of renderers) for (const id of ids) if (id !== articleId) shared.set(id, (shared.get(id) ?? 0) + 1);
  const found = [...shared].sort(([x, a], [y, b]) => b - a || x - y).slice(0, MAX_BY_STATEMENTS);
  const theirs = await tx.statementsIn(found.map(([id]) => id));
  const isMost = found.map(([, count], i) => count >= (count < LEAST_SHARED_STATEMENTS ? ENOUGH_STATEMENTS_SHARE : LEAST_STATEMENTS_SHARE) * Math.min(renderers.length, theirs[i]));
  const alike = await aboutTheSame(tx, articleId, found.filter((_, i) => !isMost[i]).map(([id]) => id));
  return [...found.filter((_, i) => isMost[i]).map(([id]) => id), ...alike];
}

async function aboutTheSame(tx: WriteStore, articleId: number, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const [mine, ...theirs] = await tx.articleTerms([articleId, ...ids]);
  return ids.filter((_, i) => aboutLikeness(mine, theirs[i]) >= ALIKE_ABOUT);
}
