/** Takes what intake reads into the store, and counts what became of it. */
import { ingestArticle } from '../app/ingest.js';
import type { App, IngestOutcome } from '../app/types.js';
import { OnRecordError, type ErrorCode } from '../domain/errors.js';
import type { IntakeItem } from '../intake/types.js';

export interface Rejection {
  readonly file: string;
  readonly line: number | null;
  readonly code: ErrorCode;
  readonly message: string;
}

export interface Summary {
  created: number;
  updated: number;
  unchanged: number;
  readonly rejected: Rejection[];
  /** True where what is reported may not be searchable yet, and should be. */
  unfinished: boolean;
}

/** What is wrong with one item, a store that others hold among it, is that item's; the rest goes in. */
export async function takeIn(app: App, items: AsyncIterable<IntakeItem>, summary: Summary, onItem: (done: number) => void): Promise<void> {
  let done = 0;
  for await (const { file, line, ...item } of items) {
    const reject = ({ code, message }: OnRecordError): void => void summary.rejected.push({ file, line, code, message });
    if ('error' in item) {
      if (item.error.code === 'INTERNAL') app.onArticleFailure?.(item.error);
      reject(item.error);
    } else {
      try {
        count(summary, await ingestArticle(app, item.draft), file, line);
      } catch (error) {
        if (!(error instanceof OnRecordError)) throw error;
        reject(error);
      }
    }
    onItem(++done);
  }
}

function count(summary: Summary, outcome: IngestOutcome, file: string, line: number | null): void {
  if (outcome.status === 'CREATED') summary.created++;
  else if (outcome.status === 'UPDATED') summary.updated++;
  else if (outcome.status === 'UNCHANGED') summary.unchanged++;
  else for (const { errorCode, message } of outcome.problems.slice(0, 1)) summary.rejected.push({ file, line, code: errorCode, message });
}
