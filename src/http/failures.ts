/** What a client gets that sent no request we can read: JSON in the form of GraphQL errors, whatever went wrong. */
import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ERROR_CODES, OnRecordError, type ErrorCode } from '../domain/errors.js';

interface Failure {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
}

/** The status of what our own hooks refuse. */
const STATUS: Partial<Record<ErrorCode, number>> = { REQUEST_TOO_LARGE: 413, NOT_FOUND: 404, UNKNOWN_HOST: 421, INTERNAL: 500 };
/** A path that is not there is repeated only so far, UTF-16 units. */
const MAX_SHOWN_PATH = 200;

const answer = ({ code, message }: Failure): { errors: object[] } => ({ errors: [{ message, extensions: { code } }] });

const badRequest = (status: number, message: string): Failure => ({ status, code: 'BAD_REQUEST', message });

function failureOf(error: FastifyError | OnRecordError, bodyLimit: number): Failure {
  if (error instanceof OnRecordError) return { status: STATUS[error.code] ?? 400, code: error.code, message: error.message };
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return { status: 413, code: 'REQUEST_TOO_LARGE', message: `The request body is over the limit of ${bodyLimit} bytes. Send fewer articles at once.` };
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return badRequest(415, 'Send the request as application/json.');
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return badRequest(400, 'The request has no body. Send JSON with a "query".');
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return badRequest(400, 'The request body is not valid JSON.');
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return badRequest(400, 'The request body is not as long as its Content-Length says.');
    case 'FST_ERR_BAD_URL':
      return badRequest(400, 'The address is not valid: a % must be followed by two hexadecimal digits of UTF-8.');
    case 'FST_ERR_MAX_LEN_PARAMETER':
      return badRequest(414, 'The address is too long.');
  }
  if (error instanceof SyntaxError) return badRequest(400, 'The request body is not valid JSON.');
  const status = error.statusCode ?? 500;
  // The static files' word for a path that leaves their folder.
  if (status === 403) return { status: 404, code: 'NOT_FOUND', message: 'There is nothing at this address.' };
  return status < 500 ? badRequest(status, ERROR_CODES.BAD_REQUEST) : { status: 500, code: 'INTERNAL', message: ERROR_CODES.INTERNAL };
}

/** Answers what went wrong with a request before or outside GraphQL; also Fastify's `frameworkErrors`. */
export const failureHandler = (bodyLimit: number) => (error: FastifyError | OnRecordError, request: FastifyRequest, reply: FastifyReply): void => {
  const failure = failureOf(error, bodyLimit);
  if (failure.status >= 500) request.log.error(error);
  void reply.code(failure.status).send(answer(failure));
};

export function answerFailures(server: FastifyInstance, bodyLimit: number): void {
  server.setErrorHandler(failureHandler(bodyLimit));
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0];
    const allowed = ['GET', 'POST'].filter((method) => server.hasRoute({ url: path, method }));
    if (allowed.length > 0) {
      return reply.code(405).header('allow', allowed.join(', ')).send(answer(badRequest(405, `${request.method} is not answered here; use ${allowed.join(' or ')}.`)));
    }
    return reply.code(404).send(answer({ status: 404, code: 'NOT_FOUND', message: `There is nothing at ${path.slice(0, MAX_SHOWN_PATH)}. The API is at /graphql.` }));
  });
}

/** Node's errors for bytes that are no HTTP request: there is no request yet to answer, only a socket. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const failure: Failure =
    error.code === 'HPE_HEADER_OVERFLOW' ? { status: 431, code: 'REQUEST_TOO_LARGE', message: 'The address and the headers are too long together. Send the query by POST.' }
    : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? badRequest(408, 'The request did not arrive in time.')
    : badRequest(400, 'This is not an HTTP request.');
  const body = JSON.stringify(answer(failure));
  socket.end(
    `HTTP/1.1 ${failure.status} ${STATUS_CODES[failure.status]}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
