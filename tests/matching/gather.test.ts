/** Statements out of pairs that are the same: no chain, nothing glued, the same whatever comes first. */
import { describe, expect, it } from 'vitest';
import { gather } from '../../src/matching/index.js';
import type { Bonds, Gathered, SamePair } from '../../src/matching/index.js';

/** `length` makes one the best. */
const quote = (id: number, length = 20, more: Partial<Gathered> = {}): Gathered =>
  ({ id, articleId: id, kind: 'DIRECT', text: `${id}`.padEnd(length, 'x'), speakerId: 1, publishedAt: '2031-03-04', confidence: 0.9, ...more });
const pair = (a: number, b: number, score = 0.9): SamePair => ({ a, b, score });
const FREE: Bonds = { bound: [], apart: [] };

const gathered = (quotes: readonly Gathered[], pairs: readonly SamePair[], bonds: Bonds = FREE): number[][] =>
  gather(quotes, pairs, bonds).map((statement) => statement.map(({ id }) => id).sort((x, y) => x - y)).sort((x, y) => x[0] - y[0]);

describe('gather', () => {
  it('joins what is the same, and leaves alone what is the same as nothing', () => {
    expect(gathered([1, 2, 3, 4].map((id) => quote(id)), [pair(1, 2), pair(2, 3), pair(1, 3)])).toEqual([[1, 2, 3], [4]]);
  });

  it('does not chain: like the second, which is like the first, is not enough', () => {
    expect(gathered([quote(1, 30), quote(2), quote(3)], [pair(1, 2, 0.95), pair(2, 3, 0.6)])).toEqual([[1, 2], [3]]);
  });

  it('gives a long quote of two utterances to the one that is more like it, and does not glue them', () => {
    const [long, a1, a2, b1, b2] = [quote(1, 90), quote(2), quote(3), quote(4), quote(5)];
    const pairs = [pair(1, 2, 0.9), pair(1, 3, 0.9), pair(2, 3), pair(1, 4, 0.8), pair(1, 5, 0.8), pair(4, 5)];
    expect(gathered([long, a1, a2, b1, b2], pairs)).toEqual([[1, 2, 3], [4, 5]]);
  });

  it('leaves a quote that is the same as the best rendering with it, as long as it has no company of its own', () => {
    const quotes = [quote(1, 90), quote(2), quote(3), quote(4)];
    const pairs = [pair(1, 2), pair(1, 3), pair(2, 3), pair(1, 4, 0.7)];
    expect(gathered(quotes, pairs)).toEqual([[1, 2, 3, 4]]);
    expect(gathered([...quotes, quote(5)], [...pairs, pair(4, 5)])).toEqual([[1, 2, 3], [4, 5]]);
  });

  it('leaves alone what is the same as the one that is cut short, and not as those that have its words in full', () => {
    const [full, again, once, short, other] = [quote(1, 60), quote(2, 60), quote(3, 60), quote(4), quote(5)];
    const oneWording = [pair(1, 2, 0.99), pair(1, 3, 0.99), pair(2, 3, 0.99), pair(1, 4, 0.99), pair(2, 4, 0.99), pair(3, 4, 0.99)];
    expect(gathered([full, again, once, short, other], [...oneWording, pair(4, 5, 0.6)])).toEqual([[1, 2, 3, 4], [5]]);
    expect(gathered([full, again, once, short, other], [...oneWording, pair(4, 5, 0.6), pair(1, 5, 0.6)])).toEqual([[1, 2, 3, 4, 5]]);
  });

  it('gathers what several have before a sentence that two have word for word', () => {
    const pairs = [pair(1, 2, 0.8), pair(1, 3, 0.8), pair(2, 3, 0.8), pair(1, 4, 0.99)];
    expect(gathered([quote(1, 90), quote(2), quote(3), quote(4, 20, { articleId: 3 })], pairs)).toEqual([[1, 2, 3], [4]]);
  });

  it('never has two quotes of one article, or of two known speakers, that are not the same', () => {
    const pairs = [pair(1, 2), pair(1, 3)];
    expect(gathered([quote(1, 90), quote(2), quote(3, 20, { articleId: 2 })], pairs)).toEqual([[1, 2], [3]]);
    expect(gathered([quote(1, 90, { speakerId: null }), quote(2), quote(3, 20, { speakerId: 2 })], pairs)).toEqual([[1, 2], [3]]);
  });

  it('holds what people did: what is bound stays together, what is apart does not come together', () => {
    const quotes = [1, 2, 3].map((id) => quote(id));
    expect(gathered(quotes, [pair(2, 3)], { bound: [[1, 2]], apart: [] })).toEqual([[1, 2], [3]]);
    expect(gathered(quotes, [pair(1, 3), pair(2, 3)], { bound: [[1, 2]], apart: [] })).toEqual([[1, 2, 3]]);
    expect(gathered(quotes, [pair(1, 2), pair(2, 3), pair(1, 3)], { bound: [], apart: [[1, 3]] })).toEqual([[1, 2], [3]]);
    expect(gathered(quotes, [pair(1, 2)], { bound: [[1], [2]], apart: [] })).toEqual([[1], [2], [3]]);
  });

  it('says the same in whatever order quotes and pairs are given, and by whatever ids they go', () => {
    const texts = [90, 40, 35, 30, 25, 20];
    const links = [[0, 1, 0.9], [0, 2, 0.9], [1, 2, 0.8], [0, 3, 0.7], [3, 4, 0.9], [4, 5, 0.6], [2, 5, 0.6]] as const;
    const under = (ids: readonly number[]): string => {
      const quotes = ids.map((id, i) => quote(id, 0, { text: 'x'.repeat(texts[i]) }));
      const pairs = links.map(([a, b, score]) => pair(ids[a], ids[b], score));
      const place = new Map(ids.map((id, i) => [id, i]));
      return JSON.stringify(gather([...quotes].reverse(), ids[0] > ids[1] ? [...pairs].reverse() : pairs, FREE).map((s) => s.map((q) => place.get(q.id)!).sort()).sort());
    };
    expect(under([6, 5, 4, 3, 2, 1])).toBe(under([1, 2, 3, 4, 5, 6]));
    expect(under([3, 6, 1, 5, 2, 4])).toBe(under([1, 2, 3, 4, 5, 6]));
  });
});
