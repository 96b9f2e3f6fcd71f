/** What becomes of a server that is down, slow, broken, or does not know us. It is played by a real HTTP server. */
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ERROR_CODES, OnRecordError } from '../../../src/domain/errors.js';
import type { SearchIndex } from '../../../src/domain/search-index.js';
import { openMeilisearchIndex } from '../../../src/search/meilisearch/index.js';
import { batchesOf, request } from '../../contract/search-index.js';

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((done) => (server ? server.close(done) : done(null)));
  server = undefined;
});

async function listening(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((ready) => server!.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const SECRET = 'index `hidden_articles` at /srv/secret/data.mdb';
const refusing = (status: number, code: string): RequestListener => (_request, response) => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message: SECRET, code, type: 'x', link: '' }));
};

async function expectUnavailable(index: SearchIndex): Promise<void> {
  const calls = [
    () => index.search(request('ferry', { facets: ['TYPE'] })), () => index.suggest('ferry', 3), () => index.position(),
    () => index.apply({ from: 0, to: 1, upserts: [], deletes: [] }), () => index.rebuild(batchesOf([]), 1),
  ];
  for (const call of calls) {
    const error: unknown = await call().then(() => null, (e: unknown) => e);
    expect(error).toBeInstanceOf(OnRecordError);
    expect(error).toMatchObject({ code: 'SEARCH_UNAVAILABLE', message: ERROR_CODES.SEARCH_UNAVAILABLE });
  }
}

describe('a server that does not serve', () => {
  it('is down: opening works, all else says so', async () => {
    const url = await listening(() => {});
    server!.close();
    await expectUnavailable(await openMeilisearchIndex({ url }));
  });

  it('does not answer in time', async () => {
    const url = await listening(() => {}); // takes the request and keeps silent
    const index = await openMeilisearchIndex({ url, timeoutMs: 60 });
    const started = performance.now();
    await expect(index.search(request('ferry'))).rejects.toMatchObject({ code: 'SEARCH_UNAVAILABLE' });
    await expect(index.suggest('ferry', 3)).rejects.toMatchObject({ code: 'SEARCH_UNAVAILABLE' });
    await expect(index.position()).rejects.toMatchObject({ code: 'SEARCH_UNAVAILABLE' });
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it.each([[500, 'internal'], [503, 'too_many_search_requests'], [400, 'invalid_search_filter']])('answers %i: its own words stay inside', async (status, code) => {
    await expectUnavailable(await openMeilisearchIndex({ url: await listening(refusing(status, code)) }));
  });

  it('answers something that is no JSON, or breaks off', async () => {
    await expectUnavailable(await openMeilisearchIndex({ url: await listening((_request, response) => response.writeHead(502).end('<html>Bad gateway')) }));
    server!.close();
    await expectUnavailable(await openMeilisearchIndex({ url: await listening((_request, response) => response.destroy()) }));
  });

  it('answers 200 with something that is no JSON', async () => {
    const index = await openMeilisearchIndex({ url: await listening((_request, response) => response.end('<html>Welcome')) });
    await expect(index.search(request('ferry'))).rejects.toMatchObject({ code: 'SEARCH_UNAVAILABLE' });
    await expect(index.position()).rejects.toMatchObject({ code: 'SEARCH_UNAVAILABLE' });
  });

  it('loses its index while it serves', async () => {
    const index = await openMeilisearchIndex({ url: await listening(refusing(404, 'index_not_found')) });
    expect(await index.position()).toBeNull();
    await expect(index.search(request('ferry'))).rejects.toMatchObject({ code: 'SEARCH_UNAVAILABLE' });
  });
});

describe('a setting that is wrong', () => {
  it.each([[401, 'missing_authorization_header'], [403, 'invalid_api_key']])('the key is refused (%i): opening says which setting, and not the key', async (status, code) => {
    const url = await listening(refusing(status, code));
    const error: unknown = await openMeilisearchIndex({ url, apiKey: 'my-key' }).then(() => null, (e: unknown) => e);
    expect(error).toMatchObject({ code: 'INVALID_CONFIG' });
    expect((error as Error).message).toContain('MEILI_KEY');
    expect((error as Error).message).not.toContain('my-key');
    expect((error as Error).message).not.toContain(SECRET);
  });

  it('the prefix cannot be part of a name', async () => {
    await expect(openMeilisearchIndex({ url: 'http://127.0.0.1:1', prefix: 'a/b' })).rejects.toMatchObject({ code: 'INVALID_CONFIG' });
  });

  it('the address is none', async () => {
    await expect(openMeilisearchIndex({ url: 'http://' })).rejects.toMatchObject({ code: 'INVALID_CONFIG' });
  });
});
