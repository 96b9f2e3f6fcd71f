/** Puts the HTTP server together: GraphQL, pages, health. */
import cors from '@fastify/cors';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { App } from '../app/types.js';
import type { Config } from '../config.js';
import { OnRecordError } from '../domain/errors.js';
import { createApollo } from '../graphql/server.js';
import { createContext } from '../graphql/context.js';
import { hostAllowed, mayMutate, originAllowed } from './access.js';
import { readJsonBodies } from './body.js';
import { drainOnClose } from './draining.js';
import { answerFailures, answerUnreadable, failureHandler } from './failures.js';
import { servePages } from './pages.js';
import { sendSecurityHeaders } from './security-headers.js';
import { discardUnreadBodies } from './unread-bodies.js';

const API_PATH = '/graphql';
const HEALTH_PATH = '/health/';
/** How long a browser may keep the answer to a preflight, seconds. */
const PREFLIGHT_SECONDS = 600;
/** How long a request may take to arrive, ms; Node's own default, which Fastify switches off. 16 MB need 0.5 Mbit/s. */
const REQUEST_TIMEOUT_MS = 300_000;

/** A server that is ready to listen. Closing it lets the requests under way finish; the app stays open. */
export async function createServer(app: App, config: Pick<Config, 'host' | 'adminKey' | 'corsOrigins' | 'bodyLimit' | 'logLevel'>): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: config.bodyLimit,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { ignoreTrailingSlash: true },
    // Standard output is for results: what is logged goes to standard error.
    logger: { level: config.logLevel, stream: process.stderr },
    forceCloseConnections: 'idle',
    // What still comes in on a connection while the server stops is answered as usual.
    return503OnClosing: false,
    frameworkErrors: failureHandler(config.bodyLimit),
    clientErrorHandler: answerUnreadable,
  });
  answerFailures(server, config.bodyLimit);
  readJsonBodies(server);
  sendSecurityHeaders(server);
  discardUnreadBodies(server);
  drainOnClose(server);
  server.addHook('onRequest', async (request) => {
    if (request.routeOptions.url === API_PATH) refuseUnknownHost(request);
    // Our health tells nothing of what is stored, and probes call by whatever name they have.
    if (!request.routeOptions.url?.startsWith(HEALTH_PATH)) refuseOtherNames(config, request);
  });
  await server.register(cors, {
    origin: (origin, decide) => decide(null, origin === undefined || originAllowed(config.corsOrigins, origin)),
    methods: ['GET', 'POST'],
    maxAge: PREFLIGHT_SECONDS,
    // An OPTIONS request that is no preflight is answered like one, instead of by an error in plain text.
    strictPreflight: false,
  });

  const apollo = createApollo({ onInternalError: (error, requestId) => server.log.error({ err: error, requestId }, 'internal error') });
  await apollo.start();
  // Not in Fastify's onClose, which comes before the requests under way have finished.
  server.server.once('close', () => void apollo.stop());
  server.route({
    url: API_PATH,
    method: ['GET', 'POST'],
    handler: fastifyApolloHandler(apollo, { context: async (request) => createContext(app, { mayMutate: mayMutate(config, request) }) }),
  });

  server.get(`${HEALTH_PATH}live`, () => ({ status: 'ok' }));
  server.get(`${HEALTH_PATH}ready`, async (_request, reply) => {
    const ready = await app.store.read.isEmpty().then(() => true, () => false);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable' });
  });
  await servePages(server);
  return server;
}

function refuseOtherNames(config: Pick<Config, 'host' | 'adminKey'>, request: FastifyRequest): void {
  if (!hostAllowed(config, request)) throw new OnRecordError('UNKNOWN_HOST', 'This service is for this machine only: call it by localhost or 127.0.0.1. Behind a proxy, set ONRECORD_ADMIN_KEY.');
}

/** The handler makes a URL of the Host header, and would fail on one that is none. */
function refuseUnknownHost(request: FastifyRequest): void {
  if (!URL.canParse(request.url, `${request.protocol}://${request.hostname}/`)) throw new OnRecordError('BAD_REQUEST', 'The Host header is missing or not a host name.');
}
