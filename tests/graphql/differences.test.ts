/** Differences, echoes and reasons on the real store. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness } from './support/harness.js';
import type { Harness } from './support/harness.js';

const articles = [
  {
    publisherId: 'post', sourceName: 'Lund Post', publishedAt: '2025-03-01',
    body: 'Ana Reyes met the farmers on Saturday.\n\n“The dam at Orrel will obviously hold until the spring,” Ana Reyes said. “Then we will build a new one 33 feet high.”',
  },
  {
    publisherId: 'news', sourceName: 'Orrin News', publishedAt: '2025-03-02',
    body: 'Ana Reyes claimed that the dam at Orrel will perhaps hold until the spring and that a new one will be built 10 metres high.',
  },
  {
    publisherId: 'wire', sourceName: 'Quay Wire', publishedAt: '2025-03-02',
    body: 'In Orrel, Ana Reyes said: “The dam at Orrel will hold until the spring. Then we will build a new one 12 metres high.”',
  },
  ...['2025-01-01', '2025-06-01', '2025-09-01'].map((publishedAt, i) => ({
    publisherId: `rally-${i}`, sourceName: 'Lund Post', publishedAt,
    body: `Paul Orr spoke in town ${i}.\n\n“We shall bring the railway back to this valley,” said Paul Orr.\n\n“Thank you very much,” Orr said later.`,
  })),
  { publisherId: 'other', sourceName: 'Quay Wire', publishedAt: '2025-07-01', body: '“We shall bring the railway back to this valley,” said Mona Lind, a singer.' },
];

interface Side { text: string; spans: { start: number; end: number }[] }
interface Compared { a: { id: string; article: { body: string } }; b: { id: string; article: { publisherId: string; body: string } }; differences: { kind: string; explanation: string; a: Side; b: Side }[] }
interface Found { id: string; text: string; differences: { totalCount: number; nodes: Compared[] }; echoes: { totalCount: number; nodes: { id: string; text: string; firstAppearance: { article: { publisherId: string } } }[] }; renderings: { nodes: { quote: { id: string }; match: string; reasons: { code: string; weight: number }[] }[] }; best: { id: string } }

let api: Harness;
let found: Found[];
beforeAll(async () => {
  api = await openHarness(articles);
  const { statements } = await api.ask<{ statements: { nodes: Found[] } }>(`{ statements(first: 30) { nodes { id text best { id }
    differences(first: 3) { totalCount nodes { a { id article { body } } b { id article { publisherId body } } differences { kind explanation a { text spans { start end } } b { text spans { start end } } } } }
    echoes(first: 5) { totalCount nodes { id text firstAppearance { article { publisherId } } } }
    renderings(first: 5) { nodes { quote { id } match reasons { code weight } } } } } }`);
  found = statements.nodes;
});
afterAll(() => api.close());

const dam = (): Found => found.find(({ differences }) => differences.totalCount === 2)!;
const railways = (): Found[] => found.filter(({ text }) => text.includes('railway'));

describe('statement.differences', () => {
  it('sets every other rendering beside the best, oldest first', () => {
    const { best, differences } = dam();
    expect(differences.nodes.map(({ a }) => a.id)).toEqual([best.id, best.id]);
    expect(differences.nodes.map(({ b }) => b.article.publisherId)).toEqual(['news', 'wire']);
    expect(found.filter(({ renderings }) => renderings.nodes.length === 1).every(({ differences: { totalCount, nodes } }) => totalCount === 0 && nodes.length === 0)).toBe(true);
  });

  it('tells what differs, with the words of both articles', () => {
    const [news, wire] = dam().differences.nodes.map(({ differences }) => differences.map(({ kind, a, b }) => [kind, a.text, b.text]));
    expect(news).toEqual(expect.arrayContaining([['ATTRIBUTION', 'said', 'claimed'], ['INTENSIFIER', 'obviously', ''], ['HEDGE', '', 'perhaps']]));
    expect(news.map(([kind]) => kind)).not.toContain('NUMBER');
    expect(wire).toEqual([['INTENSIFIER', 'obviously', ''], ['NUMBER', '33 feet', '12 metres']]);
    for (const { a, b, differences } of dam().differences.nodes) {
      for (const difference of differences) {
        expect(difference.explanation.length).toBeGreaterThan(10);
        for (const [quote, side] of [[a, difference.a], [b, difference.b]] as const) expect(side.spans.map(({ start, end }) => quote.article.body.slice(start, end)).join(' ')).toBe(side.text);
      }
    }
  });

  it('is read in pages', async () => {
    const page = async (after: string | null) => (await api.ask<{ statement: { differences: { nodes: Compared[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } }>(
      'query ($id: ID!, $after: String) { statement(id: $id) { differences(first: 1, after: $after) { nodes { b { id article { publisherId } } } pageInfo { hasNextPage endCursor } } } }', { id: dam().id, after },
    )).statement.differences;
    const one = await page(null);
    expect([one.nodes[0].b.article.publisherId, one.pageInfo.hasNextPage]).toEqual(['news', true]);
    const two = await page(one.pageInfo.endCursor);
    expect([two.nodes[0].b.article.publisherId, two.pageInfo.hasNextPage]).toEqual(['wire', false]);
  });
});

describe('reasons of a rendering', () => {
  it('are those of compareQuotes with the best, none for the best itself', async () => {
    const { best, renderings } = dam();
    for (const { quote, reasons } of renderings.nodes) {
      if (quote.id === best.id) expect(reasons).toEqual([]);
      else {
        const { compareQuotes } = await api.ask<{ compareQuotes: { reasons: object[] } }>('query ($a: ID!, $b: ID!) { compareQuotes(a: $a, b: $b) { reasons { code weight } } }', { a: best.id, b: quote.id });
        expect(reasons).toEqual(compareQuotes.reasons);
        expect(reasons.map(({ code }) => code)).toContain('SAME_SPEAKER');
      }
    }
  });

  it('are those of the words where a text is looked for', async () => {
    const { findRenderings: { nodes } } = await api.ask<{ findRenderings: { nodes: { reasons: { code: string }[] }[] } }>('{ findRenderings(text: "The dam at Orrel will hold until the spring", first: 1) { nodes { reasons { code message weight } } } }');
    const codes = nodes[0].reasons.map(({ code }) => code);
    expect(codes).toContain('SHARED_WORDS');
    expect(codes.filter((code) => /SPEAKER|TIME|OCCASION/.test(code))).toEqual([]);
  });
});

describe('statement.echoes', () => {
  it('are the same speaker’s statements in the same words, apart in time', () => {
    const orr = railways().filter(({ echoes }) => echoes.totalCount > 0);
    expect(orr).toHaveLength(3);
    for (const { id, echoes } of orr) {
      expect(echoes.totalCount).toBe(2);
      expect(new Set([id, ...echoes.nodes.map((one) => one.id)])).toEqual(new Set(orr.map((one) => one.id)));
    }
  });

  it('are none of another speaker, and none of words that everybody says', () => {
    expect(railways()).toHaveLength(4);
    expect(railways().filter(({ echoes }) => echoes.totalCount === 0)).toHaveLength(1);
    const thanks = found.filter(({ text }) => text.includes('Thank you'));
    expect(thanks).toHaveLength(3);
    expect(thanks.flatMap(({ echoes }) => echoes.nodes)).toEqual([]);
  });

  it('are none within the days in which the same words are one statement, unless a person set them apart', async () => {
    const [one] = (await api.ask<{ statements: { nodes: Found[] } }>('{ statements(filter: { text: "dam" }, first: 1) { nodes { id renderings { nodes { quote { id } match } } } } }')).statements.nodes;
    const echoes = async (id: string): Promise<number> => (await api.ask<{ statement: Found }>('query ($id: ID!) { statement(id: $id) { echoes { totalCount } } }', { id })).statement.echoes.totalCount;
    expect(await echoes(one.id)).toBe(0);
    const { best } = dam();
    const moved = one.renderings.nodes.find(({ quote, match }) => quote.id !== best.id && match !== 'PARAPHRASE')!.quote.id;
    const { moveQuoteToStatement: { quote } } = await api.ask<{ moveQuoteToStatement: { quote: { statement: { id: string } } } }>('mutation ($quote: ID!) { moveQuoteToStatement(quote: $quote) { quote { statement { id } } } }', { quote: moved });
    expect([await echoes(one.id), await echoes(quote.statement.id)]).toEqual([1, 1]);
  });

  it('are read in pages, and refuse the cursor of another list', async () => {
    const { id } = railways().find(({ echoes }) => echoes.totalCount === 2)!;
    const query = 'query ($id: ID!, $after: String) { statement(id: $id) { echoes(first: 1, after: $after) { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } } }';
    type Page = { statement: { echoes: { totalCount: number; nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string } } } };
    const one = (await api.ask<Page>(query, { id })).statement.echoes;
    const two = (await api.ask<Page>(query, { id, after: one.pageInfo.endCursor })).statement.echoes;
    expect([one.totalCount, one.pageInfo.hasNextPage, two.pageInfo.hasNextPage, two.pageInfo.hasPreviousPage]).toEqual([2, true, false, true]);
    expect(two.nodes[0].id).not.toBe(one.nodes[0].id);
    const { errors } = await api.send(query, { variables: { id, after: Buffer.from('["2025-01-01",1]').toString('base64url') } });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['INVALID_CURSOR']);
  });
});
