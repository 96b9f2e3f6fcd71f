/** A speaker's type is the one that most articles give: what each gives is kept. */
import type { Kysely } from 'kysely';
import type { Tables } from '../schema.js';
import type { SqlDialect } from '../session.js';

export async function speakerTypes(db: Kysely<Tables>, dialect: SqlDialect): Promise<void> {
  await dialect.keyOnly(db.schema.createTable('sighting_types')
    .addColumn('article_id', 'integer', (c) => c.notNull().references('articles.id'))
    .addColumn('speaker_id', 'integer', (c) => c.notNull().references('speakers.id'))
    .addColumn('type', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('sighting_types_pk', ['article_id', 'speaker_id', 'type'])).execute();
  await db.schema.createIndex('sighting_types_of').on('sighting_types').columns(['speaker_id', 'type']).execute();
  await db.insertInto('sighting_types').columns(['article_id', 'speaker_id', 'type'])
    .expression((eb) => eb.selectFrom('sighting_forms as f').innerJoin('speakers as p', 'p.id', 'f.speaker_id').select(['f.article_id', 'f.speaker_id', 'p.type']).distinct())
    .execute();
}
