import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CandidateRequest } from '../../src/domain/read-store.js';
import type { OpenStore } from './store-fixture.js';
import { article, day, oneStatement, quote, sighting } from './store-fixture.js';

const MANY = 1_000;

export function matchingContract(open: () => Promise<OpenStore>): void {
  describe('what matching keeps and looks up', () => {
    let opened: OpenStore;
    beforeEach(async () => { opened = await open(); });
    afterEach(() => opened.close());

    /** Both ways of asking have one answer. */
    const ask = async (fields: Partial<CandidateRequest>): Promise<number[]> => {
      const { speakerId, keys, excludeQuoteIds, ...request } = { speakerId: null, publishedAt: day(10), windowDays: 30, keys: [1, 2, 3], mostPerKey: 3, excludeQuoteIds: [], limit: 9, ...fields };
      const found = await opened.store.read.candidates({ ...request, speakerId, keys, excludeQuoteIds });
      const [none, same] = await opened.store.read.matchCandidates({ ...request, quotes: [{ id: 98, speakerId, keys: [] }, { id: 99, speakerId, keys }] });
      expect([none, same]).toEqual([[], found]);
      return found.map((c) => c.id);
    };

    /** Quotes 1 to 4 by Ann Bell, 5 by Bo Ek, all with keys 1 and 2; 6, undated, by nobody with keys 2 and 3. */
    const fill = (): Promise<void> => opened.store.write(async (tx) => {
      const id = await tx.insertArticle(article({ publishedAt: day(10) }));
      const [ann, bo] = await tx.replaceSightings(id, [sighting('Ann Bell'), sighting('Bo Ek')]);
      for (let i = 0; i < 4; i++) await tx.insertQuote(id, quote(`a${i}`, { speakerId: ann, matchKeys: [1, 2] }));
      await tx.insertQuote(id, quote('b', { speakerId: bo, matchKeys: [1, 2] }));
      await tx.insertQuote(await tx.insertArticle(article()), quote('c', { matchKeys: [2, 3] }));
    });

    it('passes over keys of too many quotes, but for the latest of the same speaker', async () => {
      await fill();
      expect(await ask({ mostPerKey: 5 })).toEqual([6, 1, 2, 3, 4, 5]); // the rarest keys first
      expect(await ask({ mostPerKey: 3 })).toEqual([6]);
      expect(await ask({ mostPerKey: 3, speakerId: 2 })).toEqual([6, 5]);
      expect(await ask({ mostPerKey: 4, speakerId: 1 })).toEqual([6, 1, 2, 3, 4]);
      expect(await ask({ mostPerKey: 2, speakerId: 1 })).toEqual([6, 1, 2, 3, 4]); // of the last day, all
    });

    it('finds what a hundred outlets have the speaker say, and of a key of many days the latest', async () => {
      await opened.store.write(async (tx) => {
        for (let i = 1; i <= 28; i++) {
          const id = await tx.insertArticle(article({ publishedAt: day(i) }));
          const [ann] = await tx.replaceSightings(id, [sighting('Ann Bell')]);
          await tx.insertQuote(id, quote('said everywhere', { speakerId: ann, matchKeys: [1, 2] }));
        }
      });
      expect(await ask({ speakerId: 1, publishedAt: day(28), mostPerKey: 3, limit: 99 })).toEqual([25, 26, 27, 28]);
      expect(await ask({ speakerId: 1, publishedAt: day(1), windowDays: 1, mostPerKey: 3, limit: 99 })).toEqual([1, 2]);
      expect(await ask({ speakerId: null, publishedAt: day(28), mostPerKey: 3, limit: 99 })).toEqual([]);
    });

    it('finds all that sixty outlets have the speaker say on one day, and of the day before none', async () => {
      const ids = await opened.store.write(async (tx) => {
        const said: number[] = [];
        for (let i = 0; i < 61; i++) {
          const id = await tx.insertArticle(article({ publishedAt: day(i === 0 ? 9 : 10) }));
          const [ann] = await tx.replaceSightings(id, [sighting('Ann Bell')]);
          said.push(await tx.insertQuote(id, quote('said everywhere', { speakerId: ann, matchKeys: [1, 2] })));
        }
        return said;
      });
      expect(await ask({ speakerId: 1, publishedAt: day(10), mostPerKey: 3, limit: 99 })).toEqual(ids.slice(1));
    });

    it('asks of the quote that has fewer keys that a sixth of them is shared', async () => {
      await opened.store.write(async (tx) => {
        const id = await tx.insertArticle(article({ publishedAt: day(10) }));
        await tx.insertQuote(id, quote('long', { matchKeys: Array.from({ length: 30 }, (_, i) => i) }));
        await tx.insertQuote(id, quote('short', { matchKeys: [0, 1, 2] }));
      });
      const keys = [0, 1, ...Array.from({ length: 20 }, (_, i) => 100 + i)];
      expect(await ask({ keys })).toEqual([2]);
      expect(await ask({ keys: [...keys, 3, 4] })).toEqual([1, 2]);
    });

    it('finds candidates for several quotes at once, each by its own keys and speaker and not itself', async () => {
      await fill();
      const request = { publishedAt: day(10), windowDays: 30, mostPerKey: 4, limit: 9 };
      const found = await opened.store.read.matchCandidates({ ...request, quotes: [
        { id: 2, speakerId: 1, keys: [1, 2] }, { id: 5, speakerId: 2, keys: [2, 1] }, { id: 6, speakerId: null, keys: [2, 3] }, { id: 9, speakerId: null, keys: [2, 3, 77] },
      ] });
      expect(found.map((list) => list.map((c) => c.id))).toEqual([[1, 3, 4], [], [], [6]]);
      expect(await opened.store.read.matchCandidates({ ...request, quotes: [] })).toEqual([]);
    });

    it('gives the quotes of an article to match, but for dismissed ones', async () => {
      await fill();
      await opened.store.write((tx) => tx.setDismissed(2, true));
      const found = await opened.store.write((tx) => tx.quotesToMatch(1));
      expect(found.map(({ id, speakerId, speakerName, putByHand }) => ({ id, speakerId, speakerName, putByHand }))).toEqual([1, 3, 4, 5].map((id) => (
        { id, speakerId: id === 5 ? 2 : 1, speakerName: id === 5 ? 'Bo Ek' : 'Ann Bell', putByHand: false })));
      expect(found[0]).toMatchObject({ articleId: 1, text: 'a0', publishedAt: day(10) });
    });

    it('finds quotes under the date and the speaker that they have now', async () => {
      await fill();
      const { store } = opened;
      const own = { mostPerKey: 4, keys: [1], speakerId: 2 };
      expect(await ask(own)).toEqual([5]);
      await store.write((tx) => tx.setSpeakerByHand(1, 2));
      expect(await ask(own)).toEqual([1, 5]);
      await store.write((tx) => tx.mergeSpeakers(1, 2));
      expect(await ask({ ...own, mostPerKey: 5 })).toEqual([1, 2, 3, 4, 5]);
      await store.write(async (tx) => void (await tx.reviseArticle(1, article({ publishedAt: day(300) }))));
      expect(await ask({ ...own, mostPerKey: 5 })).toEqual([]);
      expect(await ask({ ...own, mostPerKey: 5, publishedAt: day(299) })).toEqual([1, 2, 3, 4, 5]);
      expect(await ask({ ...own, mostPerKey: 5, publishedAt: null })).toEqual([1, 2, 3, 4, 5]);
      await store.write((tx) => tx.deleteQuotes([1, 5]));
      expect(await ask({ ...own, mostPerKey: 5, publishedAt: null })).toEqual([2, 3, 4]);
    });

    it('keeps pairs that are the same, in both directions, until one of the two is gone', async () => {
      await fill();
      const { store } = opened;
      await store.write((tx) => tx.addSamePairs([{ a: 1, b: 5, score: 0.6 }, { a: 2, b: 1, score: 0.7 }]));
      await store.write((tx) => tx.addSamePairs([{ a: 5, b: 1, score: 0.8 }]));
      const pairs = (ids: number[], limit = MANY) => store.write((tx) => tx.samePairsOf(ids, limit));
      expect(await pairs([1])).toEqual([{ a: 1, b: 2, score: 0.7 }, { a: 1, b: 5, score: 0.8 }]);
      expect(await pairs([5, 2])).toEqual(expect.arrayContaining([{ a: 5, b: 1, score: 0.8 }, { a: 2, b: 1, score: 0.7 }]));
      expect(await pairs([1], 1)).toHaveLength(1);
      await store.write((tx) => tx.deleteSamePairs([2]));
      expect(await pairs([1, 2])).toEqual([{ a: 1, b: 5, score: 0.8 }]);
      await store.write((tx) => tx.deleteQuotes([5]));
      expect(await pairs([1, 2, 5])).toEqual([]);
      expect(await pairs([])).toEqual([]);
    });

    it('tells the company of quotes, and what people did with it', async () => {
      await fill();
      const { store } = opened;
      const statement = await store.write((tx) => oneStatement(tx, [1, 2, 3]));
      const company = (ids: number[], limit = MANY) => store.write((tx) => tx.gatheredQuotes(ids, limit));
      expect((await company([2])).map(({ id, statementId, putByHand, contentKey }) => [id, statementId, putByHand, contentKey])).toEqual([
        [1, statement, false, 'a0'], [2, statement, false, 'a1'], [3, statement, false, 'a2'],
      ]);
      expect(await company([2], 2)).toHaveLength(2);
      await store.write(async (tx) => {
        await tx.moveQuote(3, null, true);
        await tx.moveQuote(4, statement, true);
      });
      expect((await company([1])).map(({ id, putByHand }) => [id, putByHand])).toEqual([[1, false], [2, false], [4, true]]);
      expect(await store.write((tx) => tx.pairsApart([1, 2, 3, 4]))).toEqual([[3, 1], [3, 2]]);
      expect(await store.write((tx) => tx.pairsApart([1, 2, 4]))).toEqual([]);
    });

    it('moves many at once, and answers of a statement what is to be graded', async () => {
      await fill();
      const { store } = opened;
      await store.write(async (tx) => {
        const target = await oneStatement(tx, [1, 2]);
        await tx.moveQuotes([{ quoteId: 3, statementId: target }, { quoteId: 4, statementId: target }]);
        const ungraded = async () => [...(await tx.ungradedOf([target, 5]))].map(([id, { bestQuoteId, quotes }]) => [id, bestQuoteId, quotes.map((q) => [q.id, q.graded])]);
        expect(await ungraded()).toEqual([[target, 1, [[1, true], [3, false], [4, false]]], [5, 5, [[5, true]]]]);
        expect(await tx.refreshStatements([target, 3, 4])).toEqual([3, 4]);
        await tx.moveQuotes([{ quoteId: 1, statementId: 5 }]);
        expect(await ungraded()).toEqual([[target, 1, [[2, true], [3, false], [4, false]]], [5, 5, [[1, false], [5, true]]]]);
        await tx.moveQuotes([]);
      });
    });
  });
}
