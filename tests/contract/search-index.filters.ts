import { describe, expect, it } from 'vitest';
import type { FacetName, SearchFilter, SearchType } from '../../src/domain/filters.js';
import type { SearchIndex, SearchRequest } from '../../src/domain/search-index.js';
import { ALL_TYPES, idsPassing, request } from './search-index.js';
import type { ContractOptions } from './search-index.js';
import { day, DOCUMENTS, passing } from './search-index.documents.js';

const FILTERS: readonly SearchFilter[] = [
  { speakers: [1] }, { sources: [2] }, { kinds: ['INDIRECT', 'MIXED'] }, { manners: ['ATTITUDE'] }, { speakers: [1], kinds: ['INDIRECT'] },
  { speakers: [2], sources: [1] }, { speakers: [2], sources: [1], kinds: ['DIRECT'] }, { sources: [1], kinds: ['DIRECT'], manners: ['SPEECH'] },
  { speakers: [1, 2], published: { from: day(5) } }, { speakers: [4], published: { to: day(20) } }, { published: { from: day(1), to: day(5) } },
  { published: { from: day(5), to: day(5) } }, { sources: [1], published: { from: day(2) } }, { speakers: [3] }, { speakers: [999] },
  { speakers: [], sources: null, kinds: [], manners: null, published: { from: null, to: null } },
];

