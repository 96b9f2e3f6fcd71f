/** Finds the statements that quotes render, and gathers statements anew where a quote shows that they are one or several. */
import type { QuoteToMatch, SamePair, WriteStore } from '../domain/write-store.js';
import { matchKeys } from '../matching/index.js';
import { gatherAround } from './gathering.js';
import { SameQuoteFinder } from './same-pairs.js';
import { settleStatements } from './settling.js';
import { takeTurns } from './turns.js';

export { matchable, matchableIn, MATCH_WINDOW_DAYS } from './same-pairs.js';
export { settleStatements } from './settling.js';

/** Statements that quotes stand in, left or joined. */
export interface Placing {
  readonly all: Set<number>;
  /** Those that won or lost a rendering: to be settled. A new statement of one quote is complete as it is. */
  readonly changed: Set<number>;
}

/** Quotes of one article that are compared with others: no article has more to say, and a hostile one is not waited for. */
const MAX_MATCHED_QUOTES = 500;

/** A quote just stored, in a statement of its own. */
export interface NewQuote {
  readonly id: number;
  readonly matchKeys: readonly number[];
}

/**
 * Finds what each new quote of an article is the same as, and gathers the statements around it anew; one that is the same
 * as none stays in its own. What the same speaker says in the same words again in one article is compared once, whether it
 * came in together or by a revision.
 */
export async function placeQuotes(tx: WriteStore, articleId: number, quotes: readonly NewQuote[], body: string): Promise<Placing> {
  const placing: Placing = { all: new Set(), changed: new Set() };
  if (quotes.length === 0) return placing;
  const keysOf = new Map(quotes.map((quote) => [quote.id, quote.matchKeys]));
  const all = await tx.quotesToMatch(articleId);
  const said = saidBefore(all, keysOf);
  const first = new Map<string, QuoteToMatch>();
  const repeats: { readonly quote: QuoteToMatch; readonly words: string }[] = [];

  // 1. Which quotes are the same as which.
  for (const quote of all) {
    if (!keysOf.has(quote.id)) continue;
    placing.all.add(quote.statementId);
    const words = wordsOf(quote);
    if (said.has(words) || first.has(words)) repeats.push({ quote, words });
    else first.set(words, quote);
  }
  const sought = [...first.values()].slice(0, MAX_MATCHED_QUOTES).map((quote) => ({ quote, keys: keysOf.get(quote.id)! }));
  const found = await new SameQuoteFinder(tx, articleId, body).findAll(sought);
  const foundOf = new Map(found.map((one, i) => [sought[i].quote.id, one]));
  const pairs: SamePair[] = found.flatMap((one) => one.pairs);
  await tx.addSamePairs(pairs);

  // 2. Statements anew around those that are the same as any.
  const fresh = new Set(placing.all);
  const { changed, tooMany } = await gatherAround(tx, [...new Set(pairs.map((pair) => pair.a))], { fresh, pairs: allPairsOf(pairs) });
  const follow: { quoteId: number; statementId: number; from: number }[] = [];
  const records = new Map([...first.values()].map((quote) => [quote.id, quote]));
  const joined = new Map<number, number>();
  for (const id of tooMany) {
    const statementId = foundOf.get(id)?.joins() ?? null;
    if (statementId === null) continue;
    joined.set(id, statementId);
    follow.push({ quoteId: id, statementId, from: records.get(id)!.statementId });
  }

  // 3. What is said again goes with the first of them, which may have gone elsewhere just now.
  const now = new Map((repeats.length > 0 ? await tx.quotesToMatch(articleId) : []).map((quote) => [quote.id, quote.statementId]));
  for (const { quote, words } of repeats) {
    const leader = first.get(words);
    const target = leader === undefined ? said.get(words)! : joined.get(leader.id) ?? now.get(leader.id)!;
    if (target !== quote.statementId) follow.push({ quoteId: quote.id, statementId: target, from: quote.statementId });
  }
  await tx.moveQuotes(follow);
  for (const id of [...changed, ...follow.flatMap(({ statementId, from }) => [statementId, from])]) {
    placing.all.add(id);
    placing.changed.add(id);
  }
  return placing;
}

