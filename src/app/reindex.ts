/** The index from the store: a new one is built beside the old, which answers until the new one takes its place. */
import type { SearchDocument } from '../domain/search-index.js';
import type { SearchType } from '../domain/filters.js';
import { articlesBySize } from './batches.js';
import { searchDocuments } from './index-documents.js';
import { leaseOwner, whileFeeding } from './lease.js';
import type { App } from './types.js';

const BATCH_RECORDS = 500;
/** Articles last: they are the longest, and the rest is of use without them. */
const TYPES: readonly SearchType[] = ['QUOTE', 'SPEAKER', 'STATEMENT', 'ARTICLE'];

export interface ReindexProgress {
  readonly documents: number;
}

/** Rebuilds while no other process feeds the index. @returns how many documents the new index holds */
export async function reindex(app: App, onProgress: (progress: ReindexProgress) => void = () => {}): Promise<number> {
  return (await whileFeeding(app.store, leaseOwner(), () => rebuildIndex(app, onProgress)))!;
}

/** For the holder of the lease. What changes in the store meanwhile stands in the outbox after the position noted here. */
export async function rebuildIndex(app: App, onProgress: (progress: ReindexProgress) => void = () => {}): Promise<number> {
  const position = await app.store.outbox.lastSeq();
  let documents = 0;
  async function* batches(): AsyncGenerator<SearchDocument[]> {
    for (const type of TYPES) {
      for (let after = 0; ; ) {
        const ids = await app.store.read.idsAfter(type, after, BATCH_RECORDS);
        if (ids.length === 0) break;
        after = ids.at(-1)!;
        for (const some of type === 'ARTICLE' ? await articlesBySize(app.store.read, ids) : [ids]) {
          const batch = await searchDocuments(app.store.read, some.map((id) => ({ type, id })));
          documents += batch.length;
          yield batch;
          onProgress({ documents });
        }
      }
    }
  }
  await app.index.rebuild(batches(), position);
  return documents;
}
