import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type Service } from '../support/command.js';
import { makeFolder, removeFolder } from '../support/folder.js';
import { expectNoInternals, expectRefusal, post, send, sendRaw } from './requests.js';

const BODY_LIMIT = 1_000_000;
let folder: string;
let service: Service;
beforeAll(async () => {
  folder = makeFolder();
  service = await startService(['--data', folder, '--no-seeds'], { ONRECORD_BODY_LIMIT: String(BODY_LIMIT) });
});
afterAll(async () => {
  await service.kill();
  removeFolder(folder);
});

/** GraphQL over GET, as scripts send it. */
const SCRIPT = { headers: { 'apollo-require-preflight': '1' } };
const json = (value: unknown): string => JSON.stringify(value);

describe('a body that is no GraphQL request', () => {
  it.each([
    ['not JSON', '{ search', 400],
    ['nothing', '', 400],
    ['white space', '  ', 400],
    ['an empty object', '{}', 400],
    ['an empty list', '[]', 400],
    ['a list of requests', json([{ query: '{ __typename }' }]), 400],
    ['a string', '"x"', 400],
    ['a number', '5', 400],
    ['null', 'null', 400],
    ['a query that is a number', json({ query: 5 }), 400],
    ['a query that is null', json({ query: null }), 400],
    ['an empty query', json({ query: '' }), 400],
    ['variables that are a string', json({ query: '{ __typename }', variables: 'x' }), 400],
    ['variables that are a list', json({ query: '{ __typename }', variables: [1] }), 400],
    ['an operation name that is a number', json({ query: '{ __typename }', operationName: 5 }), 400],
    ['extensions that are a list', json({ query: '{ __typename }', extensions: [1] }), 400],
    ['a prototype', '{"query":"{ __typename }","__proto__":{"x":1}}', 400],
    ['100,000 opening brackets', '['.repeat(100_000), 400],
  ])('%s', async (_name, body, status) => {
    expectRefusal(await post(service.url, body), status, 'BAD_REQUEST');
  });

  it('white space where the query is', async () => {
    expectRefusal(await post(service.url, json({ query: ' \n ' })), 400, 'GRAPHQL_PARSE_FAILED');
  });

  it('no UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('{"query":"{ __typename } #'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    expectRefusal(await post(service.url, bytes), 400, 'INVALID_UTF8');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml', 'application/graphql', 'nonsense'])('sent as %s', async (type) => {
    expectRefusal(await post(service.url, json({ query: '{ __typename }' }), { 'content-type': type }), 415, 'BAD_REQUEST');
  });

  it('compressed', async () => {
    expectRefusal(await post(service.url, Buffer.from([0x1f, 0x8b, 0x08, 0x00]), { 'content-type': 'application/json', 'content-encoding': 'gzip' }), 400, 'BAD_REQUEST');
  });

  it('over the limit, which lets 1 MB through', async () => {
    const padded = (bytes: number): string => {
      const head = '{"query":"{ __typename }","x":"';
      return `${head}${'a'.repeat(bytes - head.length - 2)}"}`;
    };
    const largest = await post(service.url, padded(BODY_LIMIT));
    expect([largest.status, largest.json]).toEqual([200, { data: { __typename: 'Query' } }]);
    expectRefusal(await post(service.url, padded(BODY_LIMIT + 1)), 413, 'REQUEST_TOO_LARGE');
  });

  it('a byte-order mark before it does no harm', async () => {
    expect((await post(service.url, `\ufeff${json({ query: '{ __typename }' })}`)).json).toEqual({ data: { __typename: 'Query' } });
  });

  it('an answer in a form that we do not have', async () => {
    expectRefusal(await post(service.url, json({ query: '{ __typename }' }), { 'content-type': 'application/json', accept: 'text/html' }), 406, 'BAD_REQUEST');
  });
});

describe('GET', () => {
  const get = (search: string): ReturnType<typeof send> => send(`${service.url}/graphql${search}`, SCRIPT);

  it('answers a query', async () => {
    expect((await get('?query={__typename}')).json).toEqual({ data: { __typename: 'Query' } });
    expect((await send(`${service.url}/graphql/?query={__typename}`, SCRIPT)).json).toEqual({ data: { __typename: 'Query' } });
  });

  it.each([
    ['no query', '', 400, 'BAD_REQUEST'],
    ['a percent sign alone', '?query=%7B__typename%ZZ', 400, 'GRAPHQL_PARSE_FAILED'],
    ['half a character', '?query=%E0%A4%A', 400, 'GRAPHQL_PARSE_FAILED'],
    ['variables that are no JSON', '?query={__typename}&variables=x', 400, 'BAD_REQUEST'],
    ['variables that are no object', '?query={__typename}&variables=5', 400, 'BAD_REQUEST'],
    ['two queries', '?query={__typename}&query={__typename}', 400, 'BAD_REQUEST'],
    ['a mutation', '?query=mutation{deleteArticle(id:"art_1"){deletedArticleId}}', 405, 'BAD_REQUEST'],
    ['a long query', `?query=${'a'.repeat(12_000)}`, 400, 'GRAPHQL_PARSE_FAILED'],
  ])('%s', async (_name, search, status, code) => {
    const answer = await get(search);
    expectRefusal(answer, status, code);
    expect(answer.text.length).toBeLessThan(2_000);
  });

  it('that a page of another site could send unasked', async () => {
    expectRefusal(await send(`${service.url}/graphql?query={__typename}`), 400, 'BAD_REQUEST');
  });
});

