import { afterAll, describe, expect, it } from 'vitest';
import { SKIPPED, TestPrefixes, WITHOUT_SERVER } from '../search/meilisearch/server.js';
import { searchIndexContract } from './search-index.js';

describe.skipIf(WITHOUT_SERVER)(`on a Meilisearch server${SKIPPED}`, () => {
  const prefixes = new TestPrefixes();
  afterAll(async () => {
    await prefixes.deleteAll();
    expect(await prefixes.uids()).toEqual([]);
  });

  searchIndexContract('meilisearch', () => prefixes.open(), { exactJointFacets: false });
});

it.runIf(WITHOUT_SERVER)('skipped: set MEILI_URL to run the contract of the search port on a Meilisearch server', (context) => context.skip());
