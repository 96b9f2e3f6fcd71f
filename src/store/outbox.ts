/** The changes that the index has yet to learn of, in the order in which their transactions ended. */
import type { RecordKey, OutboxRow } from '../domain/write-store.js';
import { portions } from './session.js';
import type { Session, WriteSession } from './session.js';

export function touch(s: WriteSession, keys: readonly RecordKey[]): void {
  for (const { type, id } of keys) {
    const key = `${type} ${id}`;
    s.touched.delete(key); // said again: it goes to the end
    s.touched.set(key, { type, id });
  }
}

/** Writes down what was touched, each record once; part of the transaction that changed it. */
export async function flushTouched(s: WriteSession, at: number): Promise<void> {
  const rows = [...s.touched.values()].map(({ type, id }) => ({ type, record_id: id, at }));
  s.touched.clear();
  for (const some of portions(rows)) await s.db.insertInto('outbox').values(some).execute();
}

export async function rowsAfter(s: Session, seq: number, limit: number): Promise<OutboxRow[]> {
  const rows = await s.db.selectFrom('outbox').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute();
  return rows.map((row) => ({ seq: row.seq, type: row.type, id: row.record_id, at: row.at }));
}

export async function firstSeq(s: Session): Promise<number | null> {
  const row = await s.db.selectFrom('outbox').select((eb) => eb.fn.min('seq').as('seq')).executeTakeFirst();
  return row?.seq ?? null;
}

export async function lastSeq(s: Session): Promise<number> {
  const row = await s.db.selectFrom('outbox').select((eb) => eb.fn.max('seq').as('seq')).executeTakeFirst();
  if (row?.seq != null) return row.seq;
  const pruned = await s.db.selectFrom('meta').select('value').where('name', '=', 'outbox_pruned').executeTakeFirst();
  return pruned?.value ?? 0;
}

/** In a transaction. */
export async function prune(s: Session, seq: number): Promise<void> {
  const value = Math.min(seq, await lastSeq(s));
  await s.db.deleteFrom('outbox').where('seq', '<=', value).execute();
  await s.db.insertInto('meta').values({ name: 'outbox_pruned', value })
    .onConflict((oc) => oc.column('name').doUpdateSet({ value }).where('meta.value', '<', value)).execute();
}

export async function lag(s: Session, seq: number, now: number): Promise<{ pending: number; lagMs: number }> {
  const row = await s.db.selectFrom('outbox').select((eb) => [eb.fn.countAll<number>().as('pending'), eb.fn.min('at').as('oldest')])
    .where('seq', '>', seq).executeTakeFirstOrThrow();
  return { pending: row.pending, lagMs: row.oldest === null ? 0 : Math.max(0, now - row.oldest) };
}
