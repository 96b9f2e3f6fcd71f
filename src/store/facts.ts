/** What indexing and export read: ids in order, and facts of the quotes under a record. */
import type { QuoteFacts } from '../domain/read-store.js';
import type { RecordType } from '../domain/records.js';
import { among, grouped } from './session.js';
import type { Session } from './session.js';

const TABLE = { SOURCE: 'sources', ARTICLE: 'articles', SPEAKER: 'speakers', STATEMENT: 'statements', STORY: 'stories' } as const;

export async function idsAfter(s: Session, type: RecordType, afterId: number, limit: number): Promise<number[]> {
  const rows = type === 'QUOTE'
    ? await s.db.selectFrom('quotes').select('id').where('statement_id', 'is not', null).where('id', '>', afterId).orderBy('id').limit(limit).execute()
    : await s.db.selectFrom(TABLE[type]).select('id').where('id', '>', afterId).orderBy('id').limit(limit).execute();
  return rows.map((row) => row.id);
}

const PARENT = { ARTICLE: 'article_id', SPEAKER: 'speaker_id', STATEMENT: 'statement_id' } as const;

const ascending = <V extends number | string>(values: readonly (V | null)[]): V[] =>
  [...new Set(values.filter((v): v is V => v !== null))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

export async function quoteFacts(s: Session, type: 'ARTICLE' | 'SPEAKER' | 'STATEMENT', ids: readonly number[]): Promise<QuoteFacts[]> {
  const parent = PARENT[type];
  const rows = await s.db.selectFrom('quotes').select((eb) => [eb.ref(parent).as('parent'), 'speaker_id', 'source_id', 'kind', 'manner']).distinct()
    .where((eb) => among(s, eb.ref(parent), ids)).where('statement_id', 'is not', null).execute();
  const factsOf = grouped(rows, (row) => row.parent);
  return ids.map((id) => {
    const facts = factsOf.get(id) ?? [];
    return {
      speakerIds: ascending(facts.map((row) => row.speaker_id)),
      sourceIds: ascending(facts.map((row) => row.source_id)),
      kinds: ascending(facts.map((row) => row.kind)),
      manners: ascending(facts.map((row) => row.manner)),
    };
  });
}

export async function renderingTexts(s: Session, statementIds: readonly number[], limit: number): Promise<string[][]> {
  const ranked = s.db.selectFrom('quotes as q').innerJoin('statements as m', 'm.id', 'q.statement_id')
    .where((eb) => among(s, eb.ref('m.id'), statementIds))
    .select((eb) => ['m.id as statement_id', 'q.text', eb.fn.agg<number>('row_number').over((o) => o.partitionBy('m.id')
      .orderBy(eb.case().when('q.id', '=', eb.ref('m.best_quote_id')).then(0).else(1).end()).orderBy('q.similarity', 'desc').orderBy('q.id')).as('place')]);
  const rows = await s.db.selectFrom(ranked.as('r')).select(['r.statement_id', 'r.text']).where('r.place', '<=', limit)
    .orderBy('r.statement_id').orderBy('r.place').execute();
  const textsOf = grouped(rows, (row) => row.statement_id);
  return statementIds.map((id) => (textsOf.get(id) ?? []).map((row) => row.text));
}

export async function isEmpty(s: Session): Promise<boolean> {
  return (await s.db.selectFrom('articles').select('id').limit(1).executeTakeFirst()) === undefined;
}
