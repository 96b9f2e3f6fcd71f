/** One holder of a name at a time, over all processes on the store. */
import { hostname } from 'node:os';
import type { Session } from './session.js';

/** An owner is `host:pid:nonce`. */
const OWNER = /^(.*):(\d+):[^:]*$/;

/** Can we tell that the process behind an owner is dead? Only on its own machine. */
function isDead(owner: string): boolean {
  const parts = OWNER.exec(owner);
  if (!parts || parts[1] !== hostname()) return false;
  try {
    process.kill(Number(parts[2]), 0); // signal 0 asks whether it is there, and does nothing
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** In a transaction. */
export async function acquireLease(s: Session, name: string, owner: string, ttlMs: number, now: number): Promise<boolean> {
  const held = await s.db.selectFrom('leases').selectAll().where('name', '=', name).executeTakeFirst();
  if (held && held.owner !== owner && held.expires_at > now && !isDead(held.owner)) return false;
  const lease = { owner, expires_at: now + ttlMs };
  await s.db.insertInto('leases').values({ name, ...lease }).onConflict((oc) => oc.column('name').doUpdateSet(lease)).execute();
  return true;
}

export async function releaseLease(s: Session, name: string, owner: string): Promise<void> {
  await s.db.deleteFrom('leases').where('name', '=', name).where('owner', '=', owner).execute();
}
