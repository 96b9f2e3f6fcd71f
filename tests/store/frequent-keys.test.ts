/** That keys are known to be frequent changes no answer: not when quotes go, here or by another process, nor when a transaction is undone. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store, WriteStore } from '../../src/domain/write-store.js';
import { FrequentKeys } from '../../src/store/frequent-keys.js';
import { openSqliteStore } from '../../src/store/index.js';
import { article, day, quote } from '../contract/store-fixture.js';
import { makeFolder, removeFolder } from '../support/folder.js';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = makeFolder();
  store = await openSqliteStore({ folder });
});
afterEach(async () => {
  await store.close();
  removeFolder(folder);
});

/** More than 3 have them. */
const KEYS = [1, 2];

const say = (count: number): Promise<number[]> => store.write(async (tx) => {
  const id = await tx.insertArticle(article({ publishedAt: day(10) }));
  const ids: number[] = [];
  for (let i = 0; i < count; i++) ids.push(await tx.insertQuote(id, quote(`said ${i}`, { matchKeys: KEYS })));
  return ids;
});

async function candidatesIn(tx: WriteStore): Promise<number[]> {
  const [candidates] = await tx.matchCandidates({ publishedAt: day(10), windowDays: 30, mostPerKey: 3, limit: 9, quotes: [{ id: 99, speakerId: null, keys: KEYS }] });
  return candidates.map(({ id }) => id);
}

const found = (): Promise<number[]> => store.write(candidatesIn);

it('finds what is left where this process took quotes away', async () => {
  const [first] = await say(4);
  expect([await found(), await found()]).toEqual([[], []]);
  await store.write((tx) => tx.deleteQuotes([first]));
  expect(await found()).toEqual([2, 3, 4]);
});

it('finds what is left where another took them away', async () => {
  const [first] = await say(4);
  expect(await found()).toEqual([]);
  const other = await openSqliteStore({ folder });
  await other.write((tx) => tx.deleteQuotes([first]));
  await other.close();
  expect(await found()).toEqual([2, 3, 4]);
});

it('forgets what it learned from what was undone', async () => {
  await say(3);
  await expect(store.write(async (tx) => {
    await tx.insertQuote(1, quote('one too many', { matchKeys: KEYS }));
    expect(await candidatesIn(tx)).toEqual([]);
    throw new Error('undone');
  })).rejects.toThrow('undone');
  expect(await found()).toEqual([1, 2, 3]);
});

it('knows a key by its period and by how many quotes are many, and keeps so many keys', () => {
  const keys = new FrequentKeys();
  keys.add(7, 1, 25);
  expect([keys.has(7, 1, 24), keys.has(7, 1, 25), keys.has(8, 1, 24), keys.has(7, 2, 24)]).toEqual([true, false, false, false]);
  keys.remove(7, [1, 2]);
  expect(keys.has(7, 1, 24)).toBe(false);
  for (let key = 0; key < 100_001; key++) keys.add(7, key, 25);
  expect([keys.has(7, 0, 24), keys.has(7, 100_000, 24)]).toEqual([false, true]);
});
