/**
 * Between which articles of which sources anything is shared: the ground that the overlap of sources is counted on.
 * Written out as SQL: the same few joins over three scopes read more plainly so.
 */
import type { Expression, RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { OverlapFilter } from '../domain/filters.js';
import type { SourcePair } from '../domain/read-store.js';
import type { ArticleRelation } from '../domain/records.js';
import { amongAny, dated } from './filters.js';
import { among } from './session.js';
import type { Session } from './session.js';

/**
 * Which pairs of sources are meant: each unordered pair once, the lower id first (parent 0); each pair of one of the
 * sources with another (parent: the first); or the given ones (parent: the place in the list).
 */
export type Scope =
  | { readonly type: 'ALL' }
  | { readonly type: 'OF'; readonly sourceIds: readonly number[] }
  | { readonly type: 'PAIRS'; readonly pairs: readonly SourcePair[] };

/** A rendering of a statement in each of two sources. */
export interface StatementLink {
  readonly parent: number;
  readonly a_source: number;
  readonly b_source: number;
  readonly a_article: number;
  readonly b_article: number;
  readonly statement_id: number;
}

/** A pair of articles, one of each source, that share anything. */
export interface ArticleLink {
  readonly parent: number;
  readonly a_source: number;
  readonly b_source: number;
  readonly a_article: number;
  readonly b_article: number;
  readonly shared: number;
  readonly words: number;
  readonly relation: ArticleRelation;
}

/** Two articles, one of each source, of which one prints the text of the other. */
export interface CopyLink {
  readonly a_source: number;
  readonly b_source: number;
  readonly a_article: number;
  readonly b_article: number;
  /** 1 where the article of the one was published before the other's; 0 where it was not, or nothing tells. */
  readonly a_first: number;
  readonly b_first: number;
}

const column = <T>(table: string, name: string): Expression<T> => sql.ref<T>(`${table}.${name}`);

/** Two different sources in the scope and the filter, told from the tables (or aliases) `a` and `b` of one side each. */
function conditions(s: Session, scope: Scope, filter: OverlapFilter, a: string, b: string): RawBuilder<SqlBool> {
  const aSource = column<number>(a, 'source_id');
  const bSource = column<number>(b, 'source_id');
  const all: Expression<SqlBool>[] = [
    scope.type === 'ALL' ? sql<SqlBool>`${aSource} < ${bSource}` : sql<SqlBool>`${aSource} <> ${bSource}`,
    ...(scope.type === 'OF' ? [among(s, aSource, scope.sourceIds)] : []),
    ...sourcesIn(s, scope, filter, aSource, bSource),
    ...dated(column(a, 'published_at'), filter.published),
    ...dated(column(b, 'published_at'), filter.published),
  ];
  return sql.join(all, sql` and `) as RawBuilder<SqlBool>;
}

/** Of all pairs those within the sources; under a source its pairs with one of them; a given pair where one of the two is among them. */
function sourcesIn(s: Session, scope: Scope, filter: OverlapFilter, aSource: Expression<number>, bSource: Expression<number>): Expression<SqlBool>[] {
  const [ofA, ofB] = [amongAny(s, aSource, filter.sources), amongAny(s, bSource, filter.sources)];
  if (scope.type === 'ALL') return [...ofA, ...ofB];
  if (scope.type === 'OF' || ofA.length === 0) return ofB;
  return [sql<SqlBool>`(${sql.join([...ofA, ...ofB], sql` or `)})`];
}

function parentOf(scope: Scope, a: string): Expression<unknown> {
  if (scope.type === 'PAIRS') return sql.ref('p.i');
  return scope.type === 'ALL' ? sql.lit(0) : column(a, 'source_id');
}

/** The pairs, where they are given, to join with. */
const given = (s: Session, scope: Scope): Expression<unknown> => (scope.type === 'PAIRS' ? sql`${s.dialect.pairs(scope.pairs)} as p,` : sql``);

const inPair = (scope: Scope, a: string, b: string): Expression<unknown> =>
  scope.type === 'PAIRS' ? sql`and ${column(a, 'source_id')} = p.a and ${column(b, 'source_id')} = p.b` : sql``;

export const statementLinks = (s: Session, scope: Scope, filter: OverlapFilter): RawBuilder<StatementLink> => sql<StatementLink>`
  select ${parentOf(scope, 'qa')} as parent, qa.source_id as a_source, qb.source_id as b_source,
    qa.article_id as a_article, qb.article_id as b_article, qa.statement_id as statement_id
  from ${given(s, scope)} quotes as qa, quotes as qb
  where qb.statement_id = qa.statement_id ${inPair(scope, 'qa', 'qb')} and ${conditions(s, scope, filter, 'qa', 'qb')}`;

/** Text in common is kept once a pair, and read from either side: `a` is the article `mine` of the row. */
const textLinks = (s: Session, scope: Scope, filter: OverlapFilter, mine: 'a_id' | 'b_id', other: 'a_id' | 'b_id'): RawBuilder<unknown> => sql`
  select ${parentOf(scope, 'a')} as parent, a.source_id as a_source, b.source_id as b_source,
    a.id as a_article, b.id as b_article, 0 as shared, r.words as words, r.relation as relation
  from ${given(s, scope)} reuse as r, articles as a, articles as b
  where r.shares = 1 and a.id = ${column('r', mine)} and b.id = ${column('r', other)} ${inPair(scope, 'a', 'b')} and ${conditions(s, scope, filter, 'a', 'b')}`;

/**
 * The links of text joined with those of statements, which `statements` names (a query or a table of StatementLink).
 * Of them only those of the relations; null: all.
 */
export const articleLinks = (
  s: Session, scope: Scope, filter: OverlapFilter, statements: RawBuilder<unknown>, relations: readonly ArticleRelation[] | null = null,
): RawBuilder<ArticleLink> => sql<ArticleLink>`
  select * from (
    select parent, a_source, b_source, a_article, b_article, sum(shared) as shared, sum(words) as words,
      coalesce(max(nullif(relation, 'UNRELATED')), case when sum(shared) > 0 then 'COMMON_SOURCE' else 'UNRELATED' end) as relation
    from (
      select parent, a_source, b_source, a_article, b_article, count(distinct statement_id) as shared, 0 as words, null as relation
      from ${statements} as sl group by parent, a_source, b_source, a_article, b_article
      union all ${textLinks(s, scope, filter, 'a_id', 'b_id')}
      union all ${textLinks(s, scope, filter, 'b_id', 'a_id')}
    ) as parts group by parent, a_source, b_source, a_article, b_article
  ) as al ${relations && relations.length > 0 ? sql`where ${among(s, sql.ref('al.relation'), relations)}` : sql``}`;

/** Two articles for each statement that they share and once for text in common: not grouped, where only what is shared by whom is asked. */
export const anyLinks = (s: Session, scope: Scope, filter: OverlapFilter): RawBuilder<Omit<ArticleLink, 'shared' | 'words' | 'relation'>> => sql`
  select parent, a_source, b_source, a_article, b_article from (${statementLinks(s, scope, filter)}) as by_statements
  union all select parent, a_source, b_source, a_article, b_article from (${textLinks(s, scope, filter, 'a_id', 'b_id')}) as by_text
  union all select parent, a_source, b_source, a_article, b_article from (${textLinks(s, scope, filter, 'b_id', 'a_id')}) as by_text_back`;

const DAY_LENGTH = '2025-10-09'.length;
const MIDNIGHT = 'T00:00:00.000Z';

/** A date alone is kept as its midnight: it does not come before an hour of that day. */
const wasFirst = (one: string, other: string): RawBuilder<number> => {
  const [mine, theirs] = [column<string>(one, 'published_at'), column<string>(other, 'published_at')];
  return sql<number>`case when ${mine} < ${theirs} and not (substr(${mine}, ${sql.lit(DAY_LENGTH + 1)}) = ${MIDNIGHT}
    and substr(${mine}, 1, ${sql.lit(DAY_LENGTH)}) = substr(${theirs}, 1, ${sql.lit(DAY_LENGTH)})) then 1 else 0 end`;
};

/** One side of `copyLinks`, as `textLinks` is one of `articleLinks`. */
const copies = (s: Session, filter: OverlapFilter, mine: 'a_id' | 'b_id', other: 'a_id' | 'b_id'): RawBuilder<unknown> => sql`
  select a.source_id as a_source, b.source_id as b_source, a.id as a_article, b.id as b_article, ${wasFirst('a', 'b')} as a_first, ${wasFirst('b', 'a')} as b_first
  from reuse as r, articles as a, articles as b
  where (r.relation in ('REPRINT', 'PARTIAL_REPRINT') or r.near_duplicate = 1)
    and a.id = ${column('r', mine)} and b.id = ${column('r', other)} and ${conditions(s, { type: 'ALL' }, filter, 'a', 'b')}`;

/** Copied text between any two sources, the lower id first. `minSharedStatements` is not looked at: it counts pairs of sources. */
export const copyLinks = (s: Session, filter: OverlapFilter): RawBuilder<CopyLink> => sql<CopyLink>`
  ${copies(s, filter, 'a_id', 'b_id')} union all ${copies(s, filter, 'b_id', 'a_id')}`;
