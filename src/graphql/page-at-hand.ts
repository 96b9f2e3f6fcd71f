/** Pages of a list that is at hand as a whole, ordered by a number, the highest first, and then by id. */
import { OnRecordError } from '../domain/errors.js';
import type { Page, PageRequest, Place } from '../domain/paging.js';

/** @throws OnRecordError INVALID_CURSOR where the cursor is of a list that is not ordered by a number */
function numberAt({ key }: Place): number {
  if (typeof key === 'number') return key;
  throw new OnRecordError('INVALID_CURSOR', 'The cursor is of another list. Use a cursor of this one.');
}

/** @param keyOf the number that the answers are ordered by; with the id it is the place of an answer */
export function pageInOrder<T>(answers: readonly T[], keyOf: (answer: T) => number, idOf: (answer: T) => number, { limit, after }: PageRequest): Page<T> {
  const from = after === null ? Infinity : numberAt(after);
  const rest = after === null ? answers : answers.filter((answer) => keyOf(answer) < from || (keyOf(answer) === from && idOf(answer) > after.id));
  return {
    items: rest.slice(0, limit).map((record) => ({ record, place: { key: keyOf(record), id: idOf(record) } })),
    hasNextPage: rest.length > limit,
    hasPreviousPage: rest.length < answers.length,
  };
}

/** Closest first. */
export const pageAtHand = <T extends { readonly similarity: number }>(answers: readonly T[], idOf: (answer: T) => number, page: PageRequest): Page<T> =>
  pageInOrder(answers, ({ similarity }) => similarity, idOf, page);
