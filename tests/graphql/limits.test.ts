import { getIntrospectionQuery, parse } from 'graphql';
import type { OperationDefinitionNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_COST } from '../../src/graphql/limits/bounds.js';
import { costOf } from '../../src/graphql/limits/cost.js';
import { measureDocument } from '../../src/graphql/limits/measure.js';
import { shapeProblem } from '../../src/graphql/limits/shape-rule.js';
import { onRecordSchema } from '../../src/graphql/schema.js';
import { BRIDGE } from './support/bridge.js';
import { openHarness } from './support/harness.js';
import type { Harness } from './support/harness.js';

let api: Harness;
beforeAll(async () => (api = await openHarness(BRIDGE.slice(0, 1))));
afterAll(() => api.close());

const times = (count: number, part: (i: number) => string): string => Array.from({ length: count }, (_, i) => part(i)).join(' ');
const nested = (levels: number): string => `{ article(id: "art_1") { ${'source { articles { nodes { '.repeat(levels / 3)} id ${'} } } '.repeat(levels / 3)} } }`;
const codes = async (query: string, variables?: Record<string, unknown>): Promise<unknown> => (await api.send(query, { variables })).errors.map(({ extensions }) => extensions?.code);
/** Doubles at every level: twenty fragments say a million fields. */
const doubling = `{ ...F0 } ${times(20, (i) => `fragment F${i} on Query { a: node(id: "art_1") { id } ...F${i + 1} ...G${i} } fragment G${i} on Query { b${i}: node(id: "art_1") { ... on Article { source { id } } } ...F${i + 1} }`)} fragment F20 on Query { __typename }`;

