/** Several who say one thing together: all of them are named, and nobody who only stands beside. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/extraction/index.js';
import type { Extractor } from '../../src/extraction/types.js';

const EXTRACTORS: [name: string, extractor: Extractor][] = [
  ['by the rules alone', createExtractor()],
  ['with the model', createExtractor(new Uint8Array(readFileSync('models/quotes.en.bin')))],
];

describe.each(EXTRACTORS)('the speakers of a quote, %s', (_, extractor) => {
  /** Of the last quote of a text: who says it, its speaker first. */
  const speakers = (text: string): string[] => {
    const { quotes, speakers: all } = extractor.extract(text);
    const quote = quotes.at(-1)!;
    expect(quote.speakers[0] ?? null).toBe(quote.speaker);
    return quote.speakers.map((index) => all[index].name);
  };

  it.each([
    ['Ana Reyes said the dam was safe.', ['Ana Reyes']],
    ['Ana Reyes and Paul Orr said the dam was safe.', ['Ana Reyes', 'Paul Orr']],
    ['“The dam is safe,” said Ana Reyes, Paul Orr and Jonas Hale.', ['Ana Reyes', 'Paul Orr', 'Jonas Hale']],
    ['Sens. Lindsey Graham and John McCain wrote in a joint statement that the dam was safe.', ['Lindsey Graham', 'John McCain']],
    ['Sens. John McCain of Arizona and Lindsey Graham of South Carolina said the dam was safe.', ['John McCain', 'Lindsey Graham']],
    ['Smith, Jones and Brown said the dam was safe.', ['Smith', 'Jones', 'Brown']],
    ['The dam is safe, Smith, Jones and Brown said.', ['Smith', 'Jones', 'Brown']],
    ['Ana Reyes, Paul Orr, and Jonas Hale said that the dam was safe.', ['Ana Reyes', 'Paul Orr', 'Jonas Hale']],
    ['Trump and his running mate Mike Pence said the dam was safe.', ['Trump', 'Mike Pence']],
    ['Donald Trump and his running mate, Mike Pence, said the dam was safe.', ['Donald Trump', 'Mike Pence']],
    ['Donald Trump met Hillary Clinton on Monday. Trump and Clinton said the dam was safe.', ['Donald Trump', 'Hillary Clinton']],
    ['Ana Reyes, a spokeswoman for Trump, and Paul Orr, an aide to Clinton, said the dam was safe.', ['Ana Reyes', 'Paul Orr']],
    ['The mayor of Lund, Ana Reyes, and the mayor of Bonn, Paul Orr, said the dam was safe.', ['Ana Reyes', 'Paul Orr']],
    ['Ana Reyes, R-Texas, and Paul Orr, D-Ohio, said the dam was safe.', ['Ana Reyes', 'Paul Orr']],
    ['According to Ana Reyes and Paul Orr, the dam is safe.', ['Ana Reyes', 'Paul Orr']],
  ])('are all persons named: %s', (text, names) => {
    expect(speakers(text)).toEqual(names);
  });

  it.each([
    ['Smith and the Kremlin said the dam was safe.', ['Smith', 'Kremlin']],
    ['The dam is safe, Smith and the Kremlin said.', ['Smith', 'Kremlin']],
    ['The Kremlin and the Pentagon said the dam was safe.', ['Kremlin', 'Pentagon']],
    ['Russia and China said the dam was safe.', ['Russia', 'China']],
    ['Ana Reyes and her office said the dam was safe.', ['Ana Reyes', "Reyes's office"]],
  ])('are bodies too: %s', (text, names) => {
    expect(speakers(text)).toEqual(names);
  });

  it.each([
    ['John Smith of the Society for Law and Order said the dam was safe.', ['John Smith']],
    ['Ana Reyes, the mayor of Lund and a member of the council, said the dam was safe.', ['Ana Reyes']],
    ['Ana Reyes, a spokeswoman for Trump and Pence, said the dam was safe.', ['Ana Reyes']],
    ['Ana Reyes, who worked with Paul Orr and Jonas Hale, said the dam was safe.', ['Ana Reyes']],
    ["Ana Reyes and Paul Orr's lawyer said the dam was safe.", ['Ana Reyes']],
    ['Ana Reyes and others said the dam was safe.', ['Ana Reyes']],
    ['Ana Reyes and many Democrats said the dam was safe.', ['Ana Reyes']],
    ['Former lawyer and author Ana Reyes said the dam was safe.', ['Ana Reyes']],
    ['Ana Reyes, the mayor, met Jonas Hale. Overall, Reyes and Hale said the dam was safe.', ['Ana Reyes', 'Jonas Hale']],
    ['The Department of Health and Human Services said the dam was safe.', ['Department of Health']],
    ['Bill and Hillary Clinton said the dam was safe.', ['Hillary Clinton']],
  ])('are only those who say it: %s', (text, names) => {
    expect(speakers(text)).toEqual(names);
  });

  it.each(['Ernst and Young said the dam was safe.', 'Smith and Wesson Corporation said the dam was safe.'])('are one for a firm of two names: %s', (text) => {
    expect(speakers(text)).toHaveLength(1);
  });

  it.each([
    'Trump and Clinton supporters said the dam was safe.',
    'Donald Trump met Hillary Clinton on Monday. Trump and Clinton supporters said the dam was safe.',
    "Donald Trump met Hillary Clinton on Monday. Trump and Clinton's campaigns said the dam was safe.",
    'The Trump and Clinton campaigns said the dam was safe.',
    'The senators said the dam was safe.',
    'A spokesman for Trump and Pence said the dam was safe.',
  ])('are none where a group is named after them, or not at all: %s', (text) => {
    expect(speakers(text)).toEqual([]);
  });
});

it('the mention is the whole list where the rules read it', () => {
  const mention = (text: string): string => createExtractor().extract(text).quotes[0].mention.map((s) => text.slice(s.start, s.end)).join(' | ');
  expect(mention('The dam is safe, Smith, Jones and Brown said.')).toBe('Smith, Jones and Brown');
  // A conjunction of clauses is none of names, and an inserted verb has its subject behind the comma.
  expect(mention('Hale resigned and the council said the dam was safe.')).toBe('the council');
  expect(mention('The plan of Reyes, Orr and Hale said, was wrong about the dam.')).toBe('Orr and Hale');
});
