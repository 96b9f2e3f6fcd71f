/** What the use cases take and give. */
import type { ErrorCode } from '../domain/errors.js';
import type { FacetName, OverlapFilter, SearchFilter, SearchOrder, SearchType } from '../domain/filters.js';
import type { CopyingRecord, QuoteRecord, RenderingMatch, SourceOverlapRecord, SourceRecord, SpeakerType, StatementRecord } from '../domain/records.js';
import type { HighlightText, SearchIndex } from '../domain/search-index.js';
import type { Store } from '../domain/write-store.js';
import type { Extraction, Extractor } from '../extraction/types.js';
import type { DifferenceKind, PlacedWords } from '../matching/index.js';

/** The ports that the use cases work through, put together by http/ and cli/. */
export interface App {
  readonly store: Store;
  readonly index: SearchIndex;
  readonly extractor: Extractor;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Called when a change of an API client is in the store: tells who feeds the index, and may wait for it. Never throws. */
  readonly onWritten: () => Promise<void>;
  /** Told of a failure of ours that cost a single article, for the log. Never throws. */
  readonly onArticleFailure?: (error: unknown) => void;
}

/** An article as it comes in, before anything is checked. Absent and null are the same. */
export interface ArticleDraft {
  readonly publisherId?: string | null;
  readonly url?: string | null;
  readonly title?: string | null;
  readonly body?: string | null;
  readonly sourceName?: string | null;
  readonly sourceDomain?: string | null;
  readonly byline?: string | null;
  readonly language?: string | null;
  /** ISO 8601; a date alone is its midnight, UTC. */
  readonly publishedAt?: string | null;
}

export type UserErrorCode = 'BLANK' | 'INVALID' | 'TOO_LONG' | 'NOT_FOUND' | 'CONFLICT' | 'INTERNAL';

/** Something wrong with what a user gave, or (INTERNAL) with us: `code` for the API, `errorCode` for the command line and docs/errors.md. */
export interface UserProblem {
  readonly code: UserErrorCode;
  readonly errorCode: ErrorCode;
  readonly message: string;
  /** The field's names from the outside in, as the API spells them. */
  readonly path: readonly string[];
}

export type IngestOutcome =
  | { readonly status: 'CREATED' | 'UPDATED' | 'UNCHANGED'; readonly articleId: number; readonly problems: readonly [] }
  | { readonly status: 'REJECTED'; readonly articleId: null; readonly problems: readonly UserProblem[] };

export interface SpeakerOutcome {
  readonly speakerId: number | null;
  readonly deletedSpeakerId: number | null;
  readonly problems: readonly UserProblem[];
}

export interface QuoteOutcome {
  readonly quoteId: number | null;
  readonly dismissedQuoteId: number | null;
  /** The statement that the quote left, where it still has renderings. */
  readonly previousStatementId: number | null;
  /** The statement that the quote left, where it is gone. */
  readonly deletedStatementId: number | null;
  readonly problems: readonly UserProblem[];
}

export interface SearchInput {
  readonly query: string;
  readonly types: readonly SearchType[] | null;
  readonly filter: SearchFilter;
  readonly facets: readonly FacetName[];
  readonly order: SearchOrder;
  readonly first: number | null;
  readonly after: string | null;
}

export interface FacetAnswer {
  readonly name: FacetName;
  /** `value` as the filter takes it: an API id, a kind, a manner or a search type. */
  readonly values: readonly { readonly value: string; readonly label: string; readonly count: number; readonly selected: boolean }[];
}

export interface SearchAnswer {
  readonly edges: readonly { readonly cursor: string; readonly type: SearchType; readonly id: number; readonly score: number; readonly highlights: readonly HighlightText[] }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly totalCount: number;
  readonly totalIsExact: boolean;
  readonly facets: readonly FacetAnswer[];
  readonly tookMs: number;
}

export interface SuggestAnswer {
  readonly hits: readonly { readonly type: SearchType; readonly id: number; readonly label: HighlightText }[];
  readonly tookMs: number;
}

/** A stored quote that renders a text; `id` of the quote is its place in the list. */
export interface RenderingAnswer {
  readonly quote: QuoteRecord;
  readonly match: RenderingMatch;
  readonly similarity: number;
}

