import { describe, expect, it } from 'vitest';
import type { HighlightText, SearchIndex, SearchKey } from '../../src/domain/search-index.js';
import { request } from './search-index.js';
import type { ContractOptions } from './search-index.js';
import { ARTICLES, DOCUMENTS, SPEAKERS } from './search-index.documents.js';

const MAX_LABEL_UNITS = 300;

export function highlightTests(index: () => SearchIndex, known: Required<ContractOptions>): void {
  const highlights = async (query: string, key: SearchKey): Promise<readonly HighlightText[]> => {
    const { hits } = await index().search(request(query, { types: [key.type], limit: 50 }));
    const hit = hits.find((h) => h.id === key.id);
    expect(hit, `${key.type} ${key.id} for ${query}`).toBeDefined();
    hit!.highlights.forEach(expectLabel);
    return hit!.highlights;
  };
  const marked = (label: HighlightText): string[] => label.spans.map((s) => label.text.slice(s.start, s.end));

  describe('highlights', () => {
    it('mark the words that match', async () => {
      const label = (await highlights('swing bridge ', { type: 'QUOTE', id: 1 })).find((h) => h.field === 'text')!;
      expect(label.text).toBe('“The swing bridge will close in April,”');
      expect(marked(label).join(' ')).toBe('swing bridge');
    });

    it('mark accented words and misspelt ones whole', async () => {
      expect(marked((await highlights('brandao ', { type: 'SPEAKER', id: 2 })).find((h) => h.field === 'name')!)).toEqual(['Brandão']);
      expect(marked((await highlights('lantren ', { type: 'QUOTE', id: 5 })).find((h) => h.field === 'text')!)).toEqual(['lantern']);
    });

    it('leave the text as it is', async () => {
      const title = (await highlights('storm tide ', { type: 'ARTICLE', id: 3 })).find((h) => h.field === 'title')!;
      expect(title).toMatchObject({ text: 'A night of <storm> & tide', start: null });
      expect(marked(title)).toEqual(['storm', 'tide']);
    });

    it('cut a body around the match, and say where the piece begins', async () => {
      const body = ARTICLES.find((a) => a.id === 3)!.body;
      const label = (await highlights('lantern observatory ', { type: 'ARTICLE', id: 3 })).find((h) => h.field === 'body')!;
      expect(marked(label)).toEqual(expect.arrayContaining(['lantern', 'observatory']));
      expect(label.start).not.toBeNull();
      expect(body.slice(label.start!, label.start! + label.text.length)).toBe(label.text);
      expect(label.text).toContain('5 < 6 crowns & a new lantern');
    });

    it("give a quote's place in the body where it is in one part", async () => {
      const body = ARTICLES.find((a) => a.id === 3)!.body;
      const label = (await highlights('lantern ', { type: 'QUOTE', id: 5 })).find((h) => h.field === 'text')!;
      expect(body.slice(label.start!, label.start! + label.text.length)).toBe(label.text);
      expect((await highlights('timetable ', { type: 'QUOTE', id: 2 })).find((h) => h.field === 'text')).toBeDefined();
    });
  });

  describe('suggest', () => {
    it('a blank prefix has none', async () => {
      expect(await index().suggest('', 5)).toEqual([]);
      expect(await index().suggest(' \n ', 5)).toEqual([]);
    });

    it('finds each type by what its label says, and marks it', async () => {
      const hits = await index().suggest('marw', 5);
      const speaker = hits.find((h) => h.type === 'SPEAKER')!;
      expect(speaker).toMatchObject({ id: 1, label: { text: 'Ilse Marwick', start: null } });
      expect(marked(speaker.label)).toHaveLength(1);
      expect((await index().suggest('old swing bri', 5)).find((h) => h.type === 'ARTICLE')).toMatchObject({ id: 1, label: { text: 'Old swing bridge to close for repairs' } });
      expect((await index().suggest('timetab', 5)).filter((h) => h.type === 'QUOTE').map((h) => h.id)).toEqual([2]);
      expect((await index().suggest('timetab', 5)).filter((h) => h.type === 'STATEMENT').map((h) => h.id)).toEqual([2]);
    });

    it('at most as many of each type as asked for', async () => {
      const hits = await index().suggest('ledger', 3);
      expect(hits.filter((h) => h.type === 'QUOTE')).toHaveLength(3);
      expect(hits.filter((h) => h.type === 'STATEMENT')).toHaveLength(3);
    });

    it('labels are always there, plain and short', async () => {
      const hits = [...await index().suggest('b', 10), ...await index().suggest('an', 10), ...await index().suggest('leafl', 10)];
      expect(hits.length).toBeGreaterThan(0);
      for (const { label, type, id } of hits) {
        expectLabel(label);
        expect(label.text, `${type} ${id}`).not.toBe('');
      }
    });

    it('an article without a title is labelled by its first words', async () => {
      const article = (await index().suggest('undated leaflet', 5)).find((h) => h.type === 'ARTICLE')!;
      expect(article.id).toBe(4);
      expect(article.label.text.startsWith('An undated leaflet')).toBe(true);
    });

    it.runIf(known.typoInPrefix)('forgives a typo', async () => {
      expect((await index().suggest('dockwrokers', 5)).filter((h) => h.type === 'SPEAKER').map((h) => h.id)).toEqual([3]);
      expect((await index().suggest('compemsat', 5)).filter((h) => h.type === 'QUOTE').map((h) => h.id)).toEqual([5]);
    });

    it('finds every speaker by the name', async () => {
      for (const { id, name } of SPEAKERS) {
        expect((await index().suggest(name, 5)).find((h) => h.type === 'SPEAKER'), name).toMatchObject({ id, label: { text: name } });
      }
    });
  });
}

function expectLabel(label: HighlightText): void {
  expect(label.text.length).toBeLessThanOrEqual(MAX_LABEL_UNITS);
  let last = 0;
  for (const { start, end } of label.spans) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(label.text.length);
    last = end;
  }
  if (label.start !== null) expect(DOCUMENTS.some((d) => d.type === 'ARTICLE' && d.body.startsWith(label.text, label.start!))).toBe(true);
}
