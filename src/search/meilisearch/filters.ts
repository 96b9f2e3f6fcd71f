/** Filters made ready to send: where the record's own lists do not tell, the quotes are asked first. */
import type { SearchType } from '../../domain/filters.js';
import { allOf, listsTell, ownFilter, PARENT_FIELDS } from './conditions.js';
import type { Condition } from './conditions.js';
import type { SearchServer } from './server.js';

/**
 * More ids than this are not listed in a filter: the server's time for `id IN [...]` grows with the square of its
 * length (18 ms for 1,000, 130 ms for 3,000, 1.9 s for 10,000, measured on 1.50).
 */
export const LISTED_IDS_MAX = 1_000;

export interface TypeConditions {
  readonly type: SearchType;
  readonly conditions: readonly Condition[];
}

export interface TypeFilter extends TypeConditions {
  /** Undefined: everything passes. */
  readonly filter: string | undefined;
  /** False: some pass of which no single quote meets all conditions; there are too many records to list. */
  readonly exact: boolean;
}

/** A filter that only these records pass. */
export const idFilter = (ids: readonly number[]): string => `id IN [${ids.join(', ')}]`;

/** The filters for what is asked, in its order. One request to the server at most, none where own lists tell all. */
export async function filtersFor({ client, names }: SearchServer, asked: readonly TypeConditions[]): Promise<TypeFilter[]> {
  const joined = asked.filter(({ type, conditions }) => !listsTell(type, conditions));
  const keys = [...new Set(joined.map(({ conditions }) => quotesFilter(conditions)))];
  const { results } = keys.length === 0 ? { results: [] } : await client.multiSearch({
    queries: keys.map((filter) => ({
      indexUid: names.of('QUOTE'), q: '', filter, limit: 0,
      facets: [...new Set(joined.filter((j) => quotesFilter(j.conditions) === filter).map(({ type }) => parentField(type)))],
    })),
  });
  return asked.map(({ type, conditions }): TypeFilter => {
    if (listsTell(type, conditions)) return { type, conditions, filter: ownFilter(type, conditions) ?? undefined, exact: true };
    const ids = Object.keys(results[keys.indexOf(quotesFilter(conditions))].facetDistribution?.[parentField(type)] ?? {}).map(Number);
    return ids.length <= LISTED_IDS_MAX
      ? { type, conditions, filter: idFilter(ids), exact: true }
      : { type, conditions, filter: ownFilter(type, conditions) ?? undefined, exact: false };
  });
}

/** Of these records, at most LISTED_IDS_MAX of a type, those that one quote lets pass. */
export async function passing({ client, names }: SearchServer, asked: readonly (TypeConditions & { readonly ids: readonly number[] })[]): Promise<Map<SearchType, Set<number>>> {
  const { results } = await client.multiSearch({
    queries: asked.map(({ type, conditions, ids }) => ({
      indexUid: names.of('QUOTE'), q: '', limit: 0, facets: [parentField(type)],
      filter: allOf([quotesFilter(conditions), `${parentField(type)} IN [${ids.join(', ')}]`]),
    })),
  });
  return new Map(asked.map(({ type }, i) => [type, new Set(Object.keys(results[i].facetDistribution?.[parentField(type)] ?? {}).map(Number))]));
}

const quotesFilter = (conditions: readonly Condition[]): string => allOf(conditions.map(({ expression }) => expression));

const parentField = (type: SearchType): string => (type === 'QUOTE' ? 'id' : PARENT_FIELDS[type]);
