/** The seed articles, taken all the way in, and all that came out of them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingestArticles } from '../../src/app/ingest.js';
import type { App, ArticleDraft } from '../../src/app/types.js';
import { MAX_PAGE, type Page, type PageRequest } from '../../src/domain/paging.js';
import { ROOT, ROOT_KEY, type ReadStore } from '../../src/domain/read-store.js';
import type { ArticleRecord, QuoteRecord, SpeakerRecord } from '../../src/domain/records.js';
import { openExtractor } from '../../src/cli/extractor.js';
import { readInputs } from '../../src/intake/index.js';
import { openEmbeddedIndex } from '../../src/search/embedded/index.js';
import { openSqliteStore } from '../../src/store/index.js';
import { ARTICLES_FOLDER } from './expectations.js';

export interface ReadArticle {
  readonly record: ArticleRecord;
  readonly body: string;
  /** In the order of the text. */
  readonly quotes: readonly QuoteRecord[];
}

export interface Library {
  readonly app: App;
  readonly read: ReadStore;
  /** By the publisher's id: the name of the file, or the id in a line of JSONL. */
  readonly articles: ReadonlyMap<string, ReadArticle>;
  readonly speakers: ReadonlyMap<number, SpeakerRecord>;
  /** Titles, by speaker. */
  readonly roles: ReadonlyMap<number, readonly string[]>;
  readonly close: () => Promise<void>;
}

/** @throws where a file cannot be read */
export async function readDrafts(): Promise<ArticleDraft[]> {
  const drafts: ArticleDraft[] = [];
  for await (const item of readInputs([ARTICLES_FOLDER])) {
    if ('error' in item) throw item.error;
    drafts.push(item.draft);
  }
  return drafts;
}

/** All records of a list, page by page. */
async function everything<R>(list: (page: PageRequest) => Promise<Page<R>>): Promise<R[]> {
  const records: R[] = [];
  for (let after: PageRequest['after'] = null; ; ) {
    const page = await list({ limit: MAX_PAGE, backward: false, after, before: null });
    records.push(...page.items.map((i) => i.record));
    if (!page.hasNextPage) return records;
    after = page.items.at(-1)!.place;
  }
}

export async function openLibrary(): Promise<Library> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-seeds-'));
  const store = await openSqliteStore({ folder });
  const index = await openEmbeddedIndex({ folder });
  const close = async (): Promise<void> => {
    await index.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  const app: App = { store, index, extractor: openExtractor(), now: Date.now, onWritten: async () => {} };
  for (const outcome of await ingestArticles(app, await readDrafts())) {
    if (outcome.status !== 'CREATED') throw new Error(`An article did not go in: ${JSON.stringify(outcome)}`);
  }

  const { read } = store;
  const records = await everything(async (page) => (await read.listArticles(ROOT, {}, 'OLDEST', page)).get(ROOT_KEY)!);
  const bodies = await read.bodies(records.map((r) => r.id));
  const articles = new Map<string, ReadArticle>();
  for (const [i, record] of records.entries()) {
    const parent = { type: 'ARTICLE', ids: [record.id] } as const;
    const quotes = await everything(async (page) => (await read.listQuotes(parent, {}, 'TEXT', page)).get(record.id)!);
    articles.set(record.publisherId!, { record, body: bodies[i]!, quotes });
  }
  const speakers = await everything((page) => read.listSpeakers({}, page));
  const roles = await read.roles(speakers.map((s) => s.id));
  return {
    app,
    read,
    articles,
    speakers: new Map(speakers.map((s) => [s.id, s])),
    roles: new Map(speakers.map((s, i) => [s.id, roles[i].map((r) => r.title)])),
    close,
  };
}
