import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT, ROOT_KEY } from '../../src/domain/read-store.js';
import { openSqliteStore } from '../../src/store/index.js';
import { MIGRATIONS } from '../../src/store/migrations/index.js';
import { DATABASE_FILE, openWriter } from '../../src/store/sqlite.js';
import { article, first, idsOf, quote, sighting } from '../contract/store-fixture.js';

/** As `pragma synchronous` answers it. */
const SYNCHRONOUS_FULL = 2;
const CHILD = fileURLToPath(new URL('./child-writer.ts', import.meta.url));

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'onrecord-sqlite-')); });
afterEach(() => rm(folder, { recursive: true, force: true }));

const writer = (name: string, count: number): ChildProcessByStdio<null, Readable, null> =>
  spawn(process.execPath, ['--import', 'tsx', CHILD, folder, name, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] });

const ended = (child: ChildProcessByStdio<null, Readable, null>): Promise<unknown> => new Promise((resolve) => child.on('close', (code, signal) => resolve(code ?? signal)));

describe('the SQLite store', () => {
  it('loses nothing that was reported, and keeps nothing half, when it is killed while writing', async () => {
    const child = writer('Killed', 1_000_000);
    const reported: number[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      reported.push(Number(line));
      if (reported.length === 25) child.kill('SIGKILL');
    }
    expect(await ended(child)).toBe('SIGKILL');

    const store = await openSqliteStore({ folder });
    const { read, outbox } = store;
    expect((await read.articles(reported)).map((a) => a?.id)).toEqual(reported);
    // One more may have been committed and not yet reported; none may be there in part.
    const ids = await read.idsAfter('ARTICLE', 0, 10_000);
    const quotes = await read.countQuotes({ type: 'ARTICLE', ids }, {});
    expect(ids.map((id) => quotes.get(id))).toEqual(ids.map(() => 3));
    expect((await outbox.after(0, 10_000)).map((row) => row.id)).toEqual(ids);
    expect((await read.articleCounts([1])).get(1)).toBe(ids.length);
    expect((await read.speakers([1]))[0]!.quoteCount).toBe(ids.length * 3);
    expect((await read.countStatements(ROOT, {})).get(ROOT_KEY)).toBe(ids.length * 3);
    await store.write((tx) => tx.insertArticle(article())); // and it can be written to
    await store.close();
    const database = new Database(join(folder, DATABASE_FILE));
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.pragma('foreign_key_check')).toEqual([]);
    database.close();
  });

  it('lets two processes write at once, and a third read', async () => {
    const children = [writer('East', 40), writer('West', 40)]; // all three make the database, at the same time
    const store = await openSqliteStore({ folder });
    const ends = Promise.all(children.map(ended));
    children.forEach((child) => child.stdout.resume());
    for (let n = 0; n < 40; n += 1) {
      await store.write(async (tx) => {
        await tx.insertArticle(article());
        await new Promise((resolve) => setTimeout(resolve, 5)); // the others wait for the lock meanwhile
      });
    }
    expect(await ends).toEqual([0, 0]);
    expect((await store.read.countArticles(ROOT, {})).get(ROOT_KEY)).toBe(120);
    expect(idsOf((await store.read.listSources(ROOT, first(9))).get(ROOT_KEY))).toHaveLength(2);
    expect((await store.read.countSpeakers({}))).toBe(1);
    await store.close();
  });

  it('answers reads at once while another process holds the write lock, and writes when that is free', async () => {
    const store = await openSqliteStore({ folder });
    const blocker = new Database(join(folder, DATABASE_FILE));
    blocker.exec('begin immediate');
    let written = false;
    const writing = store.write((tx) => tx.insertArticle(article())).then(() => { written = true; });
    const started = Date.now();
    for (let n = 0; n < 50; n += 1) expect(await store.read.isEmpty()).toBe(true);
    expect(Date.now() - started).toBeLessThan(2_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(written).toBe(false);
    blocker.exec('commit');
    blocker.close();
    await writing;
    expect(await store.read.isEmpty()).toBe(false);
    await store.close();
  });

  it('closes when what is being written is in', async () => {
    const store = await openSqliteStore({ folder });
    const writing = store.write(async (tx) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return tx.insertArticle(article());
    });
    await store.close();
    expect(await writing).toBe(1);
  });

  it('refuses what a newer version wrote, and leaves it as it is', async () => {
    await (await openSqliteStore({ folder })).close();
    const database = new Database(join(folder, DATABASE_FILE));
    database.prepare("update meta set value = ? where name = 'schema_version'").run(MIGRATIONS.length + 1);
    database.close();
    await expect(openSqliteStore({ folder })).rejects.toMatchObject({ code: 'DATA_NEWER' });
    await expect(openSqliteStore({ folder, readOnly: true })).rejects.toMatchObject({ code: 'DATA_NEWER' });
  });

  it('brings a folder from before joint speakers, merged keys, stories and keys by time up to date', async () => {
    const old = await openSqliteStore({ folder });
    await old.write(async (tx) => {
      const id = await tx.insertArticle(article());
      await tx.insertQuote(id, quote('x'));
      await tx.replaceSightings(id, [sighting('Bo Ek', { type: 'ORGANISATION' })]);
    });
    await old.close();
    const database = new Database(join(folder, DATABASE_FILE));
    database.exec("drop index articles_of_story; alter table articles drop column story_id; drop table stories; drop table story_redirects; drop table story_terms; drop table story_keys; drop table story_term_counts");
    database.exec('drop table same_pairs; drop table quote_key_lists; drop table quote_keys; create table quote_keys (key bigint not null, quote_id integer not null references quotes (id), primary key (key, quote_id)) without rowid; create index quote_keys_of on quote_keys (quote_id); insert into quote_keys values (7, 1), (8, 1)');
    database.exec("drop table speaker_types; drop table own_words; drop table joint_speakers; drop table boilerplate_hashes; drop table learned_boilerplate; drop index articles_by_arrival; alter table speaker_keys drop column merged; update meta set value = 5 where name = 'schema_version'");
    database.close();
    const store = await openSqliteStore({ folder });
    expect((await store.read.quotes([1]))[0]).toMatchObject({ text: 'x', jointSpeakerIds: [] });
    expect([(await store.read.articles([1]))[0]!.storyId, await store.read.countStories({})]).toEqual([null, 0]);
    const found = await store.read.candidates({ speakerId: null, publishedAt: null, windowDays: 30, keys: [7, 8], mostPerKey: 9, excludeQuoteIds: [], limit: 9 });
    expect(found.map((candidate) => candidate.id)).toEqual([1]);
    expect((await store.read.provenances([1]))[0]).toMatchObject({ agency: null, countedWords: null, ownWords: null });
    // One article of before and two of now.
    for (const type of ['PERSON', 'ORGANISATION'] as const) {
      await store.write(async (tx) => void (await tx.replaceSightings(await tx.insertArticle(article()), [sighting('Bo Ek', { type })])));
      expect((await store.read.speakers([1]))[0]!.type).toBe(type);
    }
    await store.close();
  });

  it('opens for reading only', async () => {
    await expect(openSqliteStore({ folder, readOnly: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const store = await openSqliteStore({ folder: join(folder, 'made', 'here') });
    await store.write(async (tx) => tx.insertQuote(await tx.insertArticle(article()), quote('x')));
    const reading = await openSqliteStore({ folder: join(folder, 'made', 'here'), readOnly: true });
    expect((await reading.read.quotes([1]))[0]!.text).toBe('x');
    await expect(reading.write((tx) => tx.insertArticle(article()))).rejects.toThrow('reading only');
    await store.write((tx) => tx.deleteQuotes([1]));
    expect(await reading.read.quotes([1])).toEqual([null]);
    await reading.close();
    await store.close();
  });

  it('says so where the file is no database', async () => {
    await writeFile(join(folder, DATABASE_FILE), 'This is a letter to a friend, not a database.'.repeat(50));
    await expect(openSqliteStore({ folder })).rejects.toMatchObject({ code: 'UNREADABLE' });
    await expect(openSqliteStore({ folder, readOnly: true })).rejects.toMatchObject({ code: 'UNREADABLE' });
  });

  it('is durable by default', async () => {
    const writing = await openWriter(join(folder, DATABASE_FILE));
    const setting = async (name: string): Promise<unknown> => Object.values((await sql<object>`pragma ${sql.raw(name)}`.execute(writing)).rows[0])[0];
    expect([await setting('journal_mode'), await setting('synchronous'), await setting('foreign_keys')]).toEqual(['wal', SYNCHRONOUS_FULL, 1]);
    await writing.destroy();
  });
});
