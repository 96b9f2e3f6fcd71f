import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/extraction/index.js';
import type { Span } from '../../src/text/spans.js';

/** The quotes inside the first quote: kind, mention, cue, content, and the speaker's name or why there is none. */
function nestedOf(text: string): (string | null)[][] {
  const { quotes, speakers } = createExtractor().extract(text);
  const words = (spans: readonly Span[]): string => spans.map((s) => text.slice(s.start, s.end)).join(' | ');
  return quotes[0].nested.map((q) => [q.kind, words(q.mention), words(q.cue), words(q.content), q.speaker === null ? q.reason : speakers[q.speaker].name]);
}

describe('a quote inside a quote', () => {
  it('in quotation marks: the marks of the other style, and what "I" told', () => {
    expect(nestedOf('Marta Quill said: “I told them that the dam would hold. My father said, ‘Never trust a dam,’ and I laughed.”')).toEqual([
      ['INDIRECT', 'I', 'told', 'that the dam would hold', 'Marta Quill'],
      ['DIRECT', 'My father', 'said', '‘Never trust a dam,’', 'UNNAMED'],
    ]);
  });

  it('in reported words, with or without marks', () => {
    expect(nestedOf('Marta Quill said the mayor, Jonas Orr, had told her that the dam was safe.')).toEqual([['INDIRECT', 'the mayor, Jonas Orr', 'had told', 'that the dam was safe', 'Jonas Orr']]);
    expect(nestedOf('Marta Quill said that Jonas Orr had called the dam “a sieve”.')).toEqual([['MIXED', 'Jonas Orr', 'had called', 'the dam “a sieve”', 'Jonas Orr']]);
  });

  it('is never the one of "he" whose words stand in the marks', () => {
    expect(nestedOf('“He said that the dam was safe,” Jonas Orr said.')).toEqual([['INDIRECT', 'He', 'said', 'that the dam was safe', 'UNNAMED']]);
  });

  it('is none where somebody only thinks or speaks at large', () => {
    expect(nestedOf('“I hope that it rains. You may say so. People love the dam,” Jonas Orr said.')).toEqual([]);
  });

  it('stands nowhere else, and over no other', () => {
    const text = 'Marta Quill said the mayor had told her that Ana Reyes said the dam was safe.';
    const { quotes } = createExtractor().extract(text);
    expect(quotes).toHaveLength(1);
    expect(quotes[0].nested).toHaveLength(1);
    expect(quotes[0].nested[0].nested).toEqual([]);
  });
});
