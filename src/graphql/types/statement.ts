import { Field, Float, Int, ObjectType } from 'type-graphql';
import { encodeId } from '../../domain/ids.js';
import type { QuoteRecord, RenderingMatch as MatchValue, StatementRecord } from '../../domain/records.js';
import { RenderingMatch } from '../enums.js';
import type { MatchReason } from './comparison.js';
import { Node } from './node.js';
import { Quote } from './quote.js';

@ObjectType('Statement', { implements: Node, description: 'One utterance, or one attitude, with all the quotes that report it: its renderings.', simpleResolvers: true })
export class Statement extends Node {
  @Field(() => String, { description: 'The text of its best rendering.' })
  text: string;

  @Field(() => Int, { description: 'How many sources carry it.' })
  sourceCount: number;

  @Field(() => Int, { description: 'How many articles carry it.' })
  articleCount: number;

  constructor(readonly record: StatementRecord) {
    super();
    this.id = encodeId('STATEMENT', record.id);
    this.text = record.text;
    this.sourceCount = record.sourceCount;
    this.articleCount = record.articleCount;
  }
}

@ObjectType('Rendering', { description: 'One wording of a statement, compared with another: its best one, or the text that was asked for.', simpleResolvers: true })
export class Rendering {
  @Field(() => Quote, { description: 'The quote.' })
  quote: Quote;

  @Field(() => RenderingMatch, { description: 'How close it is. The best rendering is VERBATIM.' })
  match: MatchValue;

  @Field(() => Float, { description: 'How alike the wording is, from 0 to 1: 1 for the same words, at least .5 where one holds the other, 0 where one denies what the other says. Not a probability.' })
  similarity: number;

  /** @param ofWording where it is compared with a text of the client's: the reasons that its words give */
  constructor(readonly record: QuoteRecord, compared: { readonly match: MatchValue; readonly similarity: number } = record, readonly ofWording?: () => readonly MatchReason[]) {
    this.quote = new Quote(record);
    this.match = compared.match;
    this.similarity = compared.similarity;
  }
}
