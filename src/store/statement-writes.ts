/** Which quotes a statement gathers, and what it tells of them. */
import { sql } from 'kysely';
import type { GradedStatement, StatementRenderings } from '../domain/write-store.js';
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
  const places = s.dialect.pairs(moves.map(({ quoteId, statementId }) => [quoteId, statementId] as const));
  const { rows: left } = await sql<{ statement_id: number | null }>`select distinct statement_id from quotes where ${among(s, sql`id`, moves.map((move) => move.quoteId))}`.execute(s.db);
  await sql`update quotes set statement_id = p.b, match = ${UNGRADED.match}, similarity = ${UNGRADED.similarity} from ${places} as p where quotes.id = p.a`.execute(s.db);
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

type RenderingRow = Pick<QuoteRow, 'id' | 'kind' | 'text' | 'speaker_id' | 'published_at' | 'confidence' | 'similarity'>;
const RENDERING_COLUMNS = sql`q.id, q.kind, q.text, q.speaker_id, q.published_at, q.confidence, q.similarity`;

const rendering = (row: RenderingRow): StatementRenderings['quotes'][number] =>
  ({ id: row.id, kind: row.kind, text: row.text, speakerId: row.speaker_id, publishedAt: row.published_at, confidence: row.confidence, graded: row.similarity > UNGRADED.similarity });

export async function renderingsOf(s: Session, statementId: number): Promise<StatementRenderings | null> {
  const statement = await s.db.selectFrom('statements').select('best_quote_id').where('id', '=', statementId).executeTakeFirst();
  if (!statement) return null;
  const { rows } = await sql<RenderingRow>`select ${RENDERING_COLUMNS} from quotes as q where q.statement_id = ${statementId} order by q.id`.execute(s.db);
  return { bestQuoteId: statement.best_quote_id, quotes: rows.map(rendering) };
}

export async function ungradedOf(s: Session, statementIds: readonly number[]): Promise<Map<number, StatementRenderings>> {
  if (statementIds.length === 0) return new Map();
  const { rows: best } = await sql<{ id: number; best_quote_id: number; similarity: number | null }>`select t.id, t.best_quote_id, b.similarity
    from statements as t left join quotes as b on b.id = t.best_quote_id and b.statement_id = t.id where ${among(s, sql`t.id`, statementIds)}`.execute(s.db);
  const anew = best.filter((row) => (row.similarity ?? UNGRADED.similarity) === UNGRADED.similarity).map((row) => row.id);
  const { rows } = await sql<RenderingRow & { statement_id: number }>`select ${RENDERING_COLUMNS}, t.id as statement_id
    from quotes as q join statements as t on t.id = q.statement_id
    where ${among(s, sql`q.statement_id`, statementIds)}
      and (q.similarity = ${sql.lit(UNGRADED.similarity)} or q.id = t.best_quote_id or t.id in (${s.dialect.values(anew)}))
    order by q.id`.execute(s.db);
  const quotesOf = grouped(rows, (row) => row.statement_id);
  return new Map(best.map((row) => [row.id, { bestQuoteId: row.best_quote_id, quotes: (quotesOf.get(row.id) ?? []).map(rendering) }]));
}

export async function setRenderings(s: Session, graded: readonly GradedStatement[]): Promise<void> {
  const grades = graded.flatMap(({ statementId, renderings }) => renderings.map(({ quoteId, match, similarity }) => [quoteId, statementId, match, similarity]));
  if (grades.length > 0) {
    await sql`update quotes set match = g.match, similarity = g.similarity from ${s.dialect.rows(['quote_id', 'statement_id', 'match', 'similarity'], grades)} as g
      where quotes.id = g.quote_id and quotes.statement_id = g.statement_id and (quotes.match <> g.match or quotes.similarity <> g.similarity)`.execute(s.db);
  }
  if (graded.length === 0) return;
  await sql`update statements set best_quote_id = b.id, text = b.text, speaker_id = b.speaker_id
    from ${s.dialect.pairs(graded.map(({ statementId, bestQuoteId }) => [statementId, bestQuoteId] as const))} as p join quotes as b on b.id = p.b
    where statements.id = p.a and statements.best_quote_id <> p.b`.execute(s.db);
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
  const { rows: statements } = await sql<{ id: number; best_quote_id: number }>`select id, best_quote_id from statements where ${among(s, sql`id`, ids)}`.execute(s.db);
  const { rows } = await sql<Appearance & { statement_id: number; source_id: number | null; article_id: number }>`select id, statement_id, published_at, source_id, article_id
    from quotes where ${among(s, sql`statement_id`, ids)} order by id`.execute(s.db);
  const quotesOf = grouped(rows, (row) => row.statement_id);
  const gone: number[] = [];
  const counted: (number | string | null)[][] = [];
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
    counted.push([id, best.id, first.id, pick(quotes, later).id, first.published_at, distinct(quotes.map((q) => q.source_id)), distinct(quotes.map((q) => q.article_id))]);
  }
  if (counted.length > 0) {
    await sql`update statements set best_quote_id = b.id, first_quote_id = c.first, last_quote_id = c.last, first_at = c.first_at,
        speaker_id = b.speaker_id, text = b.text, source_count = c.sources, article_count = c.articles
      from ${s.dialect.rows(['id', 'best', 'first', 'last', 'first_at', 'sources', 'articles'], counted)} as c join quotes as b on b.id = c.best
      where statements.id = c.id`.execute(s.db);
  }
  if (gone.length > 0) await s.db.deleteFrom('statements').where((eb) => among(s, eb.ref('id'), gone)).execute();
  return gone;
}

export const redirectStatement = (s: Session, from: number, into: number): Promise<void> => addRedirect(s, 'statement_redirects', from, into);
