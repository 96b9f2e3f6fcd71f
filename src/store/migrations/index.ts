/** Brings a database to this version's tables: the numbered steps that it has not taken yet, in one transaction. */
import type { Kysely } from 'kysely';
import { OnRecordError } from '../../domain/errors.js';
import type { Tables } from '../schema.js';
import type { SqlDialect } from '../session.js';
import { firstTables } from './001-first-tables.js';
import { speakersWithoutPin } from './002-speakers-without-pin.js';
import { quotesApart } from './003-quotes-apart.js';
import { speakerTypes } from './004-speaker-types.js';
import { dismissedFrom } from './005-dismissed-from.js';
import { jointSpeakers } from './006-joint-speakers.js';
import { mergedKeys } from './007-merged-keys.js';
import { storiesOfArticles } from './008-stories.js';
import { learnedBoilerplate } from './009-learned-boilerplate.js';
import { samePairs } from './010-same-pairs.js';
import { ownWords } from './011-own-words.js';
import { keySizes } from './012-key-sizes.js';
import { speakerTypeCounts } from './013-speaker-type-counts.js';

export type Migration = (db: Kysely<Tables>, dialect: SqlDialect) => Promise<void>;

/** A step, once released, never changes: what it should have been is the next one. */
export const MIGRATIONS: readonly Migration[] = [
  firstTables, speakersWithoutPin, quotesApart, speakerTypes, dismissedFrom, jointSpeakers, mergedKeys, storiesOfArticles,
  learnedBoilerplate, samePairs, ownWords, keySizes, speakerTypeCounts,
];

/** The number of steps that a database has taken; 0 for an empty one. */
export async function schemaVersion(db: Kysely<Tables>): Promise<number> {
  const tables = await db.introspection.getTables();
  if (!tables.some((table) => table.name === 'meta')) return 0;
  const row = await db.selectFrom('meta').select('value').where('name', '=', 'schema_version').executeTakeFirst();
  return row?.value ?? 0;
}

/** @throws OnRecordError DATA_NEWER */
export function refuseNewer(version: number): void {
  if (version > MIGRATIONS.length) {
    throw new OnRecordError('DATA_NEWER', `The data folder was written by a newer version of OnRecord (its tables have version ${version}, this program knows ${MIGRATIONS.length}). Update OnRecord, or name another folder.`);
  }
}

/** To be called in a transaction. @throws OnRecordError DATA_NEWER */
export async function migrate(db: Kysely<Tables>, dialect: SqlDialect): Promise<void> {
  const version = await schemaVersion(db);
  refuseNewer(version);
  for (const step of MIGRATIONS.slice(version)) await step(db, dialect);
  if (version < MIGRATIONS.length) {
    await db.insertInto('meta').values({ name: 'schema_version', value: MIGRATIONS.length })
      .onConflict((oc) => oc.column('name').doUpdateSet({ value: MIGRATIONS.length })).execute();
  }
}
