import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readInputs } from '../../src/intake/index.js';
import type { IntakeItem, IntakeOptions } from '../../src/intake/index.js';
import type { ArticleDraft } from '../../src/app/types.js';

/** A folder with these files, gone after the test. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-intake-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export async function readAll(inputs: string | readonly string[], options: IntakeOptions = {}): Promise<IntakeItem[]> {
  const items: IntakeItem[] = [];
  for await (const item of readInputs(typeof inputs === 'string' ? [inputs] : inputs, options)) items.push(item);
  return items;
}

/** The only draft that a file of this name and content gives. */
export async function draftOf(name: string, content: string | Uint8Array, options: IntakeOptions = {}): Promise<ArticleDraft> {
  const items = await readAll(join(folderOf({ [name]: content }), name), options);
  if (items.length !== 1 || !('draft' in items[0])) throw new Error(`expected one draft, got ${JSON.stringify(brief(items))}`);
  return items[0].draft;
}

/** What can be compared at a glance: `line code` of errors, `line title` of drafts. */
export const brief = (items: readonly IntakeItem[]): string[] =>
  items.map((item) => `${item.line ?? '-'} ${'error' in item ? item.error.code : item.draft.title}`);

/** What a file of this name and content gives, at a glance. */
export async function outcomeOf(name: string, content: string | Uint8Array, options: IntakeOptions = {}): Promise<string[]> {
  return brief(await readAll(join(folderOf({ [name]: content }), name), options));
}

/** A server on a loopback port, closed after the test. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
