/** What the store's queries run in: a connection and what its database says in its own words. */
import type { AliasableExpression, ColumnDefinitionBuilder, CreateTableBuilder, Expression, Kysely, RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { RecordType } from '../domain/records.js';
import type { BodyCache } from './body-cache.js';
import type { FrequentKeys } from './frequent-keys.js';
import type { Tables } from './schema.js';

export interface PairRow {
  /** The place of the pair in the list, from 0. */
  readonly i: number;
  readonly a: number;
  readonly b: number;
}

/** SQL that differs from database to database. One parameter a list keeps the statement's text, and its plan, the same. */
export interface SqlDialect {
  /** A query of one column `v` that holds the values. */
  values(list: readonly (number | string)[]): Expression<{ v: number | string }>;
  /** A table of pairs. */
  pairs(list: readonly (readonly [number, number])[]): AliasableExpression<PairRow>;
  /** A table of rows with these columns, in their order. */
  rows(columns: readonly string[], list: readonly (readonly (number | string | null)[])[]): RawBuilder<unknown>;
  /** The values of a group as text, with commas between them. */
  joined(value: Expression<unknown>): Expression<string>;
  /** A primary key that the database gives, ascending, and never twice. */
  idColumn(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder;
  /** For a table whose columns are all in its key. */
  keyOnly<T extends string>(table: CreateTableBuilder<T>): CreateTableBuilder<T>;
}

export interface Session {
  readonly db: Kysely<Tables>;
  readonly dialect: SqlDialect;
  /** In a transaction, which alone may change them meanwhile. */
  readonly bodies?: BodyCache;
  /** In a transaction: what it and those before it learned. */
  readonly frequentKeys?: FrequentKeys;
}

/** A session inside a transaction, with what must be put right before it ends. */
export interface WriteSession extends Session {
  /** Statements whose quotes changed since they were last refreshed. */
  readonly staleStatements: Set<number>;
  /** Speakers that lost a quote or a sighting since they were last refreshed. */
  readonly staleSpeakers: Set<number>;
  /** Speakers that go by another name now: the index knows their quotes and statements by the old one. */
  readonly renamedSpeakers: Set<number>;
  /** Stories that lost or won an article, or one of whose articles changed, since they were last refreshed. */
  readonly staleStories: Set<number>;
  /** What the index must be told, by type and id; in the order of the last touch. */
  readonly touched: Map<string, { readonly type: RecordType; readonly id: number }>;
}

/** `column in (list)`; of one value `column = value`, so that an index gives the rows in order and a limit ends the walk. */
export const among = (s: Session, column: Expression<unknown>, list: readonly (number | string)[]): Expression<SqlBool> =>
  list.length === 1 ? sql<SqlBool>`${column} = ${list[0]}` : sql<SqlBool>`${column} in (${s.dialect.values(list)})`;

/** The records in the order of the ids asked for, null where one is missing. */
export const inOrder = <R>(ids: readonly number[], records: ReadonlyMap<number, R>): (R | null)[] => ids.map((id) => records.get(id) ?? null);

/** Rows by one of their columns. */
export function grouped<R, K>(rows: readonly R[], key: (row: R) => K): Map<K, R[]> {
  const groups = new Map<K, R[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** Databases take at least 32,766 parameters in one statement; no row of ours has more than 30. */
const ROWS_A_STATEMENT = 1_000;

/** Rows in portions that one INSERT takes. */
export function* portions<R>(rows: readonly R[]): Generator<R[]> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) yield rows.slice(start, start + ROWS_A_STATEMENT);
}
