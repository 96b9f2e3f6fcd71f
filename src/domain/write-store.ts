/**
 * The writing half of the store's port: what one transaction can do. The use cases in app/ decide; the store keeps.
 */
import type { SamePair } from '../matching/gather.js';
import type { Span } from '../text/spans.js';
import type { ReadStore } from './read-store.js';
import type { ReuseWrites } from './reuse-writes.js';
import type { StoryWrites } from './story-writes.js';
import type { AttributionRecord, Manner, MentionRecord, QuoteKind, RecordType, RenderingMatch, SpeakerType } from './records.js';

export type { BodyMarks, OwnWordsFields, ReuseFields } from './reuse-writes.js';

/** All that is kept of an article but its quotes. */
export interface ArticleFields {
  readonly sourceId: number | null;
  readonly publisherId: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly language: string | null;
  readonly publishedAt: string | null;
  readonly body: string;
  /** SHA-256 of the body, hex. */
  readonly bodyHash: string;
  readonly boilerplate: readonly Span[];
}

/** A stored article as identity needs it. */
export interface KnownArticle extends Omit<ArticleFields, 'body' | 'boilerplate'> {
  readonly id: number;
  readonly revision: number;
}

/**
 * A speaker as one article names it. `key` identifies it across articles: alone where it has several words; a key of one
 * word may mean a person and something that is none. Who is of UNKNOWN type is the one that an article tells more of.
 */
export interface SpeakerSighting {
  readonly key: string;
  readonly type: SpeakerType;
  /** The fullest form in this article. */
  readonly name: string;
  /** Every form of the name in this article, `name` included, each with the number of times it stands there. */
  readonly forms: readonly { readonly form: string; readonly count: number }[];
  readonly roles: readonly { readonly title: string; readonly span: Span }[];
}

/** A quote as extraction found it, its speakers resolved to ids. */
export interface QuoteFields {
  readonly kind: QuoteKind;
  readonly manner: Manner;
  readonly text: string;
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly mention: MentionRecord | null;
  readonly speakerId: number | null;
  /** Those who say it together with `speakerId`, which is not among them, each once. */
  readonly jointSpeakerIds: readonly number[];
  readonly attribution: Omit<AttributionRecord, 'corrected'>;
  readonly confidence: number;
  /** Equal for two quotes of an article whose content reads the same (hash of the folded words). */
  readonly contentKey: string;
  /** Keys by which matching finds it again: 32-bit unsigned. */
  readonly matchKeys: readonly number[];
}

/** What people set by hand on a quote, and what extraction had said. */
export interface QuoteCorrections {
  readonly quoteId: number;
  readonly articleId: number;
  readonly contentKey: string;
  readonly statementId: number | null; // null while dismissed
  readonly dismissed: boolean;
  /** The statement that a dismissed quote stood in; it may be gone. */
  readonly dismissedFrom: number | null;
  /** Undefined: not set by hand; null: nobody. */
  readonly setSpeakerId: number | null | undefined;
  /** True where the quote's statement was chosen by hand: matching leaves it there. */
  readonly setStatement: boolean;
  readonly extractedSpeakerId: number | null;
  readonly extractedJointSpeakerIds: readonly number[];
}

export interface MatchingLimits {
  /** True where a rendering of its statement, perhaps itself, was put there by hand. */
  readonly stays: boolean;
  /** Statements with a quote that a person took apart from this one, whichever of the two was moved. */
  readonly barred: ReadonlySet<number>;
}

export type { SamePair };

/** A quote as finding its statement needs it. */
export interface QuoteToMatch extends GatheredQuote {
  readonly speakerName: string | null;
  /** Where its content begins and ends in the body, gaps included. */
  readonly start: number;
  readonly end: number;
}

/** A rendering as gathering statements anew needs it. */
export interface GatheredQuote {
  readonly id: number;
  readonly articleId: number;
  readonly statementId: number;
  /** True where a person put it into its statement. */
  readonly putByHand: boolean;
  readonly speakerId: number | null;
  readonly kind: QuoteKind;
  readonly text: string;
  readonly publishedAt: string | null;
  readonly confidence: number;
  readonly contentKey: string;
}

