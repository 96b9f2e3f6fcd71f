/** How deep a search is paged: a page that says there is a next one leads to it. */
import { expect, it } from 'vitest';
import { search } from '../../src/app/search.js';
import type { App, SearchAnswer } from '../../src/app/types.js';
import type { SearchRequest } from '../../src/domain/search-index.js';

/** More than anybody pages through. */
const TOTAL = 30_000;

const deep = {
  store: { read: { speakers: () => Promise.resolve([]), sources: () => Promise.resolve([]) } },
  index: {
    search: ({ offset, limit }: SearchRequest) => Promise.resolve({
      hits: Array.from({ length: limit }, (_, i) => ({ type: 'QUOTE', id: offset + i + 1, score: 1, highlights: [] })),
      total: TOTAL, totalIsExact: true, hasMore: offset + limit < TOTAL, facets: [],
    }),
  },
} as unknown as App;

it('follows its own cursors to an end, and says where that is', async () => {
  let after: string | null = null;
  let seen = 0;
  for (let more = true; more; ) {
    const page: SearchAnswer = await search(deep, { query: '', types: null, filter: {}, facets: [], order: 'RELEVANCE', first: 99, after });
    seen += page.edges.length;
    after = page.edges.at(-1)!.cursor;
    more = page.hasNextPage;
  }
  expect(seen).toBeGreaterThanOrEqual(10_000);
  expect(seen).toBeLessThan(TOTAL);
});
