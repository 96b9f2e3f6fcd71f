/** The lease under which one process at a time writes to the index. */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../domain/write-store.js';

const FEED_LEASE = 'feed';
/** Renewed while it is held; a holder that died on this host is noticed at once. */
const FEED_LEASE_MS = 60_000;
/** How long to wait before asking again, milliseconds: a batch is fed in less, a rebuild takes minutes. */
const LEASE_WAIT_MS = 25;
const MAX_LEASE_WAIT_MS = 400;

/** Names this process, and one use in it, as the holder of a lease: `host:pid:nonce`. */
export const leaseOwner = (): string => `${hostname()}:${process.pid}:${randomBytes(6).toString('hex')}`;

/** What a holder of the lease is told. */
export interface HeldLease {
  /** False once the lease could not be renewed: another process may feed the index now. */
  readonly isHeld: () => boolean;
}

/**
 * Runs the work while this process alone writes to the index. The lease is renewed meanwhile, however long the work takes.
 * @param giveUp asked where another process holds the lease: true ends the wait, and the work is left undone
 */
export async function whileFeeding<T>(store: Store, owner: string, work: (lease: HeldLease) => Promise<T>, giveUp: () => Promise<boolean> = async () => false): Promise<T | undefined> {
  const acquire = (): Promise<boolean> => store.acquireLease(FEED_LEASE, owner, FEED_LEASE_MS);
  for (let wait = LEASE_WAIT_MS; !(await acquire()); wait = Math.min(MAX_LEASE_WAIT_MS, 2 * wait)) {
    if (await giveUp()) return undefined;
    await sleep(wait);
  }
  let held = true;
  // A store that is busy just now is asked again at the next turn, well before the lease runs out.
  const renewal = setInterval(() => void acquire().then((renewed) => (held &&= renewed), () => undefined), FEED_LEASE_MS / 4);
  try {
    return await work({ isHeld: () => held });
  } finally {
    clearInterval(renewal);
    await store.releaseLease(FEED_LEASE, owner);
  }
}
