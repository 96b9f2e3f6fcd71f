/** Which sources of all share most, and which print each other's text: the ground of the matrix and of the clusters. */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { DateRange, OverlapFilter } from '../domain/filters.js';
import type { SourcePair } from '../domain/read-store.js';
import type { CopiedRecord, CopyingRecord } from '../domain/records.js';
import { among } from './session.js';
import type { Session } from './session.js';
import { anyLinks, copyLinks, statementLinks } from './source-links.js';
import { PAIR_BASE } from './source-overlaps.js';

const ALL = { type: 'ALL' } as const;

/** Joins the pairs of sources of `links` with those that share enough statements, where so many are asked for. */
const sharingEnough = (s: Session, links: string, filter: OverlapFilter): RawBuilder<unknown> =>
  (filter.minSharedStatements ?? 0) <= 0 ? sql`` : sql`join (
    select a_source, b_source from (${statementLinks(s, ALL, filter)}) as counted
    group by a_source, b_source having count(distinct statement_id) >= ${filter.minSharedStatements}
  ) as enough on enough.a_source = ${sql.ref(`${links}.a_source`)} and enough.b_source = ${sql.ref(`${links}.b_source`)}`;

/** O(links between sources in the range, times their logarithm): every shared statement and text is looked at once. */
export async function sourcesByOverlap(s: Session, filter: OverlapFilter, limit: number): Promise<number[]> {
  const { rows } = await sql<{ source: number }>`
    with links as materialized (select l.a_source, l.b_source, l.a_article, l.b_article from (${anyLinks(s, ALL, filter)}) as l ${sharingEnough(s, 'l', filter)})
    select source, count(*) as articles from (
      select a_source as source, a_article as article from links union select b_source as source, b_article as article from links
    ) as sharing group by source order by articles desc, source limit ${limit}`.execute(s.db);
  return rows.map((row) => row.source);
}

/** O(pairs of articles with text in common in the range). */
export async function copyingSources(s: Session, filter: OverlapFilter, leastArticles: number, limit: number): Promise<CopyingRecord[]> {
  const { rows } = await sql<CopyingRecord>`
    select c.a_source as "aId", c.b_source as "bId", count(*) as "articlePairs",
      count(distinct c.a_article) as "aCopied", count(distinct c.b_article) as "bCopied",
      sum(c.a_first) as "aFirst", sum(c.b_first) as "bFirst"
    from (${copyLinks(s, filter)}) as c ${sharingEnough(s, 'c', filter)}
    group by c.a_source, c.b_source having count(distinct c.a_article) >= ${leastArticles} or count(distinct c.b_article) >= ${leastArticles}
    order by "articlePairs" desc, "aId", "bId" limit ${limit}`.execute(s.db);
  return rows;
}

export async function copiedArticles(s: Session, pairs: readonly SourcePair[], range: DateRange | null | undefined): Promise<CopiedRecord[]> {
  if (pairs.length === 0) return [];
  // One number a pair, looked up in a list: a join with the pairs would be walked through for every link.
  const inPairs = among(s, sql`a_source * ${sql.lit(PAIR_BASE)} + b_source`, pairs.map(([a, b]) => a * PAIR_BASE + b));
  const { rows } = await sql<CopiedRecord>`
    with links as materialized (select * from (${copyLinks(s, { published: range })}) as c where ${inPairs}), copied as (
      select source, article, max(is_first) as is_first, max(is_later) as is_later
      from (
        select a_source as source, a_article as article, a_first as is_first, b_first as is_later from links
        union all select b_source as source, b_article as article, b_first as is_first, a_first as is_later from links
      ) as sides group by source, article
    )
    select source as "sourceId", count(*) as articles, sum(case when is_first = 1 and is_later = 0 then 1 else 0 end) as firsts
    from copied group by source order by source`.execute(s.db);
  return rows;
}
