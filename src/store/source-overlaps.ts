/** What two sources share, counted within a filter. */
import type { AliasableExpression, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { OverlapFilter, SourceOverlapOrder, StatementOrder } from '../domain/filters.js';
import type { Page, PageRequest } from '../domain/paging.js';
import type { Counts, Pages, Parents, SourcePair } from '../domain/read-store.js';
import type { ArticleOverlapRecord, ArticleRelation, SourceOverlapRecord, StatementRecord } from '../domain/records.js';
import { mostShared, overlapsAt } from './article-overlaps.js';
import { dated } from './filters.js';
import { articleCountsWithin, parentIds } from './lists.js';
import type { ListRow } from './paging.js';
import { counts, slices, withRecords } from './paging.js';
import { among } from './session.js';
import type { Session } from './session.js';
import type { Scope } from './source-links.js';
import { articleLinks, statementLinks } from './source-links.js';
import { statementOrder } from './statement-lists.js';
import { statements } from './statements.js';

/** A pair of ids as one number, for places in lists: first ids below 2^27, second ones below 2^26 keep it exact. */
export const PAIR_BASE = 2 ** 26;
const unpair = (id: number): SourcePair => [Math.floor(id / PAIR_BASE), id % PAIR_BASE];

interface Totals {
  readonly parent: number;
  readonly a_source: number;
  readonly b_source: number;
  readonly shared: number;
  readonly pairs: number;
  readonly reprints: number;
  readonly words: number;
  readonly jaccard: number;
  readonly a_articles: number;
  readonly b_articles: number;
}

/** One row each pair of sources of the scope that shares anything. */
function totals(s: Session, scope: Scope, filter: OverlapFilter): RawBuilder<Totals> {
  const published = [sql<boolean>`q.statement_id is not null`, ...dated(sql.ref<string | null>('q.published_at'), filter.published)];
  const ids = scope.type === 'PAIRS' ? among(s, sql.ref('q.source_id'), scope.pairs.flat()) : sql<boolean>`q.source_id is not null`;
  return sql<Totals>`
    with links as (${statementLinks(s, scope, filter)}), sizes as (
      select q.source_id as source_id, count(distinct q.statement_id) as size from quotes as q
      where ${ids} and ${sql.join(published, sql` and `)} group by q.source_id
    ), common as (
      select parent, a_source, b_source, count(distinct statement_id) as shared
      from links group by parent, a_source, b_source
    ), text as (
      select parent, a_source, b_source, count(*) as pairs, sum(words) as words, sum(case when relation = 'REPRINT' then 1 else 0 end) as reprints,
        count(distinct a_article) as a_articles, count(distinct b_article) as b_articles
      from (${articleLinks(s, scope, filter, sql`links`)}) as al group by parent, a_source, b_source
    )
    select t.parent, t.a_source, t.b_source, coalesce(c.shared, 0) as shared, t.pairs, t.reprints, t.words, t.a_articles, t.b_articles,
      coalesce(c.shared * 1.0 / (sa.size + sb.size - c.shared), 0.0) as jaccard
    from text as t
      left join common as c on c.parent = t.parent and c.a_source = t.a_source and c.b_source = t.b_source
      left join sizes as sa on sa.source_id = t.a_source
      left join sizes as sb on sb.source_id = t.b_source
    where coalesce(c.shared, 0) >= ${filter.minSharedStatements ?? 0}`;
}

const overlapOf = ([aId, bId]: SourcePair, row: Totals | undefined, sizes: Counts): SourceOverlapRecord => ({
  aId,
  bId,
  sharedStatementCount: row?.shared ?? 0,
  articlePairCount: row?.pairs ?? 0,
  reprintCount: row?.reprints ?? 0,
  reusedWords: row?.words ?? 0,
  statementJaccard: row?.jaccard ?? 0,
  aArticleCount: sizes.get(aId) ?? 0,
  bArticleCount: sizes.get(bId) ?? 0,
  aSharedArticleCount: row?.a_articles ?? 0,
  bSharedArticleCount: row?.b_articles ?? 0,
});

export async function sourceOverlaps(s: Session, pairs: readonly SourcePair[], filter: OverlapFilter): Promise<(SourceOverlapRecord | null)[]> {
  if (pairs.length === 0) return [];
  const ids = [...new Set(pairs.flat())];
  const there = await s.db.selectFrom('sources').select('id').where((eb) => among(s, eb.ref('id'), ids)).execute();
  const { rows } = await totals(s, { type: 'PAIRS', pairs }, filter).execute(s.db);
  const sizes = await articleCountsWithin(s, ids, filter.published);
  const sources = new Set(there.map((row) => row.id));
  const found = new Map(rows.map((row) => [row.parent, row]));
  return pairs.map((pair, i) => (pair[0] === pair[1] || !pair.every((id) => sources.has(id)) ? null : overlapOf(pair, found.get(i), sizes)));
}

/** All pairs at once: one look at each statement and each text in common, where `sourceOverlaps` looks for each pair. */
export async function sourceOverlapsAmong(s: Session, sourceIds: readonly number[], filter: OverlapFilter): Promise<SourceOverlapRecord[]> {
  if (sourceIds.length < 2) return [];
  const { rows } = await totals(s, { type: 'ALL' }, { ...filter, sources: sourceIds }).execute(s.db);
  const sizes = await articleCountsWithin(s, sourceIds, filter.published);
  return rows.map((row) => overlapOf([row.a_source, row.b_source], row, sizes)).sort((x, y) => x.aId - y.aId || x.bId - y.bId);
}

// ------------------------------------------------------------ pairs of sources

const KEY: Record<SourceOverlapOrder, keyof Totals> = { SHARED_STATEMENTS: 'shared', STATEMENT_JACCARD: 'jaccard', REUSED_WORDS: 'words', REPRINTS: 'reprints' };

function pairRows(s: Session, parents: Parents<'SOURCE'>, filter: OverlapFilter, order: SourceOverlapOrder): AliasableExpression<ListRow> {
  const root = parents.type === 'ROOT';
  const rows = totals(s, root ? { type: 'ALL' } : { type: 'OF', sourceIds: parents.ids }, filter);
  const id = root ? sql`a_source * ${sql.lit(PAIR_BASE)} + b_source` : sql.ref('b_source');
  return sql<ListRow>`(select parent, ${sql.ref(KEY[order])} as sort_key, ${id} as id from (${rows}) as tt)`;
}

export async function listSourceOverlaps(
  s: Session, parents: Parents<'SOURCE'>, filter: OverlapFilter, order: SourceOverlapOrder, page: PageRequest,
): Promise<Pages<SourceOverlapRecord>> {
  const cutting = await slices(s, { rows: pairRows(s, parents, filter, order), direction: 'desc', keys: 'number' }, parentIds(parents), page);
  const pairAt = (parent: number, id: number): SourcePair => (parents.type === 'ROOT' ? unpair(id) : [parent, id]);
  const wanted = [...cutting].flatMap(([parent, slice]) => slice.places.map((place) => pairAt(parent, place.id)));
  const records = await sourceOverlaps(s, wanted, filter);
  let next = 0;
  return new Map([...cutting].map(([parent, { places, ...edges }]) => {
    const items = places.flatMap((place) => {
      const record = records[next++];
      return record ? [{ record, place }] : [];
    });
    return [parent, { items, ...edges }];
  }));
}

export const countSourceOverlaps = (s: Session, parents: Parents<'SOURCE'>, filter: OverlapFilter): Promise<Counts> =>
  counts(s, pairRows(s, parents, filter, 'SHARED_STATEMENTS'), parentIds(parents));

// ------------------------------------------------------------ what a pair of sources shares

const places = (pairs: readonly SourcePair[]): number[] => pairs.map((_, i) => i);

const inPlaces = <R>(pairs: readonly SourcePair[], answers: ReadonlyMap<number, R>): R[] => pairs.map((_, i) => answers.get(i)!);

const STATEMENT_KEY: Record<StatementOrder, string> = { NEWEST: 'm.first_at', OLDEST: 'm.first_at', MOST_SOURCES: 'm.source_count' };

/** Of the given pairs those that share enough statements, so that a list under a pair holds what its numbers count. */
const sharingEnough = (s: Session, pairs: readonly SourcePair[], filter: OverlapFilter): RawBuilder<unknown> =>
  (filter.minSharedStatements ?? 0) <= 0 ? sql`` : sql`where parent in (
    select parent from (${statementLinks(s, { type: 'PAIRS', pairs }, filter)}) as counted
    group by parent having count(distinct statement_id) >= ${filter.minSharedStatements})`;

const sharedRows = (s: Session, pairs: readonly SourcePair[], filter: OverlapFilter, order: StatementOrder): AliasableExpression<ListRow> => sql<ListRow>`(
  select sl.parent as parent, ${sql.ref(STATEMENT_KEY[order])} as sort_key, m.id as id
  from (select distinct parent, statement_id from (${statementLinks(s, { type: 'PAIRS', pairs }, filter)}) as every_link) as sl
    join statements as m on m.id = sl.statement_id ${sharingEnough(s, pairs, filter)})`;

export async function listSharedStatements(
  s: Session, pairs: readonly SourcePair[], filter: OverlapFilter, order: StatementOrder, page: PageRequest,
): Promise<Page<StatementRecord>[]> {
  const cutting = await slices(s, { rows: sharedRows(s, pairs, filter, order), ...statementOrder(order) }, places(pairs), page);
  return inPlaces(pairs, await withRecords(cutting, (ids) => statements(s, ids)));
}

export const countSharedStatements = async (s: Session, pairs: readonly SourcePair[], filter: OverlapFilter): Promise<number[]> =>
  inPlaces(pairs, await counts(s, sharedRows(s, pairs, filter, 'NEWEST'), places(pairs)));

const overlapRows = (s: Session, pairs: readonly SourcePair[], filter: OverlapFilter, relations: readonly ArticleRelation[] | null): AliasableExpression<ListRow> => {
  const scope = { type: 'PAIRS', pairs } as const;
  const statements = sql`(${statementLinks(s, scope, filter)})`;
  return sql<ListRow>`(
  select parent, ${mostShared} as sort_key, a_article * ${sql.lit(PAIR_BASE)} + b_article as id
  from (${articleLinks(s, scope, filter, statements, relations)}) as links ${sharingEnough(s, pairs, filter)} group by parent, a_article, b_article)`;
};

export async function listOverlapsOfSources(
  s: Session, pairs: readonly SourcePair[], filter: OverlapFilter, relations: readonly ArticleRelation[] | null, page: PageRequest,
): Promise<Page<ArticleOverlapRecord>[]> {
  const rows = overlapRows(s, pairs, filter, relations);
  const cutting = await slices(s, { rows, direction: 'desc', keys: 'number' }, places(pairs), page);
  return inPlaces(pairs, await overlapsAt(s, cutting, (_, id) => unpair(id)));
}

export const countOverlapsOfSources = async (
  s: Session, pairs: readonly SourcePair[], filter: OverlapFilter, relations: readonly ArticleRelation[] | null,
): Promise<number[]> => inPlaces(pairs, await counts(s, overlapRows(s, pairs, filter, relations), places(pairs)));
