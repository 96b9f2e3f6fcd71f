import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BRIDGE } from './support/bridge.js';
import { openHarness } from './support/harness.js';
import type { Harness } from './support/harness.js';

let api: Harness;
beforeAll(async () => (api = await openHarness(BRIDGE)));
afterAll(() => api.close());

interface Search {
  edges: { cursor: string; score: number; node: { __typename: string; id: string }; highlights: { field: string; text: string; start: number | null; spans: { start: number; end: number }[] }[] }[];
  nodes: { __typename: string; id: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  totalCount: number;
  totalIsExact: boolean;
  facets: { name: string; values: { value: string; label: string; count: number; selected: boolean }[] }[];
  tookMs: number;
}

const search = async (args: string): Promise<Search> =>
  (await api.ask<{ search: Search }>(`{ search(${args}) { edges { cursor score node { __typename ... on Node { id } } highlights { field text start spans { start end } } }
    nodes { __typename ... on Node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } totalCount totalIsExact facets { name values { value label count selected } } tookMs } }`)).search;

describe('search', () => {
  it('finds records of every kind, with what belongs to each', async () => {
    const found = await search('query: "bridge"');
    expect(found.edges.map(({ node }) => node)).toEqual(found.nodes);
    expect(new Set(found.nodes.map((node) => node.__typename))).toEqual(new Set(['Article', 'Quote', 'Statement']));
    for (const { score, highlights } of found.edges) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      for (const { text, spans } of highlights) {
        expect(text.length).toBeLessThanOrEqual(300);
        for (const { start, end } of spans) expect(text.slice(start, end).toLowerCase()).toContain('bridge');
      }
    }
    expect((await search('query: "Ida Lund", types: [SPEAKER]')).nodes.map((node) => node.__typename)).toEqual(['Speaker']);
  });

  it('pages on without gaps or doubles', async () => {
    const whole = await search('query: "", first: 100');
    const ids: string[] = [];
    for (let after = ''; ; ) {
      const page = await search(`query: "", first: 7${after && `, after: "${after}"`}`);
      ids.push(...page.nodes.map(({ id }) => id));
      expect(page.pageInfo.hasPreviousPage).toBe(after !== '');
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor!;
    }
    expect(ids).toEqual(whole.nodes.map(({ id }) => id));
    expect(new Set(ids).size).toBe(whole.totalCount);
  });

  it('counts by type what it found, where it had to leave words out', async () => {
    const found = await search('query: "Orrel grandmothers promises", types: [QUOTE, SPEAKER], facets: [TYPE]');
    expect(found.totalCount).toBeGreaterThan(0);
    const counts = new Map(found.facets[0].values.map(({ value, count }) => [value, count]));
    expect(counts.get('QUOTE')! + counts.get('SPEAKER')!).toBe(found.totalCount);
    for (const type of ['ARTICLE', 'STATEMENT']) expect(counts.get(type) ?? 0).toBe((await search(`query: "Orrel grandmothers promises", types: [${type}]`)).totalCount);
  });

  it('counts facets, whose values its filter takes', async () => {
    const { facets } = await search('query: "bridge", types: [QUOTE], facets: [SPEAKER, TYPE, KIND, SOURCE, MANNER]');
    expect(facets.map(({ name }) => name)).toEqual(['SPEAKER', 'TYPE', 'KIND', 'SOURCE', 'MANNER']);
    const lund = facets[0].values.find(({ label }) => label === 'Ida Lund')!;
    const filtered = await search(`query: "bridge", types: [QUOTE], filter: { speakers: ["${lund.value}"] }, facets: [SPEAKER]`);
    expect(filtered.totalCount).toBe(lund.count);
    expect(filtered.facets[0].values.find(({ value }) => value === lund.value)).toEqual({ ...lund, selected: true });
  });

  it('narrows by what is given, and finds nothing for the id of another type', async () => {
    const { source } = await api.ask<{ source: { id: string } }>('{ source(name: "The Quay") { id } }');
    const query = `query ($filter: SearchFilter) { search(query: "bridge", types: [QUOTE], filter: $filter) { totalCount nodes { ... on Quote { kind article { source { id } } } } } }`;
    const ask = async (filter: object) => (await api.ask<{ search: { totalCount: number; nodes: unknown[] } }>(query, { filter })).search;
    const narrowed = await ask({ sources: [source.id], kinds: ['DIRECT'], published: { from: '2025-03-02' } });
    expect(narrowed).toEqual({ totalCount: 1, nodes: [{ kind: 'DIRECT', article: { source } }] });
    expect((await ask({ speakers: [source.id] })).totalCount).toBe(0);
  });

  it('takes any text at all', async () => {
    for (const text of ['"', '“', '(', '*', 'a AND OR NOT', '\\', "'; drop table articles", '\u0000', '😀', '   ', 'NEAR(', '-', '"unclosed phrase']) {
      const { errors } = await api.send('query ($query: String!) { search(query: $query) { totalCount } suggest(prefix: $query) { tookMs } }', { variables: { query: text } });
      expect([text, errors]).toEqual([text, []]);
    }
  });

  it('answers the newest for an empty query', async () => {
    const { nodes } = await search('query: "", types: [ARTICLE]');
    const dates = await api.ask<{ nodes: { publishedAt: string | null }[] }>('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Article { publishedAt } } }', { ids: nodes.map(({ id }) => id) });
    expect(dates.nodes.map(({ publishedAt }) => publishedAt?.slice(0, 10) ?? null)).toEqual(['2025-04-01', '2025-03-03', '2025-03-02', '2025-03-01', null]);
  });

  it('leaves out a hit whose record is gone', async () => {
    const before = await search('query: "bridge", types: [ARTICLE]');
    const [gone] = before.edges;
    const { read } = api.app.store;
    const without = { ...api.app, store: { ...api.app.store, read: { ...read, articles: async (ids: readonly number[]) => (await read.articles(ids)).map((article) => (article && `art_${article.id}` === gone.node.id ? null : article)) } } };
    const { data, errors } = await api.send<{ search: { nodes: { id: string }[] } }>('{ search(query: "bridge", types: [ARTICLE]) { nodes { ... on Node { id } } } }', { app: without });
    expect(errors).toEqual([]);
    expect(data.search.nodes).toEqual(before.nodes.slice(1).map(({ id }) => ({ id })));
  });

  it.each(['first: -1', 'first: 101', 'after: "nonsense"', `after: "${Buffer.from('["x",1]').toString('base64url')}"`])('refuses %s', async (paging) => {
    const { errors } = await api.send(`{ search(query: "x", ${paging}) { totalCount } }`);
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual([paging.startsWith('first') ? 'INVALID_PAGING' : 'INVALID_CURSOR']);
  });
});

