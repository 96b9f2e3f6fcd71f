/** A store with an app around it, in a folder of its own, and short ways to fill and read it. */
import { ingestArticle } from '../../src/app/ingest.js';
import type { App, ArticleDraft } from '../../src/app/types.js';
import { openExtractor } from '../../src/cli/extractor.js';
import type { QuoteRecord, SpeakerRecord } from '../../src/domain/records.js';
import { openSqliteStore } from '../../src/store/index.js';
import { makeFolder, removeFolder } from '../support/folder.js';

export interface Newsroom {
  readonly app: App;
  readonly folder: string;
  /** The SQL that was run. */
  readonly statements: string[];
  /** @returns the article's id */
  put(draft: ArticleDraft): Promise<number>;
  /** All quotes, lowest id first. */
  quotes(): Promise<QuoteRecord[]>;
  /** The only speaker of this name. */
  speaker(name: string): Promise<SpeakerRecord | null>;
  close(): Promise<void>;
}

export async function openNewsroom(): Promise<Newsroom> {
  const folder = makeFolder();
  const statements: string[] = [];
  const store = await openSqliteStore({ folder, onStatement: (text) => statements.push(text) });
  const app: App = { store, index: undefined as never, extractor: openExtractor(), now: Date.now, onWritten: async () => {} };
  return {
    app, folder, statements,
    put: async (draft) => {
      const outcome = await ingestArticle(app, draft);
      if (outcome.status === 'REJECTED') throw new Error(JSON.stringify(outcome.problems));
      return outcome.articleId;
    },
    quotes: async () => (await store.read.quotes(await store.read.idsAfter('QUOTE', 0, 10_000))).map((quote) => quote!),
    speaker: async (name) => {
      const ids = await store.read.speakersByName(name);
      return ids.length === 1 ? (await store.read.speakers(ids))[0] : null;
    },
    close: async () => {
      await store.close();
      removeFolder(folder);
    },
  };
}
