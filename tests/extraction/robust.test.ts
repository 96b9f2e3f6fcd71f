import { describe, expect, it } from 'vitest';
import { openExtractor } from '../../src/cli/extractor.js';
import type { ExtractedQuote, Extraction } from '../../src/extraction/types.js';
import type { Span } from '../../src/text/spans.js';

const extractor = openExtractor();

const spansOf = (q: ExtractedQuote): Span[] => [...q.content, ...q.cue, ...q.mention, ...q.evidence.flat(), ...q.nested.flatMap(spansOf)];

function checkBounds(text: string, { noise, quotes, diagnostics, speakers }: Extraction): void {
  const all = [...noise, ...diagnostics, ...quotes.flatMap(spansOf), ...speakers.flatMap((s) => s.roles.map((r) => r.span))];
  for (const { start, end } of all) if (!(start >= 0 && start < end && end <= text.length)) throw new Error(`span ${start}-${end} of ${text.length}`);
  for (const q of quotes) {
    if (q.content.length === 0) throw new Error('a quote without content');
    if ((q.speaker === null) === (q.reason === null)) throw new Error('a speaker or a reason, never both or none');
    if (q.speaker !== null && !speakers[q.speaker]) throw new Error('a speaker that is not listed');
    if (!(q.confidence >= 0 && q.confidence <= 1)) throw new Error('confidence out of bounds');
  }
}

/** A small generator with a fixed seed: the same texts in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => ((state = (state * 1664525 + 1013904223) >>> 0), state / 2 ** 32);
}

describe('whatever the text', () => {
  it.each(['', ' ', '\n\n', '“', '”', '"', "'", ':', 'said', 'said.', '“said', 'According to', 'he said', '\u0000', '\ud83d', '\ufeffHe said it.', 'X:', ', said', '(said)', 'Criticised the plan.', 'Who praised it, said', 'A: said', 'Q: A: x'])('%j gives an answer', (text) => {
    checkBounds(text, extractor.extract(text));
  });

  it('random pieces of language and Unicode never throw and stay in bounds', () => {
    const next = random(7);
    const pieces = ['said', 'He', 'Marta', 'Quill', '“', '”', '"', "''", "'", '‘', '’', '«', '»', '„', ',', '.', ':', ';', '—', '(', ')', '\n', '\n\n', ' ', ' ', ' ', ' that', ' to', ' according', ' and', ' the', ' who', ' told', 'READ MORE', '\ud800', '😀', 'é', '\u202e', '東京', 'ﬁ', '\u0301', 'U.S.', '1,000', '?', '!'];
    for (let round = 0; round < 400; round++) {
      let text = '';
      const length = 1 + Math.floor(next() * 120);
      for (let i = 0; i < length; i++) text += next() < 0.1 ? String.fromCharCode(Math.floor(next() * 65536)) : pieces[Math.floor(next() * pieces.length)] + (next() < 0.5 ? ' ' : '');
      checkBounds(text, extractor.extract(text));
    }
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
    ['brackets and links', '(READ MORE [see '],
  ])('reads a megabyte of %s', (_name, piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    checkBounds(text, extractor.extract(text));
  });
});

it('reads a line that holds a link to read on a hundred thousand times and more', () => {
  const text = `“${'READ MORE '.repeat(150_000)}`;
  checkBounds(text, extractor.extract(text));
});

it('reads one paragraph of nine megabytes', () => {
  const text = 'The council met again and nobody spoke. '.repeat(230_000);
  expect(extractor.extract(text).quotes).toEqual([]);
});