describe('suggest', () => {
  interface Section {
    node: { __typename: string };
    label: { text: string; spans: unknown[] };
  }
  const SUGGEST = 'query ($prefix: String!, $first: Int) { suggest(prefix: $prefix, first: $first) { quotes { ...S } speakers { ...S } statements { ...S } articles { ...S } tookMs } } fragment S on Suggestion { node { __typename ... on Node { id } } label { field text start spans { start end } } }';
  const suggest = async (prefix: string, first?: number): Promise<Record<string, Section[]>> => (await api.ask<{ suggest: Record<string, Section[]> }>(SUGGEST, { prefix, first })).suggest;

  it('has a section for each kind', async () => {
    const { speakers, articles, quotes } = await suggest('brid');
    expect(speakers).toEqual([]);
    expect(articles.length).toBeGreaterThan(0);
    for (const { node } of articles) expect(node.__typename).toBe('Article');
    for (const { node } of quotes) expect(node.__typename).toBe('Quote');
    const [lund] = (await suggest('Ida L')).speakers;
    expect([lund.node.__typename, lund.label.text]).toEqual(['Speaker', 'Ida Lund']);
  });

  it('has as many as asked for of each, from 0 to 20', async () => {
    expect((await suggest('brid', 1)).articles.length).toBe(1);
    expect((await suggest('brid', 0)).articles).toEqual([]);
    for (const first of [-1, 21]) expect((await api.send(SUGGEST, { variables: { prefix: 'x', first } })).errors.map(({ extensions }) => extensions?.code)).toEqual(['INVALID_PAGING']);
  });

  it('has empty sections for nothing', async () => {
    expect(await suggest(' ')).toMatchObject({ quotes: [], speakers: [], statements: [], articles: [] });
  });
});

