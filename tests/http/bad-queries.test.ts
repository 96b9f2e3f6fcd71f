import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type Service } from '../support/command.js';
import { makeFolder, removeFolder } from '../support/folder.js';
import { expectNoInternals, expectRefusal, post } from './requests.js';

let folder: string;
let service: Service;
beforeAll(async () => {
  folder = makeFolder();
  service = await startService(['--data', folder]);
});
afterAll(async () => {
  await service.kill();
  removeFolder(folder);
});

const ask = (query: string, variables?: object, operationName?: string): ReturnType<typeof post> => post(service.url, JSON.stringify({ query, variables, operationName }));
const times = (count: number, part: (i: number) => string): string => Array.from({ length: count }, (_, i) => part(i)).join(' ');
const bodyCursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a request that is refused whole', () => {
  it.each([
    ['no GraphQL', '{ articles {', 'GRAPHQL_PARSE_FAILED'],
    ['NUL', '{ articles \0 }', 'GRAPHQL_PARSE_FAILED'],
    ['half a surrogate pair', '{ search(query: "\\ud800") { totalCount } }', 'GRAPHQL_PARSE_FAILED'],
    ['a field that is not there', '{ artikles { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['fragments in a circle', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a subscription', 'subscription { x }', 'GRAPHQL_VALIDATION_FAILED'],
    ['100 levels', `{ ${'articles { nodes { source { '.repeat(33)} name ${'} } } '.repeat(33)} }`, 'QUERY_TOO_DEEP'],
    ['3,000 levels', `${'{ a '.repeat(3_000)}${'}'.repeat(3_000)}`, 'QUERY_TOO_DEEP'],
    ['a list of 3,000 levels', `{ search(query: ${'['.repeat(3_000)}${']'.repeat(3_000)}) { totalCount } }`, 'QUERY_TOO_DEEP'],
    ['3,000 aliases', `{ ${times(3_000, (i) => `a${i}: indexStatus { pending }`)} }`, 'QUERY_TOO_COMPLEX'],
    ['3,000 times __typename', `{ ${'__typename '.repeat(3_000)} }`, 'QUERY_TOO_COMPLEX'],
    ['1,000 directives', `{ __typename ${'@include(if: true) '.repeat(1_000)} }`, 'QUERY_TOO_COMPLEX'],
    ['1,000 directives that nobody knows', `{ __typename ${'@x '.repeat(1_000)} }`, 'QUERY_TOO_COMPLEX'],
    ['a million records', '{ articles(first: 100) { nodes { quotes(first: 100) { nodes { statement { renderings(first: 100) { nodes { match } } } } } } } }', 'QUERY_TOO_COMPLEX'],
  ])('%s', async (_name, query, code) => {
    expectRefusal(await ask(query), 400, code);
  });

  it.each([
    ['a variable of the wrong type', { first: 'x' }, undefined, 'BAD_USER_INPUT'],
    ['an operation that is not there', {}, 'Other', 'OPERATION_RESOLUTION_FAILURE'],
  ])('%s', async (_name, variables, operation, code) => {
    expectRefusal(await ask('query Named($first: Int) { articles(first: $first) { totalCount } }', variables, operation), 400, code);
  });
});

it('refuses a variable of 50,000 levels', async () => {
  const nested = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
  expectRefusal(await post(service.url, `{"query":"query ($f: ArticleFilter) { articles(filter: $f) { totalCount } }","variables":{"f":${nested}}}`), 400, 'BAD_USER_INPUT');
});

describe('an argument that is refused', () => {
  it.each([
    ['{ article(id: "nonsense") { title } }', 'INVALID_ID'],
    ['{ article(id: "") { title } }', 'INVALID_ID'],
    ['{ node(id: "art_1\\u0000") { id } }', 'INVALID_ID'],
    ['{ quote(id: "quo_99999999999999999999") { id } }', 'INVALID_ID'],
    ['{ quote(id: "quo_-1") { id } }', 'INVALID_ID'],
    ['{ articles(filter: { sources: ["x\' OR 1=1 --"] }) { totalCount } }', 'INVALID_ID'],
    ['mutation { deleteArticle(id: "nonsense") { deletedArticleId } }', 'INVALID_ID'],
    ['{ articles(after: "nonsense") { nodes { id } } }', 'INVALID_CURSOR'],
    [`{ articles(after: "${bodyCursor([{}, 1])}") { nodes { id } } }`, 'INVALID_CURSOR'],
    ['{ search(query: "x", after: "nonsense") { totalCount } }', 'INVALID_CURSOR'],
    ['{ articles(first: -1) { nodes { id } } }', 'INVALID_PAGING'],
    ['{ articles(first: 100000) { nodes { id } } }', 'INVALID_PAGING'],
    ['{ articles(last: 101) { nodes { id } } }', 'INVALID_PAGING'],
    ['{ articles(first: 1, last: 1) { nodes { id } } }', 'INVALID_PAGING'],
    ['{ search(query: "x", first: -1) { totalCount } }', 'INVALID_PAGING'],
    ['{ suggest(prefix: "x", first: 100000) { tookMs } }', 'INVALID_PAGING'],
    ['{ article { title } }', 'INVALID_LOOKUP'],
    ['{ article(id: "art_1", url: "https://a.example/") { title } }', 'INVALID_LOOKUP'],
    ['{ speaker(id: "spk_1", name: "Ada Brook") { name } }', 'INVALID_LOOKUP'],
    ['{ source(domain: "a.example", name: "A") { name } }', 'INVALID_LOOKUP'],
  ])('%s', async (query, code) => {
    const answer = await ask(query);
    expect(answer.json.errors?.map(({ extensions }) => extensions)).toEqual([{ code }]);
    expect([200, 400]).toContain(answer.status);
    expectNoInternals(answer.text);
  });

  it('leaves the answers beside it', async () => {
    const { json } = await ask('{ bad: quote(id: "nonsense") { id } indexStatus { pending } }');
    expect(json.data).toEqual({ bad: null, indexStatus: { pending: 0 } });
  });
});

