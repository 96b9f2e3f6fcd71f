/** A long text in pieces that a regular expression can be handed one by one. */
import type { Span } from './spans.js';

/**
 * Longest piece, UTF-16 units. V8 keeps a place to go back to for each character of a run (`\p{L}+`) and throws where they
 * outgrow its stack, at some 8 million. No word, number or row of signs of a text that somebody wrote is as long as this.
 */
export const MAX_PIECE_UNITS = 4_096;

const SPACE = /\s/;

/**
 * The pieces of a stretch of a text, in order, none left out. They are cut before white space, so that an expression that
 * matches no white space within a word finds in the pieces what it finds in the whole. A run of more than MAX_PIECE_UNITS
 * without any is cut where it is that long, though never within a character. Linear in the length.
 */
export function* piecesOf(text: string, from = 0, to = text.length): Generator<Span> {
  let start = from;
  while (to - start > MAX_PIECE_UNITS) {
    const end = cutBefore(text, start, start + MAX_PIECE_UNITS);
    yield { start, end };
    start = end;
  }
  if (start < to) yield { start, end: to };
}

function cutBefore(text: string, start: number, limit: number): number {
  for (let place = limit; place > start; place--) if (SPACE.test(text[place])) return place;
  const isWithinCharacter = (text.charCodeAt(limit) & 0xfc00) === 0xdc00 && (text.charCodeAt(limit - 1) & 0xfc00) === 0xd800;
  return isWithinCharacter ? limit - 1 : limit;
}

/** The matches of a global expression in a stretch of a text, with their places in the whole text. */
export function* matchesIn(pattern: RegExp, text: string, from = 0, to = text.length): Generator<Span & { readonly text: string }> {
  for (const piece of piecesOf(text, from, to)) {
    for (const { 0: found, index } of text.slice(piece.start, piece.end).matchAll(pattern)) {
      const start = piece.start + index;
      yield { start, end: start + found.length, text: found };
    }
  }
}
