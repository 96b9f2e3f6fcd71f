/**
 * Quotes are found by key, time and speaker, so that a look-up stays as short as the news of two months is; and pairs of
 * quotes that matching finds the same are kept, so that a later article may gather statements anew without comparing again.
 */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Tables } from '../schema.js';
import type { SqlDialect } from '../session.js';

/** Renderings of a statement from before that are taken to be the same as each other; larger ones are left as they are. */
const MOST_TAKEN_AS_SAME = 40;
/** The score of such a pair: it was decided, how surely is not known any more. */
const DECIDED = 0.5;

/** As quote-keys.ts has it; a step of the past does not follow what changes there. */
const DAY = sql`(cast(substr(q.published_at, 1, 4) as integer) * 372 + (cast(substr(q.published_at, 6, 2) as integer) - 1) * 31 + cast(substr(q.published_at, 9, 2) as integer) - 1)`;

export async function samePairs(db: Kysely<Tables>, dialect: SqlDialect): Promise<void> {
  await db.schema.alterTable('quote_keys').renameTo('quote_keys_before').execute();
  await db.schema.dropIndex('quote_keys_of').execute();
  await dialect.keyOnly(db.schema.createTable('quote_keys')
    .addColumn('period', 'integer', (c) => c.notNull())
    .addColumn('key', 'bigint', (c) => c.notNull())
    .addColumn('speaker_id', 'integer', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('quote_id', 'integer', (c) => c.notNull().references('quotes.id'))
    .addPrimaryKeyConstraint('quote_keys_by_time', ['period', 'key', 'speaker_id', 'day', 'quote_id'])).execute();
  await db.schema.createTable('quote_key_lists')
    .addColumn('quote_id', 'integer', (c) => c.primaryKey().references('quotes.id'))
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('speaker_id', 'integer', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('keys', 'text', (c) => c.notNull()).execute();
  await sql`insert into quote_keys (period, key, speaker_id, day, quote_id)
    select coalesce(${DAY} / 62, 0), k.key, coalesce(q.speaker_id, 0), coalesce(${DAY}, 0), q.id
    from quote_keys_before as k join quotes as q on q.id = k.quote_id order by 1, 2, 3, 4, 5`.execute(db);
  await sql`insert into quote_key_lists (quote_id, day, speaker_id, size, keys)
    select q.id, coalesce(${DAY}, 0), coalesce(q.speaker_id, 0), count(*), '[' || ${dialect.joined(sql`k.key`)} || ']'
    from quote_keys_before as k join quotes as q on q.id = k.quote_id group by q.id, q.published_at, q.speaker_id order by q.id`.execute(db);
  await db.schema.dropTable('quote_keys_before').execute();

  await dialect.keyOnly(db.schema.createTable('same_pairs')
    .addColumn('quote_id', 'integer', (c) => c.notNull().references('quotes.id'))
    .addColumn('other_id', 'integer', (c) => c.notNull().references('quotes.id'))
    .addColumn('score', 'double precision', (c) => c.notNull())
    .addPrimaryKeyConstraint('same_pairs_pk', ['quote_id', 'other_id'])).execute();
  await sql`insert into same_pairs (quote_id, other_id, score)
    select a.id, b.id, ${sql.lit(DECIDED)} from quotes as a join quotes as b on b.statement_id = a.statement_id and b.id <> a.id
    where a.statement_id in (select statement_id from quotes where statement_id is not null group by statement_id having count(*) between 2 and ${sql.lit(MOST_TAKEN_AS_SAME)})
    order by 1, 2`.execute(db);
}
