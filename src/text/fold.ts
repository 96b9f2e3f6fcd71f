const MARKS = /\p{M}+/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/** Lower case, without accents: the form in which words are compared. Its length may differ from the input's. */
export const fold = (text: string): string => text.normalize('NFD').replace(MARKS, '').toLowerCase().normalize('NFC');

/** The folded words of a text: runs of letters and digits, in order. */
export const foldedWords = (text: string): string[] => fold(text).match(WORD) ?? [];

/**
 * The folded words between single spaces, with one space before the first and after the last, so that a word can be
 * looked up as ` word `. A text without words is a single space.
 */
export const foldedLine = (text: string): string => ` ${foldedWords(text).map((w) => `${w} `).join('')}`;
