/**
 * Which sources carry each other's text: syndication. A cluster is a centre and sources of which a good part stands in the
 * centre; being like one that is like the centre is not enough, so clusters do not grow along chains.
 *
 *      wire ---- paper 1        three takers of one feeder: one cluster, though the papers picked different reports
 *        | \---- paper 2
 *        \------ paper 3        paper 3 --x-- blog: what the blog took from paper 3 is not in the wire: apart
 */
export interface ClusterSource {
  readonly id: number;
  /** Breaks ties; tells the source without regard to when it came in. Different for each source. */
  readonly key: string;
  /** How many articles it published in the time that is looked at. */
  readonly articles: number;
}

/** Copies between two sources: articles that are the same text as one of the other, whole or in part. */
export interface Copying {
  readonly aId: number;
  readonly bId: number;
  /** Articles of each that are such a copy. */
  readonly aCopied: number;
  readonly bCopied: number;
  /** Pairs of copies in which the article of each was published before the other's. */
  readonly aFirst: number;
  readonly bFirst: number;
}

export interface ClusterOptions {
  /** The share of the smaller source's articles that must stand in the other, 0..1. */
  readonly leastShare: number;
  /** And so many of them. */
  readonly leastArticles: number;
}

/**
 * A fifth of what the smaller one printed. Two outlets that report independently have a paragraph in common now and then; who
 * subscribes to a service prints it daily. Set by judgement: there are no labelled groups of sources.
 */
export const DEFAULT_LEAST_SHARE = 0.2;
/** One text in common is a coincidence, or one text handed to both. */
export const DEFAULT_LEAST_ARTICLES = 2;
/** Who takes from a feeder has at least so many times the feeder's share: it gives up a good part of itself, the feeder a small one. */
export const TAKER_RATIO = 2;

export interface SourceCluster {
  /** The source that every other has its share with: the largest. */
  readonly centreId: number;
  /** The centre, then the others in the order in which they joined. At least two. */
  readonly memberIds: readonly number[];
}

/** A copying seen from one of the two sources. */
interface Link {
  readonly otherId: number;
  /** Share of this source's articles that stand in the other, and of the other's that stand in this one. */
  readonly share: number;
  readonly otherShare: number;
  readonly copied: number;
  readonly first: number;
  readonly otherFirst: number;
}

/** Copied articles as a part of all; 0 of none. */
export const shareOf = (copied: number, articles: number): number => (articles > 0 ? Math.min(1, copied / articles) : 0);

/**
 * Sources are taken from the largest down, each to be placed once:
 *   1. Centres are asked with which the source has its share, the largest share first.
 *   2. It joins where it has its share with more than half of the members too;
 *   3. or where it takes from the centre: its own share is TAKER_RATIO times the centre's at least, and it is not the one that
 *      was first in most of their copies. Takers of one feeder belong together; feeders of one taker do not.
 *   4. Else it is a centre itself. Centres that nobody joined are no clusters.
 * Sources of one size go by the sum of their shares, then by key, so the answer does not depend on the order of the input.
 * O(links x log links).
 */
export function sourceClusters(sources: readonly ClusterSource[], copying: readonly Copying[], { leastShare, leastArticles }: ClusterOptions): SourceCluster[] {
  const sizes = new Map(sources.map((source) => [source.id, source.articles]));
  const links = linksOf(copying, sizes);
  const weight = new Map(sources.map(({ id }) => [id, (links.get(id) ?? []).map((link) => link.share).sort((x, y) => x - y).reduce((sum, share) => sum + share, 0)]));
  const ordered = [...sources].sort((x, y) => y.articles - x.articles || weight.get(y.id)! - weight.get(x.id)! || compareKeys(x.key, y.key));
  const rank = new Map(ordered.map(({ id }, place) => [id, place]));

  /** What the share of the smaller source is, seen from it; of two of one size the larger share counts. */
  const strength = (link: Link, size: number): number => (sizes.get(link.otherId) === size ? Math.max(link.share, link.otherShare) : link.share);
  const isStrong = (link: Link, size: number): boolean => link.copied >= leastArticles && link.share > 0 && strength(link, size) >= leastShare;

  const centreOf = new Map<number, number>();
  const members = new Map<number, number[]>();
  for (const { id, articles } of ordered) {
    const strong = (links.get(id) ?? []).filter((link) => rank.get(link.otherId)! < rank.get(id)! && isStrong(link, articles));
    const together = new Map<number, number>();
    for (const { otherId } of strong) together.set(centreOf.get(otherId)!, (together.get(centreOf.get(otherId)!) ?? 0) + 1);
    const centres = strong.filter((link) => members.has(link.otherId))
      .sort((x, y) => strength(y, articles) - strength(x, articles) || y.copied - x.copied || rank.get(x.otherId)! - rank.get(y.otherId)!);
    const joined = centres.find((link) => together.get(link.otherId)! * 2 > members.get(link.otherId)!.length || takesFrom(link));
    const centre = joined?.otherId ?? id;
    centreOf.set(id, centre);
    if (joined) members.get(centre)!.push(id);
    else members.set(centre, [id]);
  }
  return [...members].filter(([, ids]) => ids.length > 1).map(([centreId, memberIds]) => ({ centreId, memberIds }));
}

const takesFrom = ({ share, otherShare, first, otherFirst }: Link): boolean => share >= TAKER_RATIO * otherShare && first <= otherFirst;

const compareKeys = (x: string, y: string): number => (x < y ? -1 : Number(x > y));

function linksOf(copying: readonly Copying[], sizes: ReadonlyMap<number, number>): Map<number, Link[]> {
  const links = new Map<number, Link[]>();
  const add = (id: number, link: Link): void => {
    const known = links.get(id);
    if (known) known.push(link);
    else links.set(id, [link]);
  };
  for (const { aId, bId, aCopied, bCopied, aFirst, bFirst } of copying) {
    const [aSize, bSize] = [sizes.get(aId), sizes.get(bId)];
    if (aSize === undefined || bSize === undefined) continue;
    const [aShare, bShare] = [shareOf(aCopied, aSize), shareOf(bCopied, bSize)];
    add(aId, { otherId: bId, share: aShare, otherShare: bShare, copied: aCopied, first: aFirst, otherFirst: bFirst });
    add(bId, { otherId: aId, share: bShare, otherShare: aShare, copied: bCopied, first: bFirst, otherFirst: aFirst });
  }
  return links;
}
