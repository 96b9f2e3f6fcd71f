import { MAX_PIECE_UNITS } from '../text/pieces.js';
import { mergeSpans } from '../text/spans.js';
import type { ReuseText } from './types.js';
import { formAt, mixed } from './word-forms.js';
import type { WordForm } from './word-forms.js';

/**
 * The words of a text that count, in order: those that stand outside every excluded span. By columns, as an object a word takes
 * longer to make than to compare, and many times the room.
 */
export interface CountedWords {
  readonly length: number;
  readonly forms: readonly WordForm[];
  /** Of the forms. */
  readonly hashes: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Number of the paragraph (line) each stands in. */
  readonly paragraphs: Int32Array;
  /** Number of the stretch between excluded spans each stands in. */
  readonly stretches: Int32Array;
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
const counted = new WeakMap<ReuseText, CountedWords>();

/** The counted words of a text in order. O(length + excluded x log excluded) at the first call for a text. */
export function countedWords(text: ReuseText): CountedWords {
  const known = counted.get(text);
  if (known) return known;
  const words = readWords(text);
  counted.set(text, words);
  return words;
}

/** Numbers of which nobody knows how many will come. Arrays that grow by single values take as long as all the reading. */
class Column {
  private values = new Int32Array(COLUMN_ROOM);

  set(at: number, value: number): void {
    if (at === this.values.length) {
      const more = new Int32Array(2 * at);
      more.set(this.values);
      this.values = more;
    }
    this.values[at] = value;
  }

  /** A copy of the first so many. Room for a text beyond all measure is given back. */
  take(count: number): Int32Array {
    const taken = this.values.slice(0, count);
    if (this.values.length > MOST_COLUMN_ROOM) this.values = new Int32Array(COLUMN_ROOM);
    return taken;
  }
}

/** Room for the words of the text that is being read: a long article's at first, and kept up to many times as many. */
const COLUMN_ROOM = 4_096;
const MOST_COLUMN_ROOM = 65_536;
const columns = { starts: new Column(), ends: new Column(), paragraphs: new Column(), stretches: new Column() };

function readWords({ body, excluded }: ReuseText): CountedWords {
  const spans = mergeSpans(excluded);
  const { starts, ends, paragraphs, stretches } = columns;
  const forms: WordForm[] = [];
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
    if (next < spans.length && spans[next].start < at) continue;
    const word = forms.push(formAt(body, start, at, hash)) - 1;
    starts.set(word, start);
    ends.set(word, at);
    paragraphs.set(word, paragraph);
    stretches.set(word, next);
  }
  const { length } = forms;
  const hashes = new Int32Array(length);
  for (let i = 0; i < length; i++) hashes[i] = forms[i].hash;
  return { length, forms, hashes, starts: starts.take(length), ends: ends.take(length), paragraphs: paragraphs.take(length), stretches: stretches.take(length) };
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
