import { Meilisearch } from 'meilisearch';
import type { IndexNames } from './names.js';

/** What a search needs: the server, and what our indexes are called there. */
export interface SearchServer {
  readonly client: Meilisearch;
  readonly names: IndexNames;
}

/** @throws MeilisearchError where the url is none */
export const connect = (url: string, apiKey: string | undefined, timeoutMs: number): Meilisearch =>
  new Meilisearch({
    host: url,
    apiKey,
    timeout: timeoutMs,
    // Compressed answers come in two packets, and the second waits about 44 ms for a delayed acknowledgement.
    requestInit: { headers: { 'accept-encoding': 'identity' } },
  });
