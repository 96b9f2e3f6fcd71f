/** What sources print on many pages: hashes by source, and where it stands in an article. The latest articles of a source are looked up by id. */
import type { Kysely } from 'kysely';
import type { Tables } from '../schema.js';
import type { SqlDialect } from '../session.js';

export async function learnedBoilerplate(db: Kysely<Tables>, dialect: SqlDialect): Promise<void> {
  await dialect.keyOnly(db.schema.createTable('boilerplate_hashes')
    .addColumn('source_id', 'integer', (c) => c.notNull().references('sources.id'))
    .addColumn('hash', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('boilerplate_hashes_pk', ['source_id', 'hash'])).execute();
  await db.schema.createTable('learned_boilerplate')
    .addColumn('article_id', 'integer', (c) => c.primaryKey().references('articles.id'))
    .addColumn('spans', 'text', (c) => c.notNull()).execute();
  await db.schema.createIndex('articles_by_arrival').on('articles').columns(['source_id', 'id']).execute();
}
