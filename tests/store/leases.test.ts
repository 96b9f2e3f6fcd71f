/** Leases over the lives of processes. */
import { hostname } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../src/domain/write-store.js';
import { openSqliteStore } from '../../src/store/index.js';
import { DATABASE_FILE } from '../../src/store/sqlite.js';
import { makeFolder, removeFolder } from '../support/folder.js';

const LONG_MS = 60_000;
const owner = (name: string, pid = process.pid): string => `${hostname()}:${pid}:${name}`;

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

it('are taken at once from an earlier life of this process: a container starts with the same id again', async () => {
  const database = new Database(join(folder, DATABASE_FILE));
  database.prepare('insert into leases (name, owner, expires_at) values (?, ?, ?)').run('feed', owner('an earlier life'), Date.now() + LONG_MS);
  database.close();
  expect(await store.acquireLease('feed', owner('now'), LONG_MS)).toBe(true);
  expect(await store.acquireLease('feed', owner('beside it'), LONG_MS)).toBe(false);
});

it('are asked for without the write lock while another process holds them', async () => {
  expect(await store.acquireLease('feed', owner('rebuilding', process.ppid), LONG_MS)).toBe(true);
  // Inside a transaction another one would wait for ever.
  expect(await store.write(() => store.acquireLease('feed', owner('here'), LONG_MS))).toBe(false);
});
