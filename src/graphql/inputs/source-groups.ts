/** The arguments of the matrix and of the clusters of sources. */
import { ArgsType, Field, Float, ID, Int } from 'type-graphql';
import { DEFAULT_LEAST_ARTICLES, DEFAULT_LEAST_SHARE } from '../../app/source-clusters.js';
import { OverlapFilterInput } from './filters.js';
import { ForwardArgs } from './paging.js';

const FILTER = 'Narrows what counts; all numbers hold to it.';

@ArgsType()
export class SourceMatrixArgs {
  @Field(() => [ID], {
    nullable: true,
    description: "Ids of sources, at most 50: these, in this order; ids that no source has are left out, and so is what the filter's sources do not hold. Without them: those with the most articles that share anything.",
  })
  sourceIds?: string[] | null;

  @Field(() => OverlapFilterInput, { nullable: true, description: FILTER })
  filter?: OverlapFilterInput | null;

  @Field(() => Int, { nullable: true, description: 'At most so many sources, up to 50. When left out: all that are given, else 20.' })
  first?: number | null;
}

@ArgsType()
export class SourceClusterListArgs extends ForwardArgs {
  @Field(() => OverlapFilterInput, { nullable: true, description: FILTER })
  filter?: OverlapFilterInput | null;

  @Field(() => Float, { nullable: true, defaultValue: DEFAULT_LEAST_SHARE, description: 'The share of the articles of the smaller of two sources, from 0 to 1, that must be copies of articles of the other.' })
  leastShare?: number | null;

  @Field(() => Int, { nullable: true, defaultValue: DEFAULT_LEAST_ARTICLES, description: 'And at least so many of them.' })
  leastArticles?: number | null;
}
