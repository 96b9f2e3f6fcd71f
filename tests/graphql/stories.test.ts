import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDrafts } from '../seeds/library.js';
import { openHarness } from './support/harness.js';
import type { Harness } from './support/harness.js';

interface Story {
  readonly id: string;
  readonly title: string;
  readonly articleCount: number;
  readonly sourceCount: number;
  readonly articles: { readonly totalCount: number; readonly nodes: readonly { readonly id: string; readonly title: string; readonly publishedAt: string }[] };
}
interface Blind {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly text: string; readonly sources: { readonly nodes: readonly { readonly name: string }[] } }[];
}

let api: Harness;
beforeAll(async () => (api = await openHarness(await readDrafts())), 120_000);
afterAll(() => api.close());

const FIELDS = 'id title articleCount sourceCount firstPublishedAt lastPublishedAt representative { id title } articles { totalCount nodes { id title publishedAt } }';
const stories = async (args = 'first: 20'): Promise<Story[]> => (await api.ask<{ stories: { nodes: Story[] } }>(`{ stories(${args}) { nodes { ${FIELDS} } } }`)).stories.nodes;
const sourceId = async (name: string): Promise<string> => (await api.ask<{ source: { id: string } }>('query ($name: String) { source(name: $name) { id } }', { name })).source.id;
const ferry = async (): Promise<Story> => (await stories('filter: { text: "Brannock ferry" }'))[0];

describe('stories', () => {
  it('hold the articles of a happening, oldest first, and the title of the one that stands for them', async () => {
    const found = await ferry();
    expect(found).toMatchObject({ articleCount: 4, sourceCount: 4, articles: { totalCount: 4 } });
    const { nodes } = found.articles;
    expect(nodes.map(({ publishedAt }) => publishedAt)).toEqual(nodes.map(({ publishedAt }) => publishedAt).sort());
    expect(found).toMatchObject({ firstPublishedAt: nodes[0].publishedAt, lastPublishedAt: nodes.at(-1)!.publishedAt });
    const { representative } = found as unknown as { representative: { id: string; title: string } };
    expect(nodes.map(({ id }) => id)).toContain(representative.id);
    expect(found.title).toBe(representative.title);
  });

  it('are found by id, from an article, and as a node', async () => {
    const { id, articles } = await ferry();
    const answer = await api.ask<Record<string, unknown>>(
      'query ($id: ID!, $article: ID!) { story(id: $id) { id } node(id: $id) { __typename id } article(id: $article) { story { id } } }', { id, article: articles.nodes[1].id });
    expect(answer).toEqual({ story: { id }, node: { __typename: 'Story', id }, article: { story: { id } } });
    expect(await api.ask('{ a: story(id: "sto_999") { id } b: story(id: "art_1") { id } }')).toEqual({ a: null, b: null });
    expect((await api.send('{ story(id: "ferry") { id } }')).errors[0].extensions?.code).toBe('INVALID_ID');
  });

  it('are ordered by their last article, their first, and size, and narrowed by one article that meets all', async () => {
    const newest = await stories();
    const last = newest.map((story) => story.articles.nodes.at(-1)!.publishedAt);
    expect(last).toEqual([...last].sort().reverse());
    const oldest = (await stories('orderBy: OLDEST')).map((story) => story.articles.nodes[0].publishedAt);
    expect(oldest).toEqual([...oldest].sort());
    for (const [order, count] of [['MOST_SOURCES', 'sourceCount'], ['MOST_ARTICLES', 'articleCount']] as const) {
      const counts = (await stories(`orderBy: ${order}`)).map((story) => story[count]);
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
    }
    const meridian = await sourceId('Meridian Wire');
    expect(await stories(`filter: { sources: ["${meridian}"], text: "Makhachkala reservoir" }`)).toEqual([]);
    expect((await stories('filter: { published: { from: "2026-06-01", to: "2026-07-01" } }')).map(({ articleCount }) => articleCount)).toEqual([5]);
    expect(await stories('filter: { minSources: 9 }')).toEqual([]);
    expect(await api.ask('{ stories(filter: { minSources: 5 }) { totalCount } }')).toEqual({ stories: { totalCount: (await stories('filter: { minSources: 5 }')).length } });
  });

  it('are read page by page', async () => {
    const all = (await stories('first: 100')).map(({ id }) => id);
    const page = await api.ask<{ stories: { edges: { cursor: string; node: { id: string } }[]; pageInfo: object } }>('{ stories(first: 2) { edges { cursor node { id } } pageInfo { hasNextPage } } }');
    expect(page.stories).toMatchObject({ edges: all.slice(0, 2).map((id) => ({ node: { id } })), pageInfo: { hasNextPage: true } });
    expect((await stories(`first: 2, after: "${page.stories.edges[1].cursor}"`)).map(({ id }) => id)).toEqual(all.slice(2, 4));
  });

  it('list sources and statements, most first', async () => {
    const { id } = await ferry();
    const { story } = await api.ask<{ story: { sources: { totalCount: number; nodes: { name: string }[] }; statements: { totalCount: number; nodes: { sourceCount: number }[] } } }>(
      'query ($id: ID!) { story(id: $id) { sources { totalCount nodes { name } } statements(first: 100) { totalCount nodes { sourceCount } } } }', { id });
    expect(story.sources.nodes.map(({ name }) => name).sort()).toEqual(['Capital Dispatch', 'Meridian Wire', 'The Harbor Ledger', 'The Northgate Courier']);
    const counts = story.statements.nodes.map(({ sourceCount }) => sourceCount);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect([story.sources.totalCount, story.statements.totalCount]).toEqual([4, counts.length]);
  });
});