/** Do two quotes render one statement? `score` is 0..1; a reason's `weight` is in log odds. */
export interface QuoteComparison {
  readonly score: number;
  readonly same: boolean;
  /** Null where they are not the same. */
  readonly match: RenderingMatch | null;
  readonly reasons: readonly { readonly code: string; readonly message: string; readonly weight: number }[];
}

/** Something that one of two renderings has and the other lacks, or says otherwise. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** For people: `a` is the best rendering in it, `b` this one. */
  readonly explanation: string;
  /** The words in the body of each one's article; empty where it lacks them. */
  readonly a: PlacedWords;
  readonly b: PlacedWords;
}

/** Another statement of the speaker in nearly the same words. */
export interface Echo {
  readonly statement: StatementRecord;
  readonly match: RenderingMatch;
  readonly similarity: number;
}

/** What some sources share, pair by pair. */
export interface SourceMatrix {
  /** The filter that all of it holds to. */
  readonly filter: OverlapFilter;
  /** In the order of rows and of columns; the count is of the articles within the filter's dates. */
  readonly sources: readonly { readonly source: SourceRecord; readonly articleCount: number }[];
  /** By row and column: what the row's source (`aId`) and the column's share; null where the two are one. */
  readonly cells: readonly (readonly (SourceOverlapRecord | null)[])[];
}

/** A source in a cluster. Articles are those within the filter's dates. */
export interface ClusterMember {
  readonly source: SourceRecord;
  readonly articleCount: number;
  /** Those that are copies of one of another member, whole or in part. */
  readonly copiedArticleCount: number;
  /** Those of the copies that none of the others was published before, and one was published after. */
  readonly firstArticleCount: number;
}

/** Copies between two members; shares are of each one's articles. */
export interface ClusterLink extends CopyingRecord {
  readonly aArticleCount: number;
  readonly bArticleCount: number;
  readonly aShare: number;
  readonly bShare: number;
}

/** Sources that carry each other's text. */
export interface SourceGroup {
  readonly filter: OverlapFilter;
  readonly centre: SourceRecord;
  /** Whose text was first most often; null where nothing tells, or two were so equally often. */
  readonly feeder: SourceRecord | null;
  /** Most copied articles first, then by id. */
  readonly members: readonly ClusterMember[];
  /** Largest share first, then most pairs of articles, then by ids. */
  readonly links: readonly ClusterLink[];
  /** Articles of the members that are copies of one of another member. */
  readonly copiedArticleCount: number;
}

export interface IndexStatus {
  readonly engine: SearchIndex['engine'];
  /** Changes that the index has not learnt of yet. */
  readonly pending: number;
  /** Age of the oldest of them, milliseconds. */
  readonly lagMs: number;
}

export type { DifferenceKind, Extraction, SpeakerType };

/*
 * The use cases, one file each:
 *   ingest.ts           ingestArticles(app, drafts) -> IngestOutcome[]           deleteArticle(app, id) -> boolean (false: no such article)
 *   corrections.ts      mergeSpeakers(app, fromId, intoId) -> SpeakerOutcome     setQuoteSpeaker(app, quoteId, {speakerId} | {name} | null) -> QuoteOutcome
 *                       moveQuoteToStatement(app, quoteId, statementId | null)   dismissQuote(app, quoteId)   resetQuote(app, quoteId) -> QuoteOutcome
 *   search.ts           search(app, SearchInput) -> SearchAnswer                 suggest(app, prefix, first) -> SuggestAnswer
 *   renderings.ts       findRenderings(app, text, QuoteFilter) -> RenderingAnswer[]  (closest first, at most 200)
 *   comparison.ts       compareQuotes(QuoteInArticle, QuoteInArticle) -> QuoteComparison, at once
 *   differences.ts      differencesBetween(QuoteInArticle, QuoteInArticle) -> Difference[]
 *   echoes.ts           echoesOf(read, statementIds) -> Echo[][] (closest first, at most 50 each)
 *   source-matrix.ts    sourceMatrix(read, sourceIds | null, OverlapFilter, first) -> SourceMatrix
 *   source-clusters.ts  clustersOfSources(read, OverlapFilter, ClusterOptions) -> SourceGroup[] (most copied articles first)
 *   feed.ts             indexStatus(app) -> IndexStatus                          drainOutbox(app, owner), startFeeder(app, onError)
 *   reindex.ts          reindex(app)                                             export.ts  exportRecords(app, kind)
 * All others return promises. Unknown ids are problems with code NOT_FOUND in mutations' outcomes.
 */
