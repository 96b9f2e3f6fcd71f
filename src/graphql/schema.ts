/** The schema, built from the classes, and its text as schema.graphql holds it. */
import 'reflect-metadata';
import { lexicographicSortSchema, printSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { countAnswers } from './limits/answer-budget.js';
import { ArticleResolver } from './resolvers/article.js';
import { ArticleMutations, CorrectionMutations } from './resolvers/mutations.js';
import { NodeResolver } from './resolvers/node.js';
import { ArticleOverlapResolver, LikelyOriginResolver, ReusedPassageResolver, SharedStatementResolver, SourceOverlapResolver } from './resolvers/overlap.js';
import { CopiedFromResolver } from './resolvers/provenance.js';
import { AttributionResolver, QuoteResolver } from './resolvers/quote.js';
import { RenderingComparisonResolver, RenderingResolver } from './resolvers/rendering.js';
import { SearchResolver } from './resolvers/search.js';
import { SourceGroupResolver } from './resolvers/source-groups.js';
import { SourceResolver } from './resolvers/source.js';
import { RoleResolver, SpeakerResolver } from './resolvers/speaker.js';
import { StatementResolver } from './resolvers/statement.js';
import { StoryResolver } from './resolvers/story.js';
import { TextResolver } from './resolvers/text.js';

const ROOT_DESCRIPTIONS = {
  Query: 'What can be asked.',
  Mutation: 'What can be changed. The fields run one after the other; one that fails leaves the answers of the others.',
};

/** As `buildOnRecordSchema`, at once. */
export function onRecordSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      NodeResolver, SourceResolver, ArticleResolver, QuoteResolver, AttributionResolver, SpeakerResolver, RoleResolver, StatementResolver, StoryResolver,
      RenderingResolver, RenderingComparisonResolver,
      ArticleOverlapResolver, LikelyOriginResolver, SharedStatementResolver, ReusedPassageResolver, SourceOverlapResolver, SourceGroupResolver, CopiedFromResolver, SearchResolver, TextResolver,
      ArticleMutations, CorrectionMutations,
    ],
    // Values are checked by the scalars and the use cases.
    validate: false,
  });
  // type-graphql has no place for the descriptions of the root types.
  for (const [name, description] of Object.entries(ROOT_DESCRIPTIONS)) schema.getType(name)!.description = description;
  countAnswers(schema);
  return schema;
}

/** The executable schema: every request needs a context made by `createContext`. */
export async function buildOnRecordSchema(): Promise<GraphQLSchema> {
  return onRecordSchema();
}

/** The schema in the schema definition language, sorted, so that the order of the classes does not show. */
export async function printOnRecordSchema(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(onRecordSchema()))}\n`;
}
