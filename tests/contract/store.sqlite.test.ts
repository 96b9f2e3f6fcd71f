import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/store/index.js';
import { storeContract } from './store.js';

storeContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-store-'));
  let count = 0;
  const store = await openSqliteStore({ folder, onStatement: () => (count += 1) });
  return {
    store,
    statements: () => {
      const before = count;
      count = 0;
      return before;
    },
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
});
