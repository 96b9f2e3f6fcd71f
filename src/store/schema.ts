/**
 * The tables, as the query builder knows them. Booleans are 0 or 1, lists and spans JSON text, dates ISO text in UTC,
 * so that every dialect reads the same. `folded` columns hold `foldedLine` of the text that a word filter looks in.
 */
import type { Generated, Selectable } from 'kysely';
import type {
  ArticleRelation, Manner, QuoteKind, RecordType, RenderingMatch, SpeakerType, UnattributedReason,
} from '../domain/records.js';
import type { StoriesTable, StoryKeysTable, StoryTermCountsTable, StoryTermsTable } from './schema-stories.js';

type Flag = 0 | 1;

export interface SourcesTable {
  id: Generated<number>;
  name: string;
  folded_name: string;
  domain: string | null;
  article_count: number;
}

export interface ArticlesTable {
  id: Generated<number>;
  source_id: number | null;
  publisher_id: string | null;
  url: string | null;
  title: string | null;
  byline: string | null;
  language: string | null;
  published_at: string | null;
  body_hash: string;
  boilerplate: string;
  revision: number;
  /** Null where it was read before there were stories. */
  story_id: number | null;
}

/** Apart from `articles`, so that scanning articles does not drag their text along. */
export interface ArticleTextsTable {
  article_id: number;
  body: string;
  folded: string;
}

/** What an article read before it was revised. */
export interface ArticleRevisionsTable {
  article_id: number;
  revision: number;
  title: string | null;
  published_at: string | null;
  body_hash: string;
  body: string;
}

export interface SpeakersTable {
  id: Generated<number>;
  name: string;
  type: SpeakerType;
  quote_count: number;
}

export interface SpeakerKeysTable {
  type: SpeakerType;
  key: string;
  speaker_id: number;
  /** A merge brought it: articles call the speaker so, but it is not the name that the speaker had. */
  merged: Flag;
}

/** Where ids that clients may still hold lead to; always flat: no `into_id` is a `from_id`. */
export interface RedirectsTable {
  from_id: number;
  into_id: number;
}

/** The forms of a name over all articles: sums of `sighting_forms`. */
export interface SpeakerFormsTable {
  speaker_id: number;
  form: string;
  folded_name: string;
  folded: string;
  uses: number;
  /** In how many articles it is the fullest form. */
  full_uses: number;
}

/** What one article adds to `speaker_forms`. */
export interface SightingFormsTable {
  article_id: number;
  speaker_id: number;
  form: string;
  uses: number;
  full_uses: number;
}

export interface SightingRolesTable {
  article_id: number;
  speaker_id: number;
  title: string;
  folded: string;
  start_at: number;
  end_at: number;
}

/** The types that an article gives a speaker: of unknown type where it only names them. */
export interface SightingTypesTable {
  article_id: number;
  speaker_id: number;
  type: SpeakerType;
}

/** How many articles give a speaker a type: the sums of `sighting_types`. */
export type SpeakerTypesTable = Pick<SightingTypesTable, 'speaker_id' | 'type'> & { articles: number };

export interface StatementsTable {
  id: Generated<number>;
  best_quote_id: number;
  first_quote_id: number;
  last_quote_id: number;
  first_at: string | null;
  speaker_id: number | null;
  text: string;
  source_count: number;
  article_count: number;
}

export interface QuotesTable {
  id: Generated<number>;
  article_id: number;
  /** Of the article, repeated here so that lists need no join. */
  source_id: number | null;
  published_at: string | null;
  /** Null while dismissed. */
  statement_id: number | null;
  statement_set: Flag;
  dismissed: Flag;
  /** The statement that it stood in when it was dismissed. */
  dismissed_from: number | null;
  /** The one that counts: set by hand where `speaker_set`, else extracted. */
  speaker_id: number | null;
  speaker_set: Flag;
  extracted_speaker_id: number | null;
  kind: QuoteKind;
  manner: Manner;
  text: string;
  folded: string;
  start_at: number;
  end_at: number;
  content: string;
  cue: string;
  mention: string | null;
  attribution_confidence: number;
  reason: UnattributedReason | null;
  evidence: string;
  candidates: string;
  confidence: number;
  content_key: string;
  match: RenderingMatch;
  similarity: number;
}

