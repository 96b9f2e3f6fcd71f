/** Which agency an article says it is from, and how many of its words are its own. Of articles from before that is told when they are read again. */
import type { Kysely } from 'kysely';
import type { Tables } from '../schema.js';

export async function ownWords(db: Kysely<Tables>): Promise<void> {
  await db.schema.createTable('own_words')
    .addColumn('article_id', 'integer', (c) => c.primaryKey().references('articles.id'))
    .addColumn('agency', 'text')
    .addColumn('counted', 'integer', (c) => c.notNull())
    .addColumn('own', 'integer', (c) => c.notNull()).execute();
}
