/** What was typed into a search box, taken apart. No text is an error. */
import { searchWords } from './words.js';

/** The words of a piece of a query, at most so many. */
export type ReadWords = (text: string, limit: number) => string[];

/** More words than this say no more about what is sought; a pasted page is cut here. */
export const MAX_QUERY_WORDS = 20;
/** No query is read further than this. */
export const MAX_QUERY_UNITS = 2_000;

export interface QueryWord {
  /** Folded. */
  readonly word: string;
  /** True for a last word that may still be going on. */
  readonly prefix: boolean;
}

export interface ParsedQuery {
  readonly words: readonly QueryWord[];
  /** The folded words of each part in double quotation marks: they must stand together, spelt so. */
  readonly phrases: readonly (readonly string[])[];
}

const QUOTATION_MARK = /["“”„«»]/u;
const ENDS_IN_SPACE = /\s$/u;

/** True where nothing can be looked up: no letter and no digit in it. */
export const hasNoWords = (query: ParsedQuery): boolean => query.words.length === 0 && query.phrases.length === 0;

/**
 * Takes a query apart into words and phrases. The last word is a prefix unless white space or a phrase follows it. A
 * quotation mark without a partner is passed over: a phrase that is still being typed is words until it is closed.
 * @param readWords how an engine's own words are told and folded; by default as in every text
 */
export function parseQuery(typed: string, readWords: ReadWords = searchWords): ParsedQuery {
  const read = typed.slice(0, MAX_QUERY_UNITS);
  const parts = read.split(QUOTATION_MARK);
  const phrases: string[][] = [];
  const words: QueryWord[] = [];
  let left = MAX_QUERY_WORDS;
  parts.forEach((part, i) => {
    const found = readWords(part, left);
    left -= found.length;
    // Odd parts stand between two marks, save the last one, which nothing closes.
    if (i % 2 === 1 && i < parts.length - 1) {
      if (found.length > 0) phrases.push(found);
      return;
    }
    const mayGoOn = i === parts.length - 1 && left > 0 && !ENDS_IN_SPACE.test(read);
    found.forEach((word, at) => words.push({ word, prefix: mayGoOn && at === found.length - 1 }));
  });
  return { words, phrases };
}