/** What choosing and grading renderings needs of them. */
export interface StatementRenderings {
  readonly bestQuoteId: number;
  readonly quotes: readonly {
    readonly id: number;
    readonly kind: QuoteKind;
    readonly text: string;
    readonly speakerId: number | null;
    readonly publishedAt: string | null;
    readonly confidence: number;
    /** False where it came in, or changed its words, since it was compared with the best. */
    readonly graded: boolean;
  }[];
}

/** A statement with its best rendering, and how others compare with that. */
export interface GradedStatement {
  readonly statementId: number;
  readonly bestQuoteId: number;
  readonly renderings: readonly { readonly quoteId: number; readonly match: RenderingMatch; readonly similarity: number }[];
}

export interface RecordKey {
  readonly type: RecordType;
  readonly id: number;
}

export interface WriteStore extends ReadStore, ReuseWrites, StoryWrites {
  // ------------------------------------------------------------ sources and articles
  /** The source with this domain, else with this name and no other domain (then given this domain), else a new one. */
  ensureSource(name: string, domain: string | null): Promise<number>;
  findSource(name: string, domain: string | null): Promise<number | null>;
  articleByPublisherId(sourceId: number | null, publisherId: string): Promise<KnownArticle | null>;
  articleByUrl(url: string): Promise<KnownArticle | null>;
  articleByBody(sourceId: number | null, bodyHash: string): Promise<KnownArticle | null>;
  /** Articles of this very text, at any source, oldest id first. */
  articlesWithBody(bodyHash: string, limit: number): Promise<number[]>;
  insertArticle(fields: ArticleFields): Promise<number>;
  /** Replaces the fields, keeps the old text as a past revision, and answers the new revision's number. */
  reviseArticle(id: number, fields: ArticleFields): Promise<number>;
  /** Removes the article and all that hangs on it. Its statements must then be refreshed. */
  deleteArticle(id: number): Promise<void>;

  // ------------------------------------------------------------ speakers
  /**
   * The speakers that an article names, by id in the order given; new ones are made. The article's earlier sightings
   * are replaced. A key that was merged into another speaker answers that one.
   */
  replaceSightings(articleId: number, sightings: readonly SpeakerSighting[]): Promise<number[]>;
  /** The speakers that the article's sightings name now. */
  sightedSpeakers(articleId: number): Promise<number[]>;
  /** The speaker of this key, or one for a name that a person typed, outside any article; it stays as long as a quote leads there, although no text names it. */
  ensureSpeaker(key: string, type: SpeakerType, name: string): Promise<number>;
  /** All keys, sightings, quotes and set-by-hand choices of `from` become those of `into`; `from` leads on to `into`, which keeps its name where it has a full one. Who said something together with `into` stands there once. Answers the quotes that changed. */
  mergeSpeakers(from: number, into: number): Promise<number[]>;
  /** Names again by the forms that articles use, removes speakers that nothing refers to and none was merged into, answers those removed. */
  refreshSpeakers(ids: readonly number[]): Promise<number[]>;

  // ------------------------------------------------------------ quotes
  /** Of an article's quotes, dismissed ones included. */
  correctionsOf(articleId: number): Promise<QuoteCorrections[]>;
  correctionOf(quoteId: number): Promise<QuoteCorrections | null>;
  /** Inserts a quote in a statement of its own. */
  insertQuote(articleId: number, quote: QuoteFields): Promise<number>;
  /** Replaces what extraction found; what was set by hand stays, and so does the statement. */
  updateQuote(id: number, quote: QuoteFields): Promise<void>;
  deleteQuotes(ids: readonly number[]): Promise<void>;
  /** Null: nobody. A speaker set by hand is the only one. `undefined`: back to what extraction said, joint speakers too. */
  setSpeakerByHand(quoteId: number, speakerId: number | null | undefined): Promise<void>;
  /** True takes it out of its statement and out of sight; false puts it back into a statement of its own. */
  setDismissed(quoteId: number, dismissed: boolean): Promise<void>;

