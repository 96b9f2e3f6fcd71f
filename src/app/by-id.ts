/** The records behind some ids, nulls and repeats aside, by the id that was asked for: one look-up, none for no ids. */
export async function byId<R>(ids: readonly (number | null)[], load: (ids: number[]) => Promise<(R | null)[]>): Promise<Map<number, R>> {
  const wanted = [...new Set(ids.filter((id): id is number => id !== null))];
  const records = wanted.length === 0 ? [] : await load(wanted);
  return new Map(wanted.flatMap((id, i) => (records[i] === null ? [] : [[id, records[i]] as [number, R]])));
}
