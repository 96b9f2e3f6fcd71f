import { describe, expect, it } from 'vitest';
import { cutLabel, matchSpans, MAX_LABEL_UNITS } from '../../../src/search/highlight.js';
import { MAX_QUERY_WORDS, parseQuery } from '../../../src/search/query.js';
import { MAX_WORD_UNITS, searchWords, visitWords } from '../../../src/search/words.js';
import { foldedWords } from '../../../src/text/fold.js';

const placed = (text: string): string[] => {
  const found: string[] = [];
  visitWords(text, (_word, start, end) => void found.push(text.slice(start, end)));
  return found;
};

describe('words', () => {
  it.each(['“We’ll see,” he said—twice.', 'Tomás BRANDÃO e\u0301te\u0301', 'Ελληνικά Русский עברית العربية', '한국어 नमस्ते', 'a1 ½ x² İstanbul', '𝒜𝒷 🦭 c', 'Straße ﬁnd Ødegård', 'ΟΔΟΣ ｶﾞ Ｆｕｌｌ', 'Foo™ nº', ''])(
    'are those that the rest of the program folds: %s', (text) => expect(searchWords(text)).toEqual(foldedWords(text)));

  it('keep the place they came from', () => {
    expect(placed('Tomás, e\u0301te\u0301 — 𝒜𝒷!')).toEqual(['Tomás', 'e\u0301te\u0301', '𝒜𝒷']);
  });

  it('are told apart where no space does it, and from what stands beside them', () => {
    expect(placed('来年の灯台ABC再建').join('|')).toMatch(/灯台\|ABC\|再建/u);
    expect(placed('灯台'.repeat(3_000)).join('')).toBe('灯台'.repeat(3_000));
  });

  it('are cut where they are too long', () => {
    expect(searchWords('x'.repeat(10_000))).toEqual(['x'.repeat(MAX_WORD_UNITS)]);
  });

  it('end where the reader has enough', () => expect(searchWords('one two three', 2)).toEqual(['one', 'two']));
});

describe('a query', () => {
  const words = (typed: string) => parseQuery(typed).words.map(({ word, prefix }) => (prefix ? `${word}*` : word));

  it('has a prefix last, unless white space or a phrase ends it', () => {
    expect(words('Swing bri')).toEqual(['swing', 'bri*']);
    expect(words('Swing bri ')).toEqual(['swing', 'bri']);
    expect(words('swing "old bridge"')).toEqual(['swing']);
    expect(words('swing,')).toEqual(['swing*']);
  });

  it('has phrases between any marks that close', () => {
    expect(parseQuery('a "b C" d “e f” g').phrases).toEqual([['b', 'c'], ['e', 'f']]);
    expect(parseQuery('a "b c')).toEqual({ words: [{ word: 'a', prefix: false }, { word: 'b', prefix: false }, { word: 'c', prefix: true }], phrases: [] });
    expect(parseQuery('""')).toEqual({ words: [], phrases: [] });
  });

  it('is read to a bound', () => {
    expect(parseQuery('word '.repeat(500)).words).toHaveLength(MAX_QUERY_WORDS);
    expect(parseQuery('"word" '.repeat(200)).phrases).toHaveLength(MAX_QUERY_WORDS);
  });
});

describe('labels', () => {
  const spansOf = (text: string, ...wanted: string[]) => matchSpans(text, { matches: (w) => wanted.includes(w), phrases: [] });

  it('are whole where they fit', () => {
    expect(cutLabel('text', 'a bridge', spansOf('a bridge', 'bridge'), 40)).toEqual({ field: 'text', text: 'a bridge', start: 40, spans: [{ start: 2, end: 8 }] });
  });

  it('hold the most different matches', () => {
    const filler = 'lorem '.repeat(100);
    const text = `${filler}bridge bridge bridge ${filler}the bridge and the ferry ${filler}`;
    const label = cutLabel('body', text, spansOf(text, 'bridge', 'ferry'), 1_000);
    expect(label.spans.map((s) => label.text.slice(s.start, s.end))).toEqual(['bridge', 'ferry']);
    expect(text.slice(label.start! - 1_000, label.start! - 1_000 + label.text.length)).toBe(label.text);
    expect(label.text).toMatch(/^lorem .*lorem$/u);
  });

  it('are short, split no character and keep their spans inside, whatever the text', () => {
    for (const text of ['🦭'.repeat(400), `x${'🦭'.repeat(400)}`, 'y'.repeat(900), `${'🦭'.repeat(100)} seal ${'🦭'.repeat(300)}`, ' '.repeat(700), `${'z'.repeat(290)} seal ${'z'.repeat(290)}`]) {
      const label = cutLabel('text', text, spansOf(text, 'seal', 'y'.repeat(64)), 0);
      expect(label.text.length).toBeLessThanOrEqual(MAX_LABEL_UNITS);
      expect(label.text).toBe(text.slice(label.start!, label.start! + label.text.length));
      expect(label.text.isWellFormed?.() ?? true).toBe(true);
      for (const span of label.spans) expect([span.start >= 0, span.end <= label.text.length, span.end > span.start]).toEqual([true, true, true]);
      if (text.includes('seal')) expect(label.spans.map((s) => label.text.slice(s.start, s.end))).toEqual(['seal']);
    }
  });

  it('mark the whole of a word whose folded form is longer or shorter', () => {
    const text = 'In der Straße ﬁnden sich Ødegård und Łódź.';
    const marked = (...wanted: string[]): string[] => spansOf(text, ...wanted).map(({ start, end }) => text.slice(start, end));
    expect(marked('strasse', 'finden', 'odegard', 'lodz')).toEqual(['Straße', 'ﬁnden', 'Ødegård', 'Łódź']);
    expect(cutLabel('text', text, spansOf(text, 'lodz')).spans).toEqual([{ start: 37, end: 41 }]);
  });

  it('mark a phrase as one', () => {
    const text = 'The swing bridge; a bridge, a swing.';
    expect(matchSpans(text, { matches: () => false, phrases: [['swing', 'bridge']] })).toEqual([{ start: 4, end: 16 }]);
  });
});
