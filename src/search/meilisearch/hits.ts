/** One page of a search over several indexes, ranked together by the server. */
import type { MultiSearchQueryWithFederation } from 'meilisearch';
import type { SearchOrder, SearchType } from '../../domain/filters.js';
import type { SearchHit } from '../../domain/search-index.js';
import { idFilter, LISTED_IDS_MAX, passing } from './filters.js';
import type { TypeFilter } from './filters.js';
import { highlightsOf } from './labels.js';
import type { FoundDocument } from './labels.js';
import type { SearchServer } from './server.js';
import { HIGHLIGHT_FIELDS, TYPE_WEIGHTS } from './settings.js';

export type MatchingStrategy = 'all' | 'frequency';

export interface HitsRequest {
  /** As the server is to read it; empty: everything, newest first. */
  readonly q: string;
  readonly strategy: MatchingStrategy;
  readonly order: SearchOrder;
  readonly offset: number;
  readonly limit: number;
}

export interface HitsPage {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly totalIsExact: boolean;
  readonly hasMore: boolean;
}

/** The page that was asked for. `filters`: one for each type that is searched. */
export async function hitsPage(server: SearchServer, filters: readonly TypeFilter[], request: HitsRequest): Promise<HitsPage> {
  if (filters.some(({ exact }) => !exact)) return checkedPage(server, filters, request);
  // The server marks every hit before the page as well: further down, the page is found first and marked alone.
  const atOnce = request.offset === 0;
  const { hits: found, total } = await federated(server, filters, request, atOnce);
  const hits = atOnce ? found : await marked(server, filters, request, found);
  return { hits, total, totalIsExact: true, hasMore: request.offset + hits.length < total && (hits.length > 0 || request.limit === 0) };
}

/**
 * Where a filter lets through too much: the list is read from its beginning, what no single quote lets pass is taken
 * out, and the page is cut from what is left, so that pages fit together. Reads LISTED_IDS_MAX records deep at most.
 */
async function checkedPage(server: SearchServer, filters: readonly TypeFilter[], request: HitsRequest): Promise<HitsPage> {
  const end = request.offset + request.limit;
  let read = Math.min(LISTED_IDS_MAX, Math.ceil((end + 1) * 1.5));
  for (;;) {
    const { hits, total } = await federated(server, filters, { ...request, offset: 0, limit: read }, false);
    const good = await withoutFailing(server, filters, hits);
    const all = read >= total;
    if (good.length <= end && !all && read < LISTED_IDS_MAX) {
      read = Math.min(LISTED_IDS_MAX, read * 2);
      continue;
    }
    const page = good.slice(request.offset, end);
    return {
      hits: await marked(server, filters, request, page),
      total: total - (hits.length - good.length),
      totalIsExact: all,
      hasMore: good.length > end,
    };
  }
}

async function withoutFailing(server: SearchServer, filters: readonly TypeFilter[], hits: readonly SearchHit[]): Promise<SearchHit[]> {
  const loose = filters.filter(({ exact }) => !exact).map(({ type, conditions }) => ({ type, conditions, ids: idsOf(hits, type) }));
  const passed = await passing(server, loose.filter(({ ids }) => ids.length > 0));
  return hits.filter(({ type, id }) => !loose.some((l) => l.type === type) || passed.get(type)?.has(id) === true);
}

/** The same hits with their highlights. */
async function marked(server: SearchServer, filters: readonly TypeFilter[], request: HitsRequest, page: readonly SearchHit[]): Promise<SearchHit[]> {
  if (page.length === 0 || request.q === '') return [...page];
  const only = filters.map((f) => ({ ...f, filter: idFilter(idsOf(page, f.type)) }));
  const { hits } = await federated(server, only, { ...request, offset: 0, limit: page.length }, true);
  return page.map((hit) => ({ ...hit, highlights: hits.find(({ type, id }) => type === hit.type && id === hit.id)?.highlights ?? [] }));
}

const idsOf = (hits: readonly SearchHit[], type: SearchType): number[] => hits.filter((h) => h.type === type).map((h) => h.id);

async function federated(
  { client, names }: SearchServer,
  filters: readonly TypeFilter[],
  { q, strategy, order, offset, limit }: HitsRequest,
  highlight: boolean,
): Promise<{ hits: SearchHit[]; total: number }> {
  const marks = highlight && q !== '';
  const byDate = order !== 'RELEVANCE' || q === '';
  const answer = await client.multiSearch<{ federation: { offset: number; limit: number }; queries: MultiSearchQueryWithFederation[] }, FoundDocument>({
    federation: { offset, limit },
    queries: filters.map(({ type, filter }) => ({
      indexUid: names.of(type),
      q,
      filter,
      matchingStrategy: strategy,
      sort: byDate ? [order === 'OLDEST' ? 'date:asc' : 'date:desc', 'id:asc'] : undefined,
      showMatchesPosition: marks,
      attributesToRetrieve: marks ? ['id', 'bodyStart', ...HIGHLIGHT_FIELDS[type]] : ['id'],
      federationOptions: { weight: q === '' ? 1 : TYPE_WEIGHTS[type] },
    })),
  });
  const hits = answer.hits.map((hit): SearchHit => {
    const type = names.typeOf(hit._federation!.indexUid);
    return { type, id: hit.id, score: Math.min(1, hit._federation!.weightedRankingScore), highlights: marks ? highlightsOf(type, hit) : [] };
  });
  return { hits, total: answer.estimatedTotalHits ?? hits.length };
}
