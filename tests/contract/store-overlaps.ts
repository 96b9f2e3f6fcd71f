import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleOverlapRecord, SourceOverlapRecord } from '../../src/domain/records.js';
import type { Page } from '../../src/domain/paging.js';
import { ROOT, ROOT_KEY } from '../../src/domain/read-store.js';
import type { OpenStore } from './store-fixture.js';
import { article, day, first, idsOf, oneStatement, quote, reuse } from './store-fixture.js';

/*
 *            source A        source B        source C      no source
 *   day 1    a1: s1 s2       b3: s1 s2
 *   day 5    a2: s3          b4: s3 s4       c5: s1        x6: s1
 *
 * Text: a1-b3 REPRINT, 100 words; a2-b4 UNRELATED with one passage of 7 words; a2-c5 UNRELATED, 7 words, no statement;
 * b4-c5 only measures, nothing shared.
 */
async function fill({ store }: OpenStore): Promise<void> {
  await store.write(async (tx) => {
    const [a, b, c] = [await tx.ensureSource('A', null), await tx.ensureSource('B', null), await tx.ensureSource('C', null)];
    const make = (sourceId: number | null, n: number) => tx.insertArticle(article({ sourceId, publishedAt: day(n) }));
    const [a1, a2, b3, b4, c5, x6] = [await make(a, 1), await make(a, 5), await make(b, 1), await make(b, 5), await make(c, 5), await make(null, 5)];
    const said = async (text: string, articles: number[]) => {
      const ids = [];
      for (const id of articles) ids.push(await tx.insertQuote(id, quote(text)));
      await oneStatement(tx, ids);
    };
    await said('one', [a1, b3, c5, x6]); // statement 1
    await said('two', [a1, b3]); // statement 5
    await said('three', [a2, b4]); // statement 7
    await said('four', [b4]); // statement 9
    const passage = (words: number) => ({ a: { start: 0, end: 10 }, b: { start: 20, end: 31 }, words, similarity: 0.9 });
    // Written from b3: it is the higher id.
    await tx.replaceReuse(b3, [reuse(a1, { passages: [passage(100)], relation: 'REPRINT', containmentThisInOther: 0.8, containmentOtherInThis: 0.9, resemblance: 0.7, nearDuplicate: true })]);
    await tx.replaceReuse(a2, [reuse(b4, { passages: [passage(7)] }), reuse(c5, { passages: [passage(7)] })]);
    await tx.replaceReuse(c5, [reuse(a2, { passages: [passage(7)] }), reuse(b4, { resemblance: 0.01 })]);
  });
}

const [A, B, C] = [1, 2, 3];
const [STATEMENT_1, STATEMENT_2, STATEMENT_3] = [1, 5, 7];

