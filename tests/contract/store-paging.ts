import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Page, PageRequest, Place } from '../../src/domain/paging.js';
import { ROOT, ROOT_KEY } from '../../src/domain/read-store.js';
import type { OpenStore } from './store-fixture.js';
import { article, day, first, idsOf, last, quote } from './store-fixture.js';

const NEWEST = [3, 5, 2, 1, 4, 6]; // ties by id, undated last
const OLDEST = [1, 2, 3, 5, 4, 6];

export function pagingContract(open: () => Promise<OpenStore>): void {
  describe('paging', () => {
    let opened: OpenStore;
    beforeEach(async () => {
      opened = await open();
      await opened.store.write(async (tx) => {
        const sourceId = await tx.ensureSource('One', null);
        for (const n of [1, 2, 3, null, 3, null]) {
          const id = await tx.insertArticle(article({ sourceId, publishedAt: n === null ? null : day(n) }));
          await tx.insertQuote(id, quote(`text ${id}`));
        }
      });
    });
    afterEach(() => opened.close());

    for (const [order, all] of [['NEWEST', NEWEST], ['OLDEST', OLDEST]] as const) {
      const list = async (page: PageRequest) => (await opened.store.read.listArticles(ROOT, {}, order, page)).get(ROOT_KEY)!;
      const edges = (page: Page<unknown>) => [page.hasPreviousPage, page.hasNextPage];

      it(`walks forward and backward over ties and nulls, every page exact (${order})`, async () => {
        for (const size of [1, 2, 3, 6, 7]) {
          for (let start = 0, after: Place | null = null; start < all.length; start += size) {
            const page: Page<{ id: number }> = await list(first(size, { after }));
            expect(idsOf(page)).toEqual(all.slice(start, start + size));
            expect(edges(page)).toEqual([start > 0, start + size < all.length]);
            after = page.items.at(-1)!.place;
          }
          for (let end = all.length, before: Place | null = null; end > 0; end -= size) {
            const page: Page<{ id: number }> = await list(last(size, { before }));
            expect(idsOf(page)).toEqual(all.slice(Math.max(0, end - size), end));
            expect(edges(page)).toEqual([end - size > 0, end < all.length]);
            before = page.items[0].place;
          }
        }
      });

      it(`cuts between two cursors, and takes a cursor whose record is gone (${order})`, async () => {
        const places = (await list(first(9))).items.map((item) => item.place);
        const between = await list(first(9, { after: places[0], before: places[4] }));
        expect([idsOf(between), edges(between)]).toEqual([all.slice(1, 4), [true, true]]);
        expect([idsOf(await list(last(2, { after: places[0], before: places[4] })))]).toEqual([all.slice(2, 4)]);
        const none = await list(first(0));
        expect([idsOf(none), edges(none)]).toEqual([[], [false, true]]);
        await opened.store.write((tx) => tx.deleteArticle(all[2]));
        expect(idsOf(await list(first(2, { after: places[2] })))).toEqual(all.slice(3, 5));
        const past = await list(first(2, { after: places[5] }));
        expect([idsOf(past), edges(past)]).toEqual([[], [true, false]]);
      });
    }

    it('pages each parent of a batch by itself', async () => {
      const { store } = opened;
      await store.write(async (tx) => {
        const two = await tx.ensureSource('Two', null);
        for (const n of [2, 8]) await tx.insertArticle(article({ sourceId: two, publishedAt: day(n) }));
      });
      const parents = { type: 'SOURCE', ids: [1, 2, 3] } as const;
      const page = await store.read.listArticles(parents, {}, 'OLDEST', first(2));
      expect([...page].map(([id, p]) => [id, idsOf(p), p.hasNextPage])).toEqual([[1, [1, 2], true], [2, [7, 8], false], [3, [], false]]);
      const after = page.get(1)!.items[1].place;
      const next = await store.read.listArticles(parents, {}, 'OLDEST', first(1, { after }));
      expect([...next].map(([id, p]) => [id, idsOf(p), p.hasPreviousPage, p.hasNextPage])).toEqual([[1, [3], true, true], [2, [7], false, true], [3, [], false, false]]);
      const back = await store.read.listArticles(parents, {}, 'OLDEST', last(2));
      expect([...back].map(([id, p]) => [id, idsOf(p), p.hasPreviousPage])).toEqual([[1, [4, 6], true], [2, [7, 8], false], [3, [], false]]);
    });

    it('refuses a cursor of another kind of list', async () => {
      const { read } = opened.store;
      await expect(read.listArticles(ROOT, {}, 'NEWEST', first(2, { after: { key: 7, id: 1 } }))).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
      await expect(read.listSpeakers({}, first(2, { after: { key: day(1), id: 1 } }))).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
    });

    it('runs as many statements for many parents as for one', async () => {
      const { store } = opened;
      const { read } = store;
      const many = Array.from({ length: 40 }, (_, i) => i + 1);
      const reads: [string, (ids: number[]) => Promise<unknown>][] = [
        ['articles', (ids) => read.articles(ids)],
        ['quotes', (ids) => read.quotes(ids)],
        ['speakers', (ids) => read.speakers(ids)],
        ['statements', (ids) => read.statements(ids)],
        ['roles', (ids) => read.roles(ids)],
        ['rolesAtQuotes', (ids) => read.rolesAtQuotes(ids)],
        ['listArticles', (ids) => read.listArticles({ type: 'SOURCE', ids }, {}, 'NEWEST', first(20))],
        ['listQuotes', (ids) => read.listQuotes({ type: 'ARTICLE', ids }, {}, 'TEXT', first(20))],
        ['listStatements', (ids) => read.listStatements({ type: 'ARTICLE', ids }, {}, 'TEXT', first(20))],
        ['listSources', (ids) => read.listSources({ type: 'STATEMENT', ids }, first(20))],
        ['countQuotes', (ids) => read.countQuotes({ type: 'STATEMENT', ids }, {})],
        ['listArticleOverlaps', (ids) => read.listArticleOverlaps(ids, first(20))],
        ['articleOverlaps', (ids) => read.articleOverlaps(ids.map((id) => [1, id]))],
        ['listSourceOverlaps', (ids) => read.listSourceOverlaps({ type: 'SOURCE', ids }, {}, 'REPRINTS', first(20))],
        ['listSharedStatements', (ids) => read.listSharedStatements(ids.map((id) => [1, id]), {}, 'NEWEST', first(20))],
        ['quotesOfStatements', (ids) => read.quotesOfStatements(ids.map((id) => ({ statementId: id, articleId: id })))],
        ['renderingTexts', (ids) => read.renderingTexts(ids, 5)],
      ];
      for (const [name, ask] of reads) {
        opened.statements();
        await ask([1]);
        const one = opened.statements();
        await ask(many);
        expect([name, opened.statements()]).toEqual([name, one]);
        expect(one).toBeGreaterThan(0);
        expect(one).toBeLessThan(6);
      }
    });
  });
}
