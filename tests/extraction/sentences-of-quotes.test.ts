import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/extraction/index.js';
import { read } from './reading.js';

const extractor = createExtractor();

describe('one sentence', () => {
  it.each([
    ['“The dam holds,” Marta Quill said.', 'DIRECT', '“The dam holds,”', 'said', 'Marta Quill'],
    ['“The dam holds,” said Marta Quill, an engineer.', 'DIRECT', '“The dam holds,”', 'said', 'Marta Quill, an engineer'],
    ['Marta Quill said: "The dam holds."', 'DIRECT', '"The dam holds."', 'said', 'Marta Quill'],
    ['Marta Quill, a retired engineer, said, “The dam holds.”', 'DIRECT', '“The dam holds.”', 'said', 'Marta Quill, a retired engineer'],
    ['Marta Quill said that the dam would hold.', 'INDIRECT', 'that the dam would hold', 'said', 'Marta Quill'],
    ['Marta Quill said the dam was safe.', 'INDIRECT', 'the dam was safe', 'said', 'Marta Quill'],
    ['Marta Quill said the dam was “safe as a church”.', 'MIXED', 'the dam was “safe as a church”', 'said', 'Marta Quill'],
    ['The dam had held all winter, Marta Quill said.', 'INDIRECT', 'The dam had held all winter', 'said', 'Marta Quill'],
    ['Marta Quill told parliament the dam was safe and she planned to keep it that way.', 'INDIRECT', 'the dam was safe and she planned to keep it that way', 'told', 'Marta Quill'],
    ['Marta Quill told the Harbour she considered the matter closed.', 'INDIRECT', 'she considered the matter closed', 'told', 'Marta Quill'],
    ['Marta Quill said the town trusted its engineers and expected a report.', 'INDIRECT', 'the town trusted its engineers and expected a report', 'said', 'Marta Quill'],
    ['The Harbour quoted Marta Quill as saying: “The dam holds.”', 'DIRECT', '“The dam holds.”', 'as saying', 'Marta Quill'],
    ['Marta Quill was quoted as saying that the dam would hold.', 'INDIRECT', 'that the dam would hold', 'was quoted as saying', 'Marta Quill'],
    ['According to Marta Quill, the dam held all winter.', 'INDIRECT', 'the dam held all winter', 'According to', 'Marta Quill'],
    ['The dam held all winter, according to Marta Quill.', 'INDIRECT', 'The dam held all winter', 'according to', 'Marta Quill'],
    ['Marta Quill vowed to mend the dam.', 'INDIRECT', 'to mend the dam', 'vowed', 'Marta Quill'],
    ['Marta Quill has repeatedly denied any fault.', 'INDIRECT', 'any fault', 'has repeatedly denied', 'Marta Quill'],
    ['Marta Quill told reporters on Monday that the dam would hold.', 'INDIRECT', 'that the dam would hold', 'told', 'Marta Quill'],
    ['Marta Quill urged farmers to leave the valley.', 'INDIRECT', 'farmers to leave the valley', 'urged', 'Marta Quill'],
    ['Marta Quill called for a new dam.', 'INDIRECT', 'a new dam', 'called for', 'Marta Quill'],
    ['Marta Quill asked whether the dam would hold.', 'INDIRECT', 'whether the dam would hold', 'asked', 'Marta Quill'],
    ['QUILL: The dam will hold for a century.', 'DIRECT', 'The dam will hold for a century', ':', 'QUILL'],
  ])('%s', (text, kind, content, cue, mention) => {
    expect(read(text)).toEqual([expect.objectContaining({ kind, content, cue, mention })]);
  });

  it('joins a split quotation', () => {
    const [quote, ...others] = read('“The dam holds,” Quill said on Friday. “It always has. Ask anyone.”');
    expect(quote.content).toBe('“The dam holds,” | “It always has. Ask anyone.”');
    expect(others).toEqual([]);
    expect(read('“The dam,” Quill said, “will hold.”')[0].content).toBe('“The dam,” | “will hold.”');
  });

  it('gives each of two verbs its own content and the same speaker', () => {
    const quotes = read('Marta Quill praised the crews, adding that the dam would hold.');
    expect(quotes.map((q) => [q.cue, q.content, q.speaker])).toEqual([
      ['praised', 'the crews', 'Marta Quill'],
      ['adding', 'that the dam would hold', 'Marta Quill'],
    ]);
  });

  it('tells speech from writing and from what somebody wants', () => {
    const manner = (text: string): string => read(text)[0].manner;
    expect(manner('Marta Quill said the dam was safe.')).toBe('SPEECH');
    expect(manner('“The dam holds,” Marta Quill wrote.')).toBe('WRITING');
    expect(manner('Marta Quill wants to mend the dam.')).toBe('ATTITUDE');
    expect(manner('Marta Quill believes that the dam is safe.')).toBe('ATTITUDE');
  });

  it('takes nouns and adjectives for no verbs of reporting', () => {
    expect(read('The claims were settled. The proposed plan died. Two reports and the call came late.')).toEqual([]);
  });

  it('keeps a quotation that nobody is named for, and says so', () => {
    expect(read('A note was pinned to the door.\n\n“Nobody here will ever sell this farm.”\n\nThe wind blew.')).toEqual([
      expect.objectContaining({ kind: 'DIRECT', mention: '', speaker: 'NO_MENTION' }),
    ]);
  });

  it('leaves a word held at a distance alone', () => {
    expect(read('The “smart” lamp went out.')).toEqual([]);
  });
});

