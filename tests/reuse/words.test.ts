import { expect, it } from 'vitest';
import { countedWords } from '../../src/reuse/words.js';
import type { Span } from '../../src/text/spans.js';

const wordsOf = (body: string, excluded: readonly Span[] = []): string[] => {
  const { starts, ends } = countedWords({ body, excluded });
  return Array.from(starts, (start, i) => body.slice(start, ends[i]));
};
const foldedOf = (body: string): string[] => countedWords({ body, excluded: [] }).forms.map(({ folded }) => folded);

it('takes letters, marks and figures for words, with letters behind apostrophes', () => {
  expect(wordsOf("It’s 9 o'clock's end: 5th, it's2 rock'n'roll, cafe\u0301 \u{1d400}b—c_d 'quoted' l'")).toEqual(
    ['It’s', '9', "o'clock's", 'end', '5th', "it's", '2', "rock'n'roll", 'cafe\u0301', '\u{1d400}b', 'c', 'd', 'quoted', 'l']);
});

it('folds them, without possessives and apostrophes', () => {
  expect(foldedOf("Ødegård’s CAFÉ doesn't open")).toEqual(['odegard', 'cafe', 'doesnt', 'open']);
});

it('bears half characters and words that nobody wrote', () => {
  expect(wordsOf('a \ud83d b\udc00')).toEqual(['a', 'b']);
  expect(countedWords({ body: 'x'.repeat(20_000), excluded: [] }).length).toBeGreaterThan(1);
});

it('counts lines, and stretches between what is excluded, which takes whole words with it', () => {
  const words = countedWords({ body: 'one two\n\nthree four five', excluded: [{ start: 10, end: 12 }] });
  expect(words.forms.map(({ folded }, i) => [folded, words.paragraphs[i], words.stretches[i]])).toEqual([['one', 0, 0], ['two', 0, 0], ['four', 2, 1], ['five', 2, 1]]);
});

it('tells words apart that have one place among those kept', () => {
  const many = Array.from({ length: 70_000 }, (_, i) => `w${i.toString(36)}`);
  const text = many.join(' ');
  expect(foldedOf(text)).toEqual(many);
  const hashes = new Map<string, number>();
  for (const form of countedWords({ body: `${text} ${text}`, excluded: [] }).forms) {
    expect(hashes.get(form.folded) ?? form.hash).toBe(form.hash);
    hashes.set(form.folded, form.hash);
  }
});
