/**
 * Loaders of records by id. All that one request asks for in one go is one call of the store; what was read once is not
 * read again. They live as long as a request, or until a mutation changes something.
 */
import DataLoader from 'dataloader';
import { echoesOf } from '../../app/echoes.js';
import type { Echo } from '../../app/types.js';
import { originsOf } from '../../app/originality.js';
import type { CopiedFrom } from '../../app/originality.js';
import type { ReadStore } from '../../domain/read-store.js';
import type { ArticleOverlapRecord, ArticleRecord, ProvenanceRecord, QuoteRecord, RoleRecord, SourceRecord, SpeakerRecord, StatementRecord, StoryRecord } from '../../domain/records.js';
import type { StoryTerm } from '../../domain/story-writes.js';
import type { AnswerBudget } from '../limits/answer-budget.js';

export type Pair = readonly [aId: number, bId: number];
export interface StatementInArticle {
  readonly statementId: number;
  readonly articleId: number;
}

export interface RecordLoaders {
  readonly source: DataLoader<number, SourceRecord | null>;
  readonly article: DataLoader<number, ArticleRecord | null>;
  /** The text of an article, by the article's id. */
  readonly body: DataLoader<number, string | null>;
  /** What an article is about, by its id. */
  readonly terms: DataLoader<number, StoryTerm[]>;
  readonly quote: DataLoader<number, QuoteRecord | null>;
  readonly speaker: DataLoader<number, SpeakerRecord | null>;
  /** Apart from `speaker`: whether a quote that passes has a speaker of the filter first depends on the data, and the number of statements shall not. */
  readonly speakerInFilter: DataLoader<number, SpeakerRecord | null>;
  readonly statement: DataLoader<number, StatementRecord | null>;
  /** By the statement's id. */
  readonly echoes: DataLoader<number, Echo[]>;
  readonly story: DataLoader<number, StoryRecord | null>;
  /** By the speaker's id. */
  readonly roles: DataLoader<number, RoleRecord[]>;
  /** The role that a quote's speaker held then, by the quote's id. */
  readonly roleAtQuote: DataLoader<number, RoleRecord | null>;
  /** By the source's id. */
  readonly articleCount: DataLoader<number, number>;
  /** By the article's id. */
  readonly provenance: DataLoader<number, ProvenanceRecord | null>;
  /** What an article was made of, by its id. */
  readonly origins: DataLoader<number, CopiedFrom[]>;
  readonly articleOverlap: DataLoader<Pair, ArticleOverlapRecord | null, string>;
  readonly quotesInArticle: DataLoader<StatementInArticle, QuoteRecord[], string>;
}

export const pairKey = ([a, b]: Pair): string => `${a} ${b}`;

/** Weighed before they are read: a page of the longest articles is a gigabyte. @throws OnRecordError QUERY_TOO_COMPLEX */
async function bodies(read: ReadStore, budget: AnswerBudget, ids: readonly number[]): Promise<(string | null)[]> {
  const sizes = await read.bodySizes(ids);
  budget.load(sizes.reduce((sum, size) => sum + size, 0));
  return read.bodies(ids);
}

export function recordLoaders(read: ReadStore, budget: AnswerBudget): RecordLoaders {
  return {
    source: new DataLoader((ids) => read.sources(ids)),
    article: new DataLoader((ids) => read.articles(ids)),
    body: new DataLoader((ids) => bodies(read, budget, ids)),
    terms: new DataLoader((ids) => read.articleTerms(ids)),
    quote: new DataLoader((ids) => read.quotes(ids)),
    speaker: new DataLoader((ids) => read.speakers(ids)),
    speakerInFilter: new DataLoader((ids) => read.speakers(ids)),
    statement: new DataLoader((ids) => read.statements(ids)),
    echoes: new DataLoader((ids) => echoesOf(read, ids)),
    story: new DataLoader((ids) => read.stories(ids)),
    roles: new DataLoader((ids) => read.roles(ids)),
    roleAtQuote: new DataLoader((ids) => read.rolesAtQuotes(ids)),
    articleCount: new DataLoader(async (ids) => {
      const counts = await read.articleCounts(ids);
      return ids.map((id) => counts.get(id) ?? 0);
    }),
    provenance: new DataLoader((ids) => read.provenances(ids)),
    origins: new DataLoader((ids) => originsOf(read, ids)),
    articleOverlap: new DataLoader((pairs) => read.articleOverlaps(pairs), { cacheKeyFn: pairKey }),
    quotesInArticle: new DataLoader((pairs) => read.quotesOfStatements(pairs), {
      cacheKeyFn: ({ statementId, articleId }) => pairKey([statementId, articleId]),
    }),
  };
}
