import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generate, loadContext } from '@graphql-codegen/cli';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, GraphQLFailure } from '../../examples/client/client.js';
import { whoSaidWhat } from '../../examples/client/who-said-what.js';
import { startService, type Service } from '../support/command.js';
import { makeFolder, removeFolder } from '../support/folder.js';

describe('the example client', () => {
  let folder: string;
  let service: Service;
  beforeAll(async () => {
    folder = makeFolder();
    service = await startService(['--data', folder]);
  });
  afterAll(async () => {
    await service.kill();
    removeFolder(folder);
  });

  it('reads from the real service who said what in which outlet', async () => {
    const lines = await whoSaidWhat(`${service.url}/graphql`, 'Vladimir Putin');
    expect(lines!.length).toBeGreaterThan(2);
    expect(lines![0]).toMatch(/^Vladimir Putin, in \d+ outlets:$/);
    expect(new Set(lines!.filter((l) => l.startsWith('  ')).map((l) => l.slice(0, l.indexOf(' (')))).size).toBeGreaterThan(1);
  });

  it('answers null for who is not on record', async () => {
    expect(await whoSaidWhat(`${service.url}/graphql`, 'Nobody Atall')).toBeNull();
  });

  it('raises coded errors', async () => {
    const wrong = { kind: 'Document', definitions: [] } as never; // prints as an empty query
    await expect(createClient(`${service.url}/graphql`)(wrong, {})).rejects.toBeInstanceOf(GraphQLFailure);
  });
});

it('its generated types are what `npm run codegen` makes of the schema', async () => {
  const context = await loadContext(resolve('codegen.yml'));
  const files = await generate({ ...context.getConfig(), silent: true }, false);
  expect(files.length).toBeGreaterThan(2);
  for (const { filename, content } of files) expect(readFileSync(join(resolve('.'), filename), 'utf8'), filename).toBe(content);
});
