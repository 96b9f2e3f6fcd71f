/**
 * The reading half of the store's port. Every method takes a batch and answers in one SQL statement or a fixed few,
 * however many rows there are, so that GraphQL's loaders keep their promise. By-id methods answer in the order asked,
 * null where nothing is there; ids of merged speakers, statements and stories answer the record that replaced them.
 * Dismissed quotes are nowhere but in `correctionsOf`.
 */
import type { ArticleFilter, DateOrder, DateRange, OverlapFilter, QuoteFilter, SourceOverlapOrder, SpeakerFilter, StatementFilter, StatementOrder, StoryFilter, StoryOrder } from './filters.js';
import type { Page, PageRequest } from './paging.js';
import type {
  ArticleOverlapRecord, ArticleRecord, ArticleRelation, CopiedRecord, CopyingRecord, Manner, ProvenanceRecord, QuoteKind, QuoteRecord, RecordType, RoleRecord,
  SourceOverlapRecord, SourceRecord, SourceWordsRecord, SpeakerRecord, StatementRecord, StoryRecord, TextPartnerRecord,
} from './records.js';
import type { StoryTerm } from './story-writes.js';

/** Whose list is asked for. A root list stands under the key 0 in the answer. */
export type Parents<T extends RecordType> = { readonly type: 'ROOT' } | { readonly type: T; readonly ids: readonly number[] };

export const ROOT = { type: 'ROOT' } as const;
export const ROOT_KEY = 0;

/** A page for each parent, by the parent's id. A parent without any, or that does not exist, has an empty page. */
export type Pages<R> = ReadonlyMap<number, Page<R>>;
export type Counts = ReadonlyMap<number, number>;

export type SourcePair = readonly [aId: number, bId: number];

/** What a search document needs to know of the quotes under a record; each list distinct and ascending. */
export interface QuoteFacts {
  readonly speakerIds: readonly number[];
  readonly sourceIds: readonly number[];
  readonly kinds: readonly QuoteKind[];
  readonly manners: readonly Manner[];
}

/** A stored quote as the matcher wants it. */
export interface CandidateQuote {
  readonly id: number;
  readonly articleId: number;
  readonly statementId: number;
  readonly kind: QuoteKind;
  readonly text: string;
  readonly speakerId: number | null;
  readonly speakerName: string | null;
  readonly publishedAt: string | null;
  readonly confidence: number;
  /** Equal where the words are. */
  readonly contentKey: string;
  /** Where its content begins and ends in the body, gaps included. */
  readonly start: number;
  readonly end: number;
}

/** A story and a source that may have left something out. */
export interface SourceInStory {
  readonly storyId: number;
  readonly sourceId: number;
}

export interface CandidateRequest {
  /** Quotes of this speaker need share but one key, others two. Null: nobody's. */
  readonly speakerId: number | null;
  /** Only quotes dated within `windowDays` of this day, and undated ones; null: any date. */
  readonly publishedAt: string | null;
  readonly windowDays: number;
  /** Keys from `matching` (32-bit unsigned) by which quotes are found. */
  readonly keys: readonly number[];
  /** A key of more quotes than this in two months is passed over, but for about as many of the speaker's own, the latest ones. */
  readonly mostPerKey: number;
  readonly excludeQuoteIds: readonly number[];
  /** At most this many in all, those that share most keys first, rare ones counting more. */
  readonly limit: number;
}

/** Quotes of one date for which those are looked for that may be the same. */
export interface MatchRequest extends Omit<CandidateRequest, 'speakerId' | 'keys' | 'excludeQuoteIds'> {
  readonly quotes: readonly {
    readonly id: number;
    readonly speakerId: number | null;
    readonly keys: readonly number[];
  }[];
}

/** A statement whose best rendering shares keys with that of another. */
export interface EchoCandidate {
  readonly statementId: number;
  readonly sharedKeys: number;
  /** When its best rendering was published, and when that of the statement asked for. */
  readonly publishedAt: string | null;
  readonly askedPublishedAt: string | null;
  /** A person took one of the two best renderings out of the other's statement. */
  readonly setApart: boolean;
}

