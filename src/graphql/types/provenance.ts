import { Field, Float, Int, ObjectType } from 'type-graphql';
import { originalityOfSource } from '../../app/originality.js';
import type { CopiedFrom as CopiedFromValue } from '../../app/originality.js';
import type { ArticleOrigin, OriginReason as OriginReasonValue, WireCredit as WireCreditValue } from '../../app/provenance.js';
import type { SourceWordsRecord } from '../../domain/records.js';
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

@ObjectType('CopiedFrom', { description: 'An article that another was probably made of, in whole or in part.', simpleResolvers: true })
export class CopiedFrom {
  @Field(() => Int, { description: 'How many words it has from there word for word, outside quotation marks and page noise.' })
  words: number;

  @Field(() => [OriginReason], { description: 'What speaks for it, the strongest first.' })
  reasons: readonly OriginReasonValue[];

  @Field(() => Float, { description: 'How sure that is, from 0 to 1; a judgement, not measured.' })
  confidence: number;

  /** @param articleId the article that was made of the other */
  constructor(readonly articleId: number, readonly record: CopiedFromValue) {
    this.words = record.words;
    this.reasons = record.reasons;
    this.confidence = record.confidence;
  }
}

@ObjectType('SourceOriginality', { description: "How much of a source's text is its own, within the filter it was asked with.", simpleResolvers: true })
export class SourceOriginality {
  @Field(() => Float, { nullable: true, description: 'The share of the words of its articles that are their own, from 0 to 1; long articles weigh more. Null where there are none.' })
  rate: number | null;

  @Field(() => Int, { description: 'How many articles it rests on: those that have words outside quotation marks and page noise.' })
  articleCount: number;

  constructor(record: SourceWordsRecord) {
    this.rate = originalityOfSource(record);
    this.articleCount = record.articleCount;
  }
}
