/** What a transaction can do with text that articles share: the part of the writing port that finds and keeps it. */
import type { Span } from '../text/spans.js';
import type { ArticleRelation, PassageRecord } from './records.js';

export interface ReuseFields {
  readonly otherId: number;
  /** Spans `a` in this article, `b` in the other. */
  readonly passages: readonly PassageRecord[];
  /** REPRINT, PARTIAL_REPRINT, REWRITE or, where text alone says nothing, UNRELATED; reading turns UNRELATED into COMMON_SOURCE where statements are shared. */
  readonly relation: ArticleRelation;
  readonly containmentThisInOther: number;
  readonly containmentOtherInThis: number;
  readonly resemblance: number;
  readonly nearDuplicate: boolean;
}

export interface BodyMarks {
  readonly bodyHash: string;
  /** As extraction marked it, then as it was learned. */
  readonly boilerplate: readonly Span[];
}

export interface OwnWordsFields {
  readonly agency: string | null;
  readonly countedWords: number;
  readonly ownWords: number;
}

export interface ReuseWrites {
  /** Replaces the fingerprint hashes (32-bit unsigned) of an article. */
  replaceFingerprints(articleId: number, hashes: readonly number[]): Promise<void>;
  /** The articles that have each of the hashes, latest by arrival first, at most `most` a hash; a hash that none has is left out. */
  holdersOf(hashes: readonly number[], most: number): Promise<Map<number, number[]>>;
  /** Which of the articles have which of the hashes, by hash; one that none of them has is left out. */
  holdersAmong(hashes: readonly number[], articleIds: readonly number[]): Promise<Map<number, number[]>>;
  /** The fingerprint hashes of articles, in the order of the ids. */
  fingerprintsOf(articleIds: readonly number[]): Promise<number[][]>;
  /** For each statement of the article's quotes the articles that render it, itself among them, latest by date first, at most `most`. */
  renderersOf(articleId: number, most: number): Promise<number[][]>;
  /** How many statements the quotes of each article render, in the order of the ids. */
  statementsIn(articleIds: readonly number[]): Promise<number[]>;
  /** Those of the hashes that were learned to be of what the source prints on many pages. */
  learnedHashes(sourceId: number, hashes: readonly number[]): Promise<number[]>;
  learnHashes(sourceId: number, hashes: readonly number[]): Promise<void>;
  /** The source's latest articles by arrival, latest first, at most so many and without one. */
  latestArticles(sourceId: number, exceptId: number, most: number): Promise<number[]>;
  /** Which bodies articles have, without reading them, and what of each is boilerplate; in the order of the ids, null where there is no such article. */
  bodyMarks(articleIds: readonly number[]): Promise<(BodyMarks | null)[]>;
  replaceLearnedBoilerplate(articleId: number, spans: readonly Span[]): Promise<void>;
  /** What is stored of the article and others, by the others' ids. */
  reuseOf(articleId: number): Promise<ReuseFields[]>;
  /** Replaces all reuse between the article and others. */
  replaceReuse(articleId: number, reuse: readonly ReuseFields[]): Promise<void>;
  /** Keeps which agency the article says it is from, and how many of its words are its own. */
  replaceOwnWords(articleId: number, words: OwnWordsFields): Promise<void>;
}
