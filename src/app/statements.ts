/** Finds the statements that quotes render, and gathers statements anew where a quote shows that they are one or several. */
import type { QuoteRecord } from '../domain/records.js';
import type { SamePair, WriteStore } from '../domain/write-store.js';
import { matchKeys } from '../matching/index.js';
import { gatherAround } from './gathering.js';
import { contentKey } from './reading.js';
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
  const finder = new SameQuoteFinder(tx);
  const said = await saidBefore(tx, articleId, quotes);
  const first = new Map<string, QuoteRecord>();
  const repeats: { readonly quote: QuoteRecord; readonly words: string }[] = [];
  const pairs: SamePair[] = [];
  const joins = new Map<number, number>();
  let compared = 0;

  // 1. Which quotes are the same as which.
  const stored = await tx.quotes(quotes.map((q) => q.id));
  await finder.learnNames(stored);
  for (const [i, quote] of stored.entries()) {
    await takeTurns();
    if (!quote) continue;
    placing.all.add(quote.statementId);
    const words = wordsOf(quote.speakerId, contentKey(quote.text));
    if (said.has(words) || first.has(words)) repeats.push({ quote, words });
    else {
      first.set(words, quote);
      if (compared++ >= MAX_MATCHED_QUOTES) continue;
      const found = await finder.find(quote, body, quotes[i].matchKeys);
      pairs.push(...found.pairs);
      if (found.joins !== null) joins.set(quote.id, found.joins);
    }
  }
  await tx.addSamePairs(pairs);

  // 2. Statements anew around those that are the same as any.
  const fresh = new Set(placing.all);
  const { changed, tooMany } = await gatherAround(tx, [...new Set(pairs.map((pair) => pair.a))], { fresh });
  const follow: { quoteId: number; statementId: number; from: number }[] = [];
  const records = new Map([...first.values()].map((quote) => [quote.id, quote]));
  for (const id of tooMany) if (joins.has(id)) follow.push({ quoteId: id, statementId: joins.get(id)!, from: records.get(id)!.statementId });

  // 3. What is said again goes with the first of them, which may have gone elsewhere just now.
  const now = new Map((await tx.quotes(repeats.length > 0 ? [...records.keys()] : [])).flatMap((quote) => (quote ? [[quote.id, quote.statementId]] : [])));
  for (const { quote, words } of repeats) {
    const leader = first.get(words);
    const target = leader === undefined ? said.get(words)! : (tooMany.includes(leader.id) ? joins.get(leader.id) : undefined) ?? now.get(leader.id)!;
    if (target !== quote.statementId) follow.push({ quoteId: quote.id, statementId: target, from: quote.statementId });
  }
  await tx.moveQuotes(follow);
  for (const id of [...changed, ...follow.flatMap(({ statementId, from }) => [statementId, from])]) {
    placing.all.add(id);
    placing.changed.add(id);
  }
  return placing;
}

const wordsOf = (speakerId: number | null, key: string): string => `${speakerId} ${key}`;

/** The statements of the article's other quotes, by who says what; what people put somewhere or dismissed draws nothing after it. */
async function saidBefore(tx: WriteStore, articleId: number, added: readonly { readonly id: number }[]): Promise<Map<string, number>> {
  const isNew = new Set(added.map((quote) => quote.id));
  const said = new Map<string, number>();
  for (const quote of await tx.correctionsOf(articleId)) {
    if (isNew.has(quote.quoteId) || quote.statementId === null || quote.setStatement) continue;
    const words = wordsOf(quote.setSpeakerId === undefined ? quote.extractedSpeakerId : quote.setSpeakerId, quote.contentKey);
    if (!said.has(words)) said.set(words, quote.statementId);
  }
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
  const finder = new SameQuoteFinder(tx);
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
    const again = await sameWords(tx, quote, barred);
    if (again !== null) {
      await move(id, quote.statementId, again);
      continue;
    }
    const [body] = await tx.bodies([quote.articleId]);
    const found = await finder.find(quote, body ?? '', matchKeys(quote.text));
    await tx.addSamePairs(found.pairs);
    matched.set(id, { joins: found.joins !== null && barred.has(found.joins) ? null : found.joins, from: quote.statementId });
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

/** The statement of a quote of the same article in which the same speaker says the same, as placing new quotes has it. */
async function sameWords(tx: WriteStore, quote: QuoteRecord, barred: ReadonlySet<number>): Promise<number | null> {
  const said = await saidBefore(tx, quote.articleId, [quote]);
  const found = said.get(wordsOf(quote.speakerId, contentKey(quote.text))) ?? null;
  return found !== null && barred.has(found) ? null : found;
}
