/** What the matcher says of two stored quotes. */
import { Field, Float, ObjectType } from 'type-graphql';
import type { QuoteComparison as Compared } from '../../app/types.js';
import type { QuoteRecord, RenderingMatch as MatchValue } from '../../domain/records.js';
import { RenderingMatch } from '../enums.js';
import { Quote } from './quote.js';

@ObjectType('MatchReason', { description: 'One piece of evidence for or against two quotes being one statement.', simpleResolvers: true })
export class MatchReason {
  @Field(() => String, { description: 'A stable code, such as SAME_SPEAKER or VERBATIM_RUN.' })
  code: string;

  @Field(() => String, { description: 'The evidence, for people.' })
  message: string;

  @Field(() => Float, { description: 'What it adds to the log odds of `score`; below 0 it speaks against.' })
  weight: number;
}

@ObjectType('QuoteComparison', { description: 'Whether two stored quotes render one statement, by their words, speakers, dates and surroundings. What people corrected is not looked at.', simpleResolvers: true })
export class QuoteComparison {
  @Field(() => Quote, { description: 'The one quote.' })
  a: Quote;

  @Field(() => Quote, { description: 'The other quote.' })
  b: Quote;

  @Field(() => Float, { description: 'How likely they are one statement, from 0 to 1.' })
  score: number;

  @Field(() => Boolean, { description: 'Are they taken for one?' })
  same: boolean;

  @Field(() => RenderingMatch, { nullable: true, description: 'How close the wording is; null where they are not the same.' })
  match: MatchValue | null;

  @Field(() => [MatchReason], { description: 'The evidence that the score is made of.' })
  reasons: readonly MatchReason[];

  constructor(a: QuoteRecord, b: QuoteRecord, { score, same, match, reasons }: Compared) {
    this.a = new Quote(a);
    this.b = new Quote(b);
    this.score = score;
    this.same = same;
    this.match = match;
    this.reasons = reasons;
  }
}
