/** How alike two partitions of the same things are. */

/** The group of each thing, in one order for both partitions. */
export type Partition = readonly (number | string)[];

export interface BCubed {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** B-cubed (Bagga and Baldwin 1998): of each thing the share of its group that belongs there, and of what belongs the share that is there; means over all things. */
export function bCubed(found: Partition, truth: Partition): BCubed {
  const sizes = (groups: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
    return counts;
  };
  const [inFound, inTruth, inBoth] = [sizes(found.map(String)), sizes(truth.map(String)), sizes(found.map((group, i) => `${group} ${truth[i]}`))];
  let [precision, recall] = [0, 0];
  for (const [i, group] of found.entries()) {
    const both = inBoth.get(`${group} ${truth[i]}`)!;
    precision += both / inFound.get(String(group))!;
    recall += both / inTruth.get(String(truth[i]))!;
  }
  [precision, recall] = [precision / found.length, recall / found.length];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}
