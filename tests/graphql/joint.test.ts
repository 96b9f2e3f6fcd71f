/** Quotes that several say together, through the API: in their lists, in what people correct, and in search. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHarness } from './support/harness.js';
import type { Harness } from './support/harness.js';

const ARTICLE = {
  publisherId: 'dam', sourceName: 'Lund Post', publishedAt: '2025-03-01',
  body: `Ana Reyes, the mayor of Lund, met Paul Orr on Monday.

“The dam will hold until the spring,” Reyes and Orr said.

Paul Orr said the town would pay for a new one.

“Nobody asked the farmers,” said an onlooker.`,
};

let api: Harness;
beforeEach(async () => (api = await openHarness([ARTICLE])));
afterEach(() => api.close());

interface Quotes {
  quotes: { nodes: { id: string; speaker: { name: string } | null; speakers: { name: string }[] }[] };
}
const QUOTE = 'id speaker { name } speakers { name }';
const names = ({ speakers }: { speakers: { name: string }[] }): string[] => speakers.map(({ name }) => name);
const quotes = async (): Promise<Quotes['quotes']['nodes']> => (await api.ask<Quotes>(`{ quotes(orderBy: OLDEST) { nodes { ${QUOTE} } } }`)).quotes.nodes;

/** By name: the speaker's own count, the list under the speaker, the filter and the statements. */
const counts = async (name: string): Promise<number[]> => {
  const { speaker } = await api.ask<{ speaker: { id: string; quoteCount: number; quotes: { totalCount: number; nodes: unknown[] }; statements: { totalCount: number } } }>(
    'query ($name: String) { speaker(name: $name) { id quoteCount quotes { totalCount nodes { id } } statements { totalCount } } }', { name },
  );
  const filtered = await api.ask<{ quotes: { totalCount: number }; statements: { totalCount: number } }>(
    'query ($ids: [ID!]) { quotes(filter: { speakers: $ids }) { totalCount } statements(filter: { speakers: $ids }) { totalCount } }', { ids: [speaker.id] },
  );
  return [speaker.quoteCount, speaker.quotes.totalCount, speaker.quotes.nodes.length, filtered.quotes.totalCount, speaker.statements.totalCount, filtered.statements.totalCount];
};

describe('Quote.speakers', () => {
  it('holds all who say it, the speaker first; one where it is one, none where it is nobody', async () => {
    const all = await quotes();
    expect(all.map(names)).toEqual([['Ana Reyes', 'Paul Orr'], ['Paul Orr'], []]);
    expect(all.map(({ speaker }) => speaker?.name ?? null)).toEqual(['Ana Reyes', 'Paul Orr', null]);
  });

  it('gives each of them the quote, in lists, counts and filters alike', async () => {
    expect(await counts('Ana Reyes')).toEqual([1, 1, 1, 1, 1, 1]);
    expect(await counts('Paul Orr')).toEqual([2, 2, 2, 2, 2, 2]);
  });

  it('is replaced by who is set by hand, also after the article is read again, and comes back', async () => {
    const [{ id }] = await quotes();
    const set = 'mutation ($id: ID!, $name: String) { setQuoteSpeaker(quote: $id, name: $name) { quote { speakers { name } } } }';
    expect(await api.ask(set, { id, name: 'Paul Orr' })).toEqual({ setQuoteSpeaker: { quote: { speakers: [{ name: 'Paul Orr' }] } } });
    expect(await counts('Paul Orr')).toEqual([2, 2, 2, 2, 2, 2]);
    expect(await api.ask(set, { id })).toEqual({ setQuoteSpeaker: { quote: { speakers: [] } } });
    expect(await counts('Paul Orr')).toEqual([1, 1, 1, 1, 1, 1]);
    await api.ask('mutation ($a: [ArticleInput!]!) { ingestArticles(articles: $a) { results { status } } }', { a: [{ ...ARTICLE, body: `${ARTICLE.body}\n\nThe rain went on.` }] });
    expect((await quotes()).map((quote) => [quote.id, names(quote)])[0]).toEqual([id, []]);
    expect(await api.ask('mutation ($id: ID!) { resetQuote(quote: $id) { quote { speakers { name } } } }', { id })).toEqual({ resetQuote: { quote: { speakers: [{ name: 'Ana Reyes' }, { name: 'Paul Orr' }] } } });
    expect(await counts('Paul Orr')).toEqual([2, 2, 2, 2, 2, 2]);
  });

  it('holds two that were merged once', async () => {
    const { a, b } = await api.ask<{ a: { id: string }; b: { id: string } }>('{ a: speaker(name: "Paul Orr") { id } b: speaker(name: "Ana Reyes") { id } }');
    await api.ask('mutation ($from: ID!, $into: ID!) { mergeSpeakers(from: $from, into: $into) { speaker { id } } }', { from: a.id, into: b.id });
    expect((await quotes()).map(({ speakers }) => speakers.length)).toEqual([1, 1, 0]);
    expect(await counts('Ana Reyes')).toEqual([2, 2, 2, 2, 2, 2]);
  });
});

it('search finds the quote by each of their names, and counts it for the first', async () => {
  const [{ id }] = await quotes();
  const found = async (query: string): Promise<string[]> =>
    (await api.ask<{ search: { nodes: { id: string }[] } }>('query ($query: String!) { search(query: $query, types: [QUOTE]) { nodes { ... on Quote { id } } } }', { query })).search.nodes.map((node) => node.id);
  expect(await found('Reyes dam')).toContain(id);
  expect(await found('Orr dam')).toContain(id);
  const { search } = await api.ask<{ search: { facets: { values: { label: string; count: number }[] }[] } }>('{ search(query: "dam spring", types: [QUOTE], facets: [SPEAKER]) { facets { values { label count } } } }');
  expect(search.facets[0].values).toEqual([{ label: 'Ana Reyes', count: 1 }]);
});

it('extractQuotes gives them of a text that is not stored', async () => {
  const text = 'Ana Reyes and Paul Orr said the dam was safe. “Nobody asked us,” said an onlooker.';
  expect(await api.ask('query ($text: String!) { extractQuotes(text: $text) { speakerName speakers { name type } } }', { text })).toEqual({ extractQuotes: [
    { speakerName: 'Ana Reyes', speakers: [{ name: 'Ana Reyes', type: 'PERSON' }, { name: 'Paul Orr', type: 'PERSON' }] },
    { speakerName: null, speakers: [] },
  ] });
});
