import type { ReuseText } from './types.js';
import type { CountedWord } from './words.js';

/** A content stem of a text. */
interface Stem {
  readonly weight: number;
  /** The sentences that it stands in, ascending. */
  readonly sentences: number[];
}

/** A text as sentences of content stems. */
interface Sentences {
  readonly stems: ReadonlyMap<string, Stem>;
  /** What the stems of each sentence weigh, were none of them in the other text. */
  readonly apart: Float64Array;
  /** The stems of each sentence's names and figures. */
  readonly telling: (sentence: number) => ReadonlySet<string>;
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
  const stems = new Map<string, Stem>();
  const ranges: [from: number, to: number][] = [];
  let from = 0;
  for (let i = 1; i <= words.length && ranges.length < MOST_SENTENCES; i++) {
    if (i < words.length && !isEnd(body, words[i - 1].end, words[i])) continue;
    if (placeStems(stems, ranges.length, words, from, i)) ranges.push([from, i]);
    from = i;
  }
  const apart = new Float64Array(ranges.length);
  for (const stem of stems.values()) for (const sentence of stem.sentences) apart[sentence] += weightOf(stem, stem.sentences.length);
  const told: ReadonlySet<string>[] = [];
  const telling = (sentence: number): ReadonlySet<string> => (told[sentence] ??= tellingStems(words, ranges[sentence]));
  return { stems, apart, telling };
}

/** Does a sentence end before a word? Nearly always a space alone stands before it, and does not end one. */
const isEnd = (body: string, lastEnd: number, next: CountedWord): boolean =>
  !(next.start === lastEnd + 1 && body.startsWith(' ', lastEnd)) && endsBetween(body.slice(lastEnd, next.start), body.slice(next.start, next.end));

/** Notes the stems of a sentence, or none where they are too few. @returns whether they are enough */
function placeStems(stems: Map<string, Stem>, sentence: number, words: readonly CountedWord[], from: number, to: number): boolean {
  const placed: Stem[] = [];
  for (let i = from; i < to; i++) {
    const { form } = words[i];
    if (form.weight === 0) continue;
    let stem = stems.get(form.stem);
    if (!stem) stems.set(form.stem, (stem = { weight: form.stemWeight, sentences: [] }));
    if (stem.sentences.at(-1) === sentence) continue;
    stem.sentences.push(sentence);
    placed.push(stem);
  }
  if (placed.length >= LEAST_SENTENCE_STEMS) return true;
  for (const stem of placed) stem.sentences.pop();
  return false;
}

function tellingStems(words: readonly CountedWord[], [from, to]: readonly [number, number]): Set<string> {
  const telling = new Set<string>();
  for (let i = from; i < to; i++) if (words[i].form.telling && words[i].form.weight > 0) telling.add(words[i].form.stem);
  return telling;
}

/** What stands in many sentences of both texts (the topic's own words) says less of where one comes from. */
const weightOf = ({ weight }: Stem, sentences: number): number => (sentences <= 2 ? weight : weight / (1 + Math.log2(sentences / 2)));

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
  for (const [text, stem] of b.stems) {
    const inA = a.stems.get(text)?.sentences;
    if (!inA) continue;
    const inB = stem.sentences;
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
      const like = dice >= LEAST_LIKENESS && speakOfOthers(a.telling(i), b.telling(j)) ? OTHER_NAMES * dice : dice;
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
