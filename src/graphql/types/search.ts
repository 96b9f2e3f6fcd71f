import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import type { FacetName as FacetNameValue } from '../../domain/filters.js';
import { PageInfo } from '../connections.js';
import { FacetName } from '../enums.js';
import { Article } from './article.js';
import { Quote } from './quote.js';
import { Speaker } from './speaker.js';
import { Statement } from './statement.js';
import { Span } from './text.js';

export const SearchNode = createUnionType({
  name: 'SearchNode',
  description: 'What a search can find. It may grow: have a default case.',
  types: () => [Article, Quote, Speaker, Statement] as const,
});
export type SearchNodeValue = Article | Quote | Speaker | Statement;

@ObjectType('Highlight', { description: 'Plain text, never HTML, with the places where it meets what was searched for. At most 300 UTF-16 units.', simpleResolvers: true })
export class Highlight {
  @Field(() => String, { description: 'The field that the text is from, such as "title" or "body".' })
  field: string;

  @Field(() => String, { description: 'The text.' })
  text: string;

  @Field(() => Int, { nullable: true, description: "Where the text begins in the article's body; null where it is not a piece of one." })
  start: number | null;

  @Field(() => [Span], { description: 'The places, as offsets into the text.' })
  spans: readonly Span[];
}

@ObjectType('FacetValue', { description: 'One value of a facet.', simpleResolvers: true })
export class FacetValue {
  @Field(() => String, { description: 'The value, as the filter takes it: an id, or a value of an enum.' })
  value: string;

  @Field(() => String, { description: 'The value for people to read.' })
  label: string;

  @Field(() => Int, { description: "How many records have it, the facet's own filter left out." })
  count: number;

  @Field(() => Boolean, { description: 'Whether the filter of this search selects it.' })
  selected: boolean;
}

@ObjectType('Facet', { description: 'The results of a search, counted by one of their properties.', simpleResolvers: true })
export class Facet {
  @Field(() => FacetName, { description: 'What is counted by.' })
  name: FacetNameValue;

  @Field(() => [FacetValue], { description: 'The 20 most frequent values and every selected one.' })
  values: readonly FacetValue[];
}

@ObjectType('SearchEdge', { description: 'One hit of a search.', simpleResolvers: true })
export class SearchEdge {
  @Field(() => String, { description: 'Its place in the results, for `after`.' })
  cursor: string;

  @Field(() => SearchNode, { description: 'The record that was found.' })
  node: SearchNodeValue;

  @Field(() => Float, { description: 'How well it matches, from 0 to 1.' })
  score: number;

  @Field(() => [Highlight], { description: 'Where it matches.' })
  highlights: readonly Highlight[];
}

@ObjectType('SearchConnection', { description: 'A page of search results.', simpleResolvers: true })
export class SearchConnection {
  @Field(() => [SearchEdge], { description: 'The hits of this page, with scores and highlights.' })
  edges: readonly SearchEdge[];

  @Field(() => [SearchNode], { description: 'The records of this page.' })
  nodes: readonly SearchNodeValue[];

  @Field(() => PageInfo, { description: 'Whether there is more, and how to go on.' })
  pageInfo: PageInfo;

  @Field(() => Int, { description: 'How many records match in all.' })
  totalCount: number;

  @Field(() => Boolean, { description: 'Whether `totalCount` is exact; else it is an estimate.' })
  totalIsExact: boolean;

  @Field(() => [Facet], { description: 'The facets that were asked for, in that order.' })
  facets: readonly Facet[];

  @Field(() => Float, { description: 'How long the search took, in milliseconds.' })
  tookMs: number;
}

@ObjectType('Suggestion', { description: 'Something to offer while a user types.', simpleResolvers: true })
export class Suggestion {
  @Field(() => SearchNode, { description: 'The record.' })
  node: SearchNodeValue;

  @Field(() => Highlight, { description: 'What to show.' })
  label: Highlight;
}

@ObjectType('Suggestions', { description: 'Suggestions by kind, best first.', simpleResolvers: true })
export class Suggestions {
  @Field(() => [Suggestion], { description: 'Quotes.' })
  quotes: readonly Suggestion[];

  @Field(() => [Suggestion], { description: 'Speakers.' })
  speakers: readonly Suggestion[];

  @Field(() => [Suggestion], { description: 'Statements.' })
  statements: readonly Suggestion[];

  @Field(() => [Suggestion], { description: 'Articles.' })
  articles: readonly Suggestion[];

  @Field(() => Float, { description: 'How long it took, in milliseconds.' })
  tookMs: number;
}

@ObjectType('IndexStatus', { description: 'How the search index stands to the records. Look-ups and lists never lag; only search and suggest do.', simpleResolvers: true })
export class IndexStatus {
  @Field(() => String, { description: 'The search engine in use: "embedded" or "meilisearch".' })
  engine: string;

  @Field(() => Int, { description: 'How many changes the index has not learnt of yet.' })
  pending: number;

  @Field(() => Float, { description: 'The age of the oldest of them, in milliseconds; 0 where there is none.' })
  lagMs: number;
}
