/** Words, numbers and signs of a text, each with its place. Knows no language but the shape of letters and digits. */
import { piecesOf } from './pieces.js';
import type { Span } from './spans.js';

export type TokenKind = 'WORD' | 'NUMBER' | 'SIGN';

export interface Token extends Span {
  readonly text: string;
  /** Lower case, curly apostrophes made straight: the form in which word lists hold it. */
  readonly lower: string;
  readonly kind: TokenKind;
  /** Begins with a capital letter. */
  readonly capital: boolean;
}

/**
 * In order: dotted abbreviations (U.S.), numbers with their separators, words with inner hyphens, apostrophes or
 * ampersands, runs of one repeated sign ("...", "--", "''"), any other single character. None holds white space.
 */
const TOKEN =
  /(?:\p{L}\.){2,}|\p{N}+(?:[.,:]\p{N}+)*(?:[\p{L}\p{M}]+)?|[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*(?:['’\-‐‑&][\p{L}\p{M}\p{N}_]+)*|([.\-'`!?])\1+|\S/uy;

/** A clitic after an apostrophe stands as a token of its own: "Putin" "'s", "he" "'ll". */
const CLITIC = /['’](?:s|ll|ve|re|d|m)$/iu;

const STARTS_WORD = /^[\p{L}\p{M}_]/u;
const CAPITAL = /^\p{Lu}/u;
const STARTS_NUMBER = /^\p{N}/u;

const kindOf = (text: string): TokenKind => (STARTS_WORD.test(text) ? 'WORD' : STARTS_NUMBER.test(text) ? 'NUMBER' : 'SIGN');

/** A token wherever it stands. */
type Form = Omit<Token, keyof Span>;

const formOf = (text: string, kind = kindOf(text)): Form => ({ text, lower: text.toLowerCase().replaceAll('’', "'"), kind, capital: CAPITAL.test(text) });

/** What stands between white space and signs: one token, or a word and its clitic. */
function formsOf(written: string): readonly Form[] {
  const clitic = STARTS_WORD.test(written) ? CLITIC.exec(written) : null;
  if (!clitic || clitic.index === 0) return [formOf(written)];
  return [formOf(written.slice(0, clitic.index), 'WORD'), formOf(clitic[0], 'WORD')];
}

/** Three words of four of an article stand in the last ones too: they are worked out once, and their strings are the same ones. */
const known = new Map<string, readonly Form[]>();
const MOST_KNOWN = 50_000;
/** UTF-16 units. A longer string that is cut out of a text keeps the whole text in memory. */
const KNOWN_LENGTH = 12;

function knownForms(written: string): readonly Form[] {
  const before = known.get(written);
  if (before) return before;
  const forms = formsOf(written);
  if (written.length > KNOWN_LENGTH) return forms;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(written, forms);
  return forms;
}

const [OTHER, LETTER, DIGIT, SPACE, LONE_SIGN, REPEATED_SIGN] = [0, 1, 2, 3, 4, 5];
const ASCII_CLASS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z_]/i.test(character)) return LETTER;
  if (/\d/.test(character)) return DIGIT;
  if (/\s/.test(character)) return SPACE;
  if (/[.\-'`!?]/.test(character)) return REPEATED_SIGN;
  return character > ' ' && character <= '~' ? LONE_SIGN : OTHER;
});
/** Behind the end as beyond ASCII. */
const classAt = (text: string, place: number): number => {
  if (place >= text.length) return OTHER;
  const code = text.charCodeAt(place);
  return code < 128 ? ASCII_CLASS[code] : OTHER;
};

/**
 * Where the token that begins at `from` ends, as TOKEN has it, if a look at its ASCII characters tells: an expression for
 * each would take four times as long. -1: it does not tell.
 */
function plainEnd(text: string, from: number): number {
  const first = classAt(text, from);
  if (first === LONE_SIGN) return from + 1;
  if (first === REPEATED_SIGN) return from + 1 < text.length && text[from + 1] === text[from] ? -1 : from + 1;
  if (first !== LETTER && first !== DIGIT) return -1;
  let end = from + 1;
  let next = classAt(text, end);
  while (next === first || (next === DIGIT && first === LETTER)) next = classAt(text, ++end);
  if (end >= text.length || next === SPACE) return end;
  // "U.S.", "o'clock", "AT&T", "3.5", "5th": what stands behind may belong to it.
  if (first === DIGIT || next === OTHER) return -1;
  const sign = text[end];
  if (next === REPEATED_SIGN) return (sign === '.' && end - from > 1) || sign === '!' || sign === '?' || sign === '`' ? end : -1;
  return sign === '&' ? -1 : end;
}

/** Where the token at `place` ends; -1 at white space. */
function tokenEnd(text: string, place: number): number {
  if (classAt(text, place) === SPACE) return -1;
  const end = plainEnd(text, place);
  if (end >= 0) return end;
  TOKEN.lastIndex = place;
  const match = TOKEN.exec(text);
  return match ? place + match[0].length : -1;
}

function pushTokens(tokens: Token[], start: number, forms: readonly Form[]): void {
  for (const { text, lower, kind, capital } of forms) {
    tokens.push({ start, end: start + text.length, text, lower, kind, capital });
    start += text.length;
  }
}

/** The tokens between two places of a text, in order. Linear in the length. */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  for (const { start, end } of piecesOf(text, from, to)) {
    const piece = text.slice(start, end);
    for (let place = 0; place < piece.length; ) {
      const next = tokenEnd(piece, place);
      if (next >= 0) pushTokens(tokens, start + place, knownForms(piece.slice(place, next)));
      place = next >= 0 ? next : place + 1;
    }
  }
  return tokens;
}

/** The index of the first token that ends after `place`; `tokens.length` where none does. */
export function tokenAt(tokens: readonly Token[], place: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle].end > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
