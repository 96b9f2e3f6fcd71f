import { describe, expect, it } from 'vitest';
import { assign, chooseBest, compareQuotes, gradeRenderings, matchKeys } from '../../src/matching/index.js';
import type { MatchableQuote } from '../../src/matching/index.js';
import { FERRIES, MOURNING, PROMISE, quote } from './quotes.js';

/** Reads quotes in one after the other, as ingest does. */
function gather(quotes: readonly MatchableQuote[]): number[][] {
  const statements: { statementId: number; quotes: MatchableQuote[] }[] = [];
  for (const next of quotes) {
    const found = assign(next, statements);
    if (found) statements.find((s) => s.statementId === found.statementId)?.quotes.push(next);
    else statements.push({ statementId: statements.length + 1, quotes: [next] });
  }
  return statements.map((s) => s.quotes.map((q) => q.id).sort((x, y) => x - y)).sort((x, y) => x[0] - y[0]);
}

describe('assign', () => {
  it('gathers the renderings of each utterance, in whatever order they come', () => {
    const all = [...PROMISE, ...FERRIES, MOURNING];
    for (let turn = 0; turn < all.length; turn++) {
      const order = [...all.slice(turn), ...all.slice(0, turn)];
      expect(gather(order), `from ${order[0].id}`).toEqual([[1, 2, 3, 4], [5, 6], [7]]);
    }
  });

  it('does not chain: like the second, which is like the first, is not enough', () => {
    const first = quote(1, '“The new ferry terminal opens in April with free parking for bicycles and a heated waiting room”');
    const middle = quote(2, 'that the ferry terminal opens in April with free parking for bicycles and the tram line reaches the stadium by June');
    const last = quote(3, 'that the tram line reaches the stadium by June, with trams all night');
    expect(compareQuotes(first, middle).same).toBe(true);
    expect(compareQuotes(middle, last).same).toBe(true);
    expect(compareQuotes(first, last).same).toBe(false);
    expect(assign(last, [{ statementId: 1, quotes: [first, middle] }])).toBeNull();
  });

  it('prefers the higher score, then the lower id, whatever the order of the candidates', () => {
    const near = { statementId: 8, quotes: [PROMISE[2]] };
    const far = { statementId: 3, quotes: [PROMISE[3]] };
    expect(assign(PROMISE[0], [far, near])?.statementId).toBe(8);
    expect(assign(PROMISE[0], [near, far])?.statementId).toBe(8);
    const twins = [{ statementId: 9, quotes: [quote(20, PROMISE[1].text)] }, { statementId: 4, quotes: [quote(21, PROMISE[1].text)] }];
    expect(assign(PROMISE[1], twins)?.statementId).toBe(4);
  });

  it('gives null where nothing fits or nothing is there', () => {
    expect(assign(MOURNING, [{ statementId: 1, quotes: PROMISE }])).toBeNull();
    expect(assign(MOURNING, [])).toBeNull();
    expect(assign(MOURNING, [{ statementId: 1, quotes: [MOURNING] }])).toBeNull();
  });
});

describe('chooseBest', () => {
  it('takes the longest direct one with a named speaker', () => {
    const longer = quote(11, `${PROMISE[0].text} and more besides, much more than that`, { speakerId: null, speakerName: null });
    const longest = [...PROMISE.slice(0, 3)].sort((x, y) => y.text.length - x.text.length || (x.text < y.text ? -1 : 1))[0];
    expect(chooseBest([PROMISE[3], longer, ...PROMISE.slice(0, 3)])).toBe(longest);
  });
  it('of equal ones the first published, then the surer, in any order', () => {
    const at = (id: number, publishedAt: string | null, confidence: number) => quote(id, '“It rains.”', { publishedAt, confidence });
    const [undated, late, early, surer] = [at(1, null, 0.9), at(2, '2031-03-05', 0.9), at(3, '2031-03-04', 0.7), at(4, '2031-03-04', 0.8)];
    expect(chooseBest([undated, late])).toBe(late);
    expect(chooseBest([late, early])).toBe(early);
    expect(chooseBest([undated, late, early, surer])).toBe(surer);
    expect(chooseBest([surer, early, late, undated])).toBe(surer);
  });
  it('else the most confident', () => {
    const [a, b, c] = [quote(3, 'that it rains', { confidence: 0.7 }), quote(2, 'that it pours', { confidence: 0.8 }), quote(1, 'of rain', { confidence: 0.8 })];
    expect(chooseBest([a, b, c])).toBe(c);
    expect(() => chooseBest([])).toThrow(RangeError);
  });
});

describe('gradeRenderings', () => {
  it('compares each with the best, in the order given', () => {
    const grades = gradeRenderings(PROMISE[0], [PROMISE[3], PROMISE[0], quote(9, PROMISE[0].text)]);
    expect(grades.map((g) => [g.quoteId, g.match])).toEqual([[4, 'PARAPHRASE'], [1, 'VERBATIM'], [9, 'VERBATIM']]);
    expect(grades[1].similarity).toBe(1);
    expect(grades[0].similarity).toBeLessThan(1);
  });
});

describe('matchKeys', () => {
  const shared = (a: string, b: string): number => {
    const keys = new Set(matchKeys(a));
    return matchKeys(b).filter((key) => keys.has(key)).length;
  };
  it('gives distinct unsigned 32-bit numbers, at most 48', () => {
    for (const text of [...PROMISE.map((q) => q.text), '', '“', 'word '.repeat(3000), Array.from({ length: 500 }, (_, i) => `harbour${i} quay${i}`).join(' ')]) {
      const keys = matchKeys(text);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.length).toBeLessThanOrEqual(48);
      for (const key of keys) expect(Number.isInteger(key) && key >= 0 && key < 2 ** 32).toBe(true);
    }
  });
  it('brings renderings of one utterance together', () => {
    for (const a of PROMISE) for (const b of PROMISE) expect(shared(a.text, b.text)).toBeGreaterThanOrEqual(2);
    expect(shared(FERRIES[0].text, FERRIES[1].text)).toBeGreaterThanOrEqual(2);
    expect(shared(FERRIES[0].text, PROMISE[3].text)).toBeLessThan(2);
  });
});
