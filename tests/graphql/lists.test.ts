import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BRIDGE } from './support/bridge.js';
import { openHarness } from './support/harness.js';
import type { Harness } from './support/harness.js';

let api: Harness;
let ids: Record<'article' | 'source' | 'other' | 'speaker' | 'statement', string>;

beforeAll(async () => {
  api = await openHarness(BRIDGE);
  const data = await api.ask<Record<string, { id: string }> & { statements: { nodes: { id: string }[] } }>(`{
    article(url: "https://vennbypost.example/bridge") { id } source(name: "Vennby Post") { id } other: source(name: "The Quay") { id }
    speaker(name: "Ida Lund") { id } statements(orderBy: MOST_SOURCES, first: 1) { nodes { id } } }`);
  ids = { article: data.article.id, source: data.source.id, other: data.other.id, speaker: data.speaker.id, statement: data.statements.nodes[0].id };
});
afterAll(() => api.close());

interface Edge {
  readonly cursor: string;
  readonly node: Record<string, unknown>;
}
interface List {
  readonly edges: Edge[];
  readonly nodes: Record<string, unknown>[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  readonly totalCount: number;
}

/** How a node of each list is told from the others. */
const ID = 'id';
const PAIR = 'a { id } b { id }';
const RENDERING = 'quote { id }';

/** Every list: where it stands, its own arguments, and whether it is read from both ends. */
const LISTS: [name: string, parent: (() => string) | null, field: string, args: string, node: string, isTwoWay: boolean][] = [
  ['articles', null, 'articles', '', ID, true],
  ['articles, oldest first', null, 'articles', 'orderBy: OLDEST', ID, true],
  ['quotes', null, 'quotes', '', ID, true],
  ['quotes, oldest first, filtered', null, 'quotes', 'orderBy: OLDEST, filter: { kinds: [DIRECT] }', ID, true],
  ['speakers', null, 'speakers', '', ID, true],
  ['statements', null, 'statements', '', ID, true],
  ['statements, most sources first', null, 'statements', 'orderBy: MOST_SOURCES', ID, true],
  ['sources', null, 'sources', '', ID, true],
  ['sourceOverlaps', null, 'sourceOverlaps', '', PAIR, false],
  ['sourceOverlaps by Jaccard', null, 'sourceOverlaps', 'orderBy: STATEMENT_JACCARD', PAIR, false],
  ['findRenderings', null, 'findRenderings', 'text: "We will reopen the bridge before the first snow falls"', RENDERING, false],
  ['Source.articles', () => `source(id: "${ids.source}")`, 'articles', '', ID, true],
  ['Source.overlaps', () => `source(id: "${ids.source}")`, 'overlaps', '', PAIR, false],
  ['Article.quotes', () => `article(id: "${ids.article}")`, 'quotes', '', ID, true],
  ['Article.statements', () => `article(id: "${ids.article}")`, 'statements', '', ID, true],
  ['Article.overlaps', () => `article(id: "${ids.article}")`, 'overlaps', '', PAIR, false],
  ['Speaker.quotes', () => `speaker(id: "${ids.speaker}")`, 'quotes', '', ID, true],
  ['Speaker.statements', () => `speaker(id: "${ids.speaker}")`, 'statements', '', ID, true],
  ['Speaker.sources', () => `speaker(id: "${ids.speaker}")`, 'sources', '', ID, true],
  ['Statement.renderings', () => `statement(id: "${ids.statement}")`, 'renderings', '', RENDERING, true],
  ['Statement.sources', () => `statement(id: "${ids.statement}")`, 'sources', '', ID, true],
  ['SourceOverlap.statements', () => `sourceOverlap(a: "${ids.source}", b: "${ids.other}")`, 'statements', '', ID, false],
  ['SourceOverlap.articleOverlaps', () => `sourceOverlap(a: "${ids.source}", b: "${ids.other}")`, 'articleOverlaps', '', PAIR, false],
];

describe.each(LISTS)('the list %s', (_name, parent, field, own, node, isTwoWay) => {
  const page = async (paging: string): Promise<List> => {
    const list = `list: ${field}(${[own, paging].filter(Boolean).join(', ')}) {
      edges { cursor node { ${node} } } nodes { ${node} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount }`;
    const data = await api.ask<{ list?: List; parent: { list: List } }>(parent ? `{ parent: ${parent()} { ${list} } }` : `{ ${list} }`);
    return data.list ?? data.parent.list;
  };

  it('is whole, forward in single steps, and backward', async () => {
    const whole = await page('first: 100');
    expect(whole.nodes.length).toBeGreaterThan(0);
    expect(whole.totalCount).toBe(whole.nodes.length);
    expect(whole.edges.map((edge) => edge.node)).toEqual(whole.nodes);
    expect(new Set(whole.edges.map((edge) => edge.cursor)).size).toBe(whole.nodes.length);
    expect(whole.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false, startCursor: whole.edges[0].cursor, endCursor: whole.edges.at(-1)!.cursor });

    const forward: unknown[] = [];
    for (let after = ''; ; ) {
      const step = await page(`first: 1${after && `, after: "${after}"`}`);
      forward.push(...step.nodes);
      expect(step.totalCount).toBe(whole.totalCount);
      expect(step.pageInfo.hasNextPage).toBe(forward.length < whole.nodes.length);
      if (!step.pageInfo.hasNextPage) break;
      after = step.pageInfo.endCursor!;
    }
    expect(forward).toEqual(whole.nodes);

    if (!isTwoWay) return;
    const backward: unknown[] = [];
    for (let before = ''; ; ) {
      const step = await page(`last: 1${before && `, before: "${before}"`}`);
      backward.unshift(...step.nodes);
      expect(step.pageInfo.hasPreviousPage).toBe(backward.length < whole.nodes.length);
      if (!step.pageInfo.hasPreviousPage) break;
      before = step.pageInfo.startCursor!;
    }
    expect(backward).toEqual(whole.nodes);
  });

  it('is empty when nothing is asked for', async () => {
    const none = await page('first: 0');
    expect(none.nodes).toEqual([]);
    expect(none.pageInfo).toMatchObject({ startCursor: null, endCursor: null });
  });

  it('refuses paging that does not fit', async () => {
    const wrong = ['first: -1', 'first: 101', 'first: 100000', 'after: "nonsense"', ...(isTwoWay ? ['first: 1, last: 1', 'last: -1', 'last: 101', 'before: "nonsense"'] : [])];
    for (const paging of wrong) {
      const list = `${field}(${[own, paging].filter(Boolean).join(', ')}) { totalCount }`;
      const { errors } = await api.send(parent ? `{ ${parent()} { ${list} } }` : `{ ${list} }`);
      expect([paging, errors.map(({ extensions }) => extensions?.code)]).toEqual([paging, [paging.includes('"') ? 'INVALID_CURSOR' : 'INVALID_PAGING']]);
    }
  });
});

