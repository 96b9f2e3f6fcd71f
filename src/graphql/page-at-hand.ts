/** Pages of a list that is at hand as a whole, closest first and then by id. */
import { OnRecordError } from '../domain/errors.js';
import type { Page, PageRequest, Place } from '../domain/paging.js';

/** @throws OnRecordError INVALID_CURSOR where the cursor is of a list that is not ordered by a number */
function similarityAt({ key }: Place): number {
  if (typeof key === 'number') return key;
  throw new OnRecordError('INVALID_CURSOR', 'The cursor is of another list. Use a cursor of this one.');
}

/** The place of an answer is its similarity and its id. */
export function pageAtHand<T extends { readonly similarity: number }>(answers: readonly T[], idOf: (answer: T) => number, { limit, after }: PageRequest): Page<T> {
  const from = after === null ? Infinity : similarityAt(after);
  const rest = after === null ? answers : answers.filter((answer) => answer.similarity < from || (answer.similarity === from && idOf(answer) > after.id));
  return {
    items: rest.slice(0, limit).map((record) => ({ record, place: { key: record.similarity, id: idOf(record) } })),
    hasNextPage: rest.length > limit,
    hasPreviousPage: rest.length < answers.length,
  };
}
