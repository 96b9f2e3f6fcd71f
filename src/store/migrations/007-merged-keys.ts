/** Keys tell whether a merge brought them: a speaker keeps its own name. Of merges made before that is not known any more. */
import type { Kysely } from 'kysely';
import type { Tables } from '../schema.js';

export async function mergedKeys(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('speaker_keys').addColumn('merged', 'integer', (c) => c.notNull().defaultTo(0)).execute();
}
