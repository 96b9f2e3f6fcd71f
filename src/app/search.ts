/** Full-text search and suggestions: the index finds and ranks, the store names what the facets count. */
import { OnRecordError } from '../domain/errors.js';
import type { FacetName, SearchFilter, SearchType } from '../domain/filters.js';
import { encodeId } from '../domain/ids.js';
import { pageRequest } from '../domain/paging.js';
import type { FacetCounts } from '../domain/search-index.js';
import type { App, FacetAnswer, SearchAnswer, SearchInput, SuggestAnswer } from './types.js';

const ALL_TYPES: readonly SearchType[] = ['QUOTE', 'SPEAKER', 'STATEMENT', 'ARTICLE'];
/** UTF-16 units of a query that are read; nobody types more, and a pasted page is not a query. */
const MAX_QUERY_LENGTH = 10_000;
/** Hits before a page at most: nobody pages further; what comes later is found by asking more exactly. */
const MAX_OFFSET = 10_000;
const DEFAULT_SUGGESTIONS = 5;
const MAX_SUGGESTIONS = 20;

/** @throws OnRecordError INVALID_PAGING, INVALID_CURSOR, SEARCH_UNAVAILABLE */
export async function search(app: App, input: SearchInput): Promise<SearchAnswer> {
  const started = performance.now();
  const page = pageRequest({ first: input.first, after: input.after });
  const offset = page.after ? offsetAfter(page.after) : 0;
  const types = input.types?.length ? [...new Set(input.types)] : ALL_TYPES;
  const result = await app.index.search({
    query: input.query.slice(0, MAX_QUERY_LENGTH),
    types,
    filter: input.filter,
    facets: [...new Set(input.facets)],
    order: input.order,
    offset,
    limit: page.limit,
  });
  return {
    edges: result.hits.map((hit, i) => ({ cursor: searchCursor(offset + i + 1), ...hit })),
    hasNextPage: result.hasMore && offset + result.hits.length <= MAX_OFFSET,
    hasPreviousPage: offset > 0,
    totalCount: result.total,
    totalIsExact: result.totalIsExact,
    facets: await nameFacets(app, result.facets, input.filter, input.types ?? []),
    tookMs: millisecondsSince(started),
  };
}

/** A blank prefix suggests nothing. @throws OnRecordError INVALID_PAGING, SEARCH_UNAVAILABLE */
export async function suggest(app: App, prefix: string, first: number | null): Promise<SuggestAnswer> {
  const started = performance.now();
  const limit = first ?? DEFAULT_SUGGESTIONS;
  if (limit < 0 || limit > MAX_SUGGESTIONS) throw new OnRecordError('INVALID_PAGING', `first is from 0 to ${MAX_SUGGESTIONS}; it is ${limit}.`);
  const hits = limit === 0 || !prefix.trim() ? [] : await app.index.suggest(prefix.slice(0, MAX_QUERY_LENGTH), limit);
  return { hits, tookMs: millisecondsSince(started) };
}

/** To a hundredth. */
const millisecondsSince = (started: number): number => Math.round((performance.now() - started) * 100) / 100;

/*
 * A place in search results is a number of hits from the top: scores change with every article that comes in. It is
 * written in the form of the other cursors, with a key of its own so that one of a list is not taken for it.
 */
const CURSOR_KEY = 'search';

const searchCursor = (offset: number): string => Buffer.from(JSON.stringify([CURSOR_KEY, offset])).toString('base64url');

function offsetAfter(place: { key: string | number | null; id: number }): number {
  if (place.key === CURSOR_KEY && place.id >= 0 && place.id <= MAX_OFFSET) return place.id;
  throw new OnRecordError('INVALID_CURSOR', 'That is not a cursor of a search. Use the cursor of an edge or endCursor of an earlier page.');
}

async function nameFacets(app: App, facets: readonly FacetCounts[], filter: SearchFilter, types: readonly SearchType[]): Promise<FacetAnswer[]> {
  const ids = (name: FacetName): number[] => facets.filter((f) => f.name === name).flatMap((f) => f.values.map((v) => Number(v.value)));
  const [speakers, sources] = await Promise.all([app.store.read.speakers(ids('SPEAKER')), app.store.read.sources(ids('SOURCE'))]);
  const names = {
    SPEAKER: new Map(ids('SPEAKER').map((id, i) => [String(id), speakers[i]?.name])),
    SOURCE: new Map(ids('SOURCE').map((id, i) => [String(id), sources[i]?.name])),
  };
  const selected: Record<FacetName, ReadonlySet<string>> = {
    TYPE: new Set(types),
    SPEAKER: new Set(filter.speakers?.map(String)),
    SOURCE: new Set(filter.sources?.map(String)),
    KIND: new Set(filter.kinds),
    MANNER: new Set(filter.manners),
  };
  return facets.map(({ name, values }) => ({
    name,
    values: values.flatMap(({ value, count }) => {
      const isSelected = selected[name].has(value);
      if (name !== 'SPEAKER' && name !== 'SOURCE') return [{ value, label: labelOf(value), count, selected: isSelected }];
      const label = names[name].get(value);
      return label === undefined ? [] : [{ value: encodeId(name, Number(value)), label, count, selected: isSelected }];
    }),
  }));
}

/** "DIRECT" reads "Direct". */
const labelOf = (value: string): string => value.charAt(0) + value.slice(1).toLowerCase().replaceAll('_', ' ');
