/** The start page, the playground and their files; nothing is loaded from elsewhere. */
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { getDistDirectory, isSandboxFrame, renderAltair, SANDBOX_FRAME_CSP } from 'altair-static';
import type { FastifyInstance } from 'fastify';
import { EXAMPLE_QUERIES } from './examples.js';
import { PLAYGROUND_POLICY, START_PAGE_POLICY } from './security-headers.js';

const WEB_FOLDER = fileURLToPath(new URL('../../web/', import.meta.url));
const PLAYGROUND = '/playground/';
/** A file of its own, so that the policy can forbid scripts that stand in a page. */
const OPTIONS_SCRIPT = 'onrecord-options.js';

export async function servePages(server: FastifyInstance): Promise<void> {
  await server.register(fastifyStatic, { root: WEB_FOLDER, prefix: '/web/', decorateReply: true, index: false });
  server.get('/', (_request, reply) => reply.header('content-security-policy', START_PAGE_POLICY).sendFile('index.html', WEB_FOLDER));

  await server.register(fastifyStatic, {
    root: getDistDirectory(),
    prefix: PLAYGROUND,
    decorateReply: false,
    index: false,
    setHeaders: (reply, path) => {
      reply.header('content-security-policy', isSandboxFrame(path) ? SANDBOX_FRAME_CSP : PLAYGROUND_POLICY);
    },
  });
  const page = renderAltair({ baseURL: PLAYGROUND, serveInitialOptionsInSeperateRequest: OPTIONS_SCRIPT }).replace('<title>Altair</title>', '<title>OnRecord playground</title>');
  server.get('/playground', (_request, reply) => reply.header('content-security-policy', PLAYGROUND_POLICY).type('text/html; charset=utf-8').send(page));
  server.get(PLAYGROUND + OPTIONS_SCRIPT, (_request, reply) => reply.type('text/javascript; charset=utf-8').send(optionsScript()));
}

/** Altair takes no relative address, and only the browser knows by which name it reached us. */
const optionsScript = (): string => `const endpointURL = new URL('/graphql', location.href).href;
const options = ${JSON.stringify(PLAYGROUND_OPTIONS)};
AltairGraphQL.init({ ...options, endpointURL, initialWindows: options.initialWindows.map((tab) => ({ ...tab, endpointURL })) });
`;

// Altair shows the window that it opened last: the first example comes last, to be what a visitor sees.
const [opening, ...others] = EXAMPLE_QUERIES;

const PLAYGROUND_OPTIONS = {
  baseURL: PLAYGROUND,
  disableAccount: true,
  // A tab each for the examples; what the visitor typed before is kept and wins.
  initialWindows: [...others, opening].map(({ name, query }) => ({ initialName: name, initialQuery: query, initialVariables: '{}' })),
  instanceStorageNamespace: 'onrecord_',
  preserveState: true,
  initialSettings: {
    'alert.disableUpdateNotification': true,
    disablePushNotification: true,
    'alert.disableWarnings': true,
    'banners.disable': true,
    // Completion and documentation from the start.
    'schema.reloadOnStart': true,
  },
};