export function filterTests(index: () => SearchIndex, known: Required<ContractOptions>): void {
  describe('filters', () => {
    it.each(FILTERS.map((f) => [JSON.stringify(f), f] as const))('%s', async (_text, filter) => {
      const filters = !Object.values(filter).every((v) => v === null || (Array.isArray(v) ? v.length === 0 : !Object.values(v).some(Boolean)));
      for (const type of ALL_TYPES) {
        const all = DOCUMENTS.filter((d) => d.type === type).map((d) => d.id).sort((a, b) => a - b);
        expect(await idsPassing(index(), type, filter), type).toEqual(filters ? passing(type, filter) : all);
      }
    });

    it('two quotes of one record that meet half each do not pass', async () => {
      // Article 1 quotes Marwick, and has an indirect quote, by someone else.
      expect(await idsPassing(index(), 'ARTICLE', { speakers: [1], kinds: ['INDIRECT'] })).toEqual([2]);
      // Brandão is quoted by the Post, and directly, elsewhere.
      expect(await idsPassing(index(), 'SPEAKER', { sources: [1], kinds: ['DIRECT'] })).toEqual([1, 4]);
      // Statement 1 is told by Marwick, and in the Courier, by another.
      expect(await idsPassing(index(), 'STATEMENT', { speakers: [1], sources: [2] })).toEqual([3]);
      // Brandão was quoted by the Post, and after the second of March, by another.
      expect(await idsPassing(index(), 'SPEAKER', { sources: [1], published: { from: day(2) } })).toEqual([1, 4]);
    });

    it('undated quotes pass no range', async () => {
      expect(await idsPassing(index(), 'QUOTE', { published: { from: '1000-01-01T00:00:00.000Z' } })).not.toContain(6);
      expect(await idsPassing(index(), 'QUOTE', { published: { to: '9000-01-01T00:00:00.000Z' } })).not.toContain(6);
    });

    it('narrow a query and its total', async () => {
      const result = await index().search(request('ledger ', { types: ['QUOTE'], filter: { sources: [1] }, limit: 3 }));
      expect(result.total).toBe(passing('QUOTE', { sources: [1], manners: ['WRITING'] }).filter((id) => id > 100).length);
      expect(result.totalIsExact).toBe(true);
    });
  });

  describe('facets', () => {
    const counts = async (name: FacetName, rest: Partial<SearchRequest>, query = ''): Promise<Record<string, number>> => {
      const { facets } = await index().search(request(query, { facets: [name], limit: 1, ...rest }));
      expect(facets.map((f) => f.name)).toEqual([name]);
      expectFacetOrder(facets[0].values);
      return Object.fromEntries(facets[0].values.map((v) => [v.value, v.count]));
    };

    it('come in the order asked, and none unasked', async () => {
      const names: FacetName[] = ['MANNER', 'TYPE', 'SOURCE', 'KIND', 'SPEAKER'];
      expect((await index().search(request('bridge', { facets: names }))).facets.map((f) => f.name)).toEqual(names);
      expect((await index().search(request('bridge'))).facets).toEqual([]);
    });

    it('count records, once each', async () => {
      expect(await counts('TYPE', {})).toEqual({ QUOTE: 65, STATEMENT: 64, ARTICLE: 5, SPEAKER: 4 });
      expect(await counts('KIND', { types: ['ARTICLE'] })).toEqual({ DIRECT: 5, INDIRECT: 2, MIXED: 1 });
      expect(await counts('SOURCE', { types: ['SPEAKER'] })).toEqual({ 1: 3, 2: 3 });
      expect(await counts('SPEAKER', { types: ['QUOTE'] })).toEqual({ 1: 3, 2: 2, 3: 1, 4: 58 });
    });

    it('count what matches the query', async () => {
      expect(await counts('SPEAKER', { types: ['QUOTE'] }, 'bridge ')).toEqual({ 1: 1, 2: 1 });
      expect(await counts('MANNER', { types: ['QUOTE'] }, 'ledger ')).toEqual({ WRITING: 57 });
    });

    it("leave out the facet's own filter and keep the others", async () => {
      expect(await counts('SPEAKER', { types: ['QUOTE'], filter: { speakers: [2] } })).toEqual({ 1: 3, 2: 2, 3: 1, 4: 58 });
      expect(await counts('SPEAKER', { types: ['QUOTE'], filter: { speakers: [2], kinds: ['INDIRECT'] } })).toEqual({ 1: 1, 2: 1 });
      expect(await counts('KIND', { types: ['QUOTE'], filter: { speakers: [1], kinds: ['MIXED'] } })).toEqual({ DIRECT: 1, INDIRECT: 1, MIXED: 1 });
    });

    it("the types asked for are TYPE's own filter", async () => {
      expect(await counts('TYPE', { types: ['ARTICLE'] }, 'swing ')).toMatchObject({ ARTICLE: 1, QUOTE: 1, STATEMENT: 1 });
    });

    it('hold what is selected, found or not', async () => {
      expect(await counts('SPEAKER', { types: ['QUOTE'], filter: { speakers: [3] } }, 'bridge ')).toEqual({ 1: 1, 2: 1, 3: 0 });
      expect(await counts('MANNER', { types: ['QUOTE'], filter: { manners: ['ATTITUDE'] } }, 'swing ')).toEqual({ SPEECH: 1, ATTITUDE: 0 });
      expect(await counts('SOURCE', { filter: { sources: [777] } }, 'swing ')).toMatchObject({ 777: 0 });
    });

    it.runIf(known.exactJointFacets)('a value counts what choosing it would find', async () => {
      for (const type of ALL_TYPES as SearchType[]) {
        for (const filter of FILTERS.slice(0, 13)) {
          const bySpeaker = await counts('SPEAKER', { types: [type], filter });
          for (const [speaker, count] of Object.entries(bySpeaker)) {
            expect([type, filter, speaker, count]).toEqual([type, filter, speaker, passing(type, { ...filter, speakers: [Number(speaker)] }).length]);
          }
          const byKind = await counts('KIND', { types: [type], filter });
          for (const kind of ['DIRECT', 'INDIRECT', 'MIXED'] as const) {
            expect([type, filter, kind, byKind[kind] ?? 0]).toEqual([type, filter, kind, passing(type, { ...filter, kinds: [kind] }).length]);
          }
        }
      }
    });
  });
}

function expectFacetOrder(values: readonly { value: string; count: number }[]): void {
  for (let i = 1; i < values.length; i++) expect(values[i].count).toBeLessThanOrEqual(values[i - 1].count);
}
