/** What lists and searches are narrowed by. Absent, null and [] filter nothing. Ids are the store's numbers. */
import type { Manner, QuoteKind, RecordType, SpeakerType } from './records.js';

/** ISO dates in the store's form; `from` is included, `to` is not. */
export interface DateRange {
  readonly from?: string | null;
  readonly to?: string | null;
}

export interface ArticleFilter {
  readonly sources?: readonly number[] | null;
  readonly published?: DateRange | null;
  /** Every word, folded, stands in the title or the body. */
  readonly text?: string | null;
}

export interface QuoteFilter {
  readonly speakers?: readonly number[] | null;
  readonly sources?: readonly number[] | null;
  readonly kinds?: readonly QuoteKind[] | null;
  readonly manners?: readonly Manner[] | null;
  readonly published?: DateRange | null;
  readonly attributed?: boolean | null;
  /** True: not the best rendering of its statement. */
  readonly exceptBest?: boolean | null;
  /** Every word, folded, stands in the quote's text. */
  readonly text?: string | null;
}

/** Holds where one rendering meets all of it; `minSources` counts the sources of the whole statement. */
export interface StatementFilter {
  readonly speakers?: readonly number[] | null;
  readonly sources?: readonly number[] | null;
  readonly minSources?: number | null;
  readonly published?: DateRange | null;
  readonly text?: string | null;
}

/** Holds where one article meets all of it; `minSources` counts the sources of the whole story. */
export interface StoryFilter extends ArticleFilter {
  readonly minSources?: number | null;
}

export interface SpeakerFilter {
  readonly types?: readonly SpeakerType[] | null;
  readonly sources?: readonly number[] | null;
  /** Every word, folded, stands in the name or in one alias. */
  readonly name?: string | null;
}

export interface OverlapFilter {
  readonly sources?: readonly number[] | null;
  readonly published?: DateRange | null;
  readonly minSharedStatements?: number | null;
}

export interface OriginalityFilter {
  readonly published?: DateRange | null;
}

/** A record with at least one quote that meets all of it. */
export interface SearchFilter {
  readonly speakers?: readonly number[] | null;
  readonly sources?: readonly number[] | null;
  readonly kinds?: readonly QuoteKind[] | null;
  readonly manners?: readonly Manner[] | null;
  readonly published?: DateRange | null;
}

export type DateOrder = 'NEWEST' | 'OLDEST';
export type StatementOrder = 'NEWEST' | 'OLDEST' | 'MOST_SOURCES';
export type StoryOrder = 'NEWEST' | 'OLDEST' | 'MOST_SOURCES' | 'MOST_ARTICLES';
export type SearchOrder = 'RELEVANCE' | 'NEWEST' | 'OLDEST';
export type SourceOverlapOrder = 'SHARED_STATEMENTS' | 'STATEMENT_JACCARD' | 'REUSED_WORDS' | 'REPRINTS';
export type SearchType = Exclude<RecordType, 'SOURCE' | 'STORY'>;
export type FacetName = 'TYPE' | 'SPEAKER' | 'SOURCE' | 'KIND' | 'MANNER';
