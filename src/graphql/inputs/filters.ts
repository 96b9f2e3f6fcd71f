/** Filters as clients write them. Null and [] filter nothing. */
import { Field, ID, InputType, Int } from 'type-graphql';
import type { Manner as MannerValue, QuoteKind as QuoteKindValue, SpeakerType as SpeakerTypeValue } from '../../domain/records.js';
import { Manner, QuoteKind, SpeakerType } from '../enums.js';
import { DateTime } from '../scalars.js';

const SPEAKERS = 'Ids of speakers: one of them said it.';
const SOURCES = 'Ids of sources: one of them published it.';
const KINDS = 'Direct, indirect or mixed: one of these.';
const MANNERS = 'Said, written or held as an attitude: one of these.';
const PUBLISHED = 'When it was published. What has no date passes no range.';
const TEXT = 'Words that all stand in it, in any order; case and accents do not count. It narrows and never ranks.';

@InputType('DateRange', { description: 'A stretch of time. Either end may be left open.' })
export class DateRangeInput {
  @Field(() => DateTime, { nullable: true, description: 'Its beginning, included.' })
  from?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Its end, not included.' })
  to?: string | null;
}

@InputType('ArticleFilter', { description: 'Narrows a list of articles: each meets all that is given.' })
export class ArticleFilterInput {
  @Field(() => [ID], { nullable: true, description: SOURCES })
  sources?: string[] | null;

  @Field(() => DateRangeInput, { nullable: true, description: PUBLISHED })
  published?: DateRangeInput | null;

  @Field(() => String, { nullable: true, description: TEXT })
  text?: string | null;
}

@InputType('QuoteFilter', { description: 'Narrows a list of quotes: each meets all that is given.' })
export class QuoteFilterInput {
  @Field(() => [ID], { nullable: true, description: SPEAKERS })
  speakers?: string[] | null;

  @Field(() => [ID], { nullable: true, description: SOURCES })
  sources?: string[] | null;

  @Field(() => [QuoteKind], { nullable: true, description: KINDS })
  kinds?: QuoteKindValue[] | null;

  @Field(() => [Manner], { nullable: true, description: MANNERS })
  manners?: MannerValue[] | null;

  @Field(() => DateRangeInput, { nullable: true, description: PUBLISHED })
  published?: DateRangeInput | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only quotes with a speaker. False: only those without.' })
  attributed?: boolean | null;

  @Field(() => String, { nullable: true, description: TEXT })
  text?: string | null;
}

@InputType('StatementFilter', { description: 'Narrows a list of statements: one rendering of each meets all that is given; `minSources` counts the whole statement.' })
export class StatementFilterInput {
  @Field(() => [ID], { nullable: true, description: SPEAKERS })
  speakers?: string[] | null;

  @Field(() => [ID], { nullable: true, description: SOURCES })
  sources?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'At least so many sources carry the statement.' })
  minSources?: number | null;

  @Field(() => DateRangeInput, { nullable: true, description: PUBLISHED })
  published?: DateRangeInput | null;

  @Field(() => String, { nullable: true, description: TEXT })
  text?: string | null;
}

@InputType('StoryFilter', { description: 'Narrows a list of stories: one article of each meets all that is given; `minSources` counts the whole story.' })
export class StoryFilterInput extends ArticleFilterInput {
  @Field(() => Int, { nullable: true, description: 'At least so many sources tell the story.' })
  minSources?: number | null;
}

@InputType('SpeakerFilter', { description: 'Narrows a list of speakers: each meets all that is given.' })
export class SpeakerFilterInput {
  @Field(() => [SpeakerType], { nullable: true, description: 'Person, organisation, group or document: one of these.' })
  types?: SpeakerTypeValue[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of sources: one of them quotes the speaker.' })
  sources?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Words that all stand in the name, or in one alias; case and accents do not count.' })
  name?: string | null;
}

@InputType('OverlapFilter', { description: 'Narrows what counts as overlap between sources.' })
export class OverlapFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Ids of sources: only overlaps among these; under a source, and for a given pair, with one of these.' })
  sources?: string[] | null;

  @Field(() => DateRangeInput, { nullable: true, description: 'Only articles published then count.' })
  published?: DateRangeInput | null;

  @Field(() => Int, { nullable: true, description: 'At least so many shared statements.' })
  minSharedStatements?: number | null;
}

@InputType('OriginalityFilter', { description: "Narrows what counts for a source's originality." })
export class OriginalityFilterInput {
  @Field(() => DateRangeInput, { nullable: true, description: 'Only articles published then count. What has no date passes no range.' })
  published?: DateRangeInput | null;
}

@InputType('SearchFilter', { description: 'Narrows a search to records with at least one quote that meets all that is given.' })
export class SearchFilterInput {
  @Field(() => [ID], { nullable: true, description: SPEAKERS })
  speakers?: string[] | null;

  @Field(() => [ID], { nullable: true, description: SOURCES })
  sources?: string[] | null;

  @Field(() => [QuoteKind], { nullable: true, description: KINDS })
  kinds?: QuoteKindValue[] | null;

  @Field(() => [Manner], { nullable: true, description: MANNERS })
  manners?: MannerValue[] | null;

  @Field(() => DateRangeInput, { nullable: true, description: PUBLISHED })
  published?: DateRangeInput | null;
}
