/** Words, numbers and signs of a text, each with its place. Knows no language but the shape of letters and digits. */
import { matchesIn } from './pieces.js';
import type { Span } from './spans.js';

export type TokenKind = 'WORD' | 'NUMBER' | 'SIGN';

export interface Token extends Span {
  readonly text: string;
  /** Lower case, curly apostrophes made straight: the form in which word lists hold it. */
  readonly lower: string;
  readonly kind: TokenKind;
}

/**
 * In order: dotted abbreviations (U.S.), numbers with their separators, words with inner hyphens, apostrophes or
 * ampersands, runs of one repeated sign ("...", "--", "''"), any other single character. None holds white space.
 */
const TOKEN =
  /(?:\p{L}\.){2,}|\p{N}+(?:[.,:]\p{N}+)*(?:[\p{L}\p{M}]+)?|[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*(?:['’\-‐‑&][\p{L}\p{M}\p{N}_]+)*|([.\-'`!?])\1+|\S/gu;

/** A clitic after an apostrophe stands as a token of its own: "Putin" "'s", "he" "'ll". */
const CLITIC = /['’](?:s|ll|ve|re|d|m)$/iu;

const STARTS_WORD = /^[\p{L}\p{M}_]/u;
const STARTS_NUMBER = /^\p{N}/u;

const kindOf = (text: string): TokenKind => (STARTS_WORD.test(text) ? 'WORD' : STARTS_NUMBER.test(text) ? 'NUMBER' : 'SIGN');

const token = (start: number, text: string, kind: TokenKind): Token => ({
  start,
  end: start + text.length,
  text,
  lower: text.toLowerCase().replaceAll('’', "'"),
  kind,
});

/** The tokens between two places of a text, in order. Linear in the length. */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  for (const { start, text: word } of matchesIn(TOKEN, text, from, to)) {
    const clitic = STARTS_WORD.test(word) ? CLITIC.exec(word) : null;
    if (clitic && clitic.index > 0) {
      tokens.push(token(start, word.slice(0, clitic.index), 'WORD'));
      tokens.push(token(start + clitic.index, clitic[0], 'WORD'));
    } else {
      tokens.push(token(start, word, kindOf(word)));
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
