/** Puts store, index and extraction together for a command. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../app/types.js';
import type { Config } from '../config.js';
import { OnRecordError } from '../domain/errors.js';
import type { SearchIndex } from '../domain/search-index.js';
import { openEmbeddedIndex } from '../search/embedded/index.js';
import { openMeilisearchIndex } from '../search/meilisearch/index.js';
import { openSqliteStore } from '../store/index.js';
import { DATABASE_FILE } from '../store/sqlite.js';
import { openExtractor } from './extractor.js';
import { failureReport, warn } from './output.js';

export interface OpenApp {
  readonly app: App;
  close(): Promise<void>;
}

/** @param onWritten see App; by default nobody is told, and whoever opened the app drains the outbox in the end */
export async function openApp(config: Config, onWritten: () => Promise<void> = async () => {}): Promise<OpenApp> {
  const store = await openSqliteStore({ folder: config.data });
  const index = await openIndex(config);
  return {
    app: { store, index, extractor: openExtractor(), now: Date.now, onWritten, onArticleFailure: (error) => warn(failureReport(error, config.logLevel)) },
    close: async () => {
      await index.close();
      await store.close();
    },
  };
}

/** For commands that only read what is there: a name mistyped must not be answered with nothing, out of a store just made. @throws OnRecordError NOT_FOUND */
export async function openExistingApp(config: Config): Promise<OpenApp> {
  if (!existsSync(join(config.data, DATABASE_FILE))) {
    throw new OnRecordError('NOT_FOUND', `There is no store in ${JSON.stringify(config.data)}. Name its folder with --data, or make one with ingest.`);
  }
  return openApp(config);
}

const openIndex = (config: Config): Promise<SearchIndex> =>
  config.meiliUrl === null
    ? openEmbeddedIndex({ folder: join(config.data, 'index') })
    : openMeilisearchIndex({ url: config.meiliUrl, apiKey: config.meiliKey ?? undefined, prefix: config.meiliPrefix });
