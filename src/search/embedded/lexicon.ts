/** The vocabulary of an open index, kept up with its file: a large part that seldom changes, and what came since. */
import type Database from 'better-sqlite3';
import { Vocabulary } from './vocabulary.js';

/** Above this share of the large part (and never below the least), new words are taken into it. */
const NEW_SHARE = 0.05;
const LEAST_NEW = 4_000;

/** A word of the index that may have been meant, and how far it is from what was typed. */
export interface Variant {
  readonly word: string;
  readonly edits: number;
}

type WordRow = [id: number, word: string, count: number];

export class Lexicon {
  private base = new Vocabulary([], []);
  private recent = new Vocabulary([], []);
  private recentRows: WordRow[] = [];
  private lastId = 0;

  constructor(private readonly db: Database.Database) {}

  /** Reads the words that were added since the last time. */
  refresh(): void {
    const rows = this.db.prepare<[number], WordRow>('SELECT id, word, count FROM word WHERE id > ? ORDER BY id').raw().all(this.lastId) as WordRow[];
    if (rows.length === 0) return;
    this.lastId = rows[rows.length - 1][0];
    this.recentRows.push(...rows);
    if (this.recentRows.length > Math.max(LEAST_NEW, NEW_SHARE * this.base.words.length)) {
      // Counts have moved too since the large part was read, so all of it is read again.
      this.base = vocabularyOf(this.db.prepare('SELECT id, word, count FROM word WHERE id <= ? ORDER BY id').raw().all(this.lastId) as WordRow[]);
      this.recentRows = [];
    }
    this.recent = vocabularyOf(this.recentRows);
  }

  has(word: string): boolean {
    return this.base.indexOf(word) >= 0 || this.recent.indexOf(word) >= 0;
  }

  /** How often the word stands in the index, roughly: counts are as of when the word was read. */
  countOf(word: string): number {
    return this.parts().reduce((sum, part) => sum + (part.counts[part.indexOf(word)] ?? 0), 0);
  }

  /** How many words begin so, and, where they are at most `limit`, which. */
  beginning(prefix: string, limit: number): { total: number; words: string[] | null } {
    const ranges = this.parts().map((part) => ({ part, range: part.rangeOf(prefix) }));
    const total = ranges.reduce((sum, { range: [from, to] }) => sum + to - from, 0);
    return { total, words: total > limit ? null : ranges.flatMap(({ part, range }) => part.words.slice(...range)) };
  }

  /** Words within `reach` edits, the typed one excepted (as a prefix: those that begin with it), nearest and commonest first. */
  variants(typed: string, reach: number, asPrefix: boolean, limit: number): Variant[] {
    return this.parts()
      .flatMap((part) => part.near(typed, reach, asPrefix).map(({ at, edits }) => ({ word: part.words[at], edits, count: part.counts[at] })))
      .filter((v) => v.edits > 0 && v.count > 0)
      .sort((a, b) => a.edits - b.edits || b.count - a.count || (a.word < b.word ? -1 : 1))
      .slice(0, limit)
      .map(({ word, edits }) => ({ word, edits }));
  }

  private parts(): readonly Vocabulary[] {
    return [this.base, this.recent];
  }
}

function vocabularyOf(rows: readonly WordRow[]): Vocabulary {
  const sorted = [...rows].sort((a, b) => (a[1] < b[1] ? -1 : 1));
  return new Vocabulary(sorted.map((r) => r[1]), Float64Array.from(sorted, (r) => r[2]));
}
