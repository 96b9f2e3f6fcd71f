import type { MultiSearchParams } from 'meilisearch';
import type { SuggestHit } from '../../domain/search-index.js';
import type { MatchingStrategy } from './hits.js';
import { labelOf } from './labels.js';
import type { FoundDocument } from './labels.js';
import { serverQuery } from './query-text.js';
import type { SearchServer } from './server.js';
import { LABEL_FIELDS, SEARCH_TYPES, SUGGEST_FIELDS } from './settings.js';

/** At most `limit` of each type whose label the prefix leads to, best first. */
export async function suggest({ client, names }: SearchServer, prefix: string, limit: number): Promise<SuggestHit[]> {
  const { q, severalTerms } = serverQuery(prefix);
  if (q === '' || limit <= 0) return [];

  const ask = async (strategy: MatchingStrategy): Promise<SuggestHit[]> => {
    const { results } = await client.multiSearch<MultiSearchParams, FoundDocument>({
      queries: SEARCH_TYPES.map((type) => ({
        indexUid: names.of(type),
        q,
        limit,
        matchingStrategy: strategy,
        attributesToSearchOn: [...SUGGEST_FIELDS[type]],
        attributesToRetrieve: ['id', 'bodyStart', ...LABEL_FIELDS[type]],
        showMatchesPosition: true,
      })),
    });
    return results.flatMap(({ hits }, i) => hits.flatMap((hit): SuggestHit[] => {
      const label = labelOf(SEARCH_TYPES[i], hit);
      return label === null ? [] : [{ type: SEARCH_TYPES[i], id: hit.id, label }];
    }));
  };
  const hits = await ask('all');
  return hits.length === 0 && severalTerms ? ask('frequency') : hits;
}
