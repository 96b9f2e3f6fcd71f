/** What of a document is looked up, ranked and shown. */
import type { SearchType } from '../../domain/filters.js';
import type { SearchDocument } from '../../domain/search-index.js';
import { beginning } from '../../text/spans.js';
import { searchWords } from '../words.js';

/** Words of a field beyond these are not found; about 600 kB of English, forty times the longest report. */
export const MAX_INDEXED_WORDS = 100_000;
/** Ranking reads the beginning of a field: where news says what it is about. Words after it count as found, far apart. */
const RANKED_WORDS = 150;
/** The first words of an article that stand in for a title. */
const UNTITLED_UNITS = 100;

/** A text that can be shown as a highlight. `start`: where it begins in the article's body, or null. */
export interface ShownText {
  readonly field: string;
  readonly text: string;
  readonly start: number | null;
}

/** The three columns that words stand in, most telling first. */
export interface IndexedFields {
  readonly head: readonly string[];
  readonly main: readonly string[];
  readonly side: readonly string[];
}

/** A stored document. The first text is its label in suggestions. */
export type Texts = readonly ShownText[];

/** Which column each field's words go to. */
const COLUMN: Record<SearchType, Readonly<Record<string, keyof IndexedFields>>> = {
  ARTICLE: { title: 'head', body: 'main', byline: 'side', source: 'side' },
  QUOTE: { text: 'head', speaker: 'side', source: 'side' },
  SPEAKER: { name: 'head', alias: 'main', role: 'side' },
  STATEMENT: { text: 'head', rendering: 'main', speaker: 'side' },
};

/** The first words of a body, cut between two words. */
function firstWords(body: string): ShownText {
  const start = body.length - body.trimStart().length;
  const piece = beginning(body.slice(start), UNTITLED_UNITS);
  const cut = start + UNTITLED_UNITS < body.length && /\s/u.test(piece) ? piece.slice(0, piece.search(/\s\S*$/u)) : piece;
  return { field: 'body', text: cut.trimEnd(), start };
}

const whole = (field: string, text: string | null, start: number | null = null): ShownText[] => (text ? [{ field, text, start }] : []);

/** The texts of a document by field, its label first. */
export function textsOf(document: SearchDocument): Texts {
  switch (document.type) {
    case 'ARTICLE':
      return [
        document.title?.trim() ? { field: 'title', text: document.title, start: null } : { ...firstWords(document.body), field: 'title' },
        ...whole('body', document.body, 0), ...whole('byline', document.byline), ...whole('source', document.sourceName),
      ];
    case 'QUOTE':
      return [{ field: 'text', text: document.text, start: document.bodyStart }, ...whole('speaker', document.speakerName), ...whole('source', document.sourceName)];
    case 'SPEAKER':
      return [
        { field: 'name', text: document.name, start: null },
        ...document.aliases.flatMap((a) => whole('alias', a)), ...document.roles.flatMap((r) => whole('role', r)),
      ];
    case 'STATEMENT':
      return [
        { field: 'text', text: document.text, start: null },
        ...document.renderings.flatMap((r) => whole('rendering', r)), ...whole('speaker', document.speakerName),
      ];
  }
}

/** The words of each column. A document's texts always give the same, so that what was counted can be uncounted. */
export function fieldsOf(type: SearchType, texts: Texts): IndexedFields {
  const fields: Record<keyof IndexedFields, string[]> = { head: [], main: [], side: [] };
  for (const { field, text } of texts) {
    const words = fields[COLUMN[type][field]];
    for (const word of searchWords(text, MAX_INDEXED_WORDS - words.length)) words.push(word);
  }
  return fields;
}

export const rankedWords = (words: readonly string[]): string => words.slice(0, RANKED_WORDS).join(' ');

/** How much there is behind a record: of two that match alike the weightier comes first. */
export const weightOf = (document: SearchDocument): number =>
  document.type === 'SPEAKER' ? document.quoteCount : document.type === 'STATEMENT' ? document.sourceCount : 0;
