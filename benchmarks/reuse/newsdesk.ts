/** A store in a folder of its own, filled the way every article goes in: extraction, statements, reuse. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingestArticle } from '../../src/app/ingest.js';
import type { App, ArticleDraft } from '../../src/app/types.js';
import type { ArticleOverlapRecord } from '../../src/domain/records.js';
import type { Extractor } from '../../src/extraction/types.js';
import { openSqliteStore } from '../../src/store/index.js';

export interface Newsdesk {
  readonly app: App;
  /** Ids of the articles, in the order given. */
  readonly ids: readonly number[];
  /** What the store answers for each pair of articles, named by their places. */
  overlaps(pairs: readonly (readonly [number, number])[]): Promise<(ArticleOverlapRecord | null)[]>;
}

/** Takes the articles in, lets the work look at them, and removes them again. */
export async function withNewsdesk<T>(extractor: Extractor, drafts: readonly ArticleDraft[], work: (desk: Newsdesk) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-reuse-'));
  const store = await openSqliteStore({ folder });
  try {
    const app: App = { store, index: undefined as never, extractor, now: Date.now, onWritten: async () => {}, onArticleFailure: (error) => { throw error; } };
    const ids: number[] = [];
    for (const draft of drafts) {
      const outcome = await ingestArticle(app, draft);
      if (outcome.articleId === null) throw new Error(`A generated article was rejected: ${JSON.stringify(outcome.problems)}`);
      ids.push(outcome.articleId);
    }
    return await work({ app, ids, overlaps: (pairs) => store.read.articleOverlaps(pairs.map(([a, b]) => [ids[a], ids[b]])) });
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every two of so many places, the lower first. */
export const everyTwo = (count: number): [number, number][] => Array.from({ length: count }, (_, a) => Array.from({ length: count - a - 1 }, (_, k): [number, number] => [a, a + 1 + k])).flat();
