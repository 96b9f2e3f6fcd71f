/** Searches over more records than a filter can list, and signs that the server by itself reads as letters. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchDocument, SearchIndex } from '../../../src/domain/search-index.js';
import { LISTED_IDS_MAX } from '../../../src/search/meilisearch/filters.js';
import { batchesOf, everyHit, request } from '../../contract/search-index.js';
import { SKIPPED, TestPrefixes, WITHOUT_SERVER } from './server.js';

const ARTICLES = LISTED_IDS_MAX + 400;
/** Every fourth article quotes Marwick (1) indirectly and another directly; the others quote Marwick directly. */
const passes = (id: number): boolean => id % 4 !== 0;

function* corpus(): Generator<SearchDocument> {
  for (let id = 1; id <= ARTICLES; id++) {
    const date = new Date(Date.UTC(2030, 0, 1) + id * 60_000).toISOString();
    const facts = { sourceIds: [1], manners: ['SPEECH' as const], date };
    const body = `Gulls over pier ${id}. It costs $${id} or 5<6.`;
    yield { type: 'ARTICLE', id, ...facts, speakerIds: [1, 2], kinds: ['DIRECT', 'INDIRECT'], title: null, byline: null, body, sourceName: 'Harbour Post' };
    for (const speaker of [1, 2]) {
      const kind = (speaker === 1) === passes(id) ? 'DIRECT' as const : 'INDIRECT' as const;
      yield {
        type: 'QUOTE', id: id * 2 + speaker, ...facts, speakerIds: [speaker], kinds: [kind], text: `“Gulls ${id},”`,
        speakerName: `Speaker ${speaker}`, sourceName: 'Harbour Post', articleId: id, statementId: id * 2 + speaker, bodyStart: null,
      };
    }
  }
}

describe.skipIf(WITHOUT_SERVER)(`searching a Meilisearch server${SKIPPED}`, () => {
  const prefixes = new TestPrefixes();
  let index: SearchIndex;
  beforeAll(async () => {
    index = await prefixes.open();
    await index.rebuild(batchesOf([...corpus()], 500), 1);
  });
  afterAll(() => prefixes.deleteAll());

  const filter = { speakers: [1], kinds: ['DIRECT' as const] };
  const expected = Array.from({ length: ARTICLES }, (_, i) => ARTICLES - i).filter(passes);

  it('keeps out what two quotes meet together, page by page, though the records are too many to list', async () => {
    const first = await index.search(request('', { types: ['ARTICLE'], filter, limit: 50 }));
    expect(first).toMatchObject({ totalIsExact: false, hasMore: true });
    expect(first.total).toBeGreaterThanOrEqual(expected.length);
    const hits = await everyHit(index, request('', { types: ['ARTICLE'], filter, limit: 50 }));
    // Read LISTED_IDS_MAX deep: of those, what passes, in order.
    expect(hits.map((h) => h.id)).toEqual(expected.filter((id) => id > ARTICLES - LISTED_IDS_MAX));
  });

  it('marks what it found there, and ranks it as before', async () => {
    const { hits } = await index.search(request('gulls pier 900', { types: ['ARTICLE', 'QUOTE'], filter, limit: 5 }));
    expect(hits).toHaveLength(0); // 900 is a multiple of four
    const found = await index.search(request('gulls pier 901', { types: ['ARTICLE', 'QUOTE'], filter, limit: 5 }));
    expect(found.hits[0]).toMatchObject({ type: 'ARTICLE', id: 901 });
    const [label] = found.hits[0].highlights;
    expect(label.spans.map((s) => label.text.slice(s.start, s.end)).join(' ')).toBe('Gulls pier 901 901');
  });

  it('counts exactly where the records can be listed', async () => {
    const result = await index.search(request('', { types: ['ARTICLE'], filter: { ...filter, published: { to: new Date(Date.UTC(2030, 0, 1) + 101 * 60_000).toISOString() } }, limit: 10 }));
    expect(result).toMatchObject({ total: 75, totalIsExact: true });
  });

  it('finds words that touch signs', async () => {
    expect((await index.search(request('$77 ', { types: ['ARTICLE'] }))).hits.map((h) => h.id)).toContain(77);
    expect((await index.search(request('"5 6" 12 ', { types: ['ARTICLE'] }))).hits[0]).toMatchObject({ id: 12 });
  });

  it('pages past a thousand hits', async () => {
    const deep = await index.search(request('gulls ', { types: ['ARTICLE'], offset: ARTICLES - 3, limit: 10 }));
    expect(deep).toMatchObject({ total: ARTICLES, totalIsExact: true, hasMore: false });
    expect(deep.hits).toHaveLength(3);
  });

  it('answers many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => index.search(request(`gulls ${i + 100} `, { types: ['QUOTE'], facets: ['SPEAKER', 'KIND'], limit: 3 }))));
    answers.forEach(({ total }) => expect(total).toBe(2));
  });
});
