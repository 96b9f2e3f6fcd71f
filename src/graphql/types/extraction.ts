import { Field, Float, ObjectType } from 'type-graphql';
import type { Manner as MannerValue, QuoteKind as QuoteKindValue, SpeakerType as SpeakerTypeValue } from '../../domain/records.js';
import { Manner, QuoteKind, SpeakerType } from '../enums.js';
import { Mention, Span } from './text.js';

@ObjectType('ExtractedSpeaker', { description: 'Who says a quote, as the text names them.', simpleResolvers: true })
export class ExtractedSpeaker {
  @Field(() => String, { description: 'The name, in the fullest form of the text.' })
  name: string;

  @Field(() => SpeakerType, { description: 'What kind of thing it is.' })
  type: SpeakerTypeValue;
}

@ObjectType('ExtractedQuote', { description: 'A quote found in a text that was not stored. Offsets are of that text.', simpleResolvers: true })
export class ExtractedQuote {
  @Field(() => QuoteKind, { description: 'Direct, indirect or mixed.' })
  kind: QuoteKindValue;

  @Field(() => Manner, { description: 'Said, written, or held as an attitude.' })
  manner: MannerValue;

  @Field(() => String, { description: 'The content with its quotation marks, parts joined by a space.' })
  text: string;

  @Field(() => [Span], { description: 'Where the content stands; several where it is split.' })
  content: readonly Span[];

  @Field(() => [Span], { description: 'Where the words stand that report it, such as "said".' })
  cue: readonly Span[];

  @Field(() => Mention, { nullable: true, description: 'The words that name the speaker at this place.' })
  mention: Mention | null;

  @Field(() => String, { nullable: true, description: 'The name of the speaker, of several the first named, in the fullest form of the text; null where nobody is named for sure.' })
  speakerName: string | null;

  @Field(() => SpeakerType, { nullable: true, description: 'What kind of thing the speaker is.' })
  speakerType: SpeakerTypeValue | null;

  @Field(() => [ExtractedSpeaker], { description: 'All who say it together, the first named first; empty where nobody is named for sure.' })
  speakers: readonly ExtractedSpeaker[];

  @Field(() => Float, { description: 'How sure it is that this is a quote with this content, from 0 to 1.' })
  confidence: number;
}
