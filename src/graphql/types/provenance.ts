import { Field, Float, ObjectType } from 'type-graphql';
import type { ArticleOrigin, OriginReason as OriginReasonValue, WireCredit as WireCreditValue } from '../../app/provenance.js';
import { CreditExtent, OriginReason } from '../enums.js';
import { Span } from './text.js';

@ObjectType('WireCredit', { description: 'The news agency that an article says its text is from.', simpleResolvers: true })
export class WireCredit {
  @Field(() => String, { description: 'The agency, as the text has it.' })
  agency: string;

  @Field(() => CreditExtent, { description: 'Whether the whole text is from it, or a part.' })
  extent: WireCreditValue['extent'];

  @Field(() => Span, { nullable: true, description: 'Where it stands in the body; null where only the byline says so.' })
  span: Span | null;

  constructor(credit: WireCreditValue) {
    this.agency = credit.agency;
    this.extent = credit.extent;
    this.span = credit.span;
  }
}

@ObjectType('LikelyOrigin', { description: 'Which of two articles with text in common the other was probably made of.', simpleResolvers: true })
export class LikelyOrigin {
  @Field(() => [OriginReason], { description: 'What speaks for it, the strongest first.' })
  reasons: readonly OriginReasonValue[];

  @Field(() => Float, { description: 'How sure that is, from 0 to 1; a judgement, not measured.' })
  confidence: number;

  constructor(readonly record: ArticleOrigin) {
    this.reasons = record.reasons;
    this.confidence = record.confidence;
  }
}
