/** One holder of a name at a time, over all processes on the store. */
import { hostname } from 'node:os';
import type { Session } from './session.js';

/** An owner is `host:pid:nonce`. */
const OWNER = /^(.*):(\d+):[^:]*$/;

/** Every owner that asked for a lease in this process. */
const ownersHere = new Set<string>();

/**
 * Can we tell that the process behind an owner is dead? Only on its own machine. One with our process id that we know
 * nothing of is an earlier life of ours: in a container every start has the same id.
 */
function isDead(owner: string): boolean {
  const parts = OWNER.exec(owner);
  if (!parts || parts[1] !== hostname()) return false;
  if (Number(parts[2]) === process.pid) return !ownersHere.has(owner);
  try {
    process.kill(Number(parts[2]), 0); // signal 0 asks whether it is there, and does nothing
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Does somebody else hold it? Without the write lock, so that asking again and again disturbs nobody. */
export async function isHeldByOther(s: Session, name: string, owner: string, now: number): Promise<boolean> {
  const held = await s.db.selectFrom('leases').selectAll().where('name', '=', name).executeTakeFirst();
  return held !== undefined && held.owner !== owner && held.expires_at > now && !isDead(held.owner);
}

/** In a transaction. */
export async function acquireLease(s: Session, name: string, owner: string, ttlMs: number, now: number): Promise<boolean> {
  if (await isHeldByOther(s, name, owner, now)) return false;
  ownersHere.add(owner);
  const lease = { owner, expires_at: now + ttlMs };
  await s.db.insertInto('leases').values({ name, ...lease }).onConflict((oc) => oc.column('name').doUpdateSet(lease)).execute();
  return true;
}

export async function releaseLease(s: Session, name: string, owner: string): Promise<void> {
  await s.db.deleteFrom('leases').where('name', '=', name).where('owner', '=', owner).execute();
}
