/** What every resolver of one request is given. */
import { randomUUID } from 'node:crypto';
import type { App } from '../app/types.js';
import { OnRecordError } from '../domain/errors.js';
import { AnswerBudget } from './limits/answer-budget.js';
import { ListLoaders } from './loaders/lists.js';
import { recordLoaders } from './loaders/records.js';
import type { RecordLoaders } from './loaders/records.js';

export interface GraphQLContext {
  readonly app: App;
  /** Whether who asks may change records. */
  readonly mayMutate: boolean;
  /** Names the request in the log, and in the error that a client sees of a failure of ours. */
  readonly requestId: string;
  /** How much text the request may still have. */
  readonly budget: AnswerBudget;
  records: RecordLoaders;
  lists: ListLoaders;
}

export interface ContextOptions {
  readonly mayMutate: boolean;
  /** Made up where absent. */
  readonly requestId?: string;
}

/** A context for one request: its loaders know nothing yet. */
export function createContext(app: App, { mayMutate, requestId = randomUUID() }: ContextOptions): GraphQLContext {
  const budget = new AnswerBudget();
  return { app, mayMutate, requestId, budget, ...freshLoaders(app, budget) };
}

function freshLoaders(app: App, budget: AnswerBudget): Pick<GraphQLContext, 'records' | 'lists'> {
  return { records: recordLoaders(app.store.read, budget), lists: new ListLoaders(app.store.read) };
}

/**
 * Runs a change, then forgets what was read before it. The mutations of a request run one after the other, each with
 * all that is selected under it, so nobody is reading meanwhile.
 * @throws OnRecordError UNAUTHENTICATED
 */
export async function mutate<T>(context: GraphQLContext, change: (app: App) => Promise<T>): Promise<T> {
  if (!context.mayMutate) throw new OnRecordError('UNAUTHENTICATED');
  try {
    return await change(context.app);
  } finally {
    Object.assign(context, freshLoaders(context.app, context.budget));
  }
}
