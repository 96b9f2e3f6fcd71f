/** Finds the statement that a quote renders, and keeps each statement's renderings graded against the best of them. */
import type { CandidateQuote } from '../domain/read-store.js';
import { CONTEXT_UNITS } from '../domain/limits.js';
import type { QuoteRecord } from '../domain/records.js';
import type { WriteStore } from '../domain/write-store.js';
import { assign, chooseBest, gradeRenderings, matchKeys, type GradedRendering } from '../matching/index.js';
import type { MatchableQuote } from '../matching/types.js';
import { contentKey } from './reading.js';
import { takeTurns } from './turns.js';

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

/** A quote with the speaker's name and what stands around it in the body of its article. */
export function matchableIn(body: string, quote: QuoteRecord, speakerName: string | null): MatchableQuote {
  const [start, end] = [quote.content[0].start, quote.content.at(-1)!.end];
  return matchable(quote, speakerName, body.slice(Math.max(0, start - CONTEXT_UNITS), start), body.slice(end, end + CONTEXT_UNITS));
}

const fromCandidate = (c: CandidateQuote): MatchableQuote => matchable(c.quote, c.speakerName, c.before, c.after);

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
 * Moves each new quote of an article into the statement that it renders; one that renders none stays in its own. What the
 * same speaker says in the same words again in one article is compared once, whether it came in together or by a revision.
 */
export async function placeQuotes(tx: WriteStore, articleId: number, quotes: readonly NewQuote[], body: string): Promise<Placing> {
  const placing: Placing = { all: new Set(), changed: new Set() };
  if (quotes.length === 0) return placing;
  const compare = comparison(tx);
  const placed = await saidBefore(tx, articleId, quotes);
  let compared = 0;
  const records = await tx.quotes(quotes.map((q) => q.id));
  for (const [i, quote] of records.entries()) {
    await takeTurns();
    if (!quote) continue;
    placing.all.add(quote.statementId);
    const words = wordsOf(quote.speakerId, contentKey(quote.text));
    let found = placed.get(words) ?? null;
    if (found === null && compared < MAX_MATCHED_QUOTES) {
      compared++;
      found = await compare(quote, body, quotes[i].matchKeys);
    }
    placed.set(words, found ?? quote.statementId);
    if (found === null || found === quote.statementId) continue;
    await tx.moveQuote(quote.id, found, false);
    placing.all.add(found);
    placing.changed.add(quote.statementId).add(found);
  }
  return placing;
}

const wordsOf = (speakerId: number | null, key: string): string => `${speakerId} ${key}`;

/** The statements of the article's other quotes, by who says what; what people put somewhere or dismissed draws nothing after it. */
async function saidBefore(tx: WriteStore, articleId: number, added: readonly NewQuote[]): Promise<Map<string, number>> {
  const isNew = new Set(added.map((quote) => quote.id));
  const said = new Map<string, number>();
  for (const quote of await tx.correctionsOf(articleId)) {
    if (isNew.has(quote.quoteId) || quote.statementId === null || quote.setStatement) continue;
    const words = wordsOf(quote.setSpeakerId === undefined ? quote.extractedSpeakerId : quote.setSpeakerId, quote.contentKey);
    if (!said.has(words)) said.set(words, quote.statementId);
  }
  return said;
}

/**
 * Matches stored quotes anew: each joins the statement that it renders now, or leaves for one of its own. A statement that
 * is left empty leads on to where its words went. A quote stays where it is while its statement holds one that a person put
 * there, and joins none that holds a quote it was taken apart from.
 * @returns the statements that quotes left or joined, settled
 */
