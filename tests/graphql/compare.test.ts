/** compareQuotes: the decision on two stored quotes, with its reasons. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness } from './support/harness.js';
import type { Harness } from './support/harness.js';

const articles = [
  { publisherId: 'a', sourceName: 'Lund Post', publishedAt: '2025-03-01', body: 'Ana Reyes met the farmers.\n\n“The dam will hold until the spring, and then we will build a new one,” Ana Reyes said.' },
  { publisherId: 'b', sourceName: 'Orrin News', publishedAt: '2025-03-01', body: 'Ana Reyes told farmers that the dam will hold until spring and that a new one will be built then.\n\n“Nobody asked us,” said Paul Orr.' },
];

let api: Harness;
let ids: Map<string, string>;
beforeAll(async () => {
  api = await openHarness(articles);
  const { quotes } = await api.ask<{ quotes: { nodes: { id: string; speaker: { name: string }; article: { publisherId: string } }[] } }>(
    '{ quotes { nodes { id speaker { name } article { publisherId } } } }',
  );
  ids = new Map(quotes.nodes.map(({ id, speaker, article }) => [`${article.publisherId} ${speaker.name}`, id]));
});
afterAll(() => api.close());

interface Answer {
  compareQuotes: { a: { id: string }; b: { id: string }; score: number; same: boolean; match: string | null; reasons: { code: string; message: string; weight: number }[] } | null;
}
const compare = async (a: string, b: string): Promise<Answer['compareQuotes']> =>
  (await api.ask<Answer>('query ($a: ID!, $b: ID!) { compareQuotes(a: $a, b: $b) { a { id } b { id } score same match reasons { code message weight } } }', { a, b })).compareQuotes;

describe('compareQuotes', () => {
  it('says of two renderings that they are one statement, and why', async () => {
    const [a, b] = [ids.get('a Ana Reyes')!, ids.get('b Ana Reyes')!];
    const answer = await compare(a, b);
    expect(answer).toMatchObject({ a: { id: a }, b: { id: b }, same: true });
    expect(answer!.score).toBeGreaterThan(0.5);
    expect(answer!.reasons.map(({ code }) => code)).toContain('SAME_SPEAKER');
    expect((await compare(b, a))!.score).toBeCloseTo(answer!.score, 10);
  });

  it('says of two statements that they are apart', async () => {
    const answer = await compare(ids.get('a Ana Reyes')!, ids.get('b Paul Orr')!);
    expect(answer).toMatchObject({ same: false, match: null });
    expect(answer!.reasons.find(({ code }) => code === 'DIFFERENT_SPEAKER')!.weight).toBeLessThan(0);
  });

  it('is null where nothing has one of the ids, and an error where one is no id', async () => {
    expect(await compare(ids.get('a Ana Reyes')!, 'quo_999999')).toBeNull();
    await expect(compare(ids.get('a Ana Reyes')!, 'nonsense')).rejects.toThrow(/INVALID_ID|id/);
  });
});
