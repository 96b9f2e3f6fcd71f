/** What two articles share: statements that both render, computed when asked, and text in common, kept by `reuse`. */
import { sql } from 'kysely';
import type { PageRequest } from '../domain/paging.js';
import type { Counts, Pages } from '../domain/read-store.js';
import type { ArticleOverlapRecord, ArticleRelation } from '../domain/records.js';
import { counts, slices } from './paging.js';
import type { Slice } from './paging.js';
import { reuseSeenFrom } from './reuse.js';
import { among } from './session.js';
import type { Session } from './session.js';

type Pair = readonly [aId: number, bId: number];

/**
 * Most shared statements first, then reused words: both in one number, as a place in a list has one key. An article
 * has fewer words than this (its body is 10 MB at most), and the product stays below 2^53.
 */
const WORDS_BOUND = 1_000_000_000;
export const mostShared = sql<number>`sum(shared) * ${sql.lit(WORDS_BOUND)} + sum(words)`;

/** COMMON_SOURCE where the texts tell nothing and statements are shared. */
const relationOf = (relation: ArticleRelation | undefined, shared: number): ArticleRelation => {
  if (relation && relation !== 'UNRELATED') return relation;
  return shared > 0 ? 'COMMON_SOURCE' : 'UNRELATED';
};

export async function articleOverlaps(s: Session, pairs: readonly Pair[]): Promise<(ArticleOverlapRecord | null)[]> {
  if (pairs.length === 0) return [];
  const asked = s.dialect.pairs(pairs).as('p');
  const there = await s.db.selectFrom('articles').select('id').where((eb) => among(s, eb.ref('id'), pairs.flat())).execute();
  const reuse = await s.db.selectFrom(asked)
    .innerJoin('reuse as r', (join) => join.on((eb) => eb.or([
      eb.and([eb('r.a_id', '=', eb.ref('p.a')), eb('r.b_id', '=', eb.ref('p.b'))]),
      eb.and([eb('r.a_id', '=', eb.ref('p.b')), eb('r.b_id', '=', eb.ref('p.a'))]),
    ]))).selectAll('r').select('p.i').execute();
  const shared = await s.db.selectFrom(asked)
    .innerJoin('quotes as qa', 'qa.article_id', 'p.a')
    .innerJoin('quotes as qb', (join) => join.onRef('qb.statement_id', '=', 'qa.statement_id').onRef('qb.article_id', '=', 'p.b'))
    .select((eb) => ['p.i', eb.ref('qa.statement_id').$notNull().as('statement_id')]).distinct().orderBy('qa.statement_id').execute();

  const articles = new Set(there.map((row) => row.id));
  const reuseOf = new Map(reuse.map((row) => [row.i, row]));
  const sharedOf = new Map<number, number[]>();
  for (const row of shared) sharedOf.set(row.i, [...(sharedOf.get(row.i) ?? []), row.statement_id]);
  return pairs.map(([aId, bId], i) => {
    if (aId === bId || !articles.has(aId) || !articles.has(bId)) return null;
    const row = reuseOf.get(i);
    const sharedStatementIds = sharedOf.get(i) ?? [];
    const text = row ? reuseSeenFrom(row, aId) : { passages: [], containmentAInB: 0, containmentBInA: 0, resemblance: 0, nearDuplicate: false };
    return { aId, bId, relation: relationOf(row?.relation, sharedStatementIds.length), sharedStatementIds, ...text };
  });
}

/** One walk a statement, along its quotes by date, that ends after the latest: what everybody prints takes no longer. */
export async function renderersOf(s: Session, articleId: number, most: number): Promise<number[][]> {
  const latest = sql`select q.article_id from quotes as q where q.statement_id = m.statement_id order by q.published_at desc, q.id desc limit ${most}`;
  const { rows } = await sql<{ renderers: string }>`select (select ${s.dialect.joined(sql.ref('x.article_id'))} from (${latest}) as x) as renderers
    from (select distinct statement_id from quotes where article_id = ${articleId} and statement_id is not null) as m`.execute(s.db);
  return rows.map(({ renderers }) => [...new Set(renderers.split(',').map(Number))]);
}

export async function statementsIn(s: Session, articleIds: readonly number[]): Promise<number[]> {
  if (articleIds.length === 0) return [];
  const { rows } = await sql<{ article_id: number; statements: number }>`select article_id, count(distinct statement_id) as statements
    from quotes where article_id in (${s.dialect.values(articleIds)}) group by article_id`.execute(s.db);
  const found = new Map(rows.map((row) => [row.article_id, row.statements]));
  return articleIds.map((id) => found.get(id) ?? 0);
}