export async function rematchQuotes(tx: WriteStore, quoteIds: readonly number[]): Promise<Set<number>> {
  const touched = new Set<number>();
  const leftBy = new Map<number, number>();
  const compare = comparison(tx);
  for (const id of quoteIds) {
    await takeTurns();
    const [[quote], { stays, barred }] = [await tx.quotes([id]), await tx.matchingLimits(id)];
    if (!quote) continue;
    touched.add(quote.statementId);
    if (stays) continue;
    const [body] = await tx.bodies([quote.articleId]);
    const found = (await sameWords(tx, quote, barred)) ?? (await compare(quote, body ?? '', matchKeys(quote.text), barred));
    const now = await tx.moveQuote(id, found, false);
    if (now === quote.statementId) continue;
    touched.add(now);
    if (!leftBy.has(quote.statementId)) leftBy.set(quote.statementId, id);
  }
  for (const gone of await settleStatements(tx, touched)) {
    const [quote] = await tx.quotes(leftBy.has(gone) ? [leftBy.get(gone)!] : []);
    if (quote) await tx.redirectStatement(gone, quote.statementId);
  }
  return touched;
}

/** The statement of a quote of the same article in which the same speaker says the same, as placing new quotes has it. */
async function sameWords(tx: WriteStore, quote: QuoteRecord, barred: ReadonlySet<number>): Promise<number | null> {
  const said = await saidBefore(tx, quote.articleId, [{ id: quote.id, matchKeys: [] }]);
  const found = said.get(wordsOf(quote.speakerId, contentKey(quote.text))) ?? null;
  return found !== null && barred.has(found) ? null : found;
}

type Comparison = (quote: QuoteRecord, body: string, keys: readonly number[], barred?: ReadonlySet<number>) => Promise<number | null>;

/** Finds the statement that a quote renders among stored ones, its own included where it has other renderings. */
function comparison(tx: WriteStore): Comparison {
  const names = new Map<number, string | null>();
  const nameOf = async (id: number): Promise<string | null> => {
    const name = names.get(id) ?? (await tx.speakers([id]))[0]?.name ?? null;
    names.set(id, name);
    return name;
  };
  return async (quote, body, keys, barred = new Set()) => {
    const found = await tx.candidates({
      speakerId: quote.speakerId,
      publishedAt: quote.publishedAt,
      windowDays: MATCH_WINDOW_DAYS,
      keys,
      excludeQuoteIds: [quote.id],
      limit: CANDIDATE_LIMIT,
    });
    const candidates = found.filter((candidate) => !barred.has(candidate.quote.statementId));
    if (candidates.length === 0) return null;
    const name = quote.speakerId === null ? null : await nameOf(quote.speakerId);
    return assign(matchableIn(body, quote, name), byStatement(candidates))?.statementId ?? null;
  };
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

/** Statements that the store counts anew before others get their turn: a few milliseconds' work. */
const REFRESHED_TOGETHER = 50;

/**
 * Chooses the best rendering of each statement again, grades against it those that were not yet, or all where another is
 * the best now, and counts anew.
 * @returns the statements that are gone because no quote was left in them
 */
export async function settleStatements(tx: WriteStore, statementIds: Iterable<number>): Promise<number[]> {
  const ids = [...new Set(statementIds)];
  const removed: number[] = [];
  for (let from = 0; from < ids.length; from += REFRESHED_TOGETHER) {
    await takeTurns();
    removed.push(...(await tx.refreshStatements(ids.slice(from, from + REFRESHED_TOGETHER))));
  }
  for (const id of ids) {
    await takeTurns();
    const statement = await tx.renderingsOf(id);
    if (!statement || statement.quotes.length === 0) continue;
    const { bestQuoteId, quotes } = statement;
    const renderings = quotes.map((quote) => ({ ...quote, ...NOT_ASKED }));
    const best = chooseBest(renderings);
    // A best rendering that is not graded was reworded since.
    const gradesHold = best.id === bestQuoteId && quotes.some((quote) => quote.id === best.id && quote.graded);
    const ungraded = gradesHold ? renderings.filter((quote) => !quote.graded) : renderings;
    await tx.setRenderings(id, best.id, await graded(best, ungraded));
  }
  return removed;
}

/** What neither choosing the best rendering nor grading the others asks for. */
const NOT_ASKED = { articleId: 0, speakerName: null, before: '', after: '' } as const;

async function graded(best: MatchableQuote, renderings: readonly MatchableQuote[]): Promise<GradedRendering[]> {
  const grades: GradedRendering[] = [];
  for (const rendering of renderings) {
    await takeTurns();
    grades.push(...gradeRenderings(best, [rendering]));
  }
  return grades;
}
