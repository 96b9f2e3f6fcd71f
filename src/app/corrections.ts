/** What people set right by hand. It stays when the article is read again, and tells the index. */
import { identityKey } from '../text/names.js';
import type { QuoteCorrections, RecordKey, WriteStore } from '../domain/write-store.js';
import { keys } from './ingest.js';
import { rematchQuotes, settleStatements } from './statements.js';
import type { App, QuoteOutcome, SpeakerOutcome, UserErrorCode, UserProblem } from './types.js';

const problem = (code: UserErrorCode, path: string, message: string): UserProblem => ({
  code, path: [path], message, errorCode: code === 'NOT_FOUND' ? 'NOT_FOUND' : 'INVALID_ARGUMENT',
});

/** UTF-16 units. */
const MAX_NAME_LENGTH = 200;

export async function mergeSpeakers(app: App, fromId: number, intoId: number): Promise<SpeakerOutcome> {
  const refused = (...problems: UserProblem[]): SpeakerOutcome => ({ speakerId: null, deletedSpeakerId: null, problems });
  const outcome = await app.store.write(async (tx) => {
    const [from, into] = await tx.speakers([fromId, intoId]);
    const missing = [...(from ? [] : [problem('NOT_FOUND', 'from', 'There is no such speaker.')]), ...(into ? [] : [problem('NOT_FOUND', 'into', 'There is no such speaker.')])];
    if (!from || !into) return refused(...missing);
    if (from.id === into.id) return refused(problem('CONFLICT', 'from', 'The two are already one speaker.'));
    const quotes = await tx.mergeSpeakers(from.id, into.id);
    const records = (await tx.quotes(quotes)).filter((quote) => quote !== null);
    const statements = new Set(records.map((quote) => quote.statementId));
    // Statements are by the first speaker: who only said something together with others moves nothing.
    for (const id of await rematchMoved(tx, records.filter((quote) => quote.speakerId === into.id).map((quote) => quote.id))) statements.add(id);
    await settleStatements(tx, statements);
    await tx.refreshSpeakers([into.id]);
    await tx.touch([...keys('SPEAKER', [from.id, into.id]), ...keys('QUOTE', quotes), ...keys('STATEMENT', statements), ...(await articlesOf(tx, quotes))]);
    return { speakerId: into.id, deletedSpeakerId: from.id, problems: [] };
  });
  await app.onWritten();
  return outcome;
}

/**
 * Quotes that are matched anew when their speaker is merged: a person waits for the answer. The rest stay in their
 * statements until their article is read again with another speaker, or somebody corrects them.
 */
export const MAX_REMATCHED_QUOTES = 500;

/** Words of two who turn out to be one may be one statement, unless somebody chose it. @returns the statements touched */
async function rematchMoved(tx: WriteStore, quoteIds: readonly number[]): Promise<Set<number>> {
  const free: number[] = [];
  for (const id of quoteIds) {
    if (free.length >= MAX_REMATCHED_QUOTES) break;
    const quote = await tx.correctionOf(id);
    if (quote && !quote.dismissed && !quote.setStatement) free.push(id);
  }
  return rematchQuotes(tx, free);
}

/** One of an existing speaker, a name (of a known speaker or of a new one), or nobody. */
export type SpeakerChoice = { readonly speakerId: number } | { readonly name: string } | null;

export async function setQuoteSpeaker(app: App, quoteId: number, choice: SpeakerChoice): Promise<QuoteOutcome> {
  return correct(app, quoteId, async (tx, quote) => {
    const chosen = await chooseSpeaker(tx, choice);
    if ('problem' in chosen) return { problems: [chosen.problem] };
    await tx.setSpeakerByHand(quoteId, chosen.id);
    // Another speaker's words are another statement, unless somebody chose the statement.
    if (!quote.setStatement) await rematchQuotes(tx, [quoteId]);
    return { speakers: chosen.id === null ? [] : [chosen.id] };
  });
}

export async function moveQuoteToStatement(app: App, quoteId: number, statementId: number | null): Promise<QuoteOutcome> {
  return correct(app, quoteId, async (tx) => {
    const [statement] = statementId === null ? [null] : await tx.statements([statementId]);
    if (statementId !== null && !statement) return { problems: [problem('NOT_FOUND', 'statement', 'There is no such statement.')] };
    await tx.moveQuote(quoteId, statement?.id ?? null, true);
    return {};
  });
}

export async function dismissQuote(app: App, quoteId: number): Promise<QuoteOutcome> {
  const outcome = await correct(app, quoteId, async (tx) => {
    await tx.setDismissed(quoteId, true);
    return {};
  });
  return outcome.problems.length > 0 ? outcome : { ...outcome, quoteId: null, dismissedQuoteId: quoteId };
}

