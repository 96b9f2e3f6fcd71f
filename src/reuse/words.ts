import { MAX_PIECE_UNITS } from '../text/pieces.js';
import { mergeSpans } from '../text/spans.js';
import type { Span } from '../text/spans.js';
import type { ReuseText } from './types.js';
import { formAt, mixed } from './word-forms.js';
import type { WordForm } from './word-forms.js';

/** A word that counts: it stands outside every excluded span. */
export interface CountedWord extends Span {
  readonly form: WordForm;
  /** Number of the paragraph (line) it stands in. */
  readonly paragraph: number;
  /** Number of the stretch between excluded spans it stands in. */
  readonly stretch: number;
}

/** What a character is to a word; 0 where nobody asked yet. */
const LETTER = 1;
const FIGURE = 2;
const OTHER = 3;
type Sort = typeof LETTER | typeof FIGURE | typeof OTHER;

const LETTER_OR_MARK = /[\p{L}\p{M}]/u;
const NUMBER = /\p{N}/u;
const BREAK = 0x0a;
const APOSTROPHE = 0x27;
const TYPESET_APOSTROPHE = 0x2019;
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;
const FIRST_BEYOND = 0x10000;

/** By code unit, looked up once each; never of half a character. */
const sorts = new Uint8Array(FIRST_BEYOND);

function sortOf(character: string): Sort {
  if (LETTER_OR_MARK.test(character)) return LETTER;
  return NUMBER.test(character) ? FIGURE : OTHER;
}

/** @param unit the code unit that stands there */
function sortAt(text: string, at: number, unit: number): Sort {
  const known = sorts[unit];
  if (known > 0) return known as Sort;
  const sort = sortOf(String.fromCodePoint(text.codePointAt(at)!));
  if (!isHalf(unit)) sorts[unit] = sort;
  return sort;
}

/** Half of a character, or one that has lost the other. */
const isHalf = (unit: number): boolean => unit >= FIRST_SURROGATE && unit <= LAST_SURROGATE;

/** Of the character at a place. */
const unitsAt = (text: string, at: number, unit: number): number => (isHalf(unit) && text.codePointAt(at)! >= FIRST_BEYOND ? 2 : 1);

const isApostrophe = (unit: number): boolean => unit === APOSTROPHE || unit === TYPESET_APOSTROPHE;

/** A new article is compared with many others: its words are worked out once. */
const counted = new WeakMap<ReuseText, readonly CountedWord[]>();

/** The counted words of a text in order. O(length + excluded x log excluded) at the first call for a text. */
export function countedWords(text: ReuseText): readonly CountedWord[] {
  const known = counted.get(text);
  if (known) return known;
  const words = readWords(text);
  counted.set(text, words);
  return words;
}

function readWords({ body, excluded }: ReuseText): CountedWord[] {
  const spans = mergeSpans(excluded);
  const words: CountedWord[] = [];
  let paragraph = 0;
  let next = 0;
  for (let at = 0; at < body.length; ) {
    const unit = body.charCodeAt(at);
    if (sortAt(body, at, unit) === OTHER) {
      if (unit === BREAK) paragraph++;
      at += unitsAt(body, at, unit);
      continue;
    }
    const start = at;
    const hash = passWord(body, start);
    at = wordEnd;
    while (next < spans.length && spans[next].end <= start) next++;
    if (next >= spans.length || spans[next].start >= at) words.push({ start, end: at, form: formAt(body, start, at, hash), paragraph, stretch: next });
  }
  return words;
}

/** Where the word ends that was passed last. */
let wordEnd = 0;

/**
 * Passes a word: letters, marks and figures, then letters behind apostrophes ("o'clock's"). What is longer than any word that
 * somebody wrote is cut.
 *
 * @returns what `formAt` knows it by
 */
function passWord(text: string, start: number): number {
  const most = Math.min(text.length, start + MAX_PIECE_UNITS);
  let [hash, at, isFirstRun] = [0, start, true];
  while (at < most) {
    const unit = text.charCodeAt(at);
    const sort = sortAt(text, at, unit);
    if (sort === OTHER || (sort === FIGURE && !isFirstRun)) {
      const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
      if (!isApostrophe(unit) || next === 0 || sortAt(text, at + 1, next) !== LETTER) break;
      isFirstRun = false;
    }
    hash = mixed(hash, unit);
    at++;
    if (isHalf(unit) && unitsAt(text, at - 1, unit) === 2) hash = mixed(hash, text.charCodeAt(at++));
  }
  wordEnd = at;
  return hash;
}
