/**
 * Feeds the outbox to the index: in order, at least once. The index says how far it has come, so that a batch that was
 * cut short is sent again and one that arrived is not. One process feeds at a time.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { SearchKey } from '../domain/search-index.js';
import type { OutboxRow } from '../domain/write-store.js';
import { articlesBySize } from './batches.js';
import { searchDocuments } from './index-documents.js';
import { leaseOwner, whileFeeding, type HeldLease } from './lease.js';
import { rebuildIndex } from './reindex.js';
import type { App, IndexStatus } from './types.js';

/** Records whose documents are sent together. */
const BATCH_ROWS = 500;
/**
 * Brings the index up to the outbox's end as it was at the call, itself or by waiting for the process that feeds.
 * @throws OnRecordError SEARCH_UNAVAILABLE where the engine does not answer; nothing is lost, call again later
 */
export async function drainOutbox(app: App, owner: string): Promise<void> {
  const goal = await app.store.outbox.lastSeq();
  // Nothing to do takes no lease: a service looks every second, and each lease is two transactions.
  if ((await app.index.position()) === goal) return;
  const isThere = async (): Promise<boolean> => ((await app.index.position()) ?? -1) >= goal;
  await whileFeeding(app.store, owner, (lease) => feedUntil(app, lease, goal), isThere);
}

/** Ends early where the lease is lost, as only a process that was stopped for long loses it: whoever holds it now feeds. */
async function feedUntil(app: App, lease: HeldLease, goal: number): Promise<void> {
  let position = await app.index.position();
  if (position === null || (await isTooFarBack(app, position))) {
    await rebuildIndex(app);
    position = await app.index.position();
  }
  while (position !== null && position < goal && lease.isHeld()) {
    const to = await feedBatch(app, position);
    // Refused: another index took this one's place between the two calls. Where that one stands is asked anew.
    position = to ?? (await app.index.position());
  }
}

/** Rows that this index has not seen may be forgotten already, or it belongs to another store: it cannot catch up. */
async function isTooFarBack(app: App, position: number): Promise<boolean> {
  // The end first: what another process writes between the two looks must not seem to have been forgotten.
  const last = await app.store.outbox.lastSeq();
  const first = await app.store.outbox.firstSeq();
  return position > last || (first === null ? position < last : position < first - 1);
}

/** @returns the position after the batch; null where the index refused it */
async function feedBatch(app: App, from: number): Promise<number | null> {
  const rows = await thatFit(app, await app.store.outbox.after(from, BATCH_ROWS));
  if (rows.length === 0) return from;
  const to = rows.at(-1)!.seq;
  const keys = distinct(rows.flatMap((row) => (row.type === 'SOURCE' || row.type === 'STORY' ? [] : [{ type: row.type, id: row.id }])));
  const upserts = await searchDocuments(app.store.read, keys);
  const found = new Set(upserts.map(nameOf));
  const deletes = keys.filter((key) => !found.has(nameOf(key)));
  if (!(await app.index.apply({ from, to, upserts, deletes }))) return null;
  await app.store.outbox.prune(to);
  return to;
}

/** The first of the rows, up to the article whose body would be too much to hold beside those before it. */
async function thatFit(app: App, rows: readonly OutboxRow[]): Promise<readonly OutboxRow[]> {
  const articles = [...new Set(rows.flatMap((row) => (row.type === 'ARTICLE' ? [row.id] : [])))];
  if (articles.length < 2) return rows;
  const [, next] = await articlesBySize(app.store.read, articles);
  return next ? rows.slice(0, rows.findIndex((row) => row.type === 'ARTICLE' && row.id === next[0])) : rows;
}

const nameOf = (key: SearchKey): string => `${key.type} ${key.id}`;
const distinct = (keys: readonly SearchKey[]): SearchKey[] => [...new Map(keys.map((key) => [nameOf(key), key])).values()];

/** How far the index is behind the store. An index that must be built, or does not answer, has everything before it. */
export async function indexStatus(app: App): Promise<IndexStatus> {
  const position = await app.index.position().catch(() => null);
  const { pending, lagMs } = await app.store.outbox.lag(position ?? 0, app.now());
  // What an index that must be built misses may have left the outbox long ago; at the least it is behind.
  const isBehind = position === null && pending === 0 && !(await app.store.read.isEmpty());
  return { engine: app.index.engine, pending: isBehind ? 1 : pending, lagMs };
}

/** Feeds in the background, and at once when asked. */
export interface Feeder {
  /** Resolves when the index has learnt of all that stood in the outbox at the call. @throws OnRecordError SEARCH_UNAVAILABLE */
  flush(): Promise<void>;
  /** The same, for somebody who waits for an answer: ends after MAX_ANSWER_WAIT_MS at the latest, and feeding goes on. */
  flushForAnswer(): Promise<void>;
  /** Feeds what is there, then stops. */
  stop(): Promise<void>;
}

/** How often the outbox is looked into without a call: another process may have written to it. Milliseconds. */
const POLL_MS = 1_000;
/** How long a mutation waits for the index while another process feeds or rebuilds it; `indexStatus` tells the lag. Milliseconds. */
export const MAX_ANSWER_WAIT_MS = 2_000;
/** After a failure the pauses double up to this. Milliseconds. */
const MAX_PAUSE_MS = 30_000;

/** @param onError is told of the first of several failures in a row, and of the next one after a success */
export function startFeeder(app: App, onError: (error: unknown) => void): Feeder {
  const owner = leaseOwner();
  let last: Promise<void> = Promise.resolve();
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  // One after another: two at once in this process would only be in each other's way. One that has not begun feeds for all who ask meanwhile.
  let next: Promise<void> | undefined;
  const flush = (): Promise<void> => {
    if (next) return next;
    const flushed = last.then(() => {
      next = undefined;
      return drainOutbox(app, owner);
    });
    next = flushed;
    last = flushed.catch(() => {});
    return flushed;
  };
  const poll = async (): Promise<void> => {
    try {
      await flush();
      failures = 0;
    } catch (error) {
      if (failures++ === 0) onError(error);
    }
    if (timer) timer = setTimeout(() => void poll(), failures === 0 ? POLL_MS : Math.min(MAX_PAUSE_MS, POLL_MS * 2 ** failures)).unref();
  };
  timer = setTimeout(() => void poll(), 0).unref();
  return {
    flush,
    flushForAnswer: async () => {
      const waited = new AbortController();
      const tooLong = sleep(MAX_ANSWER_WAIT_MS, undefined, { ref: false, signal: waited.signal }).catch(() => {});
      await Promise.race([flush(), tooLong]).finally(() => waited.abort());
    },
    stop: async () => {
      clearTimeout(timer);
      timer = undefined;
      await flush().catch(() => {});
    },
  };
}
