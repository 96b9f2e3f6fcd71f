import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BRIDGE } from './support/bridge.js';
import { openHarness } from './support/harness.js';
import type { Harness } from './support/harness.js';

let api: Harness;
beforeAll(async () => (api = await openHarness(BRIDGE)));
afterAll(() => api.close());

const code = async (query: string, variables?: Record<string, unknown>): Promise<unknown> =>
  (await api.send(query, { variables })).errors.map(({ extensions }) => extensions?.code);

describe('look-ups', () => {
  it('find an article by id or address, however that is written', async () => {
    const { article } = await api.ask<{ article: { id: string; title: string } }>('{ article(url: "HTTPS://VENNBYPOST.example/bridge") { id title } }');
    expect(article.title).toBe('Bridge to open before winter');
    expect(await api.ask('query ($id: ID) { article(id: $id) { id title } }', { id: article.id })).toEqual({ article });
  });

  it('give every scalar of an article', async () => {
    const { article } = await api.ask<{ article: object }>(`{ article(url: "https://vennbypost.example/bridge") {
      publisherId url title byline language publishedAt body boilerplate { start end } revision source { name domain articleCount } } }`);
    expect(article).toMatchObject({
      publisherId: 'vp-1', byline: 'Petra Holm', language: 'en', publishedAt: '2025-03-01T00:00:00.000Z', body: BRIDGE[0].body, revision: 1,
      source: { name: 'Vennby Post', domain: 'vennbypost.example', articleCount: 2 },
    });
  });

  it('find a source by id, domain or name', async () => {
    const { source } = await api.ask<{ source: { id: string; name: string } }>('{ source(domain: "www.Quay.example") { id name } }');
    expect(source.name).toBe('The Quay');
    expect(await api.ask('query ($id: ID) { source(id: $id) { id name } }', { id: source.id })).toEqual({ source });
    expect(await api.ask('{ source(name: "the quay") { name } }')).toEqual({ source: { name: 'The Quay' } });
  });

  it('find a speaker by id, name or alias, with roles and where they were read', async () => {
    const { speaker } = await api.ask<{ speaker: { id: string; name: string; type: string; roles: { title: string; span: { start: number; end: number }; article: { body: string } }[] } }>(
      '{ speaker(name: "ida lund") { id name type quoteCount roles { title firstSeen lastSeen span { start end } article { body } } } }',
    );
    expect(speaker).toMatchObject({ name: 'Ida Lund', type: 'PERSON' });
    expect(await api.ask('query ($id: ID) { speaker(id: $id) { name } }', { id: speaker.id })).toEqual({ speaker: { name: 'Ida Lund' } });
    expect(await api.ask('{ speaker(name: "Lund") { name } }')).toEqual({ speaker: { name: 'Ida Lund' } });
    const { speaker: engineer } = await api.ask<{ speaker: typeof speaker }>('{ speaker(name: "Jonas Berg") { roles { title span { start end } article { body } } } }');
    expect(engineer.roles.length).toBeGreaterThan(0);
    for (const { title, span, article } of engineer.roles) expect(article.body.slice(span.start, span.end)).toContain(title);
  });

  it('find an article by its url, with a fragment or without', async () => {
    const { articles } = await api.ask<{ articles: { nodes: { id: string; url: string | null }[] } }>('{ articles(first: 100) { nodes { id url } } }');
    const known = articles.nodes.find(({ url }) => url !== null)!;
    for (const url of [known.url, `${known.url}#comments`, ` ${known.url}# `]) expect(await api.ask('query ($url: String) { article(url: $url) { id } }', { url })).toEqual({ article: { id: known.id } });
    expect(await api.ask('{ article(url: "no address") { id } }')).toEqual({ article: null });
  });

  it('lead from a quote to everything about it', async () => {
    const { quotes } = await api.ask<{ quotes: { nodes: { id: string; statement: { id: string } }[] } }>('{ quotes(first: 100) { nodes { id statement { id } } } }');
    expect(quotes.nodes.length).toBeGreaterThan(10);
    for (const { id, statement } of quotes.nodes) {
      const { quote } = await api.ask<{ quote: Record<string, never> & { article: { body: string }; content: { start: number; end: number }[]; text: string; excerpt: { text: string; start: number } } }>(
        `query ($id: ID!) { quote(id: $id) { id kind manner text content { start end } cue { start end } mention { text spans { start end } }
          speakerRole { title } attribution { confidence reason corrected evidence { text spans { start end } } candidates { confidence speaker { name } } }
          confidence article { body } excerpt(before: 10, after: 10) { text start } statement { id best { id } firstAppearance { id } lastAppearance { id } speaker { id } } } }`,
        { id },
      );
      const { body } = quote.article;
      expect(quote.text).toBe(quote.content.map(({ start, end }) => body.slice(start, end)).join(' '));
      expect(body.startsWith(quote.excerpt.text, quote.excerpt.start)).toBe(true);
      expect(await api.ask('query ($id: ID!) { statement(id: $id) { id } }', { id: statement.id })).toEqual({ statement });
    }
  });

  it('answer null for an id that nothing has, and for one of another type', async () => {
    const { source } = await api.ask<{ source: { id: string } }>('{ source(name: "The Quay") { id } }');
    const query = `query ($id: ID!) {
      article(id: $id) { id } quote(id: $id) { id } speaker(id: $id) { id } statement(id: $id) { id } articleOverlap(a: $id, b: $id) { id } }`;
    const nothing = { article: null, quote: null, speaker: null, statement: null, articleOverlap: null };
    expect(await api.ask(query, { id: source.id })).toEqual(nothing);
    expect(await api.ask(query, { id: 'art_999999' })).toEqual(nothing);
    expect(await api.ask('{ source(id: "src_999999") { id } node(id: "spk_999999") { id } sourceOverlap(a: "src_1", b: "src_1") { sharedStatementCount } }'))
      .toEqual({ source: null, node: null, sourceOverlap: null });
    expect(await api.ask('{ article(url: "https://nowhere.example/") { id } speaker(name: "Nobody Atall") { id } source(domain: "x") { id } }'))
      .toEqual({ article: null, speaker: null, source: null });
  });

  it('take exactly one argument', async () => {
    for (const look of ['article { id }', 'speaker { id }', 'source { id }', 'article(id: "art_1", url: "x") { id }', 'speaker(id: null, name: null) { id }', 'source(name: "a", domain: "b") { id }']) {
      expect(await code(`{ ${look} }`)).toEqual(['INVALID_LOOKUP']);
    }
    expect(await api.ask('query ($url: String) { source(name: "The Quay", id: $url) { name } }'.replace('$url: String', '$url: ID'))).toEqual({ source: { name: 'The Quay' } });
  });

  it('answer null for a name that two share', async () => {
    const shared = await openHarness([
      { body: 'The fair was loud, said Ana Moen. “It was too loud,” Moen said.', sourceName: 'Twin', sourceDomain: 'one.example' },
      { body: '“It was not,” said Ole Moen, a piper.', sourceName: 'Twin', sourceDomain: 'two.example' },
    ]);
    expect(await shared.ask('{ source(name: "Twin") { id } sources { totalCount } }')).toEqual({ source: null, sources: { totalCount: 2 } });
    await shared.close();
  });

  it('refuse a malformed id', async () => {
    for (const look of ['article(id: "x") { id }', 'quote(id: "") { id }', 'node(id: "art_0") { id }', 'articleOverlap(a: "x", b: "art_1") { id }', 'quotes(filter: { speakers: ["x"] }) { totalCount }', 'search(query: "", filter: { sources: ["x"] }) { totalCount }']) {
      expect(await code(`{ ${look} }`)).toEqual(['INVALID_ID']);
    }
  });
});

