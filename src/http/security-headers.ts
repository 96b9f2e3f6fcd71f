/** What a browser is told that shows our pages: nothing may be loaded from, or sent to, anywhere else. */
import type { FastifyInstance } from 'fastify';

const policy = (...directives: readonly string[]): string => directives.join('; ');

/** For answers that are no pages: the API, health, failures. */
const NOTHING_POLICY = policy("default-src 'none'", "frame-ancestors 'none'");

export const START_PAGE_POLICY = policy(
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // The icon is an empty data address.
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
);

/** Angular, which the playground is built with, writes style elements; the query editor runs workers. */
export const PLAYGROUND_POLICY = policy(
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'self'",
  "frame-ancestors 'self'",
);

export function sendSecurityHeaders(server: FastifyInstance): void {
  server.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', NOTHING_POLICY);
  });
}
