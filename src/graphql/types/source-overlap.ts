import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { OverlapFilter } from '../../domain/filters.js';
import type { SourceOverlapRecord } from '../../domain/records.js';

@ObjectType('SourceOverlap', { description: 'What two sources share, counted within the filter it was asked with.', simpleResolvers: true })
export class SourceOverlap {
  @Field(() => Int, { description: 'How many statements both carry.' })
  sharedStatementCount: number;

  @Field(() => Int, { description: 'How many pairs of their articles have anything in common.' })
  articlePairCount: number;

  @Field(() => Int, { description: 'How many of these pairs are reprints.' })
  reprintCount: number;

  @Field(() => Int, { description: 'How many words their articles have in common outside quotation marks and page noise.' })
  reusedWords: number;

  @Field(() => Float, { description: 'Shared statements as a part of all statements of the two, from 0 to 1.' })
  statementJaccard: number;

  @Field(() => Int, { description: 'How many articles of `a` were published within the dates of the filter: what the figures rest on.' })
  aArticleCount: number;

  @Field(() => Int, { description: 'How many articles of `b` were published within the dates of the filter.' })
  bArticleCount: number;

  @Field(() => Int, { description: 'How many articles of `a` have anything in common with one of `b`; over `aArticleCount` it is a share.' })
  aSharedArticleCount: number;

  @Field(() => Int, { description: 'How many articles of `b` have anything in common with one of `a`; over `bArticleCount` it is a share.' })
  bSharedArticleCount: number;

  /** @param filter what it was asked with: the lists under it hold to that too */
  constructor(readonly record: SourceOverlapRecord, readonly filter: OverlapFilter) {
    this.sharedStatementCount = record.sharedStatementCount;
    this.articlePairCount = record.articlePairCount;
    this.reprintCount = record.reprintCount;
    this.reusedWords = record.reusedWords;
    this.statementJaccard = record.statementJaccard;
    this.aArticleCount = record.aArticleCount;
    this.bArticleCount = record.bArticleCount;
    this.aSharedArticleCount = record.aSharedArticleCount;
    this.bSharedArticleCount = record.bSharedArticleCount;
  }
}
