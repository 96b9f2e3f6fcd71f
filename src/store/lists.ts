/** The lists of sources, articles, quotes and speakers. */
import type { AliasableExpression } from 'kysely';
import { sql } from 'kysely';
import type { ArticleFilter, DateOrder, DateRange, QuoteFilter, SpeakerFilter } from '../domain/filters.js';
import type { Page, PageRequest } from '../domain/paging.js';
import type { Counts, Pages, Parents } from '../domain/read-store.js';
import { ROOT_KEY } from '../domain/read-store.js';
import type { ArticleRecord, QuoteRecord, RecordType, SourceRecord, SpeakerRecord } from '../domain/records.js';
import { articles } from './articles.js';
import { articleConditions, quoteConditions, speakerConditions } from './filters.js';
import { saidBy } from './joint-speakers.js';
import type { Listing, ListRow } from './paging.js';
import { counts, slices, withRecords } from './paging.js';
import { quotes } from './quotes.js';
import { among } from './session.js';
import type { Session } from './session.js';
import { articleCounts, sources } from './sources.js';
import { speakers } from './speakers.js';

type Rows = AliasableExpression<ListRow>;

export const ROOT_PARENT = sql.lit(ROOT_KEY);

export const parentIds = (parents: Parents<RecordType>): readonly number[] => (parents.type === 'ROOT' ? [ROOT_KEY] : parents.ids);

export const byDate = (order: DateOrder): Pick<Listing, 'direction' | 'keys'> => ({ direction: order === 'NEWEST' ? 'desc' : 'asc', keys: 'date' });

const MOST_FIRST = { direction: 'desc', keys: 'number' } as const;

// ------------------------------------------------------------ sources

type SourceParents = Parents<'SPEAKER' | 'STATEMENT' | 'STORY'>;

function sourceRows(s: Session, parents: SourceParents): Rows {
  if (parents.type === 'STORY') {
    return s.db.selectFrom('articles as a').where((eb) => among(s, eb.ref('a.story_id'), parents.ids)).where('a.source_id', 'is not', null)
      .select((eb) => [eb.ref('a.story_id').$notNull().as('parent'), eb.fn.countAll<number>().as('sort_key'), eb.ref('a.source_id').$notNull().as('id')])
      .groupBy(['a.story_id', 'a.source_id']);
  }
  if (parents.type === 'ROOT') return s.db.selectFrom('sources as o').select([ROOT_PARENT.as('parent'), 'o.article_count as sort_key', 'o.id']);
  const quotesOf = parents.type === 'SPEAKER'
    ? s.db.selectFrom(saidBy(s, parents.ids).as('w')).innerJoin('quotes as q', 'q.id', 'w.quote_id').select(['w.parent', 'q.source_id', 'q.statement_id'])
    : s.db.selectFrom('quotes as q').where((eb) => among(s, eb.ref('q.statement_id'), parents.ids))
      .select((eb) => [eb.ref('q.statement_id').$notNull().as('parent'), 'q.source_id', 'q.statement_id']);
  return s.db.selectFrom(quotesOf.as('w')).where('w.source_id', 'is not', null).where('w.statement_id', 'is not', null)
    .select((eb) => ['w.parent', eb.fn.countAll<number>().as('sort_key'), eb.ref('w.source_id').$notNull().as('id')])
    .groupBy(['w.parent', 'w.source_id']);
}

/** Of all, and of a story: most articles first. Of a speaker or statement: most quotes first. */
export async function listSources(s: Session, parents: SourceParents, page: PageRequest): Promise<Pages<SourceRecord>> {
  return withRecords(await slices(s, { rows: sourceRows(s, parents), ...MOST_FIRST }, parentIds(parents), page), (ids) => sources(s, ids));
}

export const countSources = (s: Session, parents: SourceParents): Promise<Counts> =>
  counts(s, sourceRows(s, parents), parentIds(parents));

// ------------------------------------------------------------ articles

const ARTICLE_PARENT = { SOURCE: 'a.source_id', STORY: 'a.story_id' } as const;

function articleRows(s: Session, parents: Parents<'SOURCE' | 'STORY'>, filter: ArticleFilter): Rows {
  const conditions = articleConditions(s, filter);
  const rows = s.db.selectFrom('articles as a').where((eb) => eb.and(conditions));
  if (parents.type === 'ROOT') return rows.select([ROOT_PARENT.as('parent'), 'a.published_at as sort_key', 'a.id']);
  const column = ARTICLE_PARENT[parents.type];
  return rows.where((eb) => among(s, eb.ref(column), parents.ids))
    .select((eb) => [eb.ref(column).$notNull().as('parent'), 'a.published_at as sort_key', 'a.id']);
}

