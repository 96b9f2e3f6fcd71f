/** How many of the matches have each value. A value counts the records that the search would find with it chosen. */
import type { FacetName, SearchFilter, SearchType } from '../../domain/filters.js';
import type { FacetCounts } from '../../domain/search-index.js';
import type { Columns } from './columns.js';
import type { Passing } from './filtering.js';
import { KINDS, MANNERS, TYPES } from './schema.js';

/** From the API: the most frequent values, beside those that are selected. */
const MAX_VALUES = 20;

const QUOTE = TYPES.indexOf('QUOTE') + 1;

type QuoteFacet = Exclude<FacetName, 'TYPE'>;

/** The filter without what the facet itself chooses. */
export function withoutOwn(filter: SearchFilter, name: FacetName): SearchFilter {
  switch (name) {
    case 'SPEAKER': return { ...filter, speakers: null };
    case 'SOURCE': return { ...filter, sources: null };
    case 'KIND': return { ...filter, kinds: null };
    case 'MANNER': return { ...filter, manners: null };
    case 'TYPE': return filter;
  }
}

function selectedBy(filter: SearchFilter, name: QuoteFacet): readonly string[] {
  switch (name) {
    case 'SPEAKER': return (filter.speakers ?? []).map(String);
    case 'SOURCE': return (filter.sources ?? []).map(String);
    case 'KIND': return filter.kinds ?? [];
    case 'MANNER': return filter.manners ?? [];
  }
}

function best(counts: ReadonlyMap<string, number>, selected: readonly string[]): FacetCounts['values'] {
  const sorted = [...counts].map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
  const chosen = new Set(selected);
  return sorted.filter(({ value }, i) => i < MAX_VALUES || chosen.has(value));
}

const withSelected = (counts: Map<string, number>, selected: readonly string[]): Map<string, number> => {
  for (const value of selected) if (!counts.has(value)) counts.set(value, 0);
  return counts;
};

/** `matches` are documents of any type. All types being asked for selects none of them. */
export function typeFacet(columns: Columns, matches: Iterable<number>, types: readonly SearchType[]): FacetCounts {
  const numbers = new Uint32Array(TYPES.length + 1);
  for (const doc of matches) numbers[columns.type[doc]]++;
  const counts = new Map<string, number>();
  TYPES.forEach((type, i) => numbers[i + 1] > 0 && counts.set(type, numbers[i + 1]));
  const selected = TYPES.every((t) => types.includes(t)) ? [] : types;
  return { name: 'TYPE', values: best(withSelected(counts, selected), selected) };
}

/**
 * `matches` match the query and the types; `passing` are the quotes that meet the rest of the filter, null for all.
 * A record counts once for each value that such a quote under it has.
 */
export function quoteFacet(columns: Columns, name: QuoteFacet, matches: Iterable<number>, filter: SearchFilter, passing: Passing | null): FacetCounts {
  const column = { SPEAKER: columns.speaker, SOURCE: columns.source, KIND: columns.kind, MANNER: columns.manner }[name];
  const { from, quotes } = columns.quotesUnder();
  const counts = new Map<number, number>();
  const count = (value: number): void => void counts.set(value, (counts.get(value) ?? 0) + 1);
  const seen = new Set<number>();
  for (const doc of matches) {
    if (columns.type[doc] === QUOTE) {
      if (column[doc] !== 0 && (!passing || passing[doc])) count(column[doc]);
      continue;
    }
    seen.clear();
    for (let i = from[doc]; i < from[doc + 1]; i++) {
      const value = column[quotes[i]];
      if (value !== 0 && (!passing || passing[quotes[i]]) && !seen.has(value)) {
        seen.add(value);
        count(value);
      }
    }
  }
  const text = name === 'KIND' ? (n: number) => KINDS[n - 1] : name === 'MANNER' ? (n: number) => MANNERS[n - 1] : String;
  const selected = selectedBy(filter, name);
  return { name, values: best(withSelected(new Map([...counts].map(([n, c]) => [text(n), c])), selected), selected) };
}
