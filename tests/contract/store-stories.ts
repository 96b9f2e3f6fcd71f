import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT_KEY } from '../../src/domain/read-store.js';
import type { WriteStore } from '../../src/domain/write-store.js';
import type { OpenStore } from './store-fixture.js';
import { article, day, first, idsOf, last, oneStatement, quote, reuse } from './store-fixture.js';

/*
 *            source A        source B        source C      no source
 *   day 1    a1: s1 s2       b2: s1          c3: s3
 *   day 9    a4: s4          b5: s4 s1
 *   undated                                                x6: s2
 *
 * Stories: 1 = a1 b2 c3 x6, 2 = a4 b5.
 */
const [A, B, C] = [1, 2, 3];
const terms = (...keys: number[]) => keys.map((key, i) => ({ key, weight: 2 - i / 10 }));

async function fill({ store }: OpenStore): Promise<Record<string, number>> {
  return store.write(async (tx) => {
    const [a, b, c] = [await tx.ensureSource('A', null), await tx.ensureSource('B', null), await tx.ensureSource('C', null)];
    const make = (sourceId: number | null, n: number | null, body: string) => tx.insertArticle(article({ sourceId, publishedAt: n === null ? null : day(n), body, title: body }));
    const [a1, b2, c3, a4, b5, x6] = [await make(a, 1, 'dam leaks'), await make(b, 1, 'dam holds'), await make(c, 1, 'dam watched'), await make(a, 9, 'trial opens'), await make(b, 9, 'trial delayed'), await make(null, null, 'dam')];
    const said = async (text: string, articles: number[]): Promise<number> => {
      const ids = [];
      for (const id of articles) ids.push(await tx.insertQuote(id, quote(text)));
      return oneStatement(tx, ids);
    };
    const statements = { s1: await said('one', [a1, b2, b5]), s2: await said('two', [a1, x6]), s3: await said('three', [c3]), s4: await said('four', [a4, b5]) };
    await tx.moveToStory([a1, b2, c3, x6], null);
    await tx.moveToStory([a4, b5], null);
    return statements;
  });
}

