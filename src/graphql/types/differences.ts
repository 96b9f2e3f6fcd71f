/** What one rendering of a statement has and its best one lacks, or says otherwise. */
import { Field, ObjectType } from 'type-graphql';
import type { DifferenceKind as KindValue } from '../../app/types.js';
import type { QuoteRecord } from '../../domain/records.js';
import { DifferenceKind } from '../enums.js';
import { Quote } from './quote.js';
import { Span } from './text.js';

@ObjectType('DifferenceSide', { description: 'The words of one rendering that differ. Empty where it lacks what the other has.', simpleResolvers: true })
export class DifferenceSide {
  @Field(() => String, { description: 'The words, parts joined by a space.' })
  text: string;

  @Field(() => [Span], { description: "Where they stand in the body of the rendering's article." })
  spans: readonly Span[];
}

@ObjectType('Difference', { description: 'Something that one of two renderings has and the other lacks, or says otherwise.', simpleResolvers: true })
export class Difference {
  @Field(() => DifferenceKind, { description: 'In what they differ.' })
  kind: KindValue;

  @Field(() => String, { description: 'The difference, for people: `a` is "the best rendering" in it, `b` "this one".' })
  explanation: string;

  @Field(() => DifferenceSide, { description: 'The words of `a`.' })
  a: DifferenceSide;

  @Field(() => DifferenceSide, { description: 'The words of `b`.' })
  b: DifferenceSide;
}

@ObjectType('RenderingComparison', { description: 'A rendering beside the best one of its statement.', simpleResolvers: true })
export class RenderingComparison {
  @Field(() => Quote, { description: 'The other rendering.' })
  b: Quote;

  constructor(readonly bestQuoteId: number, readonly record: QuoteRecord) {
    this.b = new Quote(record);
  }
}