describe('blind spots', () => {
  const blind = async (story: string, source: string, args = 'first: 100'): Promise<Blind | null> =>
    (await api.ask<{ story: { blindSpots: Blind | null } }>(`query ($story: ID!, $source: ID!) { story(id: $story) { blindSpots(source: $source, ${args}) { totalCount nodes { id text sources { nodes { name } } } } } }`, { story, source })).story.blindSpots;

  it('are what others report and the source does not, most sources first', async () => {
    const { id } = await ferry();
    const left = (await blind(id, await sourceId('Capital Dispatch')))!;
    expect(left.nodes.length).toBe(left.totalCount);
    expect(left.totalCount).toBeGreaterThan(0);
    for (const { sources } of left.nodes) expect(sources.nodes.map(({ name }) => name)).not.toContain('Capital Dispatch');
    // What the others have and it has too is no blind spot.
    const { story } = await api.ask<{ story: { statements: { nodes: { id: string; sources: { nodes: { name: string }[] } }[] } } }>(
      'query ($id: ID!) { story(id: $id) { statements(first: 100) { nodes { id sources { nodes { name } } } } } }', { id });
    const expected = story.statements.nodes.filter(({ sources }) => sources.nodes.every(({ name }) => name !== 'Capital Dispatch'));
    expect(left.nodes.map((statement) => statement.id).sort()).toEqual(expected.map((statement) => statement.id).sort());
  });

  it('may be held to what several sources report', async () => {
    const { id } = await ferry();
    const source = await sourceId('Meridian Wire');
    const [all, two] = [(await blind(id, source))!, (await blind(id, source, 'minSources: 2'))!];
    expect(two.totalCount).toBeLessThan(all.totalCount);
    for (const { sources } of two.nodes) expect(sources.nodes.length).toBeGreaterThanOrEqual(2);
  });

  it('of a source without an article there are all statements of it', async () => {
    const { id } = await ferry();
    const { story } = await api.ask<{ story: { statements: { totalCount: number } } }>('query ($id: ID!) { story(id: $id) { statements { totalCount } } }', { id });
    expect((await blind(id, await sourceId('Plumbline')))!.totalCount).toBe(story.statements.totalCount);
  });

  it('of no source there are none: null, and an error for what is no id', async () => {
    const { id } = await ferry();
    expect([await blind(id, 'src_999'), await blind(id, id)]).toEqual([null, null]);
    expect((await api.send(`{ story(id: "${id}") { blindSpots(source: "Plumbline") { totalCount } } }`)).errors[0].extensions?.code).toBe('INVALID_ID');
  });
});
