/** All that only SQLite knows: how to open it, how to begin a transaction, and its own SQL. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { OnRecordError } from '../domain/errors.js';
import type { Tables } from './schema.js';
import type { PairRow, SqlDialect } from './session.js';

export const DATABASE_FILE = 'onrecord.sqlite';

/** How long a writer waits for other transactions to end: one article of 10 MB takes about a minute. */
export const WRITE_WAIT_MS = 180_000;
/** SQLite waits on the thread, and would hold up every reader of this process; so it waits briefly and we wait longer. */
const BLOCKING_WAIT_MS = 5;
/** Pauses grow to the longer one: a lock that is held for minutes is not asked for sixty times a second. */
const RETRY_PAUSE_MS = 15;
const MAX_RETRY_PAUSE_MS = 100;
const RETRY_PAUSE_GROWTH = 1.2;
/** Memory for pages, for each connection. */
const CACHE_KIB = 32_768;
/** Prepared statements that a connection keeps; the store has fewer than this, filters apart. */
const PREPARED_MAX = 400;

export const sqliteDialect: SqlDialect = {
  values: (list) => sql<{ v: number | string }>`select value as v from json_each(${JSON.stringify(list)})`,
  pairs: (list) =>
    sql<PairRow>`(select key as i, json_extract(value, '$[0]') as a, json_extract(value, '$[1]') as b from json_each(${JSON.stringify(list)}))`,
  rows: (columns, list) =>
    sql`(select ${sql.join(columns.map((column, i) => sql`json_extract(value, ${sql.lit(`$[${i}]`)}) as ${sql.ref(column)}`))} from json_each(${JSON.stringify(list)}))`,
  joined: (value) => sql<string>`group_concat(${value}, ',')`,
  idColumn: (column) => column.primaryKey().autoIncrement(),
  keyOnly: (table) => table.modifyEnd(sql`without rowid`),
};

/** Keeps prepared statements: preparing costs more than running a small one. */
function cached(database: Database.Database): { prepare(text: string): Database.Statement; close(): void } {
  const statements = new Map<string, Database.Statement>();
  return {
    prepare(text) {
      const known = statements.get(text);
      if (known) return known;
      if (statements.size >= PREPARED_MAX) statements.delete(statements.keys().next().value!);
      const statement = database.prepare(text);
      statements.set(text, statement);
      return statement;
    },
    close: () => database.close(),
  };
}

function builder(database: Database.Database, onStatement?: (text: string) => void): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new SqliteDialect({ database: cached(database) }),
    log: (event) => {
      if (event.level === 'query') onStatement?.(event.query.sql);
    },
  });
}

const isBusy = (error: unknown): boolean => error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');

/**
 * Tries again while another process holds a lock, without holding up this one.
 * @throws OnRecordError STORE_BUSY where it is still held at the deadline (milliseconds since the epoch)
 */
async function patiently<T>(deadline: number, work: () => T | Promise<T>): Promise<T> {
  for (let pause = RETRY_PAUSE_MS; ; pause = Math.min(MAX_RETRY_PAUSE_MS, pause * RETRY_PAUSE_GROWTH)) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (Date.now() >= deadline) throw new OnRecordError('STORE_BUSY', undefined, { cause: error });
      await sleep(pause * (0.5 + Math.random()));
    }
  }
}

function connect(file: string, readonly: boolean): Database.Database {
  const database = new Database(file, { readonly, fileMustExist: readonly, timeout: BLOCKING_WAIT_MS });
  try {
    database.pragma('foreign_keys = ON');
    database.pragma(`cache_size = -${CACHE_KIB}`);
    database.pragma('temp_store = MEMORY');
    // Reading the mode also tells a file that is no database.
    if (database.pragma('journal_mode', { simple: true }) !== 'wal' && !readonly) database.pragma('journal_mode = WAL');
    // FULL: what was committed is on the disk when the caller hears of it, even if the power fails.
    if (!readonly) database.pragma('synchronous = FULL');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

async function open(file: string, readonly: boolean): Promise<Database.Database> {
  try {
    return await patiently(Date.now() + WRITE_WAIT_MS, () => connect(file, readonly));
  } catch (cause) {
    if (cause instanceof OnRecordError) throw cause;
    throw new OnRecordError('UNREADABLE', `The database in the data folder cannot be opened. Check that the folder is OnRecord's and may be read and written.`, { cause });
  }
}

/** Where the database of a folder is; the folder is made where it is missing. */
export function databaseFile(folder: string, mustExist: boolean): string {
  const file = join(folder, DATABASE_FILE);
  if (mustExist && !existsSync(file)) {
    throw new OnRecordError('NOT_FOUND', 'The data folder holds no OnRecord database. Ingest something first, or name another folder.');
  }
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new OnRecordError('UNREADABLE', 'The data folder cannot be made. Name one that may be written.', { cause });
  }
  return file;
}

/** A connection that only reads, and never waits for a writer. */
export const openReader = async (file: string, onStatement?: (text: string) => void): Promise<Kysely<Tables>> => builder(await open(file, true), onStatement);

export const openWriter = async (file: string, onStatement?: (text: string) => void): Promise<Kysely<Tables>> => builder(await open(file, false), onStatement);

/** A number that is another one once another connection, of this process or another, has changed the database. */
export async function changesElsewhere(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
  return rows[0].data_version;
}

/**
 * Runs the work in one transaction; transactions of one process run one after another, in the order asked for.
 * @param waitMs counted from the call, so that those who queue behind one that waits do not each wait as long again
 * @throws OnRecordError STORE_BUSY where another process holds the write lock for all that time
 */
export function inTransaction<T>(writer: Kysely<Tables>, work: (db: Kysely<Tables>) => Promise<T>, waitMs = WRITE_WAIT_MS): Promise<T> {
  const deadline = Date.now() + waitMs;
  return writer.connection().execute(async (db) => {
    // IMMEDIATE takes the write lock now: a transaction that reads first and writes later could find it taken.
    await patiently(deadline, () => sql`begin immediate`.execute(db));
    try {
      const result = await work(db);
      await sql`commit`.execute(db);
      return result;
    } catch (error) {
      // SQLite has rolled back by itself after some errors (disk full); the first error is the one to tell.
      await sql`rollback`.execute(db).catch(() => undefined);
      throw error;
    }
  });
}
