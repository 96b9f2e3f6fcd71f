/** Records in portions that fit into memory: an article may have 10 MB, and hundreds of them go together. */
import type { ReadStore } from '../domain/read-store.js';

/** UTF-8 bytes of bodies that are held at once; a longer one comes alone. */
export const MAX_BATCH_BYTES = 8 * 1024 * 1024;

/** The articles in their order, as many at a time as their bodies allow. */
export async function articlesBySize(store: ReadStore, ids: readonly number[]): Promise<number[][]> {
  const sizes = await store.bodySizes(ids);
  const batches: number[][] = [];
  let bytes = Infinity;
  for (const [i, id] of ids.entries()) {
    bytes += sizes[i];
    if (bytes > MAX_BATCH_BYTES) {
      batches.push([]);
      bytes = sizes[i];
    }
    batches.at(-1)!.push(id);
  }
  return batches;
}
