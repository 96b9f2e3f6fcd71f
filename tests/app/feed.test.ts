/** Feeding the index beside other processes: one at a time, for as long as it takes, and no rebuild that nothing asks for. */
import { hostname } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drainOutbox, MAX_ANSWER_WAIT_MS, startFeeder } from '../../src/app/feed.js';
import { ingestArticle } from '../../src/app/ingest.js';
import { leaseOwner, whileFeeding } from '../../src/app/lease.js';
import type { App } from '../../src/app/types.js';
import { openApp } from '../../src/cli/open-app.js';
import { readConfig } from '../../src/config.js';
import type { Store } from '../../src/domain/write-store.js';
import { makeFolder, removeFolder } from '../support/folder.js';

/** Twice as long as a lease holds, ms. */
const LONG_MS = 120_000;

afterEach(() => vi.useRealTimers());

/** A store of which only the lease is asked; `answers` are those of the renewals. */
function leasingStore(answers: () => Promise<boolean>): { store: Store; asked: () => number } {
  let calls = 0;
  const acquireLease = (): Promise<boolean> => (calls++ === 0 ? Promise.resolve(true) : answers());
  return { store: { acquireLease, releaseLease: () => Promise.resolve() } as unknown as Store, asked: () => calls };
}

describe('the lease', () => {
  it('is renewed while the work goes on, a store that is busy at one renewal notwithstanding', async () => {
    vi.useFakeTimers();
    let busy = true;
    const { store, asked } = leasingStore(() => (busy ? ((busy = false), Promise.reject(new Error('busy'))) : Promise.resolve(true)));
    const held = await whileFeeding(store, 'here:1:a', async ({ isHeld }) => {
      await vi.advanceTimersByTimeAsync(LONG_MS);
      return isHeld();
    });
    expect(held).toBe(true);
    expect(asked()).toBeGreaterThan(2);
    const before = asked();
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(asked()).toBe(before);
  });

  it('tells the work when another process has it', async () => {
    vi.useFakeTimers();
    const { store } = leasingStore(() => Promise.resolve(false));
    const held = await whileFeeding(store, 'here:1:a', async ({ isHeld }) => {
      await vi.advanceTimersByTimeAsync(LONG_MS);
      return isHeld();
    });
    expect(held).toBe(false);
  });
});

describe('an index that is up to date', () => {
  it('is not rebuilt because another process writes while the feeder looks at the outbox', async () => {
    const folder = makeFolder();
    const { app, close } = await openApp(readConfig({}, { data: folder }));
    try {
      await ingestArticle(app, { body: '“The pier is safe,” said Mayor Ines Calloway.' });
      await drainOutbox(app, leaseOwner());
      let armed = false;
      const meanwhile = async <T>(look: Promise<T>): Promise<T> => {
        const seen = await look;
        if (armed) {
          armed = false;
          await ingestArticle(app, { body: '“We tested every plank,” said engineer Tom Hale.' });
        }
        return seen;
      };
      const { outbox } = app.store;
      const rebuild = vi.fn(app.index.rebuild.bind(app.index));
      const watched: App = {
        ...app,
        store: { ...app.store, outbox: { ...outbox, firstSeq: () => meanwhile(outbox.firstSeq()), lastSeq: () => meanwhile(outbox.lastSeq()) } },
        index: {
          engine: 'embedded',
          position: () => ((armed = true), app.index.position()),
          apply: (batch) => app.index.apply(batch),
          rebuild,
          search: (request) => app.index.search(request),
          suggest: (prefix, limit) => app.index.suggest(prefix, limit),
          close: () => app.index.close(),
        },
      };
      await drainOutbox(watched, leaseOwner());
      expect(rebuild).not.toHaveBeenCalled();
      await drainOutbox(app, leaseOwner());
      expect(await app.index.position()).toBe(await outbox.lastSeq());
    } finally {
      await close();
      removeFolder(folder);
    }
  });
});

describe('a mutation', () => {
  it('waits a moment for the index while another process holds it, and the index learns of it later', async () => {
    const folder = makeFolder();
    const { app, close } = await openApp(readConfig({}, { data: folder }));
    const rebuilding = `${hostname()}:${process.ppid}:rebuilding`;
    try {
      await ingestArticle(app, { body: '“The pier is safe,” said Mayor Ines Calloway.' });
      await drainOutbox(app, leaseOwner());
      await app.store.acquireLease('feed', rebuilding, LONG_MS);
      const feeder = startFeeder(app, () => {});
      await ingestArticle(app, { body: '“We tested every plank,” said engineer Tom Hale.' });
      const started = performance.now();
      await Promise.all([feeder.flushForAnswer(), feeder.flushForAnswer(), feeder.flushForAnswer()]);
      expect(performance.now() - started).toBeGreaterThanOrEqual(MAX_ANSWER_WAIT_MS - 50);
      expect(await app.index.position()).toBeLessThan(await app.store.outbox.lastSeq());
      await app.store.releaseLease('feed', rebuilding);
      await feeder.flush();
      expect(await app.index.position()).toBe(await app.store.outbox.lastSeq());
      await feeder.stop();
    } finally {
      await close();
      removeFolder(folder);
    }
  });

  it('takes no lease where the index has learnt of all', async () => {
    const folder = makeFolder();
    const { app, close } = await openApp(readConfig({}, { data: folder }));
    try {
      await ingestArticle(app, { body: '“The pier is safe,” said Mayor Ines Calloway.' });
      await drainOutbox(app, leaseOwner());
      const acquire = vi.spyOn(app.store, 'acquireLease');
      await drainOutbox(app, leaseOwner());
      expect(acquire).not.toHaveBeenCalled();
    } finally {
      await close();
      removeFolder(folder);
    }
  });
});
