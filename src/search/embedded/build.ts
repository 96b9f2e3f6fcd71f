/** Building a whole index in a file of its own, in slices, so that searches of this process are answered in between. */
import Database from 'better-sqlite3';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SearchDocument } from '../../domain/search-index.js';
import { createSchema, WORD_TABLES } from './schema.js';
import { IndexWriter } from './writer.js';

/** Documents between two chances for others to run: about 10 ms. */
const SLICE_DOCUMENTS = 100;
/** Bytes of body text that end a slice early. */
const SLICE_UNITS = 500_000;
const COMMIT_DOCUMENTS = 50_000;
/** FTS5 keeps words in memory until they fill this many bytes (a table): fewer, larger pieces to merge. */
const HASH_BYTES = 16 * 1024 * 1024;
/** Pages merged between two chances for others to run: about 25 ms. */
const MERGE_PAGES = 500;
/** FTS5's own settings, for a table that is kept up to date piece by piece. */
const AFTER_BUILD = { automerge: 4, crisismerge: 16, hashsize: 1024 * 1024 };

const sizeOf = (document: SearchDocument): number => (document.type === 'ARTICLE' ? document.body.length : 0);

/** Cuts a batch into slices that cost about the same. */
function* slices(documents: readonly SearchDocument[]): Generator<SearchDocument[]> {
  let slice: SearchDocument[] = [];
  let units = 0;
  for (const document of documents) {
    slice.push(document);
    units += sizeOf(document);
    if (slice.length < SLICE_DOCUMENTS && units < SLICE_UNITS) continue;
    yield slice;
    slice = [];
    units = 0;
  }
  if (slice.length > 0) yield slice;
}

/** The numbers stand in the SQL: bound, they would be floating point, which FTS5 refuses here. */
function setWordTable(db: Database.Database, table: string, settings: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(settings)) db.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('${name}', ${value})`);
}

/** Merges the pieces of a full-text table into one, a little at a time. */
async function mergeAll(db: Database.Database, table: string): Promise<void> {
  const changes = db.prepare('SELECT total_changes()').pluck();
  // A negative number makes every piece part of the merge; positive ones then carry it on. It is over when a step
  // changes nothing but its own row.
  for (let pages = -MERGE_PAGES; ; pages = MERGE_PAGES) {
    const before = changes.get() as number;
    db.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${pages})`);
    if ((changes.get() as number) - before < 2) return;
    await nextTurn();
  }
}

/**
 * Writes all documents into a new file. A record that comes twice stays as it came last.
 * @throws what the batches throw; the file is then incomplete and must be removed
 */
export async function buildIndex(file: string, batches: AsyncIterable<readonly SearchDocument[]>, position: number): Promise<void> {
  const db = new Database(file);
  try {
    // Nothing of this file is worth anything before it is complete: no journal, no waiting for the disk.
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    db.pragma('locking_mode = EXCLUSIVE');
    createSchema(db);
    for (const table of WORD_TABLES) setWordTable(db, table, { automerge: 0, crisismerge: 16, hashsize: HASH_BYTES });
    const writer = new IndexWriter(db);
    let written = 0;
    db.exec('BEGIN');
    for await (const batch of batches) {
      for (const slice of slices(batch)) {
        const last = [...new Map(slice.map((d) => [`${d.type} ${d.id}`, d])).values()];
        for (const document of last) writer.remove(document);
        writer.add(last);
        written += slice.length;
        if (written >= COMMIT_DOCUMENTS) {
          db.exec('COMMIT; BEGIN');
          written = 0;
        }
        await nextTurn();
      }
    }
    writer.flushCounts();
    writer.setPosition(position);
    db.exec('COMMIT');
    for (const table of WORD_TABLES) {
      await mergeAll(db, table);
      setWordTable(db, table, AFTER_BUILD);
    }
    db.exec('ANALYZE fact');
  } finally {
    db.close();
  }
}
