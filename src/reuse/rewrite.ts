import { wordWeight } from '../text/words.js';
import type { ReuseText } from './types.js';
import type { CountedWord } from './words.js';

/** A sentence as the weights of its content stems. */
type Sentence = ReadonlyMap<string, number>;

interface Stems {
  readonly all: ReadonlySet<string>;
  /** Of names and figures. */
  readonly telling: ReadonlySet<string>;
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
const known = new WeakMap<ReuseText, Stems[]>();

function sentencesOf(text: ReuseText, words: readonly CountedWord[]): Stems[] {
  const sentences = known.get(text) ?? readSentences(text, words);
  known.set(text, sentences);
  return sentences;
}

function readSentences(text: ReuseText, words: readonly CountedWord[]): Stems[] {
  const sentences: Stems[] = [];
  let from = 0;
  for (let i = 1; i <= words.length && sentences.length < MOST_SENTENCES; i++) {
    const next = words[i];
    if (next && !endsBetween(text.body.slice(words[i - 1].end, next.start), text.body.slice(next.start, next.end))) continue;
    const content = words.slice(from, i).filter((word) => wordWeight(word.folded) > 0);
    const all = new Set(content.map((word) => word.stem));
    if (all.size >= LEAST_SENTENCE_STEMS) sentences.push({ all, telling: new Set(content.filter((word) => word.telling).map((word) => word.stem)) });
    from = i;
  }
  return sentences;
}

/** Stems by weight: what stands in many sentences of both texts (the topic's own words) says less of where one comes from. */
function weighted(sentences: readonly Stems[], frequency: ReadonlyMap<string, number>): Sentence[] {
  return sentences.map(({ all }) => new Map([...all].map((s) => [s, wordWeight(s) / (1 + Math.log2(Math.max(1, frequency.get(s) ?? 1)))])));
}

const speakOfOthers = (a: Stems, b: Stems): boolean => a.telling.size > 0 && b.telling.size > 0 && ![...a.telling].some((stem) => b.telling.has(stem));

const total = (sentence: Sentence): number => [...sentence.values()].reduce((sum, w) => sum + w, 0);

/**
 * Is one text the other's sentences in order, reworded? Sentences are compared by their content stems; the best alignment
 * that keeps the order of both is found by dynamic programming over at most MOST_SENTENCES sentences a side:
 *
 *   best[i][j] = max(best[i-1][j], best[i][j-1], best[i-1][j-1] + likeness(i, j))
 */
export function isRewrite(a: ReuseText, wordsA: readonly CountedWord[], b: ReuseText, wordsB: readonly CountedWord[]): boolean {
  const [plainA, plainB] = [sentencesOf(a, wordsA), sentencesOf(b, wordsB)];
  if (Math.min(plainA.length, plainB.length) < LEAST_SENTENCES) return false;
  const frequency = new Map<string, number>();
  for (const { all } of [...plainA, ...plainB]) for (const s of all) frequency.set(s, (frequency.get(s) ?? 0) + 0.5);
  const [sentA, sentB] = [weighted(plainA, frequency), weighted(plainB, frequency)];
  const [totalA, totalB] = [sentA.map(total), sentB.map(total)];
  const likeness = sentA.map((x, i) => sentB.map((y, j) => {
    const [few, many] = x.size <= y.size ? [x, y] : [y, x];
    let shared = 0;
    for (const [s, w] of few) if (many.has(s)) shared += w;
    const dice = totalA[i] + totalB[j] === 0 ? 0 : (2 * shared) / (totalA[i] + totalB[j]);
    const like = speakOfOthers(plainA[i], plainB[j]) ? OTHER_NAMES * dice : dice;
    return like >= LEAST_LIKENESS ? like : 0;
  }));
  const anyOrder = Math.min(
    likeness.reduce((sum, row) => sum + Math.max(...row), 0),
    sentB.reduce((sum, _, j) => sum + Math.max(...likeness.map((row) => row[j])), 0),
  );
  const { sum, count } = inOrder(likeness);
  const [shorter, longer] = [Math.min(sentA.length, sentB.length), Math.max(sentA.length, sentB.length)];
  return count >= LEAST_SENTENCES && count >= SHARE_OF_SHORTER * shorter && count >= SHARE_OF_LONGER * longer && sum >= IN_ORDER * anyOrder;
}

function inOrder(likeness: readonly (readonly number[])[]): { sum: number; count: number } {
  let previous = Array.from({ length: likeness[0].length + 1 }, () => ({ sum: 0, count: 0 }));
  for (const row of likeness) {
    const current = [{ sum: 0, count: 0 }];
    row.forEach((like, j) => {
      const skip = previous[j + 1].sum >= current[j].sum ? previous[j + 1] : current[j];
      const pair = { sum: previous[j].sum + like, count: previous[j].count + 1 };
      current.push(like > 0 && pair.sum > skip.sum ? pair : skip);
    });
    previous = current;
  }
  return previous[previous.length - 1];
}