/** Drops what was set by hand, a dismissal too. */
export async function resetQuote(app: App, quoteId: number): Promise<QuoteOutcome> {
  return correct(
    app,
    quoteId,
    async (tx, quote) => {
      if (quote.dismissed) await tx.setDismissed(quoteId, false);
      await tx.setSpeakerByHand(quoteId, undefined);
      await tx.clearStatementByHand(quoteId);
      await rematchQuotes(tx, [quoteId]);
      if (quote.dismissedFrom !== null) await leadOn(tx, quote.dismissedFrom, quoteId);
      return {};
    },
    { dismissedToo: true },
  );
}

/** The statement that a quote took with it when it was dismissed answers the one that the quote is in now. */
async function leadOn(tx: WriteStore, statementId: number, quoteId: number): Promise<void> {
  const [statement] = await tx.statements([statementId]);
  const [quote] = await tx.quotes([quoteId]);
  if (!statement && quote) await tx.redirectStatement(statementId, quote.statementId);
}

interface Correction {
  readonly problems?: readonly UserProblem[];
  /** Speakers that the change brought in. */
  readonly speakers?: readonly number[];
}

async function correct(
  app: App,
  quoteId: number,
  change: (tx: WriteStore, quote: QuoteCorrections) => Promise<Correction>,
  { dismissedToo = false } = {},
): Promise<QuoteOutcome> {
  const nothing: QuoteOutcome = { quoteId: null, dismissedQuoteId: null, previousStatementId: null, deletedStatementId: null, problems: [] };
  const outcome = await app.store.write(async (tx) => {
    const before = await tx.correctionOf(quoteId);
    if (!before || (before.dismissed && !dismissedToo)) {
      const message = before ? 'The quote was dismissed. Reset it first.' : 'There is no such quote.';
      return { ...nothing, problems: [problem('NOT_FOUND', 'quote', message)] };
    }
    const { problems = [], speakers = [] } = await change(tx, before);
    if (problems.length > 0) return { ...nothing, problems };

    const after = await tx.correctionOf(quoteId);
    const statements = [before.statementId, after?.statementId ?? null].filter((id): id is number => id !== null);
    await settleStatements(tx, statements);
    const touchedSpeakers = [before.setSpeakerId ?? null, before.extractedSpeakerId, ...before.extractedJointSpeakerIds, ...speakers].filter((id): id is number => id !== null);
    await tx.refreshSpeakers(touchedSpeakers);
    await tx.touch([
      ...keys('QUOTE', [quoteId]), ...keys('ARTICLE', [before.articleId]), ...keys('STATEMENT', statements), ...keys('SPEAKER', touchedSpeakers),
    ]);

    const left = before.statementId !== after?.statementId ? before.statementId : null;
    const [leftNow] = left === null ? [null] : await tx.statements([left]);
    const isGone = left !== null && leftNow?.id !== left;
    // Its only rendering went elsewhere: who kept the old id is led there.
    if (isGone && after?.statementId) await tx.redirectStatement(left, after.statementId);
    return { ...nothing, quoteId, previousStatementId: isGone ? null : left, deletedStatementId: isGone ? left : null };
  });
  await app.onWritten();
  return outcome;
}

async function chooseSpeaker(tx: WriteStore, choice: SpeakerChoice): Promise<{ id: number | null } | { problem: UserProblem }> {
  if (choice === null) return { id: null };
  if ('speakerId' in choice) {
    const [speaker] = await tx.speakers([choice.speakerId]);
    return speaker ? { id: speaker.id } : { problem: problem('NOT_FOUND', 'speaker', 'There is no such speaker.') };
  }
  const name = choice.name.toWellFormed().replaceAll('\0', '').trim();
  if (!name) return { problem: problem('BLANK', 'name', 'The name is blank. Leave out both speaker and name to say that nobody is known.') };
  if (name.length > MAX_NAME_LENGTH) return { problem: problem('TOO_LONG', 'name', `The name has ${name.length} characters; at most ${MAX_NAME_LENGTH} are allowed.`) };
  const known = await tx.speakersByName(name);
  if (known.length > 1) return { problem: problem('CONFLICT', 'name', 'Several speakers have this name. Give the id of one of them in "speaker".') };
  return { id: known[0] ?? (await tx.ensureSpeaker(identityKey(name), 'UNKNOWN', name)) };
}

async function articlesOf(tx: WriteStore, quoteIds: readonly number[]): Promise<RecordKey[]> {
  const quotes = await tx.quotes(quoteIds);
  return keys('ARTICLE', new Set(quotes.flatMap((quote) => (quote ? [quote.articleId] : []))));
}
