/**
 * Build time, size and latency of the embedded search engine on a seeded corpus.
 *
 *     node --import tsx benchmarks/search.ts [quotes, default 20000] [seed, default 1]
 *
 * Latency is that of one call, one after the other, over every keystroke of queries taken from the corpus. The mean CPU
 * time of a call stands beside it: on a machine that does other work the difference is waiting.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SearchDocument, SearchIndex, SearchRequest } from '../src/domain/search-index.js';
import { openEmbeddedIndex } from '../src/search/embedded/index.js';
import { misspell, randomOf, searchCorpus } from './search-corpus.js';

const BATCH_DOCUMENTS = 1_000;
const QUERIES = 60;
const FIRST_HITS = 10;

const [quotes = 20_000, seed = 1] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const samples: Extract<SearchDocument, { type: 'QUOTE' }>[] = [];
let documents = 0;
let generating = 0;

async function* batches(): AsyncGenerator<SearchDocument[]> {
  const every = Math.max(1, Math.floor(quotes / QUERIES));
  let batch: SearchDocument[] = [];
  let since = performance.now();
  for (const document of searchCorpus({ quotes, seed })) {
    documents++;
    if (document.type === 'QUOTE' && document.id % every === 0) samples.push(document);
    batch.push(document);
    if (batch.length < BATCH_DOCUMENTS) continue;
    generating += performance.now() - since;
    yield batch;
    since = performance.now();
    batch = [];
  }
  yield batch;
}

async function measure(name: string, calls: readonly (() => Promise<{ readonly found: boolean }>)[]): Promise<void> {
  const times: number[] = [];
  let found = 0;
  const cpu = process.cpuUsage();
  for (const call of calls) {
    const from = performance.now();
    const result = await call();
    times.push(performance.now() - from);
    found += Number(result.found);
  }
  const { user, system } = process.cpuUsage(cpu);
  const cpuMs = ((user + system) / 1000 / calls.length).toFixed(2).padStart(8);
  times.sort((a, b) => a - b);
  const at = (share: number): string => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(2).padStart(8);
  print(`${name.padEnd(34)} ${String(calls.length).padStart(6)} ${at(0.5)} ${at(0.95)} ${at(0.99)} ${at(1)} ${cpuMs}   ${((100 * found) / calls.length).toFixed(0)} %`);
}

const request = (query: string, rest: Partial<SearchRequest> = {}): SearchRequest =>
  ({ query, types: ['ARTICLE', 'QUOTE', 'SPEAKER', 'STATEMENT'], filter: {}, facets: [], order: 'RELEVANCE', offset: 0, limit: FIRST_HITS, ...rest });

async function run(index: SearchIndex): Promise<void> {
  let from = performance.now();
  const cpu = process.cpuUsage();
  await index.rebuild(batches(), 1);
  const cpuSeconds = process.cpuUsage(cpu).user / 1e6;
  const seconds = (performance.now() - from - generating) / 1000;
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  print(`${quotes} quotes, ${documents} documents: built in ${seconds.toFixed(1)} s (CPU ${cpuSeconds.toFixed(1)} s, corpus included), ${megabytes(bytes)} on disk`);

  from = performance.now();
  await index.suggest('a', 5);
  print(`open to first suggestion ${(performance.now() - from).toFixed(0)} ms`);
  from = performance.now();
  await index.search(request('', { facets: ['SPEAKER'], filter: { kinds: ['DIRECT'] } }));
  print(`first facets and filter ${(performance.now() - from).toFixed(0)} ms`);

  const random = randomOf(seed + 1);
  const phrases = samples.map((quote) => {
    const words = quote.text.replace(/[“”,]/gu, '').split(' ');
    const start = Math.floor(random() * (words.length - 3));
    return { quote, words: words.slice(start, start + 3) };
  });
  const clean = phrases.map((p) => ({ ...p, text: p.words.join(' ') }));
  const typos = phrases.flatMap((p) => {
    const long = p.words.findIndex((w) => w.length >= 6);
    return long < 0 ? [] : [{ ...p, text: p.words.map((w, i) => (i === long ? misspell(w, random) : w)).join(' ') }];
  });
  const keystrokes = (texts: readonly { text: string }[]): string[] => texts.flatMap(({ text }) => Array.from(text, (_, i) => text.slice(0, i + 1)));
  const names = samples.map((q) => ({ text: q.speakerName! }));

  print(`\n${'ms a call'.padEnd(34)} ${'calls'.padStart(6)} ${'p50'.padStart(8)} ${'p95'.padStart(8)} ${'p99'.padStart(8)} ${'most'.padStart(8)} ${'CPU'.padStart(8)}   found`);
  const suggesting = (texts: readonly string[]) => texts.map((text) => async () => ({ found: (await index.suggest(text, 5)).length > 0 }));
  await measure('suggest, words of a quote', suggesting(keystrokes(clean)));
  await measure('suggest, names', suggesting(keystrokes(names)));
  await measure('suggest, with a typo', suggesting(keystrokes(typos)));
  const searching = (texts: readonly string[], rest: Partial<SearchRequest> = {}) =>
    texts.map((text) => async () => ({ found: (await index.search(request(text, rest))).hits.length > 0 }));
  await measure('search', searching(keystrokes(clean)));
  await measure('search, with a typo', searching(keystrokes(typos)));
  await measure('search, quotes of a speaker', clean.map(({ text, quote }) => async () =>
    ({ found: (await index.search(request(text, { filter: { speakers: quote.speakerIds } }))).hits.length > 0 })));
  await measure('search, dates and 5 facets', searching(keystrokes(clean.slice(0, 20)), {
    filter: { published: { from: '2024-06-01T00:00:00.000Z' } }, facets: ['TYPE', 'SPEAKER', 'SOURCE', 'KIND', 'MANNER'],
  }));
  await measure('search, newest first', searching(keystrokes(clean.slice(0, 20)), { order: 'NEWEST' }));
  await measure('blank', searching(Array.from({ length: 50 }, () => '')));
  // "Found" is recall here: the quote that the words were taken from is among the first ten.
  const recall = (list: typeof clean) => list.map(({ text, quote }) => async () =>
    ({ found: (await index.search(request(text, { types: ['QUOTE'] }))).hits.some((h) => h.id === quote.id) }));
  await measure('the quote in the first 10', recall(clean));
  await measure('the quote in the first 10, typo', recall(typos));
  print(`\nmemory ${megabytes(process.memoryUsage().rss)}`);
}

const index = await openEmbeddedIndex({ folder });
try {
  await run(index);
} finally {
  await index.close();
  rmSync(folder, { recursive: true, force: true });
}
