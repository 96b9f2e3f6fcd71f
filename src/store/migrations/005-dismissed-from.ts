/** The statement of a dismissed quote leads to the one it gets when it is put back. */
import type { Kysely } from 'kysely';
import type { Tables } from '../schema.js';

export async function dismissedFrom(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('quotes').addColumn('dismissed_from', 'integer').execute();
}
