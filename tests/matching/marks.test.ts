import { describe, expect, it } from 'vitest';
import { compareQuotes } from '../../src/matching/index.js';
import { inMarks, piecesInMarks, sharedPiece } from '../../src/matching/marks.js';
import { quote } from './quotes.js';

const shared = (a: string, b: string): string | null => sharedPiece(piecesInMarks(a), piecesInMarks(b))?.shown ?? null;

describe('what stands in quotation marks', () => {
  it('of every style, without the marks; what is never closed goes on to the end', () => {
    expect(inMarks('a “shabby farce” and a "bad joke", „ein Witz“, ‘no more’, ``an end\'\' and «la fin» of “all')).toEqual(
      ['shabby farce', 'bad joke', 'ein Witz', 'no more', 'an end', 'la fin', 'all']);
    expect(inMarks('the mayor’s plan, and the council’s')).toEqual([]);
  });

  it('is a piece where it has content', () => {
    expect(piecesInMarks('it was “of the” kind, a “Shabby, shabby farce”').map(({ words, length }) => [words, length])).toEqual([[' shabby shabby farce ', 3]]);
    expect(piecesInMarks('“quay” '.repeat(100)).length).toBeLessThan(100);
  });

  it('is shared where it is the same, or stands whole within the other', () => {
    const farce = 'the board of staging a “shabby farce” with its tender';
    expect(shared(farce, 'that the tender was a “Shabby farce.”')).toBe('shabby farce');
    expect(shared(farce, '“From the first day this was a shabby farce,”')).toBe('shabby farce');
    expect(shared('“From the first day this was a shabby farce,”', farce)).toBe('shabby farce');
    expect(shared(farce, 'that the tender was a shabby farce')).toBeNull();
    expect(shared(farce, 'a “shabby” and costly “farce”')).toBeNull();
    expect(shared(farce, '“shabby farces”')).toBeNull();
  });

  it('and one word is shared with the same word alone, not with a sentence that has it', () => {
    expect(shared('that the tender was a “farce”', 'the “farce” of the tender')).toBe('farce');
    expect(shared('that the tender was a “farce”', '“We have seen a farce, and it was paid by all of us.”')).toBeNull();
  });

  it('the weightiest is the one that is told', () => {
    expect(shared('“bad joke” and “shabby farce of the century”', '“shabby farce of the century”, a “bad joke”')).toBe('shabby farce of the century');
  });
});

describe('QUOTED_PIECE', () => {
  const free = quote(1, 'the board of staging a “shabby farce” with its tender');
  const reason = (a: typeof free, b: typeof free) => compareQuotes(a, b).reasons.find(({ code }) => code === 'QUOTED_PIECE');

  it('speaks for one utterance, from either side', () => {
    const other = quote(2, 'that the harbour tender was a “shabby farce”');
    expect(reason(free, other)).toMatchObject({ message: 'Both quote “shabby farce”.' });
    expect(reason(free, other)!.weight).toBeGreaterThan(1);
    expect(reason(other, free)).toEqual(reason(free, other));
    expect(compareQuotes(free, other).score).toBeGreaterThan(compareQuotes(free, quote(2, 'that the harbour tender was a shabby farce')).score);
  });

  it('shows the first words of a long one', () => {
    const long = '“We will pay for every net and every boat that was lost that night”';
    expect(reason(quote(1, long), quote(2, long))).toMatchObject({ message: 'Both quote “We will pay for every net and every …”.' });
  });
});
