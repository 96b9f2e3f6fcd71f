import { fold } from '../text/fold.js';
import { matchesIn } from '../text/pieces.js';
import { mergeSpans } from '../text/spans.js';
import { stem } from '../text/stem.js';
import type { Span } from '../text/spans.js';
import type { ReuseText } from './types.js';

/** A word that counts: it stands outside every excluded span. */
export interface CountedWord extends Span {
  readonly folded: string;
  readonly stem: string;
  /** A figure, or a word with a capital, as names have. */
  readonly telling: boolean;
  /** Number of the paragraph (line) it stands in. */
  readonly paragraph: number;
  /** Number of the stretch between excluded spans it stands in. */
  readonly stretch: number;
}

const TELLING = /^\p{Lu}|\p{N}/u;
const WORD_OR_BREAK = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\n/gu;

/** A new article is compared with many others: its words are worked out once. */
const counted = new WeakMap<ReuseText, readonly CountedWord[]>();

/** The counted words of a text in order. O(length + excluded x log excluded) at the first call for a text. */
export function countedWords(text: ReuseText): readonly CountedWord[] {
  const known = counted.get(text);
  if (known) return known;
  const words = readWords(text);
  counted.set(text, words);
  return words;
}

function readWords(text: ReuseText): CountedWord[] {
  const excluded = mergeSpans(text.excluded);
  const words: CountedWord[] = [];
  let paragraph = 0;
  let next = 0;
  for (const { start, end, text: written } of matchesIn(WORD_OR_BREAK, text.body)) {
    if (written === '\n') {
      paragraph++;
      continue;
    }
    while (next < excluded.length && excluded[next].end <= start) next++;
    if (next < excluded.length && excluded[next].start < end) continue;
    const folded = fold(written.replace(/['’]s$/u, '')).replace(/['’]/g, '');
    words.push({ start, end, folded, stem: stem(folded), telling: TELLING.test(written), paragraph, stretch: next });
  }
  return words;
}
