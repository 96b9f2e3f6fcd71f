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

  /** @param filter what it was asked with: the lists under it hold to that too */
  constructor(readonly record: SourceOverlapRecord, readonly filter: OverlapFilter) {
    this.sharedStatementCount = record.sharedStatementCount;
    this.articlePairCount = record.articlePairCount;
    this.reprintCount = record.reprintCount;
    this.reusedWords = record.reusedWords;
    this.statementJaccard = record.statementJaccard;
  }
}
