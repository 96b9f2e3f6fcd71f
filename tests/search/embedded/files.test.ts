import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchDocument, SearchIndex } from '../../../src/domain/search-index.js';
import { openEmbeddedIndex } from '../../../src/search/embedded/index.js';
import { batchesOf, request } from '../../contract/search-index.js';
import { day, smallStory } from '../../contract/search-index.documents.js';

const OTHER_PROCESS = resolve(import.meta.dirname, 'other-process.ts');
const NODE = ['--import', 'tsx', OTHER_PROCESS];

// Other processes are started, and 10 MB is indexed, on machines that may be busy.
describe('the files of the index', { timeout: 120_000 }, () => {
  let folder: string;
  let index: SearchIndex;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-index-'));
    index = await openEmbeddedIndex({ folder });
  });
  afterEach(async () => {
    await index.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const build = (documents: SearchDocument[] = smallStory(7, 'lighthouse', day(1)), position = 1) => index.rebuild(batchesOf(documents), position);
  const total = async (from: SearchIndex, query: string): Promise<number> => (await from.search(request(query))).total;
  const generation = (): string => join(folder, readFileSync(join(folder, 'CURRENT'), 'utf8').trim());

  it('without any there is no position, nothing is applied, and searches say so', async () => {
    expect(await index.position()).toBeNull();
    expect(await index.apply({ from: 0, to: 1, upserts: [], deletes: [] })).toBe(false);
    await expect(index.search(request('x'))).rejects.toMatchObject({ code: 'SEARCH_UNAVAILABLE' });
    await expect(index.suggest('x', 3)).rejects.toMatchObject({ code: 'SEARCH_UNAVAILABLE' });
  });

  it.each<[string, (file: string) => void]>([
    ['no database', (file) => writeFileSync(file, 'This is not a database, and it is long enough to be read as one page of it.'.repeat(100))],
    ['empty', (file) => writeFileSync(file, '')],
    ['cut short', (file) => writeFileSync(file, readFileSync(file).subarray(0, 9_000))],
    ['missing', (file) => rmSync(file)],
    ['overwritten in its middle', (file) => writeFileSync(file, readFileSync(file).fill(0xa5, 4_096))],
  ])('a file that is %s is no index, and a rebuild heals it', async (_what, damage) => {
    await build();
    await index.close();
    damage(generation());
    index = await openEmbeddedIndex({ folder });
    await expect(index.search(request('light', { facets: ['SPEAKER'] }))).rejects.toMatchObject({ code: 'SEARCH_UNAVAILABLE' });
    expect(await index.position()).toBeNull();
    await build();
    expect(await index.position()).toBe(1);
    expect(await total(index, 'lighthouse ')).toBe(3);
  });

  it('one of another version is no index', async () => {
    await build();
    await index.close();
    const db = new Database(generation());
    db.exec(`UPDATE meta SET value = value + 1 WHERE key = 'version'`);
    db.close();
    expect(await index.position()).toBeNull();
  });

  it('a rebuild leaves one generation and no rest, and clears what a crash left', async () => {
    await build();
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(join(folder, `building-${gone}-abc-0.sqlite`), 'half');
    await build(smallStory(8, 'windmill', day(2)), 5);
    expect(readdirSync(folder).filter((name) => !/-(wal|shm)$/.test(name)).sort()).toEqual(['CURRENT', generation().slice(folder.length + 1)].sort());
    expect(await total(index, 'windmill ')).toBe(3);
  });

  it('another handle on the folder sees what is applied and moves over to what is rebuilt', async () => {
    await build();
    const reader = await openEmbeddedIndex({ folder });
    expect(await total(reader, 'lighthouse ')).toBe(3);
    expect((await reader.search(request('', { filter: { speakers: [8] } }))).total).toBe(0);
    await index.apply({ from: 1, to: 2, upserts: smallStory(8, 'windmill', day(2)), deletes: [{ type: 'QUOTE', id: 7 }] });
    expect(await reader.position()).toBe(2);
    expect(await total(reader, 'windmlil ')).toBe(3);
    expect(await total(reader, 'lighthouse ')).toBe(2);
    expect((await reader.search(request('', { filter: { speakers: [8] } }))).total).toBe(4);
    await build(smallStory(9, 'granary', day(3)), 30);
    expect(await reader.position()).toBe(30);
    expect(await total(reader, 'granary ')).toBe(3);
    expect(await total(reader, 'windmill ')).toBe(0);
    await reader.close();
  });

  it('two processes write in turn, and one reads beside', async () => {
    await build([], 0);
    const other = spawn(process.execPath, [...NODE, folder, 'write', '40'], { stdio: 'inherit' });
    const ended = new Promise<number | null>((done) => other.once('exit', done));
    let mine = 0;
    let seen = 0;
    for (let running = true; running || mine < 40;) {
      const from = (await index.position())!;
      // Ids of this process are even, those of the other odd: each counts its own batches.
      if (mine < 40 && await index.apply({ from, to: from + 1, upserts: smallStory(1_000 + 2 * mine, 'barge', day(1)), deletes: [] })) mine++;
      const now = await total(index, 'barge ');
      expect(now).toBeGreaterThanOrEqual(seen);
      seen = now;
      running = await Promise.race([ended.then(() => false), new Promise<boolean>((go) => setTimeout(go, 5, true))]);
    }
    expect(await ended).toBe(0);
    expect(await index.position()).toBe(80);
    expect(await total(index, 'barge ')).toBe(240);
    expect((await index.search(request('', { facets: ['SOURCE'] }))).facets[0].values).toEqual([{ value: '1', count: 320 }]);
  });

  it('a process that is killed while it rebuilds leaves the old index answering', async () => {
    await build();
    const other = spawn(process.execPath, [...NODE, folder, 'rebuild'], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((begun) => other.stdout.once('data', begun));
    expect(readdirSync(folder).some((name) => name.startsWith(`building-${other.pid}-`))).toBe(true);
    const ended = new Promise((done) => other.once('exit', done));
    other.kill('SIGKILL');
    await ended;
    expect(await index.position()).toBe(1);
    expect(await total(index, 'lighthouse ')).toBe(3);
    await build();
    expect(readdirSync(folder).some((name) => name.startsWith('building-'))).toBe(false);
  });

  it('holds a body of 10 MB and words of any length', async () => {
    const [article] = smallStory(7, 'lighthouse', day(1));
    const body = `opening ${'lorem ipsum '.repeat(40_000)} needle ${'dolor sit '.repeat(1_000_000)}`.slice(0, 10_000_000);
    await build([{ ...article, title: 'w'.repeat(100_000), body } as SearchDocument], 1);
    const { hits } = await index.search(request('needle '));
    expect(hits.map((h) => h.id)).toEqual([7]);
    const label = hits[0].highlights.find((h) => h.field === 'body')!;
    expect(body.slice(label.start!, label.start! + label.text.length)).toBe(label.text);
    expect(label.text.slice(label.spans[0].start, label.spans[0].end)).toBe('needle');
    expect(await index.apply({ from: 1, to: 2, upserts: [], deletes: [{ type: 'ARTICLE', id: 7 }] })).toBe(true);
    expect(await total(index, '')).toBe(0);
  });
});