describe('node and nodes', () => {
  it('answer records of every type, overlaps too', async () => {
    const data = await api.ask<Record<string, { nodes: { id: string; __typename: string }[] }>>(`{
      sources(first: 1) { nodes { id __typename } } articles(first: 1) { nodes { id __typename } } quotes(first: 1) { nodes { id __typename } }
      speakers(first: 1) { nodes { id __typename } } statements(first: 1) { nodes { id __typename } } }`);
    const { article } = await api.ask<{ article: { overlaps: { nodes: { id: string; __typename: string }[] } } }>('{ article(url: "https://quay.example/1") { overlaps { nodes { id __typename } } } }');
    const all = [...Object.values(data).flatMap(({ nodes }) => nodes), ...article.overlaps.nodes];
    expect(new Set(all.map(({ __typename }) => __typename))).toEqual(new Set(['Source', 'Article', 'Quote', 'Speaker', 'Statement', 'ArticleOverlap']));
    expect(await api.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }', { ids: all.map(({ id }) => id) })).toEqual({ nodes: all });
    for (const node of all) expect(await api.ask('query ($id: ID!) { node(id: $id) { id __typename } }', { id: node.id })).toEqual({ node });
  });

  it('keep the places of what is not there and of what is no id', async () => {
    const { data, errors } = await api.send<object>('{ nodes(ids: ["art_1", "art_999999", "nonsense", "art_1"]) { id } }');
    expect(data).toEqual({ nodes: [{ id: 'art_1' }, null, null, { id: 'art_1' }] });
    expect(errors.map(({ path, extensions }) => [path, extensions?.code])).toEqual([[['nodes', 2], 'INVALID_ID']]);
  });

  it('take at most 100 ids', async () => {
    expect(await code('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(101).fill('art_1') })).toEqual(['INVALID_ARGUMENT']);
    expect(await code('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(100).fill('art_1') })).toEqual([]);
  });
});
