/** What a transaction can do with stories: the part of the writing port that gathers articles. */
import type { SharedText, StoryArticle, StoryTerm } from '../stories/types.js';

export type { SharedText, StoryTerm };

/** An article with the story that it stands in; null where it is in none yet. */
export interface PlacedArticle extends StoryArticle {
  readonly storyId: number | null;
}

export interface StoryCandidateRequest {
  readonly articleId: number;
  /** Only articles dated within `windowDays` of this, and undated ones; null: any date. */
  readonly publishedAt: string | null;
  readonly windowDays: number;
  /** Terms by which articles are found; weights add up. */
  readonly terms: readonly StoryTerm[];
  /** At most this many, those that share most weight first. */
  readonly limit: number;
}

/** The articles of a story that stand for it where it has more than can be looked at one by one. */
export interface StoryCore {
  readonly storyId: number;
  readonly articleCount: number;
  /** The earliest, undated ones last. */
  readonly articleIds: readonly number[];
}

export interface StoryWrites {
  /** Replaces the terms of an article, heaviest first, and keeps the counts; null: those that it has, under its present date. */
  replaceStoryTerms(articleId: number, terms: readonly StoryTerm[] | null): Promise<void>;
  /** How many articles have terms, and how many have each of these. */
  storyTermCounts(keys: readonly number[]): Promise<{ readonly articles: number; readonly withTerm: ReadonlyMap<number, number> }>;
  storyCandidates(request: StoryCandidateRequest): Promise<number[]>;
  /** Those of the articles that have terms, in the order asked. */
  placedArticles(articleIds: readonly number[]): Promise<PlacedArticle[]>;
  /** What the texts of these articles have in common with one another. */
  sharedTextAmong(articleIds: readonly number[]): Promise<SharedText[]>;
  /** In the order asked; stories that are gone are left out. */
  storyCores(storyIds: readonly number[], limit: number): Promise<StoryCore[]>;
  /** Moves articles into a story (null: a new one), and answers its id. Left and joined stories must then be refreshed. */
  moveToStory(articleIds: readonly number[], storyId: number | null): Promise<number>;
  /** Moves all articles of a story into another, and leads its id there. */
  mergeStories(from: number, into: number): Promise<void>;
  /** Counts and dates again; a story without articles is removed. Answers those removed. */
  refreshStories(ids: readonly number[]): Promise<number[]>;
  setRepresentative(storyId: number, articleId: number): Promise<void>;
  /** From now on the id of a removed story answers another. */
  redirectStory(from: number, into: number): Promise<void>;
}
