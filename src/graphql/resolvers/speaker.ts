import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { pageRequest } from '../../domain/paging.js';
import { Connection, QuoteConnection, SourceConnection, SpeakerConnection, StatementConnection } from '../connections.js';
import type { GraphQLContext } from '../context.js';
import { QuoteListArgs, SpeakerListArgs, StatementListArgs } from '../inputs/lists.js';
import { speakerFilter } from '../inputs/mapping.js';
import { PagingArgs } from '../inputs/paging.js';
import { Article } from '../types/article.js';
import { Role, Speaker } from '../types/speaker.js';
import { quoteConnection, sourceConnection, statementConnection } from './lists.js';
import { byClientId, byId, oneArgument, onlyOne } from './look-up.js';

@Resolver(() => Speaker)
export class SpeakerResolver {
  @Query(() => Speaker, { nullable: true, description: 'One speaker, by exactly one of the arguments. Null where nothing has it, or two speakers share the name: use `speakers` then.' })
  async speaker(
    @Ctx() context: GraphQLContext,
    @Arg('id', () => ID, { nullable: true, description: 'The id.' }) id?: string | null,
    @Arg('name', () => String, { nullable: true, description: 'The name or an alias; case and accents do not count.' }) name?: string | null,
  ): Promise<Speaker | null> {
    const [by, value] = oneArgument({ id, name });
    if (by === 'id') return byClientId('SPEAKER', value, (number) => byId.SPEAKER(context, number));
    const found = onlyOne(await context.app.store.read.speakersByName(value));
    return found === null ? null : byId.SPEAKER(context, found);
  }

  @Query(() => SpeakerConnection, { description: 'All speakers, most quotes first.' })
  speakers(@Ctx() { lists }: GraphQLContext, @Args(() => SpeakerListArgs) args: SpeakerListArgs) {
    const [filter, page] = [speakerFilter(args.filter), pageRequest(args)];
    return new Connection(() => lists.speakers(filter, page), () => lists.speakerCount(filter), (record) => new Speaker(record));
  }

  @FieldResolver(() => [Role], { description: 'Titles and offices, latest seen first.' })
  async roles(@Root() speaker: Speaker, @Ctx() { records }: GraphQLContext): Promise<Role[]> {
    return (await records.roles.load(speaker.record.id)).map((role) => new Role(role));
  }

  @FieldResolver(() => QuoteConnection, { description: "The speaker's quotes." })
  quotes(@Root() speaker: Speaker, @Ctx() context: GraphQLContext, @Args(() => QuoteListArgs) args: QuoteListArgs) {
    return quoteConnection(context, { type: 'SPEAKER', id: speaker.record.id }, args, args.orderBy ?? 'NEWEST');
  }

  @FieldResolver(() => StatementConnection, { description: "The speaker's statements." })
  statements(@Root() speaker: Speaker, @Ctx() context: GraphQLContext, @Args(() => StatementListArgs) args: StatementListArgs) {
    return statementConnection(context, { type: 'SPEAKER', id: speaker.record.id }, args, args.orderBy ?? 'NEWEST');
  }

  @FieldResolver(() => SourceConnection, { description: 'Who quotes the speaker, most quotes first.' })
  sources(@Root() speaker: Speaker, @Ctx() context: GraphQLContext, @Args(() => PagingArgs) args: PagingArgs) {
    return sourceConnection(context, { type: 'SPEAKER', id: speaker.record.id }, args);
  }
}

@Resolver(() => Role)
export class RoleResolver {
  @FieldResolver(() => Article, { description: 'The article where it was first read.' })
  article(@Root() { record }: Role, @Ctx() context: GraphQLContext): Promise<Article | null> {
    return byId.ARTICLE(context, record.articleId);
  }
}
