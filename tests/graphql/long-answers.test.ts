import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHarness } from './support/harness.js';
import type { Harness } from './support/harness.js';

const BODY = `“The well is dry,” said Nora Quist, a farmer.\n\n${'The council met again and nobody spoke of it. '.repeat(200_000)}`;
const ARTICLES = 7;

let api: Harness;
beforeAll(async () => {
  const long = Array.from({ length: ARTICLES }, (_, i) => ({ body: `${BODY}${i}`, title: `Long ${i}`, sourceName: 'Lengthy', publisherId: `l${i}` }));
  // One goes in by itself; reuse between copies of 9 MB is not what is tested here.
  api = await openHarness([long[0]]);
  await api.app.store.write(async (tx) => {
    for (let i = 1; i < ARTICLES; i++) {
      await tx.insertArticle({
        sourceId: 1, publisherId: `l${i}`, url: null, title: `Long ${i}`, byline: null, language: null, publishedAt: null, body: `${BODY}${i}`, bodyHash: `${i}`, boilerplate: [],
      });
    }
  });
}, 120_000);
afterAll(() => api.close());

const aliases = (count: number, field: string): string => Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(' ');
const codesOf = async (query: string): Promise<unknown[]> => [...new Set((await api.send(query)).errors.map(({ extensions }) => extensions?.code))];

it('a body repeated by alias is answered up to 50 MB and refused beyond, as no failure of ours', async () => {
  const { articles } = await api.ask<{ articles: { nodes: { id: string }[] } }>('{ articles { nodes { id } } }');
  const { id } = articles.nodes[0];
  expect(await codesOf(`{ article(id: "${id}") { ${aliases(5, 'body')} } }`)).toEqual([]);
  expect(await codesOf(`{ article(id: "${id}") { ${aliases(40, 'body')} } }`)).toEqual(['QUERY_TOO_COMPLEX']);
  expect(api.failures).toEqual([]);
}, 60_000);

it('bodies of many articles are weighed before they are read', async () => {
  expect(await codesOf('{ articles(first: 5) { nodes { body } } }')).toEqual([]);
  api.statements.length = 0;
  expect(await codesOf('{ articles { nodes { body } } }')).toEqual(['QUERY_TOO_COMPLEX']);
  expect(api.statements.filter((text) => /"body".* from "article_texts"/.test(text))).toEqual([]);
  expect(api.failures).toEqual([]);
}, 60_000);
