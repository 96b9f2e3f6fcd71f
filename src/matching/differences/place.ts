/** Does a stretch of one rendering have a place in the other, and where? */
import type { Alignment } from './alignment.js';
import type { Reading } from './reading.js';

/** Words on either side of a stretch by which its place in the other is found. */
const NEAR_WORDS = 8;
/** Words on either side of a counterpart in which the stretch may stand in the other. */
const PLACE_WORDS = 8;
/** Of the content words near it, so many must stand in the other, and such a share. */
const LEAST_NEAR = 2;
const LEAST_NEAR_SHARE = 1 / 3;
/** The nearest content word on a side must be among those that the other has, or this one after it. */
const NEAREST_WORDS = 2;

/** The counterparts of the content words around the words `from` to `to` of their sentence; null where too few of them have one. */
export function placeOf(a: Reading, { toB }: Pick<Alignment, 'toB'>, from: number, to: number): number[] | null {
  const around: number[] = [];
  const add = (i: number): boolean => {
    if (i < 0 || i >= a.words.length || a.sentences[i] !== a.sentences[from]) return false;
    if (a.weights[i] > 0) around.push(i);
    return true;
  };
  for (let i = from - 1; i >= from - NEAR_WORDS && add(i); i--);
  const before = around.length;
  for (let i = to + 1; i <= to + NEAR_WORDS && add(i); i++);
  // A clause of which the other has nothing was left out with all that is in it.
  const own = around.filter((i) => a.clauses[i] === a.clauses[from]);
  if (own.length > 0 && own.every((i) => toB[i] === -1)) return null;
  const counterparts = around.flatMap((i) => (toB[i] === -1 ? [] : [toB[i]]));
  const least = Math.min(LEAST_NEAR, around.length);
  if (around.length === 0 || counterparts.length < least || counterparts.length < LEAST_NEAR_SHARE * around.length) return null;
  // What is said right beside it must be there: of a clause whose end alone is rendered nothing was dropped but the clause.
  const nearest = [...around.slice(0, Math.min(before, NEAREST_WORDS)), ...around.slice(before, before + NEAREST_WORDS)];
  return nearest.some((i) => toB[i] !== -1) ? counterparts : null;
}

/** Does one of the words `from` to `to` of the other stand near one of the counterparts? */
export const isNear = (counterparts: readonly number[], from: number, to: number): boolean =>
  counterparts.some((j) => from - PLACE_WORDS <= j && j <= to + PLACE_WORDS);
