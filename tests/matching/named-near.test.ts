import { describe, expect, it } from 'vitest';
import { compareQuotes } from '../../src/matching/index.js';
import { nameNearBoth, namesNear } from '../../src/matching/named-near.js';
import { quote } from './quotes.js';

const NOBODY = { speakerId: null, speakerName: null };
const CALL = 'to close the northern pier';
const near = (before: string, after = ''): Record<string, number> => Object.fromEntries(namesNear(quote(1, CALL, { ...NOBODY, before, after })));

describe('names near words that nobody is known to say', () => {
  it('the last before them counts most, then those before it', () => {
    expect(near('Unlike Ms. Hale, Mayor Calloway’s office renewed her call ')).toEqual({ mayor: 1, calloway: 1, ms: 0.8, hale: 0.8 });
  });

  it('those behind count less, and those of the sentence before', () => {
    expect(near('Holt was there. She called ', ', the Harbour Board said. Orr left.')).toEqual({ holt: 0.4, harbour: 0.5, board: 0.5 });
  });

  it('no words of grammar that begin a sentence, and none that the words themselves hold', () => {
    expect(Object.keys(near('The council wants '))).toEqual([]);
    const spokenOf = quote(1, 'Calloway as a tool of the banks', { ...NOBODY, before: 'In spring Calloway’s rival Hale painted ' });
    expect([...namesNear(spokenOf).keys()]).toEqual(['hale']);
  });

  it('of a known speaker it is the name alone', () => {
    expect([...namesNear(quote(1, CALL, { speakerName: 'Ines Calloway', before: 'Holt said ' }))]).toEqual([['ines', 1], ['calloway', 1]]);
  });

  it('bears odd surroundings', () => {
    for (const around of ['', ' ', '\n\n', 'A'.repeat(400), '. '.repeat(200), 'A. '.repeat(133), '’'.repeat(400), '💥']) expect(Object.values(near(around, around)).every((x) => x > 0 && x <= 1)).toBe(true);
  });

  it('the closest of both is named, symmetrically', () => {
    const [a, b] = [quote(1, CALL, { ...NOBODY, before: 'Hale said Calloway wanted ' }), quote(2, CALL, { speakerName: 'Ines Calloway' })];
    expect(nameNearBoth(a, b)).toEqual({ name: 'calloway', closeness: 1 });
    expect(nameNearBoth(b, a)).toEqual({ name: 'calloway', closeness: 1 });
    expect(nameNearBoth(a, quote(3, CALL, { speakerName: 'Tom Orr' }))).toBeNull();
  });

  it('is evidence where a speaker is unknown, and nowhere else', () => {
    const known = quote(1, CALL, { speakerName: 'Ines Calloway' });
    const beside = quote(2, CALL, { ...NOBODY, before: 'Calloway has called ' });
    const other = quote(3, CALL, { ...NOBODY, before: 'Orr has called ' });
    expect(compareQuotes(known, beside).reasons.map((r) => r.code)).toContain('NAMED_NEAR');
    expect(compareQuotes(known, beside).score).toBeGreaterThan(compareQuotes(known, other).score);
    expect(compareQuotes(known, quote(4, CALL, { speakerName: 'Ines Calloway', before: 'Calloway has called ' })).reasons.map((r) => r.code)).not.toContain('NAMED_NEAR');
  });
});
