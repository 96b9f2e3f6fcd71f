/** What people chose of statements: quotes that were put into one, and quotes that were taken apart. */
import type { MatchingLimits } from '../domain/write-store.js';
import { among, portions } from './session.js';
import type { Session } from './session.js';

export async function othersIn(s: Session, statementId: number, quoteId: number): Promise<number[]> {
  const rows = await s.db.selectFrom('quotes').select('id').where('statement_id', '=', statementId).where('id', '!=', quoteId).execute();
  return rows.map((row) => row.id);
}

/** The quote was put into a statement by hand, out of the company of others. */
export async function markMoved(s: Session, quoteId: number, statementId: number, left: readonly number[]): Promise<void> {
  await s.db.updateTable('quotes').set({ statement_set: 1 }).where('id', '=', quoteId).execute();
  const joined = await othersIn(s, statementId, quoteId);
  await s.db.deleteFrom('quotes_apart').where((eb) => eb.or([
    eb.and([eb('quote_id', '=', quoteId), among(s, eb.ref('other_id'), joined)]),
    eb.and([eb('other_id', '=', quoteId), among(s, eb.ref('quote_id'), joined)]),
  ])).execute();
  for (const some of portions(left)) {
    await s.db.insertInto('quotes_apart').values(some.map((other) => ({ quote_id: quoteId, other_id: other }))).onConflict((oc) => oc.doNothing()).execute();
  }
}

export async function clearStatementByHand(s: Session, quoteId: number): Promise<void> {
  await s.db.updateTable('quotes').set({ statement_set: 0 }).where('id', '=', quoteId).execute();
  await s.db.deleteFrom('quotes_apart').where('quote_id', '=', quoteId).execute();
}

export async function forgetApart(s: Session, quoteIds: readonly number[]): Promise<void> {
  await s.db.deleteFrom('quotes_apart').where((eb) => eb.or([among(s, eb.ref('quote_id'), quoteIds), among(s, eb.ref('other_id'), quoteIds)])).execute();
}

export async function matchingLimits(s: Session, quoteId: number): Promise<MatchingLimits> {
  const put = await s.db.selectFrom('quotes as q').innerJoin('quotes as o', 'o.statement_id', 'q.statement_id').select('o.id')
    .where('q.id', '=', quoteId).where('o.statement_set', '=', 1).limit(1).executeTakeFirst();
  const apart = s.db.selectFrom('quotes_apart').select('other_id as id').where('quote_id', '=', quoteId)
    .unionAll(s.db.selectFrom('quotes_apart').select('quote_id as id').where('other_id', '=', quoteId));
  const rows = await s.db.selectFrom('quotes').select((eb) => eb.ref('statement_id').$notNull().as('statement_id')).distinct()
    .where('id', 'in', apart).where('statement_id', 'is not', null).execute();
  return { stays: put !== undefined, barred: new Set(rows.map((row) => row.statement_id)) };
}
