import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BRIDGE } from './support/bridge.js';
import { openHarness } from './support/harness.js';
import type { Harness } from './support/harness.js';

let api: Harness;
beforeEach(async () => (api = await openHarness(BRIDGE)));
afterEach(() => api.close());

interface UserError {
  code: string;
  path: string[] | null;
}
interface QuotePayload {
  quote: { id: string; speaker: { id: string; name: string } | null; attribution: { corrected: boolean }; statement: { id: string } } | null;
  dismissedQuoteId: string | null;
  previousStatement: { id: string } | null;
  deletedStatementId: string | null;
  userErrors: UserError[];
}
const QUOTE = 'quote { id speaker { id name } attribution { corrected } statement { id } } dismissedQuoteId previousStatement { id } deletedStatementId userErrors { code message path }';

const speakerId = async (name: string): Promise<string> => (await api.ask<{ speaker: { id: string } }>('query ($name: String) { speaker(name: $name) { id } }', { name })).speaker.id;
const quoteId = async (text: string): Promise<string> => {
  const { quotes } = await api.ask<{ quotes: { nodes: { id: string }[] } }>('query ($text: String) { quotes(filter: { text: $text }, orderBy: OLDEST) { nodes { id } } }', { text });
  return quotes.nodes[0].id;
};
const change = async (mutation: string, variables: Record<string, unknown>): Promise<QuotePayload> => {
  const declared = { quote: 'ID!', speaker: 'ID', name: 'String', statement: 'ID' };
  const names = Object.keys(variables) as (keyof typeof declared)[];
  const data = await api.ask<{ payload: QuotePayload }>(
    `mutation (${names.map((name) => `$${name}: ${declared[name]}`).join(', ')}) { payload: ${mutation}(${names.map((name) => `${name}: $${name}`).join(', ')}) { ${QUOTE} } }`,
    variables,
  );
  return data.payload;
};

describe('mergeSpeakers', () => {
  it('leaves one speaker, whom the old id answers and filters know', async () => {
    const [from, into] = [await speakerId('Hanne Vik'), await speakerId('Tomas Reiter')];
    const { mergeSpeakers } = await api.ask<{ mergeSpeakers: object }>('mutation ($from: ID!, $into: ID!) { mergeSpeakers(from: $from, into: $into) { speaker { id quoteCount } deletedSpeakerId userErrors { code } } }', { from, into });
    expect(mergeSpeakers).toEqual({ speaker: { id: into, quoteCount: 4 }, deletedSpeakerId: from, userErrors: [] });
    const after = await api.ask('query ($from: ID!, $list: [ID!]) { speaker(id: $from) { id } node(id: $from) { id } quotes(filter: { speakers: $list }) { totalCount } search(query: "", types: [QUOTE], filter: { speakers: $list }) { totalCount } }', { from, list: [from] });
    expect(after).toEqual({ speaker: { id: into }, node: { id: into }, quotes: { totalCount: 4 }, search: { totalCount: 4 } });
  });

  it('says which of the two is not there, and refuses one and the same', async () => {
    const into = await speakerId('Tomas Reiter');
    const query = 'mutation ($from: ID!, $into: ID!) { mergeSpeakers(from: $from, into: $into) { speaker { id } deletedSpeakerId userErrors { code path } } }';
    expect(await api.ask(query, { from: 'spk_999999', into })).toEqual({ mergeSpeakers: { speaker: null, deletedSpeakerId: null, userErrors: [{ code: 'NOT_FOUND', path: ['from'] }] } });
    expect(await api.ask(query, { from: 'src_1', into })).toMatchObject({ mergeSpeakers: { userErrors: [{ code: 'NOT_FOUND', path: ['from'] }] } });
    expect(await api.ask(query, { from: into, into })).toMatchObject({ mergeSpeakers: { userErrors: [{ code: 'CONFLICT' }] } });
  });
});

