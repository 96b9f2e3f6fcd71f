/** The one document that says how far the index has come and with which versions it was made. */
import type { EnqueuedTask, Meilisearch } from 'meilisearch';
import { serverCode } from './failures.js';
import { DOCUMENT_VERSION, SETTINGS_VERSION } from './settings.js';

const META_ID = 1;

export interface IndexMeta {
  readonly position: number;
  readonly settingsVersion: number;
  readonly documentVersion: number;
  /** Names the rebuild that wrote it; absent once a batch was applied. */
  readonly build?: string;
}

/** Null where nothing was built yet. */
export async function readMeta(client: Meilisearch, uid: string): Promise<IndexMeta | null> {
  try {
    return await client.index(uid).getDocument<IndexMeta>(META_ID);
  } catch (error) {
    if (serverCode(error) === 'index_not_found' || serverCode(error) === 'document_not_found') return null;
    throw error;
  }
}

export const writeMeta = (client: Meilisearch, uid: string, position: number, build?: string): Promise<EnqueuedTask> =>
  client.index(uid).addDocuments([{ id: META_ID, position, settingsVersion: SETTINGS_VERSION, documentVersion: DOCUMENT_VERSION, build }], { primaryKey: 'id' });
