/** Which documents of each type match a query, decided by the query and the type alone, so that filters only narrow. */
import type Database from 'better-sqlite3';
import type { SearchType } from '../../domain/filters.js';
import { hasNoWords } from '../query.js';
import type { ParsedQuery } from '../query.js';
import type { Lexicon } from './lexicon.js';
import { Plan } from './plan.js';
import { WORD_TABLES, wordTable } from './schema.js';

/** With fewer matches as typed than these (a first page), typos are forgiven. */
const ENOUGH_MATCHES = 10;

/** Where one type is looked up. */
export interface Place {
  readonly table: string;
  /** Those that are looked in; undefined for all. */
  readonly columns?: string;
  /** Only the head counts, in ranking too. */
  readonly headAlone?: boolean;
}

/** How one type is looked up. */
export interface TypeLookup {
  readonly type: SearchType;
  readonly expression: string;
  /** Typos are forgiven. */
  readonly lenient: boolean;
  readonly within: Place;
  /** The documents that match, the last indexed first, as many as were asked for. */
  readonly matches: Uint32Array;
}

export interface Resolution {
  readonly plan: Plan;
  readonly lookups: readonly TypeLookup[];
  /** Places of the query's words that nothing had together with the others. */
  readonly dropped: ReadonlySet<number>;
}

/** Places to look in: a suggestion has to match in what its label shows or stands for. */
export type Restriction = Readonly<Partial<Record<SearchType, Place>>>;

export const inColumns = (columns: string | undefined, expression: string): string => (columns ? `${columns} : (${expression})` : expression);

const COMMA = 0x2c;
const ZERO = 0x30;

const NO_WORDS: ReadonlySet<number> = new Set();

export class Lookup {
  private readonly list;

  constructor(db: Database.Database, private readonly lexicon: Lexicon) {
    // One text of all numbers is ten times faster to hand over than a row for each.
    const list = (table: string): string => `SELECT group_concat(rowid) FROM (SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid DESC LIMIT ?)`;
    this.list = new Map(WORD_TABLES.map((table) => [table, db.prepare<[string, number], string | null>(list(table)).pluck()]));
  }

  /** Decides how leniently the query is read: as typed, with typos where that finds little, with fewer words where nothing has all. */
  resolve(query: ParsedQuery, types: readonly SearchType[], limitOf: (type: SearchType) => number, within: Restriction = {}): Resolution {
    const plan = new Plan(query, this.lexicon);
    if (hasNoWords(query)) return { plan, lookups: [], dropped: NO_WORDS };
    const lookUp = (type: SearchType, expression: string | null, lenient: boolean): TypeLookup[] => {
      if (expression === null) return [];
      const place = within[type] ?? { table: wordTable(type) };
      const restricted = inColumns(place.columns, expression);
      const matches = this.ids(place.table, restricted, Math.max(ENOUGH_MATCHES, limitOf(type)));
      return matches.length === 0 ? [] : [{ type, expression: restricted, lenient, within: place, matches }];
    };

    const lookups = types.flatMap((type) => {
      const typed = lookUp(type, plan.expression('exact'), false);
      const enough = typed.length > 0 && typed[0].matches.length >= ENOUGH_MATCHES;
      return enough || !plan.hasVariants() ? typed : lookUp(type, plan.expression('typos'), true);
    });
    if (lookups.length > 0) return { plan, lookups, dropped: NO_WORDS };

    const dropped = new Set<number>();
    const keep = query.phrases.length > 0 ? 0 : 1;
    for (const at of plan.droppingOrder().slice(0, query.words.length - keep)) {
      dropped.add(at);
      const fewer = types.flatMap((type) => lookUp(type, plan.expression('typos', dropped), true));
      if (fewer.length > 0) return { plan, lookups: fewer, dropped };
    }
    return { plan, lookups: [], dropped };
  }

  /** The newest `limit` documents that match, the last indexed first. */
  ids(table: string, expression: string, limit: number): Uint32Array {
    const text = this.list.get(table)!.get(expression, limit) ?? '';
    if (text === '') return new Uint32Array(0);
    // A number takes two units at least, itself and a comma.
    const ids = new Uint32Array((text.length >> 1) + 1);
    let count = 0;
    let id = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === COMMA) {
        ids[count++] = id;
        id = 0;
      } else id = id * 10 + unit - ZERO;
    }
    ids[count++] = id;
    return ids.subarray(0, count);
  }
}
