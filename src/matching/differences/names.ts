/** Another name in the same place: a person, a place, a day of the week. */
import type { Span } from '../../text/spans.js';
import { isFunctionWord } from '../../text/words.js';
import type { Alignment } from './alignment.js';
import { shown, stretch } from './reading.js';
import type { Reading } from './reading.js';
import type { Found } from './types.js';

interface Name {
  /** Words, the last taken in. */
  readonly from: number;
  readonly to: number;
}

/** Words between a name and the aligned word that gives its place. */
const NEAR_WORDS = 3;
/** Names that are compared with each other. */
const MOST_NAMES = 200;
const TITLE = /^(?:mr|mrs|ms|dr|sen|gov|gen|rep|st|president|minister|mayor|i)$/;

/** Capitalised words in a row. The first word of a sentence is written so whatever it is. */
function namesOf({ words, sentences }: Reading): Name[] {
  const names: Name[] = [];
  const isCapital = (i: number): boolean => /^\p{Lu}/u.test(words[i].written) && !isFunctionWord(words[i].folded) && !TITLE.test(words[i].folded) && !/^\d/.test(words[i].folded);
  const opens = (i: number): boolean => i === 0 || sentences[i] !== sentences[i - 1] || /["“‘«:]\s*$/u.test(words[i].gap);
  for (let i = 0; i < words.length; i++) {
    if (!isCapital(i)) continue;
    let to = i;
    while (to + 1 < words.length && words[to + 1].gap === ' ' && isCapital(to + 1)) to++;
    if (!opens(i) || to > i) names.push({ from: i, to });
    i = to;
  }
  return names;
}

/** Where a name that stands in this name's place would stand in the other, by the aligned word before or after it. */
function placesOf({ words, sentences, weights }: Reading, toB: Int32Array, { from, to }: Name): { readonly before: number | null; readonly after: number | null } {
  const look = (start: number, step: 1 | -1): number | null => {
    for (let n = 0, i = start + step; n < NEAR_WORDS && i >= 0 && i < words.length && sentences[i] === sentences[start]; n++, i += step) {
      if (toB[i] !== -1 && (weights[i] > 0 || n === 0)) return toB[i];
      if (weights[i] > 0) return null;
    }
    return null;
  };
  return { before: look(from, -1), after: look(to, 1) };
}

export function nameDifferences(a: Reading, b: Reading, alignment: Alignment): Found[] {
  // A name of which the other has any part is no other name.
  const free = (names: readonly Name[], has: Uint8Array): Name[] => names.filter(({ from, to }) => !has.subarray(from, to + 1).some(Boolean)).slice(0, MOST_NAMES);
  const [left, right] = [free(namesOf(a), alignment.hasA), free(namesOf(b), alignment.hasB)];
  const found: Found[] = [];
  const taken = new Set<Name>();
  for (const name of left) {
    const { before, after } = placesOf(a, alignment.toB, name);
    const other = right.find((one) => !taken.has(one) && isThere(one, before, after, b));
    if (!other) continue;
    taken.add(other);
    const [own, there]: [Span, Span] = [stretch(a, name.from, name.to), stretch(b, other.from, other.to)];
    found.push({ kind: 'NAME', a: own, b: there, explanation: `The best rendering names ${shown(a.text, own)} where this one names ${shown(b.text, there)}.` });
  }
  return found;
}

const isThere = ({ from, to }: Name, before: number | null, after: number | null, { sentences }: Reading): boolean => {
  const follows = before !== null && before < from && from - before <= NEAR_WORDS && sentences[before] === sentences[from];
  const precedes = after !== null && after > to && after - to <= NEAR_WORDS && sentences[after] === sentences[to];
  // A name between two words of the other must stand between them there too.
  return before !== null && after !== null ? follows && precedes : follows || precedes;
};
