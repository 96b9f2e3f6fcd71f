/** The texts of a found document with what matched in them marked. */
import type Database from 'better-sqlite3';
import type { HighlightText } from '../../domain/search-index.js';
import { cutLabel, matchSpans } from '../highlight.js';
import type { Matcher } from '../highlight.js';
import { MAX_INDEXED_WORDS } from './documents.js';
import type { Texts } from './documents.js';

const NOTHING_MATCHES: Matcher = { matches: () => false, phrases: [] };

export class Showing {
  private readonly texts: Database.Statement<[number], string>;

  constructor(db: Database.Database) {
    this.texts = db.prepare<[number], string>('SELECT texts FROM doc WHERE doc = ?').pluck();
  }

  /** The texts in which something matched, in the order of the fields. */
  highlights(doc: number, matcher: Matcher | null): HighlightText[] {
    if (!matcher) return [];
    return this.of(doc).flatMap(({ field, text, start }) => {
      const spans = matchSpans(text, matcher, MAX_INDEXED_WORDS);
      return spans.length === 0 ? [] : [cutLabel(field, text, spans, start)];
    });
  }

  /** What the document is called, with what matched in that. */
  label(doc: number, matcher: Matcher = NOTHING_MATCHES): HighlightText | null {
    const first = this.of(doc).at(0);
    return first ? cutLabel(first.field, first.text, matchSpans(first.text, matcher, MAX_INDEXED_WORDS), first.start) : null;
  }

  private of(doc: number): Texts {
    return JSON.parse(this.texts.get(doc) ?? '[]') as Texts;
  }
}
