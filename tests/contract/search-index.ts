/**
 * What every engine behind the search port has to do. An engine's own test file calls `searchIndexContract` with a way
 * to open a new, empty index, and says where it is known to differ.
 */
import { afterAll, beforeAll, describe } from 'vitest';
import type { SearchFilter, SearchType } from '../../src/domain/filters.js';
import type { SearchHit, SearchIndex, SearchKey, SearchRequest, SearchResult } from '../../src/domain/search-index.js';
import { DOCUMENTS } from './search-index.documents.js';
import { filterTests } from './search-index.filters.js';
import { highlightTests } from './search-index.highlights.js';
import { queryTests } from './search-index.queries.js';
import { writeTests } from './search-index.writes.js';

export interface ContractOptions {
  /**
   * Facet counts under a filter hold over one quote too: a value counts the records that the same search would find
   * with that value chosen. False: a record counts for all values of its quotes. Default true.
   */
  readonly exactJointFacets?: boolean;
  /** Typos in the last word, while it is still a prefix, are forgiven. Default true. */
  readonly typoInPrefix?: boolean;
  /** Words that the language writes without spaces are told apart. Default true. */
  readonly segmentsCjk?: boolean;
}

export const ALL_TYPES: readonly SearchType[] = ['ARTICLE', 'QUOTE', 'SPEAKER', 'STATEMENT'];
/** The position that the shared index of the reading tests stands at. */
export const READ_POSITION = 41;

export const request = (query: string, rest: Partial<SearchRequest> = {}): SearchRequest =>
  ({ query, types: ALL_TYPES, filter: {}, facets: [], order: 'RELEVANCE', offset: 0, limit: 20, ...rest });

export const keyOf = (key: SearchKey): string => `${key.type} ${key.id}`;

export const keysOf = (hits: readonly SearchKey[]): string[] => hits.map(keyOf);

export const idsOf = (result: SearchResult): number[] => result.hits.map((h) => h.id).sort((a, b) => a - b);

export async function* batchesOf<T>(items: readonly T[], size = 25): AsyncGenerator<readonly T[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size);
}

/** All hits, page by page. Fails to end only where `hasMore` lies, which the cap turns into an error. */
export async function everyHit(index: SearchIndex, asked: SearchRequest): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  for (let page = 0; page < 200; page++) {
    const result = await index.search({ ...asked, offset: hits.length });
    hits.push(...result.hits);
    if (!result.hasMore) return hits;
    if (result.hits.length === 0) throw new Error('hasMore is true and the page is empty');
  }
  throw new Error('hasMore never became false');
}

/** The ids of one type that pass a filter, by a blank search. */
export async function idsPassing(index: SearchIndex, type: SearchType, filter: SearchFilter): Promise<number[]> {
  return (await everyHit(index, request('', { types: [type], filter, limit: 50 }))).map((h) => h.id).sort((a, b) => a - b);
}

export function searchIndexContract(name: string, open: () => Promise<SearchIndex>, options: ContractOptions = {}): void {
  const known: Required<ContractOptions> = { exactJointFacets: true, typoInPrefix: true, segmentsCjk: true, ...options };

  describe(`the search port: ${name}`, () => {
    describe('reading', () => {
      let index: SearchIndex | undefined;
      beforeAll(async () => {
        index = await open();
        await index.rebuild(batchesOf(DOCUMENTS), READ_POSITION);
      });
      afterAll(async () => index?.close());
      const opened = (): SearchIndex => index!;

      queryTests(opened, known);
      filterTests(opened, known);
      highlightTests(opened, known);
    });

    describe('writing', () => writeTests(open));
  });
}
