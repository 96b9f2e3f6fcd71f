/** What a change of a speaker's name reaches, on the real store and index. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mergeSpeakers } from '../../src/app/corrections.js';
import { drainOutbox } from '../../src/app/feed.js';
import { ingestArticle } from '../../src/app/ingest.js';
import { leaseOwner } from '../../src/app/lease.js';
import { search } from '../../src/app/search.js';
import { openApp, type OpenApp } from '../../src/cli/open-app.js';
import { readConfig } from '../../src/config.js';
import { makeFolder, removeFolder } from '../support/folder.js';

let folder: string;
let open: OpenApp;
beforeEach(async () => {
  folder = makeFolder();
  open = await openApp(readConfig({}, { data: folder }));
});
afterEach(async () => {
  await open.close();
  removeFolder(folder);
});

it('finds what a speaker said before by the name that a merge brings', async () => {
  const { app } = open;
  await ingestArticle(app, { body: '“The harbour will open in spring,” said Brandt.' });
  await ingestArticle(app, { body: '“We have plenty of copper,” said Lena Brandt.' });
  await drainOutbox(app, leaseOwner());
  const [[short], [full]] = [await app.store.read.speakersByName('Brandt'), await app.store.read.speakersByName('Lena Brandt')];
  await mergeSpeakers(app, full, short);
  await drainOutbox(app, leaseOwner());
  for (const type of ['QUOTE', 'STATEMENT'] as const) {
    const found = await search(app, { query: 'lena ', types: [type], filter: {}, facets: [], order: 'RELEVANCE', first: 10, after: null });
    expect(found.totalCount, type).toBe(2);
  }
});

it('takes an article that names more speakers than one statement of SQL has room for', async () => {
  const { app } = open;
  // 6 parameters a name, of 32,766.
  const names = Array.from({ length: 6_000 }, (_, i) => `Anna K${[...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`);
  const sightings = names.map((name) => ({ key: name.toLowerCase(), type: 'PERSON' as const, name, forms: [{ form: name, count: 1 }], roles: [{ title: 'minister', span: { start: 0, end: 8 } }] }));
  const fields = { sourceId: null, publisherId: null, url: null, title: null, byline: null, language: null, publishedAt: null, body: 'x', bodyHash: 'x', boilerplate: [] };
  const ids = await app.store.write(async (tx) => tx.replaceSightings(await tx.insertArticle(fields), sightings));
  expect(new Set(ids).size).toBe(names.length);
  expect((await app.store.read.speakersByName(names.at(-1)!))[0]).toBe(ids.at(-1));
});
