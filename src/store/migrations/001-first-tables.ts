import type { CreateTableBuilder, Kysely } from 'kysely';
import type { Tables } from '../schema.js';
import type { SqlDialect } from '../session.js';

type Table = CreateTableBuilder<string>;

const articles = async (db: Kysely<Tables>, dialect: SqlDialect): Promise<void> => {
  await db.schema.createTable('meta')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'bigint', (c) => c.notNull()).execute();
  await db.schema.createTable('sources')
    .addColumn('id', 'integer', (c) => dialect.idColumn(c))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('folded_name', 'text', (c) => c.notNull())
    .addColumn('domain', 'text')
    .addColumn('article_count', 'integer', (c) => c.notNull()).execute();
  await db.schema.createTable('articles')
    .addColumn('id', 'integer', (c) => dialect.idColumn(c))
    .addColumn('source_id', 'integer', (c) => c.references('sources.id'))
    .addColumn('publisher_id', 'text')
    .addColumn('url', 'text')
    .addColumn('title', 'text')
    .addColumn('byline', 'text')
    .addColumn('language', 'text')
    .addColumn('published_at', 'text')
    .addColumn('body_hash', 'text', (c) => c.notNull())
    .addColumn('boilerplate', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull()).execute();
  await db.schema.createTable('article_texts')
    .addColumn('article_id', 'integer', (c) => c.primaryKey().references('articles.id'))
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('folded', 'text', (c) => c.notNull()).execute();
  await db.schema.createTable('article_revisions')
    .addColumn('article_id', 'integer', (c) => c.notNull().references('articles.id'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('title', 'text')
    .addColumn('published_at', 'text')
    .addColumn('body_hash', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('article_revisions_pk', ['article_id', 'revision']).execute();
  await db.schema.createIndex('sources_by_domain').on('sources').column('domain').execute();
  await db.schema.createIndex('sources_by_name').on('sources').column('folded_name').execute();
  await db.schema.createIndex('articles_by_publisher').on('articles').columns(['publisher_id', 'source_id']).execute();
  await db.schema.createIndex('articles_by_url').on('articles').column('url').execute();
  await db.schema.createIndex('articles_by_hash').on('articles').column('body_hash').execute();
  await db.schema.createIndex('articles_by_date').on('articles').columns(['published_at desc', 'id']).execute();
  await db.schema.createIndex('articles_of_source').on('articles').columns(['source_id', 'published_at desc', 'id']).execute();
};

const redirects = (table: Table): Table => table
  .addColumn('from_id', 'integer', (c) => c.primaryKey())
  .addColumn('into_id', 'integer', (c) => c.notNull());

const speakers = async (db: Kysely<Tables>, dialect: SqlDialect): Promise<void> => {
  await db.schema.createTable('speakers')
    .addColumn('id', 'integer', (c) => dialect.idColumn(c))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('pinned', 'integer', (c) => c.notNull())
    .addColumn('quote_count', 'integer', (c) => c.notNull()).execute();
  await db.schema.createTable('speaker_keys')
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('speaker_id', 'integer', (c) => c.notNull().references('speakers.id'))
    .addPrimaryKeyConstraint('speaker_keys_pk', ['key', 'type']).execute();
  await redirects(db.schema.createTable('speaker_redirects')).execute();
  await db.schema.createTable('speaker_forms')
    .addColumn('speaker_id', 'integer', (c) => c.notNull().references('speakers.id'))
    .addColumn('form', 'text', (c) => c.notNull())
    .addColumn('folded_name', 'text', (c) => c.notNull())
    .addColumn('folded', 'text', (c) => c.notNull())
    .addColumn('uses', 'integer', (c) => c.notNull())
    .addColumn('full_uses', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('speaker_forms_pk', ['speaker_id', 'form']).execute();
  await db.schema.createTable('sighting_forms')
    .addColumn('article_id', 'integer', (c) => c.notNull().references('articles.id'))
    .addColumn('speaker_id', 'integer', (c) => c.notNull().references('speakers.id'))
    .addColumn('form', 'text', (c) => c.notNull())
    .addColumn('uses', 'integer', (c) => c.notNull())
    .addColumn('full_uses', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('sighting_forms_pk', ['article_id', 'speaker_id', 'form']).execute();
  await db.schema.createTable('sighting_roles')
    .addColumn('article_id', 'integer', (c) => c.notNull().references('articles.id'))
    .addColumn('speaker_id', 'integer', (c) => c.notNull().references('speakers.id'))
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('folded', 'text', (c) => c.notNull())
    .addColumn('start_at', 'integer', (c) => c.notNull())
    .addColumn('end_at', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('sighting_roles_pk', ['article_id', 'speaker_id', 'folded', 'start_at']).execute();
  await db.schema.createIndex('speakers_by_quotes').on('speakers').columns(['quote_count desc', 'id']).execute();
  await db.schema.createIndex('speaker_keys_of').on('speaker_keys').column('speaker_id').execute();
  await db.schema.createIndex('speaker_redirects_into').on('speaker_redirects').column('into_id').execute();
  await db.schema.createIndex('speaker_forms_by_name').on('speaker_forms').column('folded_name').execute();
  await db.schema.createIndex('sighting_forms_of').on('sighting_forms').column('speaker_id').execute();
  await db.schema.createIndex('sighting_roles_of').on('sighting_roles').column('speaker_id').execute();
};

const quotes = async (db: Kysely<Tables>, dialect: SqlDialect): Promise<void> => {
  await db.schema.createTable('statements')
    .addColumn('id', 'integer', (c) => dialect.idColumn(c))
    .addColumn('best_quote_id', 'integer', (c) => c.notNull())
    .addColumn('first_quote_id', 'integer', (c) => c.notNull())
    .addColumn('last_quote_id', 'integer', (c) => c.notNull())
    .addColumn('first_at', 'text')
    .addColumn('speaker_id', 'integer', (c) => c.references('speakers.id'))
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('source_count', 'integer', (c) => c.notNull())
    .addColumn('article_count', 'integer', (c) => c.notNull()).execute();
  await redirects(db.schema.createTable('statement_redirects')).execute();
  await db.schema.createTable('quotes')
    .addColumn('id', 'integer', (c) => dialect.idColumn(c))
    .addColumn('article_id', 'integer', (c) => c.notNull().references('articles.id'))
    .addColumn('source_id', 'integer')
    .addColumn('published_at', 'text')
    .addColumn('statement_id', 'integer', (c) => c.references('statements.id'))
    .addColumn('statement_set', 'integer', (c) => c.notNull())
    .addColumn('dismissed', 'integer', (c) => c.notNull())
    .addColumn('speaker_id', 'integer', (c) => c.references('speakers.id'))
    .addColumn('speaker_set', 'integer', (c) => c.notNull())
    .addColumn('extracted_speaker_id', 'integer', (c) => c.references('speakers.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('manner', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('folded', 'text', (c) => c.notNull())
    .addColumn('start_at', 'integer', (c) => c.notNull())
    .addColumn('end_at', 'integer', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('cue', 'text', (c) => c.notNull())
    .addColumn('mention', 'text')
    .addColumn('attribution_confidence', 'double precision', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('evidence', 'text', (c) => c.notNull())
    .addColumn('candidates', 'text', (c) => c.notNull())
    .addColumn('confidence', 'double precision', (c) => c.notNull())
    .addColumn('content_key', 'text', (c) => c.notNull())
    .addColumn('match', 'text', (c) => c.notNull())
    .addColumn('similarity', 'double precision', (c) => c.notNull()).execute();
  await dialect.keyOnly(db.schema.createTable('quote_keys')
    .addColumn('key', 'bigint', (c) => c.notNull())
    .addColumn('quote_id', 'integer', (c) => c.notNull().references('quotes.id'))
    .addPrimaryKeyConstraint('quote_keys_pk', ['key', 'quote_id'])).execute();
  await db.schema.createIndex('statements_by_date').on('statements').columns(['first_at desc', 'id']).execute();
  await db.schema.createIndex('statements_by_sources').on('statements').columns(['source_count desc', 'id']).execute();
  await db.schema.createIndex('statements_of_speaker').on('statements').column('speaker_id').execute();
  await db.schema.createIndex('statement_redirects_into').on('statement_redirects').column('into_id').execute();
  // What follows the id in these is there to be counted and joined without reading the rows, which are wide.
  await db.schema.createIndex('quotes_by_date').on('quotes').columns(['published_at desc', 'id', 'statement_id']).execute();
  await db.schema.createIndex('quotes_of_article').on('quotes').columns(['article_id', 'start_at', 'id', 'statement_id']).execute();
  await db.schema.createIndex('quotes_of_speaker').on('quotes').columns(['speaker_id', 'published_at desc', 'id', 'statement_id']).execute();
  await db.schema.createIndex('quotes_of_source').on('quotes').columns(['source_id', 'published_at desc', 'id', 'statement_id', 'article_id']).execute();
  await db.schema.createIndex('quotes_of_statement').on('quotes').columns(['statement_id', 'published_at', 'id', 'source_id', 'article_id']).execute();
  await db.schema.createIndex('quotes_extracted').on('quotes').column('extracted_speaker_id').execute();
  await db.schema.createIndex('quote_keys_of').on('quote_keys').column('quote_id').execute();
};

const overlap = async (db: Kysely<Tables>, dialect: SqlDialect): Promise<void> => {
  await dialect.keyOnly(db.schema.createTable('fingerprints')
    .addColumn('hash', 'bigint', (c) => c.notNull())
    .addColumn('article_id', 'integer', (c) => c.notNull().references('articles.id'))
    .addPrimaryKeyConstraint('fingerprints_pk', ['hash', 'article_id'])).execute();
  await db.schema.createTable('reuse')
    .addColumn('a_id', 'integer', (c) => c.notNull().references('articles.id'))
    .addColumn('b_id', 'integer', (c) => c.notNull().references('articles.id'))
    .addColumn('relation', 'text', (c) => c.notNull())
    .addColumn('shares', 'integer', (c) => c.notNull())
    .addColumn('words', 'integer', (c) => c.notNull())
    .addColumn('passages', 'text', (c) => c.notNull())
    .addColumn('containment_a_in_b', 'double precision', (c) => c.notNull())
    .addColumn('containment_b_in_a', 'double precision', (c) => c.notNull())
    .addColumn('resemblance', 'double precision', (c) => c.notNull())
    .addColumn('near_duplicate', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('reuse_pk', ['a_id', 'b_id']).execute();
  await db.schema.createIndex('fingerprints_of').on('fingerprints').column('article_id').execute();
  await db.schema.createIndex('reuse_of_b').on('reuse').column('b_id').execute();
};

const feed = async (db: Kysely<Tables>, dialect: SqlDialect): Promise<void> => {
  await db.schema.createTable('outbox')
    .addColumn('seq', 'integer', (c) => dialect.idColumn(c))
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('record_id', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull()).execute();
  await db.schema.createTable('leases')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull()).execute();
};

/** Every table of the first release, and the indexes that the lists of the read store walk along. */
export async function firstTables(db: Kysely<Tables>, dialect: SqlDialect): Promise<void> {
  await articles(db, dialect);
  await speakers(db, dialect);
  await quotes(db, dialect);
  await overlap(db, dialect);
  await feed(db, dialect);
}
