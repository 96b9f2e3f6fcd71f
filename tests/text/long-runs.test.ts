import { describe, expect, it } from 'vitest';
import { countedWords } from '../../src/reuse/words.js';
import { fold, foldedLine, foldedWords } from '../../src/text/fold.js';
import { matchesIn, MAX_PIECE_UNITS, piecesOf } from '../../src/text/pieces.js';
import { quotation } from '../../src/text/quotation.js';
import { wordsOf } from '../../src/text/stem.js';
import { tokenize } from '../../src/text/tokens.js';

/** A text of under 10 MB that no expression for a whole run can read: V8 keeps each of its places. One curly mark makes it two-byte. */
const RUN_UNITS = 9_000_000;
const runOf = (piece: string): string => `“${piece.repeat(RUN_UNITS / piece.length)}`;

describe('a run of nine million units', () => {
  it.each(['-', '1', 'A', 'A.', ' '])('of %j is read by every part', (piece) => {
    const text = runOf(piece);
    const tokens = tokenize(text);
    let end = 0;
    for (const token of tokens) {
      expect(token.start >= end && token.end > token.start && token.end <= text.length).toBe(true);
      end = token.end;
    }
    expect(quotation(text).diagnostics.length).toBeGreaterThan(0);
    expect(foldedLine(text).length).toBeGreaterThan(0);
    expect(wordsOf(text).length).toBeGreaterThanOrEqual(0);
    expect(countedWords({ body: text, excluded: [] }).length).toBeGreaterThanOrEqual(0);
  }, 60_000);

  it('of accents is folded in linear time, whatever their order', () => {
    expect(fold(`e${'\u0301\u0323'.repeat(1_500_000)}x`)).toBe('ex');
  });
});

/** The expressions as they stand in src/text, on a text as a whole. */
const TOKEN = /(?:\p{L}\.){2,}|\p{N}+(?:[.,:]\p{N}+)*(?:[\p{L}\p{M}]+)?|[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*(?:['’\-‐‑&][\p{L}\p{M}\p{N}_]+)*|([.\-'`!?])\1+|\S/gu;
const WORD = /[\p{L}\p{N}]+/gu;

const CLITIC = /(?<=^[\p{L}\p{M}_].*)['’](?:s|ll|ve|re|d|m)$/iu;
const withCliticApart = (start: number, text: string) => {
  const at = text.search(CLITIC);
  return at > 0 ? [{ start, text: text.slice(0, at) }, { start: start + at, text: text.slice(at) }] : [{ start, text }];
};

const PIECES = ['said', 'Marta', 'U.S.', 'co-author', "can't", 'don’t', '1,000.50', '10:30', '...', '--', '—', '“', '”', '"', "''", '(', 'é', 'e\u0301', '東京', '😀', 'x_y', 'R&D', ' ', ' ', ' ', '\n', '\n\n', '\u00a0', '\t', '$', '%', "'90s", '\ud83d', 'U.', 'a', '.', ',', '-', '!', '?', '`', '&', "'", '’', "'s", '’ll', 'I', '7', '5th', ':', 'ß', '\u0000', '\u001f'];

function randomText(seed: number, pieces: number): string {
  let state = seed;
  const next = (): number => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32;
  return Array.from({ length: pieces }, () => PIECES[Math.floor(next() * PIECES.length)]).join('');
}

describe('ordinary text', () => {
  it('gives the same tokens and words in pieces as in one', () => {
    for (let seed = 0; seed < 40; seed++) {
      const text = randomText(seed, 9_000);
      expect(text.length).toBeGreaterThan(3 * MAX_PIECE_UNITS);
      const whole = Array.from(text.matchAll(TOKEN), (match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }));
      expect(Array.from(matchesIn(TOKEN, text))).toEqual(whole);
      expect(tokenize(text).map(({ start, text: own }) => ({ start, text: own }))).toEqual(whole.flatMap(({ start, text: own }) => withCliticApart(start, own)));
      for (const token of tokenize(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
      expect(foldedWords(text)).toEqual(fold(text).match(WORD));
    }
  });

  it('is cut into pieces that leave nothing out and part no character', () => {
    for (const text of ['', 'short', 'a'.repeat(3 * MAX_PIECE_UNITS + 1), '😀'.repeat(MAX_PIECE_UNITS), `x${'😀'.repeat(MAX_PIECE_UNITS)}`, randomText(1, 9_000)]) {
      const pieces = [...piecesOf(text)].map(({ start, end }) => text.slice(start, end));
      expect(pieces.join('')).toBe(text);
      for (const piece of pieces) expect(piece.length > 0 && piece.length <= MAX_PIECE_UNITS).toBe(true);
      if (text.isWellFormed()) for (const piece of pieces) expect(piece.isWellFormed()).toBe(true);
    }
    expect([...piecesOf('one two three', 4, 7)]).toEqual([{ start: 4, end: 7 }]);
  });
});
