import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/extraction/index.js';
import type { Span } from '../../src/text/spans.js';

/** Kind, mention, content and the speaker's name, or why there is none, of every quote. */
function turnsOf(text: string): (string | null)[][] {
  const { quotes, speakers } = createExtractor().extract(text);
  const words = (spans: readonly Span[]): string => spans.map((s) => text.slice(s.start, s.end)).join(' | ');
  return quotes.map((q) => [q.kind, words(q.mention), words(q.content), q.speaker === null ? q.reason : speakers[q.speaker].name]);
}

describe('an interview in questions and answers', () => {
  const turns = 'Q: What will you do next?\n\nA: The dam is dead. We shall move on.\n\nIt takes time.\n\nQ: And then?\n\nA: Then we rest.';

  it('gives each answer, to the next question, to whom the article has interviewed', () => {
    expect(turnsOf(`The Harbour interviewed Mayor Marta Quill on Monday. Quill has run Lund since May.\n\n${turns}`)).toEqual([
      ['DIRECT', 'Mayor Marta Quill', 'The dam is dead. We shall move on | It takes time', 'Marta Quill'],
      ['DIRECT', 'Mayor Marta Quill', 'Then we rest', 'Marta Quill'],
    ]);
  });

  it('gives them to nobody where the article tells no one, or two', () => {
    for (const lead of ['It rained in Lund.', 'The Harbour interviewed Marta Quill. It also spoke to Jonas Orr.']) {
      expect(turnsOf(`${lead}\n\n${turns}`).map((q) => q[3])).toEqual(['NO_MENTION', 'NO_MENTION']);
    }
  });
});

describe('a transcript', () => {
  it('gives whole turns to those whose surname stands before the colon', () => {
    expect(turnsOf('The engineer Marta Quill met the farmer Jonas Orr in Lund.\n\nQUILL: The dam is dead. We shall move on.\n\nORR: Why? Tell us.')).toEqual([
      ['DIRECT', 'QUILL', 'The dam is dead. We shall move on', 'Marta Quill'],
      ['DIRECT', 'ORR', 'Why? Tell us', 'Jonas Orr'],
    ]);
    expect(turnsOf('The engineer Marta Quill met the farmer Jonas Orr.\n\nQuill: The dam is dead. We shall move on.\n\nOrr: Why?').map((q) => q[3])).toEqual(['Marta Quill', 'Jonas Orr']);
  });

  it('ends where the article speaks again', () => {
    expect(turnsOf('The engineer Marta Quill met the farmer Jonas Orr in Lund.\n\nQUILL: The dam is dead.\n\nThe hall was full. Ana Reyes left early, Quill noticed.\n\nORR: Why?').map((q) => q[2])).not.toContainEqual(expect.stringContaining('hall'));
  });
});

describe('a label that is no speaker', () => {
  it.each(['Claim', 'Verdict', 'Background', 'Rating', 'Update', 'Note', 'VERDICT', 'Bottom Line'])('%s', (label) => {
    expect(turnsOf(`${label}: The dam is not safe.`)).toEqual([]);
    expect(turnsOf(`${label}: Marta Quill said the dam was safe.`)).toEqual([['INDIRECT', 'Marta Quill', 'the dam was safe', 'Marta Quill']]);
    expect(turnsOf(`${label}: The dam is still safe, Marta Quill said.`)).toEqual([['INDIRECT', 'Marta Quill', 'The dam is still safe', 'Marta Quill']]);
  });

  it('ends the turn before it', () => {
    expect(turnsOf('The engineer Marta Quill met the farmer Jonas Orr in Lund.\n\nQUILL: The dam is dead.\n\nORR: Why?\n\nVerdict: The dam is not safe.').map((q) => q[2])).toEqual(['The dam is dead', 'Why?']);
  });
});

it('takes the gist of a headline for what it is', () => {
  expect(turnsOf('Quill: Dam is safe\n\nThe mayor, Marta Quill, spoke to farmers.')[0]).toEqual(['INDIRECT', 'Quill', 'Dam is safe', 'Marta Quill']);
});
