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
  readonly within: string | undefined;
  /** The documents that match, the last indexed first, as many as were asked for. */
  readonly matches: Uint32Array;
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

const COMMA = 0x2c;
const ZERO = 0x30;

const NO_WORDS: ReadonlySet<number> = new Set();

export class Lookup {
  private readonly list;

  constructor(db: Database.Database, private readonly lexicon: Lexicon) {
    // One text of all numbers is ten times faster to hand over than a row for each.
    const list = (table: string): string => `SELECT group_concat(rowid) FROM (SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid DESC LIMIT ?)`;
    this.list = Object.fromEntries(TYPES.map((type) => [type, db.prepare<[string, number], string | null>(list(wordTable(type))).pluck()])) as
      Record<SearchType, Database.Statement<[string, number], string | null>>;
  }

  /** Decides how leniently the query is read: as typed, with typos where that finds little, with fewer words where nothing has all. */
  resolve(query: ParsedQuery, types: readonly SearchType[], limitOf: (type: SearchType) => number, within: Restriction = {}): Resolution {
    const plan = new Plan(query, this.lexicon);
    if (hasNoWords(query)) return { plan, lookups: [], dropped: NO_WORDS };
    const lookUp = (type: SearchType, expression: string | null, lenient: boolean): TypeLookup[] => {
      if (expression === null) return [];
      const restricted = inColumns(within[type], expression);
      const matches = this.ids(type, restricted, Math.max(ENOUGH_MATCHES, limitOf(type)));
      return matches.length === 0 ? [] : [{ type, expression: restricted, lenient, within: within[type], matches }];
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
  ids(type: SearchType, expression: string, limit: number): Uint32Array {
    const text = this.list[type].get(expression, limit) ?? '';
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
