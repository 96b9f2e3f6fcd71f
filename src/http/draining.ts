/** A stop that lets the requests under way finish, and does not wait for connections that ask for nothing. */
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** How long requests under way may take to finish once the server is told to stop, ms. Below the 30 s that Kubernetes waits. */
const MAX_DRAIN_MS = 25_000;

export function drainOnClose(server: FastifyInstance): void {
  let closing = false;
  const silent = new Set<Socket>();
  server.server.on('connection', (socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.server.on('request', (request) => silent.delete(request.socket));

  server.addHook('preClose', async () => {
    closing = true;
    // Browsers open connections ahead of need; Node counts one that has not yet asked for anything as busy.
    for (const socket of silent) if (socket.bytesRead === 0) socket.destroy();
    setTimeout(() => server.server.closeAllConnections(), MAX_DRAIN_MS).unref();
  });
  // A connection that is kept alive after its last answer would hold the stop up until it times out.
  server.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}
