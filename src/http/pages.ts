/** The start page, the playground and their files; nothing is loaded from elsewhere. */
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { getDistDirectory, isSandboxFrame, renderAltair, SANDBOX_FRAME_CSP } from 'altair-static';
import type { FastifyInstance } from 'fastify';
import { EXAMPLE_QUERIES } from './examples.js';

const WEB_FOLDER = fileURLToPath(new URL('../../web/', import.meta.url));
const PLAYGROUND = '/playground/';

export async function servePages(server: FastifyInstance): Promise<void> {
  await server.register(fastifyStatic, { root: WEB_FOLDER, prefix: '/web/', decorateReply: true });
  server.get('/', (_request, reply) => reply.sendFile('index.html', WEB_FOLDER));

  const page = renderPlayground();
  await server.register(fastifyStatic, {
    root: getDistDirectory(),
    prefix: PLAYGROUND,
    decorateReply: false,
    index: false,
    setHeaders: (reply, path) => {
      if (isSandboxFrame(path)) reply.header('content-security-policy', SANDBOX_FRAME_CSP);
    },
  });
  for (const path of ['/playground', PLAYGROUND]) server.get(path, (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
}

const renderPlayground = (): string =>
  renderAltair({
    baseURL: PLAYGROUND,
    endpointURL: '/graphql',
    disableAccount: true,
    // A tab each for the examples; what the visitor typed before is kept and wins.
    initialWindows: EXAMPLE_QUERIES.map(({ name, query }) => ({ initialName: name, initialQuery: query, endpointURL: '/graphql' })),
    instanceStorageNamespace: 'onrecord_',
    preserveState: true,
    initialSettings: { 'alert.disableUpdateNotification': true, disablePushNotification: true, 'alert.disableWarnings': true },
  }).replace('<title>Altair</title>', '<title>OnRecord playground</title>');
