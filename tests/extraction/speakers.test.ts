import { describe, expect, it } from 'vitest';
import { openExtractor } from '../../src/cli/extractor.js';

const extractor = openExtractor();

/** The speakers of a text's quotes in order; where there is none, the reason. */
function speakersOf(text: string): string[] {
  const { quotes, speakers } = extractor.extract(text);
  return quotes.map(({ speaker, reason }) => (speaker === null ? reason! : speakers[speaker].name));
}

describe('a speaker is', () => {
  it.each([
    ['named in full by the headline alone', 'Hillary Orr Goes After Donald Marlow In A Debate\n\nLUND — It was late. “I don’t buy that,” Orr said.', ['Hillary Orr']],
    ['the last of those before a relative clause', 'In the crowd were Tom Quill and Steve Marlow, who said the dam leaks.', ['Steve Marlow']],
    ['the name right before a relative clause, where no person is the head', 'It is the issue for Ana Orr — who said that the dam leaks.', ['Ana Orr']],
    ['no part of an inverted verb', 'The dam leaks. Said Ellis: “I do not think so at all.”\n\n“It does,” said Ryan Ellis.', ['Ryan Ellis', 'Ryan Ellis']],
    ['named behind an office of several words', 'The house of former Speaker of the House Newt Marlow burned. In July, Marlow said that it was arson.', ['Newt Marlow']],
    ['named with a suffix whose full stop ends the sentence', '“The dam leaks,” said mayor Robert F. Hale Jr.\n\nIt was late.', ['Robert F. Hale Jr.']],
    ['in capitals over a turn of a transcript', 'A transcript follows:\n\n"QUILL: Will the dam be there? I ask you.\n\n"ORWELL: It will be there, and you know it.', ['QUILL', 'ORWELL']],
    [
      'another than the one of the surname whom the title does not fit',
      'President Orr said that the dam leaks. “It does,” Mr. Orr said. His daughter, Michelle Orr, was there.\n\nHours went by. The rain fell on the town. Mrs. Orr said that it was warm.',
      ['Orr', 'Orr', 'Michelle Orr'],
    ],
    ['of the gender of the pronoun, before one of unknown gender', 'President Barak Orr came on Wednesday.\n\nDuring the evening, Tina Quill sat beside the president.\n\n“Do you sleep?” she said.', ['Tina Quill']],
  ])('%s', (_what, text, speakers) => {
    expect(speakersOf(text)).toEqual(speakers);
  });
});
