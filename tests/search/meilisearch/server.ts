/** A running Meilisearch for tests, where MEILI_URL names one. */
import { randomBytes } from 'node:crypto';
import { Meilisearch } from 'meilisearch';
import type { SearchIndex } from '../../../src/domain/search-index.js';
import { openMeilisearchIndex } from '../../../src/search/meilisearch/index.js';

export const MEILI_URL = process.env.MEILI_URL ?? '';
export const WITHOUT_SERVER = MEILI_URL === '';
export const SKIPPED = WITHOUT_SERVER ? ' (skipped: set MEILI_URL to run these on a Meilisearch server)' : '';

/** Only made where there is a server. */
export const client = (): Meilisearch =>
  new Meilisearch({ host: MEILI_URL, apiKey: process.env.MEILI_KEY, requestInit: { headers: { 'accept-encoding': 'identity' } } });

/** Prefixes that only this run has, so that runs side by side do not meet, and nothing of anyone's is touched. */
export class TestPrefixes {
  private readonly root = `test_${randomBytes(6).toString('hex')}_`;
  private count = 0;

  next(): string {
    return `${this.root}${this.count++}_`;
  }

  open(prefix = this.next()): Promise<SearchIndex> {
    return openMeilisearchIndex({ url: MEILI_URL, apiKey: process.env.MEILI_KEY, prefix });
  }

  async uids(): Promise<string[]> {
    const { results } = await client().getRawIndexes({ limit: 10_000 });
    return results.map(({ uid }) => uid).filter((uid) => uid.startsWith(this.root));
  }

  async deleteAll(): Promise<void> {
    for (const uid of await this.uids()) await client().deleteIndex(uid).waitTask({ timeout: 60_000 });
  }
}
