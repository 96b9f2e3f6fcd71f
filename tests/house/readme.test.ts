/** The README's first query has the answer that stands below it. */
import { readFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { startService } from '../support/command.js';
import { temporaryFolder } from '../support/folder.js';

it('the first query of the README is answered as it says', async () => {
  const [, query, answer] = /```graphql\n([\s\S]+?)```[\s\S]+?```json\n([\s\S]+?)```/.exec(readFileSync('README.md', 'utf8'))!;
  const service = await startService(['--data', temporaryFolder()]);
  onTestFinished(() => service.kill());
  expect(await service.graphql(query)).toEqual(JSON.parse(answer));
});