it('a list by date refuses the cursor of a search', async () => {
  const { search } = await api.ask<{ search: Pick<Search, 'pageInfo'> }>('{ search(query: "", first: 1) { pageInfo { endCursor } } }');
  const { errors } = await api.send('query ($after: String) { quotes(after: $after) { nodes { id } } }', { variables: { after: search.pageInfo.endCursor } });
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['INVALID_CURSOR']);
});

describe('what a text brings', () => {
  it('findRenderings refuses the cursor of another list', async () => {
    const { quotes } = await api.ask<{ quotes: { pageInfo: { endCursor: string } } }>('{ quotes(first: 1) { pageInfo { endCursor } } }');
    const { errors } = await api.send('query ($after: String) { findRenderings(text: "reopen the bridge before the first snow", after: $after) { nodes { similarity } } }', { variables: { after: quotes.pageInfo.endCursor } });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['INVALID_CURSOR']);
  });

  it('findRenderings has the closest first, within the filter', async () => {
    const query = 'query ($text: String!, $filter: QuoteFilter) { findRenderings(text: $text, filter: $filter) { totalCount nodes { match similarity quote { kind text } } } }';
    interface Found { findRenderings: { totalCount: number; nodes: { match: string; similarity: number; quote: { kind: string } }[] } }
    const { findRenderings } = await api.ask<Found>(query, { text: 'We will reopen the bridge before the first snow falls on the valley' });
    expect(findRenderings.nodes[0]).toMatchObject({ match: 'VERBATIM', quote: { kind: 'DIRECT' } });
    const scores = findRenderings.nodes.map(({ similarity }) => similarity);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect((await api.ask<Found>(query, { text: 'We will reopen the bridge before the first snow falls on the valley', filter: { kinds: ['INDIRECT'], attributed: false } })).findRenderings.totalCount).toBe(0);
    expect((await api.ask<Found>(query, { text: 'purple elephants dance in aspic' })).findRenderings).toEqual({ totalCount: 0, nodes: [] });
    expect((await api.ask<Found>(query, { text: '' })).findRenderings.totalCount).toBe(0);
  });

  it('extractQuotes reads it and stores nothing', async () => {
    const text = '“The well is dry,” said Nora Quist, a farmer. Residents said it would rain.';
    const query = 'query ($text: String!) { extractQuotes(text: $text) { kind manner text content { start end } cue { start end } mention { text spans { start end } } speakerName speakerType confidence } quotes { totalCount } }';
    interface Extracted { extractQuotes: { kind: string; text: string; content: { start: number; end: number }[]; speakerName: string | null; mention: { text: string } | null }[]; quotes: { totalCount: number } }
    const before = await api.ask<Extracted>(query, { text: '' });
    expect(before.extractQuotes).toEqual([]);
    const { extractQuotes, quotes } = await api.ask<Extracted>(query, { text });
    expect(quotes).toEqual(before.quotes);
    expect(extractQuotes[0]).toMatchObject({ kind: 'DIRECT', manner: 'SPEECH', text: '“The well is dry,”', speakerName: 'Nora Quist', speakerType: 'PERSON' });
    for (const quote of extractQuotes) expect(quote.text).toBe(quote.content.map(({ start, end }) => text.slice(start, end)).join(' '));
  });

  it('findRenderings refuses a text that is no quote', async () => {
    const { errors } = await api.send('query ($text: String!) { findRenderings(text: $text) { totalCount } }', { variables: { text: 'x'.repeat(10_001) } });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['INVALID_ARGUMENT']);
  });
});

it('indexStatus tells how far behind the index is', async () => {
  expect(await api.ask('{ indexStatus { engine pending lagMs } }')).toEqual({ indexStatus: { engine: 'embedded', pending: 0, lagMs: 0 } });
});