describe('candidates of a quote', () => {
  it('are each another speaker, with the better confidence, after merges too', async () => {
    const { store } = api.app;
    const id = async (name: string): Promise<number> => (await store.read.speakersByName(name))[0];
    const [ida, jonas, hanne, tomas] = [await id('Ida Lund'), await id('Jonas Berg'), await id('Hanne Vik'), await id('Tomas Reiter')];
    const [quote] = await store.read.idsAfter('QUOTE', 0, 1);
    await store.write(async (tx) => {
      const [{ contentKey }] = [(await tx.correctionOf(quote))!];
      const [record] = await tx.quotes([quote]);
      const candidates = [[ida, 0.2], [jonas, 0.5], [hanne, 0.4], [tomas, 0.6]].map(([speakerId, confidence]) => ({ speakerId, confidence }));
      await tx.updateQuote(quote, { ...record!, speakerId: ida, attribution: { ...record!.attribution, candidates }, contentKey, matchKeys: [] });
      await tx.mergeSpeakers(tomas, hanne);
    });
    const answer = await api.ask('query ($id: ID!) { quote(id: $id) { attribution { candidates { confidence speaker { name } } } } }', { id: `quo_${quote}` });
    expect(answer).toEqual({ quote: { attribution: { candidates: [
      { confidence: 0.6, speaker: { name: (await store.read.speakers([hanne]))[0]!.name } },
      { confidence: 0.5, speaker: { name: 'Jonas Berg' } },
    ] } } });
    expect(jonas).not.toBe(hanne);
  });
});

