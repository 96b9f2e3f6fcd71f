/** Suggestions while a query is typed: the best of each type by what its label says. */
import type { SearchType } from '../../domain/filters.js';
import type { SuggestHit } from '../../domain/search-index.js';
import { parseQuery } from '../query.js';
import { byScore, rankingOf } from './candidates.js';
import type { Restriction } from './lookup.js';
import { TITLE_TABLE, TYPES, wordTable } from './schema.js';
import type { SearchParts } from './searching.js';

/** A keystroke looks at fewer than a search. */
const RANKED: Record<SearchType, number> = { ARTICLE: 50, QUOTE: 60, SPEAKER: 80, STATEMENT: 60 };

/** A speaker is found by any name, a statement by any wording; the rest by their labels. */
const WITHIN: Restriction = {
  ARTICLE: { table: TITLE_TABLE, headAlone: true },
  QUOTE: { table: wordTable('QUOTE'), columns: 'head', headAlone: true },
  SPEAKER: { table: wordTable('SPEAKER'), columns: '{head main}' },
  STATEMENT: { table: wordTable('STATEMENT'), columns: '{head main}' },
};

export function suggest(parts: SearchParts, prefix: string, limit: number): SuggestHit[] {
  const query = parseQuery(prefix);
  const resolution = parts.lookup.resolve(query, TYPES, (type) => RANKED[type], WITHIN);
  return resolution.lookups.flatMap((found) => {
    const picked = parts.candidates.pick(found, resolution, null, RANKED[found.type]);
    const ranking = rankingOf(resolution, found);
    const best = parts.candidates.score(found, ranking, picked).sort(byScore).slice(0, limit);
    return best.flatMap(({ doc, type, record }) => {
      const label = parts.showing.label(doc, { matches: ranking.spelled, phrases: query.phrases });
      return label && label.text !== '' ? [{ type, id: record, label }] : [];
    });
  });
}
