import { describe, expect, it } from 'vitest';
import type { SearchIndex } from '../../src/domain/search-index.js';
import type { SearchOrder } from '../../src/domain/filters.js';
import { ALL_TYPES, everyHit, idsOf, keyOf, keysOf, READ_POSITION, request } from './search-index.js';
import type { ContractOptions } from './search-index.js';
import { DOCUMENTS } from './search-index.documents.js';

const ODD_QUERIES: readonly [what: string, query: string][] = [
  ['a lone quotation mark', '"'], ['two of them', '""'], ['three of them', '"""'], ['an unclosed phrase', '"swing bri'],
  ['only punctuation', '?!... -- ()'], ['an emoji', '🦭'], ['10,000 letters', 'q'.repeat(10_000)], ['10,000 characters', 'ferry '.repeat(1_667)],
  ['NUL', 'swing\u0000bridge'], ['lone surrogates', '\ud83c swing \udc00'], ['query operators', 'AND OR NOT'], ['NEAR', 'NEAR(swing bridge, 2)'],
  ['a star', '*'], ['a column', 'main: bridge'], ['a caret', '^bridge'], ['a minus', '-bridge'], ['SQL', "'; DROP TABLE doc; --"], ['a backslash', '\\'],
  ['right to left marks', '\u202eegdirb'], ['a combining accent alone', '\u0301'], ['a filter', 'kind = "DIRECT"'],
];

