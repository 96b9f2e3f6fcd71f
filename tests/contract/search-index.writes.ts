import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SearchDocument, SearchIndex } from '../../src/domain/search-index.js';
import { batchesOf, keysOf, request } from './search-index.js';
import { day, smallStory } from './search-index.documents.js';

export function writeTests(open: () => Promise<SearchIndex>): void {
  let index: SearchIndex;
  beforeEach(async () => {
    index = await open();
    await index.rebuild(batchesOf([] as SearchDocument[]), 0);
  });
  afterEach(async () => index.close());
  const find = async (query: string): Promise<string[]> => keysOf((await index.search(request(query))).hits).sort();

  it('a new index is empty and stands where it was told', async () => {
    expect(await index.position()).toBe(0);
    expect(await index.search(request('', { facets: ['TYPE', 'SPEAKER'] }))).toMatchObject({ hits: [], total: 0, totalIsExact: true, hasMore: false });
    expect(await index.search(request('anything'))).toMatchObject({ hits: [], total: 0 });
    expect(await index.suggest('any', 5)).toEqual([]);
  });

  it('what is upserted is found at once', async () => {
    expect(await index.apply({ from: 0, to: 4, upserts: smallStory(7, 'lighthouse', day(1)), deletes: [] })).toBe(true);
    expect(await index.position()).toBe(4);
    expect(await find('lighth')).toEqual(['ARTICLE 7', 'QUOTE 7', 'STATEMENT 7']);
    expect((await index.suggest('person', 5)).map((h) => h.type)).toContain('SPEAKER');
    expect((await index.search(request('', { filter: { speakers: [7] } }))).total).toBe(4);
  });

  it('an upsert replaces the whole document', async () => {
    await index.apply({ from: 0, to: 1, upserts: smallStory(7, 'lighthouse', day(1)), deletes: [] });
    await index.apply({ from: 1, to: 2, upserts: smallStory(7, 'windmill', day(2)), deletes: [] });
    expect(await find('lighthouse ')).toEqual([]);
    expect(await find('windmill ')).toEqual(['ARTICLE 7', 'QUOTE 7', 'STATEMENT 7']);
    expect((await index.search(request('', { filter: { published: { to: day(2) } } }))).total).toBe(0);
    expect((await index.search(request(''))).total).toBe(4);
  });

  it('what is deleted is gone, what was never there is no matter', async () => {
    await index.apply({ from: 0, to: 1, upserts: [...smallStory(7, 'lighthouse', day(1)), ...smallStory(8, 'lighthouse', day(2))], deletes: [] });
    await index.apply({ from: 1, to: 2, upserts: [], deletes: [{ type: 'QUOTE', id: 7 }, { type: 'SPEAKER', id: 7 }, { type: 'ARTICLE', id: 99_999 }] });
    expect(await find('lighthouse ')).toEqual(['ARTICLE 7', 'ARTICLE 8', 'QUOTE 8', 'STATEMENT 7', 'STATEMENT 8']);
    expect((await index.search(request('', { types: ['QUOTE'], filter: { speakers: [7] } }))).total).toBe(0);
    expect((await index.suggest('person', 5)).map((h) => h.id)).toEqual([8]);
  });

  it('a batch that starts elsewhere is refused and changes nothing', async () => {
    await index.apply({ from: 0, to: 5, upserts: smallStory(7, 'lighthouse', day(1)), deletes: [] });
    for (const from of [0, 4, 6]) {
      expect(await index.apply({ from, to: 9, upserts: smallStory(8, 'windmill', day(1)), deletes: [{ type: 'QUOTE', id: 7 }] })).toBe(false);
    }
    expect(await index.position()).toBe(5);
    expect(await find('windmill ')).toEqual([]);
    expect(await find('lighthouse ')).toHaveLength(3);
  });

  it('the same change told twice leaves one document', async () => {
    const story = smallStory(7, 'lighthouse', day(1));
    await index.apply({ from: 0, to: 1, upserts: story, deletes: [] });
    await index.apply({ from: 1, to: 2, upserts: story, deletes: [] });
    expect(await find('lighthouse ')).toHaveLength(3);
    expect((await index.search(request(''))).total).toBe(4);
    await index.apply({ from: 2, to: 3, upserts: [], deletes: [{ type: 'QUOTE', id: 7 }] });
    await index.apply({ from: 3, to: 4, upserts: [], deletes: [{ type: 'QUOTE', id: 7 }] });
    expect(await find('lighthouse ')).toHaveLength(2);
  });

  it('an empty batch moves the position', async () => {
    expect(await index.apply({ from: 0, to: 12, upserts: [], deletes: [] })).toBe(true);
    expect(await index.position()).toBe(12);
  });

  it('takes odd documents', async () => {
    const [article, quote, speaker, statement] = smallStory(7, 'lighthouse', null);
    const odd = [
      { ...article, title: '', body: '' }, { ...quote, text: '', speakerIds: [], speakerName: null },
      { ...speaker, name: `${'x'.repeat(300)} \u0000 \ud800 "quoted"`, aliases: [''] }, { ...statement, text: '🦭🦭', renderings: ['', '*'] },
    ] as SearchDocument[];
    expect(await index.apply({ from: 0, to: 1, upserts: odd, deletes: [] })).toBe(true);
    expect((await index.search(request(''))).total).toBe(4);
    expect(await find('x'.repeat(70))).toContain('SPEAKER 7');
    expect(await find('quoted')).toContain('SPEAKER 7');
  });

  it('answers from the old index while a new one is built', async () => {
    await index.apply({ from: 0, to: 1, upserts: smallStory(7, 'lighthouse', day(1)), deletes: [] });
    const during: string[][] = [];
    async function* watched(): AsyncGenerator<readonly SearchDocument[]> {
      for (let id = 20; id < 24; id++) {
        during.push(await find('lighthouse '), await find('windmill '));
        yield smallStory(id, 'windmill', day(3));
      }
      during.push(await find('lighthouse '), await find('windmill '));
    }
    const building = index.rebuild(watched(), 30);
    await building;
    expect(during).toEqual(Array.from({ length: 5 }, () => [['ARTICLE 7', 'QUOTE 7', 'STATEMENT 7'], []]).flat());
    expect(await index.position()).toBe(30);
    expect(await find('lighthouse ')).toEqual([]);
    expect(await find('windmill ')).toHaveLength(12);
    expect(await index.apply({ from: 30, to: 31, upserts: smallStory(30, 'windmill', day(3)), deletes: [] })).toBe(true);
    expect(await find('windmill ')).toHaveLength(15);
  });

  it('a rebuild that fails leaves the old index', async () => {
    await index.apply({ from: 0, to: 1, upserts: smallStory(7, 'lighthouse', day(1)), deletes: [] });
    async function* failing(): AsyncGenerator<readonly SearchDocument[]> {
      yield smallStory(8, 'windmill', day(1));
      throw new Error('the store went away');
    }
    await expect(index.rebuild(failing(), 9)).rejects.toThrow('the store went away');
    expect(await index.position()).toBe(1);
    expect(await find('lighthouse ')).toHaveLength(3);
    expect(await find('windmill ')).toEqual([]);
  });
}
