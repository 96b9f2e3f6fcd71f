/** One open file of the index, with the caches that go with it. */
import Database from 'better-sqlite3';
import type { IndexBatch, SearchRequest, SearchResult, SuggestHit } from '../../domain/search-index.js';
import { Candidates } from './candidates.js';
import { Columns } from './columns.js';
import { Filtering } from './filtering.js';
import { Lexicon } from './lexicon.js';
import { Lookup } from './lookup.js';
import { checkVersion } from './schema.js';
import { search } from './searching.js';
import type { SearchParts } from './searching.js';
import { Showing } from './showing.js';
import { suggest } from './suggesting.js';
import { IndexWriter } from './writer.js';

/** How long a write waits for that of another process, milliseconds. */
const BUSY_TIMEOUT_MS = 10_000;
const PAGE_CACHE_KIB = 64 * 1024;

export class Generation {
  private readonly db: Database.Database;
  private readonly lexicon: Lexicon;
  private readonly columns: Columns;
  private readonly parts: SearchParts;
  private readonly writer: IndexWriter;
  private readonly positionRow;
  private readonly dataVersion;
  /** Of the last time that the file was looked at; changes when another process (or connection) writes. */
  private seenVersion = -1;
  private wordsAreStale = true;
  private factsAreStale = true;

  /** @throws where the file is missing, damaged or of another version */
  constructor(file: string) {
    this.db = new Database(file, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    try {
      checkVersion(this.db);
      this.db.pragma('journal_mode = WAL');
      // A power cut may take the last batches with it, position and all: the outbox brings them again.
      this.db.pragma('synchronous = NORMAL');
      this.db.pragma(`cache_size = -${PAGE_CACHE_KIB}`);
      this.db.pragma('temp_store = MEMORY');
      this.lexicon = new Lexicon(this.db);
      this.columns = new Columns(this.db);
      this.writer = new IndexWriter(this.db);
      this.positionRow = this.db.prepare<[], number>(`SELECT value FROM meta WHERE key = 'position'`).pluck();
      this.dataVersion = this.db.prepare<[], number>('PRAGMA data_version').pluck();
      const lookup = new Lookup(this.db, this.lexicon);
      this.parts = {
        lookup, candidates: new Candidates(this.db, lookup), showing: new Showing(this.db), filtering: new Filtering(this.columns),
        columns: () => this.freshColumns(),
      };
    } catch (error) {
      this.db.close();
      throw error;
    }
  }

  position(): number {
    return this.positionRow.get()!;
  }

  /** The whole batch in one transaction with the position. False, and nothing done, where the index stands elsewhere. */
  apply(batch: IndexBatch): boolean {
    const applied = this.db.transaction(() => {
      if (this.position() !== batch.from) return false;
      for (const key of [...batch.deletes, ...batch.upserts]) this.writer.remove(key);
      this.writer.add(batch.upserts);
      this.writer.flushCounts();
      this.writer.setPosition(batch.to);
      return true;
    });
    try {
      // Immediate: what was read of the position stays true until the end.
      return applied.immediate();
    } finally {
      this.writer.forgetCounts();
      this.wordsAreStale = true;
      this.factsAreStale = true;
    }
  }

  search(request: SearchRequest): SearchResult {
    return this.reading(() => search(this.parts, request));
  }

  suggest(prefix: string, limit: number): SuggestHit[] {
    return this.reading(() => suggest(this.parts, prefix, limit));
  }

  close(): void {
    this.db.close();
  }

  /** Runs the work on one state of the file, whatever others write meanwhile, with the vocabulary of that state. */
  private reading<T>(work: () => T): T {
    return this.db.transaction(() => {
      const version = this.dataVersion.get()!;
      if (version !== this.seenVersion) {
        this.seenVersion = version;
        this.wordsAreStale = true;
        this.factsAreStale = true;
      }
      if (this.wordsAreStale) this.lexicon.refresh();
      this.wordsAreStale = false;
      return work();
    })();
  }

  private freshColumns(): Columns {
    if (this.factsAreStale) this.columns.refresh();
    this.factsAreStale = false;
    return this.columns;
  }
}
