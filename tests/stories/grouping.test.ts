import { describe, expect, it } from 'vitest';
import { nearness } from '../../src/stories/compare.js';
import { grouped, keptIds, likeness, likenesses, representativeOf, SAME_STORY, WINDOW_DAYS, type StoryArticle } from '../../src/stories/index.js';

const day = (n: number): string => new Date(Date.UTC(2026, 0, n)).toISOString();
const article = (id: number, keys: readonly number[], fields: Partial<StoryArticle> = {}): StoryArticle => ({
  id, publishedAt: day(1), terms: keys.map((key) => ({ key, weight: 1 })), statementIds: [], ...fields,
});
const NO_COUNTS = { articles: 0, withTerm: new Map<number, number>() };

/** A table from the pairs that are alike at all. */
function table(size: number, pairs: readonly (readonly [a: number, b: number, likeness: number])[]): Float64Array[] {
  const rows = Array.from({ length: size }, () => new Float64Array(size));
  for (const [a, b, value] of pairs) rows[a][b] = rows[b][a] = value;
  return rows;
}
const apart = (size: number): number[][] => Array.from({ length: size }, (_, i) => [i]);

describe('two articles', () => {
  it('are the more alike the more signs there are, each counted by itself', () => {
    expect(likeness(0, 0, 0, 1)).toBe(0);
    expect(likeness(0.3, 0, 0, 1)).toBeCloseTo(0.3);
    expect(likeness(0.3, 1, 0, 1)).toBeGreaterThan(0.3);
    expect(likeness(0.3, 1, 0.5, 1)).toBeGreaterThan(likeness(0.3, 1, 0, 1));
    expect(likeness(1, 9, 1, 1)).toBeLessThanOrEqual(1);
  });

  it('are less alike the more days lie between, and not at all beyond the window', () => {
    const fresh = nearness(day(1), day(2));
    expect(fresh).toBe(1);
    expect(nearness(day(1), day(8))).toBeLessThan(fresh);
    expect(nearness(day(8), day(1))).toBe(nearness(day(1), day(8)));
    expect(nearness(day(1), day(2 + WINDOW_DAYS))).toBe(0);
  });

  it('without a date must be more alike', () => {
    expect(nearness(null, day(1))).toBeGreaterThan(0);
    expect(nearness(null, null)).toBeLessThan(nearness(day(1), day(4)));
  });

  it('that share only what everybody has are less alike than those that share what few have', () => {
    const articles = [article(1, [1, 2, 10, 11]), article(2, [1, 2, 20, 21]), article(3, [10, 11, 30, 31])];
    const counts = { articles: 1_000, withTerm: new Map([[1, 700], [2, 700], [10, 2], [11, 2]]) };
    const [mine] = likenesses(articles, [], counts);
    expect(mine[2]).toBeGreaterThan(2 * mine[1]);
  });

  it('that share statements or text are more alike', () => {
    const [a, b] = [article(1, [1], { statementIds: [7, 8] }), article(2, [2], { statementIds: [7, 8] })];
    const alone = likenesses([article(1, [1]), article(2, [2])], [], NO_COUNTS)[0][1];
    const saying = likenesses([a, b], [], NO_COUNTS)[0][1];
    const copied = likenesses([a, b], [{ a: 2, b: 1, aInB: 0.1, bInA: 0.8 }], NO_COUNTS)[0][1];
    expect([alone, saying > alone, copied > saying]).toEqual([0, true, true]);
  });
});

describe('groups', () => {
  const strong = SAME_STORY * 2.5;
  const weak = SAME_STORY / 4;

  it('are of articles that are alike on the whole', () => {
    expect(grouped(table(4, [[0, 1, strong], [2, 3, strong], [1, 2, weak]]), apart(4))).toEqual([[0, 1], [2, 3]]);
  });

  it('do not chain: each like the next is not one story', () => {
    const chain = table(6, [[0, 1, strong], [1, 2, strong], [2, 3, strong], [3, 4, strong], [4, 5, strong]]);
    for (const group of grouped(chain, apart(6))) expect(group.length).toBeLessThan(5);
  });

  it('become one where a later article is like both', () => {
    const two = table(4, [[0, 1, strong], [2, 3, strong], [0, 2, weak], [1, 3, weak]]);
    expect(grouped(two, apart(4))).toEqual([[0, 1], [2, 3]]);
    const bridged = table(5, [[0, 1, strong], [2, 3, strong], [0, 2, SAME_STORY], [1, 3, SAME_STORY], [0, 3, SAME_STORY], [4, 0, strong], [4, 1, strong], [4, 2, strong], [4, 3, strong]]);
    expect(grouped(bridged, apart(5))).toEqual([[0, 1, 2, 3, 4]]);
  });

  it('keep together what is given as one', () => {
    expect(grouped(table(3, [[0, 1, weak], [1, 2, strong], [0, 2, strong]]), [[0, 1], [2]])).toEqual([[0, 1, 2]]);
    expect(grouped(table(3, []), [[0, 1], [2]])).toEqual([[0, 1], [2]]);
  });
});

describe('ids', () => {
  const at = (storyId: number | null, ...ids: number[]) => ids.map((id) => ({ id, storyId }));

  it('stay with the group that has most of a story', () => {
    const groups = [{ articles: [...at(5, 1, 2), ...at(null, 9)], stories: [] }, { articles: at(5, 3), stories: [] }];
    expect(keptIds(groups)).toEqual({ storyIds: [5, null], ended: [] });
  });

  it('of stories that became one lead to it, the larger one giving its id', () => {
    expect(keptIds([{ articles: [...at(4, 1), ...at(6, 2, 3)], stories: [] }])).toEqual({ storyIds: [6], ended: [{ storyId: 4, group: 0 }] });
    expect(keptIds([{ articles: at(4, 1), stories: [{ id: 8, articleCount: 90 }] }])).toEqual({ storyIds: [8], ended: [{ storyId: 4, group: 0 }] });
  });

  it('stand once, the older one first where there is a tie', () => {
    expect(keptIds([{ articles: [...at(7, 1), ...at(3, 2)], stories: [] }, { articles: at(7, 5), stories: [] }])).toEqual({ storyIds: [3, 7], ended: [] });
  });
});

describe('the representative', () => {
  it('holds most of the others', () => {
    const articles = [article(1, [1, 9]), article(2, [1, 2, 3], { statementIds: [1, 2, 3] }), article(3, [2, 8], { statementIds: [1] }), article(4, [3, 7], { statementIds: [2] })];
    expect(representativeOf(articles, [])).toBe(2);
  });

  it('is the one whose text holds the others\', not the one that is held', () => {
    const articles = [article(1, [1]), article(2, [2])];
    expect(representativeOf(articles, [{ a: 1, b: 2, aInB: 0.9, bInA: 0.3 }])).toBe(2);
    expect(representativeOf(articles, [{ a: 1, b: 2, aInB: 0.3, bInA: 0.9 }])).toBe(1);
  });

  it('is the earliest of equal ones, in whatever order they are given', () => {
    const articles = [article(3, [1], { publishedAt: null }), article(1, [1], { publishedAt: day(4) }), article(2, [1], { publishedAt: day(2) })];
    expect(representativeOf(articles, [])).toBe(2);
    expect(representativeOf([...articles].reverse(), [])).toBe(2);
    expect(() => representativeOf([], [])).toThrow(RangeError);
  });
});
