import { inTurn, isNamed } from './statements.js';
import { prepare } from './word-evidence.js';
import { overlapOf } from './wording.js';
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

/** Of the content of the one that says less, how much the other must have; what two parts of a speech have in common is their subject. */
const LEAST_SAID_TWICE = 0.4;

/** "She promised to pay. “We will pay,” she said." */
const areTwice = (x: Gathered, y: Gathered): boolean =>
  (x.kind === 'DIRECT') !== (y.kind === 'DIRECT') && x.speakerId !== null && x.speakerId === y.speakerId &&
  overlapOf(prepare(x.text).wording, prepare(y.text).wording).containment >= LEAST_SAID_TWICE;

const keyOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * Gathers quotes into statements by what is the same as what. The surest pair is looked at first, and joins the two
 * statements of its quotes where
 *
 *   - their best renderings are the same and so are at least half of the pairs across, or more than half are: a chain does
 *     not hold, and a long quote that is the same as two utterances takes in the one that is more like it;
 *   - nothing keeps them apart: a person's choice; one article or two known speakers with quotes in both that are not the same. But
 *     one article may report an utterance twice, in its own words and in the speaker's, with much in common: of such a pair other
 *     articles tell.
 *
 * In the end a quote that is left alone goes to a statement whose best rendering it is the same as, or its middle: the one
 * that is most like the others of three or more, or one that the best has nearly word for word. Of the renderings that have those
 * words too it must be the same as half: what it has in common with one alone, which is cut short, is chance. Two that are left and
 * are the same as each other are a statement of their own.
 *
 * What comes out depends on the quotes, the pairs and the bonds, not on the order of either.
 * @param pairs O(pairs * (pairs + quotes)) at the worst; callers bound them
 */
export function gather<Q extends Gathered>(quotes: readonly Q[], pairs: readonly SamePair[], { bound, apart }: Bonds): Q[][] {
  const byId = new Map(quotes.map((quote) => [quote.id, quote]));
  const scores = new Map(pairs.map(({ a, b, score }) => [keyOf(a, b), score]));
  const scoreOf = (x: Gathered, y: Gathered): number => scores.get(keyOf(x.id, y.id)) ?? 0;
  const kept = new Set(apart.map(([a, b]) => keyOf(a, b)));
  const clusterOf = new Map<number, Cluster<Q>>();
  for (const ids of bound) {
    const members = ids.flatMap((id) => byId.get(id) ?? []);
    if (members.length === 0) continue;
    const cluster: Cluster<Q> = { members, best: [...members].sort(better)[0], isBound: true };
    for (const { id } of members) clusterOf.set(id, cluster);
  }
  for (const quote of quotes) if (!clusterOf.has(quote.id)) clusterOf.set(quote.id, { members: [quote], best: quote, isBound: false });

  const isSame = (x: Gathered, y: Gathered): boolean => scores.has(keyOf(x.id, y.id));
  const bars = (x: Gathered, y: Gathered): boolean => {
    if (kept.has(keyOf(x.id, y.id))) return true;
    if (isSame(x, y)) return false;
    return (x.articleId === y.articleId && !areTwice(x, y)) || (x.speakerId !== null && y.speakerId !== null && x.speakerId !== y.speakerId);
  };
  const unite = (x: Cluster<Q>, y: Cluster<Q>): void => {
    const [into, from] = x.isBound || (!y.isBound && x.members.length >= y.members.length) ? [x, y] : [y, x];
    for (const quote of from.members) {
      into.members.push(quote);
      clusterOf.set(quote.id, into);
    }
    if (better(from.best, into.best) < 0) into.best = from.best;
  };
  const join = (x: Cluster<Q>, y: Cluster<Q>): boolean => {
    if (x === y || (x.isBound && y.isBound)) return false;
    let [across, all] = [0, 0];
    for (const one of x.members) {
      for (const other of y.members) {
        if (bars(one, other)) return false;
        if (isSame(one, other)) across++;
        if (one.articleId !== other.articleId || isSame(one, other)) all++;
      }
    }
    if (all === 0) return false;
    if (across * 2 < all || (across * 2 === all && !isSame(x.best, y.best))) return false;
    unite(x, y);
    return true;
  };

  const ordered = orderedPairs(pairs, byId);
  for (let joined = true; joined; ) {
    joined = false;
    for (const { a, b } of ordered) if (join(clusterOf.get(a)!, clusterOf.get(b)!)) joined = true;
  }
  const isAlone = ({ members, isBound }: Cluster<Q>): boolean => members.length === 1 && !isBound;
  const middles = new Map([...new Set(clusterOf.values())].map((cluster) => [cluster, middleOf(cluster, scoreOf)]));
  const left = new Set(ordered.flatMap(({ a, b }) => [a, b]).filter((id) => isAlone(clusterOf.get(id)!)));
  for (const { a, b } of ordered) {
    const [one, other] = left.has(a) ? [a, b] : [b, a];
    if (!left.has(one) || left.has(other)) continue;
    const [alone, cluster] = [clusterOf.get(one)!, clusterOf.get(other)!];
    if (!middles.get(cluster)!.has(other) || cluster.members.some((quote) => bars(alone.best, quote))) continue;
    const copies = cluster.members.filter((quote) => quote.id === other || scoreOf(quote, byId.get(other)!) >= SURE_SCORE);
    if (copies.filter((quote) => isSame(alone.best, quote)).length * 2 < copies.length) continue;
    unite(cluster, alone);
    left.delete(one);
  }
  return [...new Set(clusterOf.values())].map((cluster) => cluster.members);
}

