/** Puts the HTTP server together: GraphQL, pages, health. */
import cors from '@fastify/cors';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type FastifyInstance } from 'fastify';
import type { App } from '../app/types.js';
import type { Config } from '../config.js';
import { createApollo } from '../graphql/server.js';
import { createContext } from '../graphql/context.js';
import { mayMutate, originAllowed } from './access.js';
import { answerFailures } from './failures.js';
import { servePages } from './pages.js';

/** How long a browser may keep the answer to a preflight, seconds. */
const PREFLIGHT_SECONDS = 600;

/** A server that is ready to listen. Closing it lets the requests under way finish; the app stays open. */
export async function createServer(app: App, config: Pick<Config, 'host' | 'adminKey' | 'corsOrigins' | 'bodyLimit' | 'logLevel'>): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: config.bodyLimit,
    // Standard output is for results: what is logged goes to standard error.
    logger: { level: config.logLevel, stream: process.stderr },
    forceCloseConnections: 'idle',
  });
  answerFailures(server, config.bodyLimit);
  server.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
  });
  await server.register(cors, {
    origin: (origin, decide) => decide(null, origin === undefined || originAllowed(config.corsOrigins, origin)),
    methods: ['GET', 'POST'],
    maxAge: PREFLIGHT_SECONDS,
  });

  const apollo = createApollo({ onInternalError: (error, requestId) => server.log.error({ err: error, requestId }, 'internal error') });
  await apollo.start();
  server.addHook('onClose', () => apollo.stop());
  server.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    handler: fastifyApolloHandler(apollo, { context: async (request) => createContext(app, { mayMutate: mayMutate(config, request) }) }),
  });

  server.get('/health/live', () => ({ status: 'ok' }));
  server.get('/health/ready', async (_request, reply) => {
    const ready = await app.store.read.isEmpty().then(() => true, () => false);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable' });
  });
  await servePages(server);
  return server;
}
