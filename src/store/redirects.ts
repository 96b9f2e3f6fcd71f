/** Ids that lead to what replaced them: kept flat, so that one look is enough. */
import type { Session } from './session.js';
import { among } from './session.js';

type RedirectTable = 'speaker_redirects' | 'statement_redirects' | 'story_redirects';

/** For each id that leads elsewhere, where to. */
export async function redirectsOf(s: Session, table: RedirectTable, ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await s.db.selectFrom(table).selectAll().where((eb) => among(s, eb.ref('from_id'), ids)).execute();
  return new Map(rows.map((row) => [row.from_id, row.into_id]));
}

export async function resolveId(s: Session, table: RedirectTable, id: number): Promise<number> {
  return (await redirectsOf(s, table, [id])).get(id) ?? id;
}

/** From now on `from`, and what led to it, leads to `into` or what that leads to. */
export async function addRedirect(s: Session, table: RedirectTable, from: number, into: number): Promise<void> {
  const target = await resolveId(s, table, into);
  if (target === from) return;
  await s.db.updateTable(table).set({ into_id: target }).where('into_id', '=', from).execute();
  await s.db.insertInto(table).values({ from_id: from, into_id: target })
    .onConflict((oc) => oc.column('from_id').doUpdateSet({ into_id: target })).execute();
}
