import { wordWeight } from '../text/words.js';
import type { ReuseText } from './types.js';
import type { CountedWord } from './words.js';

/** A text as sentences of content stems. */
interface Sentences {
  /** For each sentence the stems of its names and figures. */
  readonly telling: readonly ReadonlySet<string>[];
  /** In which sentences a stem stands. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** What the stems of each sentence weigh, were none of them in the other text. */
  readonly apart: Float64Array;
}

/** Sentences beyond this many are not read: the table below stays small. */
const MOST_SENTENCES = 150;
/** Fewer content words tell nothing about where a sentence comes from. */
const LEAST_SENTENCE_STEMS = 4;
const LEAST_LIKENESS = 0.35;
/** So many sentences in order, and this share of the shorter and of the longer text's sentences. */
const LEAST_SENTENCES = 3;
const SHARE_OF_SHORTER = 0.5;
const SHARE_OF_LONGER = 0.35;
/** Of what the sentences share in any order, how much must be shared in order. */
const IN_ORDER = 0.8;
/** Two sentences with names or figures, and none of them in common, are alike by their pattern. */
const OTHER_NAMES = 0.5;

/** Does a sentence end between two words? A full stop, question or exclamation mark, a colon or semicolon not; a new line does. */
const endsBetween = (between: string, next: string): boolean => between.includes('\n') || (/[.!?…]["”’')\]]*\s/.test(between) && /^\p{Lu}/u.test(next));

/** A new article is compared with many others: its sentences are worked out once. */
const known = new WeakMap<readonly CountedWord[], Sentences>();

function sentencesOf(text: ReuseText, words: readonly CountedWord[]): Sentences {
  const sentences = known.get(words) ?? readSentences(text, words);
  known.set(words, sentences);
  return sentences;
}

function readSentences({ body }: ReuseText, words: readonly CountedWord[]): Sentences {
  const telling: Set<string>[] = [];
  const places = new Map<string, number[]>();
  let from = 0;
  for (let i = 1; i <= words.length && telling.length < MOST_SENTENCES; i++) {
    const [last, next] = [words[i - 1], words[i]];
    const isWithin = next && (body.startsWith(' ', last.end) && last.end + 1 === next.start || !endsBetween(body.slice(last.end, next.start), body.slice(next.start, next.end)));
    if (isWithin) continue;
    const content = words.slice(from, i).filter(({ form }) => form.weight > 0);
    from = i;
    const stems = new Set(content.map(({ form }) => form.stem));
    if (stems.size < LEAST_SENTENCE_STEMS) continue;
    for (const stem of stems) {
      const found = places.get(stem);
      if (found) found.push(telling.length);
      else places.set(stem, [telling.length]);
    }
    telling.push(new Set(content.filter(({ form }) => form.telling).map(({ form }) => form.stem)));
  }
  const apart = new Float64Array(telling.length);
  for (const [stem, sentences] of places) for (const sentence of sentences) apart[sentence] += weightOf(stem, sentences.length);
  return { telling, places, apart };
}

/** What stands in many sentences of both texts (the topic's own words) says less of where one comes from. */
const weightOf = (stem: string, sentences: number): number => wordWeight(stem) / (1 + Math.log2(Math.max(1, sentences / 2)));

function speakOfOthers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return false;
  for (const stem of a) if (b.has(stem)) return false;
  return true;
}

/**
 * How alike each sentence of the one text is to each of the other, row by row: the weight of the stems that they share by that
 * of all their stems (Dice), 0 where it is below LEAST_LIKENESS. O(sentences x sentences + stems + sentences that share a stem).
 */
function likenesses(a: Sentences, b: Sentences): Float64Array {
  const [rows, columns] = [a.apart.length, b.apart.length];
  const [totalA, totalB] = [a.apart.slice(), b.apart.slice()];
  const shared = new Float64Array(rows * columns);
  for (const [stem, inB] of b.places) {
    const inA = a.places.get(stem);
    if (!inA) continue;
    const weight = weightOf(stem, inA.length + inB.length);
    const [lessA, lessB] = [weightOf(stem, inA.length) - weight, weightOf(stem, inB.length) - weight];
    for (const j of inB) totalB[j] -= lessB;
    for (const i of inA) {
      totalA[i] -= lessA;
      for (const j of inB) shared[i * columns + j] += weight;
    }
  }
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++, at++) {
      if (shared[at] === 0) continue;
      const dice = (2 * shared[at]) / (totalA[i] + totalB[j]);
      const like = dice >= LEAST_LIKENESS && speakOfOthers(a.telling[i], b.telling[j]) ? OTHER_NAMES * dice : dice;
      shared[at] = like >= LEAST_LIKENESS ? like : 0;
    }
  }
  return shared;
}

/**
 * Is one text the other's sentences in order, reworded? Sentences are compared by their content stems; the best alignment
 * that keeps the order of both is found by dynamic programming over at most MOST_SENTENCES sentences a side:
 *
 *   best[i][j] = max(best[i-1][j], best[i][j-1], best[i-1][j-1] + likeness(i, j))
 */
export function isRewrite(a: ReuseText, wordsA: readonly CountedWord[], b: ReuseText, wordsB: readonly CountedWord[]): boolean {
  const [sentencesA, sentencesB] = [sentencesOf(a, wordsA), sentencesOf(b, wordsB)];
  const [rows, columns] = [sentencesA.apart.length, sentencesB.apart.length];
  const [shorter, longer] = [Math.min(rows, columns), Math.max(rows, columns)];
  const least = Math.max(LEAST_SENTENCES, SHARE_OF_SHORTER * shorter, SHARE_OF_LONGER * longer);
  if (shorter < least) return false;
  const likeness = likenesses(sentencesA, sentencesB);
  const [bestOfRow, bestOfColumn] = [new Float64Array(rows), new Float64Array(columns)];
  likeness.forEach((like, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    if (like > bestOfRow[row]) bestOfRow[row] = like;
    if (like > bestOfColumn[column]) bestOfColumn[column] = like;
  });
  // As many sentences as must be alike in order must be alike to any.
  if (bestOfRow.filter((best) => best > 0).length < least || bestOfColumn.filter((best) => best > 0).length < least) return false;
  const { sum, count } = inOrder(likeness, columns);
  return count >= least && sum >= IN_ORDER * Math.min(total(bestOfRow), total(bestOfColumn));
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

function inOrder(likeness: Float64Array, columns: number): { sum: number; count: number } {
  let previous = Array.from({ length: columns + 1 }, () => ({ sum: 0, count: 0 }));
  for (let from = 0; from < likeness.length; from += columns) {
    const current = [{ sum: 0, count: 0 }];
    for (let j = 0; j < columns; j++) {
      const like = likeness[from + j];
      const skip = previous[j + 1].sum >= current[j].sum ? previous[j + 1] : current[j];
      const pair = { sum: previous[j].sum + like, count: previous[j].count + 1 };
      current.push(like > 0 && pair.sum > skip.sum ? pair : skip);
    }
    previous = current;
  }
  return previous[previous.length - 1];
}
