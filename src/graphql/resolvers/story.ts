import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { pageRequest } from '../../domain/paging.js';
import { ArticleConnection, Connection, SourceConnection, StatementConnection, StoryConnection } from '../connections.js';
import type { GraphQLContext } from '../context.js';
import { ArticlesOfStoryArgs, BlindSpotArgs, StatementsOfStoryArgs, StoryListArgs } from '../inputs/lists.js';
import { storyFilter } from '../inputs/mapping.js';
import { PagingArgs } from '../inputs/paging.js';
import { Article } from '../types/article.js';
import { Statement } from '../types/statement.js';
import { Story } from '../types/story.js';
import { articleConnection, sourceConnection, statementConnection } from './lists.js';
import { byClientId, byId } from './look-up.js';

@Resolver(() => Story)
export class StoryResolver {
  @Query(() => Story, { nullable: true, description: 'One story; null where nothing has this id.' })
  story(@Ctx() context: GraphQLContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<Story | null> {
    return byClientId('STORY', id, (number) => byId.STORY(context, number));
  }

  @Query(() => StoryConnection, { description: 'All stories, those of one article too: `minSources: 2` leaves these out.' })
  stories(@Ctx() { lists }: GraphQLContext, @Args(() => StoryListArgs) args: StoryListArgs) {
    const [filter, order, page] = [storyFilter(args.filter), args.orderBy ?? 'NEWEST', pageRequest(args)];
    return new Connection(() => lists.stories(filter, order, page), () => lists.storyCount(filter), (record) => new Story(record));
  }

  @FieldResolver(() => String, { nullable: true, description: 'The headline of its representative.' })
  async title(@Root() { record }: Story, @Ctx() { records }: GraphQLContext): Promise<string | null> {
    return (await records.article.load(record.representativeId))?.title ?? null;
  }

  @FieldResolver(() => Article, { description: 'The article that holds most of the others: of their statements, their text and what they are about.' })
  representative(@Root() { record }: Story, @Ctx() context: GraphQLContext): Promise<Article | null> {
    return byId.ARTICLE(context, record.representativeId);
  }

  @FieldResolver(() => ArticleConnection, { description: 'Its articles.' })
  articles(@Root() { record }: Story, @Ctx() context: GraphQLContext, @Args(() => ArticlesOfStoryArgs) args: ArticlesOfStoryArgs) {
    return articleConnection(context, { type: 'STORY', id: record.id }, { ...args, orderBy: args.orderBy ?? 'OLDEST' });
  }

  @FieldResolver(() => SourceConnection, { description: 'The sources of its articles, most articles first.' })
  sources(@Root() { record }: Story, @Ctx() context: GraphQLContext, @Args(() => PagingArgs) args: PagingArgs) {
    return sourceConnection(context, { type: 'STORY', id: record.id }, args);
  }

  @FieldResolver(() => StatementConnection, { description: 'The statements that its articles render.' })
  statements(@Root() { record }: Story, @Ctx() context: GraphQLContext, @Args(() => StatementsOfStoryArgs) args: StatementsOfStoryArgs) {
    return statementConnection(context, { type: 'STORY', id: record.id }, args, args.orderBy ?? 'MOST_SOURCES');
  }

  @FieldResolver(() => StatementConnection, {
    nullable: true,
    description: 'The statements that other sources of this story report and this one reports nowhere, most sources of the story first. '
      + 'Of a source that has no article in the story these are all that it did not report elsewhere. Null where no source has this id.',
  })
  blindSpots(@Root() { record }: Story, @Ctx() { records, lists }: GraphQLContext, @Args(() => BlindSpotArgs) args: BlindSpotArgs): Promise<object | null> {
    const [page, minSources] = [pageRequest(args), args.minSources ?? 1];
    return byClientId('SOURCE', args.source, async (sourceId) => {
      if ((await records.source.load(sourceId)) === null) return null;
      const pair = { storyId: record.id, sourceId };
      return new Connection(() => lists.blindSpots(pair, minSources, page), () => lists.blindSpotCount(pair, minSources), (statement) => new Statement(statement));
    });
  }
}
