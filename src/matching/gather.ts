import { inTurn, isNamed } from './statements.js';
import type { MatchableQuote } from './types.js';

/** A quote as gathering needs it. */
export type Gathered = Pick<MatchableQuote, 'id' | 'articleId' | 'kind' | 'text' | 'speakerId' | 'publishedAt' | 'confidence'>;

/** Two quotes that the decision calls the same, with its score. */
export interface SamePair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

export interface Bonds {
  /** Quotes that stay in one statement, whatever their words say: a person put them there. */
  readonly bound: readonly (readonly number[])[];
  /** Pairs that are never in one statement. */
  readonly apart: readonly (readonly [number, number])[];
}

/** A statement in the making. */
interface Cluster<Q extends Gathered> {
  readonly members: Q[];
  best: Q;
  readonly isBound: boolean;
}

/** Better renderings first; see `chooseBest`. */
const better = (x: Gathered, y: Gathered): number => {
  const [direct, other] = [x, y].map((q) => q.kind === 'DIRECT' && isNamed(q));
  if (direct !== other) return direct ? -1 : 1;
  return (direct ? y.text.length - x.text.length : y.confidence - x.confidence) || inTurn(x, y);
};

const keyOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * Gathers quotes into statements by what is the same as what. The surest pair is looked at first, and joins the two
 * statements of its quotes where
 *
 *   - their best renderings are the same and so are at least half of the pairs across, or more than half are: a chain does
 *     not hold, and a long quote that is the same as two utterances takes in the one that is more like it;
 *   - nothing keeps them apart: a person's choice; one article or two known speakers with quotes in both that are not the same.
 *
 * What comes out depends on the quotes, the pairs and the bonds, not on the order of either.
 * @param pairs O(pairs * (pairs + quotes)) at the worst; callers bound them
 */
export function gather<Q extends Gathered>(quotes: readonly Q[], pairs: readonly SamePair[], { bound, apart }: Bonds): Q[][] {
  const byId = new Map(quotes.map((quote) => [quote.id, quote]));
  const same = new Set(pairs.map(({ a, b }) => keyOf(a, b)));
  const kept = new Set(apart.map(([a, b]) => keyOf(a, b)));
  const clusterOf = new Map<number, Cluster<Q>>();
  for (const ids of bound) {
    const members = ids.flatMap((id) => byId.get(id) ?? []);
    if (members.length === 0) continue;
    const cluster: Cluster<Q> = { members, best: [...members].sort(better)[0], isBound: true };
    for (const { id } of members) clusterOf.set(id, cluster);
  }
  for (const quote of quotes) if (!clusterOf.has(quote.id)) clusterOf.set(quote.id, { members: [quote], best: quote, isBound: false });

  const isSame = (x: Gathered, y: Gathered): boolean => same.has(keyOf(x.id, y.id));
  const bars = (x: Gathered, y: Gathered): boolean => {
    if (kept.has(keyOf(x.id, y.id))) return true;
    if (isSame(x, y)) return false;
    return x.articleId === y.articleId || (x.speakerId !== null && y.speakerId !== null && x.speakerId !== y.speakerId);
  };
  const join = (x: Cluster<Q>, y: Cluster<Q>): boolean => {
    if (x === y || (x.isBound && y.isBound)) return false;
    let across = 0;
    for (const one of x.members) {
      for (const other of y.members) {
        if (bars(one, other)) return false;
        if (isSame(one, other)) across++;
      }
    }
    const all = x.members.length * y.members.length;
    if (across * 2 < all || (across * 2 === all && !isSame(x.best, y.best))) return false;
    const [into, from] = x.isBound || (!y.isBound && x.members.length >= y.members.length) ? [x, y] : [y, x];
    for (const quote of from.members) {
      into.members.push(quote);
      clusterOf.set(quote.id, into);
    }
    if (better(from.best, into.best) < 0) into.best = from.best;
    return true;
  };

  const ordered = orderedPairs(pairs, byId);
  for (let joined = true; joined; ) {
    joined = false;
    for (const { a, b } of ordered) if (join(clusterOf.get(a)!, clusterOf.get(b)!)) joined = true;
  }
  return [...new Set(clusterOf.values())].map((cluster) => cluster.members);
}

/** The surest first; of equal ones by their quotes, as texts and dates tell, so that ids decide as little as can be. */
function orderedPairs(pairs: readonly SamePair[], byId: ReadonlyMap<number, Gathered>): SamePair[] {
  const ranked = pairs.flatMap(({ a, b, score }) => {
    const [x, y] = [byId.get(a), byId.get(b)];
    if (!x || !y || a === b) return [];
    const [first, second] = better(x, y) <= 0 ? [x, y] : [y, x];
    return [{ pair: { a, b, score }, first, second }];
  });
  return ranked.sort((p, q) => q.pair.score - p.pair.score || better(p.first, q.first) || better(p.second, q.second)).map(({ pair }) => pair);
}
