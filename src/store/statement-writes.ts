/** Which quotes a statement gathers, and what it tells of them. */
import type { RenderingMatch } from '../domain/records.js';
import type { StatementRenderings } from '../domain/write-store.js';
import { addRedirect, resolveId } from './redirects.js';
import type { QuoteRow } from './schema.js';
import { among, grouped } from './session.js';
import type { Session, WriteSession } from './session.js';
import { markMoved, othersIn } from './statements-by-hand.js';

type Told = Pick<QuoteRow, 'text' | 'speaker_id' | 'source_id' | 'published_at'>;

/** Makes a statement of one quote, complete, and puts the quote into it. */
export async function insertStatement(s: Session, quoteId: number, known?: Told): Promise<number> {
  const quote = known
    ?? (await s.db.selectFrom('quotes').select(['text', 'speaker_id', 'source_id', 'published_at']).where('id', '=', quoteId).executeTakeFirstOrThrow());
  const { id } = await s.db.insertInto('statements').values({
    best_quote_id: quoteId,
    first_quote_id: quoteId,
    last_quote_id: quoteId,
    first_at: quote.published_at,
    speaker_id: quote.speaker_id,
    text: quote.text,
    source_count: quote.source_id === null ? 0 : 1,
    article_count: 1,
  }).returning('id').executeTakeFirstOrThrow();
  await s.db.updateTable('quotes').set({ statement_id: id, match: 'VERBATIM', similarity: 1 }).where('id', '=', quoteId).execute();
  return id;
}

/** A rendering that was not compared with the best yet: the least is claimed of it. */
const UNGRADED = { match: 'PARAPHRASE', similarity: 0 } as const;

export async function moveQuote(s: WriteSession, quoteId: number, statementId: number | null, byHand: boolean): Promise<number> {
  const { statement_id: old } = await s.db.selectFrom('quotes').select('statement_id').where('id', '=', quoteId).executeTakeFirstOrThrow();
  const target = statementId === null ? await ownStatement(s, quoteId, old) : await resolveId(s, 'statement_redirects', statementId);
  const left = byHand && old !== null && target !== old ? await othersIn(s, old, quoteId) : [];
  if (target !== old) {
    if (statementId !== null) {
      await s.db.updateTable('quotes').set({ statement_id: target, ...UNGRADED }).where('id', '=', quoteId).execute();
      s.staleStatements.add(target);
    }
    if (old !== null) s.staleStatements.add(old);
  }
  if (byHand) await markMoved(s, quoteId, target, left);
  return target;
}

export async function moveQuotes(s: WriteSession, moves: readonly { readonly quoteId: number; readonly statementId: number }[]): Promise<void> {
  if (moves.length === 0) return;
  const places = s.dialect.pairs(moves.map(({ quoteId, statementId }) => [quoteId, statementId] as const)).as('p');
  const left = await s.db.selectFrom('quotes').select('statement_id').distinct().where((eb) => among(s, eb.ref('id'), moves.map((move) => move.quoteId))).execute();
  await s.db.updateTable('quotes').from(places).set((eb) => ({ statement_id: eb.ref('p.b'), ...UNGRADED })).whereRef('quotes.id', '=', 'p.a').execute();
  for (const { statement_id } of left) if (statement_id !== null) s.staleStatements.add(statement_id);
  for (const { statementId } of moves) s.staleStatements.add(statementId);
}

/** A statement with this quote alone: the one it is in, where it is alone there already, so that ids stay. */
async function ownStatement(s: Session, quoteId: number, current: number | null): Promise<number> {
  if (current !== null) {
    const other = await s.db.selectFrom('quotes').select('id').where('statement_id', '=', current).where('id', '!=', quoteId).limit(1).executeTakeFirst();
    if (!other) return current;
  }
  return insertStatement(s, quoteId);
}

/** A rendering has other words now, or (null) the best: how they compare is matching's to say anew. */
export async function ungrade(s: Session, statementId: number, quoteId: number | null): Promise<void> {
  let renderings = s.db.updateTable('quotes').set(UNGRADED).where('statement_id', '=', statementId);
  if (quoteId !== null) renderings = renderings.where('id', '=', quoteId);
  await renderings.execute();
}

const RENDERING_COLUMNS = ['q.id', 'q.kind', 'q.text', 'q.speaker_id', 'q.published_at', 'q.confidence', 'q.similarity'] as const;

const rendering = (row: Pick<QuoteRow, 'id' | 'kind' | 'text' | 'speaker_id' | 'published_at' | 'confidence' | 'similarity'>): StatementRenderings['quotes'][number] =>
  ({ id: row.id, kind: row.kind, text: row.text, speakerId: row.speaker_id, publishedAt: row.published_at, confidence: row.confidence, graded: row.similarity > UNGRADED.similarity });

export async function renderingsOf(s: Session, statementId: number): Promise<StatementRenderings | null> {
  const statement = await s.db.selectFrom('statements').select('best_quote_id').where('id', '=', statementId).executeTakeFirst();
  if (!statement) return null;
  const rows = await s.db.selectFrom('quotes as q').select(RENDERING_COLUMNS).where('q.statement_id', '=', statementId).orderBy('q.id').execute();
  return { bestQuoteId: statement.best_quote_id, quotes: rows.map(rendering) };
}

