/** What a person took out of a statement is not put together again with what it was in. */
import type { Kysely } from 'kysely';
import type { Tables } from '../schema.js';
import type { SqlDialect } from '../session.js';

export async function quotesApart(db: Kysely<Tables>, dialect: SqlDialect): Promise<void> {
  await dialect.keyOnly(db.schema.createTable('quotes_apart')
    .addColumn('quote_id', 'integer', (c) => c.notNull().references('quotes.id'))
    .addColumn('other_id', 'integer', (c) => c.notNull().references('quotes.id'))
    .addPrimaryKeyConstraint('quotes_apart_pk', ['quote_id', 'other_id'])).execute();
  await db.schema.createIndex('quotes_apart_of_other').on('quotes_apart').column('other_id').execute();
}
