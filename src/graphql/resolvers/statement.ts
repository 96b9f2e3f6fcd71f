import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { RenderingComparisonConnection, RenderingConnection, SourceConnection, StatementConnection } from '../connections.js';
import type { GraphQLContext } from '../context.js';
import { RenderingListArgs, StatementListArgs } from '../inputs/lists.js';
import { ForwardArgs, PagingArgs } from '../inputs/paging.js';
import { Quote } from '../types/quote.js';
import { Speaker } from '../types/speaker.js';
import { Statement } from '../types/statement.js';
import { comparisonConnection, echoConnection, renderingConnection, sourceConnection, statementConnection } from './lists.js';
import { byClientId, byId } from './look-up.js';

@Resolver(() => Statement)
export class StatementResolver {
  @Query(() => Statement, { nullable: true, description: 'One statement; null where nothing has this id.' })
  statement(@Ctx() context: GraphQLContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<Statement | null> {
    return byClientId('STATEMENT', id, (number) => byId.STATEMENT(context, number));
  }

  @Query(() => StatementConnection, { description: 'All statements.' })
  statements(@Ctx() context: GraphQLContext, @Args(() => StatementListArgs) args: StatementListArgs) {
    return statementConnection(context, { type: 'ROOT' }, args, args.orderBy ?? 'NEWEST');
  }

  @FieldResolver(() => Quote, { description: 'Its best rendering: the longest direct one with a named speaker, else the one that is surest.' })
  best(@Root() { record }: Statement, @Ctx() context: GraphQLContext): Promise<Quote | null> {
    return byId.QUOTE(context, record.bestQuoteId);
  }

  @FieldResolver(() => Speaker, { nullable: true, description: 'Whose statement it is.' })
  speaker(@Root() { record }: Statement, @Ctx() context: GraphQLContext): Promise<Speaker | null> | null {
    return record.speakerId === null ? null : byId.SPEAKER(context, record.speakerId);
  }

  @FieldResolver(() => RenderingConnection, { description: 'The quotes that report it, compared with its best.' })
  renderings(@Root() { record }: Statement, @Ctx() context: GraphQLContext, @Args(() => RenderingListArgs) args: RenderingListArgs) {
    return renderingConnection(context, record.id, args, args.orderBy ?? 'OLDEST');
  }

  @FieldResolver(() => RenderingComparisonConnection, { description: 'Its renderings but the best, each beside the best with what one has and the other lacks: first published first.' })
  differences(@Root() { record }: Statement, @Ctx() context: GraphQLContext, @Args(() => ForwardArgs) args: ForwardArgs) {
    return comparisonConnection(context, record, args);
  }

  @FieldResolver(() => StatementConnection, { description: "Other statements in which its speaker says nearly the same words, such as a slogan at every rally: closest first, at most 50 in all. None for a statement of nobody's, and none by words that everybody says." })
  echoes(@Root() { record }: Statement, @Ctx() context: GraphQLContext, @Args(() => ForwardArgs) args: ForwardArgs) {
    return echoConnection(context, record, args);
  }

  @FieldResolver(() => SourceConnection, { description: 'The sources that carry it, most renderings first.' })
  sources(@Root() { record }: Statement, @Ctx() context: GraphQLContext, @Args(() => PagingArgs) args: PagingArgs) {
    return sourceConnection(context, { type: 'STATEMENT', id: record.id }, args);
  }

  @FieldResolver(() => Quote, { description: 'The rendering that was published first.' })
  firstAppearance(@Root() { record }: Statement, @Ctx() context: GraphQLContext): Promise<Quote | null> {
    return byId.QUOTE(context, record.firstQuoteId);
  }

  @FieldResolver(() => Quote, { description: 'The rendering that was published last.' })
  lastAppearance(@Root() { record }: Statement, @Ctx() context: GraphQLContext): Promise<Quote | null> {
    return byId.QUOTE(context, record.lastQuoteId);
  }
}
