import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { QuoteConnection } from '../connections.js';
import { compareQuotes } from '../../app/comparison.js';
import { speakersOf } from '../../domain/records.js';
import type { GraphQLContext } from '../context.js';
import { excerptOf } from '../excerpt.js';
import { QuoteListArgs } from '../inputs/lists.js';
import { Article } from '../types/article.js';
import { QuoteComparison } from '../types/comparison.js';
import { Attribution, Quote, SpeakerCandidate } from '../types/quote.js';
import { Role, Speaker } from '../types/speaker.js';
import { Statement } from '../types/statement.js';
import { Excerpt } from '../types/text.js';
import { quoteConnection } from './lists.js';
import { byClientId, byId, shown } from './look-up.js';
import { inArticle } from './rendering.js';

const DEFAULT_CONTEXT_LENGTH = 200;

@Resolver(() => Quote)
export class QuoteResolver {
  @Query(() => Quote, { nullable: true, description: 'One quote; null where nothing has this id.' })
  quote(@Ctx() context: GraphQLContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<Quote | null> {
    return byClientId('QUOTE', id, (number) => byId.QUOTE(context, number));
  }

  @Query(() => QuoteConnection, { description: 'All quotes.' })
  quotes(@Ctx() context: GraphQLContext, @Args(() => QuoteListArgs) args: QuoteListArgs) {
    return quoteConnection(context, { type: 'ROOT' }, args, args.orderBy ?? 'NEWEST');
  }

  @Query(() => QuoteComparison, { nullable: true, description: 'Do two quotes render one statement, and why? The same decision that gathers statements; null where nothing has one of the ids.' })
  async compareQuotes(
    @Ctx() context: GraphQLContext,
    @Arg('a', () => ID, { description: 'The id of one quote.' }) a: string,
    @Arg('b', () => ID, { description: 'The id of the other.' }) b: string,
  ): Promise<QuoteComparison | null> {
    const { quote } = context.records;
    const [one, other] = await Promise.all([a, b].map((id) => byClientId('QUOTE', id, (number) => quote.load(number))));
    if (!one || !other) return null;
    const [left, right] = await Promise.all([one, other].map((record) => inArticle(context, record)));
    return new QuoteComparison(one, other, compareQuotes(left, right));
  }

  @FieldResolver(() => Article, { description: 'The article it stands in.' })
  article(@Root() { record }: Quote, @Ctx() context: GraphQLContext): Promise<Article | null> {
    return byId.ARTICLE(context, record.articleId);
  }

  @FieldResolver(() => Speaker, { nullable: true, description: 'Who said it, of several the first named; null where that is not sure enough, see `attribution`.' })
  speaker(@Root() { record }: Quote, @Ctx() context: GraphQLContext): Promise<Speaker | null> | null {
    return record.speakerId === null ? null : byId.SPEAKER(context, record.speakerId);
  }

  @FieldResolver(() => [Speaker], { description: 'All who say it together ("A and B said"), the first named first: `speaker` alone where it is one, empty where it is nobody.' })
  async speakers(@Root() { record }: Quote, @Ctx() context: GraphQLContext): Promise<Speaker[]> {
    const speakers = await Promise.all(speakersOf(record).map((id) => byId.SPEAKER(context, id)));
    return speakers.filter((speaker) => speaker !== null);
  }

  @FieldResolver(() => Role, { nullable: true, description: 'The role that the speaker held when the article was published.' })
  async speakerRole(@Root() { record }: Quote, @Ctx() { records }: GraphQLContext): Promise<Role | null> {
    return record.speakerId === null ? null : shown(await records.roleAtQuote.load(record.id), (role) => new Role(role));
  }

  @FieldResolver(() => Statement, { description: 'The statement that it renders.' })
  statement(@Root() { record }: Quote, @Ctx() context: GraphQLContext): Promise<Statement | null> {
    return byId.STATEMENT(context, record.statementId);
  }

  @FieldResolver(() => Excerpt, { description: "The quote with some of the body around it: at most 300 units in all, the quote's own first." })
  async excerpt(
    @Root() { record }: Quote,
    @Ctx() { records }: GraphQLContext,
    @Arg('before', () => Int, { nullable: true, defaultValue: DEFAULT_CONTEXT_LENGTH, description: 'UTF-16 units before the quote, from 0 to 2000.' }) before: number | null,
    @Arg('after', () => Int, { nullable: true, defaultValue: DEFAULT_CONTEXT_LENGTH, description: 'UTF-16 units after the quote, from 0 to 2000.' }) after: number | null,
  ): Promise<Excerpt> {
    const body = (await records.body.load(record.articleId)) ?? '';
    const around = { start: record.content[0]?.start ?? 0, end: record.content.at(-1)?.end ?? 0 };
    return excerptOf(body, around, before ?? DEFAULT_CONTEXT_LENGTH, after ?? DEFAULT_CONTEXT_LENGTH);
  }
}

@Resolver(() => Attribution)
export class AttributionResolver {
  @FieldResolver(() => [SpeakerCandidate], { description: 'Who else it could be, most likely first.' })
  async candidates(@Root() { record, speakerId: own }: Attribution, @Ctx() context: GraphQLContext): Promise<SpeakerCandidate[]> {
    const speakers = await Promise.all(record.candidates.map(({ speakerId }) => byId.SPEAKER(context, speakerId)));
    // Two that were merged are one now, with the better confidence, or the speaker of the quote.
    const best = new Map<string, SpeakerCandidate>();
    for (const [i, { confidence }] of record.candidates.entries()) {
      const speaker = speakers[i];
      if (!speaker || speaker.record.id === own) continue;
      if ((best.get(speaker.id)?.confidence ?? -1) < confidence) best.set(speaker.id, { speaker, confidence });
    }
    return [...best.values()].sort((a, b) => b.confidence - a.confidence);
  }
}
