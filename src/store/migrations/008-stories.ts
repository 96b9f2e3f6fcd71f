/** Stories, and what articles are compared by to find theirs. Articles from before have none until they are read again. */
import type { Kysely } from 'kysely';
import type { Tables } from '../schema.js';
import type { SqlDialect } from '../session.js';

export async function storiesOfArticles(db: Kysely<Tables>, dialect: SqlDialect): Promise<void> {
  await db.schema.createTable('stories')
    .addColumn('id', 'integer', (c) => dialect.idColumn(c))
    .addColumn('representative_id', 'integer', (c) => c.notNull())
    .addColumn('first_at', 'text')
    .addColumn('last_at', 'text')
    .addColumn('article_count', 'integer', (c) => c.notNull())
    .addColumn('source_count', 'integer', (c) => c.notNull()).execute();
  await db.schema.createIndex('stories_by_first').on('stories').columns(['first_at', 'id']).execute();
  await db.schema.createIndex('stories_by_last').on('stories').columns(['last_at desc', 'id']).execute();
  await db.schema.createIndex('stories_by_sources').on('stories').columns(['source_count desc', 'id']).execute();
  await db.schema.createIndex('stories_by_articles').on('stories').columns(['article_count desc', 'id']).execute();
  await db.schema.alterTable('articles').addColumn('story_id', 'integer').execute();
  await db.schema.createIndex('articles_of_story').on('articles').columns(['story_id', 'published_at', 'id', 'source_id']).execute();
  await db.schema.createTable('story_redirects')
    .addColumn('from_id', 'integer', (c) => c.primaryKey())
    .addColumn('into_id', 'integer', (c) => c.notNull()).execute();
  await db.schema.createIndex('story_redirects_into').on('story_redirects').column('into_id').execute();

  await db.schema.createTable('story_terms')
    .addColumn('article_id', 'integer', (c) => c.primaryKey().references('articles.id'))
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('terms', 'text', (c) => c.notNull()).execute();
  // The day stands in the key so that a time window is one stretch of it; no index by article, which knows its keys and day.
  await dialect.keyOnly(db.schema.createTable('story_keys')
    .addColumn('key', 'bigint', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('article_id', 'integer', (c) => c.notNull().references('articles.id'))
    .addPrimaryKeyConstraint('story_keys_pk', ['key', 'day', 'article_id'])).execute();
  await db.schema.createTable('story_term_counts')
    .addColumn('key', 'bigint', (c) => c.primaryKey())
    .addColumn('articles', 'integer', (c) => c.notNull()).execute();
}
