import { describe, expect, it } from 'vitest';
import { read } from './reading.js';

const UNNAMED = 'UNNAMED';

describe('the mention is the whole phrase, and its head speaks', () => {
  it.each([
    ['Engineers close to Marta Quill said the dam was safe.', 'Engineers close to Marta Quill', UNNAMED],
    ['Sources close to Marta Quill said the dam was safe.', 'Sources close to Marta Quill', 'Sources close to Marta Quill'],
    ['A diver hired by Marta Quill said the dam was safe.', 'A diver hired by Marta Quill', UNNAMED],
    ['A woman stopped by guards in Lund said the dam was safe.', 'A woman stopped by guards in Lund', UNNAMED],
    ['A survey seen by the Harbour says the dam is safe.', 'A survey seen by the Harbour', 'survey seen by the Harbour'],
    ['Records obtained by the Harbour show the dam was safe.', 'Records obtained by the Harbour', 'Records obtained by the Harbour'],
    ['E-mails read by the Harbour show that the dam was safe.', 'E-mails read by the Harbour', 'E-mails read by the Harbour'],
    ['Residents opposed to the dam said it was unsafe.', 'Residents opposed to the dam', UNNAMED],
    ['A survey by the river trust says the dam is safe.', 'A survey by the river trust', 'survey by the river trust'],
    ['Early statements by Marta Quill suggested that the dam was safe.', 'Early statements by Marta Quill', 'Early statements by Marta Quill'],
    ['An adviser to Marta Quill said the dam was safe.', 'An adviser to Marta Quill', UNNAMED],
    ['A woman who worked with Marta Quill said the dam was safe.', 'A woman who worked with Marta Quill', UNNAMED],
    ['The men who voted for Marta Quill said the dam was safe.', 'The men who voted for Marta Quill', UNNAMED],
    ['The dam was safe, according to a survey obtained by the Harbour.', 'a survey obtained by the Harbour', 'survey obtained by the Harbour'],
    ['A survey by a retired engineer, Marta Quill, concluded that the dam was safe.', 'A survey by a retired engineer, Marta Quill', 'survey by a retired engineer'],
    ['Marta Quill, hired by the council in May, said the dam was safe.', 'Marta Quill, hired by the council in May', 'Marta Quill'],
  ])('%s', (text, mention, speaker) => {
    expect(read(text)).toEqual([expect.objectContaining({ mention, speaker })]);
  });

  it('takes a clause inside a relative clause for one of its own', () => {
    expect(read('Farmers who think Marta Quill said so are wrong.').map((q) => q.mention)).not.toContain('Farmers who think Marta Quill');
  });

  it('lets the verb agree with the head, not with the noun beside it', () => {
    expect(read('One of the residents says that the dam is safe.')).toEqual([expect.objectContaining({ mention: 'One of the residents' })]);
    expect(read('Two letters from the council warn that the dam is unsafe.')).toEqual([expect.objectContaining({ mention: 'Two letters from the council' })]);
  });
});

describe('commas around the mention', () => {
  it.each([
    ['Marta Quill, meanwhile, said the dam was safe.', 'Marta Quill', 'Marta Quill'],
    ['The farmer, too, said the dam was safe.', 'The farmer', UNNAMED],
    ['Marta Quill, for her part, said the dam was safe.', 'Marta Quill', 'Marta Quill'],
    ['Marta Quill, an engineer, however, said the dam was safe.', 'Marta Quill, an engineer', 'Marta Quill'],
    ['The road was closed for a week, its spokeswoman, Marta Quill, said.', 'its spokeswoman, Marta Quill', 'Marta Quill'],
  ])('%s', (text, mention, speaker) => {
    expect(read(text)).toEqual([expect.objectContaining({ mention, speaker })]);
  });
});

describe('where a name begins', () => {
  it.each([
    ['Meeting Marta Quill, the farmer said the dam was safe. Quill said that it rained.', 'Marta Quill'],
    ['Mother-of-three Quill said the dam was safe.', 'Quill'],
    ['Expat Marta Quill said the dam was safe.', 'Marta Quill'],
    ['Fred Orr said the dam was safe.', 'Fred Orr'],
  ])('%s', (text, speaker) => {
    expect(read(text).at(-1)).toMatchObject({ speaker });
  });
});
