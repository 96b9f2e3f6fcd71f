/** Marking what matched in a text, and cutting a short label around it. Plain text, UTF-16 offsets. */
import type { HighlightText } from '../domain/search-index.js';
import { mergeSpans } from '../text/spans.js';
import type { Span } from '../text/spans.js';
import { visitWords } from './words.js';

/** From the API: labels and highlights hold at most this many UTF-16 units. */
export const MAX_LABEL_UNITS = 300;
/** What stands before the first match of a cut label, so that it does not begin in the air. */
const LEAD_UNITS = 60;
/** A text with more matches than this is judged by its first ones. */
const MAX_MATCHES = 2_000;

/** What counts as a match: single folded words, and runs of them. */
export interface Matcher {
  readonly matches: (word: string) => boolean;
  readonly phrases: readonly (readonly string[])[];
}

/** The words of a text that match, in order; the words of a phrase make one span. At most `maxWords` words are read. */
export function matchSpans(text: string, matcher: Matcher, maxWords = Infinity): Span[] {
  const spans: Span[] = [];
  const memory = Math.max(0, ...matcher.phrases.map((p) => p.length));
  const recent: { word: string; start: number }[] = [];
  let read = 0;
  visitWords(text, (word, start, end) => {
    if (matcher.matches(word)) spans.push({ start, end });
    if (memory > 0) {
      recent.push({ word, start });
      if (recent.length > memory) recent.shift();
      for (const phrase of matcher.phrases) {
        const from = recent.length - phrase.length;
        if (from >= 0 && phrase.every((w, i) => recent[from + i].word === w)) spans.push({ start: recent[from].start, end });
      }
    }
    read++;
    return read < maxWords && spans.length < MAX_MATCHES;
  });
  return mergeSpans(spans);
}

/** Where a piece of at most MAX_LABEL_UNITS begins that holds the most different matches, the first of the best. */
function bestStart(text: string, spans: readonly Span[]): number {
  let best = 0;
  let most = 0;
  for (let i = 0; i < spans.length; i++) {
    const from = Math.max(0, spans[i].start - LEAD_UNITS);
    const seen = new Set<string>();
    for (let k = i; k < spans.length && spans[k].end <= from + MAX_LABEL_UNITS; k++) {
      seen.add(text.slice(spans[k].start, spans[k].end).toLowerCase());
    }
    if (seen.size > most || (i === 0 && most === 0)) {
      most = Math.max(seen.size, 1);
      best = from;
    }
  }
  return best;
}

const isLowSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** An end for the piece that begins at `start`, between two words where there is white space to cut at. */
function cutEnd(text: string, start: number, keep: number): number {
  let end = Math.min(text.length, start + MAX_LABEL_UNITS);
  if (end === text.length) return end;
  for (let at = end; at > Math.max(keep, start + MAX_LABEL_UNITS / 2); at--) {
    if (/\s/u.test(text[at])) return at;
  }
  if (isLowSurrogate(text, end)) end--;
  return end;
}

/**
 * The text as a label: whole where it fits, else the piece with the most matches, cut between words. It is a slice of
 * the text, so that `start` (where the text itself begins in the body, or null) can be moved along.
 */
export function cutLabel(field: string, text: string, spans: readonly Span[], start: number | null = null): HighlightText {
  if (text.length <= MAX_LABEL_UNITS) return { field, text, start, spans };
  let from = bestStart(text, spans);
  const first = spans.find((s) => s.start >= from)?.start ?? from;
  if (from > 0) {
    while (from < first && !/\s/u.test(text[from - 1])) from++;
    while (from < first && /\s/u.test(text[from])) from++;
    if (isLowSurrogate(text, from)) from++;
  }
  const keep = spans.filter((s) => s.start >= from && s.end <= from + MAX_LABEL_UNITS).at(-1)?.end ?? from;
  const end = cutEnd(text, from, keep);
  const inside = spans
    .map((s) => ({ start: Math.max(s.start, from) - from, end: Math.min(s.end, end) - from }))
    .filter((s) => s.end > s.start);
  return { field, text: text.slice(from, end), start: start === null ? null : start + from, spans: inside };
}
