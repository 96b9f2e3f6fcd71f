/** Finds the statement that a quote renders, and keeps each statement's renderings graded against the best of them. */
import { setImmediate } from 'node:timers/promises';
import type { CandidateQuote, ReadStore } from '../domain/read-store.js';
import { CONTEXT_UNITS } from '../domain/limits.js';
import { MAX_PAGE, type Place } from '../domain/paging.js';
import type { QuoteRecord } from '../domain/records.js';
import type { WriteStore } from '../domain/write-store.js';
import { assign, chooseBest, gradeRenderings, matchKeys } from '../matching/index.js';
import type { MatchableQuote } from '../matching/types.js';
import { foldedLine } from '../text/fold.js';

/** Days before and after within which outlets report one utterance; what is said again later is another statement. */
export const MATCH_WINDOW_DAYS = 30;
/** Stored quotes that a new one is compared with. */
const CANDIDATE_LIMIT = 60;

export const matchable = (quote: QuoteRecord, speakerName: string | null, before: string, after: string): MatchableQuote => ({
  id: quote.id,
  articleId: quote.articleId,
  kind: quote.kind,
  text: quote.text,
  speakerId: quote.speakerId,
  speakerName,
  publishedAt: quote.publishedAt,
  before,
  after,
  confidence: quote.confidence,
});

const fromCandidate = (c: CandidateQuote): MatchableQuote => matchable(c.quote, c.speakerName, c.before, c.after);

/** Statements that quotes stand in, left or joined. */
export interface Placing {
  readonly all: Set<number>;
  /** Those that won or lost a rendering: to be settled. A new statement of one quote is complete as it is. */
  readonly changed: Set<number>;
}

/** Quotes of one article that are compared with others: no article has more to say, and a hostile one is not waited for. */
const MAX_MATCHED_QUOTES = 500;
/** After so many the program looks after other requests. */
const QUOTES_BETWEEN_PAUSES = 20;

/**
 * Moves each quote into the statement that it renders; one that renders none stays in its own. What the same speaker says
 * in the same words again in one article is compared once.
 */
export async function placeQuotes(tx: WriteStore, quoteIds: readonly number[], body: string): Promise<Placing> {
  const placing: Placing = { all: new Set(), changed: new Set() };
  const placed = new Map<string, number>();
  for (const [i, quote] of (await tx.quotes(quoteIds)).entries()) {
    if (i % QUOTES_BETWEEN_PAUSES === QUOTES_BETWEEN_PAUSES - 1) await setImmediate();
    if (!quote) continue;
    placing.all.add(quote.statementId);
    const words = `${quote.speakerId} ${foldedLine(quote.text)}`;
    const found = placed.get(words) ?? (placed.size < MAX_MATCHED_QUOTES ? await findStatement(tx, quote, body) : null);
    placed.set(words, found ?? quote.statementId);
    if (found === null || found === quote.statementId) continue;
    await tx.moveQuote(quote.id, found, false);
    placing.all.add(found);
    placing.changed.add(quote.statementId).add(found);
  }
  return placing;
}

/**
 * Matches a stored quote anew: it leaves its statement, unless it is alone there, and joins the one that it renders. A
 * statement that it was alone in and has left leads on to the one it joined.
 * @returns the statements that it left or joined, settled
 */
export async function rematchQuote(tx: WriteStore, quoteId: number, body: string): Promise<Set<number>> {
  const [quote] = await tx.quotes([quoteId]);
  if (!quote) return new Set();
  const renderings = await tx.countQuotes({ type: 'STATEMENT', ids: [quote.statementId] }, {});
  const isAlone = (renderings.get(quote.statementId) ?? 0) <= 1;
  if (!isAlone) await tx.moveQuote(quoteId, null, false);
  const touched = new Set([quote.statementId, ...(await placeQuotes(tx, [quoteId], body)).all]);
  const removed = await settleStatements(tx, touched);
  const [after] = await tx.quotes([quoteId]);
  if (isAlone && after && removed.includes(quote.statementId)) await tx.redirectStatement(quote.statementId, after.statementId);
  return touched;
}

async function findStatement(tx: WriteStore, quote: QuoteRecord, body: string): Promise<number | null> {
  const candidates = await tx.candidates({
    speakerId: quote.speakerId,
    publishedAt: quote.publishedAt,
    windowDays: MATCH_WINDOW_DAYS,
    keys: matchKeys(quote.text),
    excludeQuoteIds: [quote.id],
    limit: CANDIDATE_LIMIT,
  });
  if (candidates.length === 0) return null;
  const [speaker] = quote.speakerId === null ? [null] : await tx.speakers([quote.speakerId]);
  const start = quote.content[0].start;
  const end = quote.content.at(-1)!.end;
  const self = matchable(quote, speaker?.name ?? null, body.slice(Math.max(0, start - CONTEXT_UNITS), start), body.slice(end, end + CONTEXT_UNITS));
  return assign(self, byStatement(candidates))?.statementId ?? null;
}

function byStatement(candidates: readonly CandidateQuote[]): { statementId: number; quotes: MatchableQuote[] }[] {
  const groups = new Map<number, MatchableQuote[]>();
  for (const candidate of candidates) {
    const group = groups.get(candidate.quote.statementId);
    if (group) group.push(fromCandidate(candidate));
    else groups.set(candidate.quote.statementId, [fromCandidate(candidate)]);
  }
  return [...groups].map(([statementId, quotes]) => ({ statementId, quotes }));
}

/**
 * Chooses the best rendering of each statement again, grades the others against it, and counts anew.
 * @returns the statements that are gone because no quote was left in them
 */
export async function settleStatements(tx: WriteStore, statementIds: Iterable<number>): Promise<number[]> {
  const ids = [...new Set(statementIds)];
  const removed = await tx.refreshStatements(ids);
  for (const id of ids) {
    if (removed.includes(id)) continue;
    const renderings = (await renderingsOf(tx, id)).map((quote) => matchable(quote, null, '', ''));
    if (renderings.length === 0) continue;
    const best = chooseBest(renderings);
    await tx.setRenderings(id, best.id, gradeRenderings(best, renderings));
  }
  return removed;
}

/** All renderings of a statement, oldest first. */
export async function renderingsOf(store: ReadStore, statementId: number): Promise<QuoteRecord[]> {
  const all: QuoteRecord[] = [];
  let after: Place | null = null;
  for (;;) {
    const pages = await store.listQuotes({ type: 'STATEMENT', ids: [statementId] }, {}, 'OLDEST', { limit: MAX_PAGE, backward: false, after, before: null });
    const page = pages.get(statementId);
    if (!page) return all;
    all.push(...page.items.map((item) => item.record));
    if (!page.hasNextPage) return all;
    after = page.items.at(-1)!.place;
  }
}