export function storyContract(open: () => Promise<OpenStore>): void {
  describe('stories', () => {
    let opened: OpenStore;
    let statements: Record<string, number>;
    beforeEach(async () => {
      opened = await open();
      statements = await fill(opened);
    });
    afterEach(() => opened.close());

    const list = async (filter: object, order: 'NEWEST' | 'OLDEST' | 'MOST_SOURCES' | 'MOST_ARTICLES' = 'NEWEST', page = first(9)) => idsOf(await opened.store.read.listStories(filter, order, page));
    const write = <T>(work: (tx: WriteStore) => Promise<T>): Promise<T> => opened.store.write(work);

    it('tell of their articles, counted when the transaction ends', async () => {
      const { read } = opened.store;
      expect(await read.stories([1, 2, 99])).toEqual([
        { id: 1, representativeId: 1, firstAt: day(1), lastAt: day(1), articleCount: 4, sourceCount: 3 },
        { id: 2, representativeId: 4, firstAt: day(9), lastAt: day(9), articleCount: 2, sourceCount: 2 },
        null,
      ]);
      expect((await read.articles([4, 6])).map((a) => a!.storyId)).toEqual([2, 1]);
      expect(await read.idsAfter('STORY', 0, 9)).toEqual([1, 2]);
    });

    it('stand in lists by date and size, narrowed by one article that meets all', async () => {
      const { read } = opened.store;
      expect([await list({}), await list({}, 'OLDEST'), await list({}, 'MOST_SOURCES'), await list({}, 'MOST_ARTICLES', last(1))]).toEqual([[2, 1], [1, 2], [1, 2], [2]]);
      expect([await list({ minSources: 3 }), await list({ sources: [C] }), await list({ text: 'dam holds' }), await list({ text: 'holds', sources: [A] }), await list({ published: { from: day(5) } })]).toEqual([[1], [1], [1], [], [2]]);
      expect([await read.countStories({}), await read.countStories({ sources: [A] }), await read.countStories({ minSources: 9 })]).toEqual([2, 2, 0]);
      const page = await read.listStories({}, 'NEWEST', first(1));
      expect(idsOf(await read.listStories({}, 'NEWEST', first(1, { after: page.items[0].place })))).toEqual([1]);
    });

    it('list their articles, sources and statements', async () => {
      const { read } = opened.store;
      const of = { type: 'STORY', ids: [1, 2, 99] } as const;
      const pages = <R extends { id: number }>(found: ReadonlyMap<number, { items: readonly { record: R }[] }>) => of.ids.map((id) => found.get(id)!.items.map((item) => item.record.id));
      expect(pages(await read.listArticles(of, {}, 'OLDEST', first(9)))).toEqual([[1, 2, 3, 6], [4, 5], []]);
      expect(pages(await read.listArticles(of, { sources: [B] }, 'OLDEST', first(9)))).toEqual([[2], [5], []]);
      expect([...(await read.countArticles(of, {})).values()]).toEqual([4, 2, 0]);
      expect(pages(await read.listSources(of, first(9)))).toEqual([[A, B, C], [A, B], []]);
      expect([...(await read.countSources(of)).values()]).toEqual([3, 2, 0]);
      const { s1, s2, s3, s4 } = statements;
      expect(pages(await read.listStatements(of, {}, 'MOST_SOURCES', first(9)))).toEqual([[s1, s2, s3], [s1, s4], []]);
      expect(pages(await read.listStatements(of, { sources: [C] }, 'MOST_SOURCES', first(9)))).toEqual([[s3], [], []]);
      expect([...(await read.countStatements(of, {})).values()]).toEqual([3, 2, 0]);
      // Roots are told apart from parents.
      expect((await read.listArticles({ type: 'ROOT' }, {}, 'OLDEST', first(9))).get(ROOT_KEY)!.items.length).toBe(6);
    });

    it('know what a source left out, most sources of the story first', async () => {
      const { read } = opened.store;
      const { s1, s2, s3, s4 } = statements;
      const pairs = [{ storyId: 1, sourceId: A }, { storyId: 1, sourceId: B }, { storyId: 1, sourceId: C }, { storyId: 2, sourceId: C }, { storyId: 99, sourceId: A }, { storyId: 1, sourceId: 99 }];
      // B reports s1; s2 is A's, and s3 is C's. C has no article in story 2: all is left out.
      expect((await read.listBlindSpots(pairs, 1, first(9))).map(idsOf)).toEqual([[s3], [s2, s3], [s1, s2], [s4, s1], [], [s1, s2, s3]]);
      expect(await read.countBlindSpots(pairs, 1)).toEqual([1, 2, 2, 2, 0, 3]);
      expect((await read.listBlindSpots(pairs, 2, first(9))).map(idsOf)).toEqual([[], [], [s1], [s4], [], [s1]]);
      expect(await read.countBlindSpots(pairs, 2)).toEqual([0, 0, 1, 1, 0, 1]);
      const [page] = await read.listBlindSpots([pairs[2]], 1, first(1));
      expect([idsOf(page), page.hasNextPage]).toEqual([[s1], true]);
      expect((await read.listBlindSpots([pairs[2]], 1, first(1, { after: page.items[0].place }))).map(idsOf)).toEqual([[s2]]);
    });

    it('do not call left out what the source tells elsewhere', async () => {
      // B reports s4 in story 2; put into an article of story 1 too, it is not B's blind spot there.
      await write(async (tx) => {
        const id = await tx.insertQuote(3, quote('four'));
        await tx.moveQuote(id, statements.s4, false);
      });
      expect((await opened.store.read.listBlindSpots([{ storyId: 1, sourceId: B }], 1, first(9))).map(idsOf)).toEqual([[statements.s2, statements.s3]]);
    });

    it('lose what leaves them, and are gone with their last article', async () => {
      const { read } = opened.store;
      await write((tx) => tx.deleteArticle(1));
      expect(await read.stories([1])).toMatchObject([{ representativeId: 2, articleCount: 3, sourceCount: 2 }]);
      await write(async (tx) => {
        expect(await tx.moveToStory([4], 1)).toBe(1);
        expect(await tx.refreshStories([1, 2])).toEqual([]);
      });
      expect(await read.stories([1, 2])).toMatchObject([{ articleCount: 4, lastAt: day(9) }, { representativeId: 5, articleCount: 1, sourceCount: 1 }]);
      await write((tx) => tx.deleteArticle(5));
      expect(await read.stories([2])).toEqual([null]);
    });

    it('follow the source and date of an article', async () => {
      const fields = article({ sourceId: C, publishedAt: day(12), body: 'trial opens' });
      await write((tx) => tx.reviseArticle(5, fields));
      expect(await opened.store.read.stories([2])).toMatchObject([{ lastAt: day(12), sourceCount: 2 }]);
    });

    it('that were merged lead on', async () => {
      const { read } = opened.store;
      await write((tx) => tx.mergeStories(2, 1));
      expect((await read.stories([2, 1])).map((story) => [story!.id, story!.articleCount])).toEqual([[1, 6], [1, 6]]);
      const third = await write((tx) => tx.moveToStory([6], null));
      await write(async (tx) => {
        await tx.moveToStory([1, 2, 3, 4, 5], third);
        expect(await tx.refreshStories([1])).toEqual([1]);
        await tx.redirectStory(1, third);
        await tx.setRepresentative(third, 3);
      });
      expect((await read.stories([2, 1, third])).map((story) => story!.id)).toEqual([third, third, third]);
      expect(await read.stories([third])).toMatchObject([{ representativeId: 3, articleCount: 6 }]);
    });

    it('have cores: their earliest articles', async () => {
      await write(async (tx) => {
        expect(await tx.storyCores([2, 1, 99], 3)).toEqual([{ storyId: 2, articleCount: 2, articleIds: [4, 5] }, { storyId: 1, articleCount: 4, articleIds: [1, 2, 3] }]);
      });
    });

    it('find articles by terms, within the window, those that share most weight first', async () => {
      await write(async (tx) => {
        await tx.replaceStoryTerms(1, terms(1, 2, 3));
        await tx.replaceStoryTerms(2, terms(2, 3, 4_294_967_295));
        await tx.replaceStoryTerms(4, terms(1, 2, 3));
        await tx.replaceStoryTerms(6, terms(3));
        const ask = (articleId: number, n: number | null, wanted: { key: number; weight: number }[], limit = 9) =>
          tx.storyCandidates({ articleId, publishedAt: n === null ? null : day(n), windowDays: 5, terms: wanted, limit });
        expect(await ask(1, 1, [{ key: 1, weight: 1 }, { key: 2, weight: 1 }, { key: 3, weight: 1.5 }])).toEqual([2, 6]);
        expect(await ask(9, 9, [{ key: 1, weight: 0.4 }, { key: 3, weight: 1.5 }])).toEqual([4, 6]);
        expect(await ask(9, null, [{ key: 1, weight: 0.4 }, { key: 4_294_967_295, weight: 1 }])).toEqual([2, 1, 4]);
        expect(await ask(9, null, terms(1, 2, 3), 1)).toEqual([1]);
        expect(await ask(9, 1, [])).toEqual([]);
      });
    });

    it('count terms, and forget those of an article that is revised or gone', async () => {
      await write(async (tx) => {
        await tx.replaceStoryTerms(1, terms(1, 2));
        await tx.replaceStoryTerms(2, terms(2, 3));
        const counts = async () => {
          const { articles, withTerm } = await tx.storyTermCounts([1, 2, 3, 4]);
          return [articles, ...[1, 2, 3, 4].map((key) => withTerm.get(key) ?? 0)];
        };
        expect(await counts()).toEqual([2, 1, 2, 1, 0]);
        await tx.replaceStoryTerms(1, terms(3, 4));
        expect(await counts()).toEqual([2, 0, 1, 2, 1]);
        // A new date alone: found under it, with the same terms.
        await tx.reviseArticle(1, article({ sourceId: A, publishedAt: day(20), body: 'dam leaks' }));
        await tx.replaceStoryTerms(1, null);
        expect(await counts()).toEqual([2, 0, 1, 2, 1]);
        expect(await tx.storyCandidates({ articleId: 2, publishedAt: day(20), windowDays: 1, terms: terms(4), limit: 9 })).toEqual([1]);
        await tx.deleteArticle(1);
        expect(await counts()).toEqual([1, 0, 1, 1, 0]);
        expect(await tx.storyCandidates({ articleId: 2, publishedAt: null, windowDays: 1, terms: terms(3, 4), limit: 9 })).toEqual([]);
        await tx.replaceStoryTerms(3, null);
        expect(await tx.placedArticles([3])).toEqual([]);
      });
    });

    it('compare articles by terms, statements and text', async () => {
      await write(async (tx) => {
        for (const id of [1, 2]) await tx.replaceStoryTerms(id, terms(id, 7));
        await tx.replaceReuse(2, [reuse(1, { containmentThisInOther: 0.75, containmentOtherInThis: 0.25 }), reuse(3, { containmentThisInOther: 0.5 })]);
        expect(await tx.placedArticles([2, 99, 1])).toEqual([
          { id: 2, publishedAt: day(1), storyId: 1, terms: terms(2, 7), statementIds: [statements.s1] },
          { id: 1, publishedAt: day(1), storyId: 1, terms: terms(1, 7), statementIds: [statements.s1, statements.s2] },
        ]);
        expect(await tx.sharedTextAmong([1, 2])).toEqual([{ a: 1, b: 2, aInB: 0.25, bInA: 0.75 }]);
        expect(await tx.sharedTextAmong([1])).toEqual([]);
      });
    });
  });
}
