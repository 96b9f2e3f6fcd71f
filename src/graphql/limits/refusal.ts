import { GraphQLError } from 'graphql';
import type { OnRecordError } from '../../domain/errors.js';

/** An error that refuses the whole request: HTTP status 400. */
export const refusal = (error: OnRecordError): GraphQLError =>
  new GraphQLError(error.message, { originalError: error, extensions: { http: { status: 400 } } });
