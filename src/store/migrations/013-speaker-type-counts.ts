/** How many articles give a speaker a type stands by itself: who stands in a million articles is not counted for each that arrives. */
import type { Kysely } from 'kysely';
import type { Tables } from '../schema.js';
import type { SqlDialect } from '../session.js';

export async function speakerTypeCounts(db: Kysely<Tables>, dialect: SqlDialect): Promise<void> {
  await dialect.keyOnly(db.schema.createTable('speaker_types')
    .addColumn('speaker_id', 'integer', (c) => c.notNull().references('speakers.id'))
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('articles', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('speaker_types_pk', ['speaker_id', 'type'])).execute();
  await db.insertInto('speaker_types').columns(['speaker_id', 'type', 'articles'])
    .expression((eb) => eb.selectFrom('sighting_types').select((x) => ['speaker_id', 'type', x.fn.countAll<number>().as('articles')]).groupBy(['speaker_id', 'type']))
    .execute();
}
