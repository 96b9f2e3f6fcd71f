/** Facet counts: one query for each type and each set of filters, all in one request. */
import type { MultiSearchResult } from 'meilisearch';
import type { FacetName, SearchFilter } from '../../domain/filters.js';
import type { FacetCounts, SearchRequest } from '../../domain/search-index.js';
import { conditionsOf } from './conditions.js';
import type { FilterPart } from './conditions.js';
import type { TypeConditions, TypeFilter } from './filters.js';
import type { MatchingStrategy } from './hits.js';
import type { SearchServer } from './server.js';
import { SEARCH_TYPES } from './settings.js';

/** From the API. */
const FACET_VALUES = 20;

type QuoteFacet = Exclude<FacetName, 'TYPE'>;
const FIELDS: Readonly<Record<QuoteFacet, string>> = { SPEAKER: 'speakerIds', SOURCE: 'sourceIds', KIND: 'kinds', MANNER: 'manners' };
const PARTS: Readonly<Record<QuoteFacet, Exclude<FilterPart, 'published'>>> = { SPEAKER: 'speakers', SOURCE: 'sources', KIND: 'kinds', MANNER: 'manners' };

/** One count to be made: the records of a type under conditions, by the values of these fields. */
export interface FacetQuestion extends TypeConditions {
  readonly facets: readonly FacetName[];
}

/** Facets whose own filter is set need a query without it; the others share one. */
export function facetQuestions({ facets, filter, types }: SearchRequest): FacetQuestion[] {
  const isFiltered = (facet: FacetName): boolean => facet !== 'TYPE' && (filter[PARTS[facet]]?.length ?? 0) > 0;
  const shared = facets.filter((f) => !isFiltered(f));
  return SEARCH_TYPES.flatMap((type) => {
    const asked = types.includes(type);
    const here = shared.filter((f) => asked || f === 'TYPE');
    const alone = asked ? facets.filter(isFiltered) : [];
    return [
      ...(here.length > 0 ? [{ type, facets: here, conditions: conditionsOf(filter) }] : []),
      ...alone.map((f) => ({ type, facets: [f], conditions: conditionsOf(filter, PARTS[f as QuoteFacet]) })),
    ];
  });
}

/** `filters` are those of the questions, in their order. */
export async function facetCounts(
  { client, names }: SearchServer,
  request: SearchRequest,
  questions: readonly FacetQuestion[],
  filters: readonly TypeFilter[],
  { q, strategy }: { readonly q: string; readonly strategy: MatchingStrategy },
): Promise<FacetCounts[]> {
  if (questions.length === 0) return [];
  const { results } = await client.multiSearch({
    queries: questions.map(({ type, facets }, i) => ({
      indexUid: names.of(type), q, limit: 0, matchingStrategy: strategy, filter: filters[i].filter,
      facets: facets.filter((f) => f !== 'TYPE').map((f) => FIELDS[f]),
    })),
  });
  return request.facets.map((name) => {
    const counts = new Map<string, number>();
    questions.forEach((question, i) => {
      if (!question.facets.includes(name)) return;
      for (const [value, count] of countsIn(results[i], question, name)) counts.set(value, (counts.get(value) ?? 0) + count);
    });
    return { name, values: topValues(counts, selectedValues(name, request)) };
  });
}

function countsIn(result: MultiSearchResult<object>, { type }: FacetQuestion, name: FacetName): [string, number][] {
  return name === 'TYPE' ? [[type, result.estimatedTotalHits ?? 0]] : Object.entries(result.facetDistribution?.[FIELDS[name]] ?? {});
}

function selectedValues(name: FacetName, { filter, types }: { filter: SearchFilter; types: SearchRequest['types'] }): string[] {
  if (name === 'TYPE') return types.length < SEARCH_TYPES.length ? [...types] : []; // all of them: none is chosen
  return (filter[PARTS[name]] ?? []).map(String);
}

function topValues(counts: ReadonlyMap<string, number>, selected: readonly string[]): { value: string; count: number }[] {
  const order = (a: { value: string; count: number }, b: { value: string; count: number }): number =>
    b.count - a.count || (a.value < b.value ? -1 : 1);
  const found = [...counts].map(([value, count]) => ({ value, count })).filter(({ count }) => count > 0).sort(order);
  const top = found.slice(0, FACET_VALUES);
  const missing = [...new Set(selected)].filter((value) => !top.some((t) => t.value === value));
  return [...top, ...missing.map((value) => ({ value, count: counts.get(value) ?? 0 }))].sort(order);
}
