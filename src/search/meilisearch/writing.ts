/** Changes to the indexes: batches from the outbox, and whole new indexes that take the place of the old. */
import { randomUUID } from 'node:crypto';
import type { EnqueuedTask, Meilisearch } from 'meilisearch';
import type { IndexBatch, SearchDocument } from '../../domain/search-index.js';
import { storedDocument } from './documents.js';
import { orUnavailable } from './failures.js';
import { readMeta, writeMeta } from './meta.js';
import type { IndexNames } from './names.js';
import { DOCUMENT_VERSION, INDEX_SETTINGS, SEARCH_TYPES, SETTINGS_VERSION } from './settings.js';
import { tasksDone } from './tasks.js';
import type { TaskExpectations } from './tasks.js';
import { Uploads } from './uploads.js';

export class IndexWriter {
  /** `quick` reads the position, on which a client may be waiting; `client` hands over documents and takes its time. */
  constructor(
    private readonly quick: Meilisearch,
    private readonly client: Meilisearch,
    private readonly names: IndexNames,
  ) {}

  /**
   * How far the indexes have come; null where there are none, or they hold documents of another version. Indexes with
   * older settings are given the present ones first.
   */
  position(): Promise<number | null> {
    return orUnavailable(async () => {
      const meta = await readMeta(this.quick, this.names.meta);
      if (meta === null || meta.documentVersion !== DOCUMENT_VERSION) return null;
      if (meta.settingsVersion !== SETTINGS_VERSION) {
        await this.applySettings((uid) => uid);
        await this.done([await writeMeta(this.client, this.names.meta, meta.position)]);
      }
      return meta.position;
    });
  }

  /** The position is written last, so that a batch broken off half-way is told again; telling it twice does no harm. */
  async apply({ from, to, upserts, deletes }: IndexBatch): Promise<boolean> {
    if ((await this.position()) !== from) return false;
    const uploads = new Uploads(this.client);
    for (const document of upserts) await uploads.add(this.names.of(document.type), storedDocument(document));
    for (const type of SEARCH_TYPES) {
      await uploads.remove(this.names.of(type), deletes.filter((key) => key.type === type).map((key) => key.id));
    }
    await uploads.finish();
    await orUnavailable(async () => this.done([await writeMeta(this.client, this.names.meta, to)]));
    return true;
  }

  /**
   *   articles  quotes  speakers  statements  meta          answer all the while
   *      |swap     |       |          |         |           in one step of the server
   *   ..__next  ..__next  ..__next  ..__next  ..__next      are built, then hold the old ones and are deleted
   */
  async rebuild(batches: AsyncIterable<readonly SearchDocument[]>, position: number): Promise<void> {
    const next = (uid: string): string => this.names.next(uid);
    await orUnavailable(async () => {
      await this.deleteAll(next); // left behind by a rebuild that was broken off
      await this.createAll(next);
      await this.applySettings(next);
    });
    const uploads = new Uploads(this.client);
    for await (const documents of batches) {
      for (const document of documents) await uploads.add(next(this.names.of(document.type)), storedDocument(document));
    }
    await uploads.finish();
    await orUnavailable(async () => {
      const build = randomUUID();
      await this.done([await writeMeta(this.client, next(this.names.meta), position, build)]);
      await this.createAll((uid) => uid); // a swap needs both sides
      const swap = await this.client.swapIndexes(this.names.all.map((uid) => ({ indexes: [uid, next(uid)], rename: false })));
      // A swap belongs to no one index, so a key that is limited to ours does not see its task.
      await this.done([swap], { effect: async () => (await readMeta(this.client, this.names.meta))?.build === build });
      await this.deleteAll(next);
    });
  }

  private createAll(name: (uid: string) => string): Promise<void> {
    return this.forAll((uid) => this.client.createIndex(name(uid), { primaryKey: 'id' }), { harmless: 'index_already_exists' });
  }

  private deleteAll(name: (uid: string) => string): Promise<void> {
    return this.forAll((uid) => this.client.deleteIndex(name(uid)), { harmless: 'index_not_found' });
  }

  private async applySettings(name: (uid: string) => string): Promise<void> {
    await this.done(await Promise.all(SEARCH_TYPES.map((type) => this.client.index(name(this.names.of(type))).updateSettings(INDEX_SETTINGS[type]))));
  }

  private async forAll(enqueue: (uid: string) => Promise<EnqueuedTask>, expectations: TaskExpectations): Promise<void> {
    await this.done(await Promise.all(this.names.all.map(enqueue)), expectations);
  }

  private done(tasks: readonly EnqueuedTask[], expectations?: TaskExpectations): Promise<void> {
    return tasksDone(this.client, tasks, expectations);
  }
}
