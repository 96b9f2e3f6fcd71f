import { describe, expect, it } from 'vitest';
import { sentences } from '../../src/text/sentences.js';
import { tokenAt, tokenize } from '../../src/text/tokens.js';

const words = { abbreviations: new Set(['dr', 'gen', 'nov']), starters: new Set(['The']) };
const split = (text: string): string[] => {
  const tokens = tokenize(text);
  return sentences(tokens, 0, tokens.length, words).map((s) => text.slice(tokens[s.from].start, tokens[s.to - 1].end));
};

describe('tokens', () => {
  it('keeps abbreviations, numbers and hyphens whole and sets clitics apart', () => {
    expect(tokenize("Hale's U.S. co-author can't pay $3,500.50").map((t) => t.text)).toEqual(['Hale', "'s", 'U.S.', 'co-author', "can't", 'pay', '$', '3,500.50']);
  });

  it('knows where each token stands', () => {
    const text = 'Ein „Wort“ – naïve 東京 👍🏽!';
    for (const token of tokenize(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
  });

  it('finds the token at a place', () => {
    const tokens = tokenize('one two three');
    expect(tokenAt(tokens, 4)).toBe(1);
    expect(tokenAt(tokens, 3)).toBe(1);
    expect(tokenAt(tokens, 99)).toBe(3);
  });
});

describe('sentences', () => {
  it('ends none at an abbreviation, an initial or a decimal point', () => {
    expect(split('Dr. Ana K. Hale paid 3.5 percent. Gen. Orr paid none.')).toEqual(['Dr. Ana K. Hale paid 3.5 percent.', 'Gen. Orr paid none.']);
  });

  it('gives a closing mark to the sentence that it closes', () => {
    expect(split('“We are done.” He left. “Truly?” she asked.')).toEqual(['“We are done.”', 'He left.', '“Truly?” she asked.']);
  });

  it('parts two sentences glued by a lost space, and no web address', () => {
    expect(split('It landed in Lund.Hale wept at example.com today.')).toEqual(['It landed in Lund.', 'Hale wept at example.com today.']);
  });

  it('ends one after a dotted abbreviation only where a new one plainly starts', () => {
    expect(split('He left the U.S. The ship sank.')).toEqual(['He left the U.S.', 'The ship sank.']);
    expect(split('He met U.S. Senator Orr.')).toEqual(['He met U.S. Senator Orr.']);
  });
});
