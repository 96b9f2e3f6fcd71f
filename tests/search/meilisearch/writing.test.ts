/** What is left when a writer dies half-way, and indexes that another version made. */
import { afterAll, describe, expect, it } from 'vitest';
import { storedDocument } from '../../../src/search/meilisearch/documents.js';
import { DOCUMENT_VERSION, INDEX_SETTINGS, SETTINGS_VERSION } from '../../../src/search/meilisearch/settings.js';
import { tasksDone } from '../../../src/search/meilisearch/tasks.js';
import { batchesOf, keysOf, request } from '../../contract/search-index.js';
import { day, smallStory } from '../../contract/search-index.documents.js';
import { client, SKIPPED, TestPrefixes, WITHOUT_SERVER } from './server.js';

const PATIENT = { timeout: 60_000 };

describe.skipIf(WITHOUT_SERVER)(`writing to a Meilisearch server${SKIPPED}`, () => {
  const prefixes = new TestPrefixes();
  afterAll(() => prefixes.deleteAll());

  const built = async (word: string) => {
    const prefix = prefixes.next();
    const index = await prefixes.open(prefix);
    await index.rebuild(batchesOf(smallStory(7, word, day(1))), 3);
    return { prefix, index };
  };

  it('a prefix that nothing was built under has no position and no answers', async () => {
    const index = await prefixes.open();
    expect(await index.position()).toBeNull();
    expect(await index.apply({ from: 0, to: 1, upserts: [], deletes: [] })).toBe(false);
    await expect(index.search(request('anything'))).rejects.toMatchObject({ code: 'SEARCH_UNAVAILABLE' });
  });

  it('a second service on the same prefix sees what the first wrote, one on another prefix does not', async () => {
    const { prefix, index } = await built('lighthouse');
    const beside = await prefixes.open(prefix);
    await index.apply({ from: 3, to: 4, upserts: smallStory(8, 'windmill', day(2)), deletes: [] });
    expect(await beside.position()).toBe(4);
    expect((await beside.search(request('windmill '))).total).toBe(3);
    expect(await (await prefixes.open()).position()).toBeNull();
  });

  it('a batch that was broken off before its position was written is told again', async () => {
    const { prefix, index } = await built('lighthouse');
    const batch = { from: 3, to: 5, upserts: smallStory(8, 'windmill', day(2)), deletes: [{ type: 'QUOTE' as const, id: 7 }] };
    // What the dead writer got done: the articles of the batch, and not the position.
    await client().index(`${prefix}articles`).addDocuments([storedDocument(batch.upserts[0])]).waitTask(PATIENT);
    expect(await index.position()).toBe(3);
    expect(await index.apply(batch)).toBe(true);
    expect(await index.position()).toBe(5);
    expect(keysOf((await index.search(request('', { types: ['ARTICLE', 'QUOTE'] }))).hits).sort()).toEqual(['ARTICLE 7', 'ARTICLE 8', 'QUOTE 8']);
  });

  it('what a broken off rebuild left is not part of the next one, and nothing is left behind', async () => {
    const { prefix, index } = await built('lighthouse');
    async function* failing() {
      yield smallStory(9, 'leftover', day(1));
      throw new Error('killed');
    }
    await expect(index.rebuild(failing(), 9)).rejects.toThrow('killed');
    await client().index(`${prefix}articles__next`).addDocuments([storedDocument(smallStory(9, 'leftover', day(1))[0])]).waitTask(PATIENT);

    await index.rebuild(batchesOf(smallStory(10, 'windmill', day(1))), 20);
    expect(await index.position()).toBe(20);
    expect((await index.search(request('leftover '))).total).toBe(0);
    expect(keysOf((await index.search(request('', { types: ['ARTICLE'] }))).hits)).toEqual(['ARTICLE 10']);
    expect((await prefixes.uids()).filter((uid) => uid.startsWith(prefix)).sort()).toEqual(['articles', 'meta', 'quotes', 'speakers', 'statements'].map((name) => prefix + name));
  });

  it('indexes with older settings are given the present ones, and keep their position', async () => {
    const { prefix, index } = await built('lighthouse');
    await client().index(`${prefix}quotes`).updateSettings({ rankingRules: ['words'], sortableAttributes: [] }).waitTask(PATIENT);
    await client().index(`${prefix}meta`).addDocuments([{ id: 1, position: 3, settingsVersion: SETTINGS_VERSION - 1, documentVersion: DOCUMENT_VERSION }]).waitTask(PATIENT);
    expect(await index.position()).toBe(3);
    expect(await client().index(`${prefix}quotes`).getRankingRules()).toEqual(INDEX_SETTINGS.QUOTE.rankingRules);
    expect(await client().index(`${prefix}meta`).getDocument(1)).toMatchObject({ position: 3, settingsVersion: SETTINGS_VERSION });
    expect((await index.search(request('', { order: 'NEWEST' }))).total).toBe(4);
  });

  it('indexes whose documents another version wrote must be built anew', async () => {
    const { prefix, index } = await built('lighthouse');
    await client().index(`${prefix}meta`).addDocuments([{ id: 1, position: 3, settingsVersion: SETTINGS_VERSION, documentVersion: DOCUMENT_VERSION + 1 }]).waitTask(PATIENT);
    expect(await index.position()).toBeNull();
    expect(await index.apply({ from: 3, to: 4, upserts: [], deletes: [] })).toBe(false);
  });

  it('a task that the key may not see is done when its effect is there, and an error where none is known', async () => {
    const unseen = { taskUid: 2_000_000_000, indexUid: null, status: 'enqueued' as const, type: 'indexSwap' as const, enqueuedAt: '' };
    let looks = 0;
    await tasksDone(client(), [unseen], { effect: async () => ++looks === 3 });
    expect(looks).toBe(3);
    await expect(tasksDone(client(), [unseen])).rejects.toMatchObject({ code: 'SEARCH_UNAVAILABLE' });
  });

  it('a task that the server fails is an error, and its reason is the cause only', async () => {
    const { prefix } = await built('lighthouse');
    const failing = await client().index(`${prefix}quotes`).addDocuments([{ id: 'not an id!' }]);
    const error: unknown = await tasksDone(client(), [failing]).then(() => null, (e: unknown) => e);
    expect(error).toMatchObject({ code: 'SEARCH_UNAVAILABLE' });
    expect((error as Error).message).not.toContain('not an id');
    expect(String((error as Error).cause)).toContain('not an id');
  });
});
