import { describe, expect, it } from 'vitest';
import { DEFAULT_LEAST_ARTICLES, DEFAULT_LEAST_SHARE, shareOf, sourceClusters } from '../../src/reuse/index.js';
import type { ClusterSource, Copying } from '../../src/reuse/source-clusters.js';
import { randomFrom } from './newsroom.js';

const DEFAULTS = { leastShare: DEFAULT_LEAST_SHARE, leastArticles: DEFAULT_LEAST_ARTICLES };

/** Sources by name, with how many articles they have; ids in the order given. */
const sources = (sizes: Readonly<Record<string, number>>): ClusterSource[] => Object.entries(sizes).map(([key, articles], i) => ({ id: i + 1, key, articles }));

/** `copied` articles of either are copies; `first` of the pairs were first in `a`, the others in `b`. */
const between = (of: readonly ClusterSource[], a: string, b: string, copied: number, first = 0, later = 0): Copying => {
  const id = (name: string): number => of.find(({ key }) => key === name)!.id;
  return { aId: id(a), bId: id(b), aCopied: copied, bCopied: copied, aFirst: first, bFirst: later };
};

/** Names, the centre first; clusters and the other members by alphabet. */
function clusters(of: readonly ClusterSource[], copying: readonly Copying[], options = DEFAULTS): string[] {
  const name = new Map(of.map(({ id, key }) => [id, key]));
  return sourceClusters(of, copying, options).map(({ centreId, memberIds }) =>
    [name.get(centreId)!, ...memberIds.filter((id) => id !== centreId).map((id) => name.get(id)!).sort()].join(' ')).sort();
}

