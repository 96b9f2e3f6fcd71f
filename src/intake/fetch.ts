/** Fetches a page over http(s) within bounds: of addresses, redirects, time and size. Carries no cookies and no credentials. */
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, request } from 'undici';
import type { Dispatcher } from 'undici';
import { OnRecordError } from '../domain/errors.js';
import type { AddressRule } from './address.js';
import { checkHost, lookupWith } from './address.js';
import { FETCH_TIMEOUT_MS, MAX_PAGE_BYTES, MAX_REDIRECTS } from './limits.js';
import { readWhole } from './streams.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

const HEADERS = {
  'user-agent': `OnRecord/${version}`,
  accept: 'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/json, text/plain;q=0.9, */*;q=0.5',
  'accept-encoding': 'gzip, br, deflate',
};
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip, 'x-gzip': createGunzip, br: createBrotliDecompress, deflate: createInflate,
};

export interface FetchOptions {
  /** Asked of every address before it is connected to: of each one that a name resolves to, and after each redirect. */
  readonly allows: AddressRule;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** Told of the bytes as they come over the wire. */
  readonly onBytes?: (bytes: number) => void;
}

export interface Fetched {
  readonly bytes: Uint8Array;
  /** After redirects, without its fragment. */
  readonly url: string;
  /** Lower case, without parameters; empty where none was sent. */
  readonly contentType: string;
  readonly charset: string | null;
}

/** @throws OnRecordError INVALID_URL */
function checkUrl(text: string, base?: URL): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new OnRecordError('INVALID_URL');
  if (url.username || url.password) throw new OnRecordError('INVALID_URL', 'The URL must not carry a user name or password.');
  return url;
}

const headerOf = (response: Dispatcher.ResponseData, name: string): string => String(response.headers[name] ?? '');

/** The error for users behind what undici or the network threw. */
function fetchError(cause: unknown, timeoutMs: number): OnRecordError {
  for (let error = cause; error instanceof Error; error = error.cause) {
    if (error instanceof OnRecordError) return error;
    if (error.name === 'TimeoutError' || error.name === 'AbortError') {
      return new OnRecordError('FETCH_FAILED', `The URL gave no whole answer within ${timeoutMs / 1000} s.`, { cause });
    }
    if ('code' in error && (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN')) {
      return new OnRecordError('FETCH_FAILED', 'The name of the host cannot be resolved.', { cause });
    }
  }
  return new OnRecordError('FETCH_FAILED', 'The connection failed or the answer broke off.', { cause });
}

/** The answer's bytes, decoded; the bound holds after decoding, so that a small answer cannot grow without end. */
async function readBody(response: Dispatcher.ResponseData, { maxBytes = MAX_PAGE_BYTES, onBytes }: FetchOptions): Promise<Uint8Array> {
  const encodings = headerOf(response, 'content-encoding').toLowerCase().split(',').map((e) => e.trim()).filter((e) => e !== '' && e !== 'identity');
  if (encodings.length > 1 || (encodings.length === 1 && !DECODERS[encodings[0]])) {
    throw new OnRecordError('FETCH_FAILED', 'The answer is compressed in a way that was not asked for.');
  }
  const tooLarge = `The answer is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB.`;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    let length = 0;
    for await (const chunk of response.body) {
      const bytes = chunk as Uint8Array;
      length += bytes.length;
      onBytes?.(bytes.length);
      if (length > maxBytes) throw new OnRecordError('TOO_LARGE', tooLarge);
      yield bytes;
    }
  };
  if (encodings.length === 0) return readWhole(counted(), maxBytes, tooLarge);
  const decoder = DECODERS[encodings[0]]();
  const source = Readable.from(counted(), { objectMode: false });
  source.on('error', (error) => (decoder as unknown as Readable).destroy(error));
  try {
    return await readWhole(source.pipe(decoder) as unknown as AsyncIterable<Uint8Array>, maxBytes, tooLarge);
  } finally {
    source.destroy();
  }
}

/**
 * What a URL answers, after at most 5 redirects, each checked like the first address.
 * @throws OnRecordError INVALID_URL, PRIVATE_ADDRESS, TOO_LARGE, FETCH_FAILED
 */
export async function fetchUrl(text: string, options: FetchOptions): Promise<Fetched> {
  const timeoutMs = options.timeoutMs ?? FETCH_TIMEOUT_MS;
  const signal = AbortSignal.timeout(timeoutMs);
  // One agent a fetch, and no connection kept (pipelining: 0): a kept one would not be asked for its address again.
  const dispatcher = new Agent({ connect: { timeout: timeoutMs, lookup: lookupWith(options.allows) }, pipelining: 0, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  try {
    let url = checkUrl(text);
    for (let redirects = 0; ; redirects += 1) {
      checkHost(url, options.allows);
      const response = await request(url, { dispatcher, signal, headers: HEADERS });
      response.body.on('error', () => undefined);
      if (!REDIRECTS.has(response.statusCode) || headerOf(response, 'location') === '') {
        if (response.statusCode < 200 || response.statusCode > 299) throw new OnRecordError('FETCH_FAILED', `The server answered ${response.statusCode}.`);
        const [contentType, ...parameters] = headerOf(response, 'content-type').split(';');
        const charset = parameters.map((p) => /^\s*charset\s*=\s*"?([\w.:-]{1,40})"?\s*$/i.exec(p)?.[1]).find((c) => c) ?? null;
        url.hash = '';
        return { bytes: await readBody(response, options), url: url.href, contentType: contentType.trim().toLowerCase(), charset };
      }
      if (redirects === MAX_REDIRECTS) throw new OnRecordError('FETCH_FAILED', `The URL redirects more than ${MAX_REDIRECTS} times.`);
      url = checkUrl(headerOf(response, 'location'), url);
      response.body.destroy();
    }
  } catch (error) {
    throw fetchError(error, timeoutMs);
  } finally {
    await dispatcher.destroy();
  }
}
