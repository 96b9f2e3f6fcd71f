/**
 * Keyset paging. A list is a query of rows (parent, sort_key, id); its order is the key, nulls last in either
 * direction, then the id. A page is cut from it by the places of its cursors, for many parents at once.
 *
 *      after                before
 *        |  first: 2 ...      |           has a next page: a row follows the last one of the page
 *   -----x--[r1 r2]-----------x-----      has a previous one: a row stands before the first one
 */
import type { AliasableExpression, Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { OnRecordError } from '../domain/errors.js';
import type { Page, PageRequest, Place } from '../domain/paging.js';
import type { Session } from './session.js';

export interface ListRow {
  readonly parent: number;
  readonly sort_key: string | number | null;
  readonly id: number;
}

export interface Listing {
  readonly rows: AliasableExpression<ListRow>;
  readonly direction: 'asc' | 'desc';
  /** What the keys are: a cursor of another list is refused. `date` keys may be null. */
  readonly keys: 'date' | 'number';
}

export interface Slice {
  readonly places: readonly Place[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

const EMPTY: Slice = { places: [], hasNextPage: false, hasPreviousPage: false };

type Rows = ExpressionBuilder<{ l: ListRow }, 'l'>;

function checked(place: Place | null, keys: Listing['keys']): Place | null {
  if (place === null) return null;
  const fits = keys === 'number' ? typeof place.key === 'number' : place.key === null || (typeof place.key === 'string' && !Number.isNaN(Date.parse(place.key)));
  if (!fits) throw new OnRecordError('INVALID_CURSOR', 'The cursor is of another list. Use a cursor of this one, in the same order.');
  return place;
}

/** Rows that stand after the place, or at it where `with` says so. */
function after(eb: Rows, { key, id }: Place, direction: 'asc' | 'desc', withIt: boolean): Expression<SqlBool> {
  const laterId = eb('l.id', withIt ? '>=' : '>', id);
  if (key === null) return eb.and([eb('l.sort_key', 'is', null), laterId]);
  return eb.or([
    eb('l.sort_key', direction === 'asc' ? '>' : '<', key),
    eb.and([eb('l.sort_key', '=', key), laterId]),
    eb('l.sort_key', 'is', null),
  ]);
}

/** Rows that stand before the place, or at it where `with` says so. */
function before(eb: Rows, { key, id }: Place, direction: 'asc' | 'desc', withIt: boolean): Expression<SqlBool> {
  const earlierId = eb('l.id', withIt ? '<=' : '<', id);
  if (key === null) return eb.or([eb('l.sort_key', 'is not', null), earlierId]);
  return eb.or([
    eb('l.sort_key', direction === 'asc' ? '<' : '>', key),
    eb.and([eb('l.sort_key', '=', key), earlierId]),
  ]);
}

function selection(s: Session, { rows, direction }: Listing, from: Place | null, to: Place | null) {
  let query = s.db.selectFrom(rows.as('l')).select(['l.parent', 'l.sort_key', 'l.id']);
  if (from) query = query.where((eb) => after(eb, from, direction, false));
  if (to) query = query.where((eb) => before(eb, to, direction, false));
  return query;
}

/** The rows of each parent's page and one more, in the direction of paging. */
async function cut(s: Session, listing: Listing, parents: number, page: PageRequest): Promise<readonly ListRow[]> {
  const { after: from, before: to, limit, backward } = page;
  const nullable = listing.keys === 'date';
  const forward = listing.direction === 'asc' ? 'asc' : 'desc';
  const keyOrder = backward ? (forward === 'asc' ? 'desc' : 'asc') : forward;
  const idOrder = backward ? 'desc' : 'asc';
  if (parents === 1) {
    return selection(s, listing, from, to)
      .orderBy('l.sort_key', (o) => (nullable ? (backward ? o[keyOrder]().nullsFirst() : o[keyOrder]().nullsLast()) : o[keyOrder]()))
      .orderBy('l.id', idOrder).limit(limit + 1).execute();
  }
  const numbered = selection(s, listing, from, to).select((eb) => eb.fn.agg<number>('row_number').over((o) => o.partitionBy('l.parent')
    .orderBy('l.sort_key', (k) => (nullable ? (backward ? k[keyOrder]().nullsFirst() : k[keyOrder]().nullsLast()) : k[keyOrder]()))
    .orderBy('l.id', idOrder)).as('place'));
  return s.db.selectFrom(numbered.as('n')).select(['n.parent', 'n.sort_key', 'n.id']).where('n.place', '<=', limit + 1)
    .orderBy('n.parent').orderBy('n.place').execute();
}

/** The parents that have rows at or on the far side of a cursor. */
async function beyond(s: Session, listing: Listing, parents: number, place: Place | null, side: 'before' | 'after'): Promise<ReadonlySet<number>> {
  if (place === null) return new Set();
  const rows = s.db.selectFrom(listing.rows.as('l')).select('l.parent')
    .where((eb) => (side === 'before' ? before : after)(eb, place, listing.direction, true));
  const found = await (parents === 1 ? rows.limit(1) : rows.distinct()).execute();
  return new Set(found.map((row) => row.parent));
}

/** A slice of the list for each parent. One statement, and one more for each cursor, however many parents. */
export async function slices(s: Session, listing: Listing, parents: readonly number[], request: PageRequest): Promise<Map<number, Slice>> {
  const page = { ...request, after: checked(request.after, listing.keys), before: checked(request.before, listing.keys) };
  const answer = new Map<number, Slice>(parents.map((parent) => [parent, EMPTY]));
  if (answer.size === 0) return answer;
  const rows = await cut(s, listing, answer.size, page);
  const earlier = await beyond(s, listing, answer.size, page.after, 'before');
  const later = await beyond(s, listing, answer.size, page.before, 'after');
  const found = new Map<number, Place[]>();
  for (const { parent, sort_key: key, id } of rows) {
    const places = found.get(parent) ?? [];
    places.push({ key, id });
    found.set(parent, places);
  }
  for (const parent of answer.keys()) {
    const places = found.get(parent) ?? [];
    const more = places.length > page.limit;
    const shown = places.slice(0, page.limit);
    answer.set(parent, page.backward
      ? { places: shown.reverse(), hasPreviousPage: more || earlier.has(parent), hasNextPage: later.has(parent) }
      : { places: shown, hasNextPage: more || later.has(parent), hasPreviousPage: earlier.has(parent) });
  }
  return answer;
}

/** How many rows each parent has; 0 where there are none. */
export async function counts(s: Session, rows: AliasableExpression<ListRow>, parents: readonly number[]): Promise<Map<number, number>> {
  const answer = new Map(parents.map((parent) => [parent, 0]));
  if (answer.size === 0) return answer;
  const found = await s.db.selectFrom(rows.as('l')).select((eb) => ['l.parent', eb.fn.countAll<number>().as('count')]).groupBy('l.parent').execute();
  for (const { parent, count } of found) answer.set(parent, count);
  return answer;
}

/** The records of the slices, read together. A record that went between the two statements is left out. */
export async function withRecords<R>(cutting: ReadonlyMap<number, Slice>, load: (ids: readonly number[]) => Promise<readonly (R | null)[]>): Promise<Map<number, Page<R>>> {
  const ids = [...new Set([...cutting.values()].flatMap((slice) => slice.places.map((place) => place.id)))];
  const records = ids.length === 0 ? [] : await load(ids);
  const byId = new Map(ids.map((id, index) => [id, records[index]]));
  return new Map([...cutting].map(([parent, { places, ...edges }]) => {
    const items = places.flatMap((place) => {
      const record = byId.get(place.id);
      return record == null ? [] : [{ record, place }];
    });
    return [parent, { items, ...edges }];
  }));
}
