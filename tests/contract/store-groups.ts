/** What the matrix and the clusters of sources are worked out from. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CopyingRecord } from '../../src/domain/records.js';
import type { OpenStore } from './store-fixture.js';
import { article, day, oneStatement, quote, reuse } from './store-fixture.js';

/*
 *          wire (1)    post (2)    quay (3)    loner (4)   no source   undated (5)
 *   day 1  a1 a2       p5
 *   day 2              p6          q8                                  u12 (no date)
 *   day 9  a3                      q9          l10         x11
 *          a4 13:00    p7 (day 9, no hour)
 *
 * Copies: a1-p5 REPRINT, a2-p6 PARTIAL_REPRINT, a1-q8 REPRINT, p5-q8 REPRINT, a4-p7 only a near-duplicate, a3-u12 REPRINT,
 * a1-x11 REPRINT, a1-a2 REPRINT. No copies: a3-q9 REWRITE, a3-l10 a passage. Statements: one in a1 p5 l10, two in a1 p5.
 */
const [WIRE, POST, QUAY, LONER, UNDATED] = [1, 2, 3, 4, 5];

async function fill({ store }: OpenStore): Promise<void> {
  await store.write(async (tx) => {
    for (const name of ['Wire', 'Post', 'Quay', 'Loner', 'Undated']) await tx.ensureSource(name, null);
    const make = (sourceId: number | null, publishedAt: string | null) => tx.insertArticle(article({ sourceId, publishedAt }));
    const [a1, a2, a3, a4] = [await make(WIRE, day(1)), await make(WIRE, day(1)), await make(WIRE, day(9)), await make(WIRE, '2025-01-09T13:00:00.000Z')];
    const [p5, p6, p7] = [await make(POST, day(1)), await make(POST, day(2)), await make(POST, day(9))];
    const [q8, q9, l10] = [await make(QUAY, day(2)), await make(QUAY, day(9)), await make(LONER, day(9))];
    const [x11, u12] = [await make(null, day(9)), await make(UNDATED, null)];
    const said = async (text: string, articles: number[]) => {
      const ids = [];
      for (const id of articles) ids.push(await tx.insertQuote(id, quote(text)));
      await oneStatement(tx, ids);
    };
    await said('one', [a1, p5, l10]);
    await said('two', [a1, p5]);
    const passages = [{ a: { start: 0, end: 9 }, b: { start: 0, end: 9 }, words: 40, similarity: 1 }];
    const reprint = (id: number) => reuse(id, { relation: 'REPRINT', passages });
    // Each pair once, from the side of its higher or its lower id.
    await tx.replaceReuse(a1, [reprint(p5), reprint(q8), reprint(x11), reprint(a2)]);
    await tx.replaceReuse(p6, [reuse(a2, { relation: 'PARTIAL_REPRINT', passages })]);
    await tx.replaceReuse(q8, [reprint(a1), reprint(p5)]);
    await tx.replaceReuse(p7, [reuse(a4, { nearDuplicate: true, resemblance: 0.8 })]);
    await tx.replaceReuse(a3, [reuse(q9, { relation: 'REWRITE' }), reuse(l10, { passages }), reprint(u12)]);
  });
}

