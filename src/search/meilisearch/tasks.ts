/** The server answers a write by a task that it does later. A task is done here only when it succeeded. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { EnqueuedTask, Meilisearch, Task } from 'meilisearch';
import { OnRecordError } from '../../domain/errors.js';

/** A large batch on a slow disk takes minutes. Milliseconds. */
const TASK_TIME_LIMIT_MS = 30 * 60_000;
/** Between two looks at a task: short for the small batches of every day, longer as it drags on. Milliseconds. */
const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 500;

/** The server's codes for a task that failed because there was nothing left to do. */
export type HarmlessFailure = 'index_not_found' | 'index_already_exists';

export interface TaskExpectations {
  readonly harmless?: HarmlessFailure;
  /** Is to be seen what the tasks were for? Asked where the key may not see the tasks themselves. */
  readonly effect?: () => Promise<boolean>;
}

/**
 * Waits until all of the tasks are done.
 * @throws OnRecordError SEARCH_UNAVAILABLE where one failed, was cancelled, cannot be seen, or takes longer than half an hour
 */
export async function tasksDone(client: Meilisearch, enqueued: readonly EnqueuedTask[], { harmless, effect }: TaskExpectations = {}): Promise<void> {
  const deadline = Date.now() + TASK_TIME_LIMIT_MS;
  let waiting = enqueued.map((task) => task.taskUid);
  for (let pause = FIRST_PAUSE_MS; waiting.length > 0; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
    const { results } = await client.tasks.getTasks({ uids: waiting, limit: waiting.length });
    const failed = results.find((task) => hasFailed(task) && task.error?.code !== harmless);
    if (failed) throw unavailable(`task ${failed.uid} (${failed.type}): ${failed.error?.message ?? failed.status}`);
    if (results.length < waiting.length) {
      if (!effect) throw unavailable(`tasks ${waiting.join(', ')} cannot be seen with this key`);
      if (await effect()) return;
    }
    const finished = new Set(results.filter((task) => task.status === 'succeeded' || hasFailed(task)).map((task) => task.uid));
    waiting = waiting.filter((uid) => !finished.has(uid));
    if (waiting.length === 0) return;
    if (Date.now() > deadline) throw unavailable(`tasks ${waiting.join(', ')} are not done yet`);
    await sleep(pause);
  }
}

const hasFailed = (task: Task): boolean => task.status === 'failed' || task.status === 'canceled';

const unavailable = (reason: string): OnRecordError => new OnRecordError('SEARCH_UNAVAILABLE', undefined, { cause: new Error(`Meilisearch: ${reason}`) });