export function queryTests(index: () => SearchIndex, known: Required<ContractOptions>): void {
  const find = async (query: string, rest: Parameters<typeof request>[1] = {}) => keysOf((await index().search(request(query, rest))).hits);

  describe('queries', () => {
    it('stands at the position it was built for', async () => {
      expect(await index().position()).toBe(READ_POSITION);
    });

    it('a blank one finds everything, newest first', async () => {
      for (const query of ['', '  \n\t']) {
        const hits = await everyHit(index(), request(query, { limit: 30 }));
        expect(keysOf(hits).sort()).toEqual(DOCUMENTS.map(keyOf).sort());
        expectDateOrder(hits.map(dateOf), 'NEWEST');
      }
    });

    it('the last word is a prefix', async () => {
      expect(await find('swing bri')).toContain('QUOTE 1');
      expect(await find('compens')).toContain('QUOTE 5');
    });

    it('unless white space follows it', async () => {
      expect(await find('lanter', { types: ['QUOTE'] })).toContain('QUOTE 5');
      // "cre" is a prefix of "crews" and too short for a typo.
      expect(await find('cre', { types: ['QUOTE'] })).toContain('QUOTE 4');
      expect(await find('cre ', { types: ['QUOTE'] })).not.toContain('QUOTE 4');
    });

    it('a word before the last is no prefix', async () => {
      expect(await find('cre sail', { types: ['QUOTE'] })).not.toEqual(['QUOTE 4']);
    });

    it('case and accents do not matter, in either', async () => {
      expect(await find('BRANDAO ')).toContain('SPEAKER 2');
      expect(await find('brandão ')).toContain('SPEAKER 2');
      expect(await find('branda\u0303o ')).toContain('SPEAKER 2');
      expect(await find('cafe naive uber ', { types: ['QUOTE'] })).toEqual(['QUOTE 8']);
      expect(await find('Mârwïck ')).toContain('SPEAKER 1');
    });

    it('forgives one typo from five letters on', async () => {
      for (const typed of ['brdige ', 'bridgge ', 'brisge ', 'brige ']) expect(await find(typed, { types: ['QUOTE'] })).toContain('QUOTE 1');
      expect(await find('kepe ', { types: ['QUOTE'] })).not.toContain('QUOTE 6'); // four letters
    });

    it('forgives two typos from nine letters on', async () => {
      expect(await find('timetalbel ', { types: ['QUOTE'] })).toContain('QUOTE 2');
      expect(await find('compemsatoin ', { types: ['QUOTE'] })).toContain('QUOTE 5');
      expect(await find('lamterm ', { types: ['QUOTE'] })).not.toContain('QUOTE 5'); // two in seven letters
    });

    it.runIf(known.typoInPrefix)('forgives a typo in a word that is still being typed', async () => {
      expect(await find('compemsat', { types: ['QUOTE'] })).toContain('QUOTE 5');
    });

    it('a part in quotation marks is a phrase', async () => {
      expect(await find('"swing bridge"', { types: ['QUOTE'] })).toEqual(['QUOTE 1']);
      expect(await find('"bridge swing"', { types: ['QUOTE'] })).toEqual([]);
      expect(await find('"the crews" sail', { types: ['QUOTE'] })).toEqual(['QUOTE 4']);
    });

    it('drops words only where nothing has them all', async () => {
      expect(await find('sail bridge ', { types: ['QUOTE'] })).toEqual(['QUOTE 3']);
      expect((await index().search(request('lantern xyzzyplugh ', { types: ['QUOTE'] }))).hits.map(keyOf)).toContain('QUOTE 5');
    });

    it.runIf(known.segmentsCjk)('finds words of a language without spaces', async () => {
      expect(await find('灯台', { types: ['QUOTE'] })).toEqual(['QUOTE 7']);
    });

    it.each(ODD_QUERIES)('%s is no error', async (_what, query) => {
      const result = await index().search(request(query, { facets: ['TYPE', 'SPEAKER'] }));
      expect(result.hits.length).toBeLessThanOrEqual(20);
      expect(Array.isArray(await index().suggest(query, 3))).toBe(true);
    });

    it('finds a speaker by name near the top, an article by its title', async () => {
      expect((await find('marwick')).indexOf('SPEAKER 1')).toBeLessThan(3);
      expect((await find('marwick')).indexOf('SPEAKER 1')).toBeGreaterThanOrEqual(0);
      expect((await find('old swing bridge', { types: ['ARTICLE'] }))[0]).toBe('ARTICLE 1');
    });

    it('finds a statement by any of its wordings', async () => {
      expect(await find('sail when the bridge is shut', { types: ['STATEMENT'] })).toEqual(['STATEMENT 1']);
    });

    it('ranks words that stand together first, and an exact word before a longer one', async () => {
      expect((await find('ledger page 4', { types: ['QUOTE'] }))[0]).toBe('QUOTE 104');
    });
  });

  describe('scores, totals and pages', () => {
    it('scores lie in 0..1 and never rise', async () => {
      const hits = await everyHit(index(), request('the bridge sail'));
      expect(hits.length).toBeGreaterThan(0);
      hits.forEach((hit, i) => {
        expect(hit.score).toBeGreaterThanOrEqual(0);
        expect(hit.score).toBeLessThanOrEqual(i === 0 ? 1 : hits[i - 1].score);
      });
    });

    it('counts all matches', async () => {
      const result = await index().search(request('ledger ', { types: ['QUOTE'], limit: 5 }));
      expect(result).toMatchObject({ total: 57, totalIsExact: true, hasMore: true });
      expect(result.hits).toHaveLength(5);
      expect(await index().search(request('', { limit: 1 }))).toMatchObject({ total: DOCUMENTS.length, totalIsExact: true, hasMore: true });
    });

    it('hasMore is false on the last page, and past it', async () => {
      const asked = request('ledger ', { types: ['QUOTE'] });
      expect(await index().search({ ...asked, offset: 47, limit: 10 })).toMatchObject({ hasMore: false });
      expect(await index().search({ ...asked, offset: 46, limit: 10 })).toMatchObject({ hasMore: true });
      expect(await index().search({ ...asked, offset: 57, limit: 10 })).toMatchObject({ hasMore: false, hits: [] });
      expect(await index().search({ ...asked, offset: 0, limit: 0 })).toMatchObject({ hasMore: true, hits: [], total: 57 });
    });

    it.each<SearchOrder>(['RELEVANCE', 'NEWEST', 'OLDEST'])('pages without a gap or a duplicate by %s', async (order) => {
      for (const query of ['ledger ', '']) {
        const whole = keysOf((await index().search(request(query, { types: ['QUOTE'], order, limit: 100 }))).hits);
        const paged = keysOf(await everyHit(index(), request(query, { types: ['QUOTE'], order, limit: 10 })));
        expect(new Set(paged).size).toBe(paged.length);
        expect(paged).toEqual(whole);
        expect(whole).toHaveLength(query === '' ? 65 : 57);
      }
    });

    it.each<'NEWEST' | 'OLDEST'>(['NEWEST', 'OLDEST'])('%s goes by date, the undated last', async (order) => {
      for (const query of ['ledger ', '']) {
        const dates = (await everyHit(index(), request(query, { types: ALL_TYPES, order, limit: 50 }))).map(dateOf);
        expect(dates).toContain(null);
        expectDateOrder(dates, order);
      }
    });

    it.each<'NEWEST' | 'OLDEST'>(['NEWEST', 'OLDEST'])('%s puts those of one date by id, ascending', async (order) => {
      for (const query of ['ledger ', '']) {
        const hits = await everyHit(index(), request(query, { types: ['QUOTE'], order, limit: 50 }));
        const sameDate = hits.slice(1).flatMap((hit, i) => (dateOf(hit) === dateOf(hits[i]) ? [[hits[i].id, hit.id]] : []));
        expect(sameDate.length).toBeGreaterThan(0);
        for (const [first, second] of sameDate) expect(second).toBeGreaterThan(first);
      }
    });

    it('only the types asked for', async () => {
      const result = await index().search(request('bridge ', { types: ['ARTICLE', 'STATEMENT'] }));
      expect(new Set(result.hits.map((h) => h.type))).toEqual(new Set(['ARTICLE', 'STATEMENT']));
      expect(idsOf(await index().search(request('swing ', { types: ['STATEMENT'] })))).toEqual([1]);
    });
  });
}

const dateOf = (hit: { type: string; id: number }): string | null => DOCUMENTS.find((d) => d.type === hit.type && d.id === hit.id)!.date;

function expectDateOrder(dates: readonly (string | null)[], order: 'NEWEST' | 'OLDEST'): void {
  const dated = dates.filter((d) => d !== null);
  const sorted = [...dated].sort();
  expect(dates).toEqual([...(order === 'NEWEST' ? sorted.reverse() : sorted), ...dates.filter((d) => d === null)]);
}
