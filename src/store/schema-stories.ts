/** The tables of stories, as the query builder knows them. */
import type { Generated } from 'kysely';

export interface StoriesTable {
  id: Generated<number>;
  representative_id: number;
  first_at: string | null;
  last_at: string | null;
  article_count: number;
  source_count: number;
}

/** What an article is about, and the day under which its keys stand. */
export interface StoryTermsTable {
  article_id: number;
  day: number;
  terms: string;
}

/** The heaviest terms of each article, to be found by. */
export interface StoryKeysTable {
  key: number;
  /** Days since 1970, UTC; UNDATED_DAY for an article without a date. */
  day: number;
  article_id: number;
}

/** In how many articles a term stands; under ALL_ARTICLES how many have terms at all. */
export interface StoryTermCountsTable {
  key: number;
  articles: number;
}