  // ------------------------------------------------------------ statements
  /**
   * Moves a quote into a statement (null: a new one of its own), and answers the statement's id. By hand it is also kept
   * apart from the quotes that it leaves, and no longer from those that it joins.
   */
  moveQuote(quoteId: number, statementId: number | null, byHand: boolean): Promise<number>;
  /** Moves quotes into statements as matching found, all at once; their statements must then be refreshed. */
  moveQuotes(moves: readonly { readonly quoteId: number; readonly statementId: number }[]): Promise<void>;
  /** The quotes of an article that are not dismissed, lowest id first. */
  quotesToMatch(articleId: number): Promise<QuoteToMatch[]>;
  /** Keeps pairs of quotes that are the same; of one that is kept already the score is replaced. */
  addSamePairs(pairs: readonly SamePair[]): Promise<void>;
  /** Forgets all pairs of these quotes. */
  deleteSamePairs(quoteIds: readonly number[]): Promise<void>;
  /** Pairs of these quotes (`a`) with others, at most `limit`. */
  samePairsOf(quoteIds: readonly number[], limit: number): Promise<SamePair[]>;
  /** All renderings of the statements that these quotes are in, lowest id first, at most `limit`. */
  gatheredQuotes(quoteIds: readonly number[], limit: number): Promise<GatheredQuote[]>;
  /** Pairs of these quotes that a person took apart. */
  pairsApart(quoteIds: readonly number[]): Promise<[number, number][]>;
  /** What people's choices keep matching from doing with a quote. */
  matchingLimits(quoteId: number): Promise<MatchingLimits>;
  /** Forgets that the quote's statement was chosen by hand, and what it was taken apart from; it stays where it is. */
  clearStatementByHand(quoteId: number): Promise<void>;
  /** All renderings of a statement, lowest id first, and which of them is its best; null where it is gone. */
  renderingsOf(statementId: number): Promise<StatementRenderings | null>;
  /** Of each statement its best and the renderings that were not compared with it yet, lowest id first; all where the best left or was not compared itself. */
  ungradedOf(statementIds: readonly number[]): Promise<Map<number, StatementRenderings>>;
  /** Names the best of each statement, and says how the renderings given compare with it; the others keep their grades. The statements must then be refreshed. */
  setRenderings(graded: readonly GradedStatement[]): Promise<void>;
  /** Counts, dates, first and last again; a statement without quotes is removed. Answers those removed. */
  refreshStatements(ids: readonly number[]): Promise<number[]>;
  /** From now on the id of a removed statement answers another. */
  redirectStatement(from: number, into: number): Promise<void>;

  // ------------------------------------------------------------ outbox
  /** Says that these records are new, changed or gone: the index will be told, in this order, after the transaction. */
  touch(keys: readonly RecordKey[]): Promise<void>;
}

/** A change that the index has yet to learn of. */
export interface OutboxRow extends RecordKey {
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface Outbox {
  /** Rows after `seq`, in order, at most `limit`. */
  after(seq: number, limit: number): Promise<OutboxRow[]>;
  /** The highest number ever given, 0 where there was none. */
  lastSeq(): Promise<number>;
  /** The lowest number still kept, null where none is: an index that stands before it must be rebuilt. */
  firstSeq(): Promise<number | null>;
  /** Forgets the rows up to and including `seq`. */
  prune(seq: number): Promise<void>;
  /** How many rows stand after `seq`, and how old the oldest of them is in milliseconds. */
  lag(seq: number, now: number): Promise<{ pending: number; lagMs: number }>;
}

export interface Store {
  readonly read: ReadStore;
  readonly outbox: Outbox;
  /** Runs the work in one transaction, alone; what it throws undoes all of it. @throws OnRecordError STORE_BUSY where others write for minutes */
  write<T>(work: (tx: WriteStore) => Promise<T>): Promise<T>;
  /**
   * One holder of the name at a time, over all processes on this store. A lease whose holder died is free at once where
   * that can be told, else after `ttlMs`. Calling again with the same owner renews it.
   */
  acquireLease(name: string, owner: string, ttlMs: number): Promise<boolean>;
  releaseLease(name: string, owner: string): Promise<void>;
  close(): Promise<void>;
}
