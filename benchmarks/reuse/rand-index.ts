const twoOf = (n: number): number => (n * (n - 1)) / 2;

/**
 * How well groups agree with the true ones, corrected for chance (Hubert and Arabie, 1985): 1 the same, 0 as by chance.
 *
 * @param groups of places in `truth`  @param truth the true group of each place
 */
export function adjustedRandIndex(groups: readonly (readonly number[])[], truth: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const group of truth) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  let [both, found] = [0, 0];
  for (const group of groups) {
    const cells = new Map<number, number>();
    for (const place of group) cells.set(truth[place], (cells.get(truth[place]) ?? 0) + 1);
    for (const n of cells.values()) both += twoOf(n);
    found += twoOf(group.length);
  }
  const real = [...sizes.values()].reduce((sum, n) => sum + twoOf(n), 0);
  const expected = (found * real) / twoOf(truth.length);
  const most = (found + real) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}
