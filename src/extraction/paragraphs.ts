/** Stage 1: the paragraphs of a text. */
import type { Span } from '../text/spans.js';

const LINE_END = /[\n\r\u2028\u2029]/g;

/** Lines that hold more than white space, trimmed. A newline ends a paragraph, as news texts are stored. */
export function paragraphs(text: string): Span[] {
  const found: Span[] = [];
  const add = (from: number, to: number): void => {
    const line = text.slice(from, to);
    const start = from + line.length - line.trimStart().length;
    const end = from + line.trimEnd().length;
    if (end > start) found.push({ start, end });
  };
  // From line end to line end: one expression for a whole line would overflow on a paragraph of megabytes.
  let from = 0;
  for (const { index } of text.matchAll(LINE_END)) {
    add(from, index);
    from = index + 1;
  }
  add(from, text.length);
  return found;
}
