import { describe, expect, it } from 'vitest';
import { conditionsOf, listsTell, ownFilter } from '../../../src/search/meilisearch/conditions.js';
import { storedDocument } from '../../../src/search/meilisearch/documents.js';
import { highlightsOf, labelOf, matchSpans } from '../../../src/search/meilisearch/labels.js';
import { serverQuery } from '../../../src/search/meilisearch/query-text.js';
import { smallStory } from '../../contract/search-index.documents.js';

const [article, quote, speaker, statement] = smallStory(7, 'lighthouse', '2030-03-01T00:00:00.000Z');

describe('what the server is asked', () => {
  it.each([
    ['swing bri', 'swing bri'], ['swing bridge ', 'swing bridge '], ['', ''], [' \n', ''], ['"', ''], ['-bridge', 'bridge'],
    ['"swing bridge" shut', '"swing bridge" shut'], ['shut “swing bridge”', '"swing bridge" shut '], ['"swing bri', 'swing bri'],
    ['swing\u0000bridge', 'swing bridge'], ['well-being', 'well being'], ['CAFÉ ', 'cafe '], ['Straße ', 'straße '], ['\ud800', ''],
  ])('%j becomes %j', (typed, q) => expect(serverQuery(typed).q).toBe(q));

  it('holds no more words than the server reads, and then no prefix', () => {
    expect(serverQuery('a b c d e f g h i j k l').q).toBe('a b c d e f g h i j ');
    expect(serverQuery('a b c d e f g h i j').q).toBe('a b c d e f g h i j');
    expect(serverQuery('"a b c d e f g h" i j k').q).toBe('"a b c d e f g h" i j ');
  });
});

describe('what the server stores', () => {
  it('the date as a number, the texts as they are', () => {
    expect(storedDocument(quote)).toMatchObject({ id: 7, date: Date.UTC(2030, 2, 1), text: '“A lighthouse is a fine thing,”', articleId: 7 });
    expect(storedDocument({ ...quote, date: null })).toMatchObject({ date: null });
    expect(storedDocument(quote)).not.toHaveProperty('type');
  });

  it('lone surrogates as marks of the same length', () => {
    if (article.type !== 'ARTICLE') throw new Error('the story has changed');
    expect(storedDocument({ ...article, body: 'a\ud800b' }).body).toBe('a\ufffdb');
    expect(storedDocument({ ...speaker, aliases: ['\udc00'] } as typeof speaker).aliases).toEqual(['\ufffd']);
  });

  it('the first words of an article that has no title, and of no other', () => {
    expect(storedDocument(article)).not.toHaveProperty('opening');
    expect(storedDocument({ ...article, title: null } as typeof article).opening).toBe('“A lighthouse is a fine thing,” said Person 7.');
  });

  it('the head of a word that the server would leave out', () => {
    expect(storedDocument({ ...statement, text: `on ${'x'.repeat(300)} off` } as typeof statement).longWords).toEqual(['x'.repeat(80)]);
    expect(storedDocument(statement)).not.toHaveProperty('longWords');
  });
});

describe('filters', () => {
  const both = { speakers: [1], kinds: ['DIRECT' as const] };

  it('are none where nothing is filtered', () => {
    expect(conditionsOf({})).toEqual([]);
    expect(conditionsOf({ speakers: [], kinds: null, published: { from: null } })).toEqual([]);
    expect(ownFilter('ARTICLE', [])).toBeNull();
  });

  it('of one condition are read from lists, of two that vary are not', () => {
    for (const type of ['ARTICLE', 'STATEMENT', 'SPEAKER', 'QUOTE'] as const) expect(listsTell(type, conditionsOf({ kinds: ['DIRECT'] }))).toBe(true);
    expect(listsTell('QUOTE', conditionsOf(both))).toBe(true);
    expect(listsTell('ARTICLE', conditionsOf(both))).toBe(false);
    expect(listsTell('STATEMENT', conditionsOf(both))).toBe(false);
    expect(listsTell('SPEAKER', conditionsOf(both))).toBe(true); // all quotes under a speaker are the speaker's
    expect(listsTell('ARTICLE', conditionsOf({ sources: [1], published: { from: '2030-01-01' }, kinds: ['DIRECT'] }))).toBe(true); // one source, one date
  });

  it('by date are not read from the latest date of many', () => {
    const range = conditionsOf({ published: { to: '2030-01-01T00:00:00.000Z' } });
    expect(listsTell('SPEAKER', range)).toBe(false);
    expect(ownFilter('SPEAKER', range)).not.toContain('date');
    expect(ownFilter('ARTICLE', range)).toContain(`date < ${Date.UTC(2030, 0, 1)}`);
  });
});

describe('labels', () => {
  it('turn bytes into UTF-16 units and reach to the end of the word', () => {
    const text = 'Für 🦭 zählte niemand die Zählung';
    const bytes = (part: string): number => Buffer.byteLength(text.slice(0, text.indexOf(part)));
    const spans = matchSpans(text, [{ start: bytes('Zählung'), length: 4 }, { start: bytes('zählte'), length: 4 }]);
    expect(spans.map((s) => text.slice(s.start, s.end))).toEqual(['zählte', 'Zählung']);
  });

  it('never fail on positions that do not fit', () => {
    expect(matchSpans('ab', [{ start: 1, length: 99 }])).toEqual([{ start: 1, end: 2 }]);
    expect(matchSpans('ab', [{ start: 50, length: 2 }])).toEqual([]);
  });

  it('show the element of a list that matched', () => {
    const found = { id: 1, name: 'Ilse Marwick', aliases: ['Ilse', 'Mrs Marwick'], _matchesPosition: { aliases: [{ start: 0, length: 3, indices: [1] }] } };
    expect(highlightsOf('SPEAKER', found)).toEqual([{ field: 'aliases', text: 'Mrs Marwick', start: null, spans: [{ start: 0, end: 3 }] }]);
  });

  it('say where a quote stands in the body', () => {
    const found = { id: 1, text: 'x'.repeat(350) + ' lantern', bodyStart: 40, _matchesPosition: { text: [{ start: 351, length: 7 }] } };
    const [label] = highlightsOf('QUOTE', found);
    expect(label.text.length).toBeLessThanOrEqual(300);
    expect(label.start! - 40 + label.spans[0].start).toBe(351);
    expect(highlightsOf('QUOTE', { ...found, bodyStart: null })[0].start).toBeNull();
  });

  it('of suggestions pass over fields that are empty', () => {
    expect(labelOf('ARTICLE', { id: 1, title: ' ', opening: 'First words' })).toEqual({ field: 'opening', text: 'First words', start: null, spans: [] });
    expect(labelOf('ARTICLE', { id: 1, title: null })).toBeNull();
  });
});
