import type { ReadStore } from '../domain/read-store.js';
import type { RecordType } from '../domain/records.js';

const BATCH = 10_000;

/** How many records of the types there are: what the time left is reckoned from. */
export async function countRecords(store: ReadStore, types: readonly RecordType[]): Promise<number> {
  let count = 0;
  for (const type of types) {
    for (let after: number | undefined = 0; after !== undefined; ) {
      const ids: number[] = await store.idsAfter(type, after, BATCH);
      count += ids.length;
      after = ids.at(-1);
    }
  }
  return count;
}
