/**
 * Groups of near duplicates: whatever a chain of near duplicates joins is one group (single link). That does not glue two stories
 * together, as near duplicates have more than half of both texts in common: a text that was near to two stories would be more than
 * half of the one and more than half of the other. It does keep versions together of which each has lost other sentences.
 *
 * @param items each named once  @param pairs near duplicates; others than the items are passed over
 * @returns groups in the order of their first items, items in the order given; one that is near to none is a group by itself
 */
export function nearDuplicateGroups<T>(items: readonly T[], pairs: Iterable<readonly [T, T]>): T[][] {
  const above = new Map(items.map((item) => [item, item]));
  const top = (item: T): T => {
    let at = item;
    for (let next = above.get(at)!; next !== at; next = above.get(at)!) {
      above.set(at, above.get(next)!);
      at = next;
    }
    return at;
  };
  for (const [a, b] of pairs) if (above.has(a) && above.has(b)) above.set(top(a), top(b));
  const groups = new Map<T, T[]>();
  for (const item of items) {
    const group = groups.get(top(item));
    if (group) group.push(item);
    else groups.set(top(item), [item]);
  }
  return [...groups.values()];
}
