/**
 * A request may be refused before its body was read. Answered at once, the connection would be closed while the client is
 * still sending, and most clients then report a broken pipe instead of the answer: so the rest is read and thrown away.
 */
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** Bytes that are thrown away at most; who sends more than four times the usual limit gets the connection closed. */
const MAX_DISCARDED_BYTES = 64_000_000;
/** How long the rest is waited for, ms. */
const MAX_DISCARD_MS = 10_000;

export function discardUnreadBodies(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply) => {
    if (request.raw.complete || !hasBody(request.raw)) return;
    const isOver = await discardRest(request.raw);
    if (!isOver) reply.header('connection', 'close');
  });
}

const hasBody = ({ headers }: IncomingMessage): boolean => headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** @returns whether the body came to its end within the bounds */
function discardRest(request: IncomingMessage): Promise<boolean> {
  return new Promise((resolve) => {
    let bytes = 0;
    const onData = (chunk: Uint8Array): void => {
      bytes += chunk.length;
      if (bytes > MAX_DISCARDED_BYTES) finish(false);
    };
    const onEnd = (): void => finish(true);
    const onClose = (): void => finish(false);
    const timer = setTimeout(onClose, MAX_DISCARD_MS);
    const finish = (isOver: boolean): void => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('close', onClose).off('error', onClose);
      resolve(isOver);
    };
    request.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose);
    request.resume();
  });
}
