import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BRIDGE } from './support/bridge.js';
import { openHarness } from './support/harness.js';
import type { Harness } from './support/harness.js';

let api: Harness;
beforeAll(async () => (api = await openHarness(BRIDGE)));
afterAll(() => api.close());

interface ArticleOverlap {
  id: string;
  a: { id: string; body: string };
  b: { id: string; body: string };
  relation: string;
  sharedStatementCount: number;
  sharedStatements: { statement: { id: string }; a: { article: { id: string }; statement: { id: string } }[]; b: { article: { id: string } }[] }[];
  passages: { text: string; words: number; a: { start: number; end: number }; b: { start: number; end: number } }[];
  containmentAInB: number;
}

const OVERLAP = `id a { id body } b { id body } relation sharedStatementCount containmentAInB containmentBInA resemblance nearDuplicate
  sharedStatements { statement { id } a { article { id } statement { id } } b { article { id } } }
  passages { text words similarity a { start end } b { start end } }`;

describe('overlap of articles', () => {
  it('shows a reprint with its passages and the statements of both', async () => {
    const { article } = await api.ask<{ article: { id: string; overlaps: { nodes: ArticleOverlap[] } } }>(`{ article(url: "https://vennbypost.example/bridge") { id overlaps { nodes { ${OVERLAP} } } } }`);
    expect(article.overlaps.nodes.map(({ a }) => a.id)).toEqual(article.overlaps.nodes.map(() => article.id));
    const [reprint] = article.overlaps.nodes;
    expect(reprint).toMatchObject({ relation: 'REPRINT', nearDuplicate: true, containmentAInB: 1, containmentBInA: 1 });
    expect(reprint.sharedStatements.length).toBe(reprint.sharedStatementCount);
    expect(reprint.sharedStatementCount).toBeGreaterThanOrEqual(3);
    for (const { statement, a, b } of reprint.sharedStatements) {
      expect(a.length).toBeGreaterThan(0);
      expect(b.length).toBeGreaterThan(0);
      for (const quote of a) expect(quote).toEqual({ article: { id: reprint.a.id }, statement });
      for (const quote of b) expect(quote).toEqual({ article: { id: reprint.b.id } });
    }
    expect(reprint.passages.length).toBeGreaterThan(0);
    for (const { text, a } of reprint.passages) expect(reprint.a.body.slice(a.start, a.end)).toBe(text);
  });

  it('is the same from the other side, turned round, and by its id', async () => {
    const data = await api.ask<{ a: { id: string }; b: { id: string } }>('{ a: article(url: "https://orrelgazette.example/lund") { id } b: article(url: "https://quay.example/1") { id } }');
    const query = `query ($a: ID!, $b: ID!) { there: articleOverlap(a: $a, b: $b) { ${OVERLAP} } back: articleOverlap(a: $b, b: $a) { ${OVERLAP} } same: articleOverlap(a: $a, b: $a) { id } }`;
    const { there, back, same } = await api.ask<{ there: ArticleOverlap; back: ArticleOverlap; same: null }>(query, { a: data.a.id, b: data.b.id });
    expect(same).toBeNull();
    expect(there.relation).toBe('COMMON_SOURCE');
    expect(there.sharedStatementCount).toBe(1);
    expect([back.a, back.b, back.relation, back.sharedStatements[0].b[0].article]).toEqual([there.b, there.a, there.relation, there.sharedStatements[0].a[0].article]);
    expect(await api.ask(`query ($id: ID!) { node(id: $id) { ... on ArticleOverlap { ${OVERLAP} } } }`, { id: there.id })).toEqual({ node: there });
    expect(back.id).not.toBe(there.id);
  });

  it('of two that share nothing is UNRELATED', async () => {
    const data = await api.ask<{ articles: { nodes: { id: string }[] }; b: { id: string } }>('{ articles(filter: { text: "ferry last day" }) { nodes { id } } b: article(url: "https://vennbypost.example/doubt") { id } }');
    const { articleOverlap } = await api.ask<{ articleOverlap: ArticleOverlap }>('query ($a: ID!, $b: ID!) { articleOverlap(a: $a, b: $b) { relation sharedStatementCount passages { words } } }', { a: data.articles.nodes[0].id, b: data.b.id });
    expect(articleOverlap).toEqual({ relation: 'UNRELATED', sharedStatementCount: 0, passages: [] });
  });
});

