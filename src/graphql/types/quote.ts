import { Field, Float, ObjectType } from 'type-graphql';
import { encodeId } from '../../domain/ids.js';
import type { AttributionRecord, Manner as MannerValue, QuoteKind as QuoteKindValue, QuoteRecord, UnattributedReason as ReasonValue } from '../../domain/records.js';
import { Manner, QuoteKind, UnattributedReason } from '../enums.js';
import { Node } from './node.js';
import { Speaker } from './speaker.js';
import { Mention, Span } from './text.js';

@ObjectType('SpeakerCandidate', { description: 'Somebody who could be the speaker of a quote.', simpleResolvers: true })
export class SpeakerCandidate {
  @Field(() => Speaker, { description: 'Who.' })
  speaker: Speaker;

  @Field(() => Float, { description: 'How likely, from 0 to 1.' })
  confidence: number;
}

@ObjectType('Attribution', { description: 'Why a quote is, or is not, given to a speaker.', simpleResolvers: true })
export class Attribution {
  @Field(() => Float, { description: 'How sure the attribution is, from 0 to 1.' })
  confidence: number;

  @Field(() => UnattributedReason, { nullable: true, description: 'Why there is no speaker; null where there is one.' })
  reason: ReasonValue | null;

  @Field(() => Boolean, { description: 'Whether a person set the speaker by hand.' })
  corrected: boolean;

  @Field(() => [Mention], { description: 'The way from the mention back to the name: "he", "the president", "Anna Berg".' })
  evidence: readonly Mention[];

  constructor(readonly record: AttributionRecord, readonly speakerId: number | null) {
    this.confidence = record.confidence;
    this.reason = record.reason;
    this.corrected = record.corrected;
    this.evidence = record.evidence;
  }
}

@ObjectType('Quote', { implements: Node, description: 'One attribution in one article: what was said, the words that say so, and who said it.', simpleResolvers: true })
export class Quote extends Node {
  @Field(() => QuoteKind, { description: 'Direct, indirect or mixed.' })
  kind: QuoteKindValue;

  @Field(() => Manner, { description: 'Said, written, or held as an attitude.' })
  manner: MannerValue;

  @Field(() => String, { description: 'The content with its quotation marks, parts joined by a space.' })
  text: string;

  @Field(() => [Span], { description: "Where the content stands in the article's body; several where it is split." })
  content: readonly Span[];

  @Field(() => [Span], { description: 'Where the words stand that report it, such as "said" or "according to".' })
  cue: readonly Span[];

  @Field(() => Mention, { nullable: true, description: 'The words that name the speaker at this place, such as "he" or "the minister".' })
  mention: Mention | null;

  @Field(() => Attribution, { description: 'Why it is given to its speaker, or to none.' })
  attribution: Attribution;

  @Field(() => Float, { description: 'How sure it is that this is a quote with this content, from 0 to 1.' })
  confidence: number;

  constructor(readonly record: QuoteRecord) {
    super();
    this.id = encodeId('QUOTE', record.id);
    this.kind = record.kind;
    this.manner = record.manner;
    this.text = record.text;
    this.content = record.content;
    this.cue = record.cue;
    this.mention = record.mention;
    this.attribution = new Attribution(record.attribution, record.speakerId);
    this.confidence = record.confidence;
  }
}
