/** The arguments of the lists: paging, and what narrows and orders them. */
import { ArgsType, Field, ID, Int } from 'type-graphql';
import type * as filters from '../../domain/filters.js';
import type { ArticleRelation as RelationValue } from '../../domain/records.js';
import { ArticleRelation, DateOrder, FacetName, SearchOrder, SearchType, SourceOverlapOrder, StatementOrder, StoryOrder } from '../enums.js';
import { ArticleFilterInput, OverlapFilterInput, QuoteFilterInput, SearchFilterInput, SpeakerFilterInput, StatementFilterInput, StoryFilterInput } from './filters.js';
import { ForwardArgs, PagingArgs } from './paging.js';

const FILTER = 'Narrows the list.';
const ORDER = 'The order of the list; ties are broken by id.';

@ArgsType()
export class ArticleListArgs extends PagingArgs {
  @Field(() => ArticleFilterInput, { nullable: true, description: FILTER })
  filter?: ArticleFilterInput | null;

  @Field(() => DateOrder, { nullable: true, defaultValue: 'NEWEST', description: ORDER })
  orderBy?: filters.DateOrder | null;
}

/** The quotes of one article, which stand in the order of the text. */
@ArgsType()
export class QuotesInArticleArgs extends PagingArgs {
  @Field(() => QuoteFilterInput, { nullable: true, description: FILTER })
  filter?: QuoteFilterInput | null;
}

@ArgsType()
export class QuoteListArgs extends QuotesInArticleArgs {
  @Field(() => DateOrder, { nullable: true, defaultValue: 'NEWEST', description: ORDER })
  orderBy?: filters.DateOrder | null;
}

@ArgsType()
export class RenderingListArgs extends QuotesInArticleArgs {
  @Field(() => DateOrder, { nullable: true, defaultValue: 'OLDEST', description: ORDER })
  orderBy?: filters.DateOrder | null;
}

@ArgsType()
export class StatementListArgs extends PagingArgs {
  @Field(() => StatementFilterInput, { nullable: true, description: FILTER })
  filter?: StatementFilterInput | null;

  @Field(() => StatementOrder, { nullable: true, defaultValue: 'NEWEST', description: ORDER })
  orderBy?: filters.StatementOrder | null;
}

@ArgsType()
export class StoryListArgs extends PagingArgs {
  @Field(() => StoryFilterInput, { nullable: true, description: FILTER })
  filter?: StoryFilterInput | null;

  @Field(() => StoryOrder, { nullable: true, defaultValue: 'NEWEST', description: ORDER })
  orderBy?: filters.StoryOrder | null;
}

/** A story is read from its beginning. */
@ArgsType()
export class ArticlesOfStoryArgs extends PagingArgs {
  @Field(() => ArticleFilterInput, { nullable: true, description: FILTER })
  filter?: ArticleFilterInput | null;

  @Field(() => DateOrder, { nullable: true, defaultValue: 'OLDEST', description: ORDER })
  orderBy?: filters.DateOrder | null;
}

@ArgsType()
export class StatementsOfStoryArgs extends PagingArgs {
  @Field(() => StatementFilterInput, { nullable: true, description: FILTER })
  filter?: StatementFilterInput | null;

  @Field(() => StatementOrder, { nullable: true, defaultValue: 'MOST_SOURCES', description: ORDER })
  orderBy?: filters.StatementOrder | null;
}

@ArgsType()
export class BlindSpotArgs extends PagingArgs {
  @Field(() => ID, { description: 'Id of the source that may have left something out.' })
  source: string;

  @Field(() => Int, { nullable: true, defaultValue: 1, description: 'At least so many sources of the story report the statement.' })
  minSources?: number | null;
}

@ArgsType()
export class SpeakerListArgs extends PagingArgs {
  @Field(() => SpeakerFilterInput, { nullable: true, description: FILTER })
  filter?: SpeakerFilterInput | null;
}

@ArgsType()
export class SourceOverlapListArgs extends ForwardArgs {
  @Field(() => OverlapFilterInput, { nullable: true, description: 'Narrows what counts; the numbers of each overlap hold to it.' })
  filter?: OverlapFilterInput | null;

  @Field(() => SourceOverlapOrder, { nullable: true, defaultValue: 'SHARED_STATEMENTS', description: ORDER })
  orderBy?: filters.SourceOverlapOrder | null;
}

@ArgsType()
export class SharedStatementListArgs extends ForwardArgs {
  @Field(() => StatementOrder, { nullable: true, defaultValue: 'NEWEST', description: ORDER })
  orderBy?: filters.StatementOrder | null;
}

@ArgsType()
export class OverlapsOfSourcesArgs extends ForwardArgs {
  @Field(() => [ArticleRelation], { nullable: true, description: 'Only pairs that relate in one of these ways.' })
  relations?: RelationValue[] | null;
}

@ArgsType()
export class RenderingSearchArgs extends ForwardArgs {
  @Field(() => String, { description: 'The words to look for, as somebody is said to have said them.' })
  text: string;

  @Field(() => QuoteFilterInput, { nullable: true, description: FILTER })
  filter?: QuoteFilterInput | null;
}

@ArgsType()
export class SearchArgs extends ForwardArgs {
  @Field(() => String, { description: 'What is searched for, as typed. Left blank it finds everything, newest first.' })
  query: string;

  @Field(() => [SearchType], { nullable: true, description: 'The kinds of records to look for; all of them when left out.' })
  types?: filters.SearchType[] | null;

  @Field(() => SearchFilterInput, { nullable: true, description: 'Narrows the search.' })
  filter?: SearchFilterInput | null;

  @Field(() => [FacetName], { nullable: true, description: 'What to count the results by.' })
  facets?: filters.FacetName[] | null;

  @Field(() => SearchOrder, { nullable: true, defaultValue: 'RELEVANCE', description: 'The order of the results.' })
  orderBy?: filters.SearchOrder | null;
}

@ArgsType()
export class SuggestArgs {
  @Field(() => String, { description: 'What has been typed so far. Blank: no suggestions.' })
  prefix: string;

  @Field(() => Int, { nullable: true, description: 'How many of each section: 5 when left out, at most 20.' })
  first?: number | null;
}
