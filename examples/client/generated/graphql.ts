/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Whose words the content is in. */
export type QuoteKind =
  /** The speaker's own words, all of them within quotation marks. */
  | 'DIRECT'
  /** The speaker's meaning in the article's words. */
  | 'INDIRECT'
  /** The article's words with some of the speaker's within quotation marks. */
  | 'MIXED';

/** How close one wording is to another. */
export type RenderingMatch =
  /** Nearly word for word. */
  | 'NEAR_VERBATIM'
  /** The same meaning in other words. */
  | 'PARAPHRASE'
  /** Word for word. */
  | 'VERBATIM';

/** What kind of thing speaks. */
export type SpeakerType =
  /** A text that states something ("the report"). */
  | 'DOCUMENT'
  /** Several people under one name ("Kremlin officials"). */
  | 'GROUP'
  /** An organisation, or a place name that stands for one ("Moscow"). */
  | 'ORGANISATION'
  /** One person. */
  | 'PERSON'
  /** The articles do not tell. */
  | 'UNKNOWN';

export type StatementsOfQueryVariables = Exact<{
  name: string;
  minSources: number;
}>;


export type StatementsOfQuery = { speaker: { name: string, type: SpeakerType, statements: { totalCount: number, nodes: Array<{ id: string, sourceCount: number, renderings: { nodes: Array<{ match: RenderingMatch, similarity: number, quote: { kind: QuoteKind, text: string, article: { publishedAt: string | null, source: { name: string } | null } } }> } }> } } | null };


export const StatementsOfDocument = {"__meta__":{"hash":"sha256:193ccd053e4b789e4a6407fbbf8ec769f586c598f2bc9afa98fb721715dcec02"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StatementsOf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"minSources"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"speaker"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"minSources"},"value":{"kind":"Variable","name":{"kind":"Name","value":"minSources"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"MOST_SOURCES"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sourceCount"}},{"kind":"Field","name":{"kind":"Name","value":"renderings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"match"}},{"kind":"Field","name":{"kind":"Name","value":"similarity"}},{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"article"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<StatementsOfQuery, StatementsOfQueryVariables>;