interface SourceOverlap {
  a: { name: string };
  b: { name: string };
  sharedStatementCount: number;
  articlePairCount: number;
  reprintCount: number;
  statements: { totalCount: number; nodes: { text: string; sourceCount: number }[] };
  articleOverlaps: { totalCount: number; nodes: { relation: string; a: { source: { name: string } } }[] };
  reprints: { totalCount: number };
}

const SOURCES = `a { name } b { name } sharedStatementCount articlePairCount reprintCount reusedWords statementJaccard
  statements(orderBy: MOST_SOURCES) { totalCount nodes { text sourceCount } }
  articleOverlaps { totalCount nodes { relation a { source { name } } } } reprints: articleOverlaps(relations: [REPRINT]) { totalCount }`;

describe('overlap of sources', () => {
  it('under a source has it as `a`, and its lists agree with its numbers', async () => {
    const { source } = await api.ask<{ source: { overlaps: { nodes: SourceOverlap[]; totalCount: number } } }>(`{ source(name: "Vennby Post") { overlaps { totalCount nodes { ${SOURCES} } } } }`);
    expect(source.overlaps.nodes.map(({ b }) => b.name)).toEqual(expect.arrayContaining(['The Quay', 'Orrel Gazette']));
    for (const overlap of source.overlaps.nodes) {
      expect(overlap.a.name).toBe('Vennby Post');
      expect(overlap.statements.totalCount).toBe(overlap.sharedStatementCount);
      expect(overlap.statements.nodes.length).toBe(overlap.sharedStatementCount);
      expect(overlap.articleOverlaps.totalCount).toBe(overlap.articlePairCount);
      expect(overlap.reprints.totalCount).toBe(overlap.reprintCount);
      for (const { a } of overlap.articleOverlaps.nodes) expect(a.source.name).toBe('Vennby Post');
    }
    expect(source.overlaps.nodes.find(({ b }) => b.name === 'The Quay')).toMatchObject({ reprintCount: 1 });
  });

  it('counts, and lists, within its filter', async () => {
    const data = await api.ask<{ a: { id: string }; b: { id: string } }>('{ a: source(name: "Vennby Post") { id } b: source(name: "Orrel Gazette") { id } }');
    const query = `query ($a: ID!, $b: ID!, $filter: OverlapFilter) { sourceOverlap(a: $a, b: $b, filter: $filter) { ${SOURCES} } }`;
    const ask = async (filter: object | null): Promise<SourceOverlap> => (await api.ask<{ sourceOverlap: SourceOverlap }>(query, { a: data.a.id, b: data.b.id, filter })).sourceOverlap;
    const [all, march] = [await ask(null), await ask({ published: { from: '2025-03-01', to: '2025-04-01' } })];
    expect(march.sharedStatementCount).toBeLessThan(all.sharedStatementCount);
    expect(march.sharedStatementCount).toBeGreaterThan(0);
    expect(march.statements.totalCount).toBe(march.sharedStatementCount);
    expect(march.articleOverlaps.totalCount).toBe(march.articlePairCount);
    expect(march.articleOverlaps.totalCount).toBeLessThan(all.articleOverlaps.totalCount);
  });

  it('lists each pair once at the root', async () => {
    const { sourceOverlaps } = await api.ask<{ sourceOverlaps: { nodes: SourceOverlap[] } }>(`{ sourceOverlaps { nodes { ${SOURCES} } } }`);
    const pairs = sourceOverlaps.nodes.map(({ a, b }) => [a.name, b.name].sort().join(' & '));
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(pairs.length).toBe(3);
    const counts = sourceOverlaps.nodes.map((overlap) => overlap.sharedStatementCount);
    expect(counts).toEqual([...counts].sort((x, y) => y - x));
  });
});
