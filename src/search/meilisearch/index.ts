/** The search port on a Meilisearch server. docs/meilisearch.md says how to use it and what differs. */
import { OnRecordError } from '../../domain/errors.js';
import type { IndexBatch, SearchDocument, SearchIndex, SearchRequest, SearchResult, SuggestHit } from '../../domain/search-index.js';
import { isRefusal, isServerFailure, orUnavailable } from './failures.js';
import { readMeta } from './meta.js';
import { IndexNames } from './names.js';
import { search } from './search.js';
import { connect } from './server.js';
import type { SearchServer } from './server.js';
import { suggest } from './suggest.js';
import { IndexWriter } from './writing.js';

export interface MeilisearchOptions {
  readonly url: string;
  readonly apiKey?: string;
  /** What the names of the indexes begin with: letters, digits, hyphens, underscores. Default `onrecord_`. */
  readonly prefix?: string;
  /** After so many milliseconds a search is given up. Default 5,000. */
  readonly timeoutMs?: number;
}

const DEFAULT_PREFIX = 'onrecord_';
/** The server itself cuts a search off after 1,500 ms; the rest is for the way and the queue. Milliseconds. */
const DEFAULT_TIMEOUT_MS = 5_000;
/** To hand over a batch of documents. Milliseconds. */
const WRITE_TIMEOUT_MS = 120_000;
/** What opening may cost where the server does not answer. Milliseconds. */
const OPENING_TIMEOUT_MS = 2_000;

/**
 * Opens the indexes of one prefix on a Meilisearch server. A server that does not answer is no error here: the methods
 * then throw SEARCH_UNAVAILABLE until it does.
 * @throws OnRecordError INVALID_CONFIG where the url or prefix is malformed or the server refuses the key
 */
export async function openMeilisearchIndex({ url, apiKey, prefix = DEFAULT_PREFIX, timeoutMs = DEFAULT_TIMEOUT_MS }: MeilisearchOptions): Promise<SearchIndex> {
  if (!/^[A-Za-z0-9_-]{0,100}$/.test(prefix)) {
    throw new OnRecordError('INVALID_CONFIG', 'The prefix of the Meilisearch indexes holds letters, digits, hyphens and underscores only, at most 100. Change MEILI_PREFIX.');
  }
  const names = new IndexNames(prefix);
  try {
    await readMeta(connect(url, apiKey, Math.min(timeoutMs, OPENING_TIMEOUT_MS)), names.meta);
  } catch (error) {
    if (isRefusal(error)) {
      throw new OnRecordError('INVALID_CONFIG', `Meilisearch refuses the API key. Set MEILI_KEY to one that may read and write the indexes "${prefix}*".`, { cause: error });
    }
    if (!URL.canParse(url)) throw new OnRecordError('INVALID_CONFIG', 'The address of Meilisearch is not a URL. Change MEILI_URL.', { cause: error });
    if (!isServerFailure(error)) throw error;
  }
  const server: SearchServer = { client: connect(url, apiKey, timeoutMs), names };
  return new MeilisearchIndex(server, new IndexWriter(server.client, connect(url, apiKey, Math.max(timeoutMs, WRITE_TIMEOUT_MS)), names));
}

class MeilisearchIndex implements SearchIndex {
  readonly engine = 'meilisearch';

  constructor(
    private readonly server: SearchServer,
    private readonly writer: IndexWriter,
  ) {}

  position(): Promise<number | null> {
    return this.writer.position();
  }

  apply(batch: IndexBatch): Promise<boolean> {
    return this.writer.apply(batch);
  }

  rebuild(batches: AsyncIterable<readonly SearchDocument[]>, position: number): Promise<void> {
    return this.writer.rebuild(batches, position);
  }

  search(request: SearchRequest): Promise<SearchResult> {
    return orUnavailable(() => search(this.server, request));
  }

  suggest(prefix: string, limit: number): Promise<SuggestHit[]> {
    return orUnavailable(() => suggest(this.server, prefix, limit));
  }

  /** Requests under way end by themselves; nothing is held open between them. */
  async close(): Promise<void> {}
}
