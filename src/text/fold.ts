import { matchesIn } from './pieces.js';

/** One at a time: a row of megabytes of them would overflow an expression for the whole row. */
const MARK = /\p{M}/gu;
const WORD = /[\p{L}\p{N}]+/gu;
const BEYOND_ASCII = /[^\0-\x7f]/;

/** Lower case, without accents: the form in which words are compared. Its length may differ from the input's. Linear in the length. */
export function fold(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  // Marks that stand alone go first: normalizing sorts each row of them, in time that grows with the square of the row.
  return text.replace(MARK, '').normalize('NFD').replace(MARK, '').toLowerCase().normalize('NFC');
}

/** The folded words of a text: runs of letters and digits, in order. */
export const foldedWords = (text: string): string[] => Array.from(matchesIn(WORD, fold(text)), (word) => word.text);

/**
 * The folded words between single spaces, with one space before the first and after the last, so that a word can be
 * looked up as ` word `. A text without words is a single space.
 */
export const foldedLine = (text: string): string => ` ${foldedWords(text).map((w) => `${w} `).join('')}`;
