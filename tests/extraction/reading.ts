/** What extraction makes of a text, in the form in which tests compare it. */
import { createExtractor } from '../../src/extraction/index.js';
import type { ExtractedQuote, ExtractionHints } from '../../src/extraction/types.js';
import type { Span } from '../../src/text/spans.js';

const extractor = createExtractor();

/** Every quote as people would write it down. */
export function read(text: string, hints?: ExtractionHints) {
  const { quotes, speakers } = extractor.extract(text, hints);
  const words = (spans: readonly Span[]): string => spans.map((s) => text.slice(s.start, s.end)).join(' | ');
  const one = (q: ExtractedQuote) => ({
    kind: q.kind, manner: q.manner, content: words(q.content), cue: words(q.cue), mention: words(q.mention),
    speaker: q.speaker === null ? q.reason : speakers[q.speaker].name, type: q.speaker === null ? null : speakers[q.speaker].type,
    evidence: q.evidence.map(words),
  });
  return quotes.map(one);
}
