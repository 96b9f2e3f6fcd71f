/** Groups of sources that carry each other's text, with what they rest on. Worked out when asked from the pairs of articles that are stored. */
import { OnRecordError } from '../domain/errors.js';
import type { OverlapFilter } from '../domain/filters.js';
import type { ReadStore } from '../domain/read-store.js';
import type { SourceRecord } from '../domain/records.js';
import { DEFAULT_LEAST_ARTICLES, DEFAULT_LEAST_SHARE, shareOf, sourceClusters } from '../reuse/index.js';
import { fold } from '../text/fold.js';
import { byId } from './by-id.js';
import type { ClusterLink, ClusterMember, SourceGroup } from './types.js';

export { DEFAULT_LEAST_ARTICLES, DEFAULT_LEAST_SHARE };

/** Pairs of sources that are looked at, those with the most copies first: all pairs of 300 sources, or 20 partners for each of 4,500. */
const MAX_COPYING_PAIRS = 45_000;

export interface GroupOptions {
  /** See `ClusterOptions`; null: the defaults. */
  readonly leastShare: number | null;
  readonly leastArticles: number | null;
}

/**
 * Most copied articles first, then by the id of the centre. Four look-ups, however many sources; the decision is `sourceClusters`.
 * @throws OnRecordError INVALID_ARGUMENT where `leastShare` is not within 0..1 or `leastArticles` is below 1
 */
export async function clustersOfSources(read: ReadStore, filter: OverlapFilter, options: GroupOptions): Promise<SourceGroup[]> {
  const { leastShare, leastArticles } = { leastShare: options.leastShare ?? DEFAULT_LEAST_SHARE, leastArticles: options.leastArticles ?? DEFAULT_LEAST_ARTICLES };
  if (leastShare < 0 || leastShare > 1) throw new OnRecordError('INVALID_ARGUMENT', `leastShare is from 0 to 1; it is ${leastShare}.`);
  if (leastArticles < 1) throw new OnRecordError('INVALID_ARGUMENT', `leastArticles is 1 or more; it is ${leastArticles}.`);

  const copying = await read.copyingSources(filter, leastArticles, MAX_COPYING_PAIRS);
  const ids = [...new Set(copying.flatMap(({ aId, bId }) => [aId, bId]))];
  const sizes = await read.articleCountsWithin(ids, filter.published);
  const records = await byId<SourceRecord>(ids, (wanted) => read.sources(wanted));
  const sources = [...records.values()].map((source) => ({ id: source.id, key: keyOf(source), articles: sizes.get(source.id) ?? 0 }));
  const clusters = sourceClusters(sources, copying, { leastShare, leastArticles });

  const clusterOf = new Map(clusters.flatMap(({ centreId, memberIds }) => memberIds.map((id) => [id, centreId] as const)));
  const within = copying.filter(({ aId, bId }) => clusterOf.has(aId) && clusterOf.get(aId) === clusterOf.get(bId));
  const copied = new Map((await read.copiedArticles(within.map(({ aId, bId }) => [aId, bId] as const), filter.published)).map((row) => [row.sourceId, row]));
  const links = new Map<number, ClusterLink[]>(clusters.map(({ centreId }) => [centreId, []]));
  for (const pair of within) {
    const [aArticleCount, bArticleCount] = [sizes.get(pair.aId) ?? 0, sizes.get(pair.bId) ?? 0];
    links.get(clusterOf.get(pair.aId)!)!.push({ ...pair, aArticleCount, bArticleCount, aShare: shareOf(pair.aCopied, aArticleCount), bShare: shareOf(pair.bCopied, bArticleCount) });
  }
  const groups = clusters.map(({ centreId, memberIds }): SourceGroup => {
    const members = memberIds.map((id): ClusterMember => ({
      source: records.get(id)!,
      articleCount: sizes.get(id) ?? 0,
      copiedArticleCount: copied.get(id)?.articles ?? 0,
      firstArticleCount: copied.get(id)?.firsts ?? 0,
    })).sort((x, y) => y.copiedArticleCount - x.copiedArticleCount || x.source.id - y.source.id);
    return {
      filter,
      centre: records.get(centreId)!,
      feeder: feederOf(members),
      members,
      links: links.get(centreId)!.sort((x, y) => larger(y) - larger(x) || y.articlePairs - x.articlePairs || x.aId - y.aId || x.bId - y.bId),
      copiedArticleCount: members.reduce((sum, member) => sum + member.copiedArticleCount, 0),
    };
  });
  return groups.sort((x, y) => y.copiedArticleCount - x.copiedArticleCount || x.centre.id - y.centre.id);
}

const larger = ({ aShare, bShare }: ClusterLink): number => Math.max(aShare, bShare);

/** What a source is told by: of those without a domain no two have one name, folded. */
const keyOf = ({ name, domain }: SourceRecord): string => JSON.stringify([domain, domain === null ? fold(name) : null]);

/** Who was first most often; of two that were so equally often neither is known to feed the other. */
function feederOf(members: readonly ClusterMember[]): SourceRecord | null {
  const most = Math.max(...members.map((member) => member.firstArticleCount));
  const first = members.filter((member) => member.firstArticleCount === most);
  return most > 0 && first.length === 1 ? first[0].source : null;
}
