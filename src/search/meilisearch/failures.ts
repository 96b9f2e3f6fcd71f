import { MeilisearchApiError, MeilisearchError } from 'meilisearch';
import { OnRecordError } from '../../domain/errors.js';

/** The server's own code for what went wrong, for example `index_not_found`; null where it did not answer. */
export const serverCode = (error: unknown): string | null => (error instanceof MeilisearchApiError ? (error.cause?.code ?? null) : null);

/** Does the server refuse the API key, or what the key may do? */
export const isRefusal = (error: unknown): boolean =>
  error instanceof MeilisearchApiError && (error.response.status === 401 || error.response.status === 403);

/** The client reads every answer as JSON, also what a proxy in between sends, and lets the parser's error through. */
export const isServerFailure = (error: unknown): boolean => error instanceof MeilisearchError || error instanceof SyntaxError;

/**
 * Whatever goes wrong between us and the server becomes SEARCH_UNAVAILABLE: a time limit, an abort, a refusal, an answer
 * that is none. What the server said is the cause, for the log, and never in the message.
 */
export async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isServerFailure(error)) throw new OnRecordError('SEARCH_UNAVAILABLE', undefined, { cause: error });
    throw error;
  }
}
