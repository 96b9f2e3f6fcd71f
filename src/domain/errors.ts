/**
 * Every error that may reach a user, by its stable code. docs/errors.md explains each one; a test holds the two equal.
 * A message says what is wrong and what to do, and names no internals.
 */
export const ERROR_CODES = {
  // What is wrong with one article, file or line.
  EMPTY_INPUT: 'The file or line holds nothing.',
  NO_BODY: 'The article has no body.',
  TOO_LARGE: 'The article is larger than 10 MB.',
  BINARY: 'The input is not text.',
  INVALID_UTF8: 'The input is not valid UTF-8.',
  INVALID_JSON: 'The line or file is not valid JSON.',
  INVALID_ARTICLE: 'A field of the article has the wrong type or form.',
  INVALID_DATE: 'The date is not an ISO 8601 date.',
  INVALID_METADATA: 'The metadata file is not a JSON object that maps file names to fields.',
  INVALID_GZIP: 'The file ends in .gz and is not a gzip stream.',
  UNSUPPORTED_FORMAT: 'The file is of a kind that OnRecord does not read.',
  INVALID_FEED: 'The feed cannot be read as RSS, Atom or JSON Feed.',
  NOT_FOUND: 'The file, folder or record does not exist.',
  UNREADABLE: 'The file cannot be read.',
  INVALID_URL: 'The URL is not an http or https address.',
  PRIVATE_ADDRESS: 'The URL leads to a private or local address.',
  FETCH_FAILED: 'The URL could not be fetched.',
  // What is wrong with a request to the API.
  BAD_REQUEST: 'The request is not a GraphQL request.',
  UNKNOWN_HOST: 'The service is not to be called by this name.',
  REQUEST_TOO_LARGE: 'The request body is over the limit.',
  INVALID_ID: 'The id is malformed.',
  INVALID_CURSOR: 'The cursor is malformed.',
  INVALID_PAGING: 'first, last, after and before do not fit together.',
  INVALID_LOOKUP: 'A look-up takes exactly one argument.',
  INVALID_ARGUMENT: 'An argument has a value that is not allowed.',
  QUERY_TOO_DEEP: 'The query is nested too deep.',
  QUERY_TOO_COMPLEX: 'The query asks for too much at once.',
  UNAUTHENTICATED: 'The mutation needs the administrator key.',
  SEARCH_UNAVAILABLE: 'The search index does not answer at the moment.',
  STORE_BUSY: 'Another process has been writing to the store for minutes. Nothing was changed; try again.',
  INTERNAL: 'Something went wrong on our side.',
  // What is wrong with the way the program was started.
  INVALID_CONFIG: 'A setting has a value that is not allowed.',
  USAGE: 'The command line is not understood.',
  INVALID_MODEL: 'The extraction model is missing or of another version.',
  DATA_NEWER: 'The data folder was written by a newer version.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An error that a user may see: `message` is written for them, `code` is for their program. */
export class OnRecordError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string = ERROR_CODES[code],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'OnRecordError';
  }
}
