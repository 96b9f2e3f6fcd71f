/** Stories by id and in lists, and what a source left out of one. */
import { sql } from 'kysely';
import type { AliasableExpression } from 'kysely';
import type { StoryFilter, StoryOrder } from '../domain/filters.js';
import type { Page, PageRequest } from '../domain/paging.js';
import { ROOT_KEY } from '../domain/read-store.js';
import type { SourceInStory } from '../domain/read-store.js';
import type { StatementRecord, StoryRecord } from '../domain/records.js';
import { articleConditions } from './filters.js';
import { ROOT_PARENT } from './lists.js';
import type { Listing, ListRow } from './paging.js';
import { counts, slices, withRecords } from './paging.js';
import { redirectsOf } from './redirects.js';
import { among, inOrder } from './session.js';
import type { Session } from './session.js';
import { statements } from './statements.js';

type Rows = AliasableExpression<ListRow>;

export async function stories(s: Session, ids: readonly number[]): Promise<(StoryRecord | null)[]> {
  const redirects = await redirectsOf(s, 'story_redirects', ids);
  const wanted = ids.map((id) => redirects.get(id) ?? id);
  const rows = await s.db.selectFrom('stories').selectAll().where((eb) => among(s, eb.ref('id'), wanted)).execute();
  return inOrder(wanted, new Map(rows.map((row) => [row.id, {
    id: row.id,
    representativeId: row.representative_id,
    firstAt: row.first_at,
    lastAt: row.last_at,
    articleCount: row.article_count,
    sourceCount: row.source_count,
  }])));
}

// ------------------------------------------------------------ lists

const LISTING: Readonly<Record<StoryOrder, Omit<Listing, 'rows'> & { readonly key: 'first_at' | 'last_at' | 'source_count' | 'article_count' }>> = {
  NEWEST: { key: 'last_at', direction: 'desc', keys: 'date' },
  OLDEST: { key: 'first_at', direction: 'asc', keys: 'date' },
  MOST_SOURCES: { key: 'source_count', direction: 'desc', keys: 'number' },
  MOST_ARTICLES: { key: 'article_count', direction: 'desc', keys: 'number' },
};

function storyRows(s: Session, filter: StoryFilter, order: StoryOrder): Rows {
  const conditions = articleConditions(s, filter);
  let rows = s.db.selectFrom('stories as y');
  if (filter.minSources != null) rows = rows.where('y.source_count', '>=', filter.minSources);
  if (conditions.length > 0) {
    rows = rows.where((eb) => eb.exists(eb.selectFrom('articles as a').select('a.id').whereRef('a.story_id', '=', 'y.id').where((x) => x.and(conditions))));
  }
  return rows.select((eb) => [ROOT_PARENT.as('parent'), eb.ref(`y.${LISTING[order].key}`).as('sort_key'), 'y.id']);
}

export async function listStories(s: Session, filter: StoryFilter, order: StoryOrder, page: PageRequest): Promise<Page<StoryRecord>> {
  const cutting = await slices(s, { rows: storyRows(s, filter, order), ...LISTING[order] }, [ROOT_KEY], page);
  return (await withRecords(cutting, (ids) => stories(s, ids))).get(ROOT_KEY)!;
}

export const countStories = async (s: Session, filter: StoryFilter): Promise<number> => (await counts(s, storyRows(s, filter, 'NEWEST'), [ROOT_KEY])).get(ROOT_KEY)!;

// ------------------------------------------------------------ blind spots

/** Reported elsewhere by the source is not left out: it may have told it in an article of another story. */
function blindSpotRows(s: Session, pairs: readonly SourceInStory[], minSources: number): Rows {
  return s.db.selectFrom(s.dialect.pairs(pairs.map(({ storyId, sourceId }) => [storyId, sourceId] as const)).as('p'))
    .innerJoin('articles as a', 'a.story_id', 'p.a').innerJoin('quotes as q', 'q.article_id', 'a.id')
    .where('q.statement_id', 'is not', null).where('q.source_id', 'is not', null)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('quotes as own').select('own.id').whereRef('own.statement_id', '=', 'q.statement_id').whereRef('own.source_id', '=', 'p.b'))))
    .groupBy(['p.i', 'q.statement_id'])
    .having((eb) => eb(eb.fn.count<number>('q.source_id').distinct(), '>=', minSources))
    .select((eb) => ['p.i as parent', eb.fn.count<number>('q.source_id').distinct().as('sort_key'), sql<number>`q.statement_id`.as('id')]);
}

const places = (pairs: readonly SourceInStory[]): number[] => pairs.map((_, i) => i);

export async function listBlindSpots(s: Session, pairs: readonly SourceInStory[], minSources: number, page: PageRequest): Promise<Page<StatementRecord>[]> {
  const cutting = await slices(s, { rows: blindSpotRows(s, pairs, minSources), direction: 'desc', keys: 'number' }, places(pairs), page);
  const pages = await withRecords(cutting, (ids) => statements(s, ids));
  return pairs.map((_, i) => pages.get(i)!);
}

export async function countBlindSpots(s: Session, pairs: readonly SourceInStory[], minSources: number): Promise<number[]> {
  const found = await counts(s, blindSpotRows(s, pairs, minSources), places(pairs));
  return pairs.map((_, i) => found.get(i)!);
}
