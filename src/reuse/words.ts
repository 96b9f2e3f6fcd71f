import { fold } from '../text/fold.js';
import { mergeSpans } from '../text/spans.js';
import type { Span } from '../text/spans.js';
import type { ReuseText } from './types.js';

/** A word that counts: it stands outside every excluded span. */
export interface CountedWord extends Span {
  readonly folded: string;
  /** Number of the paragraph (line) it stands in. */
  readonly paragraph: number;
  /** Number of the stretch between excluded spans it stands in. */
  readonly stretch: number;
}

const WORD_OR_BREAK = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\n/gu;

/** The counted words of a text in order. O(length + excluded x log excluded). */
export function countedWords(text: ReuseText): CountedWord[] {
  const excluded = mergeSpans(text.excluded);
  const words: CountedWord[] = [];
  let paragraph = 0;
  let next = 0;
  for (const match of text.body.matchAll(WORD_OR_BREAK)) {
    if (match[0] === '\n') {
      paragraph++;
      continue;
    }
    const start = match.index;
    const end = start + match[0].length;
    while (next < excluded.length && excluded[next].end <= start) next++;
    if (next < excluded.length && excluded[next].start < end) continue;
    words.push({ start, end, folded: fold(match[0]).replace(/['’]/g, ''), paragraph, stretch: next });
  }
  return words;
}
