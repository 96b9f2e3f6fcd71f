import { hostname } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenStore } from './store-fixture.js';
import { article, quote, sighting } from './store-fixture.js';

export function transactionContract(open: () => Promise<OpenStore>): void {
  describe('transactions, outbox and leases', () => {
    let opened: OpenStore;
    beforeEach(async () => { opened = await open(); });
    afterEach(() => opened.close());

    it('undoes all of a transaction that throws', async () => {
      const { store } = opened;
      await expect(store.write(async (tx) => {
        const id = await tx.insertArticle(article());
        await tx.insertQuote(id, quote('x'));
        await tx.touch([{ type: 'ARTICLE', id }]);
        throw new Error('stop');
      })).rejects.toThrow('stop');
      expect(await store.read.isEmpty()).toBe(true);
      expect(await store.outbox.lastSeq()).toBe(0);
      await store.write((tx) => tx.insertArticle(article())); // the next one goes through
      expect(await store.read.isEmpty()).toBe(false);
    });

    it('sees its own writes, while readers see what was committed and do not wait', async () => {
      const { store } = opened;
      let inside = 0;
      let reads = 0;
      const writing = store.write(async (tx) => {
        const id = await tx.insertArticle(article());
        expect((await tx.articles([id]))[0]!.id).toBe(id);
        inside = 1;
        while (reads < 20) await new Promise((resolve) => setTimeout(resolve, 1));
        inside = 2;
      });
      while (inside === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      for (; reads < 20; reads += 1) {
        expect(await store.read.isEmpty()).toBe(true);
        expect(inside).toBe(1);
      }
      await writing;
      expect(await store.read.isEmpty()).toBe(false);
    });

    it('runs transactions one after another', async () => {
      const { store } = opened;
      const order: string[] = [];
      await Promise.all([1, 2, 3].map((n) => store.write(async (tx) => {
        order.push(`in ${n}`);
        await tx.insertArticle(article());
        await new Promise((resolve) => setTimeout(resolve, 2));
        order.push(`out ${n}`);
      })));
      expect(order).toEqual(['in 1', 'out 1', 'in 2', 'out 2', 'in 3', 'out 3']);
    });

    it('keeps the outbox in order, each record once a transaction, and remembers the last number', async () => {
      const { store } = opened;
      const { outbox } = store;
      expect([await outbox.lastSeq(), await outbox.firstSeq(), await outbox.lag(0, 5)]).toEqual([0, null, { pending: 0, lagMs: 0 }]);
      const started = Date.now();
      await store.write((tx) => tx.touch([{ type: 'ARTICLE', id: 1 }, { type: 'QUOTE', id: 2 }, { type: 'ARTICLE', id: 1 }]));
      await store.write((tx) => tx.touch([{ type: 'QUOTE', id: 2 }]));
      expect((await outbox.after(0, 9)).map((row) => [row.seq, row.type, row.id])).toEqual([[1, 'QUOTE', 2], [2, 'ARTICLE', 1], [3, 'QUOTE', 2]]);
      expect((await outbox.after(1, 1)).map((row) => row.seq)).toEqual([2]);
      const { pending, lagMs } = await outbox.lag(1, started + 60_000);
      expect(pending).toBe(2);
      expect(lagMs).toBeGreaterThan(50_000);
      expect(lagMs).toBeLessThanOrEqual(60_000);
      await outbox.prune(2);
      expect([await outbox.firstSeq(), await outbox.lastSeq()]).toEqual([3, 3]);
      await outbox.prune(99);
      expect([await outbox.firstSeq(), await outbox.lastSeq()]).toEqual([null, 3]);
      await store.write((tx) => tx.touch([{ type: 'QUOTE', id: 2 }]));
      expect((await outbox.after(0, 9)).map((row) => row.seq)).toEqual([4]);
    });

    it('tells the index of what it cleared away by itself', async () => {
      const { store } = opened;
      await store.write(async (tx) => {
        const id = await tx.insertArticle(article());
        const [speakerId] = await tx.replaceSightings(id, [sighting('Ann Bell')]);
        await tx.insertQuote(id, quote('x', { speakerId }));
      });
      await store.write((tx) => tx.deleteArticle(1));
      expect((await store.outbox.after(0, 9)).map((row) => `${row.type} ${row.id}`)).toEqual(['STATEMENT 1', 'SPEAKER 1']);
    });

    it('gives a lease to one owner at a time, and takes it from a dead one', async () => {
      const { store } = opened;
      const mine = `${hostname()}:${process.pid}:a`;
      const other = `${hostname()}:${process.pid}:b`;
      expect(await store.acquireLease('feed', mine, 60_000)).toBe(true);
      expect(await store.acquireLease('feed', mine, 60_000)).toBe(true);
      expect(await store.acquireLease('feed', other, 60_000)).toBe(false);
      expect(await store.acquireLease('else', other, 60_000)).toBe(true);
      await store.releaseLease('feed', other); // not its own
      expect(await store.acquireLease('feed', other, 60_000)).toBe(false);
      await store.releaseLease('feed', mine);
      expect(await store.acquireLease('feed', `${hostname()}:999999999:dead`, 60_000)).toBe(true);
      expect(await store.acquireLease('feed', 'elsewhere.example:999999999:x', 20)).toBe(true);
      expect(await store.acquireLease('feed', mine, 60_000)).toBe(false); // another machine's: only time tells
      await new Promise((resolve) => setTimeout(resolve, 40));
      expect(await store.acquireLease('feed', mine, 60_000)).toBe(true);
    });
  });
}
