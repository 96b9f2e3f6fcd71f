import { describe, expect, it } from 'vitest';
import { Vocabulary } from '../../../src/search/embedded/vocabulary.js';

/** Optimal string alignment, from its definition. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      table[i][j] = Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + Number(a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
    }
  }
  return table[a.length][b.length];
}

const prefixDistance = (word: string, typed: string): number =>
  Math.min(...Array.from({ length: word.length + 1 }, (_, end) => distance(word.slice(0, end), typed)));

describe('the vocabulary', () => {
  // Few letters make many near words, so that swaps, bands and skipped groups all come up.
  let state = 7;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) % below;
  };
  const made = (longest: number): string => Array.from({ length: 1 + random(longest) }, () => 'abcd'[random(4)]).join('');
  const words = [...new Set([...Array.from({ length: 1_500 }, () => made(12)), 'x'.repeat(64), `${'x'.repeat(63)}y`, 'é', '灯台'])].sort();
  const vocabulary = new Vocabulary(words, words.map(() => 1));

  it.each([[false, 1], [false, 2], [true, 1], [true, 2]])('finds what comparing with every word finds (as a prefix: %s, edits: %i)', (asPrefix, reach) => {
    for (let round = 0; round < 60; round++) {
      const typed = made(12);
      const expected = words
        .map((word) => ({ word, edits: asPrefix ? prefixDistance(word, typed) : distance(word, typed) }))
        .filter(({ edits }) => edits <= reach);
      expect(vocabulary.near(typed, reach, asPrefix).map(({ at, edits }) => ({ word: words[at], edits })), typed).toEqual(expected);
    }
  });

  it('finds the longest words', () => {
    expect(vocabulary.near(`${'x'.repeat(62)}zx`, 2, false).map(({ at }) => words[at])).toEqual(['x'.repeat(64), `${'x'.repeat(63)}y`]);
  });

  it('knows words and beginnings', () => {
    expect(words[vocabulary.indexOf('灯台')]).toBe('灯台');
    expect(vocabulary.indexOf('nowhere')).toBe(-1);
    const [from, to] = vocabulary.rangeOf('ab');
    expect(words.slice(from, to)).toEqual(words.filter((w) => w.startsWith('ab')));
  });
});
