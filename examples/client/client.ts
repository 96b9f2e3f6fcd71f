/**
 * A client as small as it can be: a typed document goes in, its typed result comes out. The types come from the schema
 * by `npm run codegen`; a query that asks for what is not there does not compile.
 */
import { print } from 'graphql';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

export class GraphQLFailure extends Error {
  constructor(readonly errors: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]) {
    super(errors.map((e) => `${e.extensions?.code ?? 'ERROR'}: ${e.message}`).join('\n'));
  }
}

export type Request = <Result, Variables>(document: TypedDocumentNode<Result, Variables>, variables: Variables) => Promise<Result>;

/** @param url of the API, such as http://localhost:4000/graphql */
export const createClient = (url: string): Request => async (document, variables) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors } = (await response.json()) as { data: never; errors?: GraphQLFailure['errors'] };
  if (errors) throw new GraphQLFailure(errors);
  return data;
};
