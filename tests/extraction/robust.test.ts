import { describe, expect, it } from 'vitest';
import { openExtractor } from '../../src/cli/extractor.js';
import { checkExtraction } from './invariants.js';

const extractor = openExtractor();

describe('whatever the text', () => {
  it.each(['', ' ', '\n\n', '“', '”', '"', "'", ':', 'said', 'said.', '“said', 'According to', 'he said', '\u0000', '\ud83d', '\ufeffHe said it.', 'X:', ', said', '(said)', 'Criticised the plan.', 'Who praised it, said', 'A: said', 'Q: A: x'])('%j gives an answer', (text) => {
    checkExtraction(text, extractor.extract(text));
  });

  it('gives the same answer twice', () => {
    const text = '“The dam holds,” Marta Quill said. She added that it rained.';
    expect(extractor.extract(text)).toEqual(extractor.extract(text));
  });

  it.each([
    ['news', 'Marta Quill said the dam was safe. “It holds,” she added, according to Jonas Orr of Lund.\n\n'],
    ['one paragraph', 'Marta Quill said the dam was safe. “It holds,” she added. '],
    ['no full stop', 'Quill said and said, '],
    ['marks alone', '“'],
    ['one word', 'a'],
    ['capitals', 'Quill Orr '],
    ['nicknames', 'Cia “Mo” Orr '],
    ['brackets and links', '(READ MORE [see '],
  ])('reads a megabyte of %s', (_name, piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    checkExtraction(text, extractor.extract(text));
  });
});

it('reads a line that holds a link to read on a hundred thousand times and more', () => {
  const text = `“${'READ MORE '.repeat(150_000)}`;
  checkExtraction(text, extractor.extract(text));
});

it('reads one paragraph of nine megabytes', () => {
  const text = 'The council met again and nobody spoke. '.repeat(230_000);
  expect(extractor.extract(text).quotes).toEqual([]);
});