describe('corrections of a quote', () => {
  it('set its speaker by id, by name, or to nobody, and drop it again', async () => {
    const quote = await quoteId('ferry christmas');
    const before = (await api.ask<{ quote: { speaker: { id: string } } }>('query ($quote: ID!) { quote(id: $quote) { speaker { id } } }', { quote })).quote.speaker.id;
    const berg = await speakerId('Jonas Berg');
    expect(await change('setQuoteSpeaker', { quote, speaker: berg })).toMatchObject({ quote: { id: quote, speaker: { id: berg }, attribution: { corrected: true } }, userErrors: [] });
    expect(await change('setQuoteSpeaker', { quote, name: 'Somebody Quite New' })).toMatchObject({ quote: { speaker: { name: 'Somebody Quite New' } } });
    expect(await change('setQuoteSpeaker', { quote, name: 'tomas reiter' })).toMatchObject({ quote: { speaker: { name: 'Tomas Reiter' } } });
    expect(await change('setQuoteSpeaker', { quote })).toMatchObject({ quote: { speaker: null, attribution: { corrected: true } } });
    expect(await change('resetQuote', { quote })).toMatchObject({ quote: { speaker: { id: before }, attribution: { corrected: false } } });
  });

  it('refuse a speaker together with a name, a blank name, and what is not there', async () => {
    const [quote, speaker] = [await quoteId('ferry christmas'), await speakerId('Jonas Berg')];
    expect(await change('setQuoteSpeaker', { quote, speaker, name: 'X' })).toMatchObject({ quote: null, userErrors: [{ code: 'INVALID', path: ['name'] }] });
    expect(await change('setQuoteSpeaker', { quote, name: '  ' })).toMatchObject({ quote: null, userErrors: [{ code: 'BLANK', path: ['name'] }] });
    expect(await change('setQuoteSpeaker', { quote, speaker: 'spk_999999' })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', path: ['speaker'] }] });
    expect(await change('moveQuoteToStatement', { quote, statement: 'sta_999999' })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', path: ['statement'] }] });
    for (const mutation of ['setQuoteSpeaker', 'moveQuoteToStatement', 'dismissQuote', 'resetQuote']) {
      expect(await change(mutation, { quote: 'quo_999999' })).toMatchObject({ quote: null, userErrors: [{ code: 'NOT_FOUND', path: ['quote'] }] });
    }
  });

  it('move it to another statement or one of its own, and tell what became of the one it left', async () => {
    const [quote, other] = [await quoteId('ferry christmas'), await quoteId('carts')];
    const { target } = await api.ask<{ target: { statement: { id: string } } }>('query ($other: ID!) { target: quote(id: $other) { statement { id } } }', { other });
    const moved = await change('moveQuoteToStatement', { quote, statement: target.statement.id });
    expect(moved).toMatchObject({ quote: { id: quote, statement: target.statement }, userErrors: [] });
    const alone = await change('moveQuoteToStatement', { quote });
    expect(alone.quote!.statement.id).not.toBe(target.statement.id);
    expect(alone).toMatchObject({ previousStatement: target.statement, deletedStatementId: null });
    const back = await change('moveQuoteToStatement', { quote, statement: target.statement.id });
    expect(back).toMatchObject({ previousStatement: null, deletedStatementId: alone.quote!.statement.id });
  });

  it('dismiss it out of every list, and bring it back', async () => {
    const quote = await quoteId('ferry christmas');
    const total = async (): Promise<number> => (await api.ask<{ quotes: { totalCount: number } }>('{ quotes { totalCount } }')).quotes.totalCount;
    const before = await total();
    expect(await change('dismissQuote', { quote })).toMatchObject({ quote: null, dismissedQuoteId: quote, userErrors: [] });
    expect(await total()).toBe(before - 1);
    expect(await api.ask('query ($quote: ID!) { quote(id: $quote) { id } node(id: $quote) { id } search(query: "Christmas", types: [QUOTE]) { totalCount } }', { quote })).toEqual({ quote: null, node: null, search: { totalCount: 0 } });
    expect(await change('resetQuote', { quote })).toMatchObject({ quote: { id: quote }, userErrors: [] });
    expect(await total()).toBe(before);
  });

  it('take the speaker that they made with them', async () => {
    const quote = await quoteId('ferry christmas');
    const { quote: set } = await change('setQuoteSpeaker', { quote, name: 'Mistyped Nmae' });
    expect(set!.speaker!.name).toBe('Mistyped Nmae');
    await change('resetQuote', { quote });
    expect(await api.ask('query ($id: ID!) { speaker(id: $id) { id } speakers(filter: { name: "Mistyped" }) { totalCount } search(query: "Mistyped Nmae", types: [SPEAKER]) { nodes { __typename } } }', { id: set!.speaker!.id }))
      .toEqual({ speaker: null, speakers: { totalCount: 0 }, search: { nodes: [] } });
  });

  it('answer each of several in one request as it is at its turn', async () => {
    const [quote, berg] = [await quoteId('ferry christmas'), await speakerId('Jonas Berg')];
    const data = await api.ask<Record<string, { quote: { speaker: { name: string } | null } }>>(
      `mutation ($quote: ID!, $berg: ID) { a: setQuoteSpeaker(quote: $quote, speaker: $berg) { quote { speaker { name } } } b: setQuoteSpeaker(quote: $quote) { quote { speaker { name } } } c: resetQuote(quote: $quote) { quote { speaker { name } } } }`,
      { quote, berg },
    );
    expect([data.a, data.b, data.c].map((payload) => payload.quote.speaker?.name ?? null)).toEqual(['Jonas Berg', null, 'Ida Lund']);
  });
});

describe('articles', () => {
  const INGEST = 'mutation ($articles: [ArticleInput!]!) { ingestArticles(articles: $articles) { results { index status article { id revision } userErrors { code message path } } } }';
  interface Result {
    ingestArticles: { results: { index: number; status: string; article: { id: string; revision: number } | null; userErrors: UserError[] }[] };
  }

  it('go in one by one, and what is wrong with one is in its result', async () => {
    const body = 'Nothing much happened, said Per Aas.';
    const { ingestArticles } = await api.ask<Result>(INGEST, { articles: [{ body, sourceName: 'N' }, { body: ' ' }, { body, publishedAt: 'yesterday', url: 'ftp://x' }, BRIDGE[0], { ...BRIDGE[0], body: `${BRIDGE[0].body} More.` }] });
    const { results } = ingestArticles;
    expect(results.map(({ index, status }) => [index, status])).toEqual([[0, 'CREATED'], [1, 'REJECTED'], [2, 'REJECTED'], [3, 'UNCHANGED'], [4, 'UPDATED']]);
    expect(results[1]).toMatchObject({ article: null, userErrors: [{ code: 'BLANK', path: ['articles', '1', 'body'] }] });
    expect(results[2].userErrors.map(({ code, path }) => [code, path?.join('.')]).sort()).toEqual([['INVALID', 'articles.2.publishedAt'], ['INVALID', 'articles.2.url']]);
    expect(results[4].article).toEqual({ id: results[3].article!.id, revision: 2 });
    expect(results.filter(({ userErrors }) => userErrors.length === 0).length).toBe(3);
  });

  it('are deleted with what hangs on them', async () => {
    const { article } = await api.ask<{ article: { id: string } }>('{ article(url: "https://orrelgazette.example/lund") { id } }');
    const query = 'mutation ($id: ID!) { deleteArticle(id: $id) { deletedArticleId userErrors { code path } } }';
    expect(await api.ask(query, { id: article.id })).toEqual({ deleteArticle: { deletedArticleId: article.id, userErrors: [] } });
    expect(await api.ask('query ($id: ID!) { article(id: $id) { id } speaker(name: "Hanne Vik") { id } quotes(filter: { text: "christmas" }) { totalCount } }', { id: article.id })).toEqual({ article: null, speaker: null, quotes: { totalCount: 0 } });
    expect(await api.ask(query, { id: article.id })).toEqual({ deleteArticle: { deletedArticleId: null, userErrors: [{ code: 'NOT_FOUND', path: ['id'] }] } });
    expect(await api.ask(query, { id: 'quo_1' })).toMatchObject({ deleteArticle: { userErrors: [{ code: 'NOT_FOUND' }] } });
  });
});

describe('who may not change anything', () => {
  it('is told so for each field, and nothing changes', async () => {
    const quote = await quoteId('ferry christmas');
    const query = 'mutation ($quote: ID!) { a: dismissQuote(quote: $quote) { dismissedQuoteId } b: ingestArticles(articles: [{ body: "x" }]) { results { status } } c: deleteArticle(id: "art_1") { deletedArticleId } d: setQuoteSpeaker(quote: $quote, speaker: "spk_1", name: "x") { userErrors { code } } e: mergeSpeakers(from: "spk_1", into: "spk_2") { deletedSpeakerId } }';
    const { data, errors } = await api.send<object>(query, { variables: { quote }, mayMutate: false });
    expect(data).toEqual({ a: null, b: null, c: null, d: null, e: null });
    expect(errors.map(({ path, extensions }) => [path, extensions?.code])).toEqual(['a', 'b', 'c', 'd', 'e'].map((name) => [[name], 'UNAUTHENTICATED']));
    expect(await api.ask('query ($quote: ID!) { quote(id: $quote) { id } articles { totalCount } }', { quote })).toEqual({ quote: { id: quote }, articles: { totalCount: BRIDGE.length } });
  });

  it('a malformed id fails its own field and leaves its siblings', async () => {
    const { data, errors } = await api.send<{ a: null; b: object }>('mutation { a: dismissQuote(quote: "x") { dismissedQuoteId } b: deleteArticle(id: "art_999999") { userErrors { code } } }');
    expect(data).toEqual({ a: null, b: { userErrors: [{ code: 'NOT_FOUND' }] } });
    expect(errors.map(({ path, extensions }) => [path, extensions?.code])).toEqual([[['a'], 'INVALID_ID']]);
  });
});
