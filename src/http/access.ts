/** Who may change something. */
import { timingSafeEqual, createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { isLoopback, type Config } from '../config.js';

type Access = Pick<Config, 'adminKey' | 'host'>;

/**
 * With an administrator key: who sends it. Without one: whoever reaches a service that listens on loopback only and
 * calls it by a loopback name.
 */
export function mayMutate({ adminKey, host }: Access, request: Pick<FastifyRequest, 'headers'>): boolean {
  if (adminKey !== null) return carriesKey(request.headers.authorization, adminKey);
  return isLoopback(host) && isLoopback(hostNameOf(request.headers.host));
}

function carriesKey(authorization: string | undefined, key: string): boolean {
  const token = /^Bearer +(.+)$/i.exec(authorization ?? '')?.[1] ?? '';
  // Digests have one length, so that the comparison takes the same time whatever was sent.
  const digest = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
  // Node reads headers as Latin-1; what was sent are bytes.
  return timingSafeEqual(digest(Buffer.from(token, 'latin1')), digest(Buffer.from(key)));
}

/** A name or address and a port, and nothing else: a URL would be read past a path, a name before @, a fragment. */
const HOST_HEADER = /^([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

const hostNameOf = (host: string | undefined): string => HOST_HEADER.exec(host ?? '')?.[1] ?? '';

/**
 * Does a request reach this service by a name of its own? One without a key that listens on loopback only answers what
 * calls it by a loopback name. A page of another site, whose own name was bent to lead here (DNS rebinding), is of one
 * origin with what it calls and could read all of it; but it cannot choose the Host header.
 */
export const hostAllowed = ({ adminKey, host }: Access, request: Pick<FastifyRequest, 'headers'>): boolean =>
  adminKey !== null || !isLoopback(host) || isLoopback(hostNameOf(request.headers.host));

/** May a page of this origin call the API? Loopback origins always may. */
export function originAllowed(origins: readonly string[], origin: string): boolean {
  if (origins.includes('*') || origins.includes(origin)) return true;
  return URL.canParse(origin) && isLoopback(new URL(origin).hostname);
}
