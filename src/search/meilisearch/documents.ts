/** What is stored for a record: the port's document with the date as a number and text that the server can read. */
import type { ArticleDocument, SearchDocument } from '../../domain/search-index.js';
import { beginning } from '../../text/spans.js';

/** A label's length, and so the longest opening worth keeping. UTF-16 units. */
const OPENING_UNITS = 300;
/** The server leaves out words of more than about 250 bytes; of these, the head is kept findable. UTF-16 units. */
const LONG_WORD_UNITS = 80;
/** With an upper bound, because one word of megabytes would overflow the expression. */
const LONG_WORD = new RegExp(`[\\p{L}\\p{N}]{${LONG_WORD_UNITS},4096}`, 'gu');

/** Written as JSON. `id` is the record's number. `null` and absent are the same to filters and sorting. */
export type StoredDocument = Readonly<Record<string, unknown>> & { readonly id: number };

/** The document as it goes to the server. Offsets into its texts are those of the texts given. */
export function storedDocument({ type: _type, date, ...fields }: SearchDocument): StoredDocument {
  const stored: Record<string, unknown> = {};
  const longWords: string[] = [];
  for (const [name, value] of Object.entries(fields)) stored[name] = wellFormed(value);
  for (const value of Object.values(stored).flat()) {
    if (typeof value === 'string') for (const word of value.match(LONG_WORD) ?? []) longWords.push(word.slice(0, LONG_WORD_UNITS));
  }
  return {
    ...stored,
    id: fields.id,
    date: date === null ? null : Date.parse(date),
    ...(longWords.length > 0 && { longWords: wellFormed(longWords) }),
    ...prominence(fields),
    ...('body' in fields && opening(fields)),
  };
}

/** What breaks a tie in relevance: the speaker quoted most, the statement told by most sources. */
function prominence(fields: object): { prominence?: number } {
  if ('quoteCount' in fields) return { prominence: Number(fields.quoteCount) };
  if ('sourceCount' in fields) return { prominence: Number(fields.sourceCount) };
  return {};
}

/** An article without a title is suggested by its first words. */
function opening({ title, body }: Pick<ArticleDocument, 'title' | 'body'>): { opening?: string } {
  return title === null || title.trim() === '' ? { opening: beginning(body.trimStart(), OPENING_UNITS) } : {};
}

/** The server refuses a lone surrogate; the mark that replaces it is as long, so offsets hold. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  return Array.isArray(value) ? value.map(wellFormed) : value;
}
