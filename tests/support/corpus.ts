/** Outside data: a folder that holds seeds/ and quotation-eval/, named by ONRECORD_CORPUS. Never part of the project. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = process.env.ONRECORD_CORPUS;

/** The folder or file in the corpus, or null where there is none. */
export function corpus(path: string): string | null {
  const found = root ? join(root, path) : null;
  return found && existsSync(found) ? found : null;
}

export const WITHOUT_CORPUS = 'skipped: set ONRECORD_CORPUS to the folder of the outside data';
