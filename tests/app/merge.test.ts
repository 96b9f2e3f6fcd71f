import { afterEach, beforeEach, expect, it } from 'vitest';
import { mergeSpeakers } from '../../src/app/corrections.js';
import { ingestArticle, ingestArticles } from '../../src/app/ingest.js';
import type { App } from '../../src/app/types.js';
import { openExtractor } from '../../src/cli/extractor.js';
import { openSqliteStore } from '../../src/store/index.js';
import { makeFolder, removeFolder } from '../support/folder.js';

let folder: string;
let app: App;
beforeEach(async () => {
  folder = makeFolder();
  app = { store: await openSqliteStore({ folder }), index: undefined as never, extractor: openExtractor(), now: Date.now, onWritten: async () => {} };
});
afterEach(async () => {
  await app.store.close();
  removeFolder(folder);
});

it('words of two speakers who are merged become one statement, and the statement that is gone leads on to it', async () => {
  const told = (name: string): string => `The ferry is late again.\n\n“The new ferry will sail before the ice comes to the outer islands,” ${name} said on Monday.`;
  await ingestArticles(app, [
    { body: told('Margareta Holm'), sourceName: 'Quay Post', publishedAt: '2025-06-02' },
    { body: told('Greta Stavsund'), sourceName: 'Isle Times', publishedAt: '2025-06-03' },
  ]);
  const read = app.store.read;
  const [[margareta], [greta]] = [await read.speakersByName('Margareta Holm'), await read.speakersByName('Greta Stavsund')];
  const [a, b] = await read.quotes([1, 2]);
  expect(a!.statementId).not.toBe(b!.statementId);

  expect((await mergeSpeakers(app, greta, margareta)).problems).toEqual([]);
  const [first, second] = await read.quotes([1, 2]);
  expect([first!.speakerId, second!.speakerId]).toEqual([margareta, margareta]);
  expect(second!.statementId).toBe(first!.statementId);
  const [old] = await read.statements([b!.statementId]);
  expect(old).toMatchObject({ id: first!.statementId, sourceCount: 2 });
});

it('a merged speaker keeps its name however often articles use the other, answers both ids, and is who is meant when all comes again', async () => {
  const vik = { publisherId: 'vik', sourceName: 'Quay Post', body: '“The nets are empty again this spring,” said Ingrid Vik.' };
  const vikSol = { publisherId: 'vik-sol', sourceName: 'Isle Times', body: '“We shall buy two more boats,” said Ingrid Vik-Solberg. “And a crane,” Ingrid Vik-Solberg added.' };
  await ingestArticles(app, [vik, vikSol]);
  const read = app.store.read;
  const [[kept], [gone]] = [await read.speakersByName('Ingrid Vik'), await read.speakersByName('Ingrid Vik-Solberg')];
  await mergeSpeakers(app, gone, kept);
  await ingestArticle(app, { ...vikSol, body: `${vikSol.body} “It will be a long winter,” Vik-Solberg said.` });
  await ingestArticle(app, { body: '“I have never owned a boat,” said Ingrid Vik-Solberg, the minister.', sourceName: 'North Wire' });
  await ingestArticle(app, vik);
  const [one, other] = await read.speakers([kept, gone]);
  expect(one).toMatchObject({ id: kept, name: 'Ingrid Vik', quoteCount: 5 });
  expect(one!.aliases).toContain('Ingrid Vik-Solberg');
  expect(other).toEqual(one);
  expect(await read.idsAfter('SPEAKER', 0, 10)).toEqual([kept]);
});
