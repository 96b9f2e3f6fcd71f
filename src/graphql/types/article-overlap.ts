import { Field, Float, Int, ObjectType } from 'type-graphql';
import { encodeOverlapId } from '../../domain/ids.js';
import type { ArticleOverlapRecord, ArticleRelation as RelationValue, PassageRecord, StatementRecord } from '../../domain/records.js';
import { ArticleRelation } from '../enums.js';
import { Node } from './node.js';
import { Span } from './text.js';
import { Statement } from './statement.js';

@ObjectType('ReusedPassage', { description: 'Text outside quotation marks and page noise that stands in both articles.', simpleResolvers: true })
export class ReusedPassage {
  @Field(() => Span, { description: 'Where it stands in the body of `a`.' })
  a: Span;

  @Field(() => Span, { description: 'Where it stands in the body of `b`.' })
  b: Span;

  @Field(() => Int, { description: 'How many words it has.' })
  words: number;

  @Field(() => Float, { description: 'How alike the two stretches are, from 0 to 1.' })
  similarity: number;

  constructor(readonly articleId: number, record: PassageRecord) {
    this.a = record.a;
    this.b = record.b;
    this.words = record.words;
    this.similarity = record.similarity;
  }
}

@ObjectType('SharedStatement', { description: 'A statement that both articles render.', simpleResolvers: true })
export class SharedStatement {
  @Field(() => Statement, { description: 'The statement.' })
  statement: Statement;

  constructor(readonly aId: number, readonly bId: number, statement: StatementRecord) {
    this.statement = new Statement(statement);
  }
}

@ObjectType('ArticleOverlap', { implements: Node, description: 'What two articles share, seen from `a`.', simpleResolvers: true })
export class ArticleOverlap extends Node {
  @Field(() => ArticleRelation, { description: 'How the two texts relate.' })
  relation: RelationValue;

  @Field(() => Int, { description: 'How many statements both render.' })
  sharedStatementCount: number;

  @Field(() => [ReusedPassage], { description: 'Text that both have outside quotation marks and page noise, in the order of `a`.' })
  passages: readonly ReusedPassage[];

  @Field(() => Float, { description: 'The share of the words of `a` that also stand in `b`, from 0 to 1.' })
  containmentAInB: number;

  @Field(() => Float, { description: 'The share of the words of `b` that also stand in `a`, from 0 to 1.' })
  containmentBInA: number;

  @Field(() => Float, { description: 'How much of both texts together they have in common (Jaccard), from 0 to 1.' })
  resemblance: number;

  @Field(() => Boolean, { description: 'Whether the two are the same text but for small changes.' })
  nearDuplicate: boolean;

  constructor(readonly record: ArticleOverlapRecord) {
    super();
    this.id = encodeOverlapId(record.aId, record.bId);
    this.relation = record.relation;
    this.sharedStatementCount = record.sharedStatementIds.length;
    this.passages = record.passages.map((passage) => new ReusedPassage(record.aId, passage));
    this.containmentAInB = record.containmentAInB;
    this.containmentBInA = record.containmentBInA;
    this.resemblance = record.resemblance;
    this.nearDuplicate = record.nearDuplicate;
  }
}