export async function listArticles(s: Session, parents: Parents<'SOURCE' | 'STORY'>, filter: ArticleFilter, order: DateOrder, page: PageRequest): Promise<Pages<ArticleRecord>> {
  return withRecords(await slices(s, { rows: articleRows(s, parents, filter), ...byDate(order) }, parentIds(parents), page), (ids) => articles(s, ids));
}

export const countArticles = (s: Session, parents: Parents<'SOURCE' | 'STORY'>, filter: ArticleFilter): Promise<Counts> =>
  counts(s, articleRows(s, parents, filter), parentIds(parents));

/** What is kept with the source where no range is asked for. */
export const articleCountsWithin = (s: Session, sourceIds: readonly number[], range: DateRange | null | undefined): Promise<Counts> =>
  range?.from == null && range?.to == null ? articleCounts(s, sourceIds) : countArticles(s, { type: 'SOURCE', ids: sourceIds }, { published: range });

// ------------------------------------------------------------ quotes

const QUOTE_PARENT = { ARTICLE: 'q.article_id', SPEAKER: 'q.speaker_id', STATEMENT: 'q.statement_id' } as const;

function quoteRows(s: Session, parents: Parents<'ARTICLE' | 'SPEAKER' | 'STATEMENT'>, filter: QuoteFilter, key: 'q.published_at' | 'q.start_at'): Rows {
  const conditions = quoteConditions(s, filter);
  const rows = s.db.selectFrom('quotes as q').where((eb) => eb.and(conditions));
  if (parents.type === 'ROOT') return rows.select((eb) => [ROOT_PARENT.as('parent'), eb.ref(key).as('sort_key'), 'q.id']);
  const column = QUOTE_PARENT[parents.type];
  const own = rows.where((eb) => among(s, eb.ref(column), parents.ids))
    .select((eb) => [eb.ref(column).$notNull().as('parent'), eb.ref(key).as('sort_key'), 'q.id']);
  if (parents.type !== 'SPEAKER') return own;
  // Two lists in one order, which a database walks side by side; `saidBy` would be sorted as a whole.
  return own.unionAll(rows.innerJoin('joint_speakers as j', 'j.quote_id', 'q.id').where('q.speaker_set', '=', 0)
    .where((eb) => among(s, eb.ref('j.speaker_id'), parents.ids)).select((eb) => ['j.speaker_id as parent', eb.ref(key).as('sort_key'), 'q.id']));
}

export async function listQuotes(
  s: Session, parents: Parents<'ARTICLE' | 'SPEAKER' | 'STATEMENT'>, filter: QuoteFilter, order: DateOrder | 'TEXT', page: PageRequest,
): Promise<Pages<QuoteRecord>> {
  const listing: Listing = order === 'TEXT'
    ? { rows: quoteRows(s, parents, filter, 'q.start_at'), direction: 'asc', keys: 'number' }
    : { rows: quoteRows(s, parents, filter, 'q.published_at'), ...byDate(order) };
  return withRecords(await slices(s, listing, parentIds(parents), page), (ids) => quotes(s, ids));
}

export const countQuotes = (s: Session, parents: Parents<'ARTICLE' | 'SPEAKER' | 'STATEMENT'>, filter: QuoteFilter): Promise<Counts> =>
  counts(s, quoteRows(s, parents, filter, 'q.published_at'), parentIds(parents));

// ------------------------------------------------------------ speakers

function speakerRows(s: Session, filter: SpeakerFilter): Rows {
  const conditions = speakerConditions(s, filter);
  return s.db.selectFrom('speakers as p').select([ROOT_PARENT.as('parent'), 'p.quote_count as sort_key', 'p.id']).where('p.quote_count', '>', 0).where((eb) => eb.and(conditions));
}

export async function listSpeakers(s: Session, filter: SpeakerFilter, page: PageRequest): Promise<Page<SpeakerRecord>> {
  const cutting = await slices(s, { rows: speakerRows(s, filter), ...MOST_FIRST }, [ROOT_KEY], page);
  return (await withRecords(cutting, (ids) => speakers(s, ids))).get(ROOT_KEY)!;
}

export const countSpeakers = async (s: Session, filter: SpeakerFilter): Promise<number> => (await counts(s, speakerRows(s, filter), [ROOT_KEY])).get(ROOT_KEY)!;
