/** The GraphQL server, without HTTP: schema, limits and error masking put together. */
import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLContext } from './context.js';
import { errorMasking } from './errors.js';
import type { FailureLog } from './errors.js';
import { MAX_TOKENS, MAX_VALIDATION_ERRORS } from './limits/bounds.js';
import { costPlugin } from './limits/cost-plugin.js';
import { OperationTypeRule } from './limits/operation-rule.js';
import { ShapeRule } from './limits/shape-rule.js';
import { onRecordSchema } from './schema.js';

export { createContext } from './context.js';
export type { ContextOptions, GraphQLContext } from './context.js';

export interface ApolloOptions {
  /** Told of every failure of ours; the client sees only its request's id. */
  readonly onInternalError: FailureLog;
  /** More plugins, such as metrics. */
  readonly plugins?: readonly ApolloServerPlugin<GraphQLContext>[];
}

/** Answers change with every article that comes in. Apollo's own plugin says the same, at a price for each field that is resolved. */
const noStorePlugin: ApolloServerPlugin<GraphQLContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response }) => {
      response.http.headers.set('cache-control', 'no-store');
    },
  }),
};

/** Not started yet: call `start()`. Each request brings its own context, see `createContext`. */
export function createApollo({ onInternalError, plugins = [] }: ApolloOptions): ApolloServer<GraphQLContext> {
  const { formatError, plugin: errorPlugin } = errorMasking(onInternalError);
  return new ApolloServer<GraphQLContext>({
    schema: onRecordSchema(),
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled(), noStorePlugin, errorPlugin, costPlugin, ...plugins],
    parseOptions: { maxTokens: MAX_TOKENS },
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    validationRules: [ShapeRule, OperationTypeRule],
    formatError,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    // Who runs the server decides when it stops.
    stopOnTerminationSignals: false,
  });
}
