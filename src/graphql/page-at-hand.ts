/** Pages of a list that is at hand as a whole, largest number first and then by id. */
import { OnRecordError } from '../domain/errors.js';
import type { Page, PageRequest, Place } from '../domain/paging.js';

interface NumberedPlace extends Place {
  readonly key: number;
}

/** @throws OnRecordError INVALID_CURSOR where the cursor is of a list that is not ordered by a number */
function numberAt({ key }: Place): number {
  if (typeof key === 'number') return key;
  throw new OnRecordError('INVALID_CURSOR', 'The cursor is of another list. Use a cursor of this one.');
}

/** @param answers in the order of their places */
export function pageOf<T>(answers: readonly T[], placeOf: (answer: T) => NumberedPlace, { limit, after }: PageRequest): Page<T> {
  const from = after === null ? Infinity : numberAt(after);
  const isBehind = ({ key, id }: NumberedPlace): boolean => key < from || (key === from && id > after!.id);
  const rest = after === null ? answers : answers.filter((answer) => isBehind(placeOf(answer)));
  return {
    items: rest.slice(0, limit).map((record) => ({ record, place: placeOf(record) })),
    hasNextPage: rest.length > limit,
    hasPreviousPage: rest.length < answers.length,
  };
}

/** The place of an answer is its similarity and its id. */
export const pageAtHand = <T extends { readonly similarity: number }>(answers: readonly T[], idOf: (answer: T) => number, page: PageRequest): Page<T> =>
  pageOf(answers, (answer) => ({ key: answer.similarity, id: idOf(answer) }), page);

/** @param keyOf the number that the answers are ordered by; with the id it is the place of an answer */
export const pageInOrder = <T>(answers: readonly T[], keyOf: (answer: T) => number, idOf: (answer: T) => number, page: PageRequest): Page<T> =>
  pageOf(answers, (answer) => ({ key: keyOf(answer), id: idOf(answer) }), page);