export interface ReadStore {
  // ------------------------------------------------------------ by id
  sources(ids: readonly number[]): Promise<(SourceRecord | null)[]>;
  articles(ids: readonly number[]): Promise<(ArticleRecord | null)[]>;
  bodies(articleIds: readonly number[]): Promise<(string | null)[]>;
  /** What each article is about, heaviest first; none of one that is gone or was read in before this was kept. */
  articleTerms(articleIds: readonly number[]): Promise<StoryTerm[][]>;
  /** How long the bodies are, in UTF-8 bytes, without reading them; 0 where there is none. */
  bodySizes(articleIds: readonly number[]): Promise<number[]>;
  quotes(ids: readonly number[]): Promise<(QuoteRecord | null)[]>;
  speakers(ids: readonly number[]): Promise<(SpeakerRecord | null)[]>;
  statements(ids: readonly number[]): Promise<(StatementRecord | null)[]>;
  stories(ids: readonly number[]): Promise<(StoryRecord | null)[]>;
  /** The roles of each speaker: latest seen first, then by title. At most 100 each. */
  roles(speakerIds: readonly number[]): Promise<RoleRecord[][]>;
  /** The role that the speaker of each quote held when its article was published: read in that article, else the one whose dates span it. */
  rolesAtQuotes(quoteIds: readonly number[]): Promise<(RoleRecord | null)[]>;
  articleCounts(sourceIds: readonly number[]): Promise<Counts>;

  // ------------------------------------------------------------ by another key (all that have it, at most 2)
  articlesByUrl(url: string): Promise<number[]>;
  sourcesByDomain(domain: string): Promise<number[]>;
  sourcesByName(name: string): Promise<number[]>;
  /** Canonical name or alias, compared folded. */
  speakersByName(name: string): Promise<number[]>;

  // ------------------------------------------------------------ lists
  /** Of all and of a story: most articles first; of a speaker or statement: most quotes first. */
  listSources(parents: Parents<'SPEAKER' | 'STATEMENT' | 'STORY'>, page: PageRequest): Promise<Pages<SourceRecord>>;
  countSources(parents: Parents<'SPEAKER' | 'STATEMENT' | 'STORY'>): Promise<Counts>;
  listArticles(parents: Parents<'SOURCE' | 'STORY'>, filter: ArticleFilter, order: DateOrder, page: PageRequest): Promise<Pages<ArticleRecord>>;
  countArticles(parents: Parents<'SOURCE' | 'STORY'>, filter: ArticleFilter): Promise<Counts>;
  /** `TEXT` is the order of the text, for the quotes of an article. Under a statement these are its renderings. */
  listQuotes(parents: Parents<'ARTICLE' | 'SPEAKER' | 'STATEMENT'>, filter: QuoteFilter, order: DateOrder | 'TEXT', page: PageRequest): Promise<Pages<QuoteRecord>>;
  countQuotes(parents: Parents<'ARTICLE' | 'SPEAKER' | 'STATEMENT'>, filter: QuoteFilter): Promise<Counts>;
  /** Most quotes first. Who is only a candidate for somebody else's words stands in no list. */
  listSpeakers(filter: SpeakerFilter, page: PageRequest): Promise<Page<SpeakerRecord>>;
  countSpeakers(filter: SpeakerFilter): Promise<number>;
  listStatements(parents: Parents<'ARTICLE' | 'SPEAKER' | 'STORY'>, filter: StatementFilter, order: StatementOrder | 'TEXT', page: PageRequest): Promise<Pages<StatementRecord>>;
  countStatements(parents: Parents<'ARTICLE' | 'SPEAKER' | 'STORY'>, filter: StatementFilter): Promise<Counts>;
  listStories(filter: StoryFilter, order: StoryOrder, page: PageRequest): Promise<Page<StoryRecord>>;
  countStories(filter: StoryFilter): Promise<number>;
  /**
   * The statements of a story that at least `minSources` of its sources report and the given source reports nowhere; most
   * sources of the story first. Answers in the order of the pairs.
   */
  listBlindSpots(pairs: readonly SourceInStory[], minSources: number, page: PageRequest): Promise<Page<StatementRecord>[]>;
  countBlindSpots(pairs: readonly SourceInStory[], minSources: number): Promise<number[]>;

