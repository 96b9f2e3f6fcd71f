import type { ArticleDraft } from '../app/types.js';
import type { OnRecordError } from '../domain/errors.js';

/** One article read, or why it could not be. */
export type IntakeItem =
  | { readonly file: string; readonly line: number | null; readonly draft: ArticleDraft }
  | { readonly file: string; readonly line: number | null; readonly error: OnRecordError };

export interface IntakeProgress {
  /** Files, URLs and streams; `total` is what the folders held when the reading began. */
  readonly inputs: { readonly done: number; readonly total: number };
  /** Bytes read so far, as they lie on disk or come over the wire: compressed where the file is. */
  readonly bytes: number;
  /** What `bytes` will reach, null where a URL or standard input is among the inputs. */
  readonly totalBytes: number | null;
}

export interface IntakeOptions {
  /** Name and domain of the source, for articles that nothing else gives one. */
  readonly source?: string;
  readonly domain?: string;
  /** A file that maps file names to fields; it goes before the metadata.json of a folder. */
  readonly metadata?: string;
  /** Fetch from loopback and private addresses too. */
  readonly allowPrivateUrls?: boolean;
  /** What "-" reads; the process's standard input where absent. */
  readonly stdin?: NodeJS.ReadableStream;
  readonly onProgress?: (progress: IntakeProgress) => void;
}

/** One article as its format gives it, before metadata, options and derivation fill what is missing. */
export interface Reading {
  /** The line of a JSONL file, the number of an array element or a feed item, from 1; null where the file is the article. */
  readonly line: number | null;
  /** What the file says in so many words. */
  readonly stated: ArticleDraft;
  /** What was found around the text (a page's meta elements, a feed's title): metadata given by hand goes before it. */
  readonly found?: ArticleDraft;
}

export type ReadingOrError = Reading | { readonly line: number | null; readonly error: OnRecordError };

/** Bytes with what their transport said about them. */
export interface Content {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** The address that the bytes came from, after redirects; null for files and streams. */
  readonly url: string | null;
  /** The `charset` of the transport; null where none was given. */
  readonly charset: string | null;
}
