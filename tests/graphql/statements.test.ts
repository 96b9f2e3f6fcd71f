/** The number of SQL statements of a query does not grow with the rows it returns. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness } from './support/harness.js';
import type { Harness } from './support/harness.js';
import { outlets } from './support/outlets.js';

const FEW = 2;
const MANY = 20;

let api: Harness;
beforeAll(async () => (api = await openHarness(outlets(MANY))), 120_000);
afterAll(() => api.close());

const QUERIES: [name: string, query: string][] = [
  ['articles with sources, quotes, speakers and statements', `query ($n: Int) { articles(first: $n) { totalCount nodes { id source { id articleCount } body
    quotes(first: 3) { totalCount nodes { id speaker { id roles { title article { id } } } speakerRole { title } excerpt { text } article { title }
      statement { id best { id } firstAppearance { id article { id } } lastAppearance { id } speaker { name } } attribution { candidates { speaker { name } } } } }
    statements(first: 2) { totalCount nodes { id } } } } }`],
  ['articles with overlaps and what they share', `query ($n: Int) { articles(first: $n) { nodes { id wireCredit { agency span { start } } overlaps(first: 3) { totalCount nodes { id a { id } b { id title source { name } } likelyOrigin { reasons confidence article { id } }
    sharedStatements { statement { id } a { id speaker { name } } b { id } } passages { text } } } } } }`],
  ['articles with their originality and origins', `query ($n: Int) { articles(first: $n) { nodes { id originality copiedFrom(first: 3) { totalCount nodes { words reasons article { id source { name } } overlap { relation sharedStatementCount } } } } } }`],
  ['sources with their originality', `query ($n: Int) { sources(first: $n) { nodes { name originality(filter: { published: { from: "2000-01-01" } }) { rate articleCount } } } }`],
  ['statements with renderings and sources', `query ($n: Int) { statements(orderBy: MOST_SOURCES, first: $n) { totalCount nodes { id
    renderings(first: 4) { totalCount nodes { match quote { id article { source { name } } } } } sources(first: 3) { totalCount nodes { id articleCount } } } } }`],
  ['statements with differences, reasons and echoes', `query ($n: Int) { statements(orderBy: OLDEST, first: $n) { totalCount nodes { id
    renderings(first: 3) { nodes { match reasons { code } } } echoes(first: 3) { totalCount nodes { id text speaker { name } best { id article { title } } } }
    differences(first: 3) { totalCount nodes { a { id } b { id article { source { name } } } differences { kind explanation a { text spans { start } } b { text } } } } } } }`],
  ['one statement with all its differences', `query ($n: Int) { statements(orderBy: MOST_SOURCES, first: 1) { nodes { renderings(first: $n) { nodes { reasons { code } } } differences(first: $n) { nodes { b { id } differences { kind a { text } } } } } } }`],
  ['one statement with all its renderings', `query ($n: Int) { statements(orderBy: MOST_SOURCES, first: 1) { nodes { renderings(first: $n) { nodes { quote { id speaker { id } article { id source { id } } } } } } } }`],
  ['speakers with quotes, statements and sources', `query ($n: Int) { speakers(first: $n) { totalCount nodes { id roles { title article { title } }
    quotes(first: 2, filter: { kinds: [DIRECT] }) { totalCount edges { node { id article { id } } } } statements(first: 2) { nodes { id best { id } } } sources(last: 2) { totalCount nodes { id } } } } }`],
  ['sources with articles and overlaps, and their lists', `query ($n: Int) { sources(first: $n) { totalCount nodes { id articleCount articles(first: 1) { totalCount nodes { id } }
    overlaps(first: 2) { totalCount nodes { a { id } b { name } statements(first: 2) { totalCount nodes { id speaker { name } } } articleOverlaps(first: 2) { totalCount nodes { id a { id } b { id } } } } } } } }`],
  ['source overlaps at the root', `query ($n: Int) { sourceOverlaps(first: $n) { totalCount nodes { a { id } b { id } statements(first: 2) { totalCount nodes { id } } articleOverlaps(first: 1) { nodes { a { title } } } } } }`],
  ['the matrix of sources', `query ($n: Int) { sourceMatrix(first: $n) { rows { source { id articleCount } articleCount cells { a { id } b { name } aSharedArticleCount
    statements(first: 2) { totalCount nodes { id } } articleOverlaps(first: 1) { totalCount nodes { a { title } } } } } } }`],
  ['quotes filtered by speakers', `query ($n: Int) { quotes(first: $n, filter: { speakers: ["spk_1", "spk_2"], text: "the" }) { totalCount nodes { id speaker { id quotes(first: 2, filter: { speakers: ["spk_1"] }) { nodes { id } } } } } }`],
  ['quotes with all their speakers', `query ($n: Int) { quotes(first: $n, filter: { text: "roof" }) { nodes { id speaker { id } speakers { id name quoteCount roles { title } } } } }`],
  ['articles with their stories', `query ($n: Int) { articles(first: $n) { nodes { id story { id title representative { id source { name } } articles(first: 2) { totalCount nodes { id story { id } } } } } } }`],
  ['stories with articles, sources, statements and blind spots', `query ($n: Int) { stories(first: 2) { totalCount nodes { id title representative { id body } articles(first: $n) { totalCount nodes { id source { id } } }
    sources(first: 2) { totalCount nodes { id articleCount } } statements(first: 3) { totalCount nodes { id speaker { name } } } blindSpots(source: "src_1", first: 2) { totalCount nodes { id sourceCount } } } } }`],
  ['search with facets', `query ($n: Int) { search(query: "council budget", first: $n, facets: [TYPE, SPEAKER, SOURCE]) { totalCount facets { name values { label count } } nodes { ... on Node { id }
    ... on Article { source { name } } ... on Quote { speaker { name } article { id source { id } } } ... on Statement { sources(first: 2) { nodes { name } } } } } }`],
  ['suggestions', `query ($n: Int) { suggest(prefix: "the", first: $n) { quotes { node { ... on Quote { article { source { name } } } } } articles { node { ... on Article { source { name } } } } statements { node { ... on Statement { speaker { name } } } } } }`],
  ['renderings of a text', `query ($n: Int) { findRenderings(text: "The budget for the coming year will be published on the first of June", first: $n) { totalCount nodes { similarity quote { id article { source { name } } } } } }`],
];

/** The rows of the longest list in an answer. */
function longest(value: unknown): number {
  if (Array.isArray(value)) return Math.max(value.length, ...value.map(longest));
  if (typeof value === 'object' && value !== null) return Math.max(0, ...Object.values(value).map(longest));
  return 0;
}

