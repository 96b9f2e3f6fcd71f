/** A search over one generation of the index. The caller holds a read transaction and has brought the caches up to date. */
import type { FacetName, SearchType } from '../../domain/filters.js';
import type { FacetCounts, SearchHit, SearchRequest, SearchResult } from '../../domain/search-index.js';
import type { Matcher } from '../highlight.js';
import { hasNoWords, parseQuery } from '../query.js';
import type { ParsedQuery } from '../query.js';
import { byScore, rankingOf } from './candidates.js';
import type { Candidate, Candidates } from './candidates.js';
import { marked } from './columns.js';
import type { Columns } from './columns.js';
import { quoteFacet, typeFacet, withoutOwn } from './facets.js';
import { isEmptyFilter } from './filtering.js';
import type { Filtering, Passing } from './filtering.js';
import type { Lookup, Resolution } from './lookup.js';
import { TYPES } from './schema.js';
import type { Showing } from './showing.js';

/** Matches are counted up to here where nothing else asks for all of them. */
const EXACT_TOTAL = 10_000;
/** Matches of each type that are ranked; the rest follow by date. */
const RANKED: Record<SearchType, number> = { ARTICLE: 100, QUOTE: 200, SPEAKER: 200, STATEMENT: 200 };
/** More than any file of the index holds. */
const ALL = 0xffffffff;
/** What a hit of a blank query scores: nothing was asked, nothing is missing. */
const BLANK_SCORE = 1;

export interface SearchParts {
  readonly lookup: Lookup;
  readonly candidates: Candidates;
  readonly showing: Showing;
  readonly filtering: Filtering;
  /** Brought up to date at the first use: a plain search does without. */
  readonly columns: () => Columns;
}

type Ranked = Pick<Candidate, 'doc' | 'type' | 'record' | 'score'>;

export function search(parts: SearchParts, request: SearchRequest): SearchResult {
  const query = parseQuery(request.query);
  return hasNoWords(query) ? browse(parts, request) : new WordSearch(parts, request, query).run();
}

/** Everything, newest (or oldest) first. */
function browse(parts: SearchParts, request: SearchRequest): SearchResult {
  const columns = parts.columns();
  const everything = columns.newestFirst();
  const passing = parts.filtering.documents(request.filter);
  const ofTypes = columns.ofTypes(everything, request.types);
  const passed = passing ? marked(ofTypes, passing) : ofTypes;
  const found = request.order === 'OLDEST' ? columns.inOrder(passed, 'OLDEST') : passed;
  const page = found.subarray(request.offset, request.offset + request.limit);
  const hits = Array.from(page, (doc): SearchHit => ({ type: TYPES[columns.type[doc] - 1], id: columns.record[doc], score: BLANK_SCORE, highlights: [] }));
  return {
    hits, total: found.length, totalIsExact: true, hasMore: request.offset + hits.length < found.length,
    facets: request.facets.map((name) => facet(parts, request, name, name === 'TYPE' ? everything : ofTypes)),
  };
}

/** `matches`: of the query and the types, whatever the filter. */
function facet(parts: SearchParts, { filter, types }: SearchRequest, name: FacetName, matches: Uint32Array): FacetCounts {
  if (name !== 'TYPE') return quoteFacet(parts.columns(), name, matches, filter, parts.filtering.quotes(withoutOwn(filter, name)));
  const passing = parts.filtering.documents(filter);
  return typeFacet(parts.columns(), passing ? marked(matches, passing) : matches, types);
}

class WordSearch {
  private resolution: Resolution;
  private readonly passing: Passing | null;
  private readonly matchers = new Map<SearchType, Matcher>();
  /** All matches are at hand, not the newest of each type alone. */
  private complete: boolean;

  constructor(private readonly parts: SearchParts, private readonly request: SearchRequest, private readonly query: ParsedQuery) {
    this.complete = request.facets.length > 0 || !isEmptyFilter(request.filter) || request.order !== 'RELEVANCE';
    if (this.complete) parts.columns();
    this.passing = parts.filtering.documents(request.filter);
    this.resolution = this.resolve(this.complete);
  }

