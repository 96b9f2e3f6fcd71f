import { expect, it, vi } from 'vitest';
import { jsonLines, onrecord } from '../support/command.js';
import { temporaryFolder, write } from '../support/folder.js';

vi.setConfig({ testTimeout: 120_000 });

/** Makes the program fail on texts that hold BREAK, as a fault of ours would. */
const FAULT = `const all = String.prototype.matchAll; String.prototype.matchAll = function (p) { if (this.includes('BREAK')) throw new RangeError('we broke'); return all.call(this, p); };`;
const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(FAULT)}` };
const STACK = /\n\s+at |\.js:\d+/;

it('ingest reports an article that it fails on by file and line, takes the others, and shows no stack', async () => {
  const [folder, data] = [temporaryFolder(), temporaryFolder()];
  write(folder, {
    'a.jsonl': ['The first.', 'It would BREAK us.', 'The third.'].map((body, id) => JSON.stringify({ id, body })).join('\n'),
    'b.txt': 'The fourth.',
  });
  const { code, stdout, stderr } = await onrecord(['ingest', folder, '--json', '--data', data], { env });
  expect(code).toBe(1);
  const [summary] = jsonLines(stdout);
  expect(summary).toMatchObject({ created: 3, rejected: [{ line: 2, code: 'INTERNAL' }] });
  expect((summary.rejected as { file: string }[])[0].file).toMatch(/a\.jsonl$/);
  expect(stderr).toMatch(/^INTERNAL: .*we broke/);
  expect(stderr).not.toMatch(STACK);
  const debug = await onrecord(['ingest', folder, '--json', '--data', data], { env: { ...env, ONRECORD_LOG: 'debug' } });
  expect(debug.stderr).toMatch(STACK);
});

it('a command that fails on the whole of its input shows no stack either', async () => {
  const { code, stderr } = await onrecord(['extract', '-'], { input: 'It would BREAK us.', env });
  expect(code).toBe(1);
  expect(stderr).toMatch(/INTERNAL: .*we broke/);
  expect(stderr).not.toMatch(STACK);
});
