/** The lease under which one process at a time writes to the index. */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

export const FEED_LEASE = 'feed';
/** Longer than any batch takes; a holder that died on this host is noticed at once. */
export const FEED_LEASE_MS = 60_000;
/** How long to wait before asking again, milliseconds. */
export const LEASE_WAIT_MS = 25;

/** Names this process, and one use in it, as the holder of a lease: `host:pid:nonce`. */
export const leaseOwner = (): string => `${hostname()}:${process.pid}:${randomBytes(6).toString('hex')}`;
