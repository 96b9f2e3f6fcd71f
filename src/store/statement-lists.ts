/** The lists of statements. A filter holds where one rendering meets all of it, the parent included. */
import type { AliasableExpression } from 'kysely';
import type { StatementFilter, StatementOrder } from '../domain/filters.js';
import type { PageRequest } from '../domain/paging.js';
import type { Counts, Pages, Parents } from '../domain/read-store.js';
import type { StatementRecord } from '../domain/records.js';
import { quoteConditions } from './filters.js';
import { saidBy } from './joint-speakers.js';
import { ROOT_PARENT, byDate, parentIds } from './lists.js';
import type { Listing, ListRow } from './paging.js';
import { counts, slices, withRecords } from './paging.js';
import { among } from './session.js';
import type { Session } from './session.js';
import { statements } from './statements.js';

type Rows = AliasableExpression<ListRow>;
type StatementParents = Parents<'ARTICLE' | 'SPEAKER' | 'STORY'>;
type Key = 'first_at' | 'source_count' | 'start_at';

const KEY: Record<StatementOrder | 'TEXT', Key> = { NEWEST: 'first_at', OLDEST: 'first_at', MOST_SOURCES: 'source_count', TEXT: 'start_at' };

export const statementOrder = (order: StatementOrder | 'TEXT'): Pick<Listing, 'direction' | 'keys'> => {
  if (order === 'MOST_SOURCES') return { direction: 'desc', keys: 'number' };
  return order === 'TEXT' ? { direction: 'asc', keys: 'number' } : byDate(order);
};

/** Of the filter, what one rendering must meet; null where nothing. */
function ofRendering({ speakers, sources, published, text }: StatementFilter): StatementFilter | null {
  const asks = Boolean(speakers?.length || sources?.length || published?.from != null || published?.to != null || text?.trim());
  return asks ? { speakers, sources, published, text } : null;
}

function rootRows(s: Session, filter: StatementFilter, key: Key): Rows {
  const asked = ofRendering(filter);
  const conditions = asked && quoteConditions(s, asked);
  let rows = s.db.selectFrom('statements as m');
  if (filter.minSources != null) rows = rows.where('m.source_count', '>=', filter.minSources);
  if (conditions && asked.speakers?.length) {
    // A speaker has few of all statements: they are found from the speaker's side.
    rows = rows.where('m.id', 'in', (eb) => eb.selectFrom('quotes as q').select((x) => x.ref('q.statement_id').$notNull().as('id')).where((x) => x.and(conditions)));
  } else if (conditions) {
    rows = rows.where((eb) => eb.exists(eb.selectFrom('quotes as q').select('q.id').whereRef('q.statement_id', '=', 'm.id').where((x) => x.and(conditions))));
  }
  // Where no article gives the order of its text, the order in which statements came in stands for it.
  return rows.select((eb) => [ROOT_PARENT.as('parent'), eb.ref(key === 'start_at' ? 'm.id' : `m.${key}`).as('sort_key'), 'm.id']);
}

function statementRows(s: Session, parents: StatementParents, filter: StatementFilter, key: Key): Rows {
  if (parents.type === 'ROOT') return rootRows(s, filter, key);
  const conditions = quoteConditions(s, ofRendering(filter) ?? {});
  const quotesOf = parents.type === 'SPEAKER'
    ? saidBy(s, parents.ids)
    : parents.type === 'STORY'
    ? s.db.selectFrom('articles as a').innerJoin('quotes as o', 'o.article_id', 'a.id').where((eb) => among(s, eb.ref('a.story_id'), parents.ids))
      .select((eb) => [eb.ref('a.story_id').$notNull().as('parent'), 'o.id as quote_id'])
    : s.db.selectFrom('quotes').where((eb) => among(s, eb.ref('article_id'), parents.ids)).select(['article_id as parent', 'id as quote_id']);
  let rows = s.db.selectFrom(quotesOf.as('w')).innerJoin('quotes as q', 'q.id', 'w.quote_id').innerJoin('statements as m', 'm.id', 'q.statement_id').where((eb) => eb.and(conditions));
  if (filter.minSources != null) rows = rows.where('m.source_count', '>=', filter.minSources);
  return rows.groupBy(['w.parent', 'm.id', 'm.first_at', 'm.source_count'])
    .select((eb) => ['w.parent', (key === 'start_at' ? eb.fn.min('q.start_at') : eb.ref(`m.${key}`)).as('sort_key'), 'm.id']);
}

export async function listStatements(
  s: Session, parents: StatementParents, filter: StatementFilter, order: StatementOrder | 'TEXT', page: PageRequest,
): Promise<Pages<StatementRecord>> {
  const listing: Listing = { rows: statementRows(s, parents, filter, KEY[order]), ...statementOrder(order) };
  return withRecords(await slices(s, listing, parentIds(parents), page), (ids) => statements(s, ids));
}

export const countStatements = (s: Session, parents: StatementParents, filter: StatementFilter): Promise<Counts> =>
  counts(s, statementRows(s, parents, filter, 'first_at'), parentIds(parents));
