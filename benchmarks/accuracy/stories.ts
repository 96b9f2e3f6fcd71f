/**
 * The measure of stories: generated articles, taken all the way in, in several orders. How well the stories are those of the
 * happenings, and how alike they are from order to order.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingestArticle } from '../../src/app/ingest.js';
import type { App } from '../../src/app/types.js';
import { openExtractor } from '../../src/cli/extractor.js';
import { openSqliteStore } from '../../src/store/index.js';
import { generateStories, type GeneratedArticle } from '../stories/generator.js';
import { bCubed, type Partition } from '../stories/partitions.js';
import { seeded, shuffled } from '../stories/random.js';
import { rounded } from './figures.js';
import type { Figures } from './figures.js';

/** Nothing was chosen by looking at this seed's articles alone: others differ in the second digit. */
const SEED = 20_310_101;
const HAPPENINGS = 25;
const ORDER_SEED = 7;

export interface StoriesBaseline {
  readonly figures: Figures;
}

/** The story of each article, in the order given. */
async function storiesOf(articles: readonly GeneratedArticle[], order: readonly GeneratedArticle[]): Promise<Partition> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-stories-'));
  const store = await openSqliteStore({ folder });
  try {
    const app: App = { store, index: undefined as never, extractor: openExtractor(), now: Date.now, onWritten: async () => {} };
    const ids = new Map<GeneratedArticle, number>();
    for (const article of order) {
      const { articleId } = await ingestArticle(app, article.draft);
      if (articleId === null) throw new Error('A generated article was rejected.');
      ids.set(article, articleId);
    }
    const records = await store.read.articles(articles.map((article) => ids.get(article)!));
    return records.map((record) => record!.storyId!);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function measureStories(seed = SEED, happenings = HAPPENINGS): Promise<{ readonly figures: Figures; readonly articles: number }> {
  const articles = generateStories(seed, happenings);
  const truth = articles.map(({ happening }) => happening);
  const byDate = [...articles].sort((a, b) => ((a.draft.publishedAt ?? '') < (b.draft.publishedAt ?? '') ? -1 : 1));
  const orders = { 'by date': byDate, 'latest first': [...byDate].reverse(), 'by lot': shuffled(seeded(ORDER_SEED), articles) };
  const found = new Map<string, Partition>();
  for (const [name, order] of Object.entries(orders)) found.set(name, await storiesOf(articles, order));

  const figures: Record<string, number | null> = {};
  for (const [name, partition] of found) {
    const { precision, recall, f1 } = bCubed(partition, truth);
    Object.assign(figures, { [`${name}: B-cubed precision`]: precision, [`${name}: B-cubed recall`]: recall, [`${name}: B-cubed F1`]: f1 });
  }
  const partitions = [...found.values()];
  const alike = partitions.flatMap((one, i) => partitions.slice(0, i).map((other) => bCubed(one, other).f1));
  figures['least alike two orders: B-cubed F1'] = Math.min(...alike);
  figures['all articles apart: B-cubed F1'] = bCubed(articles.map((_, i) => i), truth).f1;
  return { figures, articles: articles.length };
}

export const storiesBaseline = ({ figures }: { readonly figures: Figures }): StoriesBaseline => ({
  figures: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, rounded(value)])),
});
