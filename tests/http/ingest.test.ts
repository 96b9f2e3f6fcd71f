import { afterAll, beforeAll, expect, it } from 'vitest';
import { startService, type Service } from '../support/command.js';
import { makeFolder, removeFolder } from '../support/folder.js';
import { expectNoInternals, post } from './requests.js';

let folder: string;
let service: Service;
beforeAll(async () => {
  folder = makeFolder();
  service = await startService(['--data', folder, '--no-seeds']);
});
afterAll(async () => {
  await service.kill();
  removeFolder(folder);
});

interface Result {
  readonly index: number;
  readonly status: string;
  readonly article: { readonly title: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string; readonly path: readonly string[] }[];
}

async function ingest(articles: readonly object[]): Promise<readonly Result[]> {
  const query = 'mutation ($articles: [ArticleInput!]!) { ingestArticles(articles: $articles) { results { index status article { title } userErrors { code message path } } } }';
  const { json, text } = await post(service.url, JSON.stringify({ query, variables: { articles } }));
  expect(json.errors, text.slice(0, 500)).toBeUndefined();
  expectNoInternals(text);
  return (json.data as { ingestArticles: { results: Result[] } }).ingestArticles.results;
}

const article = (title: string, more: object = {}): object => ({ title, body: `${title}\n\n“The ${title} line opens on Monday,” said Ada Brook, the mayor.`, sourceName: 'Vale Herald', publishedAt: '2025-03-01', ...more });

it('a batch: the good ones go in, each bad one says why', async () => {
  const results = await ingest([
    article('Harbour'),
    { title: 'No body' },
    { title: 'Blank body', body: ' \n ' },
    article('Bad date', { publishedAt: '2025-02-30' }),
    article('Word for a date', { publishedAt: 'yesterday' }),
    article('Bad address', { url: 'javascript:alert(1)' }),
    { title: 'Binary', body: 'a\0b' },
    article('Hill'),
    article('Harbour'),
  ]);
  expect(results.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(results.map(({ status }) => status)).toEqual(['CREATED', 'REJECTED', 'REJECTED', 'REJECTED', 'REJECTED', 'REJECTED', 'REJECTED', 'CREATED', 'UNCHANGED']);
  expect(results.flatMap(({ userErrors }) => userErrors.map(({ code, path }) => `${code} ${path.join('.')}`))).toEqual([
    'BLANK articles.1.body', 'BLANK articles.2.body', 'INVALID articles.3.publishedAt', 'INVALID articles.4.publishedAt', 'INVALID articles.5.url', 'INVALID articles.6.body',
  ]);
  for (const { status, userErrors, article: stored } of results) expect([userErrors.length > 0, stored === null]).toEqual([status === 'REJECTED', status === 'REJECTED']);
  const { data } = await service.graphql<{ articles: { nodes: { title: string }[] }; search: { totalCount: number } }>('{ articles { nodes { title } } search(query: "harbour line opens", types: [QUOTE]) { totalCount } }');
  expect(data!.articles.nodes.map(({ title }) => title).sort()).toEqual(['Harbour', 'Hill']);
  expect(data!.search.totalCount).toBeGreaterThan(0);
});

it('an empty batch is none', async () => {
  expect(await ingest([])).toEqual([]);
});

it('an article of 1.5 MB goes in under the usual limit, one over 10 MB does not', async () => {
  const paragraph = 'The council met again on the matter of the quay and put it off until the spring, as it had done before.\n\n';
  const large = (bytes: number): object => article('Long', { publisherId: `long-${bytes}`, body: `Long\n\n“The quay stays open,” said Ada Brook.\n\n${paragraph.repeat(Math.ceil(bytes / paragraph.length))}` });
  expect((await ingest([large(1_500_000)])).map(({ status }) => status)).toEqual(['CREATED']);
  const [tooLarge] = await ingest([large(10_600_000)]);
  expect([tooLarge.status, tooLarge.userErrors.map(({ code, path }) => [code, path])]).toEqual(['REJECTED', [['TOO_LONG', ['articles', '0', 'body']]]]);
}, 120_000);

it('half an emoji in a body is not stored', async () => {
  const [result] = await ingest([article('Half', { body: 'Half \ud83d of one. “Yes,” said Ada Brook.' })]);
  expect(['CREATED', 'REJECTED']).toContain(result.status);
  const { data } = await service.graphql<{ articles: { nodes: { body: string }[] } }>('{ articles(filter: { text: "half" }) { nodes { body } } }');
  for (const { body } of data!.articles.nodes) expect(body.isWellFormed()).toBe(true);
});

it('nothing of all this was a failure of ours', () => {
  expect(service.stderr()).toBe('');
});
