/** The API on real parts: a store and an index in a temporary folder, articles that came in through the app. */
import { join } from 'node:path';
import type { ApolloServer } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { drainOutbox } from '../../../src/app/feed.js';
import { ingestArticles } from '../../../src/app/ingest.js';
import { leaseOwner } from '../../../src/app/lease.js';
import type { App, ArticleDraft } from '../../../src/app/types.js';
import { openExtractor } from '../../../src/cli/extractor.js';
import { createApollo, createContext } from '../../../src/graphql/server.js';
import type { GraphQLContext } from '../../../src/graphql/server.js';
import { openEmbeddedIndex } from '../../../src/search/embedded/index.js';
import { openSqliteStore } from '../../../src/store/index.js';
import { makeFolder, removeFolder } from '../../support/folder.js';

export interface Answer<D> {
  readonly data: D;
  readonly errors: readonly GraphQLFormattedError[];
  readonly status: number | undefined;
}

export interface Harness {
  readonly app: App;
  readonly server: ApolloServer<GraphQLContext>;
  /** The SQL statements run since the last call of `forget`. */
  readonly statements: string[];
  /** Failures of ours that were logged. */
  readonly failures: { readonly error: unknown; readonly requestId: string }[];
  /** Asks, and expects no error. */
  ask<D>(query: string, variables?: Record<string, unknown>): Promise<D>;
  /** Asks, errors and all. */
  send<D>(query: string, options?: { readonly variables?: Record<string, unknown>; readonly mayMutate?: boolean; readonly app?: App }): Promise<Answer<D>>;
  close(): Promise<void>;
}

export async function openHarness(drafts: readonly ArticleDraft[]): Promise<Harness> {
  const folder = makeFolder();
  const statements: string[] = [];
  const failures: Harness['failures'] = [];
  const store = await openSqliteStore({ folder, onStatement: (text) => statements.push(text) });
  const index = await openEmbeddedIndex({ folder: join(folder, 'index') });
  const app: App = { store, index, extractor: openExtractor(), now: Date.now, onWritten: () => drainOutbox(app, leaseOwner()) };
  const outcomes = await ingestArticles(app, drafts);
  const rejected = outcomes.filter(({ status }) => status === 'REJECTED');
  if (rejected.length > 0) throw new Error(`The test's own articles were rejected: ${JSON.stringify(rejected)}`);
  await app.onWritten();

  const server = createApollo({ onInternalError: (error, requestId) => failures.push({ error, requestId }) });
  await server.start();

  const send: Harness['send'] = async <D>(query: string, { variables, mayMutate = true, app: other = app }: Parameters<Harness['send']>[1] = {}) => {
    const response = await server.executeOperation({ query, variables }, { contextValue: createContext(other, { mayMutate }) });
    if (response.body.kind !== 'single') throw new Error('The answer came in parts.');
    const { data, errors = [] } = response.body.singleResult;
    return { data: data as D, errors, status: response.http.status };
  };
  return {
    app, server, statements, failures, send,
    ask: async <D>(query: string, variables?: Record<string, unknown>) => {
      const { data, errors } = await send<D>(query, { variables });
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
      return data;
    },
    close: async () => {
      await server.stop();
      await index.close();
      await store.close();
      removeFolder(folder);
    },
  };
}
