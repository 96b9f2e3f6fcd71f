import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXAMPLE_QUERIES } from '../../src/http/examples.js';
import { startService, type Service } from '../support/command.js';
import { makeFolder, removeFolder } from '../support/folder.js';

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

/** Every list in an answer that stands for what was asked, by its path; facets without values are none. */
function emptyLists(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.length === 0 ? [path] : emptyLists(value[0], `${path}[0]`);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => emptyLists(inner, `${path}.${key}`));
}

it.each(EXAMPLE_QUERIES.map(({ name, query }) => [name, query]))('the example "%s" shows something on the demonstration articles', async (_name, query) => {
  const { data, errors } = await service.graphql(query);
  expect(errors).toBeUndefined();
  expect(Object.values(data!)).not.toContain(null);
  expect(emptyLists(data).filter((path) => /(nodes|edges|extractQuotes|facets|values)$/.test(path))).toEqual([]);
});
