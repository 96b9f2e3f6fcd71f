import { matchesIn } from './pieces.js';

/** One at a time: a row of megabytes of them would overflow an expression for the whole row. */
const MARK = /\p{M}/gu;
const WORD = /[\p{L}\p{N}]+/gu;
const BEYOND_ASCII = /[^\0-\x7f]/;
/** Marks, which go, and characters of two units, some of which become one. */
const MAY_SHRINK = /[\p{M}\u{10000}-\u{10ffff}]/u;

/**
 * Letters and digits that stand for others in another shape: ligatures (ﬁ), full and half width, presentation forms,
 * mathematical alphabets. Not all that Unicode calls compatible: a fraction or a trade mark is no spelling of a word, and
 * U+FDFA is four words.
 */
const OTHER_SHAPE = /[\u00aa\u00ba\u0132\u0133\u013f\u0140\u0149\u017f\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufdf9\ufe70-\ufefc\uff10-\uff9f\u{1d400}-\u{1d7ff}]/gu;
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;
/** Lower-case letters that Unicode does not take apart into a letter and a mark, as they are written without them. */
const WRITTEN: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ŧ: 't', ŋ: 'n', ı: 'i', ĸ: 'k', ſ: 's', ς: 'σ',
};
const HAS_OTHER_WRITING = new RegExp(`[${Object.keys(WRITTEN).join('')}]`, 'gu');

/** Lower case, without accents. Its length may differ from the input's. Linear in the length. */
export function withoutAccents(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  // Marks that stand alone go first: normalizing sorts each row of them, in time that grows with the square of the row.
  return text.replace(MARK, '').normalize('NFD').replace(MARK, '').toLowerCase().normalize('NFC');
}

/**
 * The form in which words are compared: lower case, without accents, letters of other shapes and alphabets as they are
 * otherwise written ("straße" is "strasse", "Ødegård" "odegard", "ﬁ" "fi"). Its length may differ from the input's.
 */
export function fold(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  const usual = text.replace(OTHER_SHAPE, (found) => (LETTER_OR_DIGIT.test(found) ? found.normalize('NFKD') : found));
  return withoutAccents(usual).replace(HAS_OTHER_WRITING, (letter) => WRITTEN[letter]);
}

/** A text folded character by character, so that each place in it is one of the text. Differs from `fold` only where marks stand apart from their letters. */
export function foldedInPlace(text: string): { readonly folded: string; readonly placeOf: (offset: number) => number } {
  const whole = fold(text);
  // Nothing became shorter, so that where the length is the same every character kept its place.
  if (whole.length === text.length && !MAY_SHRINK.test(text)) return { folded: whole, placeOf: (offset) => offset };
  const places: number[] = [];
  let [folded, place] = ['', 0];
  for (const character of text) {
    const now = fold(character);
    for (let i = 0; i < now.length; i++) places.push(place);
    folded += now;
    place += character.length;
  }
  places.push(text.length);
  return { folded, placeOf: (offset) => places[offset] };
}

/** The folded words of a text: runs of letters and digits, in order. */
export const foldedWords = (text: string): string[] => Array.from(matchesIn(WORD, fold(text)), (word) => word.text);

/**
 * The folded words between single spaces, with one space before the first and after the last, so that a word can be
 * looked up as ` word `. A text without words is a single space.
 */
export const foldedLine = (text: string): string => ` ${foldedWords(text).map((w) => `${w} `).join('')}`;
