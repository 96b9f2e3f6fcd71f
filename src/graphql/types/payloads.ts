/** What the mutations answer. */
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { UserErrorCode as CodeValue } from '../../app/types.js';
import { IngestStatus, UserErrorCode } from '../enums.js';
import { Article } from './article.js';
import { Quote } from './quote.js';
import { Speaker } from './speaker.js';
import { Statement } from './statement.js';

@ObjectType('UserError', { description: 'Something wrong with what was given to a mutation. Nothing was changed on its account.', simpleResolvers: true })
export class UserError {
  @Field(() => UserErrorCode, { description: 'What is wrong, for programs.' })
  code: CodeValue;

  @Field(() => String, { description: 'What is wrong and what to do, for people.' })
  message: string;

  @Field(() => [String], { nullable: true, description: 'The argument or field that it is about, from the outside in: ["articles", "3", "body"].' })
  path: readonly string[] | null;
}

@ObjectType('IngestResult', { description: 'What became of one article that was handed in.', simpleResolvers: true })
export class IngestResult {
  @Field(() => Int, { description: 'Its place among the articles handed in, from 0.' })
  index: number;

  @Field(() => IngestStatus, { description: 'What became of it.' })
  status: keyof typeof IngestStatus;

  @Field(() => Article, { nullable: true, description: 'The article; null where it was rejected.' })
  article: Article | null;

  @Field(() => [UserError], { description: 'Why it was rejected; empty where it was not.' })
  userErrors: readonly UserError[];
}

@ObjectType('IngestArticlesPayload', { description: 'What became of the articles that were handed in.', simpleResolvers: true })
export class IngestArticlesPayload {
  @Field(() => [IngestResult], { description: 'One result for each, in the same order.' })
  results: readonly IngestResult[];
}

@ObjectType('DeleteArticlePayload', { description: 'What became of an article that was to be deleted.', simpleResolvers: true })
export class DeleteArticlePayload {
  @Field(() => ID, { nullable: true, description: 'The id of the article that is gone.' })
  deletedArticleId: string | null;

  @Field(() => [UserError], { description: 'What was wrong; empty where all went well.' })
  userErrors: readonly UserError[];
}

@ObjectType('SpeakerPayload', { description: 'What became of speakers that were corrected.', simpleResolvers: true })
export class SpeakerPayload {
  @Field(() => Speaker, { nullable: true, description: 'The speaker as it is now.' })
  speaker: Speaker | null;

  @Field(() => ID, { nullable: true, description: 'The id of the speaker that is gone. From now on it answers the one above.' })
  deletedSpeakerId: string | null;

  @Field(() => [UserError], { description: 'What was wrong; empty where all went well.' })
  userErrors: readonly UserError[];
}

@ObjectType('QuotePayload', { description: 'What became of a quote that was corrected.', simpleResolvers: true })
export class QuotePayload {
  @Field(() => Quote, { nullable: true, description: 'The quote as it is now; null where it was dismissed.' })
  quote: Quote | null;

  @Field(() => ID, { nullable: true, description: 'The id of the quote that was dismissed. `resetQuote` brings it back.' })
  dismissedQuoteId: string | null;

  @Field(() => Statement, { nullable: true, description: 'The statement that the quote left, where it still has renderings.' })
  previousStatement: Statement | null;

  @Field(() => ID, { nullable: true, description: 'The id of the statement that the quote left, where that is gone.' })
  deletedStatementId: string | null;

  @Field(() => [UserError], { description: 'What was wrong; empty where all went well.' })
  userErrors: readonly UserError[];
}
