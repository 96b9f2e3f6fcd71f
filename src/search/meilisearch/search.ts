import type { SearchRequest, SearchResult } from '../../domain/search-index.js';
import { conditionsOf } from './conditions.js';
import { facetCounts, facetQuestions } from './facets.js';
import { filtersFor } from './filters.js';
import { hitsPage } from './hits.js';
import type { MatchingStrategy } from './hits.js';
import { serverQuery } from './query-text.js';
import type { SearchServer } from './server.js';

/**
 * Answers a search in two requests side by side (hits, facets), after one to the quotes where the filter needs it.
 * Only where nothing has all words of the query are some left out, the commonest first.
 */
export async function search(server: SearchServer, request: SearchRequest): Promise<SearchResult> {
  const { q, severalTerms } = serverQuery(request.query);
  const questions = facetQuestions(request);
  const types = [...new Set(request.types)].map((type) => ({ type, conditions: conditionsOf(request.filter) }));
  const filters = await filtersFor(server, [...types, ...questions]);
  const hitFilters = filters.slice(0, types.length);
  const facetFilters = filters.slice(types.length);

  const ask = async (strategy: MatchingStrategy): Promise<SearchResult> => {
    const [page, facets] = await Promise.all([
      hitsPage(server, hitFilters, { ...request, q, strategy }),
      facetCounts(server, request, questions, facetFilters, { q, strategy }),
    ]);
    return { ...page, facets };
  };
  const result = await ask('all');
  return result.total === 0 && severalTerms ? ask('frequency') : result;
}
