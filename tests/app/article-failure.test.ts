import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ingestArticles } from '../../src/app/ingest.js';
import type { App } from '../../src/app/types.js';
import { createExtractor } from '../../src/extraction/index.js';
import { openEmbeddedIndex } from '../../src/search/embedded/index.js';
import { openSqliteStore } from '../../src/store/index.js';
import { temporaryFolder } from '../support/folder.js';

it('an article that we fail on is rejected with a code, and the others of its batch go in', async () => {
  const folder = temporaryFolder();
  const [store, index] = [await openSqliteStore({ folder }), await openEmbeddedIndex({ folder: join(folder, 'index') })];
  const failures: unknown[] = [];
  const extractor = createExtractor();
  const app: App = {
    store, index, now: Date.now, onWritten: async () => {}, onArticleFailure: (error) => failures.push(error),
    extractor: {
      extract: (text, hints) => {
        if (text.includes('break us')) throw new RangeError('Maximum call stack size exceeded');
        return extractor.extract(text, hints);
      },
    },
  };
  try {
    const outcomes = await ingestArticles(app, [{ body: 'The first one.' }, { body: 'Words that break us.' }, { body: 'The last one.' }]);
    expect(outcomes.map(({ status }) => status)).toEqual(['CREATED', 'REJECTED', 'CREATED']);
    expect(outcomes[1].problems.map(({ code, errorCode }) => [code, errorCode])).toEqual([['INTERNAL', 'INTERNAL']]);
    expect(JSON.stringify(outcomes[1])).not.toMatch(/call stack|RangeError/);
    expect(failures).toEqual([expect.any(RangeError)]);
  } finally {
    await index.close();
    await store.close();
  }
});
