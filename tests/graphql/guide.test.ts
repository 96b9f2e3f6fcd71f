/** docs/graphql.md tells the truth: its queries run, its limits are the limits. */
import { readFileSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as bounds from '../../src/graphql/limits/bounds.js';
import { onRecordSchema } from '../../src/graphql/schema.js';
import { readDrafts } from '../seeds/library.js';
import { openHarness } from './support/harness.js';
import type { Harness } from './support/harness.js';

const GUIDE = readFileSync('docs/graphql.md', 'utf8');
const QUERIES = [...GUIDE.matchAll(/^```graphql\n(.*?)^```/gms)].map(([, query]) => query.trim());
const NEEDS_VALUES = /\(\$\w+: \w+!/;

let api: Harness;
beforeAll(async () => (api = await openHarness(await readDrafts())), 120_000);
afterAll(() => api.close());

/** Are there lists in the answer, and is any of them empty? An example should show something. */
const emptyLists = (value: unknown, path = ''): string[] => {
  if (Array.isArray(value)) return value.length === 0 && /nodes$|edges$|extractQuotes$/.test(path) ? [path] : value.flatMap((item) => emptyLists(item, path));
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([name, item]) => emptyLists(item, `${path}.${name}`));
  return [];
};

describe('the guide', () => {
  it('has queries', () => expect(QUERIES.length).toBeGreaterThan(12));

  it.each(QUERIES.filter((query) => !NEEDS_VALUES.test(query)))('%s', async (query) => {
    const expected = /^# answers (\w+)/.exec(query)?.[1];
    const { data, errors } = await api.send<object>(query);
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(expected ? [expected] : []);
    if (!expected) expect(Object.entries(data).filter(([, value]) => value === null)).toEqual([]);
    if (!expected && !query.includes('articleOverlaps')) expect(emptyLists(data)).toEqual([]);
  });

  it.each(QUERIES.filter((query) => NEEDS_VALUES.test(query)))('is of the schema: %s', (query) => {
    expect(validate(onRecordSchema(), parse(query))).toEqual([]);
  });

  it('names the limits as they are', () => {
    const numbers = GUIDE.slice(GUIDE.indexOf('## Limits')).match(/\d[\d,]*/g)!.map((number) => Number(number.replaceAll(',', '')));
    for (const bound of Object.values(bounds)) expect(numbers).toContain(bound);
  });
});