describe('another address or method', () => {
  it.each(['PUT', 'PATCH', 'DELETE'])('%s', async (method) => {
    const answer = await send(`${service.url}/graphql`, { method, body: '{}', headers: { 'content-type': 'application/json' } });
    expectRefusal(answer, 405, 'BAD_REQUEST');
    expect(answer.headers.get('allow')).toBe('GET, POST');
  });

  it.each(['/nothing', '/graphql/more', '/web/', '/web/nothing.js', '/web/.env', '/web/..%2f..%2fpackage.json', '/playground/nothing.js', '/playground/..%2f..%2f..%2fpackage.json', '/web/%00', '/%3Cscript%3E', `/${'a'.repeat(3_000)}`])('%s', async (path) => {
    const answer = await send(service.url + path);
    expectRefusal(answer, 404, 'NOT_FOUND');
    expect(answer.text.length).toBeLessThan(600);
  });

  it.each(['/%zz', '/web/%zz', '/playground/%E0%A4%A'])('%s, which is none', async (path) => {
    expectRefusal(await send(service.url + path), 400, 'BAD_REQUEST');
  });
});

describe('a body that is refused before it is read', () => {
  const large = 'x'.repeat(17_000_000);
  const chunked = (): ReadableStream<Uint8Array> => new ReadableStream({
    start(controller) {
      for (let i = 0; i < 17; i++) controller.enqueue(new Uint8Array(1_000_000));
      controller.close();
    },
  });

  it.each([
    ['too large', 'application/json', 413, 'REQUEST_TOO_LARGE'],
    ['of another type', 'text/plain', 415, 'BAD_REQUEST'],
  ])('%s: the client gets the answer, every time', async (_name, type, status, code) => {
    for (let round = 0; round < 8; round++) {
      expectRefusal(await send(`${service.url}/graphql`, { method: 'POST', headers: { 'content-type': type }, body: large }), status, code);
      expectRefusal(await send(`${service.url}/graphql`, { method: 'POST', headers: { 'content-type': type }, body: chunked(), duplex: 'half' } as RequestInit), status, code);
    }
  }, 60_000);
});

describe('bytes that are hardly HTTP', () => {
  const request = (lines: readonly string[], body = ''): string => [...lines, 'Connection: close', '', body].join('\r\n');
  const body = json({ query: '{ __typename }' });
  const queryWithHost = (host: string): string => request(['POST /graphql HTTP/1.1', `Host: ${host}`, 'Content-Type: application/json', `Content-Length: ${body.length}`], body);
  const CLIMB = 'GET /web/../package.json HTTP/1.1';

  it.each([
    ['garbage', 'garbage\r\n\r\n', 400, 'BAD_REQUEST'],
    ['a method that nobody knows', request(['FETCH /graphql HTTP/1.1', 'Host: localhost']), 400, 'BAD_REQUEST'],
    ['an address over 16 KB', request([`GET /graphql?query=${'a'.repeat(20_000)} HTTP/1.1`, 'Host: localhost']), 431, 'REQUEST_TOO_LARGE'],
    ['a header over 16 KB', request(['GET / HTTP/1.1', 'Host: localhost', `X: ${'a'.repeat(20_000)}`]), 431, 'REQUEST_TOO_LARGE'],
    ['a length that is none', request(['POST /graphql HTTP/1.1', 'Host: localhost', 'Content-Type: application/json', 'Content-Length: x'], body), 400, 'BAD_REQUEST'],
    ['two ways to tell the length', request(['POST /graphql HTTP/1.1', 'Host: localhost', 'Content-Type: application/json', 'Content-Length: 4', 'Transfer-Encoding: chunked'], '0\r\n\r\n'), 400, 'BAD_REQUEST'],
    ['a host with a space', queryWithHost('a b'), 400, 'BAD_REQUEST'],
    ['half an IPv6 address for a host', queryWithHost('['), 400, 'BAD_REQUEST'],
    ['an empty host', queryWithHost(''), 400, 'BAD_REQUEST'],
    ['a climb out of the folder', request([CLIMB, 'Host: localhost']), 404, 'NOT_FOUND'],
    ['the same, encoded', request([CLIMB.replace('..', '%2e%2e'), 'Host: localhost']), 404, 'NOT_FOUND'],
  ])('%s', async (_name, bytes, status, code) => {
    const answer = await sendRaw(service.url, bytes);
    expect(answer.status).toBe(status);
    expect(answer.head).toMatch(/content-type: application\/json/i);
    expect((JSON.parse(answer.body) as { errors: { extensions: object }[] }).errors.map(({ extensions }) => extensions)).toEqual([{ code }]);
    expectNoInternals(answer.body);
  });
});

it('nothing of all this was a failure of ours', () => {
  expect(service.stderr()).toBe('');
});
