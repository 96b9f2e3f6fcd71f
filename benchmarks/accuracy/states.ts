/**
 * Verdicts packed for the baseline, without a word of the corpus. An article's verdicts are a string of one letter each:
 *
 *   letter  = base64 digit of  content (0..3) + 4 * cue + 8 * mention + 16 * speaker (0..3)
 *
 * and what it was predicted without a gold attribution is "12-40,50-60 88-120": spans joined by commas, predictions by spaces.
 */
import type { SpanPair } from '../../src/text/spans.js';
import type { JudgedArticle, Verdict } from './judge.js';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export const packVerdicts = (verdicts: readonly Verdict[]): string =>
  verdicts.map(({ content, cue, mention, speaker }) => DIGITS[content + 4 * Number(cue) + 8 * Number(mention) + 16 * speaker]).join('');

export const unpackVerdicts = (packed: string): Verdict[] =>
  [...packed].map((letter) => {
    const state = DIGITS.indexOf(letter);
    return { content: (state & 3) as Verdict['content'], cue: (state & 4) !== 0, mention: (state & 8) !== 0, speaker: (state >> 4) as Verdict['speaker'] };
  });

export const packContents = (contents: readonly (readonly SpanPair[])[]): string =>
  contents.map((spans) => spans.map(([start, end]) => `${start}-${end}`).join(',')).join(' ');

export const unpackContents = (packed: string): SpanPair[][] =>
  packed.split(' ').filter(Boolean).map((spans) => spans.split(',').map((span) => {
    const [start, end] = span.split('-').map(Number);
    return [start, end];
  }));

/** Contents of the predictions that find nothing. */
export const unmatchedContents = ({ predictions }: JudgedArticle): (readonly SpanPair[])[] =>
  predictions.filter(({ found }) => !found).map(({ prediction }) => prediction.content);
