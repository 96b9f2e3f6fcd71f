/** Which documents of each type match a query, decided by the query and the type alone, so that filters only narrow. */
import type Database from 'better-sqlite3';
import type { SearchType } from '../../domain/filters.js';
import { hasNoWords } from '../query.js';
import type { ParsedQuery } from '../query.js';
import type { Lexicon } from './lexicon.js';
import { Plan } from './plan.js';
import { TYPES, wordTable } from './schema.js';

/** With fewer matches as typed than these (a first page), typos are forgiven. */
const ENOUGH_MATCHES = 10;

/** How one type is looked up. */
export interface TypeLookup {
  readonly type: SearchType;
  readonly expression: string;
  /** Typos are forgiven. */
  readonly lenient: boolean;
  /** The columns that are looked in; undefined for all. */
  readonly within?: string;
}

export interface Resolution {
  readonly plan: Plan;
  readonly lookups: readonly TypeLookup[];
  /** Places of the query's words that nothing had together with the others. */
  readonly dropped: ReadonlySet<number>;
}

/** Columns to look in: a suggestion has to match in what its label shows or stands for. */
export type Restriction = Readonly<Partial<Record<SearchType, string>>>;

export const inColumns = (within: string | undefined, expression: string): string => (within ? `${within} : (${expression})` : expression);

const NO_WORDS: ReadonlySet<number> = new Set();

export class Lookup {
  private readonly newest;
  private readonly list;

  constructor(db: Database.Database, private readonly lexicon: Lexicon) {
    const perType = (sql: (table: string) => string) =>
      Object.fromEntries(TYPES.map((type) => [type, db.prepare<[string, number], number>(sql(wordTable(type))).pluck()])) as
        Record<SearchType, Database.Statement<[string, number], number>>;
    this.newest = perType((table) => `SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid DESC LIMIT ?`);
    // One text of all numbers is ten times faster to hand over than a row for each.
    this.list = perType((table) =>
      `SELECT group_concat(rowid) FROM (SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid DESC LIMIT ?)`) as unknown as
      Record<SearchType, Database.Statement<[string, number], string | null>>;
  }

  /** Decides how leniently the query is read: as typed, with typos where that finds little, with fewer words where nothing has all. */
  resolve(query: ParsedQuery, types: readonly SearchType[], within: Restriction = {}): Resolution {
    const plan = new Plan(query, this.lexicon);
    if (hasNoWords(query)) return { plan, lookups: [], dropped: NO_WORDS };
    const restricted = (type: SearchType, expression: string | null): string | null =>
      expression === null ? null : inColumns(within[type], expression);
    const some = (type: SearchType, expression: string | null, limit: number): number =>
      expression === null ? 0 : this.newest[type].all(expression, limit).length;

    const lookups: TypeLookup[] = [];
    let found = 0;
    for (const type of types) {
      const exact = restricted(type, plan.expression('exact'));
      const matches = some(type, exact, ENOUGH_MATCHES);
      const lenient = matches < ENOUGH_MATCHES && plan.hasVariants();
      const expression = lenient ? restricted(type, plan.expression('typos')) : exact;
      const all = lenient ? some(type, expression, 1) : matches;
      found += all;
      if (expression !== null && all > 0) lookups.push({ type, expression, lenient, within: within[type] });
    }
    if (found > 0) return { plan, lookups, dropped: NO_WORDS };

    const dropped = new Set<number>();
    const keep = query.phrases.length > 0 ? 0 : 1;
    for (const at of plan.droppingOrder().slice(0, query.words.length - keep)) {
      dropped.add(at);
      const fewer = types
        .map((type) => ({ type, expression: restricted(type, plan.expression('typos', dropped)), lenient: true, within: within[type] }))
        .filter((l): l is typeof l & TypeLookup => some(l.type, l.expression, 1) > 0);
      if (fewer.length > 0) return { plan, lookups: fewer, dropped };
    }
    return { plan, lookups: [], dropped };
  }

  /** The newest `limit` documents that match, the last indexed first. */
  ids(type: SearchType, expression: string, limit: number): Uint32Array {
    const text = this.list[type].get(expression, limit) ?? '';
    if (text === '') return new Uint32Array(0);
    const ids: number[] = [];
    let id = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 0x2c) {
        ids.push(id);
        id = 0;
      } else id = id * 10 + unit - 0x30;
    }
    ids.push(id);
    return Uint32Array.from(ids);
  }
}
