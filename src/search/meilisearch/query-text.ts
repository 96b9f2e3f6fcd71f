/** What was typed, as the server is to read it. */
import { withoutAccents } from '../../text/fold.js';
import { parseQuery } from '../query.js';
import { MAX_WORD_UNITS, visitWords } from '../words.js';

/** The server reads this many words of a query and passes over the rest; so those beyond are not sent. */
export const MAX_SERVER_WORDS = 10;

export interface ServerQuery {
  /** Empty where nothing was typed that holds a letter or digit: everything. */
  readonly q: string;
  /** More than one word or phrase: some may be dropped where nothing has them all. */
  readonly severalTerms: boolean;
}

/** The server folds letters by its own rules, in texts and queries alike: a ß that became ss here it might find in no text. */
function serverWords(text: string, limit: number): string[] {
  const words: string[] = [];
  if (limit > 0) visitWords(text, (_folded, start, end) => words.push(withoutAccents(text.slice(start, end)).slice(0, MAX_WORD_UNITS)) < limit);
  return words;
}

/**
 * Put together again from its words and phrases, so that nothing the server reads as an operator is left (a minus, a
 * quotation mark without a partner, control characters). Phrases go first: the last word alone may be a prefix, and
 * white space after it says that it is none.
 */
export function serverQuery(typed: string): ServerQuery {
  const { words, phrases } = parseQuery(typed, serverWords);
  const terms: string[] = [];
  let left = MAX_SERVER_WORDS;
  for (const phrase of phrases) {
    if (left > 0) terms.push(`"${phrase.slice(0, left).join(' ')}"`);
    left = Math.max(0, left - phrase.length);
  }
  const kept = words.slice(0, left);
  terms.push(...kept.map(({ word }) => word));
  const q = terms.join(' ') + (kept.at(-1)?.prefix === true ? '' : ' ');
  return { q: terms.length === 0 ? '' : q, severalTerms: terms.length > 1 };
}
