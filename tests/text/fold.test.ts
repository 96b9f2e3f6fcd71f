import { describe, expect, it } from 'vitest';
import { fold, foldedWords, withoutAccents } from '../../src/text/fold.js';

describe('folding', () => {
  it.each([
    ['Straße STRASSE', 'strasse strasse'], ['ẞ', 'ss'], ['ﬁnal oﬃce', 'final office'], ['Ødegård', 'odegard'], ['Æthelred Œuvre', 'aethelred oeuvre'], ['Łódź', 'lodz'],
    ['Đoković', 'dokovic'], ['Iğdır İstanbul', 'igdir istanbul'], ['Þór Guðrún', 'thor gudrun'], ['Ｆｕｌｌ ９', 'full 9'], ['𝒜𝒷', 'ab'], ['ſaid', 'said'],
    ['ΟΔΟΣ οδός', 'οδοσ οδοσ'], ['e\u0301te\u0301', 'ete'], ['Nguyễn', 'nguyen'], ['naïve 東京', 'naive 東京'],
  ])('%s is %s', (text, folded) => expect(fold(text)).toBe(folded));

  it('changes no sign into letters, and no word into several', () => {
    expect(fold('Foo™ 1½ km² …')).toBe('foo™ 1½ km² …');
    expect(foldedWords('Foo™, \ufdfa')).toEqual(['foo', '\ufdfa']);
  });

  it('is done after the first time', () => {
    for (let code = 0x80; code < 0x1_f000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const once = fold(String.fromCodePoint(code));
      if (fold(once) !== once) throw new Error(`U+${code.toString(16)}: ${once} becomes ${fold(once)}`);
    }
  });

  it('leaves the letters alone where only accents are to go', () => expect(withoutAccents('Straße, Ødegård')).toBe('straße, ødegard'));
});