describe('filters', () => {
  const count = async (list: string): Promise<number> => {
    const data = await api.ask<Record<string, { totalCount: number; nodes: unknown[] }>>(`{ list: ${list} { totalCount nodes { __typename } } }`);
    expect(data.list.nodes.length).toBe(data.list.totalCount);
    return data.list.totalCount;
  };

  it('filter nothing where they are null or empty', async () => {
    const all = await count('quotes');
    for (const filter of ['null', '{}', '{ speakers: [], sources: [], kinds: [], manners: [], published: {}, text: "" }', '{ speakers: null, published: null, attributed: null, text: null }']) {
      expect(await count(`quotes(filter: ${filter})`)).toBe(all);
    }
  });

  it('narrow what stands under a parent', async () => {
    const query = `{ speaker(id: "${ids.speaker}") {
      all: quotes { totalCount } some: quotes(filter: { sources: ["${ids.other}"] }) { totalCount nodes { article { source { id } } } }
      none: quotes(filter: { sources: ["${ids.other}"], kinds: [MIXED] }) { totalCount } statements(filter: { minSources: 2 }) { nodes { sourceCount } } } }`;
    const { speaker } = await api.ask<{ speaker: { all: List; some: List; none: List; statements: { nodes: { sourceCount: number }[] } } }>(query);
    expect(speaker.some.totalCount).toBeGreaterThan(0);
    expect(speaker.some.totalCount).toBeLessThan(speaker.all.totalCount);
    expect(speaker.some.nodes).toEqual(speaker.some.nodes.map(() => ({ article: { source: { id: ids.other } } })));
    expect(speaker.none.totalCount).toBe(0);
    for (const { sourceCount } of speaker.statements.nodes) expect(sourceCount).toBeGreaterThan(1);
  });

  it('match nothing for an id of another type, or that nothing has', async () => {
    expect(await count(`quotes(filter: { speakers: ["${ids.source}"] })`)).toBe(0);
    expect(await count('quotes(filter: { speakers: ["spk_999999"] })')).toBe(0);
    expect(await count(`articles(filter: { sources: ["${ids.speaker}"] })`)).toBe(0);
    expect(await count(`quotes(filter: { speakers: ["${ids.source}", "${ids.speaker}"] })`)).toBe(await count(`quotes(filter: { speakers: ["${ids.speaker}"] })`));
  });

  it('take dates alone as midnight, and leave out what has none', async () => {
    expect(await count('articles(filter: { published: { from: "2025-03-02", to: "2025-03-03" } })')).toBe(1);
    expect(await count('articles(filter: { published: { from: "2025-03-02T08:00:00Z" } })')).toBe(3);
    expect(await count('articles(filter: { published: { from: "2025-03-02T09:00:00+01:00" } })')).toBe(3);
    expect(await count('articles(filter: { published: { to: "2030-01-01" } })')).toBe(4);
    expect(await count('articles')).toBe(5);
  });

  it('find words folded, wherever they stand', async () => {
    expect(await count('articles(filter: { text: "BARGE arch" })')).toBe(2);
    expect(await count('quotes(filter: { text: "cárts promises" })')).toBe(2);
    expect(await count('speakers(filter: { name: "lund", types: [PERSON] })')).toBe(1);
    expect(await count('speakers(filter: { types: [GROUP] })')).toBe(0);
  });

  it('tell quotes with a speaker from those without', async () => {
    expect(await count('quotes(filter: { attributed: true })') + (await count('quotes(filter: { attributed: false })'))).toBe(await count('quotes'));
  });

  it('keep the order that was asked for, undated articles last', async () => {
    const data = await api.ask<Record<'newest' | 'oldest', { nodes: { publishedAt: string | null }[] }>>('{ newest: articles { nodes { publishedAt } } oldest: articles(orderBy: OLDEST) { nodes { publishedAt } } nothing: articles(orderBy: null) { totalCount } }');
    const dates = ['2025-03-01', '2025-03-02', '2025-03-03', '2025-04-01'];
    expect(data.oldest.nodes.map((n) => n.publishedAt?.slice(0, 10) ?? null)).toEqual([...dates, null]);
    expect(data.newest.nodes.map((n) => n.publishedAt?.slice(0, 10) ?? null)).toEqual([...dates.reverse(), null]);
  });
});
