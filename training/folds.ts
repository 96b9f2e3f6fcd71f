/** Parts of labelled pairs that share no article, so that none is scored by what was learned from its own articles. */

/**
 * For each pair its fold, 0 to `folds` - 1: connected components of articles, dealt largest first into the emptiest fold.
 * Articles that stand in no pair together may share a fold; those that do share one for sure.
 */
export function foldsByArticles(pairs: readonly (readonly [string, string])[], folds: number): number[] {
  const parents = new Map<string, string>();
  const rootOf = (article: string): string => {
    let root = article;
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) root = next;
    return root;
  };
  for (const [a, b] of pairs) parents.set(rootOf(a), rootOf(b));
  const sizes = new Map<string, number>();
  for (const [a] of pairs) sizes.set(rootOf(a), (sizes.get(rootOf(a)) ?? 0) + 1);
  const filled = new Array<number>(folds).fill(0);
  const foldOf = new Map<string, number>();
  for (const [root, size] of [...sizes].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))) {
    const fold = filled.indexOf(Math.min(...filled));
    filled[fold] += size;
    foldOf.set(root, fold);
  }
  return pairs.map(([a]) => foldOf.get(rootOf(a))!);
}
