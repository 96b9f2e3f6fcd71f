/** Gathers statements anew around quotes whose pairs changed: joins them, splits them, and keeps their ids where they can be kept. */
import type { GatheredQuote, SamePair, WriteStore } from '../domain/write-store.js';
import { chooseBest, gather } from '../matching/index.js';

/** Quotes that hang together by pairs and are gathered at once; of a statement with more the newcomer only joins it. */
const MOST_GATHERED = 64;
/** Pairs and quotes read for the quotes of one article. */
const MOST_PAIRS_READ = 20_000;
const MOST_QUOTES_READ = 5_000;

export interface Around {
  /** Statements that were made in this transaction: nobody knows their ids. */
  readonly fresh?: ReadonlySet<number>;
  /** Quotes that the given ones were the same as before. */
  readonly around?: ReadonlySet<number>;
  /** All pairs of the given quotes with others, where the caller has them at hand. */
  readonly pairs?: readonly SamePair[];
}

const NONE: ReadonlySet<number> = new Set();

export interface Gathering {
  /** Statements that won or lost a rendering: to be settled. */
  readonly changed: ReadonlySet<number>;
  /** Quotes that hang together with more than are gathered at once. */
  readonly tooMany: readonly number[];
}

/**
 * Gathers the quotes that the given ones hang together with. A statement's id goes with most of its renderings; where two
 * become one the lower stays, and the other leads on to it unless it is fresh.
 */
export async function gatherAround(tx: WriteStore, quoteIds: readonly number[], { fresh = NONE, around = NONE, pairs: known }: Around): Promise<Gathering> {
  const { groups, pairs, tooMany } = await hangingTogether(tx, [...new Set([...quoteIds, ...around])], known);
  const changed = new Set<number>();
  const all = await tx.gatheredQuotes(groups.flat(), MOST_QUOTES_READ);
  if (all.length === 0) return { changed, tooMany };
  if (all.length === MOST_QUOTES_READ) return { changed, tooMany: quoteIds };
  const apart = await tx.pairsApart(all.map((quote) => quote.id));
  const asked = new Set(quoteIds);
  const places = new Map<number, number>();
  const pairsOf = new Map<number, SamePair[]>(all.map((quote) => [quote.id, []]));
  for (const pair of pairs) pairsOf.get(pair.a)?.push(pair);
  for (const together of statementsTogether(groups, all)) {
    for (const { id, leaving } of newPlaces(together, asked, together.quotes.flatMap((quote) => pairsOf.get(quote.id)!), apart)) {
      const to = id ?? (await tx.moveQuote(leaving[0], null, false));
      for (const quoteId of leaving) places.set(quoteId, to);
    }
  }
  if (places.size === 0) return { changed, tooMany };
  const moved = all.filter((quote) => places.has(quote.id));
  await tx.moveQuotes(moved.map((quote) => ({ quoteId: quote.id, statementId: places.get(quote.id)! })));
  for (const quote of moved) changed.add(quote.statementId).add(places.get(quote.id)!);
  for (const [from, renderings] of byStatement(all)) {
    // One that is left empty leads to where its renderings went: they went together, or one of them would have kept it.
    if (!fresh.has(from) && renderings.every(({ id }) => places.has(id))) await tx.redirectStatement(from, places.get(renderings[0].id)!);
  }
  await tx.touch([...moved.map(({ id }) => ({ type: 'QUOTE' as const, id })), ...[...changed].map((id) => ({ type: 'STATEMENT' as const, id }))]);
  return { changed, tooMany };
}

/** Quotes by the pairs that link them, walked from the given ones. */
async function hangingTogether(tx: WriteStore, quoteIds: readonly number[], known?: readonly SamePair[]): Promise<{ groups: number[][]; pairs: SamePair[]; tooMany: number[] }> {
  const links = new Links(quoteIds);
  const pairs: SamePair[] = [];
  const walked = new Set<number>();
  for (let [edge, first] = [new Set(quoteIds), known]; edge.size > 0; first = undefined) {
    const found = first ?? (await tx.samePairsOf([...edge], MOST_PAIRS_READ));
    if (found.length === MOST_PAIRS_READ) return { groups: [], pairs: [], tooMany: [...quoteIds] };
    const next = new Set<number>();
    for (const pair of found) {
      // A pair stands in both directions: it was met from the other side, or is met from there now.
      if (walked.has(pair.b) || (pair.b < pair.a && edge.has(pair.b))) continue;
      links.join(pair.a, pair.b);
      pairs.push(pair);
      next.add(pair.b);
    }
    for (const id of edge) walked.add(id);
    edge = new Set([...next].filter((id) => !walked.has(id) && links.sizeOf(id) <= MOST_GATHERED));
  }
  const groups = links.groups();
  const isTooMany = (group: readonly number[]): boolean => group.length > MOST_GATHERED;
  const large = new Set(groups.filter(isTooMany).flat());
  return { groups: groups.filter((group) => !isTooMany(group)), pairs, tooMany: quoteIds.filter((id) => large.has(id)) };
}

/** Sets that are joined one by one. */
class Links {
  private readonly groupOf = new Map<number, number[]>();

  constructor(ids: Iterable<number>) {
    for (const id of ids) this.groupOf.set(id, [id]);
  }

