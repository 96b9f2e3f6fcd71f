import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/extraction/index.js';
import type { ExtractedQuote } from '../../src/extraction/types.js';
import type { Span } from '../../src/text/spans.js';

/** Mention, cue and content of every quote of a text, in order; the parts of a split content with a bar between them. */
const linksOf = (text: string): string[][] => createExtractor().extract(text).quotes.map((q) => link(text, q));

const link = (text: string, q: ExtractedQuote): string[] => [q.mention, q.cue, q.content].map((spans: readonly Span[]) => spans.map((s) => text.slice(s.start, s.end)).join(' | '));

describe('a quotation that an earlier sentence closed', () => {
  it('stays with its sentence where it is a part of it', () => {
    expect(linksOf('Two samples were found “at levels that call for boiling.” The report does not say where.')).toEqual([]);
    expect(linksOf('Ana Reyes called the road “a disaster for us all.” Paul Orr did not say where he stood.')).toEqual([
      ['Ana Reyes', 'called', 'the road “a disaster for us all.”'],
    ]);
    expect(linksOf('Ana Reyes called the road “a disaster for us all.” She added: “Close it.”')).toEqual([
      ['Ana Reyes', 'called', 'the road “a disaster for us all.”'],
      ['She', 'added', '“Close it.”'],
    ]);
  });

  it('goes to the cue behind it where it is the whole of its sentence', () => {
    expect(linksOf('“The road is a disaster for us all.” Paul Orr said on Monday.')).toEqual([['Paul Orr', 'said', '“The road is a disaster for us all.”']]);
  });
});
