/** What a client gets that sent no request we can read: JSON in the form of GraphQL errors, whatever went wrong. */
import type { FastifyError, FastifyInstance } from 'fastify';
import { ERROR_CODES, type ErrorCode } from '../domain/errors.js';

const answer = (code: ErrorCode, message: string): object => ({ errors: [{ message, extensions: { code } }] });

/** Fastify's codes for requests that cannot be read, with what to answer. */
function failureOf(error: FastifyError, bodyLimit: number): { status: number; code: ErrorCode; message: string } {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return { status: 413, code: 'REQUEST_TOO_LARGE', message: `The request body is over the limit of ${bodyLimit} bytes. Send fewer articles at once.` };
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return { status: 415, code: 'BAD_REQUEST', message: 'Send the request as application/json.' };
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return { status: 400, code: 'BAD_REQUEST', message: 'The request has no body. Send JSON with a "query".' };
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return { status: 400, code: 'BAD_REQUEST', message: 'The request body is not valid JSON.' };
  }
  if (error instanceof SyntaxError) return { status: 400, code: 'BAD_REQUEST', message: 'The request body is not valid JSON.' };
  const status = error.statusCode ?? 500;
  return status < 500 ? { status, code: 'BAD_REQUEST', message: ERROR_CODES.BAD_REQUEST } : { status: 500, code: 'INTERNAL', message: ERROR_CODES.INTERNAL };
}

export function answerFailures(server: FastifyInstance, bodyLimit: number): void {
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const { status, code, message } = failureOf(error, bodyLimit);
    if (status >= 500) request.log.error(error);
    return reply.code(status).send(answer(code, message));
  });
  server.setNotFoundHandler((request, reply) =>
    reply.code(404).send(answer('NOT_FOUND', `There is nothing at ${request.url.split('?')[0].slice(0, 200)}. The API is at /graphql.`)),
  );
}
