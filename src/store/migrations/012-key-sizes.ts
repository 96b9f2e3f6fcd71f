/** Beside each key of a quote stands how many keys it has: whether two share enough of them is seen where they are found. 0: from before, not known. */
import type { Kysely } from 'kysely';
import type { Tables } from '../schema.js';

export async function keySizes(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('quote_keys').addColumn('size', 'integer', (c) => c.notNull().defaultTo(0)).execute();
}
