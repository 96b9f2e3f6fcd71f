import { describe, expect, it } from 'vitest';
import { quantitiesOf, sameQuantity } from '../../src/text/numbers.js';
import { wordsOf } from '../../src/text/stem.js';
import { familiesOf, wordWeight } from '../../src/text/words.js';

const one = (text: string): ReturnType<typeof quantitiesOf>[number] => quantitiesOf(text)[0];

describe('quantitiesOf', () => {
  it.each([
    ['33 feet', 10.0584, 'metre'],
    ['ten-metre', 10, 'metre'],
    ['$2.5 million', 2_500_000, 'usd'],
    ['1,250,000 people', 1_250_000, null],
    ['30 per cent', 30, 'percent'],
    ['30%', 30, 'percent'],
    ['twenty-five days', 25 * 86_400, 'second'],
    ['two thousand', 2000, null],
  ])('reads %s', (text, value, unit) => {
    expect(one(text).value).toBeCloseTo(value, 6);
    expect(one(text).unit).toBe(unit);
  });
  it('leaves out "one" alone and text without numbers', () => {
    expect(quantitiesOf('no one knew which one')).toEqual([]);
    expect(quantitiesOf('')).toEqual([]);
  });
  it('gives the number as written', () => {
    expect(['on 2 July', 'some $2.5 million', '33-feet gap'].map((text) => one(text).text)).toEqual(['2', '$2.5 million', '33-feet']);
  });
  it('compares measures across units and figures exactly', () => {
    expect(sameQuantity(one('33 feet'), one('10 metres'))).toBe(true);
    expect(sameQuantity(one('33 feet'), one('33 metres'))).toBe(false);
    expect(sameQuantity(one('250 people'), one('251 people'))).toBe(false);
    expect(sameQuantity(one('$15'), one('15'))).toBe(true);
    expect(sameQuantity(one('$15'), one('€15'))).toBe(false);
  });
});

describe('wordsOf', () => {
  it('keeps contractions and initials whole and drops the possessive', () => {
    expect(wordsOf('Don’t ask Oda’s U.S. friends').map((w) => w.folded)).toEqual(['dont', 'ask', 'oda', 'usa', 'friends']);
    expect(wordsOf('the United States')[1].folded).toBe(wordsOf('the US')[1].folded);
  });
  it('reads every apostrophe as one, and keeps words as written', () => {
    expect(['won’t', "won't", 'wonʼt', 'won‘t'].map((word) => wordsOf(word)[0].folded)).toEqual(Array(4).fill('wont'));
    expect(wordsOf('Élodie’s pumps, “Don’t”').map(({ written, gap }) => [gap, written])).toEqual([['', 'Élodie'], [' ', 'pumps'], [', “', 'Don’t']]);
  });
  it('finds the root that a people shares with its place', () => {
    const root = (word: string): string | null => wordsOf(word)[0].nameRoot;
    for (const [place, people] of [['Syria', 'Syrians'], ['Israel', 'Israeli'], ['Palestine', 'Palestinians'], ['Europe', 'European'], ['China', 'Chinese']]) {
      expect(root(place), place).toBe(root(people));
    }
    expect(root('harbour')).toBeNull();
  });
});

describe('weights and families', () => {
  it('weighs grammar nothing, common words little, telling ones fully', () => {
    expect(wordWeight('the')).toBe(0);
    expect(wordWeight('people')).toBeGreaterThan(0);
    expect(wordWeight('people')).toBeLessThan(wordWeight('compensation'));
  });
  it('knows words that stand for one another', () => {
    const family = (word: string): readonly number[] => familiesOf(wordsOf(word)[0].stem);
    expect(family('compensation').some((f) => family('amends').includes(f))).toBe(true);
    expect(family('quay')).toEqual([]);
  });
});
