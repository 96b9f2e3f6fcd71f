import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { dismissQuote, mergeSpeakers, moveQuoteToStatement, resetQuote, setQuoteSpeaker } from '../../app/corrections.js';
import { deleteArticle, ingestArticles } from '../../app/ingest.js';
import type { App, QuoteOutcome, UserProblem } from '../../app/types.js';
import { encodeId, idOf } from '../../domain/ids.js';
import type { RecordType } from '../../domain/records.js';
import { mutate } from '../context.js';
import type { GraphQLContext } from '../context.js';
import { ArticleInput } from '../inputs/article.js';
import { NO_RECORD } from '../inputs/mapping.js';
import { DeleteArticlePayload, IngestArticlesPayload, QuotePayload, SpeakerPayload, UserError } from '../types/payloads.js';
import { byId } from './look-up.js';

/** An id of another type is the id of no such record, which the use case answers with NOT_FOUND. @throws OnRecordError INVALID_ID */
const numberOf = (type: RecordType, id: string): number => idOf(type, id) ?? NO_RECORD;

const userError = ({ code, message, path }: UserProblem): UserError => ({ code, message, path });

const idOrNull = (type: RecordType, id: number | null): string | null => (id === null ? null : encodeId(type, id));

async function correctQuote(context: GraphQLContext, change: (app: App) => Promise<QuoteOutcome>): Promise<QuotePayload> {
  const outcome = await mutate(context, change);
  return {
    quote: outcome.quoteId === null ? null : await byId.QUOTE(context, outcome.quoteId),
    dismissedQuoteId: idOrNull('QUOTE', outcome.dismissedQuoteId),
    previousStatement: outcome.previousStatementId === null ? null : await byId.STATEMENT(context, outcome.previousStatementId),
    deletedStatementId: idOrNull('STATEMENT', outcome.deletedStatementId),
    userErrors: outcome.problems.map(userError),
  };
}

const NOTHING: Omit<QuotePayload, 'userErrors'> = { quote: null, dismissedQuoteId: null, previousStatement: null, deletedStatementId: null };
const QUOTE_ARGUMENT = { description: 'The id of the quote.' };

@Resolver()
export class ArticleMutations {
  @Mutation(() => IngestArticlesPayload, { nullable: true, description: 'Takes articles in. One that is known and changed becomes a new revision.' })
  async ingestArticles(
    @Ctx() context: GraphQLContext,
    @Arg('articles', () => [ArticleInput], { description: 'The articles; each is checked by itself.' }) articles: ArticleInput[],
  ): Promise<IngestArticlesPayload> {
    const outcomes = await mutate(context, (app) => ingestArticles(app, articles));
    const results = outcomes.map(async ({ status, articleId, problems }, index) => ({
      index,
      status,
      article: articleId === null ? null : await byId.ARTICLE(context, articleId),
      userErrors: problems.map((problem) => userError({ ...problem, path: ['articles', String(index), ...problem.path] })),
    }));
    return { results: await Promise.all(results) };
  }

  @Mutation(() => DeleteArticlePayload, { nullable: true, description: 'Removes an article with its quotes, and the statements and speakers that nothing else refers to.' })
  async deleteArticle(@Ctx() context: GraphQLContext, @Arg('id', () => ID, { description: 'The id of the article.' }) id: string): Promise<DeleteArticlePayload> {
    const number = numberOf('ARTICLE', id);
    const isDeleted = await mutate(context, (app) => deleteArticle(app, number));
    if (isDeleted) return { deletedArticleId: encodeId('ARTICLE', number), userErrors: [] };
    return { deletedArticleId: null, userErrors: [{ code: 'NOT_FOUND', message: 'There is no such article.', path: ['id'] }] };
  }
}

@Resolver()
export class CorrectionMutations {
  @Mutation(() => SpeakerPayload, { nullable: true, description: 'Makes two speakers one. The id of the first answers the second from now on, and new articles that name the first mean the second.' })
  async mergeSpeakers(
    @Ctx() context: GraphQLContext,
    @Arg('from', () => ID, { description: 'The id of the speaker that goes.' }) from: string,
    @Arg('into', () => ID, { description: 'The id of the speaker that stays.' }) into: string,
  ): Promise<SpeakerPayload> {
    const [fromId, intoId] = [numberOf('SPEAKER', from), numberOf('SPEAKER', into)];
    const outcome = await mutate(context, (app) => mergeSpeakers(app, fromId, intoId));
    return {
      speaker: outcome.speakerId === null ? null : await byId.SPEAKER(context, outcome.speakerId),
      deletedSpeakerId: idOrNull('SPEAKER', outcome.deletedSpeakerId),
      userErrors: outcome.problems.map(userError),
    };
  }

  @Mutation(() => QuotePayload, { nullable: true, description: 'Sets who said a quote. Give the speaker or a name; neither says that nobody is known.' })
  setQuoteSpeaker(
    @Ctx() context: GraphQLContext,
    @Arg('quote', () => ID, QUOTE_ARGUMENT) quote: string,
    @Arg('speaker', () => ID, { nullable: true, description: 'The id of a speaker.' }) speaker?: string | null,
    @Arg('name', () => String, { nullable: true, description: 'The name of a speaker: a known one, else a new one is made.' }) name?: string | null,
  ): Promise<QuotePayload> {
    const quoteId = numberOf('QUOTE', quote);
    const speakerId = speaker == null ? null : numberOf('SPEAKER', speaker);
    if (speakerId !== null && name != null) {
      const error: UserError = { code: 'INVALID', message: 'Give either speaker or name, not both.', path: ['name'] };
      return mutate(context, () => Promise.resolve({ ...NOTHING, userErrors: [error] }));
    }
    const choice = speakerId !== null ? { speakerId } : name != null ? { name } : null;
    return correctQuote(context, (app) => setQuoteSpeaker(app, quoteId, choice));
  }

  @Mutation(() => QuotePayload, { nullable: true, description: 'Moves a quote into another statement.' })
  moveQuoteToStatement(
    @Ctx() context: GraphQLContext,
    @Arg('quote', () => ID, QUOTE_ARGUMENT) quote: string,
    @Arg('statement', () => ID, { nullable: true, description: 'The id of the statement; null: one of its own.' }) statement?: string | null,
  ): Promise<QuotePayload> {
    const [quoteId, statementId] = [numberOf('QUOTE', quote), statement == null ? null : numberOf('STATEMENT', statement)];
    return correctQuote(context, (app) => moveQuoteToStatement(app, quoteId, statementId));
  }

  @Mutation(() => QuotePayload, { nullable: true, description: 'Says that something is not a quote. It stays away when its article is read again.' })
  dismissQuote(@Ctx() context: GraphQLContext, @Arg('quote', () => ID, QUOTE_ARGUMENT) quote: string): Promise<QuotePayload> {
    const quoteId = numberOf('QUOTE', quote);
    return correctQuote(context, (app) => dismissQuote(app, quoteId));
  }

  @Mutation(() => QuotePayload, { nullable: true, description: 'Drops what was set by hand on a quote, a dismissal too.' })
  resetQuote(@Ctx() context: GraphQLContext, @Arg('quote', () => ID, QUOTE_ARGUMENT) quote: string): Promise<QuotePayload> {
    const quoteId = numberOf('QUOTE', quote);
    return correctQuote(context, (app) => resetQuote(app, quoteId));
  }
}
