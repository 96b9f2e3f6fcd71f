import type { ReuseText } from './types.js';
import type { WordForm } from './word-forms.js';
import type { CountedWords } from './words.js';

/** A text as sentences of content stems. */
interface Sentences {
  /** The stems, in the order in which the text has them first. */
  readonly stems: readonly string[];
  /** Where each stands in that order. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly weights: readonly number[];
  /** The sentences that stem n stands in, ascending: those between places `firsts[n]` and `firsts[n + 1]`. */
  readonly places: Int32Array;
  readonly firsts: Int32Array;
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
const known = new WeakMap<CountedWords, Sentences>();

function sentencesOf(text: ReuseText, words: CountedWords): Sentences {
  const sentences = known.get(words) ?? readSentences(text, words);
  known.set(words, sentences);
  return sentences;
}

function readSentences({ body }: ReuseText, words: CountedWords): Sentences {
  const placed = new PlacedStems();
  const ranges: [from: number, to: number][] = [];
  let from = 0;
  for (let i = 1; i <= words.length && ranges.length < MOST_SENTENCES; i++) {
    if (i < words.length && !isEnd(body, words, i)) continue;
    if (placed.place(ranges.length, words, from, i)) ranges.push([from, i]);
    from = i;
  }
  const { stems, numbers, weights } = placed;
  const { places, firsts } = placed.byStem();
  const apart = new Float64Array(ranges.length);
  for (let n = 0; n < stems.length; n++) {
    const weight = weightOf(weights[n], firsts[n + 1] - firsts[n]);
    for (let at = firsts[n]; at < firsts[n + 1]; at++) apart[places[at]] += weight;
  }
  const told: ReadonlySet<string>[] = [];
  const telling = (sentence: number): ReadonlySet<string> => (told[sentence] ??= tellingStems(words, ranges[sentence]));
  return { stems, numbers, weights, places, firsts, apart, telling };
}

/** Does a sentence end before a word? Nearly always a space alone stands before it, and does not end one. */
function isEnd(body: string, { starts, ends }: CountedWords, word: number): boolean {
  const [lastEnd, start] = [ends[word - 1], starts[word]];
  return !(start === lastEnd + 1 && body.startsWith(' ', lastEnd)) && endsBetween(body.slice(lastEnd, start), body.slice(start, ends[word]));
}

/** The stems of a text's sentences, as they are read. */
class PlacedStems {
  readonly stems: string[] = [];
  readonly numbers = new Map<string, number>();
  readonly weights: number[] = [];
  /** The sentence that each stem was met in last; -1 where that does not count. */
  private readonly lastIn: number[] = [];
  /** The numbers of the stems, each once a sentence, and the sentences that they stand in. */
  private readonly inOrder: number[] = [];
  private readonly sentences: number[] = [];

  /** Notes the stems of a sentence, or none where they are too few. @returns whether they are enough */
  place(sentence: number, { forms }: CountedWords, from: number, to: number): boolean {
    const first = this.inOrder.length;
    for (let i = from; i < to; i++) {
      if (forms[i].weight === 0) continue;
      const stem = this.numberOf(forms[i]);
      if (this.lastIn[stem] === sentence) continue;
      this.lastIn[stem] = sentence;
      this.inOrder.push(stem);
      this.sentences.push(sentence);
    }
    if (this.inOrder.length - first >= LEAST_SENTENCE_STEMS) return true;
    for (let at = first; at < this.inOrder.length; at++) this.lastIn[this.inOrder[at]] = -1;
    this.inOrder.length = this.sentences.length = first;
    return false;
  }

  private numberOf({ stem, stemWeight }: WordForm): number {
    const known = this.numbers.get(stem);
    if (known !== undefined) return known;
    this.numbers.set(stem, this.stems.length);
    this.weights.push(stemWeight);
    this.lastIn.push(-1);
    return this.stems.push(stem) - 1;
  }

  byStem(): Pick<Sentences, 'places' | 'firsts'> {
    const firsts = new Int32Array(this.stems.length + 1);
    for (const stem of this.inOrder) firsts[stem + 1]++;
    for (let n = 0; n < this.stems.length; n++) firsts[n + 1] += firsts[n];
    const places = new Int32Array(this.inOrder.length);
    const next = firsts.slice();
    for (let at = 0; at < places.length; at++) places[next[this.inOrder[at]]++] = this.sentences[at];
    return { places, firsts };
  }
}

function tellingStems({ forms }: CountedWords, [from, to]: readonly [number, number]): Set<string> {
  const telling = new Set<string>();
  for (let i = from; i < to; i++) if (forms[i].telling && forms[i].weight > 0) telling.add(forms[i].stem);
  return telling;
}

/** What stands in many sentences of both texts (the topic's own words) says less of where one comes from. */
const weightOf = (weight: number, sentences: number): number => (sentences <= 2 ? weight : weight / (1 + Math.log2(sentences / 2)));

function speakOfOthers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return false;
  for (const stem of a) if (b.has(stem)) return false;
  return true;
}

