/**
 * Cursor paging as the Relay specification has it: `first`/`after` from the front, `last`/`before` from the back.
 * A cursor is the place in the list (the sort key and the id), so it stays good when its record is gone.
 */
import { OnRecordError } from './errors.js';

export const DEFAULT_PAGE = 20;
export const MAX_PAGE = 100;

/** A place in a list ordered by `key`, then `id`. */
export interface Place {
  readonly key: string | number | null;
  readonly id: number;
}

export interface PageRequest {
  readonly limit: number;
  /** True where the page is counted from the end (`last`). */
  readonly backward: boolean;
  readonly after: Place | null;
  readonly before: Place | null;
}

export interface Page<R> {
  readonly items: readonly { readonly record: R; readonly place: Place }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export interface PagingArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export const FIRST_PAGE: PageRequest = { limit: DEFAULT_PAGE, backward: false, after: null, before: null };

export const encodeCursor = (place: Place): string => Buffer.from(JSON.stringify([place.key, place.id])).toString('base64url');

/** @throws OnRecordError INVALID_CURSOR */
export function decodeCursor(cursor: string): Place {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(value) && value.length === 2) {
      const [key, id] = value as unknown[];
      if (Number.isSafeInteger(id) && (key === null || typeof key === 'string' || Number.isFinite(key))) {
        return { key: key as Place['key'], id: id as number };
      }
    }
  } catch {
    // falls through to the error below
  }
  throw new OnRecordError('INVALID_CURSOR', `"${cursor.slice(0, 60)}" is not a cursor. Use the cursor of an edge, or startCursor or endCursor.`);
}

/**
 * The page that the arguments of a connection ask for.
 * @throws OnRecordError INVALID_PAGING for `first` with `last`, a negative or too large number; INVALID_CURSOR
 */
export function pageRequest({ first, after, last, before }: PagingArguments): PageRequest {
  if (first != null && last != null) throw new OnRecordError('INVALID_PAGING', 'Give either first or last, not both.');
  const [name, limit] = last != null ? (['last', last] as const) : (['first', first ?? DEFAULT_PAGE] as const);
  if (limit < 0) throw new OnRecordError('INVALID_PAGING', `${name} must not be negative; it is ${limit}.`);
  if (limit > MAX_PAGE) throw new OnRecordError('INVALID_PAGING', `${name} is at most ${MAX_PAGE}; it is ${limit}. Page on with after.`);
  return {
    limit,
    backward: last != null,
    after: after == null ? null : decodeCursor(after),
    before: before == null ? null : decodeCursor(before),
  };
}
