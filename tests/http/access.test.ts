import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayMutate, originAllowed } from '../../src/http/access.js';
import { startService, type Service } from '../support/command.js';
import { makeFolder, removeFolder } from '../support/folder.js';

describe('who may change something', () => {
  const asks = (host: string | undefined, authorization?: string): Parameters<typeof mayMutate>[1] => ({ headers: { host, authorization } });

  it.each(['localhost:4000', 'localhost', '127.0.0.1:4000', '127.0.0.53', '[::1]:4000', 'LOCALHOST:4000'])('without a key, on loopback: who calls it %s', (host) => {
    expect(mayMutate({ adminKey: null, host: '127.0.0.1' }, asks(host))).toBe(true);
    expect(mayMutate({ adminKey: null, host: '0.0.0.0' }, asks(host))).toBe(false);
  });

  it.each(['evil.example', 'localhost.evil.example:4000', '127.0.0.1.evil.example', 'evil.example#localhost', 'localhost/evil', 'localhost?x', 'localhost#x', 'x@localhost', 'localhost:', '127.0.0.1:4000/x', '10.0.0.1', '[::ffff:10.0.0.1]', '', undefined, 'a b', '['])('and nobody who calls it %s', (host) => {
    for (const listening of ['127.0.0.1', 'localhost', '::1', '0.0.0.0', '::', '10.0.0.1']) expect(mayMutate({ adminKey: null, host: listening }, asks(host))).toBe(false);
  });

  it('with a key: who sends it, wherever it listens', () => {
    for (const host of ['127.0.0.1', '0.0.0.0']) {
      const access = { adminKey: 'a long key', host };
      for (const good of ['Bearer a long key', 'bearer a long key', 'Bearer  a long key']) expect(mayMutate(access, asks('evil.example', good)), good).toBe(true);
      for (const bad of [undefined, '', 'Bearer', 'Bearer ', 'Bearer a long ke', 'Bearer a long key!', 'Basic a long key', 'a long key', 'Bearer A LONG KEY']) expect(mayMutate(access, asks('localhost', bad)), bad).toBe(false);
    }
  });

  it('a key may be more than ASCII: what counts are its bytes in UTF-8', () => {
    const asNodeReadsIt = Buffer.from('Bearer clé').toString('latin1');
    expect(mayMutate({ adminKey: 'clé', host: '0.0.0.0' }, asks('x', asNodeReadsIt))).toBe(true);
  });
});

describe('whose pages may call', () => {
  it('those of loopback always, others by configuration', () => {
    for (const origin of ['http://localhost:3000', 'https://127.0.0.1', 'http://[::1]:8080']) expect(originAllowed([], origin), origin).toBe(true);
    for (const origin of ['https://evil.example', 'http://localhost.evil.example', 'null', 'nonsense', 'file://', '']) expect(originAllowed([], origin), origin).toBe(false);
    expect(originAllowed(['https://app.example'], 'https://app.example')).toBe(true);
    expect(originAllowed(['https://app.example'], 'https://app.example:8443')).toBe(false);
    expect(originAllowed(['*'], 'https://evil.example')).toBe(true);
  });
});

/** fetch does not let the Host header be chosen. */
function ask(service: Service, headers: Record<string, string>, body: object, method = 'POST', path = '/graphql'): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; json: { data?: unknown; errors?: { extensions: { code: string } }[] } }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${service.url}${path}`, { method, headers: { 'content-type': 'application/json', ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.once('end', () => resolve({ status: response.statusCode!, headers: response.headers, json: text ? (JSON.parse(text) as never) : {} }));
    });
    sent.once('error', reject).end(method === 'POST' ? JSON.stringify(body) : undefined);
  });
}

const READ = { query: '{ articles { totalCount } }' };
const CHANGE = { query: 'mutation { deleteArticle(id: "art_999999") { userErrors { code } } }' };
const NOT_FOUND = { data: { deleteArticle: { userErrors: [{ code: 'NOT_FOUND' }] } } };

describe('the service on loopback', () => {
  let folder: string;
  let service: Service;
  beforeAll(async () => {
    folder = makeFolder();
    service = await startService(['--data', folder, '--no-seeds']);
  });
  afterAll(async () => {
    await service.kill();
    removeFolder(folder);
  });

  it.each(['evil.example:4000', 'localhost.evil.example', 'localhost/evil', 'localhost#evil', 'x@localhost', '192.168.0.1'])('lets nobody read or change by the name %s', async (host) => {
    for (const body of [READ, CHANGE]) {
      const { status, json } = await ask(service, { host }, body);
      expect(status).toBe(421);
      expect(json.errors!.map(({ extensions }) => extensions)).toEqual([{ code: 'UNKNOWN_HOST' }]);
    }
    for (const path of ['/', '/playground', '/web/index.html', '/nothing']) expect((await ask(service, { host }, {}, 'GET', path)).status, path).toBe(421);
    expect((await ask(service, { host }, {}, 'GET', '/health/live')).status).toBe(200);
  });

  it('lets a loopback name read and change', async () => {
    expect((await ask(service, {}, READ)).json).toEqual({ data: { articles: { totalCount: 0 } } });
    expect((await ask(service, { host: 'localhost:80' }, CHANGE)).json).toEqual(NOT_FOUND);
  });

  it('answers the preflight of a loopback page, and of no other', async () => {
    const preflight = (origin: string): ReturnType<typeof ask> => ask(service, { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type, authorization' }, {}, 'OPTIONS');
    const { status, headers } = await preflight('http://localhost:5173');
    expect(status).toBe(204);
    expect(headers['access-control-allow-origin']).toBe('http://localhost:5173');
    expect(headers['access-control-allow-headers']).toBe('content-type, authorization');
    expect(headers['access-control-allow-methods']).toBe('GET, POST');
    expect(headers.vary).toContain('Origin');
    expect((await preflight('https://evil.example')).headers['access-control-allow-origin']).toBeUndefined();
  });

  it('lets a page of loopback read what was wrong with its request', async () => {
    const { headers } = await ask(service, { origin: 'http://localhost:5173' }, { query: 5 });
    expect(headers['access-control-allow-origin']).toBe('http://localhost:5173');
  });
});

it('on loopback too, a key that is set is needed, to change and not to read', async () => {
  const folder = makeFolder();
  const service = await startService(['--data', folder, '--no-seeds'], { ONRECORD_ADMIN_KEY: 'a long key' });
  try {
    expect((await ask(service, {}, CHANGE)).json.errors!.map(({ extensions }) => extensions)).toEqual([{ code: 'UNAUTHENTICATED' }]);
    expect((await ask(service, { authorization: 'Bearer a long key' }, CHANGE)).json).toEqual(NOT_FOUND);
    // Behind a proxy the name is the proxy's.
    for (const host of ['localhost', 'news.example']) expect((await ask(service, { host }, READ)).json).toEqual({ data: { articles: { totalCount: 0 } } });
  } finally {
    await service.kill();
    removeFolder(folder);
  }
});
