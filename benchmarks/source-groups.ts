/**
 * How long the matrix and the clusters of sources take over a year of generated articles, and over a month of it.
 *
 *     node --import tsx benchmarks/source-groups.ts [articles, default 20000] [sources, default 300] [seed, default 1]
 *
 * Each article has four quotes, three in ten of them in a statement of one of the last 50 articles, and text in common with
 * three of the last 90, of which three in ten are reprints and three partial ones. The median of five calls, one after the other.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clustersOfSources } from '../src/app/source-clusters.js';
import { sourceMatrix } from '../src/app/source-matrix.js';
import type { QuoteFields, ReuseFields, WriteStore } from '../src/domain/write-store.js';
import { openSqliteStore } from '../src/store/index.js';
import { randomOf } from './search-corpus.js';

const [articles = 20_000, sources = 300, seed = 1] = process.argv.slice(2).map(Number);
const ARTICLES_A_TRANSACTION = 500;
const QUOTES = 4;
const IN_OLDER_STATEMENT = 0.3;
const STATEMENTS_BACK = 200;
const PARTNERS = 3;
const PARTNERS_BACK = 90;
const REPEATS = 5;
const YEAR_MS = 365 * 86_400_000;
const START = Date.UTC(2025, 0, 1);
const MONTH = { published: { from: '2025-06-01T00:00:00.000Z', to: '2025-07-01T00:00:00.000Z' } };

const random = randomOf(seed);
const words = 'x'.repeat(150);
const quote: QuoteFields = {
  kind: 'DIRECT', manner: 'SPEECH', text: words, content: [{ start: 0, end: words.length }], cue: [], mention: null, speakerId: null, jointSpeakerIds: [],
  attribution: { confidence: 0.5, reason: 'NO_MENTION', evidence: [], candidates: [] }, confidence: 0.5, contentKey: words, matchKeys: [],
};
const passages = Array.from({ length: 6 }, () => ({ a: { start: 10, end: 200 }, b: { start: 30, end: 220 }, words: 30, similarity: 0.95 }));

function inCommon(otherId: number): ReuseFields {
  const drawn = random();
  const relation = drawn < 0.3 ? 'REPRINT' : drawn < 0.6 ? 'PARTIAL_REPRINT' : 'UNRELATED';
  return { otherId, passages, relation, containmentThisInOther: 0.8, containmentOtherInThis: 0.8, resemblance: 0.5, nearDuplicate: relation === 'REPRINT' };
}

const statements: number[] = [];
async function addArticle(tx: WriteStore, n: number): Promise<void> {
  // The square: a few sources publish much.
  const sourceId = await tx.ensureSource(`Source ${Math.floor(sources * random() ** 2)}`, null);
  const publishedAt = new Date(START + Math.floor((n / articles) * YEAR_MS)).toISOString();
  const id = await tx.insertArticle({
    sourceId, publisherId: null, url: null, title: null, byline: null, language: null, publishedAt, bodyHash: String(n), boilerplate: [], body: words,
  });
  for (let i = 0; i < QUOTES; i++) {
    const older = random() < IN_OLDER_STATEMENT ? statements.at(-1 - Math.floor(random() * STATEMENTS_BACK)) : undefined;
    const moved = await tx.moveQuote(await tx.insertQuote(id, quote), older ?? null, false);
    if (older === undefined) statements.push(moved);
  }
  const partners = new Set(Array.from({ length: PARTNERS }, () => id - 1 - Math.floor(random() * PARTNERS_BACK)).filter((other) => other > 0));
  await tx.replaceReuse(id, [...partners].map(inCommon));
}

const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
const store = await openSqliteStore({ folder });
const print = (name: string, figures: readonly (string | number)[]): void => void process.stdout.write(`${name.padEnd(34)}${figures.map((figure) => String(figure).padStart(11)).join('')}\n`);
try {
  for (let n = 0; n < articles; n += ARTICLES_A_TRANSACTION) {
    await store.write(async (tx) => {
      for (let i = n; i < Math.min(articles, n + ARTICLES_A_TRANSACTION); i++) await addArticle(tx, i);
    });
  }
  const given = Array.from({ length: Math.min(20, sources) }, (_, i) => i + 1);
  const median = async (work: () => Promise<unknown>): Promise<number> => {
    const times: number[] = [];
    for (let i = 0; i < REPEATS; i++) {
      const from = performance.now();
      await work();
      times.push(performance.now() - from);
    }
    return Math.round(times.sort((x, y) => x - y)[Math.floor(REPEATS / 2)]);
  };
  print(`${articles} articles of ${sources} sources`, [' year, ms', ' month, ms']);
  for (const [name, ask] of [
    ['matrix of 20 given sources', (filter) => sourceMatrix(store.read, given, filter, null)],
    ['matrix of the 20 that share most', (filter) => sourceMatrix(store.read, null, filter, null)],
    ['matrix of the 50 that share most', (filter) => sourceMatrix(store.read, null, filter, 50)],
    ['clusters', (filter) => clustersOfSources(store.read, filter, { leastShare: null, leastArticles: null })],
  ] as readonly (readonly [string, (filter: typeof MONTH | object) => Promise<unknown>])[]) print(name, [await median(() => ask({})), await median(() => ask(MONTH))]);
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
