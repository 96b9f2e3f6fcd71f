/** A rendering made ready to be laid beside another. */
import { quantitiesOf } from '../../text/numbers.js';
import type { Quantity } from '../../text/numbers.js';
import { beginning } from '../../text/spans.js';
import type { Span } from '../../text/spans.js';
import { wordsOf } from '../../text/stem.js';
import type { Word } from '../../text/stem.js';
import { familiesOf, wordWeight } from '../../text/words.js';
import { clausesOf, denialsOf, isDeniedBefore } from '../denial.js';
import type { PlacedRendering } from './types.js';

/** Words that are read of a rendering: a speech has more, and what follows is compared with nothing. */
export const MOST_WORDS = 2_000;
/** UTF-16 units that are read, so that words without end are not waited for. */
const MOST_UNITS = 60_000;
/** Weight from which a word tells something; common words have less. */
export const TELLING = 0.5;

export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  /** Of each word: 0 for grammar. */
  readonly weights: readonly number[];
  /** Of each word, the names under which another may be the same: stem, name root, families. */
  readonly keys: readonly (readonly string[])[];
  /** Of each word, the number of its clause and of its sentence. */
  readonly clauses: Int32Array;
  readonly sentences: Int32Array;
  /** As `denialsOf`; null: nothing is denied. */
  readonly denials: Uint8Array | null;
  /** The text denies the content from outside ("He denied that"). */
  readonly isDenied: boolean;
  readonly quantities: readonly Quantity[];
  /** More stands behind what was read. */
  readonly isCut: boolean;
}

const SENTENCE_END = /[.!?…](?:["”’»')\]]*)(?:\s|$)/u;
const ABBREVIATED = /^(?:mr|mrs|ms|dr|st|sen|gov|gen|rep|no|\p{L})$/u;

const keysOf = (word: Word): string[] => [
  `s:${word.stem}`, ...(word.nameRoot === null ? [] : [`n:${word.nameRoot}`]), ...familiesOf(word.stem).map((family) => `f:${family}`),
];

/** Where the parts of a content begin in its text. */
function partStarts(content: readonly Span[]): number[] {
  const starts: number[] = [];
  let start = 0;
  for (const part of content) {
    starts.push(start);
    start += part.end - part.start + 1;
  }
  return starts;
}

/** A new part is a new clause and, where it begins like one, a new sentence: “A,” he said. “B.” */
function divisions(words: readonly Word[], parts: readonly number[]): Pick<Reading, 'clauses' | 'sentences'> {
  const [clauses, sentences] = [new Int32Array(words.length), new Int32Array(words.length)];
  const begins = new Set(clausesOf(words).map(({ from }) => from));
  let [clause, sentence, part] = [0, 0, 0];
  words.forEach((word, i) => {
    let isNewPart = false;
    while (part + 1 < parts.length && parts[part + 1] <= word.start) [part, isNewPart] = [part + 1, true];
    const ends = SENTENCE_END.test(word.gap) && !ABBREVIATED.test(words[i - 1]?.folded ?? '');
    const isNewSentence = i > 0 && (ends || (isNewPart && /^\p{Lu}/u.test(word.written)));
    if (i > 0 && (begins.has(i) || isNewPart || isNewSentence)) clause++;
    if (isNewSentence) sentence++;
    [clauses[i], sentences[i]] = [clause, sentence];
  });
  return { clauses, sentences };
}

export function readingOf(rendering: PlacedRendering): Reading {
  const text = beginning(rendering.text, MOST_UNITS);
  const all = wordsOf(text);
  const words = all.slice(0, MOST_WORDS);
  const end = words.at(-1)?.end ?? 0;
  return {
    text,
    words,
    weights: words.map((word) => wordWeight(word.folded)),
    keys: words.map(keysOf),
    ...divisions(words, partStarts(rendering.content)),
    denials: denialsOf(words),
    isDenied: rendering.kind !== 'DIRECT' && isDeniedBefore(rendering.before),
    quantities: quantitiesOf(text).filter((quantity) => quantity.end <= end),
    isCut: words.length < all.length || text.length < rendering.text.length,
  };
}

/**
 * Places in a text, as places in the body: the text is the content's parts joined by a space.
 *
 *      text   "A b c." "D e."        body   "A b c." he said. "D e."
 *                  ^-------^                     ^^           ^--^
 */
export function inBody(content: readonly Span[], { start, end }: Span): Span[] {
  const spans: Span[] = [];
  partStarts(content).forEach((from, i) => {
    const part = content[i];
    const [first, last] = [Math.max(start, from), Math.min(end, from + part.end - part.start)];
    if (first < last) spans.push({ start: part.start + first - from, end: part.start + last - from });
  });
  return spans;
}

/** From one word to another, both taken in. */
export const stretch = ({ words }: Reading, from: number, to: number): Span => ({ start: words[from].start, end: words[to].end });

const OPENING = /[“„«]/gu;
const CLOSING = /[”»]/gu;
const STRAIGHT = /"/gu;
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** With the quotation mark that belongs to one inside, where it stands right beside the words. */
export function withMarks(text: string, { start, end }: Span): Span {
  const inside = text.slice(start, end);
  const [opened, odd] = [count(inside, OPENING) - count(inside, CLOSING), count(inside, STRAIGHT) % 2 === 1];
  const behind = /^[.,!?…;:]*["”»]/u.exec(text.slice(end, end + 8))?.[0].length ?? 0;
  const ahead = /["“„«]$/u.test(text.slice(0, start)) ? 1 : 0;
  if ((opened > 0 || odd) && behind > 0) return { start, end: end + behind };
  return (opened < 0 || odd) && ahead > 0 ? { start: start - ahead, end } : { start, end };
}

/** UTF-16 units of a quotation in an explanation. */
const MOST_SHOWN = 90;

/** Words of a text for an explanation: in marks of their own, shortened where they are many. */
export function shown(text: string, { start, end }: Span): string {
  const words = text.slice(start, end).replace(/[“”"]/gu, '').replace(/\s+/gu, ' ');
  return `“${words.length > MOST_SHOWN ? `${beginning(words, MOST_SHOWN)}…` : words}”`;
}
