/**
 * Articles a second from text to searchable, on one process: extraction, matching, reuse, the durable store, the index.
 *
 *   node --import tsx benchmarks/ingest.ts [most articles]
 *
 * Reads quotation-eval/polnear/train.jsonl in the folder that ONRECORD_CORPUS names, else the demonstration articles.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drainOutbox } from '../src/app/feed.js';
import { ingestArticle } from '../src/app/ingest.js';
import { leaseOwner } from '../src/app/lease.js';
import type { App, ArticleDraft } from '../src/app/types.js';
import { openExtractor } from '../src/cli/extractor.js';
import { readInputs } from '../src/intake/index.js';
import { openEmbeddedIndex } from '../src/search/embedded/index.js';
import { openSqliteStore } from '../src/store/index.js';

const most = Number(process.argv[2] ?? 840);
const corpus = join(process.env.ONRECORD_CORPUS ?? '', 'quotation-eval/polnear/train.jsonl');
const drafts = existsSync(corpus) ? fromCorpus() : await fromSeeds();

function fromCorpus(): ArticleDraft[] {
  const lines = readFileSync(corpus, 'utf8').split('\n').filter(Boolean).slice(0, most);
  return lines.map((line) => {
    const { id, publisher, date, title, text } = JSON.parse(line) as Record<string, string>;
    return { publisherId: id, sourceName: publisher, publishedAt: date, title, body: text };
  });
}

async function fromSeeds(): Promise<ArticleDraft[]> {
  const found: ArticleDraft[] = [];
  for await (const item of readInputs(['seeds/articles'], {})) if ('draft' in item) found.push(item.draft);
  return found.slice(0, most);
}

const seconds = async (work: () => Promise<void>): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
try {
  const store = await openSqliteStore({ folder });
  const index = await openEmbeddedIndex({ folder: join(folder, 'index') });
  const app: App = { store, index, extractor: openExtractor(), now: Date.now, onWritten: async () => {} };
  const extracting = await seconds(async () => drafts.forEach((draft) => app.extractor.extract(draft.body!, { title: draft.title })));
  const each: number[] = [];
  const storing = await seconds(async () => {
    for (const draft of drafts) each.push(await seconds(async () => void (await ingestArticle(app, draft))));
  });
  const indexing = await seconds(() => drainOutbox(app, leaseOwner()));
  const again = await seconds(async () => {
    for (const draft of drafts) await ingestArticle(app, draft);
  });
  const quotes = await store.read.countQuotes({ type: 'ROOT' }, {});
  each.sort((a, b) => a - b);
  const at = (share: number): string => (each[Math.floor(each.length * share)] * 1000).toFixed(1);
  const rate = (time: number): string => (drafts.length / time).toFixed(0);
  console.log(`${drafts.length} articles, ${quotes.get(0)} quotes, store ${(statSync(join(folder, 'onrecord.sqlite')).size / 1e6).toFixed(0)} MB`);
  console.log(`extract           ${rate(extracting)} articles/s`);
  console.log(`ingest, stored    ${rate(storing)} articles/s; an article: median ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(0.999)} ms`);
  console.log(`ingest, searchable ${rate(storing + indexing)} articles/s`);
  console.log(`again, unchanged  ${rate(again)} articles/s`);
  await index.close();
  await store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
