/** A store that another process holds for long. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeIn, type Summary } from '../../src/cli/take-in.js';
import { openExtractor } from '../../src/cli/extractor.js';
import type { IntakeItem } from '../../src/intake/types.js';
import { openSqliteStore } from '../../src/store/index.js';
import { DATABASE_FILE, WRITE_WAIT_MS } from '../../src/store/sqlite.js';
import { article } from '../contract/store-fixture.js';
import { makeFolder, removeFolder } from '../support/folder.js';

let folder: string;
let blocker: Database.Database;
beforeEach(async () => {
  folder = makeFolder();
  await (await openSqliteStore({ folder })).close();
  blocker = new Database(join(folder, DATABASE_FILE));
  blocker.exec('begin immediate');
});
afterEach(() => {
  blocker.close();
  removeFolder(folder);
});

it('is waited for over minutes, and then said to be busy: all who queue at about the same time', async () => {
  expect(WRITE_WAIT_MS).toBeGreaterThanOrEqual(120_000);
  const store = await openSqliteStore({ folder, writeWaitMs: 300 });
  const started = performance.now();
  const failures = await Promise.all([1, 2, 3, 4].map(() => store.write((tx) => tx.insertArticle(article())).catch((error: unknown) => error)));
  expect(failures.map((error) => (error as { code?: string }).code)).toEqual(Array(4).fill('STORE_BUSY'));
  expect(performance.now() - started).toBeLessThan(4 * 300);
  blocker.exec('commit');
  await store.write((tx) => tx.insertArticle(article()));
  await store.close();
});

it('is the error of the one article that met it: the others of an ingest go in', async () => {
  const store = await openSqliteStore({ folder, writeWaitMs: 200 });
  async function* items(): AsyncGenerator<IntakeItem> {
    yield { file: 'a.txt', line: null, draft: { body: '“Yes,” said Ann Lee.' } };
    blocker.exec('commit');
    yield { file: 'b.txt', line: null, draft: { body: '“No,” said Bo Ek.' } };
  }
  const summary: Summary = { created: 0, updated: 0, unchanged: 0, rejected: [], unfinished: false };
  await takeIn({ store, index: undefined as never, extractor: openExtractor(), now: Date.now, onWritten: async () => {} }, items(), summary, () => {});
  expect(summary).toMatchObject({ created: 1, rejected: [{ file: 'a.txt', code: 'STORE_BUSY' }] });
  await store.close();
});

it('reads a body once a transaction', async () => {
  blocker.exec('commit');
  const read: string[] = [];
  const store = await openSqliteStore({ folder, onStatement: (text) => read.push(text) });
  await store.write(async (tx) => {
    const [a, b] = [await tx.insertArticle(article({ body: 'one' })), await tx.insertArticle(article({ body: 'two' }))];
    read.length = 0;
    expect([await tx.bodies([a, b]), await tx.bodies([b]), await tx.bodies([a, a])]).toEqual([['one', 'two'], ['two'], ['one', 'one']]);
    expect(read.filter((text) => text.includes('article_texts'))).toHaveLength(1);
    await tx.reviseArticle(a, article({ body: 'three' }));
    expect(await tx.bodies([a, b])).toEqual(['three', 'two']);
    await tx.deleteArticle(b);
    expect(await tx.bodies([a, b])).toEqual(['three', null]);
  });
  await store.close();
});