describe.each(QUERIES)('%s', (_name, query) => {
  it('take no more statements for 20 rows than for 2', async () => {
    const run = async (n: number): Promise<number> => {
      api.statements.length = 0;
      const data = await api.ask<Record<string, unknown>>(query, { n });
      const count = api.statements.length;
      expect(longest(data)).toBeGreaterThanOrEqual(n);
      return count;
    };
    const [few, many] = [await run(FEW), await run(MANY)];
    expect(few).toBeGreaterThan(0);
    expect(many).toBeLessThanOrEqual(few);
  });
});

it('clusters of sources take no more statements for 20 sources than for 2', async () => {
  const count = async (to: string): Promise<[statements: number, sources: number]> => {
    api.statements.length = 0;
    const { sourceClusters } = await api.ask<{ sourceClusters: { nodes: { sourceCount: number }[] } }>(`query ($to: DateTime) { sourceClusters(filter: { published: { to: $to } }, leastArticles: 1) { totalCount nodes { sourceCount centre { name }
      feeder { articleCount } members { source { id articleCount } } links { a { id } b { id name } overlap { aArticleCount statements(first: 2) { totalCount nodes { id } } articleOverlaps(first: 2) { nodes { id } } } } } } }`, { to });
    return [api.statements.length, sourceClusters.nodes[0].sourceCount];
  };
  const [[few, two], [many, all]] = [await count('2025-05-03'), await count('2025-06-01')];
  expect([two, all]).toEqual([FEW, MANY]);
  expect(many).toBeLessThanOrEqual(few);
});

it('the same list with the same arguments is read once for all its parents, however they are written', async () => {
  const count = async (query: string): Promise<number> => {
    api.statements.length = 0;
    await api.ask(query);
    return api.statements.length;
  };
  const one = await count('{ articles { nodes { a: quotes(first: 5, filter: { kinds: [DIRECT, MIXED] }) { nodes { id } } } } }');
  const two = await count('{ articles { nodes { a: quotes(first: 5, filter: { kinds: [DIRECT, MIXED] }) { nodes { id } } b: quotes(first: 5, filter: { kinds: [MIXED, DIRECT, MIXED], speakers: [], text: null }) { nodes { text } } } } }');
  expect(two).toBe(one);
});

it('totals are counted, and pages read, only when they are asked for', async () => {
  const count = async (selection: string): Promise<number> => {
    api.statements.length = 0;
    await api.ask(`{ quotes { ${selection} } }`);
    return api.statements.length;
  };
  const [page, total, both] = [await count('nodes { id } edges { cursor } pageInfo { endCursor }'), await count('totalCount'), await count('nodes { id } totalCount')];
  expect(total).toBe(1);
  expect(page).toBeGreaterThan(0);
  expect(both).toBe(page + total);
});
