import { describe, expect, it } from 'vitest';
import { profileOf, searchKeys } from '../../src/stories/index.js';
import { hash32 } from '../../src/text/hash.js';

const BODY = 'The ferry Alma Orrin ran aground near Sorrel Point on Monday. Rescuers from Sorrel Point took off all passengers.\n\nNobody was hurt, the harbour master said.';
const weightOf = (term: string, terms: ReturnType<typeof profileOf>): number => terms.find(({ key }) => key === hash32(term))?.weight ?? 0;

describe('what an article is about', () => {
  it('is its telling words, names and pairs of names, heaviest first', () => {
    const terms = profileOf('Ferry runs aground', BODY, []);
    expect(weightOf('ferri', terms)).toBeGreaterThan(weightOf('passeng', terms));
    expect(weightOf('alma', terms)).toBeGreaterThan(0);
    expect(weightOf('alma orrin', terms)).toBeGreaterThan(0);
    expect(weightOf('the', terms) + weightOf('said', terms)).toBe(0);
    expect(terms.map(({ weight }) => weight)).toEqual(terms.map(({ weight }) => weight).sort((a, b) => b - a));
    expect(new Set(terms.map(({ key }) => key)).size).toBe(terms.length);
  });

  it('takes a word for a name only where it never stands without its capital', () => {
    const named = profileOf(null, 'On Monday the Orrin sailed, and later the Orrin sank.', []);
    const word = profileOf(null, 'On Monday the Orrin sailed, and with orrin she later sank.', []);
    expect(weightOf('orrin', named)).toBeGreaterThan(weightOf('orrin', word));
  });

  it('says the same of a people and its country', () => {
    expect(weightOf('russ', profileOf(null, 'A talk in Russia ended.', []))).toBe(weightOf('russ', profileOf(null, 'A talk of Russians ended.', [])));
  });

  it('leaves boilerplate out', () => {
    const body = `${BODY}\nSubscribe to our newsletter`;
    expect(weightOf('newslett', profileOf(null, body, []))).toBeGreaterThan(0);
    expect(profileOf(null, body, [{ start: BODY.length, end: body.length }])).toEqual(profileOf(null, BODY, []));
  });

  it('is nothing for a text without words, and bounded for a long one', () => {
    expect(profileOf(null, '', [])).toEqual([]);
    expect(profileOf('…', '— “”', [])).toEqual([]);
    expect(profileOf(null, Array.from({ length: 5_000 }, (_, i) => `wordily${i}`).join(' '), []).length).toBeLessThanOrEqual(80);
  });
});

describe('the terms to look for others by', () => {
  const terms = [1, 2, 3, 4].map((key) => ({ key, weight: 1 }));
  it('are those that others have and not everybody, the rarest first', () => {
    const counts = { articles: 10_000, withTerm: new Map([[1, 1], [2, 500], [3, 2], [4, 9_000]]) };
    expect(searchKeys(terms, counts).map(({ key }) => key)).toEqual([3, 2]);
  });
});
