/** Puts store, index and extraction together for a command. */
import { join } from 'node:path';
import type { App } from '../app/types.js';
import type { Config } from '../config.js';
import type { SearchIndex } from '../domain/search-index.js';
import { openEmbeddedIndex } from '../search/embedded/index.js';
import { openMeilisearchIndex } from '../search/meilisearch/index.js';
import { openSqliteStore } from '../store/index.js';
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

const openIndex = (config: Config): Promise<SearchIndex> =>
  config.meiliUrl === null
    ? openEmbeddedIndex({ folder: join(config.data, 'index') })
    : openMeilisearchIndex({ url: config.meiliUrl, apiKey: config.meiliKey ?? undefined, prefix: config.meiliPrefix });
