/** Pairs of quotes that matching found the same; each stands in both directions, so that one look finds all of a quote's. */
import { sql } from 'kysely';
import type { GatheredQuote, SamePair } from '../domain/write-store.js';
import { among, portions } from './session.js';
import type { Session } from './session.js';

export async function addSamePairs(s: Session, pairs: readonly SamePair[]): Promise<void> {
  const rows = pairs.flatMap(({ a, b, score }) => [{ quote_id: a, other_id: b, score }, { quote_id: b, other_id: a, score }]);
  for (const some of portions(rows)) {
    await s.db.insertInto('same_pairs').values(some).onConflict((oc) => oc.columns(['quote_id', 'other_id']).doUpdateSet((eb) => ({ score: eb.ref('excluded.score') }))).execute();
  }
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
  const rows = await s.db.selectFrom('same_pairs').selectAll().where((eb) => among(s, eb.ref('quote_id'), quoteIds)).limit(limit).execute();
  return rows.map(({ quote_id, other_id, score }) => ({ a: quote_id, b: other_id, score }));
}

/** Quotes of these ids and all others of their statements; null where there are more than `limit`. */
export async function gatheredQuotes(s: Session, quoteIds: readonly number[], limit: number): Promise<GatheredQuote[]> {
  if (quoteIds.length === 0) return [];
  const rows = await s.db.selectFrom('quotes as q').select([
    'q.id', 'q.article_id', 'q.statement_id', 'q.statement_set', 'q.speaker_id', 'q.kind', 'q.text', 'q.published_at', 'q.confidence', 'q.content_key',
  ]).where('q.statement_id', 'in', (eb) => eb.selectFrom('quotes as m').select('m.statement_id').where((x) => among(s, x.ref('m.id'), quoteIds)).where('m.statement_id', 'is not', null))
    .orderBy('q.id').limit(limit).execute();
  return rows.map((row) => ({
    id: row.id,
    articleId: row.article_id,
    statementId: row.statement_id!,
    putByHand: row.statement_set === 1,
    speakerId: row.speaker_id,
    kind: row.kind,
    text: row.text,
    publishedAt: row.published_at,
    confidence: row.confidence,
    contentKey: row.content_key,
  }));
}

/** Pairs of these quotes that people took apart. */
export async function pairsApart(s: Session, quoteIds: readonly number[]): Promise<[number, number][]> {
  if (quoteIds.length === 0) return [];
  const rows = await s.db.selectFrom('quotes_apart').selectAll().where((eb) => among(s, eb.ref('quote_id'), quoteIds)).where((eb) => among(s, eb.ref('other_id'), quoteIds)).execute();
  return rows.map((row) => [row.quote_id, row.other_id]);
}