/** Who says a quote together with its first speaker, as extraction found; it counts while `speaker_set` is 0. */
export interface JointSpeakersTable {
  quote_id: number;
  speaker_id: number;
  /** The order of the text, from 0. */
  place: number;
}

/** A person took `quote_id` out of the statement in which both were: matching does not put them together again. */
export interface QuotesApartTable {
  quote_id: number;
  other_id: number;
}

/** See quote-keys.ts: `period` and `day` are worked out from the date, 0 where there is none; speaker 0 is nobody. */
export interface QuoteKeysTable {
  period: number;
  key: number;
  speaker_id: number;
  day: number;
  quote_id: number;
  /** How many keys the quote has; 0: not known. */
  size: number;
}

/** Where the keys of a quote stand. */
export interface QuoteKeyListsTable {
  quote_id: number;
  day: number;
  speaker_id: number;
  /** How many keys there are. */
  size: number;
  keys: string;
}

/** Matching found the two to be renderings of one statement; each pair in both directions. */
export interface SamePairsTable {
  quote_id: number;
  other_id: number;
  score: number;
}

export interface FingerprintsTable {
  hash: number;
  article_id: number;
}

/** Of what a source prints on many pages. */
export interface BoilerplateHashesTable {
  source_id: number;
  hash: number;
}

/** Where the text of an article is what its source prints on many pages, beside what extraction marked. */
export interface LearnedBoilerplateTable {
  article_id: number;
  spans: string;
}

/** One row an unordered pair of articles, `a_id` the lower. */
export interface ReuseTable {
  a_id: number;
  b_id: number;
  relation: ArticleRelation;
  /** 1 where the texts have anything in common; 0 where only the measures are kept. */
  shares: Flag;
  words: number;
  passages: string;
  containment_a_in_b: number;
  containment_b_in_a: number;
  resemblance: number;
  near_duplicate: Flag;
}

/** Beside `articles`: what is known of whose text an article is. */
export interface OwnWordsTable {
  article_id: number;
  agency: string | null;
  counted: number;
  own: number;
}

export interface OutboxTable {
  seq: Generated<number>;
  type: RecordType;
  record_id: number;
  at: number;
}

export interface LeasesTable {
  name: string;
  owner: string;
  expires_at: number;
}

export interface MetaTable {
  name: 'schema_version' | 'outbox_pruned';
  value: number;
}

export interface Tables {
  sources: SourcesTable;
  articles: ArticlesTable;
  article_texts: ArticleTextsTable;
  article_revisions: ArticleRevisionsTable;
  speakers: SpeakersTable;
  speaker_keys: SpeakerKeysTable;
  speaker_redirects: RedirectsTable;
  speaker_forms: SpeakerFormsTable;
  sighting_forms: SightingFormsTable;
  sighting_roles: SightingRolesTable;
  sighting_types: SightingTypesTable;
  speaker_types: SpeakerTypesTable;
  statements: StatementsTable;
  statement_redirects: RedirectsTable;
  quotes: QuotesTable;
  joint_speakers: JointSpeakersTable;
  quotes_apart: QuotesApartTable;
  quote_keys: QuoteKeysTable;
  quote_key_lists: QuoteKeyListsTable;
  same_pairs: SamePairsTable;
  fingerprints: FingerprintsTable;
  boilerplate_hashes: BoilerplateHashesTable;
  learned_boilerplate: LearnedBoilerplateTable;
  reuse: ReuseTable;
  own_words: OwnWordsTable;
  stories: StoriesTable;
  story_redirects: RedirectsTable;
  story_terms: StoryTermsTable;
  story_keys: StoryKeysTable;
  story_term_counts: StoryTermCountsTable;
  outbox: OutboxTable;
  leases: LeasesTable;
  meta: MetaTable;
}

export type QuoteRow = Selectable<QuotesTable>;
export type ReuseRow = Selectable<ReuseTable>;