/** Two with such a score are nearly the same words of one speaker on one day. */
const SURE_SCORE = 0.98;
const LEAST_WITH_MIDDLE = 3;

function middleOf<Q extends Gathered>({ members, best }: Cluster<Q>, scoreOf: (x: Gathered, y: Gathered) => number): Set<number> {
  const middle = new Set([best.id, ...members.filter((quote) => scoreOf(quote, best) >= SURE_SCORE).map((quote) => quote.id)]);
  if (members.length < LEAST_WITH_MIDDLE) return middle;
  const likeness = new Map(members.map((quote) => [quote, members.reduce((sum, other) => sum + scoreOf(quote, other), 0)]));
  return middle.add([...members].sort((x, y) => likeness.get(y)! - likeness.get(x)! || better(x, y))[0].id);
}

/**
 * The surest first: those with a high score that are the same as the same others,
 *
 *   score * quotes that are the same as both / quotes that are the same as either         (each the same as itself)
 *
 * so that an utterance that four outlets have is gathered before a sentence that two have word for word takes one of them
 * away. Of equal ones by their quotes, as texts and dates tell, so that ids decide as little as can be.
 */
function orderedPairs(pairs: readonly SamePair[], byId: ReadonlyMap<number, Gathered>): SamePair[] {
  const near = new Map([...byId.keys()].map((id) => [id, new Set([id])]));
  for (const { a, b } of pairs) {
    near.get(a)?.add(b);
    near.get(b)?.add(a);
  }
  const ranked = pairs.flatMap(({ a, b, score }) => {
    const [x, y] = [byId.get(a), byId.get(b)];
    if (!x || !y || a === b) return [];
    const [first, second] = better(x, y) <= 0 ? [x, y] : [y, x];
    return [{ pair: { a, b, score }, sureness: score * likenessOf(near.get(a)!, near.get(b)!), first, second }];
  });
  return ranked.sort((p, q) => q.sureness - p.sureness || better(p.first, q.first) || better(p.second, q.second)).map(({ pair }) => pair);
}

/** Jaccard of two sets. */
function likenessOf(x: ReadonlySet<number>, y: ReadonlySet<number>): number {
  const both = [...x].filter((id) => y.has(id)).length;
  return both / (x.size + y.size - both);
}
