import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenStore } from './store-fixture.js';
import { article, day, first, idsOf, oneStatement, quote, sighting } from './store-fixture.js';

export function echoContract(open: () => Promise<OpenStore>): void {
  describe('echoes and renderings but the best', () => {
    let opened: OpenStore;
    beforeEach(async () => (opened = await open()));
    afterEach(() => opened.close());

    /** Articles of one quote each: who says it (1 or 2, null: nobody) and its keys. Statement and quote have the article's number. */
    async function fill(quotes: readonly (readonly [speaker: number | null, keys: readonly number[]])[]): Promise<void> {
      await opened.store.write(async (tx) => {
        for (const [i, [speaker, keys]] of quotes.entries()) {
          const id = await tx.insertArticle(article({ publishedAt: day(i + 1), body: `Body ${i}` }));
          const speakers = await tx.replaceSightings(id, [sighting('Ann Bell'), sighting('Bo Carr')]);
          await tx.insertQuote(id, quote(`text ${i}`, { speakerId: speaker === null ? null : speakers[speaker - 1], matchKeys: keys }));
        }
      });
    }
    const ask = async (ids: readonly number[], limit = 9) => (await opened.store.read.echoCandidates(ids, limit)).map((found) => found.map(({ statementId, sharedKeys }) => [statementId, sharedKeys]));

    it('are of the same speaker, in another article, and share two keys', async () => {
      await fill([[1, [10, 11, 12]], [1, [10, 11, 12]], [1, [11, 12, 99]], [1, [12, 98]], [2, [10, 11, 12]], [null, [10, 11, 12]], [2, [10, 11]]]);
      await opened.store.write(async (tx) => {
        await tx.insertQuote(1, quote('the same again', { speakerId: 1, matchKeys: [10, 11, 12] }));
      });
      expect(await ask([1, 5, 6, 4, 404])).toEqual([[[2, 3], [3, 2]], [[7, 2]], [], [], []]);
      expect(await ask([1], 1)).toEqual([[[2, 3]]]);
      expect(await ask([])).toEqual([]);
    });

    it('go by the best rendering, and pass over a key that everybody has', async () => {
      await fill([[1, [10, 11]], [1, [10, 11]], [1, [7, 8]]]);
      await opened.store.write((tx) => oneStatement(tx, [3, 2]));
      expect(await ask([1])).toEqual([[]]);
      await fill([[1, [10, 20, 21]], [1, [10, 20, 21]]]);
      await opened.store.write(async (tx) => {
        const crowded = await tx.insertArticle(article({ body: 'Crowd' }));
        for (let i = 0; i < 501; i++) await tx.insertQuote(crowded, quote(`crowd ${i}`, { speakerId: 2, matchKeys: [20] }));
      });
      expect(await ask([4])).toEqual([[[5, 2], [1, 1]].slice(0, 1)]);
    });

    it('tell the dates of both, and whether a person took them apart', async () => {
      await fill([[1, [10, 11]], [1, [10, 11]], [1, [10, 11]]]);
      await opened.store.write(async (tx) => {
        await oneStatement(tx, [1, 3]);
        await tx.moveQuote(3, null, true);
      });
      const [found] = await opened.store.read.echoCandidates([1], 9);
      expect(found.map(({ publishedAt, askedPublishedAt, setApart }) => [publishedAt, askedPublishedAt, setApart])).toEqual([[day(2), day(1), false], [day(3), day(1), true]]);
    });

    it('are read in as many SQL statements for many as for one', async () => {
      await fill(Array.from({ length: 12 }, () => [1, [10, 11, 12]] as const));
      const count = async (ids: readonly number[]): Promise<number> => {
        opened.statements();
        await ask(ids);
        return opened.statements();
      };
      expect(await count([1, 2, 3, 4, 5, 6, 7, 8])).toBe(await count([1]));
    });

    it('lists the renderings of a statement without its best', async () => {
      await fill([[1, []], [1, []], [1, []]]);
      await opened.store.write((tx) => oneStatement(tx, [2, 1, 3]));
      const { read } = opened.store;
      const parents = { type: 'STATEMENT', ids: [2] } as const;
      expect(idsOf((await read.listQuotes(parents, { exceptBest: true }, 'OLDEST', first(9))).get(2))).toEqual([1, 3]);
      expect((await read.countQuotes(parents, { exceptBest: true })).get(2)).toBe(2);
      expect((await read.countQuotes(parents, { exceptBest: false })).get(2)).toBe(3);
    });
  });
}
