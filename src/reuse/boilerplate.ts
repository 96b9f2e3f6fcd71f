/** Learns what a source prints on many pages, and finds it in a text. */
import { GRAM_WORDS, GUARANTEED_RUN_WORDS } from './fingerprint.js';
import { gramHashes } from './grams.js';
import type { ReuseText } from './types.js';
import { countedWords } from './words.js';
import type { CountedWords } from './words.js';
import type { Span } from '../text/spans.js';

/** So many of a source's latest articles are looked at. */
export const LATEST_ARTICLES = 20;
/** Page furniture stands in so many texts that are otherwise not the same, and in this share of the articles looked at. */
const LEAST_TEXTS = 3;
const LEAST_SHARE = 0.25;
/** Two articles that share this much of the shorter's fingerprint are one text: a story brought up to date, or printed again. */
const SAME_TEXT_SHARE = 0.5;
/** And so are two that share more than what many share: this much of the shorter's, and so many hashes. Bad copies of one story do. */
const SAME_TEXT_APART_SHARE = 0.05;
const SAME_TEXT_APART_HASHES = 3;
/** The first and last words of a line may stand in hashes of their own: a window of hashes reaches beyond the line. */
const EDGE_WORDS = GUARANTEED_RUN_WORDS - GRAM_WORDS;
/** Of a line of boilerplate so much is known; else only what is known in a run is left out. */
const LINE_SHARE = 0.5;

const leastTexts = (latest: number): number => Math.max(LEAST_TEXTS, LEAST_SHARE * (latest + 1));

/** So many of a source's latest articles must have a hash at least, beside the new one, for it to be boilerplate. */
export const leastHolders = (latest: number): number => Math.ceil(leastTexts(latest)) - 1;

/**
 * Which hashes of a text are of what its source prints on many pages: those found in LEAST_TEXTS of the source's latest texts, this
 * one among them, and in LEAST_SHARE of all of them. Articles that are otherwise the same text count once.
 *
 * @param latest hashes of the source's latest articles, by article
 * @returns the hashes, and the articles that hold any of them
 */
export function boilerplateHashes(hashes: readonly number[], latest: ReadonlyMap<number, readonly number[]>): { hashes: number[]; articles: number[] } {
  const own = new Set(hashes);
  const holders = new Map<number, number[]>();
  for (const [id, theirs] of latest) for (const hash of theirs) if (own.has(hash)) holders.set(hash, [...(holders.get(hash) ?? []), id]);
  const least = leastTexts(latest.size);
  const likely = [...holders].filter(([, ids]) => ids.length + 1 >= least);
  if (likely.length === 0) return { hashes: [], articles: [] };

  const prints = new Map([...latest].map(([id, theirs]) => [id, new Set(theirs)]));
  const isSame = sameTexts(own, prints, new Set(likely.map(([hash]) => hash)));
  const found = likely.filter(([, ids]) => textsAmong(ids, isSame) >= least);
  return { hashes: found.map(([hash]) => hash), articles: [...new Set(found.flatMap(([, ids]) => ids))] };
}

type IsSame = (a: number | null, b: number) => boolean;

/** Are two articles one text? Null stands for the new one. @param likely hashes that many have */
function sameTexts(own: ReadonlySet<number>, prints: ReadonlyMap<number, ReadonlySet<number>>, likely: ReadonlySet<number>): IsSame {
  const known = new Map<string, boolean>();
  const compare = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean => {
    const [few, many] = a.size <= b.size ? [a, b] : [b, a];
    let [shared, apart] = [0, 0];
    for (const hash of few) {
      if (!many.has(hash)) continue;
      shared++;
      if (!likely.has(hash)) apart++;
    }
    return shared >= SAME_TEXT_SHARE * few.size || apart >= Math.max(SAME_TEXT_APART_HASHES, SAME_TEXT_APART_SHARE * few.size);
  };
  return (a, b) => {
    const key = `${a} ${b}`;
    const answer = known.get(key) ?? compare(a === null ? own : prints.get(a)!, prints.get(b)!);
    known.set(key, answer);
    return answer;
  };
}

/** How many texts the new one and these are. */
function textsAmong(ids: readonly number[], isSame: IsSame): number {
  const texts: (number | null)[] = [null];
  for (const id of ids) if (!texts.some((text) => isSame(text, id))) texts.push(id);
  return texts.length;
}

/**
 * The stretches of a text that are made of known hashes: lines that are known but for a few words at their ends, and runs of
 * GUARANTEED_RUN_WORDS within a line. O(length).
 */
export function boilerplateSpans(text: ReuseText, known: ReadonlySet<number>): Span[] {
  if (known.size === 0) return [];
  const words = countedWords(text);
  const covered = new Uint8Array(words.length);
  gramHashes(words.hashes, GRAM_WORDS).forEach((hash, i) => {
    if (known.has(hash)) covered.fill(1, i, i + GRAM_WORDS);
  });
  const spans: Span[] = [];
  for (let from = 0; from < words.length; ) {
    let to = from;
    while (to < words.length && words.paragraphs[to] === words.paragraphs[from]) to++;
    spans.push(...spansOfLine(words, covered, from, to));
    from = to;
  }
  return spans;
}

function spansOfLine(words: CountedWords, covered: Uint8Array, from: number, to: number): Span[] {
  const runs: [number, number][] = [];
  for (let i = from; i < to; i++) {
    if (covered[i] === 0) continue;
    const last = runs.at(-1);
    if (last && i - last[1] <= 1) last[1] = i;
    else runs.push([i, i]);
  }
  if (runs.length === 0) return [];
  const sum = runs.reduce((n, [first, last]) => n + last - first + 1, 0);
  const [first, last] = [runs[0][0], runs[runs.length - 1][1]];
  const isWhole = first - from <= EDGE_WORDS && to - 1 - last <= EDGE_WORDS && sum >= LINE_SHARE * (to - from);
  const kept = isWhole ? [[from, to - 1]] : runs.filter(([a, b]) => b - a + 1 >= GUARANTEED_RUN_WORDS);
  return kept.map(([a, b]) => ({ start: words.starts[a], end: words.ends[b] }));
}