export function overlapContract(open: () => Promise<OpenStore>): void {
  describe('overlap', () => {
    let opened: OpenStore;
    beforeEach(async () => {
      opened = await open();
      await fill(opened);
    });
    afterEach(() => opened.close());

    const pairsOf = (page: Page<ArticleOverlapRecord> | undefined) => page!.items.map(({ record }) => [record.aId, record.bId]);
    /** `articles`: of a and of b, in all, then those that share. */
    const overlap = (aId: number, bId: number, [shared, pairs, reprints, words, jaccard]: number[], articles: number[]): SourceOverlapRecord => ({
      aId, bId, sharedStatementCount: shared, articlePairCount: pairs, reprintCount: reprints, reusedWords: words, statementJaccard: jaccard,
      aArticleCount: articles[0], bArticleCount: articles[1], aSharedArticleCount: articles[2], bSharedArticleCount: articles[3],
    });

    it('tells what two articles share, from either side', async () => {
      const { read } = opened.store;
      const [forth, back] = await read.articleOverlaps([[1, 3], [3, 1]]);
      expect(forth).toEqual({
        aId: 1, bId: 3, relation: 'REPRINT', sharedStatementIds: [STATEMENT_1, STATEMENT_2],
        passages: [{ a: { start: 20, end: 31 }, b: { start: 0, end: 10 }, words: 100, similarity: 0.9 }],
        containmentAInB: 0.9, containmentBInA: 0.8, resemblance: 0.7, nearDuplicate: true,
      });
      expect(back).toEqual({ ...forth!, aId: 3, bId: 1, passages: [{ ...forth!.passages[0], a: forth!.passages[0].b, b: forth!.passages[0].a }], containmentAInB: 0.8, containmentBInA: 0.9 });
      const others = await read.articleOverlaps([[2, 4], [1, 5], [2, 5], [4, 5], [1, 2], [1, 1], [1, 99]]);
      expect(others.map((o) => o && [o.relation, o.sharedStatementIds.length, o.passages.length, o.resemblance])).toEqual([
        ['COMMON_SOURCE', 1, 1, 0], ['COMMON_SOURCE', 1, 0, 0], ['UNRELATED', 0, 1, 0], ['UNRELATED', 0, 0, 0.01], ['UNRELATED', 0, 0, 0], null, null,
      ]);
    });

    it('lists the articles that share anything, the most first', async () => {
      const { read } = opened.store;
      const pages = await read.listArticleOverlaps([1, 2, 5, 99], first(9));
      expect([1, 2, 5, 99].map((id) => pairsOf(pages.get(id)))).toEqual([
        [[1, 3], [1, 5], [1, 6]], [[2, 4], [2, 5]], [[5, 1], [5, 3], [5, 6], [5, 2]], [],
      ]);
      expect([...(await read.countArticleOverlaps([1, 2, 5, 99])).values()]).toEqual([3, 2, 4, 0]);
      const page = (await read.listArticleOverlaps([5], first(2))).get(5)!;
      expect([pairsOf(page), page.hasNextPage]).toEqual([[[5, 1], [5, 3]], true]);
      expect(pairsOf((await read.listArticleOverlaps([5], first(9, { after: page.items[1].place }))).get(5))).toEqual([[5, 6], [5, 2]]);
      expect((await read.quotesOfStatements([{ statementId: 1, articleId: 3 }, { statementId: 1, articleId: 2 }])).map((quotes) => quotes.map((q) => q.articleId))).toEqual([[3], []]);
    });

    it('walks all pairs of articles once', async () => {
      const { read } = opened.store;
      const all = [[1, 3], [1, 5], [1, 6], [2, 4], [2, 5], [3, 5], [3, 6], [5, 6]];
      expect(await read.articlePairsAfter([0, 0], 99)).toEqual(all);
      expect(await read.articlePairsAfter([1, 5], 3)).toEqual(all.slice(2, 5));
    });

    it('counts what two sources share', async () => {
      const { read } = opened.store;
      // A has statements 1 2 3, B 1 2 3 4, C 1.
      const ab = [3, 2, 1, 107, 3 / 4];
      const ac = [1, 2, 0, 7, 1 / 3];
      const bc = [1, 1, 0, 0, 1 / 4];
      expect(await read.sourceOverlaps([[A, B], [B, A], [A, C], [C, B], [A, A], [A, 99]], {})).toEqual([
        overlap(A, B, ab, [2, 2, 2, 2]), overlap(B, A, ab, [2, 2, 2, 2]), overlap(A, C, ac, [2, 1, 2, 1]), overlap(C, B, bc, [1, 2, 1, 1]), null, null,
      ]);
      expect(await read.sourceOverlaps([[A, B], [A, C]], { published: { from: day(2) } })).toEqual([overlap(A, B, [1, 1, 0, 7, 1 / 2], [1, 1, 1, 1]), overlap(A, C, [0, 1, 0, 7, 0], [1, 1, 1, 1])]);
      // Of a given pair one is enough, from either side.
      expect(await read.sourceOverlaps([[A, B], [B, A]], { sources: [A] })).toEqual([overlap(A, B, ab, [2, 2, 2, 2]), overlap(B, A, ab, [2, 2, 2, 2])]);
      expect(await read.sourceOverlaps([[A, B]], { sources: [C] })).toEqual([overlap(A, B, [0, 0, 0, 0, 0], [2, 2, 0, 0])]);
      const list = async (parent: number | null, filter: object, order: 'SHARED_STATEMENTS' | 'STATEMENT_JACCARD' | 'REUSED_WORDS' | 'REPRINTS') => {
        const pages = await read.listSourceOverlaps(parent === null ? ROOT : { type: 'SOURCE', ids: [parent] }, filter, order, first(9));
        return pages.get(parent ?? ROOT_KEY)!.items.map(({ record }) => [record.aId, record.bId]);
      };
      expect(await list(null, {}, 'SHARED_STATEMENTS')).toEqual([[A, B], [A, C], [B, C]]);
      expect(await list(null, { minSharedStatements: 2 }, 'REPRINTS')).toEqual([[A, B]]);
      expect(await list(null, { sources: [B, C] }, 'SHARED_STATEMENTS')).toEqual([[B, C]]);
      expect(await list(C, {}, 'STATEMENT_JACCARD')).toEqual([[C, A], [C, B]]);
      expect(await list(C, {}, 'REUSED_WORDS')).toEqual([[C, A], [C, B]]);
      expect(await list(C, { sources: [B] }, 'REPRINTS')).toEqual([[C, B]]);
      expect([...(await read.countSourceOverlaps(ROOT, {})), ...(await read.countSourceOverlaps({ type: 'SOURCE', ids: [A, 99] }, {}))]).toEqual([[ROOT_KEY, 3], [A, 2], [99, 0]]);
    });

    it('pages through pairs of sources', async () => {
      const { read } = opened.store;
      const list = async (page: object) => (await read.listSourceOverlaps(ROOT, {}, 'STATEMENT_JACCARD', first(1, page))).get(ROOT_KEY)!;
      const one = await list({});
      const two = await list({ after: one.items[0].place });
      const three = await list({ after: two.items[0].place });
      expect([one, two, three].map((page) => [page.items[0].record.aId, page.items[0].record.bId, page.hasNextPage])).toEqual([[A, B, true], [A, C, true], [B, C, false]]);
    });

    it('lists the statements and pairs of articles under two sources', async () => {
      const { read } = opened.store;
      const statements = await read.listSharedStatements([[A, B], [C, A], [A, A]], {}, 'MOST_SOURCES', first(9));
      expect(statements.map(idsOf)).toEqual([[STATEMENT_1, STATEMENT_2, STATEMENT_3], [STATEMENT_1], []]);
      expect(await read.countSharedStatements([[A, B], [C, A]], { published: { from: day(2) } })).toEqual([1, 0]);
      const overlaps = await read.listOverlapsOfSources([[A, B], [C, A], [B, A]], {}, null, first(9));
      expect(overlaps.map(pairsOf)).toEqual([[[1, 3], [2, 4]], [[5, 1], [5, 2]], [[3, 1], [4, 2]]]);
      expect((await read.listOverlapsOfSources([[A, B]], {}, ['COMMON_SOURCE'], first(9))).map(pairsOf)).toEqual([[[2, 4]]]);
      expect((await read.listOverlapsOfSources([[A, C]], {}, ['UNRELATED'], first(9))).map(pairsOf)).toEqual([[[2, 5]]]);
      expect(await read.countOverlapsOfSources([[A, B], [B, C]], {}, ['REPRINT', 'COMMON_SOURCE'])).toEqual([2, 1]);
    });

    it('holds a given pair to the least number of statements in numbers and lists alike', async () => {
      const { read } = opened.store;
      // A and B share three statements, A and C one.
      const pairs: [number, number][] = [[A, B], [A, C]];
      for (const [least, statements, articles] of [[1, [3, 1], [2, 2]], [2, [3, 0], [2, 0]], [100, [0, 0], [0, 0]]] as const) {
        const filter = { minSharedStatements: least };
        const overlaps = await read.sourceOverlaps(pairs, filter);
        expect(overlaps.map((o) => o!.sharedStatementCount)).toEqual(statements);
        expect(overlaps.map((o) => o!.articlePairCount)).toEqual(articles);
        expect((await read.listSharedStatements(pairs, filter, 'NEWEST', first(9))).map((page) => page.items.length)).toEqual(statements);
        expect(await read.countSharedStatements(pairs, filter)).toEqual(statements);
        expect((await read.listOverlapsOfSources(pairs, filter, null, first(9))).map((page) => page.items.length)).toEqual(articles);
        expect(await read.countOverlapsOfSources(pairs, filter, null)).toEqual(articles);
      }
      expect((await read.sourceOverlaps([[A, C]], { minSharedStatements: 2 }))[0]).toEqual(overlap(A, C, [0, 0, 0, 0, 0], [2, 1, 0, 0]));
    });

    it('finds the latest articles that have a fingerprint', async () => {
      await opened.store.write(async (tx) => {
        await tx.replaceFingerprints(1, [1, 2, 3, 4_294_967_295]);
        await tx.replaceFingerprints(2, [2, 3, 9]);
        await tx.replaceFingerprints(3, [1, 2, 3, 3]);
        expect(await tx.holdersOf([4_294_967_295, 2, 8], 9)).toEqual(new Map([[4_294_967_295, [1]], [2, [3, 2, 1]]]));
        expect(await tx.holdersOf([1, 2], 2)).toEqual(new Map([[1, [3, 1]], [2, [3, 2]]]));
        expect(await tx.holdersOf([], 2)).toEqual(new Map());
        expect(await tx.holdersAmong([1, 2, 9], [3, 1, 77])).toEqual(new Map([[1, [3, 1]], [2, [3, 1]]]));
        expect([await tx.holdersAmong([], [1]), await tx.holdersAmong([1], [])]).toEqual([new Map(), new Map()]);
        await tx.replaceFingerprints(2, [5]);
        expect(await tx.holdersOf([2], 9)).toEqual(new Map([[2, [3, 1]]]));
        expect((await tx.fingerprintsOf([2, 77, 3])).map((hashes) => hashes.sort())).toEqual([[5], [], [1, 2, 3]]);
      });
    });

    it('finds who renders the statements of an article, the latest by date first', async () => {
      await opened.store.write(async (tx) => {
        const ids: number[] = [];
        const statements: (number | null)[] = [null, null];
        for (const [publishedAt, rendered] of [['2025-01-02', [0]], ['2025-01-03', [0, 0, 1]], ['2025-01-01', [0]], [null, [1]]] as const) {
          const articleId = await tx.insertArticle(article({ publishedAt: publishedAt && `${publishedAt}T00:00:00.000Z` }));
          ids.push(articleId);
          for (const which of rendered) statements[which] = await tx.moveQuote(await tx.insertQuote(articleId, quote('said')), statements[which], false);
        }
        const [a, b, c, d] = ids;
        expect(await tx.renderersOf(a, 9)).toEqual([[b, a, c]]);
        expect((await tx.renderersOf(b, 9)).sort((x, y) => y.length - x.length)).toEqual([[b, a, c], [b, d]]);
        expect(await tx.renderersOf(c, 3)).toEqual([[b, a]]);
        expect(await tx.statementsIn([d, 99, b, a])).toEqual([1, 0, 2, 1]);
        expect(await tx.renderersOf(await tx.insertArticle(article()), 9)).toEqual([]);
      });
    });
  });
}
