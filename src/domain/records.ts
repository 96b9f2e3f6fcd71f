/**
 * The records that the store keeps and the rest of the program speaks of. Ids are the store's numbers; what a client
 * sees is made of them by `ids.ts`. Dates are ISO 8601 in UTC with milliseconds ("2025-10-09T00:00:00.000Z"), so that
 * they sort as text. Spans are half open, in UTF-16 code units of the article's body.
 */
import type { Span } from '../text/spans.js';

export type QuoteKind = 'DIRECT' | 'INDIRECT' | 'MIXED';
export type Manner = 'SPEECH' | 'WRITING' | 'ATTITUDE';
export type SpeakerType = 'PERSON' | 'ORGANISATION' | 'GROUP' | 'DOCUMENT' | 'UNKNOWN';
export type UnattributedReason = 'NO_MENTION' | 'UNNAMED' | 'AMBIGUOUS' | 'LOW_CONFIDENCE';
export type RenderingMatch = 'VERBATIM' | 'NEAR_VERBATIM' | 'PARAPHRASE';
export type ArticleRelation = 'REPRINT' | 'PARTIAL_REPRINT' | 'REWRITE' | 'COMMON_SOURCE' | 'UNRELATED';
export type RecordType = 'SOURCE' | 'ARTICLE' | 'QUOTE' | 'SPEAKER' | 'STATEMENT' | 'STORY';

export interface SourceRecord {
  readonly id: number;
  readonly name: string;
  readonly domain: string | null;
}

/** An article without its body, which is long and seldom wanted. */
export interface ArticleRecord {
  readonly id: number;
  readonly sourceId: number | null;
  readonly publisherId: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly language: string | null;
  readonly publishedAt: string | null;
  readonly boilerplate: readonly Span[];
  /** 1 for the first text that came in under this identity, then one more for each change. */
  readonly revision: number;
  /** Null where it was read before there were stories. */
  readonly storyId: number | null;
}

/** Words of the text that an attribution rests on. */
export interface MentionRecord {
  readonly text: string;
  readonly spans: readonly Span[];
}

export interface AttributionRecord {
  readonly confidence: number;
  /** Why there is no speaker; null where there is one. */
  readonly reason: UnattributedReason | null;
  /** True where a person set the speaker by hand. */
  readonly corrected: boolean;
  /** From the mention back to the name. */
  readonly evidence: readonly MentionRecord[];
  readonly candidates: readonly { readonly speakerId: number; readonly confidence: number }[];
}

export interface QuoteRecord {
  readonly id: number;
  readonly articleId: number;
  readonly sourceId: number | null;
  readonly publishedAt: string | null;
  readonly statementId: number;
  /** The first named of those who say it. */
  readonly speakerId: number | null;
  /** Those who say it together with the first, in the order of the text; none where a person set the speaker. */
  readonly jointSpeakerIds: readonly number[];
  readonly kind: QuoteKind;
  readonly manner: Manner;
  /** The content with its quotation marks, parts joined by a space. */
  readonly text: string;
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly mention: MentionRecord | null;
  readonly attribution: AttributionRecord;
  readonly confidence: number;
  /** Against the statement's best rendering, which is VERBATIM, 1. */
  readonly match: RenderingMatch;
  readonly similarity: number;
}

/** All who say a quote, the first named first. */
export const speakersOf = ({ speakerId, jointSpeakerIds }: Pick<QuoteRecord, 'speakerId' | 'jointSpeakerIds'>): number[] =>
  speakerId === null ? [] : [speakerId, ...jointSpeakerIds];

export interface RoleRecord {
  readonly speakerId: number;
  readonly title: string;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** Where it was first read. */
  readonly articleId: number;
  readonly span: Span;
}

export interface SpeakerRecord {
  readonly id: number;
  readonly name: string;
  readonly type: SpeakerType;
  /** Other forms of the name, most used first, without `name`. */
  readonly aliases: readonly string[];
  /** Quotes of which they are the speaker or one of the speakers. */
  readonly quoteCount: number;
}