export async function ungradedOf(s: Session, statementIds: readonly number[]): Promise<Map<number, StatementRenderings>> {
  if (statementIds.length === 0) return new Map();
  const best = await s.db.selectFrom('statements as t').leftJoin('quotes as b', (join) => join.onRef('b.id', '=', 't.best_quote_id').onRef('b.statement_id', '=', 't.id'))
    .select(['t.id', 't.best_quote_id', 'b.similarity']).where((eb) => among(s, eb.ref('t.id'), statementIds)).execute();
  const anew = best.filter((row) => (row.similarity ?? UNGRADED.similarity) === UNGRADED.similarity).map((row) => row.id);
  const rows = await s.db.selectFrom('quotes as q').innerJoin('statements as t', 't.id', 'q.statement_id').select([...RENDERING_COLUMNS, 't.id as statement_id'])
    .where((eb) => among(s, eb.ref('q.statement_id'), statementIds))
    .where((eb) => eb.or([eb('q.similarity', '=', UNGRADED.similarity), eb('q.id', '=', eb.ref('t.best_quote_id')), among(s, eb.ref('t.id'), anew)]))
    .orderBy('q.id').execute();
  const quotesOf = grouped(rows, (row) => row.statement_id);
  return new Map(best.map((row) => [row.id, { bestQuoteId: row.best_quote_id, quotes: (quotesOf.get(row.id) ?? []).map(rendering) }]));
}

export async function setRenderings(
  s: Session,
  statementId: number,
  bestQuoteId: number,
  renderings: readonly { readonly quoteId: number; readonly match: RenderingMatch; readonly similarity: number }[],
): Promise<void> {
  const ids = renderings.map((rendering) => rendering.quoteId);
  const rows = await s.db.selectFrom('quotes').select(['id', 'match', 'similarity']).where((eb) => among(s, eb.ref('id'), ids)).where('statement_id', '=', statementId).execute();
  const now = new Map(rows.map((row) => [row.id, row]));
  for (const { quoteId, match, similarity } of renderings) {
    const old = now.get(quoteId);
    if (!old || (old.match === match && old.similarity === similarity)) continue;
    await s.db.updateTable('quotes').set({ match, similarity }).where('id', '=', quoteId).execute();
  }
  await s.db.updateTable('statements').from('quotes as b').set((eb) => ({ best_quote_id: bestQuoteId, text: eb.ref('b.text'), speaker_id: eb.ref('b.speaker_id') }))
    .where('b.id', '=', bestQuoteId).where('statements.id', '=', statementId).execute();
}

interface Appearance {
  readonly id: number;
  readonly published_at: string | null;
}

/** The earliest dated, then the lowest id; undated ones come last. */
const earlier = (a: Appearance, b: Appearance): boolean =>
  a.published_at === b.published_at ? a.id < b.id : b.published_at === null || (a.published_at !== null && a.published_at < b.published_at);

/** The latest dated, then the highest id; an undated one only where none is dated. */
const later = (a: Appearance, b: Appearance): boolean =>
  a.published_at === b.published_at ? a.id > b.id : b.published_at === null || (a.published_at !== null && a.published_at > b.published_at);

const pick = <A extends Appearance>(quotes: readonly A[], wins: (a: A, b: A) => boolean): A => quotes.reduce((best, q) => (wins(q, best) ? q : best));

const distinct = (values: readonly (number | null)[]): number => new Set(values.filter((v) => v !== null)).size;

export async function refreshStatements(s: WriteSession, asked: readonly number[]): Promise<number[]> {
  const ids = [...new Set(asked)];
  for (const id of ids) s.staleStatements.delete(id);
  if (ids.length === 0) return [];
  const statements = await s.db.selectFrom('statements').select(['id', 'best_quote_id']).where((eb) => among(s, eb.ref('id'), ids)).execute();
  const rows = await s.db.selectFrom('quotes').select(['id', 'statement_id', 'published_at', 'source_id', 'article_id'])
    .where((eb) => among(s, eb.ref('statement_id'), ids)).orderBy('id').execute();
  const quotesOf = grouped(rows, (row) => row.statement_id);
  const gone: number[] = [];
  for (const { id, best_quote_id: bestId } of statements) {
    const quotes = quotesOf.get(id);
    if (!quotes) {
      gone.push(id);
      continue;
    }
    // The best may have left; the lowest id stands in until matching compares again.
    const best = quotes.find((q) => q.id === bestId) ?? quotes[0];
    if (best.id !== bestId) {
      await ungrade(s, id, null);
      await s.db.updateTable('quotes').set({ match: 'VERBATIM', similarity: 1 }).where('id', '=', best.id).execute();
    }
    const first = pick(quotes, earlier);
    await s.db.updateTable('statements').from('quotes as b').set((eb) => ({
      best_quote_id: best.id,
      first_quote_id: first.id,
      last_quote_id: pick(quotes, later).id,
      first_at: first.published_at,
      speaker_id: eb.ref('b.speaker_id'),
      text: eb.ref('b.text'),
      source_count: distinct(quotes.map((q) => q.source_id)),
      article_count: distinct(quotes.map((q) => q.article_id)),
    })).where('b.id', '=', best.id).where('statements.id', '=', id).execute();
  }
  if (gone.length > 0) await s.db.deleteFrom('statements').where((eb) => among(s, eb.ref('id'), gone)).execute();
  return gone;
}

export const redirectStatement = (s: Session, from: number, into: number): Promise<void> => addRedirect(s, 'statement_redirects', from, into);
