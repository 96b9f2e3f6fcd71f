/** Stage 2: what the later stages read: tokens with light tags, sentences, and which token stands in which quotation. */
import { quotation } from '../text/quotation.js';
import type { QuotePair, Quotation } from '../text/quotation.js';
import { sentences } from '../text/sentences.js';
import type { TokenRange } from '../text/sentences.js';
import { tokenAt, tokenize } from '../text/tokens.js';
import type { Token } from '../text/tokens.js';
import type { Span } from '../text/spans.js';
import { ABBREVIATIONS, SENTENCE_STARTERS, VERBS } from './lexicon.en.js';
import { listedTag, tagTokens } from './tags.js';
import type { Tag } from './tags.js';
import type { Noise } from './types.js';

export interface Sentence extends TokenRange {
  /** Index of its paragraph. */
  readonly paragraph: number;
}

export interface Document {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly tags: readonly Tag[];
  readonly paragraphs: readonly Span[];
  /** Sentences outside page noise. */
  readonly sentences: readonly Sentence[];
  readonly quotation: Quotation;
  /** Outermost quotations, in order, apart; without nicknames, whose marks belong to a name. */
  readonly pairs: readonly QuotePair[];
  /** By token: index into `pairs`, -1 outside. */
  readonly pairOf: Int32Array;
}

/** Longest sentence, in tokens; a longer one is read in pieces, so that the time stays linear in the text. */
const MAX_SENTENCE = 300;
const SENTENCE_WORDS = { abbreviations: ABBREVIATIONS, starters: SENTENCE_STARTERS };

export function readDocument(text: string, paragraphs: readonly Span[], noise: readonly Noise[]): Document {
  const tokens = tokenize(text);
  const marks = quotation(text);
  const pairs: QuotePair[] = [];
  const nicknames: QuotePair[] = [];
  for (const pair of outermost(marks.pairs)) (isNickname(tokens, pair) ? nicknames : pairs).push(pair);
  const pairOf = new Int32Array(tokens.length).fill(-1);
  pairs.forEach((pair, p) => {
    for (let i = tokenAt(tokens, pair.start); i < tokens.length && tokens[i].start < pair.end; i++) pairOf[i] = p;
  });
  const found: Sentence[] = [];
  paragraphs.forEach((paragraph, index) => {
    for (const part of outside(paragraph, noise)) {
      const from = tokenAt(tokens, part.start);
      const to = tokenAt(tokens, part.end);
      for (const range of sentences(tokens, from, to, SENTENCE_WORDS)) {
        for (let start = range.from; start < range.to; start += MAX_SENTENCE) found.push({ from: start, to: Math.min(range.to, start + MAX_SENTENCE), paragraph: index });
      }
    }
  });
  const tags = tagTokens(tokens, found);
  for (const pair of nicknames) for (let i = tokenAt(tokens, pair.start); i < tokens.length && tokens[i].start < pair.end; i++) tags[i] = 'NAME';
  return { text, tokens, tags, paragraphs, sentences: found, quotation: marks, pairs, pairOf };
}

/** Most words of a nickname. */
const NICKNAME_WORDS = 2;
const NAME_WORD = /^\p{Lu}\p{Ll}/u;

/** Marcia “Cia” Orr: capitals before, in and behind the marks, and nothing but a space between. */
function isNickname(tokens: readonly Token[], { start, end, double, closed }: QuotePair): boolean {
  if (!double || !closed) return false;
  const [from, to] = [tokenAt(tokens, start), tokenAt(tokens, end)];
  const [before, behind] = [tokens[from - 1], tokens[to]];
  if (!before || !behind || before.end !== start - 1 || behind.start !== end + 1 || to - from - 2 > NICKNAME_WORDS || to - from < 3) return false;
  return isGivenName(before) && tokens.slice(from + 1, to - 1).every(({ text }) => NAME_WORD.test(text)) && NAME_WORD.test(behind.text);
}

/** A word with a capital that no list has as another word: "Felt “Invisible” As" holds no name. */
const isGivenName = ({ text, lower }: Token): boolean => NAME_WORD.test(text) && !VERBS.has(lower) && listedTag(lower) === null;

function outermost(pairs: readonly QuotePair[]): QuotePair[] {
  const kept: QuotePair[] = [];
  for (const pair of pairs) if (kept.length === 0 || pair.start >= kept[kept.length - 1].end) kept.push(pair);
  return kept;
}

/** The parts of a paragraph that no noise covers. */
function outside(paragraph: Span, noise: readonly Noise[]): Span[] {
  const parts: Span[] = [];
  let place = paragraph.start;
  // Noise is in order; a paragraph rarely holds more than one, so a binary search finds the first and a walk the rest.
  let low = 0;
  let high = noise.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (noise[middle].end > place) high = middle;
    else low = middle + 1;
  }
  for (let i = low; i < noise.length && noise[i].start < paragraph.end; i++) {
    if (noise[i].start > place) parts.push({ start: place, end: noise[i].start });
    place = Math.max(place, noise[i].end);
  }
  if (place < paragraph.end) parts.push({ start: place, end: paragraph.end });
  return parts;
}