export interface StatementRecord {
  readonly id: number;
  readonly bestQuoteId: number;
  readonly firstQuoteId: number;
  readonly lastQuoteId: number;
  readonly speakerId: number | null;
  readonly text: string;
  readonly sourceCount: number;
  readonly articleCount: number;
}

/** Articles about one happening. */
export interface StoryRecord {
  readonly id: number;
  /** The article that stands for it. */
  readonly representativeId: number;
  /** Dates of its first and last dated article. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly articleCount: number;
  readonly sourceCount: number;
}

/** Text that two articles have in common outside quotation marks and boilerplate. */
export interface PassageRecord {
  readonly a: Span;
  readonly b: Span;
  readonly words: number;
  readonly similarity: number;
}

/** What two articles share, seen from `aId`. */
export interface ArticleOverlapRecord {
  readonly aId: number;
  readonly bId: number;
  readonly relation: ArticleRelation;
  readonly sharedStatementIds: readonly number[];
  readonly passages: readonly PassageRecord[];
  readonly containmentAInB: number;
  readonly containmentBInA: number;
  readonly resemblance: number;
  readonly nearDuplicate: boolean;
}

/** Whose text an article is, as far as its date, outlet and credit tell, and how much of it is its own. */
export interface ProvenanceRecord {
  readonly articleId: number;
  readonly publishedAt: string | null;
  readonly sourceId: number | null;
  readonly sourceName: string | null;
  readonly byline: string | null;
  /** The agency that its text says it is from. */
  readonly agency: string | null;
  /** Words outside boilerplate and quotation marks; null where it was read before they were counted. */
  readonly countedWords: number | null;
  /** Those of them that stand in no passage that it has from another outlet's article or an agency; null as `countedWords`. */
  readonly ownWords: number | null;
}

/** An article whose text has something in common with that of another, without the passages. */
export interface TextPartnerRecord {
  readonly otherId: number;
  readonly relation: Exclude<ArticleRelation, 'COMMON_SOURCE' | 'UNRELATED'>;
  /** Equal words of the passages. */
  readonly words: number;
  readonly containmentThisInOther: number;
  readonly containmentOtherInThis: number;
}

/** Counted words of a source's articles together. */
export interface SourceWordsRecord {
  /** Articles with counted words. */
  readonly articleCount: number;
  readonly countedWords: number;
  readonly ownWords: number;
}

/** What two sources share, seen from `aId`, within the filter that was asked for. */
export interface SourceOverlapRecord {
  readonly aId: number;
  readonly bId: number;
  readonly sharedStatementCount: number;
  readonly articlePairCount: number;
  readonly reprintCount: number;
  readonly reusedWords: number;
  readonly statementJaccard: number;
  /** Articles of each within the filter's dates, whatever else the filter says. */
  readonly aArticleCount: number;
  readonly bArticleCount: number;
  /** Articles of each that have anything in common with one of the other. */
  readonly aSharedArticleCount: number;
  readonly bSharedArticleCount: number;
}

/**
 * How much of each other's text two sources printed, `aId` the lower: pairs of their articles that are REPRINT, PARTIAL_REPRINT or
 * near-duplicates. Shared statements do not count: two outlets may quote one speech.
 */
export interface CopyingRecord {
  readonly aId: number;
  readonly bId: number;
  readonly articlePairs: number;
  /** Articles of each that stand in such a pair. */
  readonly aCopied: number;
  readonly bCopied: number;
  /** Pairs in which the article of each was published before the other's. Undated ones count in neither, nor those of one day of which one has no hour. */
  readonly aFirst: number;
  readonly bFirst: number;
}

/** The articles of a source that stand in pairs of copies. */
export interface CopiedRecord {
  readonly sourceId: number;
  readonly articles: number;
  /** Those of them that none of their copies was published before, and one was published after. */
  readonly firsts: number;
}
