import { describe, expect, it } from 'vitest';
import { quantitiesOf } from '../../src/text/numbers.js';
import { wordFormsOf, wordsOf } from '../../src/text/stem.js';

const TEXTS = [
  "The U.S.A.'s envoy didn’t pay $2,500.75 for O'Neill’s 3rd boat – “not a cent,” he’d said.",
  'A. B. Orr of the U.N. met J.R.R. at 10.30; a1b2’c3 … rock-’n’-roll',
  'The United States and the US; the European Union (E.U.) asked Russia’s Russians.',
];

describe('the words of a text', () => {
  it('are the same whether all its letters are plain or one is not', () => {
    for (const text of TEXTS) {
      const plain = wordsOf(text);
      expect(wordsOf(`${text} Łódź`).slice(0, plain.length)).toEqual(plain);
      expect(plain.length).toBeGreaterThan(8);
    }
  });

  it('have the same forms without their places, as many as are asked for', () => {
    for (const text of [...TEXTS, 'Ødegård’s ﬁne boat', '']) {
      const forms = wordsOf(text).map(({ written, folded, stem, nameRoot }) => ({ written, folded, stem, nameRoot }));
      expect(wordFormsOf(text, Infinity)).toEqual(forms);
      expect(wordFormsOf(text, 3)).toEqual(forms.slice(0, 3));
    }
  });
});

it('finds numbers in figures of any shape and in words of any case, and none within words', () => {
  const found = (text: string): number[] => quantitiesOf(text).map(({ value }) => value);
  expect(found('Often the tenant has money and weighty reasons.')).toEqual([]);
  expect(found('TWO boats')).toEqual([2]);
  expect(found('３ boats, and “twenty-five” nets')).toEqual([3, 25]);
  expect(found('he paid £40')).toEqual([40]);
  expect(found('a_two')).toEqual([2]);
});
