/** A speaker whose name a person typed stays as long as a quote leads there, like any other: no mark keeps it beyond that. */
import type { Kysely } from 'kysely';
import type { Tables } from '../schema.js';

export async function speakersWithoutPin(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('speakers').dropColumn('pinned').execute();
}
