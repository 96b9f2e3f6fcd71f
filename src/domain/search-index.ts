/**
 * The port of the search engines. An index is disposable: it knows how far into the store's outbox it has come, and
 * where that is unknown or too far back it is rebuilt from the store.
 */
import type { FacetName, SearchFilter, SearchOrder, SearchType } from './filters.js';
import type { Manner, QuoteKind } from './records.js';
import type { Span } from '../text/spans.js';

interface DocumentBase {
  readonly id: number;
  /** ISO date by which NEWEST and OLDEST order; null comes last in either. */
  readonly date: string | null;
  // Facts of the quotes under the record (of the quote itself): what facets count.
  readonly speakerIds: readonly number[];
  readonly sourceIds: readonly number[];
  readonly kinds: readonly QuoteKind[];
  readonly manners: readonly Manner[];
}

export interface ArticleDocument extends DocumentBase {
  readonly type: 'ARTICLE';
  readonly title: string | null;
  readonly byline: string | null;
  readonly body: string;
  readonly sourceName: string | null;
}
/** The quote's own first speaker, source, kind, manner and date are the single members of the lists above. */
export interface QuoteDocument extends DocumentBase {
  readonly type: 'QUOTE';
  readonly text: string;
  /** The names of all who say it, with commas between. */
  readonly speakerName: string | null;
  readonly sourceName: string | null;
  readonly articleId: number;
  readonly statementId: number;
  /** Where `text` begins in the body; null where the content is in several parts. */
  readonly bodyStart: number | null;
}
export interface SpeakerDocument extends DocumentBase {
  readonly type: 'SPEAKER';
  readonly name: string;
  readonly aliases: readonly string[];
  readonly roles: readonly string[];
  readonly quoteCount: number;
}
export interface StatementDocument extends DocumentBase {
  readonly type: 'STATEMENT';
  readonly text: string;
  /** Other wordings, so that a statement is found by any of them. */
  readonly renderings: readonly string[];
  readonly speakerName: string | null;
  readonly sourceCount: number;
}
export type SearchDocument = ArticleDocument | QuoteDocument | SpeakerDocument | StatementDocument;

export interface SearchKey {
  readonly type: SearchType;
  readonly id: number;
}

export interface IndexBatch {
  /** The position that the index must have; else the batch is refused. */
  readonly from: number;
  /** The position after the batch. */
  readonly to: number;
  /** Each record at most once in the whole batch. An upsert replaces the document as a whole. */
  readonly upserts: readonly SearchDocument[];
  readonly deletes: readonly SearchKey[];
}

export interface SearchRequest {
  /** As typed: any text at all. The last word counts as a prefix unless white space follows it. Blank: everything, newest first. */
  readonly query: string;
  /** Never empty. */
  readonly types: readonly SearchType[];
  /** Holds where at least one quote under the record meets all of it. */
  readonly filter: SearchFilter;
  readonly facets: readonly FacetName[];
  readonly order: SearchOrder;
  readonly offset: number;
  readonly limit: number;
}

export interface HighlightText {
  readonly field: string;
  /** Plain text of at most 300 UTF-16 units. */
  readonly text: string;
  /** Where `text` begins in the article's body; null where it is not a piece of one. */
  readonly start: number | null;
  /** Offsets into `text`. */
  readonly spans: readonly Span[];
}

export interface SearchHit extends SearchKey {
  readonly score: number;
  readonly highlights: readonly HighlightText[];
}

/** `value` is a SearchType, a kind, a manner, or the number of a speaker or source as text. Highest count first, then value. */
export interface FacetCounts {
  readonly name: FacetName;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly totalIsExact: boolean;
  /** True where a hit stands after the last one here. */
  readonly hasMore: boolean;
  /** In the order asked. At most 20 values each, and every value that the filter selects; counts leave out the facet's own filter. */
  readonly facets: readonly FacetCounts[];
}

/** `label` is the quote's or statement's text, the speaker's name, the article's title (its first words where it has none). */
export interface SuggestHit extends SearchKey {
  readonly label: HighlightText;
}

export interface SearchIndex {
  readonly engine: 'embedded' | 'meilisearch';
  /** How far into the outbox the index has come; null where there is no usable index and one must be built. */
  position(): Promise<number | null>;
  /** All of the batch or nothing. False where the index was not at `from`. */
  apply(batch: IndexBatch): Promise<boolean>;
  /** Builds a new index from the documents, beside the old one, which answers until the new one takes its place. */
  rebuild(batches: AsyncIterable<readonly SearchDocument[]>, position: number): Promise<void>;
  /** @throws OnRecordError SEARCH_UNAVAILABLE where the engine does not answer. */
  search(request: SearchRequest): Promise<SearchResult>;
  /** At most `limit` of each type, best first. A blank prefix has none. @throws OnRecordError SEARCH_UNAVAILABLE */
  suggest(prefix: string, limit: number): Promise<SuggestHit[]>;
  close(): Promise<void>;
}
