/**
 * What clients see of errors: those made for them (OnRecordError), and what GraphQL itself says of a request it cannot
 * read. Anything else is a failure of ours: it goes to the log, and the client gets an id to name it by.
 */
import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import type { ApolloServerPlugin } from '@apollo/server';
import { ERROR_CODES, OnRecordError } from '../domain/errors.js';
import type { GraphQLContext } from './context.js';
import { MAX_INTROSPECTION_LISTS, MAX_VALIDATION_ERRORS } from './limits/bounds.js';

/** A failure of ours, for the log. */
export type FailureLog = (error: unknown, requestId: string) => void;

/** Apollo's codes for requests that are at fault themselves. Their messages speak of the request alone. */
const REQUEST_CODES: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED',
]);
/** A message may repeat what was sent; it need not repeat all of it. UTF-16 units. */
const MAX_MESSAGE_LENGTH = 600;

type Format = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** The function that Apollo formats errors with, and the plugin that tells it which request an error belongs to. */
export function errorMasking(log: FailureLog): { readonly formatError: Format; readonly plugin: ApolloServerPlugin<GraphQLContext> } {
  const requests = new WeakMap<object, string>();
  const formatError: Format = (formatted, error) => {
    const known = knownError(formatted, error);
    const shown = (code: string, message: string, more: object = {}): GraphQLFormattedError => ({
      message: message.length > MAX_MESSAGE_LENGTH ? `${message.slice(0, MAX_MESSAGE_LENGTH)}…` : message,
      ...(formatted.locations ? { locations: formatted.locations } : {}),
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { code, ...more },
    });
    // A request that failed before it had a context has no id of its own yet.
    const requestId = (error instanceof Error && requests.get(error)) || randomUUID();
    const cause = causeOf(error);
    if (known) {
      // What lies behind it is the operator's to know, such as why the search engine did not answer.
      if (cause instanceof OnRecordError && cause.cause !== undefined) log(cause, requestId);
      return shown(known.code, known.message);
    }
    log(cause, requestId);
    return shown('INTERNAL', `${ERROR_CODES.INTERNAL} Tell the operator the request id ${requestId}.`, { requestId });
  };
  const plugin: ApolloServerPlugin<GraphQLContext> = {
    requestDidStart: async ({ contextValue }) => ({
      didEncounterErrors: async ({ errors }) => {
        for (const error of errors) requests.set(error, contextValue.requestId);
      },
    }),
  };
  return { formatError, plugin };
}

/** What may be shown of an error; null where nothing may. */
function knownError(formatted: GraphQLFormattedError, error: unknown): { readonly code: string; readonly message: string } | null {
  const cause = causeOf(error);
  // GraphQL wraps what a scalar or a rule says into a message that names the place; that of a resolver it leaves alone.
  if (cause instanceof OnRecordError) return { code: cause.code, message: formatted.message };
  const code = formatted.extensions?.code;
  if (!(error instanceof GraphQLError)) return null;
  if (code === 'GRAPHQL_PARSE_FAILED') return parseProblem(formatted.message, cause);
  if (code === 'GRAPHQL_VALIDATION_FAILED') return validationProblem(formatted.message);
  const isOfResolver = error.path !== undefined;
  if (REQUEST_CODES.has(code) && !isOfResolver) return { code: String(code), message: formatted.message };
  // What Apollo refuses without a code of its own.
  if (!isOfResolver && refusesRequest(error)) return { code: 'BAD_REQUEST', message: formatted.message };
  // A variable without a value where one is needed is found only when the field is executed.
  if (isOfResolver && cause instanceof GraphQLError && /^Argument "\w+" (of |has )/.test(error.message)) return { code: 'BAD_USER_INPUT', message: formatted.message };
  return null;
}

function parseProblem(message: string, cause: unknown): { readonly code: string; readonly message: string } {
  if (cause instanceof RangeError) return { code: 'QUERY_TOO_DEEP', message: ERROR_CODES.QUERY_TOO_DEEP };
  if (/Document contains more tha\w+ \d+ tokens/.test(message)) return { code: 'QUERY_TOO_COMPLEX', message: 'The query is too long. Split it into several.' };
  return { code: 'GRAPHQL_PARSE_FAILED', message };
}

/** What of graphql's validation is a bound of ours in its words. */
function validationProblem(message: string): { readonly code: string; readonly message: string } {
  if (message.startsWith('Maximum introspection depth exceeded')) {
    return { code: 'QUERY_TOO_DEEP', message: `The introspection is nested too deep: at most ${MAX_INTROSPECTION_LISTS} lists of fields, interfaces or types may stand in each other.` };
  }
  if (message.startsWith('Too many validation errors')) {
    return { code: 'QUERY_TOO_COMPLEX', message: `The query has more mistakes than these ${MAX_VALIDATION_ERRORS}; the others are not told.` };
  }
  return { code: 'GRAPHQL_VALIDATION_FAILED', message };
}

const refusesRequest = (error: GraphQLError): boolean => {
  const http: unknown = error.extensions.http;
  return typeof http === 'object' && http !== null && 'status' in http && http.status === 400;
};

/** What was thrown at the bottom of the errors that GraphQL wrapped around it. */
function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}