interface Likenesses {
  /** Of each sentence of the one text, row by row, to each of the other; 0 where it is below LEAST_LIKENESS. */
  readonly all: Float64Array;
  /** Of each sentence of either to the one that it is most like. */
  readonly bestOfRow: Float64Array;
  readonly bestOfColumn: Float64Array;
}

/**
 * How alike each sentence of the one text is to each of the other: the weight of the stems that they share by that
 * of all their stems (Dice). O(sentences x sentences + stems + sentences that share a stem).
 */
function likenesses(a: Sentences, b: Sentences): Likenesses {
  const [rows, columns] = [a.apart.length, b.apart.length];
  const [totalA, totalB] = [a.apart.slice(), b.apart.slice()];
  const all = new Float64Array(rows * columns);
  for (let inB = 0; inB < b.stems.length; inB++) {
    const inA = a.numbers.get(b.stems[inB]);
    if (inA !== undefined) addShared(all, { sentences: a, stem: inA, totals: totalA }, { sentences: b, stem: inB, totals: totalB });
  }
  const [bestOfRow, bestOfColumn] = [new Float64Array(rows), new Float64Array(columns)];
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++, at++) {
      if (all[at] === 0) continue;
      const dice = (2 * all[at]) / (totalA[i] + totalB[j]);
      const like = dice >= LEAST_LIKENESS && speakOfOthers(a.telling(i), b.telling(j)) ? OTHER_NAMES * dice : dice;
      all[at] = like >= LEAST_LIKENESS ? like : 0;
      if (all[at] > bestOfRow[i]) bestOfRow[i] = all[at];
      if (all[at] > bestOfColumn[j]) bestOfColumn[j] = all[at];
    }
  }
  return { all, bestOfRow, bestOfColumn };
}

/** A stem that both texts have, seen from one, and what the sentences of that weigh. */
interface SharedStem {
  readonly sentences: Sentences;
  readonly stem: number;
  readonly totals: Float64Array;
}

/** Adds what the stem weighs for each two sentences that have it, and takes from all that have it what it weighs less for being in both texts. */
function addShared(shared: Float64Array, a: SharedStem, b: SharedStem): void {
  const [countA, countB] = [a, b].map(({ sentences: { firsts }, stem }) => firsts[stem + 1] - firsts[stem]);
  const weightApart = b.sentences.weights[b.stem];
  const weight = weightOf(weightApart, countA + countB);
  const [lessA, lessB] = [weightOf(weightApart, countA) - weight, weightOf(weightApart, countB) - weight];
  const [fromA, fromB] = [a.sentences.firsts[a.stem], b.sentences.firsts[b.stem]];
  for (let k = fromB; k < fromB + countB; k++) b.totals[b.sentences.places[k]] -= lessB;
  for (let k = fromA; k < fromA + countA; k++) {
    const i = a.sentences.places[k];
    a.totals[i] -= lessA;
    for (let l = fromB; l < fromB + countB; l++) shared[i * b.totals.length + b.sentences.places[l]] += weight;
  }
}

/**
 * Is one text the other's sentences in order, reworded? Sentences are compared by their content stems; the best alignment
 * that keeps the order of both is found by dynamic programming over at most MOST_SENTENCES sentences a side:
 *
 *   best[i][j] = max(best[i-1][j], best[i][j-1], best[i-1][j-1] + likeness(i, j))
 */
export function isRewrite(a: ReuseText, wordsA: CountedWords, b: ReuseText, wordsB: CountedWords): boolean {
  const [sentencesA, sentencesB] = [sentencesOf(a, wordsA), sentencesOf(b, wordsB)];
  const [rows, columns] = [sentencesA.apart.length, sentencesB.apart.length];
  const [shorter, longer] = [Math.min(rows, columns), Math.max(rows, columns)];
  const least = Math.max(LEAST_SENTENCES, SHARE_OF_SHORTER * shorter, SHARE_OF_LONGER * longer);
  if (shorter < least) return false;
  const { all, bestOfRow, bestOfColumn } = likenesses(sentencesA, sentencesB);
  // As many sentences as must be alike in order must be alike to any.
  if (bestOfRow.filter((best) => best > 0).length < least || bestOfColumn.filter((best) => best > 0).length < least) return false;
  const { sum, count } = inOrder(all, columns);
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