/** (parent, other, shared, words): once for the statements, once for the text. */
function partners(s: Session, articleIds: readonly number[]) {
  const byStatements = s.db.selectFrom('quotes as qa')
    .innerJoin('quotes as qb', (join) => join.onRef('qb.statement_id', '=', 'qa.statement_id').onRef('qb.article_id', '!=', 'qa.article_id'))
    .where((eb) => among(s, eb.ref('qa.article_id'), articleIds))
    .groupBy(['qa.article_id', 'qb.article_id'])
    .select((eb) => ['qa.article_id as parent', 'qb.article_id as other', eb.fn.count<number>('qa.statement_id').distinct().as('shared'), sql<number>`0`.as('words')]);
  const side = (mine: 'r.a_id' | 'r.b_id', other: 'r.a_id' | 'r.b_id') => s.db.selectFrom('reuse as r')
    .where((eb) => among(s, eb.ref(mine), articleIds)).where('r.shares', '=', 1)
    .select((eb) => [eb.ref(mine).as('parent'), eb.ref(other).as('other'), sql<number>`0`.as('shared'), 'r.words']);
  const all = byStatements.unionAll(side('r.a_id', 'r.b_id')).unionAll(side('r.b_id', 'r.a_id'));
  return s.db.selectFrom(all.as('x')).groupBy(['x.parent', 'x.other']).select(['x.parent', mostShared.as('sort_key'), 'x.other as id']);
}

/** The records of slices whose places are read as pairs; the places stay as they are. */
export async function overlapsAt(s: Session, cutting: ReadonlyMap<number, Slice>, pairAt: (parent: number, id: number) => Pair): Promise<Pages<ArticleOverlapRecord>> {
  const wanted = [...cutting].flatMap(([parent, slice]) => slice.places.map((place) => pairAt(parent, place.id)));
  const records = await articleOverlaps(s, wanted);
  let next = 0;
  return new Map([...cutting].map(([parent, { places, ...edges }]) => {
    const items = places.flatMap((place) => {
      const record = records[next++];
      return record ? [{ record, place }] : [];
    });
    return [parent, { items, ...edges }];
  }));
}

export async function listArticleOverlaps(s: Session, articleIds: readonly number[], page: PageRequest): Promise<Pages<ArticleOverlapRecord>> {
  const cutting = await slices(s, { rows: partners(s, articleIds), direction: 'desc', keys: 'number' }, articleIds, page);
  return overlapsAt(s, cutting, (parent, other) => [parent, other]);
}

export const countArticleOverlaps = (s: Session, articleIds: readonly number[]): Promise<Counts> => counts(s, partners(s, articleIds), articleIds);

/** How many articles are looked at in one go: enough to fill a page, and few where much is shared. */
const ARTICLES_A_STEP = 200;

/** The pairs whose first article is one of a stretch, after the given pair; by statements and by text apart. */
async function pairsWithin(s: Session, [afterA, afterB]: Pair, lastA: number): Promise<[number, number][]> {
  const byStatements = await s.db.selectFrom('quotes as qa')
    .innerJoin('quotes as qb', (join) => join.onRef('qb.statement_id', '=', 'qa.statement_id').onRef('qb.article_id', '>', 'qa.article_id'))
    .where('qa.article_id', '>=', afterA).where('qa.article_id', '<=', lastA)
    .where((eb) => eb.or([eb('qa.article_id', '>', afterA), eb('qb.article_id', '>', afterB)]))
    .select(['qa.article_id as a', 'qb.article_id as b']).distinct().execute();
  const byText = await s.db.selectFrom('reuse as r').where('r.shares', '=', 1).where('r.a_id', '>=', afterA).where('r.a_id', '<=', lastA)
    .where((eb) => eb.or([eb('r.a_id', '>', afterA), eb('r.b_id', '>', afterB)])).select(['r.a_id as a', 'r.b_id as b']).execute();
  const pairs = new Map([...byStatements, ...byText].map(({ a, b }) => [`${a} ${b}`, [a, b] as [number, number]]));
  return [...pairs.values()].sort(([a1, b1], [a2, b2]) => a1 - a2 || b1 - b2);
}

/** Walks along the articles and stops when the page is full, so that reading all of a large store takes time in proportion. */
export async function articlePairsAfter(s: Session, after: Pair, limit: number): Promise<[number, number][]> {
  const pairs: [number, number][] = [];
  for (let from = after; pairs.length < limit; ) {
    const step = await s.db.selectFrom('articles').select('id').where('id', '>=', from[0]).orderBy('id').limit(ARTICLES_A_STEP).execute();
    const lastA = step.at(-1)?.id;
    if (lastA === undefined) break;
    pairs.push(...(await pairsWithin(s, from, lastA)));
    from = [lastA + 1, 0];
  }
  return pairs.slice(0, limit);
}
