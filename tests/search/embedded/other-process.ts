/** The second process of the tests of the index's files: writes batches in turn with the first, or rebuilds without end. */
import type { SearchDocument } from '../../../src/domain/search-index.js';
import { openEmbeddedIndex } from '../../../src/search/embedded/index.js';
import { day, smallStory } from '../../contract/search-index.documents.js';

const [folder, task, count] = process.argv.slice(2);
const index = await openEmbeddedIndex({ folder });

async function* endless(): AsyncGenerator<readonly SearchDocument[]> {
  for (let id = 1; ; id++) {
    yield smallStory(id, 'windmill', day(1));
    if (id === 200) process.stdout.write('building\n');
    await new Promise((later) => setTimeout(later, 1));
  }
}

if (task === 'rebuild') await index.rebuild(endless(), 99);
for (let done = 0; done < Number(count);) {
  const from = await index.position();
  if (from !== null && await index.apply({ from, to: from + 1, upserts: smallStory(1_001 + 2 * done, 'barge', day(1)), deletes: [] })) done++;
  await new Promise((later) => setTimeout(later, 2));
}
await index.close();
