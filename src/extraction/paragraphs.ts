/** Stage 1: the paragraphs of a text. */
import type { Span } from '../text/spans.js';

const LINE = /[^\n\r\u2028\u2029]+/gu;

/** Lines that hold more than white space, trimmed. A newline ends a paragraph, as news texts are stored. */
export function paragraphs(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(LINE)) {
    const lead = match[0].length - match[0].trimStart().length;
    const body = match[0].trim();
    if (body) found.push({ start: match.index + lead, end: match.index + lead + body.length });
  }
  return found;
}
