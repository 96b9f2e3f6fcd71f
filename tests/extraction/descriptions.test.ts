import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/extraction/index.js';
import { read } from './reading.js';

const last = (text: string) => read(text).at(-1);
/** Who could be meant in the last quote, where nobody is named for it. */
const candidates = (text: string): (string | null)[] => {
  const { quotes, speakers } = createExtractor().extract(text);
  const quote = quotes.at(-1)!;
  return quote.speaker === null ? quote.candidates.map((c) => speakers[c.speaker].name) : [null];
};

it('reads a short sentence full of names as a sentence', () => {
  expect(last('Chancellor Marta Quill met President Tom Hale in Lund on Monday. The chancellor said the dam was safe.')).toMatchObject({ speaker: 'Marta Quill' });
});

it('takes no street for somebody', () => {
  expect(last('Mill Street was under water. Marta Quill was there. She said the dam was safe.')).toMatchObject({ speaker: 'Marta Quill' });
  expect(last('Mill Street met the river. He said the dam was safe.')).toMatchObject({ speaker: 'UNNAMED' });
});

describe('roles', () => {
  it('gives nobody a nation that only the description names', () => {
    const text = 'Vessian President Ilda Orr met Tom Hale in Lund. Orr was calm. The Chilean leader claimed that the dam was safe.';
    expect(last(text)).toMatchObject({ speaker: 'AMBIGUOUS' });
    expect(candidates(text)).toEqual(['Tom Hale']);
  });

  it('keeps the nation in the role', () => {
    const text = 'Russian President Tom Hale met Ilda Orr. The Russian president said the dam was safe.';
    expect(last(text)).toMatchObject({ speaker: 'Tom Hale' });
    expect(createExtractor().extract(text).speakers[0].roles.map((r) => r.title)).toEqual(['Russian President']);
  });

  it.each([
    ['“The dam is safe,” said mayor Robert Hale.', 'mayor'],
    ['“The dam is safe,” said Quill campaign manager Robert Hale.', 'Quill campaign manager'],
  ])('leaves the verb before a title out of it: %s', (text, title) => {
    expect(createExtractor().extract(text).speakers[0].roles.map((r) => r.title)).toEqual([title]);
  });

  it('writes short titles out and takes a possessive for definite', () => {
    expect(last('Gov. August Hale signed the bill. The governor declined to say why.')).toMatchObject({ speaker: 'August Hale' });
    expect(last('Prof. Ana Reyes left the bank. Its professor said that it was late.')).toMatchObject({ speaker: 'Ana Reyes' });
  });

  it('lists who is named later for the role', () => {
    const text = 'Gil Hale told reporters that he was sad.';
    const { quotes, speakers } = createExtractor().extract(`The manager of Lund Rovers said the club was sold. ${text}`);
    expect(quotes[0].candidates.map((c) => speakers[c.speaker].name)).toEqual(['Gil Hale']);
  });
});

describe('bodies', () => {
  it.each([
    ['Wexwater, the water company, closed the valve on Monday.\n\nOn Tuesday the company said the pipes were old.', 'Wexwater'],
    ['The operator, Lund Ferries, kept the boat in port. The firm said that it was sorry.', 'Lund Ferries'],
    ['Lund Ferries, which owns the boat, kept it in port. The company said that it was sorry.', 'Lund Ferries'],
    ['The dam broke on Monday. The coast guard said nobody was hurt.', 'coast guard'],
    ['The dam broke on Monday. The police said nobody was hurt.', 'police'],
    ['Mayor Marta Quill stayed at home. Her office said she was ill.', "Quill's office"],
  ])('%s', (text, speaker) => {
    expect(last(text)).toMatchObject({ speaker, type: 'ORGANISATION' });
  });

  it('abstains where nothing tells which body is meant', () => {
    expect(last('The dam broke on Monday. The company said nobody was hurt.')).toMatchObject({ speaker: 'UNNAMED' });
    expect(last('Lund Ferries and Wessel Airlines met on Monday. The company said nobody was hurt.')).toMatchObject({ speaker: 'UNNAMED' });
    expect(last('Marta Quill told the Harbour that it rained. The company said nobody was hurt.')).toMatchObject({ speaker: 'UNNAMED' });
    expect(last('The University of Lund opened on Monday. The company said nobody was hurt.')).toMatchObject({ speaker: 'UNNAMED' });
  });
});

describe('two of one surname', () => {
  const both = 'Marta Quill and Jonas Quill own the dam. The rain fell for a week. ';

  it('are told apart by a title, a full name close by, or the last quote', () => {
    expect(last(`${both}Mrs. Quill said the dam was safe.`)).toMatchObject({ speaker: 'Marta Quill' });
    expect(last(`${both}Jonas Quill went to Lund. Quill said the dam was safe.`)).toMatchObject({ speaker: 'Jonas Quill' });
    expect(last(`${both}Jonas Quill said that it rained. The town slept. Quill said the dam was safe.`)).toMatchObject({ speaker: 'Jonas Quill' });
  });

  it('are nobody where nothing tells', () => {
    const text = `${both}Quill said the dam was safe.`;
    expect(last(text)).toMatchObject({ speaker: 'AMBIGUOUS' });
    expect([...candidates(text)].sort()).toEqual(['Jonas Quill', 'Marta Quill']);
  });
});
