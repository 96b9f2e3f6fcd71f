/**
 * Seeded networks of sources whose groups are known: wires, papers that take from one of them (some from a second one too),
 * blogs that take what a paper wrote itself, outlets that report on their own. Only texts are drawn, by number: two sources have a
 * copy in common where both printed one text. The same seed gives the same network.
 */
import type { ClusterSource, Copying } from '../src/reuse/source-clusters.js';
import { randomOf } from './search-corpus.js';

export interface Network {
  readonly sources: readonly ClusterSource[];
  readonly copying: readonly Copying[];
  /** By source id: its group; who is in none has one of its own. */
  readonly truth: ReadonlyMap<number, number>;
}

const WIRES = 3;
const PAPERS_A_WIRE = 25;
const BLOGS = 15;
const INDEPENDENT = 30;
const WIRE_ARTICLES = [300, 1_500] as const;
const ARTICLES = [15, 250] as const;
const BLOG_ARTICLES = [10, 40] as const;
/** Shares of a source's articles: a paper's from its wire, from a second wire, a blog's from its paper, anybody's by chance. */
const FROM_WIRE = [0.25, 0.8] as const;
const FROM_SECOND = [0.02, 0.15] as const;
const FROM_PAPER = [0.3, 0.7] as const;
const BY_CHANCE = [0, 0.06] as const;
/** Papers in a hundred that have a second wire. */
const SECOND_WIRE = 0.3;

export function sourceNetwork(seed: number): Network {
  const random = randomOf(seed);
  const between = ([least, most]: readonly [number, number]): number => least + random() * (most - least);
  let texts = 0;
  const written = (count: number): number[] => Array.from({ length: count }, () => ++texts);
  /** What many pick is picked by the next one too: the square draws the first of a list more often. */
  const picked = (from: readonly number[], count: number): number[] => Array.from({ length: count }, () => from[Math.floor(from.length * random() ** 2)]);

  const printed: Set<number>[] = [];
  /** Who wrote each text, by its number. */
  const authors = new Map<number, number>();
  const group: number[] = [];
  const add = (own: readonly number[], taken: readonly number[], of: number | null): number => {
    const id = printed.length;
    for (const text of own) authors.set(text, id);
    printed.push(new Set([...own, ...taken]));
    group.push(of ?? id);
    return id;
  };

  const wires = Array.from({ length: WIRES }, () => written(Math.round(between(WIRE_ARTICLES))));
  const wireIds = wires.map((own) => add(own, [], null));
  const papers: number[][] = [];
  for (const [i, wire] of wires.entries()) {
    for (let n = 0; n < PAPERS_A_WIRE; n++) {
      const size = Math.round(between(ARTICLES));
      const taken = picked(wire, Math.round(size * between(FROM_WIRE)));
      const second = random() < SECOND_WIRE ? picked(wires[(i + 1) % WIRES], Math.round(size * between(FROM_SECOND))) : [];
      const own = written(Math.max(0, size - taken.length - second.length));
      papers.push(own);
      add(own, [...taken, ...second], wireIds[i]);
    }
  }
  for (let n = 0; n < BLOGS + INDEPENDENT; n++) {
    const isBlog = n < BLOGS;
    const size = Math.round(between(isBlog ? BLOG_ARTICLES : ARTICLES));
    const of = isBlog ? papers[Math.floor(random() * papers.length)] : wires[Math.floor(random() * WIRES)];
    const taken = of.length > 0 ? picked(of, Math.round(size * between(isBlog ? FROM_PAPER : BY_CHANCE))) : [];
    add(written(size - taken.length), taken, null);
  }

  const sources = printed.map((own, i) => ({ id: i + 1, key: `source ${i + 1}`, articles: own.size }));
  const copying = printed.flatMap((a, i) => printed.slice(i + 1).flatMap((b, j): Copying[] => {
    const other = i + 1 + j;
    const common = [...a].filter((text) => b.has(text));
    const firstBy = (source: number): number => common.filter((text) => authors.get(text) === source).length;
    return common.length === 0 ? [] : [{ aId: i + 1, bId: other + 1, aCopied: common.length, bCopied: common.length, aFirst: firstBy(i), bFirst: firstBy(other) }];
  }));
  return { sources, copying, truth: new Map(group.map((of, i) => [i + 1, of + 1])) };
}