describe('requests over a limit', () => {
  it.each([
    ['100 levels', nested(99), 'QUERY_TOO_DEEP'],
    ['4,000 levels', `${'{ a '.repeat(4_000)}${'}'.repeat(4_000)}`, 'QUERY_TOO_DEEP'],
    ['inline fragments, 1,000 levels', `{ ${'... { '.repeat(1_000)} __typename ${'} '.repeat(1_000)} }`, 'QUERY_TOO_DEEP'],
    ['3,000 aliases', `{ ${times(3_000, (i) => `a${i}: __typename`)} }`, 'QUERY_TOO_COMPLEX'],
    ['300 aliases under one field', `{ indexStatus { ${times(300, (i) => `a${i}: pending`)} } }`, 'QUERY_TOO_COMPLEX'],
    ['500 times __typename', `{ ${'__typename '.repeat(500)} }`, 'QUERY_TOO_COMPLEX'],
    ['one field repeated through inline fragments', `{ articles { ${`... { ${'nodes { id } '.repeat(30)} } `.repeat(20)} } }`, 'QUERY_TOO_COMPLEX'],
    ['150 directives', `{ __typename ${'@include(if: true) '.repeat(150)} }`, 'QUERY_TOO_COMPLEX'],
    ['150 unknown directives on the operation', `query ${times(150, (i) => `@x${i}`)} { __typename }`, 'QUERY_TOO_COMPLEX'],
    ['101 root fields', `{ ${times(101, (i) => `a${i}: indexStatus { pending }`)} }`, 'QUERY_TOO_COMPLEX'],
    ['20,000 tokens', `{ ${'__typename '.repeat(20_000)} }`, 'QUERY_TOO_COMPLEX'],
    ['fragments that double', doubling, 'QUERY_TOO_COMPLEX'],
    ['introspection, 60 levels', `{ __schema { types { ${'ofType { '.repeat(60)} name ${'} '.repeat(60)} } } }`, 'QUERY_TOO_DEEP'],
    ['100 x 100 x 100', '{ articles(first: 100) { nodes { quotes(first: 100) { nodes { statement { renderings(first: 100) { totalCount nodes { match } } } } } } } }', 'QUERY_TOO_COMPLEX'],
    ['the same from the back', '{ articles(last: 100) { nodes { quotes(last: 100) { edges { node { statement { renderings(last: 100) { edges { cursor } } } } } } } } }', 'QUERY_TOO_COMPLEX'],
    ['600 searches', `{ ${times(90, (i) => `s${i}: search(query: "x", first: 100) { nodes { ... on Speaker { quotes(first: 100) { nodes { id } } } } }`)} }`, 'QUERY_TOO_COMPLEX'],
  ])('%s', async (_name, query, code) => {
    expect(await codes(query)).toEqual([code]);
  });

  it('are found through variables, their defaults and fragments', async () => {
    const query = (first: string): string => `query (${first}) { articles(first: $n) { ...A } } fragment A on ArticleConnection { nodes { quotes(first: $n) { ...Q } } } fragment Q on QuoteConnection { nodes { statement { renderings(first: $n) { nodes { match } } } } }`;
    expect(await codes(query('$n: Int'), { n: 100 })).toEqual(['QUERY_TOO_COMPLEX']);
    expect(await codes(query('$n: Int = 100'))).toEqual(['QUERY_TOO_COMPLEX']);
    expect(await codes(query('$n: Int = 100'), { n: 5 })).toEqual([]);
    expect(await codes(query('$n: Int'), {})).toEqual([]);
  });

  it('are found by the length of the texts that they bring, in variables and in the query', async () => {
    const extracts = (count: number, argument: string): string => times(count, (i) => `a${i}: extractQuotes(text: ${argument}) { kind }`);
    expect(await codes(`query ($text: String!) { ${extracts(100, '$text')} }`, { text: 'She said so. '.repeat(80_000) })).toEqual(['QUERY_TOO_COMPLEX']);
    expect(await codes(`query ($text: String!) { ${extracts(2, '$text')} }`, { text: 'a '.repeat(500_000) })).toEqual(['QUERY_TOO_COMPLEX']);
    expect(await codes(`query ($text: String = "${'a '.repeat(400_000)}") { ${extracts(2, '$text')} }`)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(await codes(`{ ${extracts(2, `"${'a '.repeat(400_000)}"`)} }`)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(await codes(`query ($text: String!) { ${extracts(1, '$text')} }`, { text: 'a '.repeat(500_000) })).toEqual([]);
    expect(await codes(`query ($text: String!) { ${extracts(1, '$text')} }`, { text: 'a '.repeat(500_001) })).toEqual(['INVALID_ARGUMENT']);
    expect(await codes(`query ($text: String!) { ${extracts(20, '$text')} }`, { text: '“The well is dry,” said Nora Quist. '.repeat(100) })).toEqual([]);
  });

  it('say which bound it was', async () => {
    const introspection = (levels: number): string => `{ __schema { types { ${'ofType { '.repeat(levels)} name ${'} '.repeat(levels)} } } }`;
    const lists = '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }';
    const many = `{ ${times(30, (i) => `x${i}`)} }`;
    const told = async (query: string): Promise<unknown[]> => (await api.send(query)).errors.map(({ message, extensions }) => [extensions?.code, /\d+/.exec(message)?.[0]]);
    expect(await told(nested(99))).toEqual([['QUERY_TOO_DEEP', '20']]);
    expect(await told(introspection(60))).toEqual([['QUERY_TOO_DEEP', '25']]);
    expect(await told(lists)).toEqual([['QUERY_TOO_DEEP', '2']]);
    expect((await codes(many) as string[]).filter((code) => code !== 'GRAPHQL_VALIDATION_FAILED')).toEqual(['QUERY_TOO_COMPLEX']);
    expect((await told(many)).at(-1)).toEqual(['QUERY_TOO_COMPLEX', '20']);
  });

  it('answer with HTTP status 400', async () => {
    expect((await api.send(nested(99))).status).toBe(400);
    expect((await api.send('{ articles(first: 100) { nodes { quotes(first: 100) { nodes { statement { renderings(first: 100) { nodes { match } } } } } } } }')).status).toBe(400);
  });

  it('leave fragments that spread themselves to validation', async () => {
    expect(await codes('{ ...A } fragment A on Query { ...B __typename } fragment B on Query { ...A }')).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});

describe('ordinary requests pass', () => {
  it('introspection', async () => {
    expect(await codes(getIntrospectionQuery({ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true }))).toEqual([]);
  });

  it('nested look-ups', async () => {
    expect(await codes('{ speaker(name: "Ida Lund") { quotes { edges { node { statement { renderings { edges { node { quote { article { source { name } } } } } } } } } } } }')).toEqual([]);
    expect(await codes('{ speaker(name: "Ida Lund") { statements(first: 5) { edges { node { renderings(first: 5) { edges { node { quote { article { source { overlaps(first: 5) { edges { node { b { name } } } } } } } } } } } } } } }')).toEqual([]);
    expect(await codes('{ articles(first: 20) { nodes { title source { name } quotes(first: 20) { nodes { text content { start end } speaker { name roles { title } } article { title } } } } } }')).toEqual([]);
    expect(await codes('{ articles(first: 100) { nodes { quotes(first: 100) { nodes { text speaker { name } } } } } }')).toEqual([]);
  });

  it('a hundred look-ups by alias', async () => {
    expect(await codes(`{ ${times(100, (i) => `a${i}: quote(id: "quo_${i + 1}") { text speaker { name } article { title } }`)} }`)).toEqual([]);
  });

  it('a thousand articles at once', () => {
    expect(cost('mutation ($articles: [ArticleInput!]!) { ingestArticles(articles: $articles) { results { index status article { id } userErrors { code message path } } } }', { articles: Array(1_000).fill({}) })).toBeLessThan(MAX_COST);
  });
});

const schema = onRecordSchema();
function cost(query: string, variables: Record<string, unknown> = {}): number {
  const document = parse(query);
  return costOf(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
}

describe('the cost', () => {
  it('is the number of objects that an answer could hold', () => {
    expect(cost('{ indexStatus { pending } }')).toBe(1);
    expect(cost('{ articles { totalCount } }')).toBe(0);
    expect(cost('{ articles(first: 7) { nodes { title } } }')).toBe(7);
    expect(cost('{ articles { nodes { title source { name } } } }')).toBe(40);
    expect(cost('{ articles(first: 3) { edges { cursor node { source { name } } } } }')).toBe(9);
    expect(cost('{ articles(first: 10) { nodes { quotes(last: 5) { nodes { speaker { name } } } } } }')).toBe(10 + 50 + 50);
    expect(cost('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b', 'c'] })).toBe(3);
    expect(cost('{ articles(first: 100) { nodes { quotes(first: 100) { nodes { speaker { name } } } } } }')).toBe(20_100);
  });

  it('of a matrix is its cells, as many as sources are given or asked for', () => {
    const cells = (n: number): number => 200 + 1 + n + n * n;
    const matrix = (args: string): string => `{ sourceMatrix${args} { rows { cells { reusedWords } } } }`;
    expect(cost(matrix(''))).toBe(cells(20));
    expect(cost(matrix('(first: 3)'))).toBe(cells(3));
    expect(cost(matrix('(sourceIds: ["src_1", "src_2"])'))).toBe(cells(2));
    expect(cost(matrix('(sourceIds: [])'))).toBe(cells(20));
    expect(cost('query ($ids: [ID!]) { sourceMatrix(sourceIds: $ids) { rows { cells { reusedWords } } } }', { ids: Array(500).fill('src_1') })).toBe(cells(50));
    expect(cost('{ sourceMatrix(first: 50) { rows { source { name } cells { a { name } b { name } reusedWords } } } }')).toBeLessThan(MAX_COST);
    expect(cost('{ sourceClusters(first: 2) { nodes { members { source { name } } links { overlap { reusedWords } } } } }')).toBe(200 + 2 * (1 + 10 * 2 + 10 * (1 + 5 + 1)));
  });

  it('takes what is no sensible page size for a whole page', () => {
    expect(cost('query ($n: Int) { articles(first: $n) { nodes { title } } }', { n: 'x' })).toBe(100);
    expect(cost('{ articles(first: 100000) { nodes { title } } }')).toBe(100);
    expect(cost('{ articles(first: -5) { nodes { title } } }')).toBe(0);
  });
});

describe('the measure', () => {
  it('spreads fragments out, each measured once', () => {
    const measure = measureDocument(parse('{ ...A a: node(id: "x") { id } } fragment A on Query { node(id: "y") { ...B ...B } } fragment B on Node { id @skip(if: false) }'));
    expect(measure).toEqual({ depth: 2, introspectionDepth: 0, fields: 5, aliases: 1, directives: 2, repeats: 2, rootFields: 2 });
  });

  it('finds nothing wrong with the usual', () => {
    expect(shapeProblem(parse('{ articles { nodes { title } } }'))).toBeNull();
  });
});
