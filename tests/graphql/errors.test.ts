import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OnRecordError } from '../../src/domain/errors.js';
import { BRIDGE } from './support/bridge.js';
import { openHarness } from './support/harness.js';
import type { Harness } from './support/harness.js';

let api: Harness;
beforeAll(async () => (api = await openHarness(BRIDGE.slice(0, 1))));
afterAll(() => api.close());

describe('errors of the request', () => {
  it.each([
    ['{ articles {', undefined, 'GRAPHQL_PARSE_FAILED', 400],
    ['{ artikles { totalCount } }', undefined, 'GRAPHQL_VALIDATION_FAILED', 400],
    ['{ articles(first: "x") { totalCount } }', undefined, 'GRAPHQL_VALIDATION_FAILED', 400],
    ['query ($first: Int) { articles(first: $first) { totalCount } }', { first: 'x' }, 'BAD_USER_INPUT', 400],
    ['query ($id: ID!) { quote(id: $id) { id } }', {}, 'BAD_USER_INPUT', 400],
    ['query ($id: ID = "art_1") { quote(id: $id) { id } }', { id: null }, 'BAD_USER_INPUT', undefined],
    ['query A { indexStatus { pending } } query B { indexStatus { pending } }', undefined, 'OPERATION_RESOLUTION_FAILURE', 400],
    ['{ articles(filter: { published: { from: "2025-02-30" } }) { totalCount } }', undefined, 'INVALID_DATE', 400],
    ['{ articles(filter: { published: { from: 5 } }) { totalCount } }', undefined, 'INVALID_DATE', 400],
    ['query ($f: ArticleFilter) { articles(filter: $f) { totalCount } }', { f: { published: { to: 'soon' } } }, 'INVALID_DATE', 400],
    ['', undefined, 'BAD_REQUEST', 400],
  ])('%s %j: %s', async (query, variables, code, status) => {
    const answer = await api.send(query, { variables });
    expect(answer.errors.map(({ extensions }) => extensions)).toEqual([{ code }]);
    expect(answer.status).toBe(status);
    expect(api.failures).toEqual([]);
  });

  it('say what to do about a date', async () => {
    const { errors } = await api.send('query ($f: ArticleFilter) { articles(filter: $f) { totalCount } }', { variables: { f: { published: { to: 'soon' } } } });
    expect(errors[0].message).toContain('"soon" is not an ISO 8601 date');
  });

  it('do not send back all that was sent', async () => {
    const { errors } = await api.send('query ($first: Int) { articles(first: $first) { totalCount } }', { variables: { first: 'x'.repeat(100_000) } });
    expect(errors[0].message.length).toBeLessThan(1_000);
  });

  it('are met for a persisted query that is not known', async () => {
    const response = await api.server.executeOperation({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } });
    expect(response.body).toMatchObject({ singleResult: { errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] } });
    const wrong = await api.server.executeOperation({ query: '{ __typename }', extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } });
    expect(wrong.body).toMatchObject({ singleResult: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] } });
  });
});

describe('a failure of ours', () => {
  it('reaches the client as INTERNAL with a request id, and the log as it was', async () => {
    const failure = Object.assign(new Error('SQLITE_ERROR: no such table: articles at /srv/data/onrecord.sqlite'), { code: 'SQLITE_ERROR' });
    const broken = {
      ...api.app,
      store: { ...api.app.store, read: { ...api.app.store.read, listArticles: () => Promise.reject(failure), countArticles: () => Promise.reject(failure) } },
    };
    const { data, errors } = await api.send<null>('{ articles { totalCount nodes { id } } }', { app: broken });
    expect(data).toBeNull();
    const [error] = errors;
    expect(Object.keys(error.extensions!).sort()).toEqual(['code', 'requestId']);
    expect(error.extensions!.code).toBe('INTERNAL');
    expect(JSON.stringify(errors)).not.toMatch(/SQLITE|srv|Error:|\bat \//);
    const logged = api.failures.splice(0);
    expect(logged.length).toBeGreaterThan(0);
    for (const entry of logged) expect(entry).toEqual({ error: failure, requestId: error.extensions!.requestId });
  });

  it('in one field leaves its siblings', async () => {
    const broken = { ...api.app, store: { ...api.app.store, read: { ...api.app.store.read, articlesByUrl: () => Promise.reject(new TypeError('x is not a function')) } } };
    const { data, errors } = await api.send<object>('{ article(url: "https://a.example/") { id } source(name: "Vennby Post") { name } }', { app: broken });
    expect(data).toEqual({ article: null, source: { name: 'Vennby Post' } });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['INTERNAL']);
    api.failures.length = 0;
  });
});

describe('a search engine that does not answer', () => {
  it('is told to the client without what lies behind it, and to the log with it', async () => {
    const behind = new Error('connect ECONNREFUSED 10.0.0.7:7700');
    const down = { ...api.app, index: { ...api.app.index, search: () => Promise.reject(new OnRecordError('SEARCH_UNAVAILABLE', undefined, { cause: behind })) } };
    const known = api.failures.length;
    const { errors } = await api.send<null>('{ search(query: "bridge") { totalCount } }', { app: down });
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'SEARCH_UNAVAILABLE' }]);
    expect(JSON.stringify(errors)).not.toContain('ECONNREFUSED');
    expect(api.failures.slice(known)).toEqual([expect.objectContaining({ error: expect.objectContaining({ cause: behind }) as unknown })]);
  });
});

it('refuses a filter of more ids than an engine can hold together, and takes a thousand', async () => {
  const query = 'query ($f: SearchFilter, $q: QuoteFilter) { search(query: "", filter: $f) { totalCount } quotes(filter: $q) { totalCount } }';
  const speakers = Array.from({ length: 1_001 }, (_, i) => `spk_${i + 1}`);
  const refused = await api.send(query, { variables: { f: { speakers }, q: null } });
  expect(refused.errors.map(({ extensions }) => extensions)).toEqual([{ code: 'INVALID_ARGUMENT' }]);
  const most = speakers.slice(1);
  expect((await api.send(query, { variables: { f: { speakers: most }, q: { sources: most.map((id) => id.replace('spk', 'src')) } } })).errors ?? []).toEqual([]);
});