export function groupContract(open: () => Promise<OpenStore>): void {
  describe('groups of sources', () => {
    let opened: OpenStore;
    beforeEach(async () => {
      opened = await open();
      await fill(opened);
    });
    afterEach(() => opened.close());

    const copying = (aId: number, bId: number, [articlePairs, aCopied, bCopied, aFirst, bFirst]: number[]): CopyingRecord => ({ aId, bId, articlePairs, aCopied, bCopied, aFirst, bFirst });

    it('count the articles of sources within a range', async () => {
      const { read } = opened.store;
      const counts = async (range: object | null) => [...(await read.articleCountsWithin([WIRE, POST, UNDATED, 99], range))].filter(([, count]) => count > 0);
      expect(await counts(null)).toEqual([[WIRE, 4], [POST, 3], [UNDATED, 1]]);
      expect(await counts({})).toEqual([[WIRE, 4], [POST, 3], [UNDATED, 1]]);
      expect(await counts({ from: day(2) })).toEqual([[WIRE, 2], [POST, 2]]);
      expect(await counts({ from: day(2), to: day(9) })).toEqual([[POST, 1]]);
      expect(await counts({ from: day(30) })).toEqual([]);
    });

    it('name the sources that share most', async () => {
      const { read } = opened.store;
      // Wire shares with a1 a2 a3 a4, post with p5 p6 p7, quay with q8 q9, loner and undated with one each.
      expect(await read.sourcesByOverlap({}, 9)).toEqual([WIRE, POST, QUAY, LONER, UNDATED]);
      expect(await read.sourcesByOverlap({}, 2)).toEqual([WIRE, POST]);
      expect(await read.sourcesByOverlap({ published: { from: day(9) } }, 9)).toEqual([WIRE, POST, QUAY, LONER]);
      expect(await read.sourcesByOverlap({ sources: [QUAY, LONER] }, 9)).toEqual([]);
      expect(await read.sourcesByOverlap({ sources: [QUAY, POST, LONER] }, 9)).toEqual([POST, QUAY, LONER]);
      expect(await read.sourcesByOverlap({ minSharedStatements: 2 }, 9)).toEqual([WIRE, POST]);
      expect(await read.sourcesByOverlap({ published: { from: day(30) } }, 9)).toEqual([]);
    });

    it('give the overlap of all pairs at once as that of each pair', async () => {
      const { read } = opened.store;
      for (const filter of [{}, { published: { from: day(2) } }, { minSharedStatements: 1 }]) {
        const among = await read.sourceOverlapsAmong([LONER, WIRE, POST, QUAY], filter);
        const pairs = among.map(({ aId, bId }) => [aId, bId] as const);
        expect(pairs.every(([a, b]) => a < b)).toBe(true);
        expect(among).toEqual(await read.sourceOverlaps(pairs, filter));
      }
      expect((await read.sourceOverlapsAmong([LONER, WIRE, POST], {})).map(({ aId, bId }) => [aId, bId])).toEqual([[WIRE, POST], [WIRE, LONER], [POST, LONER]]);
      expect(await read.sourceOverlapsAmong([WIRE], {})).toEqual([]);
      expect(await read.sourceOverlapsAmong([], {})).toEqual([]);
    });

    it('tell which print the text of which, and who was first', async () => {
      const { read } = opened.store;
      // a1 and p5 are of one day, p7 has no hour and a4 has one: only a2 was before p6 for certain.
      const wirePost = copying(WIRE, POST, [3, 3, 3, 1, 0]);
      const [wireQuay, postQuay, wireUndated] = [copying(WIRE, QUAY, [1, 1, 1, 1, 0]), copying(POST, QUAY, [1, 1, 1, 1, 0]), copying(WIRE, UNDATED, [1, 1, 1, 0, 0])];
      expect(await read.copyingSources({}, 1, 9)).toEqual([wirePost, wireQuay, wireUndated, postQuay]);
      expect(await read.copyingSources({}, 1, 2)).toEqual([wirePost, wireQuay]);
      expect(await read.copyingSources({}, 2, 9)).toEqual([wirePost]);
      expect(await read.copyingSources({ minSharedStatements: 2 }, 1, 9)).toEqual([wirePost]);
      expect(await read.copyingSources({ sources: [QUAY, POST] }, 1, 9)).toEqual([postQuay]);
      // Both articles of a pair are of the time that is asked for.
      expect(await read.copyingSources({ published: { to: day(2) } }, 1, 9)).toEqual([copying(WIRE, POST, [1, 1, 1, 0, 0])]);
      expect(await read.copyingSources({ published: { from: day(2) } }, 1, 9)).toEqual([copying(WIRE, POST, [1, 1, 1, 0, 0])]);
    });

    it('count the articles that are copies along some pairs, and those that were there first', async () => {
      const { read } = opened.store;
      const rows = async (pairs: [number, number][], range: object | null = null) => (await read.copiedArticles(pairs, range)).map(({ sourceId, articles, firsts }) => [sourceId, articles, firsts]);
      // a1 was before q8, a2 before p6; p5 before q8; of a4 and p7 nothing is known.
      expect(await rows([[WIRE, POST], [WIRE, QUAY], [POST, QUAY]])).toEqual([[WIRE, 3, 2], [POST, 3, 1], [QUAY, 1, 0]]);
      expect(await rows([[WIRE, POST]])).toEqual([[WIRE, 3, 1], [POST, 3, 0]]);
      // The pair of post and quay is not asked for.
      expect(await rows([[WIRE, POST], [WIRE, QUAY]])).toEqual([[WIRE, 3, 2], [POST, 3, 0], [QUAY, 1, 0]]);
      expect(await rows([[WIRE, POST]], { from: day(2) })).toEqual([[WIRE, 1, 0], [POST, 1, 0]]);
      expect(await rows([])).toEqual([]);
    });

    it('take as many statements for many sources as for two', async () => {
      const { store, statements } = opened;
      const count = async (ask: () => Promise<unknown>): Promise<number> => {
        statements();
        await ask();
        return statements();
      };
      const range = { from: day(1) };
      expect(await count(() => store.read.sourceOverlapsAmong([1, 2, 3, 4, 5], { published: range }))).toBe(await count(() => store.read.sourceOverlapsAmong([1, 2], { published: range })));
      expect(await count(() => store.read.sourceOverlaps([[1, 2], [1, 3], [1, 4]], { published: range }))).toBe(await count(() => store.read.sourceOverlaps([[1, 2]], { published: range })));
      expect(await count(() => store.read.copyingSources({}, 1, 9))).toBe(1);
      expect(await count(() => store.read.copiedArticles([[1, 2], [1, 3]], range))).toBe(1);
      expect(await count(() => store.read.sourcesByOverlap({}, 9))).toBe(1);
    });
  });
}
