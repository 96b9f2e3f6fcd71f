import { MAX_PIECE_UNITS } from '../text/pieces.js';
import { mergeSpans } from '../text/spans.js';
import type { Span } from '../text/spans.js';
import type { ReuseText } from './types.js';
import { formAt } from './word-forms.js';
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

function sortAt(text: string, at: number): Sort {
  const unit = text.charCodeAt(at);
  const known = sorts[unit];
  if (known > 0) return known as Sort;
  const sort = sortOf(String.fromCodePoint(text.codePointAt(at)!));
  if (unit < FIRST_SURROGATE || unit > LAST_SURROGATE) sorts[unit] = sort;
  return sort;
}

const unitsAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return unit >= FIRST_SURROGATE && unit <= LAST_SURROGATE && text.codePointAt(at)! >= FIRST_BEYOND ? 2 : 1;
};

/**
 * Where the word that begins at `start` ends: letters, marks and figures, then letters behind apostrophes ("o'clock's"). What
 * is longer than any word that somebody wrote is cut.
 */
function endOfWord(text: string, start: number): number {
  const most = Math.min(text.length, start + MAX_PIECE_UNITS);
  let isFirstRun = true;
  let at = start;
  while (at < most) {
    const sort = sortAt(text, at);
    if (sort === LETTER || (sort === FIGURE && isFirstRun)) {
      at += unitsAt(text, at);
      continue;
    }
    const unit = text.charCodeAt(at);
    if ((unit !== APOSTROPHE && unit !== TYPESET_APOSTROPHE) || at + 1 >= text.length || sortAt(text, at + 1) !== LETTER) break;
    isFirstRun = false;
    at++;
  }
  return at;
}

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
  for (let start = 0; start < body.length; ) {
    if (sortAt(body, start) === OTHER) {
      if (body.charCodeAt(start) === BREAK) paragraph++;
      start += unitsAt(body, start);
      continue;
    }
    const end = endOfWord(body, start);
    while (next < spans.length && spans[next].end <= start) next++;
    if (next >= spans.length || spans[next].start >= end) words.push({ start, end, form: formAt(body, start, end), paragraph, stretch: next });
    start = end;
  }
  return words;
}