/** A generator's own shuffle: the same seed gives the same order. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items.map((item) => ({ item, place: random() })).sort((x, y) => x.place - y.place).map(({ item }) => item);
}

describe('clusters of sources', () => {
  it('bring the takers of one feeder together, though each picked other reports', () => {
    const all = sources({ wire: 1_000, post: 20, gazette: 20, tribune: 40, loner: 30 });
    const copying = [between(all, 'wire', 'post', 15, 15), between(all, 'wire', 'gazette', 15, 14, 1), between(all, 'wire', 'tribune', 12, 12), between(all, 'post', 'tribune', 1)];
    expect(clusters(all, copying)).toEqual(['wire gazette post tribune']);
  });

  it('do not grow along a chain', () => {
    const equal = sources({ a: 100, b: 100, c: 100, d: 100, e: 100 });
    const chain = [['a', 'b'], ['b', 'c'], ['c', 'd'], ['d', 'e']].map(([x, y]) => between(equal, x, y, 40));
    for (const cluster of clusters(equal, chain)) expect(cluster.split(' ').length).toBe(2);
    // What the blog takes from the paper is not in the wire.
    const falling = sources({ wire: 1_000, paper: 100, blog: 10 });
    expect(clusters(falling, [between(falling, 'wire', 'paper', 60, 60), between(falling, 'paper', 'blog', 8, 8)])).toEqual(['wire paper']);
    // It is, now.
    expect(clusters(falling, [between(falling, 'wire', 'paper', 60, 60), between(falling, 'paper', 'blog', 8, 8), between(falling, 'wire', 'blog', 8, 8)])).toEqual(['wire blog paper']);
  });

  it('leave the feeders of one taker apart', () => {
    const all = sources({ portal: 1_000, left: 100, right: 90 });
    const fed = (first: number, later: number) => ['left', 'right'].map((name) => between(all, 'portal', name, 50, first, later));
    expect(clusters(all, fed(2, 48))).toEqual(['portal left']);
    expect(clusters(all, fed(48, 2))).toEqual(['portal left right']);
    // Without dates nothing speaks against it.
    expect(clusters(all, fed(0, 0))).toEqual(['portal left right']);
  });

  it('take in who has its share with most of a group of equals', () => {
    const names = ['a', 'b', 'c', 'd'];
    const all = sources({ a: 50, b: 49, c: 48, d: 47 });
    const pairs = names.flatMap((x, i) => names.slice(i + 1).map((y) => between(all, x, y, 20)));
    expect(clusters(all, pairs)).toEqual(['a b c d']);
    // d has nothing with b and c: with a alone it is one of three.
    expect(clusters(all, pairs.filter(({ aId, bId }) => !(bId === 4 && aId > 1)))).toEqual(['a b c']);
  });

  it('ask for a share of the smaller source and for some articles', () => {
    const all = sources({ big: 1_000, small: 10 });
    expect(clusters(all, [between(all, 'big', 'small', 2)])).toEqual(['big small']);
    expect(clusters(all, [between(all, 'big', 'small', 1)])).toEqual([]);
    expect(clusters(all, [between(all, 'big', 'small', 1)], { leastShare: 0.1, leastArticles: 1 })).toEqual(['big small']);
    expect(clusters(all, [between(all, 'big', 'small', 5)], { leastShare: 0.51, leastArticles: 1 })).toEqual([]);
    // One text that the small one printed ten times over is its whole self, and one article of the big one.
    expect(clusters(all, [{ ...between(all, 'big', 'small', 10), aCopied: 1 }])).toEqual(['big small']);
    expect(clusters(all, [])).toEqual([]);
    expect(clusters(all, [between(all, 'big', 'small', 0)], { leastShare: 0, leastArticles: 0 })).toEqual([]);
  });

  it('put a source into the cluster that it has most with', () => {
    const all = sources({ wire: 500, agency: 400, left: 50, right: 50, both: 20 });
    const copying = [between(all, 'wire', 'left', 30, 30), between(all, 'agency', 'right', 30, 30), between(all, 'wire', 'both', 6, 6), between(all, 'agency', 'both', 9, 9)];
    expect(clusters(all, copying)).toEqual(['agency both right', 'wire left']);
  });

  it('do not depend on the order of the input, nor on which source came in first', () => {
    const random = randomFrom(7);
    for (let round = 0; round < 30; round++) {
      const names = Array.from({ length: 25 }, (_, i) => `source ${i}`);
      const sizes = names.map(() => 5 + Math.floor(random() * 4) * 15);
      const copies = names.flatMap((x, i) => names.slice(i + 1).flatMap((y) => (random() < 0.15 ? [{ x, y, copied: 1 + Math.floor(random() * 5), first: Math.floor(random() * 3), later: Math.floor(random() * 3) }] : [])));
      const run = (order: readonly number[]): string[] => {
        const all = order.map((place, i) => ({ id: i + 1, key: names[place], articles: sizes[place] }));
        const id = new Map(all.map((source) => [source.key, source.id]));
        const copying = copies.map(({ x, y, copied, first, later }): Copying => {
          const [a, b] = [id.get(x)!, id.get(y)!];
          return a < b ? { aId: a, bId: b, aCopied: copied, bCopied: copied, aFirst: first, bFirst: later } : { aId: b, bId: a, aCopied: copied, bCopied: copied, aFirst: later, bFirst: first };
        });
        return clusters(shuffled(all, random), shuffled(copying, random));
      };
      const places = names.map((_, i) => i);
      const straight = run(places);
      expect(run(shuffled(places, random))).toEqual(straight);
      expect(run([...places].reverse())).toEqual(straight);
    }
  });

  it('hold each source once, and every member has its share with the centre', () => {
    const random = randomFrom(11);
    const all = sources(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`s${String(i).padStart(2, '0')}`, 4 + Math.floor(random() * 60)])));
    const copying = all.flatMap((x, i) => all.slice(i + 1).flatMap((y) => (random() < 0.1 ? [between(all, x.key, y.key, Math.min(x.articles, y.articles, 1 + Math.floor(random() * 12)))] : [])));
    const found = sourceClusters(all, copying, DEFAULTS);
    expect(found.length).toBeGreaterThan(3);
    const members = found.flatMap(({ memberIds }) => memberIds);
    expect(new Set(members).size).toBe(members.length);
    for (const { centreId, memberIds } of found) {
      for (const id of memberIds.filter((member) => member !== centreId)) {
        const link = copying.find(({ aId, bId }) => (aId === id && bId === centreId) || (aId === centreId && bId === id))!;
        expect(shareOf(link.aCopied, Math.min(all[id - 1].articles, all[centreId - 1].articles))).toBeGreaterThanOrEqual(DEFAULT_LEAST_SHARE);
      }
    }
  });
});
