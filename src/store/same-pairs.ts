/** Pairs of quotes that matching found the same; each stands in both directions, so that one look finds all of a quote's. */
import { sql } from 'kysely';
import type { GatheredQuote, QuoteToMatch, SamePair } from '../domain/write-store.js';
import type { QuoteKind } from '../domain/records.js';
import { among } from './session.js';
import type { Session } from './session.js';

export async function addSamePairs(s: Session, pairs: readonly SamePair[]): Promise<void> {
  const rows = pairs.flatMap(({ a, b, score }) => [[a, b, score], [b, a, score]]);
  if (rows.length === 0) return;
  await sql`insert into same_pairs (quote_id, other_id, score) select p.a, p.b, p.score from ${s.dialect.rows(['a', 'b', 'score'], rows)} as p where true
    on conflict (quote_id, other_id) do update set score = excluded.score`.execute(s.db);
}

export async function deleteSamePairs(s: Session, quoteIds: readonly number[]): Promise<void> {
  if (quoteIds.length === 0) return;
  const others = await s.db.deleteFrom('same_pairs').where((eb) => among(s, eb.ref('quote_id'), quoteIds)).returning(['quote_id', 'other_id']).execute();
  if (others.length === 0) return;
  // A table whose key begins with the quote: the other direction is found by the pairs just taken away.
  await sql`delete from same_pairs where (quote_id, other_id) in (select p.a, p.b from ${s.dialect.pairs(others.map((row) => [row.other_id, row.quote_id] as const))} as p)`.execute(s.db);
}

export async function samePairsOf(s: Session, quoteIds: readonly number[], limit: number): Promise<SamePair[]> {
  if (quoteIds.length === 0) return [];
  const { rows } = await sql<SamePair>`select quote_id as a, other_id as b, score from same_pairs where ${among(s, sql`quote_id`, quoteIds)} limit ${limit}`.execute(s.db);
  return rows;
}

interface GatheredRow {
  readonly id: number;
  readonly article_id: number;
  readonly statement_id: number;
  readonly statement_set: number;
  readonly speaker_id: number | null;
  readonly kind: QuoteKind;
  readonly text: string;
  readonly published_at: string | null;
  readonly confidence: number;
  readonly content_key: string;
}

const GATHERED_COLUMNS = sql`q.id, q.article_id, q.statement_id, q.statement_set, q.speaker_id, q.kind, q.text, q.published_at, q.confidence, q.content_key`;

const gathered = (row: GatheredRow): GatheredQuote => ({
  id: row.id,
  articleId: row.article_id,
  statementId: row.statement_id,
  putByHand: row.statement_set === 1,
  speakerId: row.speaker_id,
  kind: row.kind,
  text: row.text,
  publishedAt: row.published_at,
  confidence: row.confidence,
  contentKey: row.content_key,
});

/** Quotes of these ids and all others of their statements, at most `limit`. */
export async function gatheredQuotes(s: Session, quoteIds: readonly number[], limit: number): Promise<GatheredQuote[]> {
  if (quoteIds.length === 0) return [];
  const { rows } = await sql<GatheredRow>`select ${GATHERED_COLUMNS} from quotes as q
    where q.statement_id in (select m.statement_id from quotes as m where ${among(s, sql`m.id`, quoteIds)} and m.statement_id is not null)
    order by q.id limit ${limit}`.execute(s.db);
  return rows.map(gathered);
}

export async function quotesToMatch(s: Session, articleId: number): Promise<QuoteToMatch[]> {
  const { rows } = await sql<GatheredRow & { speaker_name: string | null; start_at: number; end_at: number }>`select ${GATHERED_COLUMNS}, n.name as speaker_name, q.start_at, q.end_at
    from quotes as q left join speakers as n on n.id = q.speaker_id where q.article_id = ${articleId} and q.statement_id is not null order by q.id`.execute(s.db);
  return rows.map((row) => ({ ...gathered(row), speakerName: row.speaker_name, start: row.start_at, end: row.end_at }));
}

/** Pairs of these quotes that people took apart. */
export async function pairsApart(s: Session, quoteIds: readonly number[]): Promise<[number, number][]> {
  if (quoteIds.length === 0) return [];
  const { rows } = await sql<{ quote_id: number; other_id: number }>`select quote_id, other_id from quotes_apart where ${among(s, sql`quote_id`, quoteIds)} and ${among(s, sql`other_id`, quoteIds)}`.execute(s.db);
  return rows.map((row) => [row.quote_id, row.other_id]);
}
