/** What is read of the store at once: few statements of SQL for many records, few megabytes of long articles. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { articlesBySize, MAX_BATCH_BYTES } from '../../src/app/batches.js';
import { exportRecords } from '../../src/app/export.js';
import { drainOutbox } from '../../src/app/feed.js';
import { rebuildIndex } from '../../src/app/reindex.js';
import type { IndexBatch, SearchDocument, SearchIndex } from '../../src/domain/search-index.js';
import { article, oneStatement, quote } from '../contract/store-fixture.js';
import { openNewsroom, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => (room = await openNewsroom()));
afterEach(() => room.close());

async function all(lines: AsyncIterable<object>): Promise<object[]> {
  const found: object[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

it('exports statements with a fixed number of look-ups for hundreds', async () => {
  const told = (n: number) => `“Number ${n}.”`;
  await room.app.store.write(async (tx) => {
    const id = await tx.insertArticle(article());
    for (let n = 0; n < 20; n++) await tx.insertQuote(id, quote(told(n)));
    const many = [];
    for (let n = 0; n < 130; n++) many.push(await tx.insertQuote(id, quote('“All of us.”')));
    await oneStatement(tx, many);
  });
  room.statements.length = 0;
  const lines = (await all(exportRecords(room.app.store.read, 'statements'))) as { text: string; renderings: { quote: { id: string } }[] }[];
  expect(lines.map((line) => [line.text, line.renderings.length])).toEqual([...Array.from({ length: 20 }, (_, n) => [told(n), 1]), ['“All of us.”', 130]]);
  expect(new Set(lines.at(-1)!.renderings.map((r) => r.quote.id)).size).toBe(130);
  expect(room.statements.length).toBeLessThan(20);
});

it('holds few megabytes of bodies at once: in feeding, in rebuilding and in export', async () => {
  const LONG = 'é'.repeat(MAX_BATCH_BYTES / 2 / 2 - 100); // two of them fit
  await room.app.store.write(async (tx) => {
    for (let n = 0; n < 5; n++) {
      const id = await tx.insertArticle(article({ body: `${n} ${LONG}` }));
      await tx.touch([{ type: 'ARTICLE', id }]);
    }
  });
  const { store } = room.app;
  expect(await store.read.bodySizes([1, 99])).toEqual([Buffer.byteLength(`0 ${LONG}`), 0]);
  expect(await articlesBySize(store.read, [1, 2, 3, 4, 5])).toEqual([[1, 2], [3, 4], [5]]);
  expect(await articlesBySize(store.read, [])).toEqual([]);

  const fed: number[][] = [];
  const built: number[][] = [];
  let position: number | null = 0;
  const ids = (documents: readonly SearchDocument[]): number[] => documents.map((document) => document.id);
  const index = {
    position: async () => position,
    apply: async (batch: IndexBatch) => (fed.push(ids(batch.upserts)), (position = batch.to), true),
    rebuild: async (batches: AsyncIterable<readonly SearchDocument[]>) => {
      for await (const batch of batches) built.push(ids(batch));
    },
  } as unknown as SearchIndex;
  await drainOutbox({ ...room.app, index }, 'here:1:a');
  expect(fed).toEqual([[1, 2], [3, 4], [5]]);
  await rebuildIndex({ ...room.app, index });
  expect(built).toEqual([[1, 2], [3, 4], [5]]);

  const bodies = vi.spyOn(store.read, 'bodies');
  expect(await all(exportRecords(store.read, 'articles'))).toHaveLength(5);
  expect(bodies.mock.calls.map(([asked]) => asked.length)).toEqual([2, 2, 1]);
});
