import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { ArticleConnection, SourceConnection, SourceOverlapConnection } from '../connections.js';
import type { GraphQLContext } from '../context.js';
import { OriginalityFilterInput } from '../inputs/filters.js';
import { ArticleListArgs, SourceOverlapListArgs } from '../inputs/lists.js';
import { originalityFilter } from '../inputs/mapping.js';
import { PagingArgs } from '../inputs/paging.js';
import { SourceOriginality } from '../types/provenance.js';
import { Source } from '../types/source.js';
import { articleConnection, sourceConnection, sourceOverlapConnection } from './lists.js';
import { byClientId, byId, oneArgument, onlyOne } from './look-up.js';

/** As sources' domains are kept. */
const asDomain = (text: string): string => text.trim().toLowerCase().replace(/^www\./, '');

@Resolver(() => Source)
export class SourceResolver {
  @Query(() => Source, { nullable: true, description: 'One source, by exactly one of the arguments. Null where nothing has it, or two sources share the name.' })
  async source(
    @Ctx() context: GraphQLContext,
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id?: string | null,
    @Arg('domain', () => String, { nullable: true, description: 'The domain of its site.' }) domain?: string | null,
    @Arg('name', () => String, { nullable: true, description: 'Its name.' }) name?: string | null,
  ): Promise<Source | null> {
    const [by, value] = oneArgument({ id, domain, name });
    if (by === 'id') return byClientId('SOURCE', value, (number) => byId.SOURCE(context, number));
    const { read } = context.app.store;
    const found = onlyOne(await (by === 'domain' ? read.sourcesByDomain(asDomain(value)) : read.sourcesByName(value)));
    return found === null ? null : byId.SOURCE(context, found);
  }

  @Query(() => SourceConnection, { description: 'All sources, most articles first.' })
  sources(@Ctx() context: GraphQLContext, @Args(() => PagingArgs) args: PagingArgs) {
    return sourceConnection(context, { type: 'ROOT' }, args);
  }

  @FieldResolver(() => Int, { description: 'How many articles of it are stored.' })
  articleCount(@Root() source: Source, @Ctx() { records }: GraphQLContext): Promise<number> {
    return records.articleCount.load(source.record.id);
  }

  @FieldResolver(() => ArticleConnection, { description: 'Its articles.' })
  articles(@Root() source: Source, @Ctx() context: GraphQLContext, @Args(() => ArticleListArgs) args: ArticleListArgs) {
    return articleConnection(context, { type: 'SOURCE', id: source.record.id }, args);
  }

  @FieldResolver(() => SourceOriginality, { description: "How much of its text is its own: the originality of its articles together." })
  async originality(
    @Root() source: Source, @Ctx() { lists }: GraphQLContext,
    @Arg('filter', () => OriginalityFilterInput, { nullable: true, description: 'Narrows what counts.' }) filter?: OriginalityFilterInput | null,
  ): Promise<SourceOriginality> {
    return new SourceOriginality(await lists.sourceWords(source.record.id, originalityFilter(filter)));
  }

  @FieldResolver(() => SourceOverlapConnection, { description: 'What it shares with each other source; `a` is this one.' })
  overlaps(@Root() source: Source, @Ctx() context: GraphQLContext, @Args(() => SourceOverlapListArgs) args: SourceOverlapListArgs) {
    return sourceOverlapConnection(context, { type: 'SOURCE', id: source.record.id }, args);
  }
}
