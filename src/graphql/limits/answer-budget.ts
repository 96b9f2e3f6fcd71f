/** How much text one request may have: a few fields of long articles, repeated by alias, would be an answer that no memory holds. */
import { defaultFieldResolver, getNamedType, GraphQLString, isObjectType } from 'graphql';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { OnRecordError } from '../../domain/errors.js';
import { MAX_ANSWER_MB, MAX_LOADED_MB } from './bounds.js';

const MB = 1024 * 1024;

/** What is left for one request. */
export class AnswerBudget {
  private answered = 0;
  private loaded = 0;

  /** @throws OnRecordError QUERY_TOO_COMPLEX where the texts of the answer come to more than MAX_ANSWER_MB */
  answer(text: string): void {
    if (this.answered <= MAX_ANSWER_MB * MB) this.answered += Buffer.byteLength(text);
    if (this.answered > MAX_ANSWER_MB * MB) throw tooMuch(`The texts of the answer come to more than ${MAX_ANSWER_MB} MB.`);
  }

  /** Before bodies are read. @throws OnRecordError QUERY_TOO_COMPLEX where they come to more than MAX_LOADED_MB */
  load(bytes: number): void {
    this.loaded += bytes;
    if (this.loaded > MAX_LOADED_MB * MB) throw tooMuch(`The articles whose texts this needs come to more than ${MAX_LOADED_MB} MB.`);
  }
}

const tooMuch = (what: string): OnRecordError => new OnRecordError('QUERY_TOO_COMPLEX', `${what} Ask for fewer at once.`);

/** Counts every text that is answered, whatever the field. */
export function countAnswers(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) if (getNamedType(field.type) === GraphQLString) field.resolve = counted(field.resolve ?? defaultFieldResolver);
  }
}

type Resolver = GraphQLFieldResolver<unknown, { readonly budget: AnswerBudget }>;

const counted = (resolve: Resolver): Resolver => (source, args, context, info) => {
  const count = (value: unknown): unknown => {
    for (const text of Array.isArray(value) ? value : [value]) if (typeof text === 'string') context.budget.answer(text);
    return value;
  };
  const value: unknown = resolve(source, args, context, info);
  return value instanceof Promise ? value.then(count) : count(value);
};