/** Each in both directions where both quotes are new: as the store has them. */
const allPairsOf = (pairs: readonly SamePair[]): SamePair[] => {
  const fresh = new Set(pairs.map((pair) => pair.a));
  return pairs.flatMap((pair) => (fresh.has(pair.b) ? [pair, { ...pair, a: pair.b, b: pair.a }] : [pair]));
};

const wordsOf = ({ speakerId, contentKey }: QuoteToMatch): string => `${speakerId} ${contentKey}`;

/** The statements of the article's other quotes, by who says what; what people put somewhere draws nothing after it. */
function saidBefore(all: readonly QuoteToMatch[], added: { has(quoteId: number): boolean }): Map<string, number> {
  const said = new Map<string, number>();
  for (const quote of all) if (!added.has(quote.id) && !quote.putByHand && !said.has(wordsOf(quote))) said.set(wordsOf(quote), quote.statementId);
  return said;
}

/** Quotes that a quote was the same as before it was matched anew. */
const MOST_PAIRS_BEFORE = 1_000;

/**
 * Matches stored quotes anew: each joins the statement that it renders now, or leaves for one of its own, and so do those
 * that it held together. A statement that is left empty leads on to where its words went. A quote stays where it is while
 * its statement holds one that a person put there, and joins none that holds a quote it was taken apart from.
 * @returns the statements that quotes left or joined, settled
 */
export async function rematchQuotes(tx: WriteStore, quoteIds: readonly number[]): Promise<Set<number>> {
  const touched = new Set<number>();
  const leftBy = new Map<number, number>();
  const around = new Set<number>();
  const matched = new Map<number, { readonly joins: number | null; readonly from: number }>();

  const move = async (id: number, from: number, to: number | null): Promise<void> => {
    const now = await tx.moveQuote(id, to, false);
    if (now === from) return;
    touched.add(now);
    if (!leftBy.has(from)) leftBy.set(from, id);
  };

  for (const id of quoteIds) {
    await takeTurns();
    const [[quote], { stays, barred }] = [await tx.quotes([id]), await tx.matchingLimits(id)];
    if (!quote) continue;
    touched.add(quote.statementId);
    if (stays) continue;
    for (const { b } of await tx.samePairsOf([id], MOST_PAIRS_BEFORE)) around.add(b);
    await tx.deleteSamePairs([id]);
    // Those before may have moved some of the article's quotes.
    const all = await tx.quotesToMatch(quote.articleId);
    const own = all.find((one) => one.id === id)!;
    const again = saidBefore(all, new Set([id])).get(wordsOf(own)) ?? null;
    if (again !== null && !barred.has(again)) {
      await move(id, quote.statementId, again);
      continue;
    }
    const [body] = await tx.bodies([quote.articleId]);
    const [found] = await new SameQuoteFinder(tx, quote.articleId, body ?? '').findAll([{ quote: own, keys: matchKeys(quote.text) }]);
    await tx.addSamePairs(found.pairs);
    const joins = found.joins();
    matched.set(id, { joins: joins !== null && barred.has(joins) ? null : joins, from: quote.statementId });
  }
  const { changed, tooMany } = await gatherAround(tx, [...matched.keys()], { around });
  for (const id of tooMany) if (matched.has(id)) await move(id, matched.get(id)!.from, matched.get(id)!.joins);
  for (const id of changed) touched.add(id);
  for (const gone of await settleStatements(tx, touched)) {
    const [quote] = await tx.quotes(leftBy.has(gone) ? [leftBy.get(gone)!] : []);
    if (quote) await tx.redirectStatement(gone, quote.statementId);
  }
  return touched;
}
