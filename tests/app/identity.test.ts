/** The rules of identity one by one, on the real store. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ingestArticle } from '../../src/app/ingest.js';
import type { App, ArticleDraft, IngestOutcome } from '../../src/app/types.js';
import { openApp, type OpenApp } from '../../src/cli/open-app.js';
import { readConfig } from '../../src/config.js';
import { makeFolder, removeFolder } from '../support/folder.js';

const BODY = '“The pier is safe,” said Mayor Ines Calloway.\n\n“We tested every plank,” said engineer Tom Hale.';
const OTHER = '“Nobody asked us about the tariff,” said fisherman Ned Sole.';

let folder: string;
let open: OpenApp;
let app: App;
beforeEach(async () => {
  folder = makeFolder();
  open = await openApp(readConfig({}, { data: folder }));
  app = open.app;
});
afterEach(async () => {
  await open.close();
  removeFolder(folder);
});

const put = (draft: ArticleDraft): Promise<IngestOutcome> => ingestArticle(app, { body: BODY, ...draft });
const statuses = async (...drafts: ArticleDraft[]): Promise<string[]> => {
  const found: string[] = [];
  const seen: number[] = [];
  for (const draft of drafts) {
    const { status, articleId } = await put(draft);
    if (!seen.includes(articleId!)) seen.push(articleId!);
    found.push(`${status} ${seen.indexOf(articleId!)}`);
  }
  return found;
};

describe('an article is the same', () => {
  it('whatever the fragment of its address', async () => {
    const url = 'https://gull.example/pier';
    expect(await statuses({ url }, { url: `${url}#comments` }, { url: `${url}#` }, { url: `${url}?page=2#top`, body: OTHER })).toEqual(['CREATED 0', 'UNCHANGED 0', 'UNCHANGED 0', 'CREATED 1']);
    expect((await app.store.read.articlesByUrl(`${url}?page=2`)).length).toBe(1);
  });

  it('when its source and its publisher id agree, whatever else changed', async () => {
    expect(await statuses({ sourceName: 'Gull', publisherId: '1' }, { sourceName: 'Gull', publisherId: '1' }, { sourceName: 'Gull', publisherId: '1', body: OTHER, url: 'https://gull.example/new' })).toEqual(['CREATED 0', 'UNCHANGED 0', 'UPDATED 0']);
  });

  it('else when its url agrees', async () => {
    expect(await statuses(
      { url: 'https://gull.example/a', publisherId: '1' }, { url: 'https://gull.example/a' }, { url: 'https://GULL.example/a', body: OTHER, publisherId: '2' }, { url: 'https://gull.example/b', body: 'Another text.' },
    )).toEqual(['CREATED 0', 'UNCHANGED 0', 'UPDATED 0', 'CREATED 1']);
  });

  it('else when its source and its body agree', async () => {
    expect(await statuses({ sourceName: 'Gull' }, { sourceName: 'Gull' }, { sourceName: 'Gull', title: 'Pier' }, { sourceName: 'Gull', body: OTHER })).toEqual(['CREATED 0', 'UNCHANGED 0', 'UPDATED 0', 'CREATED 1']);
  });

  it('not when one text stands at two sources, with the same id or without', async () => {
    expect(await statuses({ sourceName: 'Gull', publisherId: 'a.txt' }, { sourceName: 'Herald', publisherId: 'a.txt' }, { publisherId: 'a.txt' }, { sourceName: 'Post' })).toEqual(['CREATED 0', 'CREATED 1', 'CREATED 2', 'CREATED 3']);
  });

  it('by a file name only where the source agrees, or is absent in both', async () => {
    expect(await statuses({ publisherId: 'a.txt' }, { publisherId: 'a.txt', body: OTHER }, { publisherId: 'a.txt', sourceName: 'Gull', body: OTHER })).toEqual(['CREATED 0', 'UPDATED 0', 'CREATED 1']);
  });

  it('and takes a source that is named later, in the store or not', async () => {
    expect(await statuses({ url: 'https://gull.example/a' }, { url: 'https://gull.example/a', sourceName: 'The Daily Gull' }, { url: 'https://gull.example/a', sourceName: 'The Daily Gull' })).toEqual(['CREATED 0', 'UPDATED 0', 'UNCHANGED 0']);
    const [article] = await app.store.read.articles([1]);
    const [source] = await app.store.read.sources([article!.sourceId!]);
    expect(source!.name).toBe('The Daily Gull');
  });

  it('when the source is known by its domain under another name', async () => {
    expect(await statuses({ sourceName: 'The Gull', sourceDomain: 'gull.example', publisherId: '1' }, { sourceName: 'Gull', sourceDomain: 'www.gull.example', publisherId: '1' })).toEqual(['CREATED 0', 'UNCHANGED 0']);
  });
});

describe('a revision', () => {
  it('keeps the ids of the quotes that read the same, and the fields that the new text does not state', async () => {
    const { articleId } = await put({ sourceName: 'Gull', publisherId: '1', title: 'Pier', byline: 'Ann Lee', publishedAt: '2025-03-04' });
    const quotesNow = async (): Promise<[number, string][]> => {
      const ids = await app.store.read.idsAfter('QUOTE', 0, 100);
      return (await app.store.read.quotes(ids)).map((q) => [q!.id, q!.text]);
    };
    const before = await quotesNow();
    await put({ sourceName: 'Gull', publisherId: '1', body: `Update: the pier opened at noon.\n\n${BODY.replace('every plank', 'all the planks')}` });
    const after = await quotesNow();
    const [article] = await app.store.read.articles([articleId!]);
    expect(article).toMatchObject({ revision: 2, title: 'Pier', byline: 'Ann Lee', publishedAt: '2025-03-04T00:00:00.000Z', publisherId: '1' });
    expect(before.map(([, text]) => text)).toEqual(['“The pier is safe,”', '“We tested every plank,”']);
    expect(after.map(([, text]) => text).sort()).toEqual(['“The pier is safe,”', '“We tested all the planks,”']);
    expect(after).toContainEqual(before[0]);
    expect(after.map(([id]) => id)).not.toContain(before[1][0]);
  });

  it('is not made by what says less', async () => {
    expect(await statuses({ sourceName: 'Gull', publisherId: '1', title: 'Pier', url: 'https://gull.example/a' }, { sourceName: 'Gull', publisherId: '1' }, { sourceName: 'Gull' })).toEqual(['CREATED 0', 'UNCHANGED 0', 'UNCHANGED 0']);
  });
});

describe('a draft', () => {
  it.each<[ArticleDraft, string]>([
    [{ body: null }, 'NO_BODY'], [{ body: ' \n' }, 'NO_BODY'], [{ body: 'a\0b' }, 'BINARY'], [{ body: 'x'.repeat(10 * 1024 * 1024 + 1) }, 'TOO_LARGE'],
    [{ publishedAt: 'yesterday' }, 'INVALID_DATE'], [{ publishedAt: '2025-02-30' }, 'INVALID_DATE'], [{ url: 'ftp://x' }, 'INVALID_URL'],
    [{ language: 'not a tag' }, 'INVALID_ARTICLE'], [{ sourceDomain: 'no domain!' }, 'INVALID_ARTICLE'], [{ title: 'x'.repeat(2_001) }, 'INVALID_ARTICLE'],
  ])('is refused whole: case %#', async (draft, errorCode) => {
    expect(await put(draft)).toMatchObject({ status: 'REJECTED', articleId: null, problems: [{ errorCode }] });
    expect(await app.store.read.isEmpty()).toBe(true);
  });

  it('loses its byte-order marks, and nothing else of its body', async () => {
    const odd = ' \t“Tabs,”\r\nsaid Ann Lee.\u2028\u00a0\ud83d\ude00\ufffd\u0085 ';
    const { articleId } = await put({ body: `\uFEFF\uFEFF${odd}` });
    expect(await app.store.read.bodies([articleId!])).toEqual([odd]);
  });
});
