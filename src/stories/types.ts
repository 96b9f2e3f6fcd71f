/** What the room knows of an article, and what it says of several. */

/** A telling word, name or pair of names of an article. */
export interface StoryTerm {
  /** Hash of the term, unsigned 32 bits. */
  readonly key: number;
  /** What it says in this article, by its kind, places and number; above 0. How rare it is among articles is not in it. */
  readonly weight: number;
}

/** An article as the decision sees it. */
export interface StoryArticle {
  readonly id: number;
  /** ISO 8601, or null. */
  readonly publishedAt: string | null;
  /** Heaviest first. */
  readonly terms: readonly StoryTerm[];
  /** Statements that it renders, each once. */
  readonly statementIds: readonly number[];
}

/** Text outside quotation marks that two articles have in common: what share of each stands in the other, 0..1. */
export interface SharedText {
  readonly a: number;
  readonly b: number;
  readonly aInB: number;
  readonly bInA: number;
}