  run(): SearchResult {
    const { offset, limit, order, facets } = this.request;
    let total = this.total();
    let listed = order === 'RELEVANCE' ? this.ranked() : [];
    if (offset + limit > listed.length && listed.length < total) {
      if (!this.complete) {
        this.complete = true;
        this.resolution = this.resolve(true);
        total = this.total();
      }
      listed = this.withRest(listed);
    }
    const cut = !this.complete && this.resolution.lookups.some((l) => l.matches.length > EXACT_TOTAL);
    const page = listed.slice(offset, offset + limit);
    return {
      hits: this.scored(page).map((hit) => ({ type: hit.type, id: hit.record, score: hit.score, highlights: this.parts.showing.highlights(hit.doc, this.matcher(hit.type)) })),
      total,
      totalIsExact: !cut,
      hasMore: offset + page.length < total,
      facets: facets.map((name) => facet(this.parts, this.request, name, this.facetMatches(name))),
    };
  }

  private resolve(complete: boolean, types = this.request.types): Resolution {
    return this.parts.lookup.resolve(this.query, types, () => (complete ? ALL : EXACT_TOTAL + 1));
  }

  private total(): number {
    const { passing } = this;
    return this.resolution.lookups.reduce((sum, { matches }) => sum + (passing ? matches.reduce((n, doc) => n + passing[doc], 0) : matches.length), 0);
  }

  private ranked(): Ranked[] {
    const { candidates } = this.parts;
    return this.resolution.lookups
      .flatMap((found) => {
        const picked = candidates.pick(found, this.resolution, this.passing, RANKED[found.type]);
        return candidates.score(found, rankingOf(this.resolution, found), picked);
      })
      .sort(byScore);
  }

  /** The ranked, then all other matches by date; under NEWEST and OLDEST nothing is ranked and all go by date. */
  private withRest(ranked: readonly Ranked[]): Ranked[] {
    const columns = this.parts.columns();
    const isRanked = new Set(ranked.map((r) => r.doc));
    const rest: number[] = [];
    for (const { matches } of this.resolution.lookups) {
      for (const doc of matches) if ((!this.passing || this.passing[doc]) && !isRanked.has(doc)) rest.push(doc);
    }
    const score = ranked.at(-1)?.score ?? NaN;
    const ordered = columns.inOrder(Uint32Array.from(rest), this.request.order === 'OLDEST' ? 'OLDEST' : 'NEWEST');
    return [...ranked, ...Array.from(ordered, (doc) => ({ doc, type: TYPES[columns.type[doc] - 1], record: columns.record[doc], score }))];
  }

  /** Hits that were put in order by date alone still tell how well they match. */
  private scored(page: readonly Ranked[]): Ranked[] {
    return page.map((hit) => {
      if (!Number.isNaN(hit.score)) return hit;
      const found = this.resolution.lookups.find((l) => l.type === hit.type)!;
      return this.parts.candidates.score(found, rankingOf(this.resolution, found), [hit.doc])[0] ?? { ...hit, score: 0 };
    });
  }

  private facetMatches(name: FacetName): Uint32Array {
    // A type that was not asked for counts what it would find if it were: how far words are left out depends on the types.
    const others = name === 'TYPE' ? TYPES.filter((t) => !this.request.types.includes(t)) : [];
    const lookups = [...this.resolution.lookups, ...others.flatMap((type) => this.resolve(true, [type]).lookups)];
    const joined = new Uint32Array(lookups.reduce((sum, l) => sum + l.matches.length, 0));
    let at = 0;
    for (const { matches } of lookups) {
      joined.set(matches, at);
      at += matches.length;
    }
    return joined;
  }

  private matcher(type: SearchType): Matcher {
    let matcher = this.matchers.get(type);
    if (!matcher) {
      const found = this.resolution.lookups.find((l) => l.type === type)!;
      const { spelled } = rankingOf(this.resolution, found);
      matcher = { matches: spelled, phrases: this.query.phrases };
      this.matchers.set(type, matcher);
    }
    return matcher;
  }
}
