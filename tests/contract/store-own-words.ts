import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenStore } from './store-fixture.js';
import { article, day, reuse } from './store-fixture.js';

/** Whose text articles are: what tells it, whom it is shared with, and sums of words by source. */
export function ownWordsContract(open: () => Promise<OpenStore>): void {
  describe('own words', () => {
    let opened: OpenStore;
    beforeEach(async () => (opened = await open()));
    afterEach(() => opened.close());

    it('keeps agency and words by article, and forgets them with it', async () => {
      const { store } = opened;
      const [a, b] = await store.write(async (tx) => {
        const source = await tx.ensureSource('A', null);
        const ids = [await tx.insertArticle(article({ sourceId: source, publishedAt: day(3), byline: 'Ann Lee' })), await tx.insertArticle(article())];
        await tx.replaceOwnWords(ids[0], { agency: 'AP', countedWords: 9, ownWords: 9 });
        await tx.replaceOwnWords(ids[0], { agency: null, countedWords: 8, ownWords: 2 });
        return ids;
      });
      expect(await store.read.provenances([b, 99, a])).toEqual([
        { articleId: b, publishedAt: null, sourceId: null, sourceName: null, byline: null, agency: null, countedWords: null, ownWords: null },
        null,
        { articleId: a, publishedAt: day(3), sourceId: 1, sourceName: 'A', byline: 'Ann Lee', agency: null, countedWords: 8, ownWords: 2 },
      ]);
      expect(await store.read.provenances([])).toEqual([]);
      await store.write((tx) => tx.deleteArticle(a));
      expect(await store.read.provenances([a])).toEqual([null]);
      expect(await store.read.sourceWords([1], null)).toEqual([{ articleCount: 0, countedWords: 0, ownWords: 0 }]);
    });

    it('names those that have text in common, seen from either side', async () => {
      const { store } = opened;
      const ids = await store.write(async (tx) => {
        const made = [];
        for (let i = 0; i < 4; i += 1) made.push(await tx.insertArticle(article()));
        const passages = [{ a: { start: 0, end: 9 }, b: { start: 5, end: 14 }, words: 12, similarity: 1 }];
        await tx.replaceReuse(made[1], [
          reuse(made[0], { passages, relation: 'REPRINT', containmentThisInOther: 0.8, containmentOtherInThis: 0.9 }),
          reuse(made[2], { relation: 'REWRITE', containmentThisInOther: 0.1, containmentOtherInThis: 0.2 }),
          reuse(made[3], { passages, containmentThisInOther: 0.1, containmentOtherInThis: 0.1 }), // UNRELATED: a phrase
        ]);
        return made;
      });
      const reprint = { otherId: ids[0], relation: 'REPRINT', words: 12, containmentThisInOther: 0.8, containmentOtherInThis: 0.9 };
      const rewrite = { otherId: ids[2], relation: 'REWRITE', words: 0, containmentThisInOther: 0.1, containmentOtherInThis: 0.2 };
      expect(await store.read.textPartners([ids[3], ids[1], ids[0], 99])).toEqual([
        [], [reprint, rewrite], [{ ...reprint, otherId: ids[1], containmentThisInOther: 0.9, containmentOtherInThis: 0.8 }], [],
      ]);
      expect(await store.read.textPartners([])).toEqual([]);
    });

    it('sums the words of sources in a range of dates, and leaves out what has none', async () => {
      const { store } = opened;
      await store.write(async (tx) => {
        const [a, b] = [await tx.ensureSource('A', null), await tx.ensureSource('B', null)];
        const put = async (sourceId: number | null, publishedAt: string | null, countedWords: number, ownWords: number): Promise<void> =>
          tx.replaceOwnWords(await tx.insertArticle(article({ sourceId, publishedAt })), { agency: null, countedWords, ownWords });
        await put(a, day(1), 100, 10);
        await put(a, day(5), 300, 300);
        await put(a, null, 50, 0);
        await put(a, day(5), 0, 0);
        await put(b, day(1), 7, 7);
        await put(null, day(1), 1, 1);
        await tx.insertArticle(article({ sourceId: b, publishedAt: day(1) })); // never counted
      });
      const sums = (articleCount: number, countedWords: number, ownWords: number) => ({ articleCount, countedWords, ownWords });
      opened.statements();
      expect(await store.read.sourceWords([2, 1, 9], null)).toEqual([sums(1, 7, 7), sums(3, 450, 310), sums(0, 0, 0)]);
      expect(opened.statements()).toBe(1);
      expect(await store.read.sourceWords([1, 2], { from: day(2) })).toEqual([sums(1, 300, 300), sums(0, 0, 0)]);
      expect(await store.read.sourceWords([1], { from: day(1), to: day(5) })).toEqual([sums(1, 100, 10)]);
      expect(await store.read.sourceWords([], null)).toEqual([]);
    });
  });
}
