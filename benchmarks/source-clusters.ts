/**
 * Do clusters of sources find the groups of generated networks? The adjusted Rand index, beside what simpler rules find on the same shares.
 *
 *     node --import tsx benchmarks/source-clusters.ts [networks, default 20] [first seed, default 1]
 */
import { DEFAULT_LEAST_ARTICLES, DEFAULT_LEAST_SHARE, shareOf, sourceClusters } from '../src/reuse/index.js';
import { sourceNetwork } from './source-networks.js';
import type { Network } from './source-networks.js';

const [networks = 20, firstSeed = 1] = process.argv.slice(2).map(Number);

type Groups = ReadonlyMap<number, number>;

const ours = ({ sources, copying }: Network): Groups => {
  const groups = new Map(sources.map(({ id }) => [id, id]));
  for (const { centreId, memberIds } of sourceClusters(sources, copying, { leastShare: DEFAULT_LEAST_SHARE, leastArticles: DEFAULT_LEAST_ARTICLES })) for (const id of memberIds) groups.set(id, centreId);
  return groups;
};

/** The share of the smaller source of each pair, by "a b" in both orders; only where enough articles are copies. */
function shares({ sources, copying }: Network): Map<string, number> {
  const sizes = new Map(sources.map(({ id, articles }) => [id, articles]));
  return new Map(copying.filter(({ aCopied }) => aCopied >= DEFAULT_LEAST_ARTICLES).flatMap(({ aId, bId, aCopied }) => {
    const share = shareOf(aCopied, Math.min(sizes.get(aId)!, sizes.get(bId)!));
    return [[`${aId} ${bId}`, share], [`${bId} ${aId}`, share]] as [string, number][];
  }));
}

/** Joins the two closest groups until none are close enough. */
function agglomerated(network: Network, closeness: (x: readonly number[], y: readonly number[]) => number): Groups {
  const groups = network.sources.map(({ id }) => [id]);
  for (;;) {
    let best = { value: DEFAULT_LEAST_SHARE, i: -1, j: -1 };
    for (let i = 0; i < groups.length; i++) {
      for (let j = i + 1; j < groups.length; j++) {
        const value = closeness(groups[i], groups[j]);
        if (value > best.value || (value === best.value && best.i < 0)) best = { value, i, j };
      }
    }
    if (best.i < 0) return new Map(groups.flatMap((group) => group.map((id) => [id, group[0]] as const)));
    groups[best.i].push(...groups[best.j]);
    groups.splice(best.j, 1);
  }
}

const linkages: Readonly<Record<string, (network: Network) => Groups>> = {
  'centre (ours)': ours,
  'average linkage': (network) => {
    const share = shares(network);
    return agglomerated(network, (x, y) => x.reduce((sum, a) => sum + y.reduce((part, b) => part + (share.get(`${a} ${b}`) ?? 0), 0), 0) / (x.length * y.length));
  },
  'single linkage (chains)': (network) => {
    const share = shares(network);
    return agglomerated(network, (x, y) => Math.max(...x.map((a) => Math.max(...y.map((b) => share.get(`${a} ${b}`) ?? 0)))));
  },
};

/** Hubert and Arabie, Comparing partitions (1985): 1 the same groups, 0 as alike as by chance. */
function adjustedRand(found: Groups, truth: Groups): number {
  const pairs = (n: number): number => (n * (n - 1)) / 2;
  const tally = (keys: readonly string[]): number => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => sum + pairs(count), 0);
  };
  const ids = [...truth.keys()];
  const both = tally(ids.map((id) => `${found.get(id)} ${truth.get(id)}`));
  const [inFound, inTruth] = [tally(ids.map((id) => `${found.get(id)}`)), tally(ids.map((id) => `${truth.get(id)}`))];
  const expected = (inFound * inTruth) / pairs(ids.length);
  return (both - expected) / ((inFound + inTruth) / 2 - expected);
}

const made = Array.from({ length: networks }, (_, i) => sourceNetwork(firstSeed + i));
process.stdout.write(`${networks} networks of ${made[0].sources.length} sources, adjusted Rand index\n${'rule'.padEnd(26)}    mean   least    most\n`);
for (const [name, find] of Object.entries(linkages)) {
  const values = made.map((network) => adjustedRand(find(network), network.truth)).sort((x, y) => x - y);
  const figures = [values.reduce((sum, value) => sum + value, 0) / values.length, values[0], values.at(-1)!];
  process.stdout.write(`${name.padEnd(26)}${figures.map((value) => value.toFixed(3).padStart(8)).join('')}\n`);
}
