import { describe, expect, it } from 'vitest';
import { excerptOf, MAX_EXCERPT_LENGTH } from '../../src/graphql/excerpt.js';

const BODY = 'a'.repeat(1_000) + 'QUOTE' + 'z'.repeat(1_000);
const QUOTE = { start: 1_000, end: 1_005 };

describe('an excerpt', () => {
  it('has as much on either side as was asked for', () => {
    expect(excerptOf(BODY, QUOTE, 3, 2)).toEqual({ text: 'aaaQUOTEzz', start: 997 });
    expect(excerptOf(BODY, QUOTE, 0, 0)).toEqual({ text: 'QUOTE', start: 1_000 });
  });

  it('stays within the body', () => {
    expect(excerptOf('QUOTE!', { start: 0, end: 5 }, 50, 50)).toEqual({ text: 'QUOTE!', start: 0 });
  });

  it('has at most 300 units, the quote whole and both sides alike', () => {
    const { text, start } = excerptOf(BODY, QUOTE, 2_000, 2_000);
    expect(text.length).toBeLessThanOrEqual(MAX_EXCERPT_LENGTH);
    expect(text.length).toBeGreaterThanOrEqual(MAX_EXCERPT_LENGTH - 1);
    expect(text).toContain('aQUOTEz');
    expect(1_000 - start).toBe(147);
  });

  it('cuts a quote that is longer itself at its end', () => {
    const long = { start: 10, end: 900 };
    expect(excerptOf(BODY, long, 200, 200)).toEqual({ text: BODY.slice(10, 310), start: 10 });
  });

  it('cuts no character in half', () => {
    const body = '😀😀QUOTE😀😀';
    expect(excerptOf(body, { start: 4, end: 9 }, 1, 1)).toEqual({ text: 'QUOTE', start: 4 });
    expect(excerptOf(body, { start: 4, end: 9 }, 3, 3)).toEqual({ text: '😀QUOTE😀', start: 2 });
    const long = '😀'.repeat(400);
    const { text } = excerptOf(long, { start: 0, end: 799 }, 0, 0);
    expect(text.isWellFormed()).toBe(true);
  });

  it.each([[-1, 0], [0, -1], [2_001, 0], [0, 2_001]])('refuses %i before and %i after', (before, after) => {
    expect(() => excerptOf(BODY, QUOTE, before, after)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
  });
});
