/** What matching knows of a quote, and what it says of two. */
export type RenderingMatch = 'VERBATIM' | 'NEAR_VERBATIM' | 'PARAPHRASE';

/** A term of what an article is about: a hash of it, and how much it says, above 0. */
export interface AboutTerm {
  readonly key: number;
  readonly weight: number;
}

export interface MatchableQuote {
  readonly id: number;
  readonly articleId: number;
  readonly kind: 'DIRECT' | 'INDIRECT' | 'MIXED';
  /** The content, quotation marks and all. */
  readonly text: string;
  /** Equal ids are one speaker; null where nobody is known. */
  readonly speakerId: number | null;
  readonly speakerName: string | null;
  /** ISO 8601, or null. */
  readonly publishedAt: string | null;
  /** Some of the body before and after the content, for the occasion that is named there; may be empty. */
  readonly before: string;
  readonly after: string;
  /** What its article is about, each key once; may be empty. */
  readonly about: readonly AboutTerm[];
  readonly confidence: number;
}

export interface MatchReason {
  /** Stable code: SAME_SPEAKER, DIFFERENT_SPEAKER, UNKNOWN_SPEAKER, VERBATIM_RUN, SHARED_WORDS, SHARED_NUMBER, DIFFERENT_NUMBER, CLOSE_IN_TIME, FAR_IN_TIME, ... */
  readonly code: string;
  /** For people: "18 words in a row are the same". */
  readonly message: string;
  /** What it adds to or takes from the score. */
  readonly weight: number;
}

export interface MatchDecision {
  readonly score: number;
  readonly same: boolean;
  /** Null where not the same. */
  readonly match: RenderingMatch | null;
  readonly reasons: readonly MatchReason[];
}
