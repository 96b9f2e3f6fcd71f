/** The file of one generation of the index. Another version is never read: the index is built anew from the store. */
import type Database from 'better-sqlite3';
import { OnRecordError } from '../../domain/errors.js';
import type { SearchType } from '../../domain/filters.js';
import type { Manner, QuoteKind } from '../../domain/records.js';

/** Raise it with every change of the tables, of what is indexed, or of how words are told apart. */
export const SCHEMA_VERSION = 2;

/** The place of a type, kind or manner in these lists, plus one, is its number in the file; 0 is none. */
export const TYPES: readonly SearchType[] = ['ARTICLE', 'QUOTE', 'SPEAKER', 'STATEMENT'];
export const KINDS: readonly QuoteKind[] = ['DIRECT', 'INDIRECT', 'MIXED'];
export const MANNERS: readonly Manner[] = ['SPEECH', 'WRITING', 'ATTITUDE'];

/** One full-text table a type: each type is counted, capped and completed on its own. */
export const wordTable = (type: SearchType): string => `words_${type.toLowerCase()}`;
/** Titles of articles once more: a keystroke must not read through all bodies that have its words. */
export const TITLE_TABLE = 'words_title';
export const WORD_TABLES: readonly string[] = [...TYPES.map(wordTable), TITLE_TABLE];

/**
 * fact: what filters, facets and orders need of a document, in narrow rows that load fast; `doc` only ever grows, a
 * changed document gets a new one, so that readers learn what is new and what is gone by two comparisons.
 * doc: the beginning of each field as folded words (ranking), and the texts (highlights), which stand last: what is read
 * of candidates comes before the pages that a long text runs over to.
 */
const TABLES = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE fact (
  doc INTEGER PRIMARY KEY AUTOINCREMENT, type INTEGER NOT NULL, record INTEGER NOT NULL, date REAL,
  speaker INTEGER, source INTEGER, kind INTEGER NOT NULL, manner INTEGER NOT NULL, article INTEGER, statement INTEGER
);
CREATE UNIQUE INDEX fact_record ON fact (type, record);
CREATE TABLE gone (seq INTEGER PRIMARY KEY AUTOINCREMENT, doc INTEGER NOT NULL);
CREATE TABLE doc (
  doc INTEGER PRIMARY KEY, record INTEGER NOT NULL, date REAL, weight INTEGER NOT NULL,
  head TEXT NOT NULL, main TEXT NOT NULL, side TEXT NOT NULL, texts TEXT NOT NULL
);
CREATE TABLE word (id INTEGER PRIMARY KEY AUTOINCREMENT, word TEXT NOT NULL UNIQUE, count INTEGER NOT NULL);
${WORD_TABLES.map((table) => `CREATE VIRTUAL TABLE ${table} USING fts5(
  head, main, side, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3 4'
);`).join('\n')}
`;

export function createSchema(db: Database.Database): void {
  db.exec(TABLES);
  db.prepare(`INSERT INTO meta (key, value) VALUES ('version', ?), ('position', 0)`).run(SCHEMA_VERSION);
}

/** @throws OnRecordError SEARCH_UNAVAILABLE where the file is of another version */
export function checkVersion(db: Database.Database): void {
  const version = db.prepare(`SELECT value FROM meta WHERE key = 'version'`).pluck().get();
  if (version !== SCHEMA_VERSION) throw new OnRecordError('SEARCH_UNAVAILABLE', 'The search index was written by another version. Run "onrecord reindex".');
}
