/** Opens the SQL store: the truth that everything else is made from. */
import type { Outbox, Store } from '../domain/write-store.js';
import { OnRecordError } from '../domain/errors.js';
import type { Kysely } from 'kysely';
import { BodyCache } from './body-cache.js';
import { FrequentKeys } from './frequent-keys.js';
import { acquireLease, isHeldByOther, releaseLease } from './leases.js';
import { MIGRATIONS, migrate, refuseNewer, schemaVersion } from './migrations/index.js';
import { firstSeq, lag, lastSeq, prune, rowsAfter } from './outbox.js';
import { readStore } from './read.js';
import type { Tables } from './schema.js';
import type { Session } from './session.js';
import { changesElsewhere, databaseFile, inTransaction, openReader, openWriter, sqliteDialect as dialect } from './sqlite.js';
import { settle, writeStore } from './write.js';

export interface SqliteStoreOptions {
  /** The data folder; made where it is missing. */
  readonly folder: string;
  /** Reads only, and never waits for a writer. The database must be there. */
  readonly readOnly?: boolean;
  /** Told every SQL statement that is run, for tests and metrics. */
  readonly onStatement?: (text: string) => void;
  /** How long a transaction waits for those of other processes, milliseconds; then it fails with STORE_BUSY. */
  readonly writeWaitMs?: number;
}

/**
 * Opens `onrecord.sqlite` in the folder, and brings its tables up to date.
 * @throws OnRecordError DATA_NEWER where a newer version wrote it; NOT_FOUND where it must be there and is not;
 *   UNREADABLE where it is no database or may not be opened.
 */
export async function openSqliteStore({ folder, readOnly = false, onStatement, writeWaitMs }: SqliteStoreOptions): Promise<Store> {
  const file = databaseFile(folder, readOnly);
  const writer = readOnly ? null : await openWriter(file, onStatement);
  if (writer) await upToDate(writer);
  const reader = await openReader(file, onStatement);
  try {
    const version = await schemaVersion(reader);
    refuseNewer(version);
    if (version < MIGRATIONS.length) {
      const once = await openWriter(file);
      await upToDate(once);
      await once.destroy();
    }
  } catch (error) {
    await reader.destroy();
    throw error;
  }
  return storeOver(reader, writer, writeWaitMs);
}

async function upToDate(writer: Kysely<Tables>): Promise<void> {
  try {
    if ((await schemaVersion(writer)) !== MIGRATIONS.length) await inTransaction(writer, (db) => migrate(db, dialect));
  } catch (error) {
    await writer.destroy();
    throw error;
  }
}

function storeOver(reader: Kysely<Tables>, writer: Kysely<Tables> | null, writeWaitMs?: number): Store {
  const reading: Session = { db: reader, dialect };
  const frequentKeys = new FrequentKeys();
  let lastChange: number | null = null;
  // Whether what the last transaction wrote is there to stay, and what it learned is so.
  let isKept = true;
  let last: Promise<unknown> = Promise.resolve();

  const transaction = <T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> => {
    if (!writer) return Promise.reject(new OnRecordError('INTERNAL', 'The data folder was opened for reading only.'));
    const result = inTransaction(writer, work, writeWaitMs);
    last = result.catch(() => undefined);
    return result;
  };

  const outbox: Outbox = {
    after: (seq, limit) => rowsAfter(reading, seq, limit),
    lastSeq: () => lastSeq(reading),
    firstSeq: () => firstSeq(reading),
    prune: (seq) => transaction((db) => prune({ db, dialect }, seq)),
    lag: (seq, now) => lag(reading, seq, now),
  };

  return {
    read: readStore(reading),
    outbox,
    write: async (work) => {
      const result = await transaction(async (db) => {
        const change = await changesElsewhere(db);
        if (change !== lastChange || !isKept) frequentKeys.forget();
        [lastChange, isKept] = [change, false];
        const session = { db, dialect, bodies: new BodyCache(), frequentKeys, staleStatements: new Set<number>(), staleSpeakers: new Set<number>(), renamedSpeakers: new Set<number>(), staleStories: new Set<number>(), touched: new Map() };
        const done = await work(writeStore(session));
        await settle(session, Date.now());
        return done;
      });
      isKept = true;
      return result;
    },
    acquireLease: async (name, owner, ttlMs) =>
      !(await isHeldByOther(reading, name, owner, Date.now())) && transaction((db) => acquireLease({ db, dialect }, name, owner, ttlMs, Date.now())),
    releaseLease: (name, owner) => transaction((db) => releaseLease({ db, dialect }, name, owner)),
    close: async () => {
      await last;
      await reader.destroy();
      await writer?.destroy(); // last, so that it can bring the log into the database
    },
  };
}
