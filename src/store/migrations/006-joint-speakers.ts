/** Those who say a quote together with its first speaker; quotes from before have none until their article is read again. */
import type { Kysely } from 'kysely';
import type { Tables } from '../schema.js';
import type { SqlDialect } from '../session.js';

export async function jointSpeakers(db: Kysely<Tables>, dialect: SqlDialect): Promise<void> {
  await dialect.keyOnly(db.schema.createTable('joint_speakers')
    .addColumn('quote_id', 'integer', (c) => c.notNull().references('quotes.id'))
    .addColumn('speaker_id', 'integer', (c) => c.notNull().references('speakers.id'))
    .addColumn('place', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('joint_speakers_pk', ['quote_id', 'speaker_id'])).execute();
  await db.schema.createIndex('joint_speakers_of').on('joint_speakers').column('speaker_id').execute();
}