describe('what is no error', () => {
  it('the introspection of an editor', async () => {
    const { json, status } = await ask(getIntrospectionQuery({ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true }));
    expect([status, json.errors]).toEqual([200, undefined]);
    expect((json.data as { __schema: { types: { name: string }[] } }).__schema.types.map(({ name }) => name)).toContain('Statement');
  });

  it('ids that nothing has', async () => {
    const { json } = await ask('{ node(id: "art_999999") { id } nodes(ids: ["quo_999999", "ovl_1_999999"]) { id } article(id: "art_999999") { id } quote(id: "art_1") { id } speaker(name: "Nobody At All") { id } articleOverlap(a: "art_1", b: "art_999999") { id } }');
    expect(json).toEqual({ data: { node: null, nodes: [null, null], article: null, quote: null, speaker: null, articleOverlap: null } });
  });

  it('a mutation on ids that nothing has', async () => {
    const { json } = await ask(`mutation {
      deleteArticle(id: "art_999999") { userErrors { code path } }
      mergeSpeakers(from: "spk_999998", into: "spk_999999") { userErrors { code path } }
      setQuoteSpeaker(quote: "quo_999999", name: "Ada Brook") { userErrors { code path } }
      moveQuoteToStatement(quote: "quo_999999") { userErrors { code path } }
      dismissQuote(quote: "quo_999999") { userErrors { code path } }
      resetQuote(quote: "art_1") { userErrors { code path } }
    }`);
    expect(json.errors).toBeUndefined();
    for (const [field, payload] of Object.entries(json.data as Record<string, { userErrors: { code: string; path: string[] }[] }>)) {
      expect(new Set(payload.userErrors.map(({ code }) => code)), field).toEqual(new Set(['NOT_FOUND']));
      for (const { path } of payload.userErrors) expect(path.length, field).toBeGreaterThan(0);
    }
  });

  it.each([
    '"', "'", '“', '”', '""', '" "', "O'Brien", 'AND', 'OR NOT', 'NEAR(a b)', 'a AND', 'text:*', 'title : x', '*', 'x*', '^x', '-x', '+', '(', ')', '()', '{}', '{a b}:', '\\', '%', '_', ';--', "'; DROP TABLE articles; --",
    '\0', 'a\0b', '\u200b', '\ufeff', '\ud83d', '👩‍👩‍👧', 'ﬁ', 'İ', 'ß', '漢字', 'مرحبا', '\n\t', '1', '.', '…', 'a'.repeat(10_000), 'word '.repeat(2_000), '"'.repeat(2_000), '('.repeat(2_000), 'a'.repeat(200_000),
  ])('to search for %j', async (text) => {
    const { json } = await ask('query ($q: String!, $short: String!) { search(query: $q, facets: [TYPE, SPEAKER, SOURCE, KIND, MANNER], first: 3) { totalCount nodes { __typename } } suggest(prefix: $q, first: 3) { quotes { label { text } } } articles(filter: { text: $short }) { totalCount } quotes(filter: { text: $short }) { totalCount } speakers(filter: { name: $short }) { totalCount } }', { q: text, short: text.slice(0, 200) });
    expect(json.errors, text.slice(0, 40)).toBeUndefined();
  });

  it('to search for nothing, or to be suggested nothing', async () => {
    const { json } = await ask('{ search(query: "", types: [ARTICLE], first: 2) { nodes { ... on Article { publishedAt } } } newest: articles(first: 2) { nodes { publishedAt } } suggest(prefix: "") { quotes { label { text } } speakers { label { text } } statements { label { text } } articles { label { text } } } }');
    const { search, newest, suggest } = json.data as { search: unknown; newest: unknown; suggest: unknown };
    expect(search).toEqual(newest);
    expect(suggest).toEqual({ quotes: [], speakers: [], statements: [], articles: [] });
  });
});

it('nothing of all this was a failure of ours', () => {
  expect(service.stderr()).toBe('');
});
