/** The search engine that needs nothing beside it: SQLite full-text tables in a folder of their own. */
import type { IndexBatch, SearchDocument, SearchIndex, SearchRequest, SearchResult, SuggestHit } from '../../domain/search-index.js';
import { OnRecordError } from '../../domain/errors.js';
import { buildIndex } from './build.js';
import { IndexFolder } from './folder.js';
import { Generation } from './generation.js';

/** Codes by which SQLite says that the file is no good, and not that it is merely busy. */
const DAMAGED = /^SQLITE_(CORRUPT|NOTADB|CANTOPEN|IOERR|ERROR)/;

const sqliteCode = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

class EmbeddedIndex implements SearchIndex {
  readonly engine = 'embedded';
  private open: { readonly name: string; readonly generation: Generation } | null = null;
  /** A file that could not be read: not tried again until another takes its place. */
  private unusable: string | null = null;

  constructor(private readonly folder: IndexFolder) {}

  async position(): Promise<number | null> {
    try {
      return this.use((generation) => generation.position());
    } catch (error) {
      if (error instanceof OnRecordError) return null;
      throw error;
    }
  }

  async apply(batch: IndexBatch): Promise<boolean> {
    return this.current() === null ? false : this.use((generation) => generation.apply(batch));
  }

  async rebuild(batches: AsyncIterable<readonly SearchDocument[]>, position: number): Promise<void> {
    const building = this.folder.startBuild();
    try {
      await buildIndex(this.folder.file(building), batches, position);
      this.folder.finishBuild(building);
    } catch (error) {
      this.folder.abandonBuild(building);
      throw error;
    }
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    return this.use((generation) => generation.search(request));
  }

  async suggest(prefix: string, limit: number): Promise<SuggestHit[]> {
    return this.use((generation) => generation.suggest(prefix, limit));
  }

  async close(): Promise<void> {
    this.leave();
  }

  /** The file that answers now, moved over to where a rebuild (here or in another process) has put a new one. */
  private current(): Generation | null {
    const name = this.folder.current();
    if (this.open && this.open.name === name) return this.open.generation;
    this.leave();
    if (name === null || name === this.unusable) return null;
    try {
      this.open = { name, generation: new Generation(this.folder.file(name)) };
      this.unusable = null;
      return this.open.generation;
    } catch (error) {
      // Busy is no damage: the next call tries again.
      if (!sqliteCode(error).startsWith('SQLITE_BUSY')) this.unusable = name;
      return null;
    }
  }

  /** @throws OnRecordError SEARCH_UNAVAILABLE where there is no index, or it is damaged, or kept busy by another process */
  private use<T>(work: (generation: Generation) => T): T {
    const generation = this.current();
    if (!generation) throw new OnRecordError('SEARCH_UNAVAILABLE', 'There is no search index yet, or it cannot be read. Run "onrecord reindex".');
    try {
      return work(generation);
    } catch (error) {
      const code = sqliteCode(error);
      if (!code.startsWith('SQLITE_')) throw error;
      if (DAMAGED.test(code)) {
        this.unusable = this.open?.name ?? null;
        this.leave();
      }
      throw new OnRecordError('SEARCH_UNAVAILABLE', undefined, { cause: error });
    }
  }

  private leave(): void {
    this.open?.generation.close();
    this.open = null;
  }
}

/**
 * Opens the index in a folder, which is made where it is missing. Any number of processes may hold the same folder.
 * An index that is missing, damaged or of another version has position null until it is rebuilt.
 */
export async function openEmbeddedIndex(options: { folder: string }): Promise<SearchIndex> {
  return new EmbeddedIndex(new IndexFolder(options.folder));
}