  // ------------------------------------------------------------ overlap
  /** Null where one of the two does not exist, or they are one; UNRELATED where they share nothing. */
  articleOverlaps(pairs: readonly (readonly [aId: number, bId: number])[]): Promise<(ArticleOverlapRecord | null)[]>;
  /** The articles that share anything with each parent, most shared statements first, then reused words; `aId` is the parent. */
  listArticleOverlaps(articleIds: readonly number[], page: PageRequest): Promise<Pages<ArticleOverlapRecord>>;
  countArticleOverlaps(articleIds: readonly number[]): Promise<Counts>;
  /** In the order of the ids; null where there is no such article. */
  provenances(articleIds: readonly number[]): Promise<(ProvenanceRecord | null)[]>;
  /** Of each article all those that have text in common with it, a reprint, a part or a rewrite, lowest id first; in the order of the ids. */
  textPartners(articleIds: readonly number[]): Promise<TextPartnerRecord[][]>;
  /** Sums over the articles published then, in the order of the sources; articles whose words were never counted are left out. */
  sourceWords(sourceIds: readonly number[], published: DateRange | null): Promise<SourceWordsRecord[]>;
  /** The quotes of a statement in an article, in the order of the text. */
  quotesOfStatements(pairs: readonly { readonly statementId: number; readonly articleId: number }[]): Promise<QuoteRecord[][]>;
  /** Null where one of the two does not exist, or they are one; zeros where they share nothing within the filter. */
  sourceOverlaps(pairs: readonly SourcePair[], filter: OverlapFilter): Promise<(SourceOverlapRecord | null)[]>;
  /** Under ROOT each unordered pair stands once, the lower id first; under a source `aId` is the parent. Only pairs that share something. */
  listSourceOverlaps(parents: Parents<'SOURCE'>, filter: OverlapFilter, order: SourceOverlapOrder, page: PageRequest): Promise<Pages<SourceOverlapRecord>>;
  countSourceOverlaps(parents: Parents<'SOURCE'>, filter: OverlapFilter): Promise<Counts>;
  /** The statements that both sources have; answers in the order of the pairs. */
  listSharedStatements(pairs: readonly SourcePair[], filter: OverlapFilter, order: StatementOrder, page: PageRequest): Promise<Page<StatementRecord>[]>;
  countSharedStatements(pairs: readonly SourcePair[], filter: OverlapFilter): Promise<number[]>;
  /** The pairs of articles, `a` of the first source and `b` of the second, that share anything. */
  listOverlapsOfSources(pairs: readonly SourcePair[], filter: OverlapFilter, relations: readonly ArticleRelation[] | null, page: PageRequest): Promise<Page<ArticleOverlapRecord>[]>;
  countOverlapsOfSources(pairs: readonly SourcePair[], filter: OverlapFilter, relations: readonly ArticleRelation[] | null): Promise<number[]>;
  /** Articles of each source within the range; all of them where there is none. */
  articleCountsWithin(sourceIds: readonly number[], range: DateRange | null | undefined): Promise<Counts>;
  /** The sources of which most articles share anything with one of another source, most first, then by id; only those that have such articles. */
  sourcesByOverlap(filter: OverlapFilter, limit: number): Promise<number[]>;
  /** Of the given sources each unordered pair that shares anything, `aId` the lower. */
  sourceOverlapsAmong(sourceIds: readonly number[], filter: OverlapFilter): Promise<SourceOverlapRecord[]>;
  /** Pairs of sources that printed each other's text, at least so many articles of one of the two; most pairs of articles first, then by ids. */
  copyingSources(filter: OverlapFilter, leastArticles: number, limit: number): Promise<CopyingRecord[]>;
  /** Of the sources in the given pairs (the lower id first), their articles that are copies along one of these pairs; by source. */
  copiedArticles(pairs: readonly SourcePair[], range: DateRange | null | undefined): Promise<CopiedRecord[]>;

  // ------------------------------------------------------------ for matching, indexing and export
  candidates(request: CandidateRequest): Promise<CandidateQuote[]>;
  /** What `candidates` finds for each of several quotes, but for itself, in their order and all at once. For limits of some dozens: keys and quotes are put together outside the database. */
  matchCandidates(request: MatchRequest): Promise<CandidateQuote[][]>;
  /**
   * Of each statement, others of its speaker whose best renderings stand in another article and share at least two matching
   * keys with its own; richest in shared keys first, then by id, at most `limit` each. Very common keys are passed over. None
   * for a statement of nobody. Answers in the order of the ids.
   */
  echoCandidates(statementIds: readonly number[], limit: number): Promise<EchoCandidate[][]>;
  /** Quotes that pass the filter and hold the words of a text in a row, folded; shortest first, then by id, at most `limit`. None hold a text without words. */
  quotesHolding(text: string, filter: QuoteFilter, limit: number): Promise<QuoteRecord[]>;
  /** Ids above `afterId`, ascending, at most `limit`. */
  idsAfter(type: RecordType, afterId: number, limit: number): Promise<number[]>;
  /** Facts of the quotes under each record, for search documents. */
  quoteFacts(type: 'ARTICLE' | 'SPEAKER' | 'STATEMENT', ids: readonly number[]): Promise<QuoteFacts[]>;
  /** Texts of the renderings of each statement, best first, at most `limit` each. */
  renderingTexts(statementIds: readonly number[], limit: number): Promise<string[][]>;
  /** Unordered pairs of articles (a < b) that share anything, after the given pair, ascending, at most `limit`. */
  articlePairsAfter(after: readonly [number, number], limit: number): Promise<[number, number][]>;
  isEmpty(): Promise<boolean>;
}
