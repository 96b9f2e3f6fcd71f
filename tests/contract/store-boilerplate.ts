import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenStore } from './store-fixture.js';
import { article } from './store-fixture.js';

/** Boilerplate that was learned: hashes by source, spans by article. */
export function boilerplateContract(open: () => Promise<OpenStore>): void {
  describe('learned boilerplate', () => {
    let opened: OpenStore;
    beforeEach(async () => (opened = await open()));
    afterEach(() => opened.close());

    it('keeps hashes by source, each once', async () => {
      await opened.store.write(async (tx) => {
        const [a, b] = [await tx.ensureSource('A', null), await tx.ensureSource('B', null)];
        await tx.learnHashes(a, [1, 2 ** 32 - 1]);
        await tx.learnHashes(a, [1, 7]);
        await tx.learnHashes(b, []);
        expect((await tx.learnedHashes(a, [7, 1, 3, 2 ** 32 - 1])).sort((x, y) => x - y)).toEqual([1, 7, 2 ** 32 - 1]);
        expect(await tx.learnedHashes(b, [1, 7])).toEqual([]);
        expect(await tx.learnedHashes(a, [])).toEqual([]);
      });
    });

    it('knows the latest articles of a source by arrival', async () => {
      await opened.store.write(async (tx) => {
        const [a, b] = [await tx.ensureSource('A', null), await tx.ensureSource('B', null)];
        const ids: number[] = [];
        for (const sourceId of [a, b, a, a, null, a]) ids.push(await tx.insertArticle(article({ sourceId })));
        expect(await tx.latestArticles(a, ids[5], 2)).toEqual([ids[3], ids[2]]);
        expect(await tx.latestArticles(a, ids[2], 9)).toEqual([ids[5], ids[3], ids[0]]);
        expect(await tx.latestArticles(b, ids[1], 9)).toEqual([]);
      });
    });

    it('keeps spans by article behind those that were marked, and forgets them with it', async () => {
      await opened.store.write(async (tx) => {
        const [a, b] = [await tx.insertArticle(article({ boilerplate: [{ start: 8, end: 9 }] })), await tx.insertArticle(article())];
        await tx.replaceLearnedBoilerplate(a, [{ start: 1, end: 5 }]);
        await tx.replaceLearnedBoilerplate(a, [{ start: 2, end: 5 }, { start: 7, end: 9 }]);
        expect(await tx.bodyMarks([b, a, 999])).toMatchObject([{ boilerplate: [] }, { boilerplate: [{ start: 8, end: 9 }, { start: 2, end: 5 }, { start: 7, end: 9 }] }, null]);
        expect((await tx.bodyMarks([a]))[0]!.bodyHash).toBe(article().bodyHash);
        await tx.replaceLearnedBoilerplate(a, []);
        await tx.replaceLearnedBoilerplate(b, [{ start: 0, end: 1 }]);
        await tx.deleteArticle(b);
        expect(await tx.bodyMarks([a, b])).toMatchObject([{ boilerplate: [{ start: 8, end: 9 }] }, null]);
      });
    });
  });
}