  join(a: number, b: number): void {
    const [x, y] = [this.groupOf.get(a) ?? [a], this.groupOf.get(b) ?? [b]];
    const [large, small] = x.length >= y.length ? [x, y] : [y, x];
    if (large === small) return;
    large.push(...small);
    this.groupOf.set(a, large).set(b, large);
    for (const id of small) this.groupOf.set(id, large);
  }

  sizeOf = (id: number): number => this.groupOf.get(id)?.length ?? 1;

  groups = (): number[][] => [...new Set(this.groupOf.values())];
}

interface Together {
  readonly linked: ReadonlySet<number>;
  readonly quotes: readonly GatheredQuote[];
}

/** Groups of quotes with all that stand in their statements: groups that meet in a statement are one. */
function statementsTogether(groups: readonly (readonly number[])[], all: readonly GatheredQuote[]): Together[] {
  const linked = new Set(groups.flat());
  const links = new Links(all.map((quote) => quote.id));
  const there = new Set(all.map((quote) => quote.id));
  for (const group of groups) {
    const present = group.filter((id) => there.has(id));
    for (const id of present) links.join(present[0], id);
  }
  for (const renderings of byStatement(all).values()) for (const { id } of renderings) links.join(renderings[0].id, id);
  const byId = new Map(all.map((quote) => [quote.id, quote]));
  return links.groups().map((ids) => ({ linked, quotes: ids.map((id) => byId.get(id)!) }));
}

function byStatement(quotes: readonly GatheredQuote[]): Map<number, GatheredQuote[]> {
  const statements = new Map<number, GatheredQuote[]>();
  for (const quote of quotes) {
    const renderings = statements.get(quote.statementId);
    if (renderings) renderings.push(quote);
    else statements.set(quote.statementId, [quote]);
  }
  return statements;
}

/** Quotes that leave their statements for another, by its id or, where it is a new one, null. */
interface Place {
  readonly id: number | null;
  readonly leaving: readonly number[];
}

function newPlaces({ linked, quotes }: Together, asked: ReadonlySet<number>, pairs: readonly SamePair[], apart: readonly (readonly [number, number])[]): Place[] {
  const statements = byStatement(quotes);
  // 1. What is said again in the same words goes with the first of them.
  const leaders = new Map<string, GatheredQuote>();
  const wordsOf = (q: GatheredQuote): string => `${q.articleId} ${q.statementId} ${q.speakerId} ${q.contentKey}`;
  for (const quote of quotes) if (linked.has(quote.id) && !leaders.has(wordsOf(quote))) leaders.set(wordsOf(quote), quote);
  const leaderOf = (quote: GatheredQuote): GatheredQuote => (linked.has(quote.id) ? quote : (leaders.get(wordsOf(quote)) ?? quote));
  const leading = quotes.filter((quote) => leaderOf(quote) === quote);
  // 2. Where a person put a quote all stay; where no pair leads to one, all but those asked about.
  const bound = [...statements.values()].flatMap((renderings) => {
    const stay = renderings.filter((quote) => leaderOf(quote) === quote);
    if (renderings.some((quote) => quote.putByHand)) return [stay];
    return stay.some((quote) => !linked.has(quote.id)) ? [stay.filter((quote) => !asked.has(quote.id))] : [];
  });
  // 3. Statements anew, under the ids that most of their renderings had.
  const clusters = gather(leading, pairs, { bound: bound.map((stay) => stay.map((quote) => quote.id)), apart });
  const idOf = statementIds(clusters, statements);
  const clusterOf = new Map(clusters.flatMap((cluster) => cluster.map((quote) => [quote.id, cluster] as const)));
  return clusters.flatMap((cluster) => {
    const id = idOf.get(cluster) ?? null;
    const leaving = quotes.filter((quote) => quote.statementId !== id && clusterOf.get(leaderOf(quote).id) === cluster).map((quote) => quote.id);
    return leaving.length > 0 ? [{ id, leaving }] : [];
  });
}

/** By cluster: the lowest id of the statements most of whose renderings it has, or the best of them where no cluster has more. */
function statementIds(clusters: readonly GatheredQuote[][], statements: ReadonlyMap<number, readonly GatheredQuote[]>): Map<readonly GatheredQuote[], number> {
  const clusterOf = new Map(clusters.flatMap((cluster) => cluster.map((quote) => [quote.id, cluster] as const)));
  const idOf = new Map<readonly GatheredQuote[], number>();
  for (const [id, renderings] of [...statements].sort(([a], [b]) => a - b)) {
    const leading = renderings.filter((quote) => clusterOf.has(quote.id));
    if (leading.length === 0) continue;
    const share = new Map<readonly GatheredQuote[], number>();
    for (const quote of leading) share.set(clusterOf.get(quote.id)!, (share.get(clusterOf.get(quote.id)!) ?? 0) + 1);
    const most = Math.max(...share.values());
    const heirs = [...share].filter(([, count]) => count === most).map(([cluster]) => cluster);
    const best = chooseBest(leading.map((quote) => ({ ...quote, speakerName: null, before: '', after: '', about: [] })));
    const heir = heirs.find((cluster) => cluster.some((quote) => quote.id === best.id)) ?? heirs[0];
    if (!idOf.has(heir)) idOf.set(heir, id);
  }
  return idOf;
}
