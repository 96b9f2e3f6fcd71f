/**
 * A process of its own that writes article after article into the store of a folder, and says each that is in. What it
 * says has been committed. Each article comes with three quotes, its fingerprints and its outbox row, or not at all.
 */
import { openSqliteStore } from '../../src/store/index.js';
import { article, quote, sighting } from '../contract/store-fixture.js';

const [folder, name, count] = process.argv.slice(2);
const store = await openSqliteStore({ folder });
for (let n = 0; n < Number(count); n += 1) {
  const id = await store.write(async (tx) => {
    const sourceId = await tx.ensureSource(name, null);
    const made = await tx.insertArticle(article({ sourceId, publisherId: `${name} ${n}`, body: `Article ${n} of ${name}.` }));
    const [speakerId] = await tx.replaceSightings(made, [sighting('Ann Bell')]);
    for (const text of ['one', 'two', 'three']) await tx.insertQuote(made, quote(text, { speakerId, matchKeys: [n, n + 1] }));
    await tx.replaceFingerprints(made, [n, n + 1, n + 2]);
    await tx.touch([{ type: 'ARTICLE', id: made }]);
    return made;
  });
  process.stdout.write(`${id}\n`);
}
await store.close();
