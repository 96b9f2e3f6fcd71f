/** How the body of a request is read: JSON in UTF-8, and nothing else. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { OnRecordError } from '../domain/errors.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Text that is no valid UTF-8 is refused rather than stored with replacement characters in it. */
export function readJsonBodies(server: FastifyInstance): void {
  // `__proto__` and `constructor.prototype` are refused: no request of ours has them.
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request: FastifyRequest, body: Buffer, done) => {
    let text: string;
    try {
      refuseEncoded(request);
      text = utf8.decode(body);
    } catch (error) {
      done(error instanceof OnRecordError ? error : new OnRecordError('INVALID_UTF8', 'The request body is not valid UTF-8.'));
      return;
    }
    parse(request, text, done);
  });
}

function refuseEncoded(request: FastifyRequest): void {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') throw new OnRecordError('BAD_REQUEST', 'Compressed request bodies are not read. Send the JSON as it is.');
}
