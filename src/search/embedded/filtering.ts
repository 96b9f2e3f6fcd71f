/** Which documents pass a filter: those with one quote that meets all of it. */
import type { SearchFilter } from '../../domain/filters.js';
import type { Columns } from './columns.js';
import { KINDS, MANNERS, TYPES } from './schema.js';

/** A 1 for each document number that passes. */
export type Passing = Uint8Array;

/** People go back and forth between few filters; each costs a byte a document. */
const REMEMBERED_FILTERS = 8;

const QUOTE = TYPES.indexOf('QUOTE') + 1;

const time = (date: string | null | undefined, absent: number): number => (date ? Date.parse(date) : absent);

export const isEmptyFilter = (filter: SearchFilter): boolean =>
  !filter.speakers?.length && !filter.sources?.length && !filter.kinds?.length && !filter.manners?.length && !filter.published?.from && !filter.published?.to;

/** The quotes that meet the filter, each on its own. */
function passingQuotes(columns: Columns, filter: SearchFilter): Passing {
  const speakers = filter.speakers?.length ? new Set(filter.speakers) : null;
  const sources = filter.sources?.length ? new Set(filter.sources) : null;
  const kinds = filter.kinds?.length ? new Set(filter.kinds.map((k) => KINDS.indexOf(k) + 1)) : null;
  const manners = filter.manners?.length ? new Set(filter.manners.map((m) => MANNERS.indexOf(m) + 1)) : null;
  const dated = Boolean(filter.published?.from || filter.published?.to);
  const from = time(filter.published?.from, -Infinity);
  const to = time(filter.published?.to, Infinity);
  const passing = new Uint8Array(columns.size);
  const { type, speaker, source, kind, manner, date } = columns;
  for (let doc = 1; doc < columns.size; doc++) {
    if (type[doc] !== QUOTE) continue;
    if (speakers && !speakers.has(speaker[doc])) continue;
    if (sources && !sources.has(source[doc])) continue;
    if (kinds && !kinds.has(kind[doc])) continue;
    if (manners && !manners.has(manner[doc])) continue;
    // Without a date the comparison is with NaN, which is false.
    if (dated && !(date[doc] >= from && date[doc] < to)) continue;
    passing[doc] = 1;
  }
  return passing;
}

export class Filtering {
  private readonly remembered = new Map<string, { version: number; quotes: Passing; all: Passing | null }>();

  constructor(private readonly columns: Columns) {}

  /** The quotes that pass; null where the filter is empty and all do. */
  quotes(filter: SearchFilter): Passing | null {
    return isEmptyFilter(filter) ? null : this.lookUp(filter).quotes;
  }

  /** The documents of any type that pass; null where the filter is empty and all do. */
  documents(filter: SearchFilter): Passing | null {
    if (isEmptyFilter(filter)) return null;
    const entry = this.lookUp(filter);
    if (!entry.all) {
      const { from, quotes } = this.columns.quotesUnder();
      const all = entry.quotes.slice();
      for (let doc = 1; doc < this.columns.size; doc++) {
        for (let i = from[doc]; i < from[doc + 1]; i++) {
          if (entry.quotes[quotes[i]] === 0) continue;
          all[doc] = 1;
          break;
        }
      }
      entry.all = all;
    }
    return entry.all;
  }

  private lookUp(filter: SearchFilter): { quotes: Passing; all: Passing | null } {
    const key = JSON.stringify([filter.speakers, filter.sources, filter.kinds, filter.manners, filter.published?.from, filter.published?.to]);
    let entry = this.remembered.get(key);
    if (entry?.version !== this.columns.version) entry = { version: this.columns.version, quotes: passingQuotes(this.columns, filter), all: null };
    this.remembered.delete(key);
    this.remembered.set(key, entry);
    if (this.remembered.size > REMEMBERED_FILTERS) this.remembered.delete(this.remembered.keys().next().value!);
    return entry;
  }
}