describe('over paragraphs', () => {
  it('reads on where the mark opens again', () => {
    const [quote, ...others] = read('Marta Quill said: “The first thing is the dam.\n\n“The second thing is the road.”\n\nIt rained.');
    expect(quote.content).toBe('“The first thing is the dam. | “The second thing is the road.”');
    expect(quote.speaker).toBe('Marta Quill');
    expect(others).toEqual([]);
  });

  it('finds the quotation in the paragraph after a colon or a comma', () => {
    for (const sign of [':', ',']) {
      expect(read(`Marta Quill stated${sign}\n\n“The dam will hold for a century.”`)).toEqual([
        expect.objectContaining({ kind: 'DIRECT', content: '“The dam will hold for a century.”', speaker: 'Marta Quill' }),
      ]);
    }
  });
});

describe('who speaks', () => {
  const lead = 'Ostavian President Marta Quill met Jonas Orr, a farmer, in Lund on Monday. ';
  const speakers = (rest: string) => read(lead + rest).map((q) => q.speaker);

  it('leads surname, title, description and pronoun to the full name', () => {
    expect(speakers('Quill said the dam was safe.')).toEqual(['Marta Quill']);
    expect(speakers('Mr. Orr said the dam was safe.')).toEqual(['Jonas Orr']);
    expect(speakers('The Ostavian president said the dam was safe.')).toEqual(['Marta Quill']);
    expect(speakers('The farmer said the dam was safe.')).toEqual(['Jonas Orr']);
    expect(speakers('Quill said the dam was safe. She added that it would last.')).toEqual(['Marta Quill', 'Marta Quill']);
    expect(speakers('She said the dam was safe.')).toEqual(['Marta Quill']);
    expect(speakers('He said the dam was safe.')).toEqual(['Jonas Orr']);
  });

  it('gives the chain from the mention to the name', () => {
    expect(read(`${lead}Quill said the dam was safe. She added that it would last.`)[1].evidence).toEqual(['She', 'Quill', 'Marta Quill']);
  });

  it('keeps roles and forms', () => {
    const text = `${lead}Quill said the dam was safe.`;
    const [speaker] = extractor.extract(text).speakers;
    expect(speaker).toMatchObject({ name: 'Marta Quill', type: 'PERSON', forms: [{ form: 'Marta Quill', count: 1 }, { form: 'Quill', count: 1 }] });
    expect(speaker.roles.map((r) => r.title)).toEqual(['Ostavian President']);
  });

  it('takes a seat of government for the body that sits there', () => {
    expect(read('Moscow said the talks were over.')[0]).toMatchObject({ speaker: 'Moscow', type: 'ORGANISATION' });
    expect(read('The Kremlin denied the report.')[0]).toMatchObject({ speaker: 'Kremlin', type: 'ORGANISATION' });
  });

  it('names a group that the text tells apart, and nobody for a bare one', () => {
    expect(read('Kremlin officials said the talks were over.')[0]).toMatchObject({ speaker: 'Kremlin officials', type: 'GROUP' });
    for (const who of ['Officials', 'Two residents', 'A spokeswoman']) expect(read(`${who} said that the talks were over.`)[0].speaker).toBe('UNNAMED');
  });

  it('keeps to whom the paragraph began with', () => {
    const text = 'Ana Reyes refused to comment on the dam.\n\nMarta Quill stood by her town. “The dam holds well enough,” she said.';
    expect(read(text).at(-1)).toMatchObject({ speaker: 'Marta Quill' });
  });

  it('takes no president of one country for that of another, nor the guest for the host', () => {
    const text = 'Ivan Orr, the Ostavian president, met President Tom Hale of Wessel.\n\nOrr said the talks were good.\n\n“I am grateful,” the Wesselian president told his host.';
    expect(read(text).at(-1)).toMatchObject({ speaker: 'Tom Hale' });
    const led = 'The inquiry is finished, Ivan Orr told his guest.\n\nSitting opposite Tom Hale, the Ostavian president said that the dam was safe.';
    expect(read(led).at(-1)).toMatchObject({ speaker: 'Ivan Orr' });
  });

  it('tells a body by what stands around its name', () => {
    expect(read('Wexwater, the water company, said the pipes were old.')[0]).toMatchObject({ speaker: 'Wexwater', type: 'ORGANISATION' });
    expect(read('The operator, Lund Ferries, said in a statement that it was sorry.')[0]).toMatchObject({ speaker: 'Lund Ferries', type: 'ORGANISATION' });
    expect(read('The Lund Sailors’ Association said that the light was out.')[0]).toMatchObject({ speaker: 'Lund Sailors’ Association', type: 'ORGANISATION' });
  });

  it('knows a given name that is a month, and a month that is none', () => {
    expect(read('Gov. August Hale said on Monday that the dam was safe.')[0]).toMatchObject({ speaker: 'August Hale' });
    expect(read('In August Marta Quill said that the dam was safe.')[0]).toMatchObject({ speaker: 'Marta Quill' });
  });

  it('lets "it" go on with the report that spoke before', () => {
    const text = 'A report by the county laboratory, seen by the Harbour, says that two samples held bacteria. It recommends that the dam be emptied.';
    expect(read(text).map((q) => q.speaker)).toEqual(['report by the county laboratory', 'report by the county laboratory']);
  });

  it('reads an office in the phrase before a comma', () => {
    const { speakers: people } = extractor.extract('“We were wrong,” said the editor, Marta Quill. Ana Reyes, the harbor master at Lund, said the dam was safe.');
    expect(people.map((p) => [p.name, p.roles.map((r) => r.title)])).toEqual([['Marta Quill', ['editor']], ['Ana Reyes', ['harbor master at Lund']]]);
  });

  it('abstains between two who fit alike, and lists both', () => {
    const text = 'The letter was read by Marta Quill with Ana Reyes in Lund. There she said that the dam was safe.';
    const { quotes, speakers: people } = extractor.extract(text);
    expect(quotes.at(-1)).toMatchObject({ speaker: null, reason: 'AMBIGUOUS' });
    expect(quotes.at(-1)!.candidates.map((c) => people[c.speaker].name).sort()).toEqual(['Ana Reyes', 'Marta Quill']);
  });
});
