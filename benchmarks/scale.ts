/**
 * Does an article cost more the more articles there are? A generated corpus (scale-corpus.ts) is loaded in bulk up to each
 * size; then articles arrive one by one through the store's port and the use cases that follow extraction.
 *
 *     npm run bench:scale -- [--sizes 10000,100000,300000] [--arriving 200] [--day 500] [--seed 1] [--tables]
 *
 * Matching finds the statements of the article's quotes and settles them, reuse finds what its text shares with others. Given
 * are milliseconds of processor time an article, and of the clock; plain inserts (article, speakers, quotes, keys,
 * fingerprints) and the commit, which waits for the disk, stand apart. First of all it is made sure that the bulk load
 * writes the rows that the use cases write. `--day` articles have one date; `--tables` prints the size of each table.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { openSqliteStore } from '../src/store/index.js';
import { DATABASE_FILE } from '../src/store/sqlite.js';
import { scaleCorpus } from './scale-corpus.js';
import { arrive, BulkLoader, sumOf, type ArrivalTimes } from './scale-store.js';

const { values: options } = parseArgs({ options: {
  sizes: { type: 'string', default: '10000,100000,300000' },
  arriving: { type: 'string', default: '200' },
  day: { type: 'string', default: '500' },
  seed: { type: 'string', default: '1' },
  tables: { type: 'boolean', default: false },
} });
const sizes = options.sizes.split(',').map(Number);
const [arriving, day, seed] = [options.arriving, options.day, options.seed].map(Number);
const print = (line: string): void => void process.stdout.write(`${line}\n`);
/** Days before the arriving articles whose texts are really read: reprints of them are found by fingerprint. */
const READ_DAYS = 3;
/** Arriving articles that warm caches and compiled code, and are not counted: what takes in news runs for days. */
const WARMING = 400;
const SAMPLE_ARTICLES = 80;

/** Of these the two ways must write the same; statements and what hangs on them are the true ones in bulk and the found ones by the use cases. */
const SAME_TABLES: Readonly<Record<string, string>> = {
  sources: '*', articles: '*', article_texts: '*', speakers: '*', speaker_keys: '*', speaker_forms: '*', sighting_forms: '*', sighting_types: '*', speaker_types: '*',
  quotes: 'id, article_id, source_id, published_at, statement_set, dismissed, dismissed_from, speaker_id, speaker_set, extracted_speaker_id, kind, manner, text, folded, start_at, end_at, content, cue, mention, attribution_confidence, reason, evidence, candidates, confidence, content_key',
  quote_keys: '*', quote_key_lists: '*', fingerprints: '*',
};

async function inFolder<T>(task: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-scale-'));
  try {
    return await task(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rowsOf(write: (folder: string) => Promise<void>): Promise<Map<string, string[]>> {
  return inFolder(async (folder) => {
    await (await openSqliteStore({ folder })).close();
    await write(folder);
    const db = new Database(join(folder, DATABASE_FILE), { readonly: true });
    const rows = new Map(Object.entries(SAME_TABLES).map(([table, columns]) => [table, db.prepare(`select ${columns} from ${table}`).all().map((row) => JSON.stringify(row)).sort()]));
    db.close();
    return rows;
  });
}

async function checkBulk(): Promise<void> {
  const byUseCases = await rowsOf(async (folder) => {
    const store = await openSqliteStore({ folder });
    const corpus = scaleCorpus(seed, day);
    for (let i = 0; i < SAMPLE_ARTICLES; i++) await arrive(store, corpus, corpus.next(i % 2 === 0));
    await store.close();
  });
  const inBulk = await rowsOf(async (folder) => {
    const corpus = scaleCorpus(seed, day);
    const loader = new BulkLoader(folder, corpus);
    for (let i = 0; i < SAMPLE_ARTICLES; i++) loader.add(corpus.next(i % 2 === 0));
    loader.close();
  });
  for (const [table, rows] of byUseCases) {
    const differing = rows.filter((row, i) => row !== inBulk.get(table)![i]);
    if (differing.length > 0 || rows.length !== inBulk.get(table)!.length) throw new Error(`In bulk ${table} has other rows than the use cases write: ${differing.length} of ${rows.length}, the first ${differing[0]}`);
  }
  print(`${SAMPLE_ARTICLES} articles in bulk: the rows of ${byUseCases.size} tables are those that the use cases write`);
}

const cell = (value: string, width = 12): string => value.padStart(width);

async function run(folder: string): Promise<void> {
  await (await openSqliteStore({ folder })).close();
  const corpus = scaleCorpus(seed, day);
  let count = 0;
  print(['articles', 'matching', 'reuse', 'together', 'by clock', 'inserts', 'commit', 'joined', 'bytes each', 'loaded in'].map((h) => cell(h)).join(''));
  const together: number[] = [];
  for (const size of sizes) {
    const began = performance.now();
    const loader = new BulkLoader(folder, corpus);
    for (; count < size; count++) loader.add(corpus.next(count < size - READ_DAYS * day));
    loader.close();
    const seconds = (performance.now() - began) / 1000;

    const store = await openSqliteStore({ folder });
    const times: ArrivalTimes[] = [];
    const before = await store.read.countStatements({ type: 'ROOT' }, {});
    let quotes = 0;
    for (let i = 0; i < WARMING + arriving; i++, count++) {
      const article = corpus.next(false);
      quotes += article.quotes.length;
      const time = await arrive(store, corpus, article);
      if (i >= WARMING) times.push(time);
    }
    const joined = quotes - ((await store.read.countStatements({ type: 'ROOT' }, {})).get(0)! - before.get(0)!);
    await store.close();
    const db = new Database(join(folder, DATABASE_FILE), { readonly: true });
    const bytes = Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));
    const ms = (part: keyof ArrivalTimes, kind: 'cpu' | 'wall'): number => sumOf(times, part)[kind] / times.length;
    const both = ms('matching', 'cpu') + ms('reuse', 'cpu');
    together.push(both);
    print([
      String(size), ms('matching', 'cpu').toFixed(2), ms('reuse', 'cpu').toFixed(2), both.toFixed(2), (ms('matching', 'wall') + ms('reuse', 'wall')).toFixed(2),
      ms('inserts', 'cpu').toFixed(2), ms('commit', 'wall').toFixed(2), `${((100 * joined) / quotes).toFixed(0)} %`, (bytes / count).toFixed(0), `${seconds.toFixed(0)} s`,
    ].map((value) => cell(value)).join(''));
    if (options.tables) {
      for (const { name, size: own } of db.prepare('select name, sum(pgsize) as size from dbstat group by name order by 2 desc limit 24').all() as { name: string; size: number }[]) {
        print(`    ${name.padEnd(28)} ${cell((own / count).toFixed(0))} bytes an article`);
      }
    }
    db.close();
  }
  print(`most by least, matching and reuse together: ${(Math.max(...together) / Math.min(...together)).toFixed(2)}`);
}

await checkBulk();
await inFolder(run);
