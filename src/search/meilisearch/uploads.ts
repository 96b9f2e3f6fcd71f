/** Documents on their way to the server, in requests that it takes. */
import type { EnqueuedTask, Meilisearch } from 'meilisearch';
import { orUnavailable } from './failures.js';
import { tasksDone } from './tasks.js';
import type { StoredDocument } from './documents.js';

/** The server refuses requests over 100 MB, and reads one into memory whole. */
const REQUEST_BYTES = 16_000_000;
/** Indexing was fastest in batches of this many documents. */
const REQUEST_DOCUMENTS = 20_000;
/** Requests that the server has taken and not yet worked off: enough to keep it busy, few enough to wait for. */
const TASKS_IN_FLIGHT = 12;

interface Pending {
  lines: string[];
  bytes: number;
}

/** Gathers documents by index and sends them when enough are there. `finish` waits for all. */
export class Uploads {
  private readonly pending = new Map<string, Pending>();
  private tasks: EnqueuedTask[] = [];

  constructor(private readonly client: Meilisearch) {}

  /** @throws OnRecordError SEARCH_UNAVAILABLE */
  async add(uid: string, document: StoredDocument): Promise<void> {
    const line = JSON.stringify(document);
    const bytes = Buffer.byteLength(line) + 1;
    let pending = this.pending.get(uid);
    if (pending && (pending.bytes + bytes > REQUEST_BYTES || pending.lines.length >= REQUEST_DOCUMENTS)) {
      await this.send(uid, pending);
      pending = undefined;
    }
    if (!pending) this.pending.set(uid, (pending = { lines: [], bytes: 0 }));
    pending.lines.push(line);
    pending.bytes += bytes;
  }

  /** @throws OnRecordError SEARCH_UNAVAILABLE */
  async remove(uid: string, ids: readonly number[]): Promise<void> {
    for (let i = 0; i < ids.length; i += REQUEST_DOCUMENTS) {
      this.tasks.push(await orUnavailable(() => this.client.index(uid).deleteDocuments(ids.slice(i, i + REQUEST_DOCUMENTS))));
    }
  }

  /** Sends what is left and waits until the server has worked off everything. @throws OnRecordError SEARCH_UNAVAILABLE */
  async finish(): Promise<void> {
    for (const [uid, pending] of this.pending) await this.send(uid, pending);
    await this.settle();
  }

  private async send(uid: string, { lines }: Pending): Promise<void> {
    this.pending.delete(uid);
    this.tasks.push(await orUnavailable(() => this.client.index(uid).addDocumentsFromString(lines.join('\n'), 'application/x-ndjson', { primaryKey: 'id' })));
    if (this.tasks.length >= TASKS_IN_FLIGHT) await this.settle();
  }

  private async settle(): Promise<void> {
    const tasks = this.tasks;
    this.tasks = [];
    await orUnavailable(() => tasksDone(this.client, tasks));
  }
}
