import { MAX_BODY_BYTES } from '../domain/limits.js';

/** How much intake reads before it refuses. Sizes are bytes, times milliseconds. */

const MB = 1024 * 1024;

/** The largest text file: as UTF-16 a body takes up to twice its UTF-8 size, and the byte-order mark two bytes. */
export const MAX_TEXT_FILE_BYTES = 2 * MAX_BODY_BYTES + 2;
/** The largest HTML page, and the most that is read from a URL, counted after decompression. */
export const MAX_PAGE_BYTES = 20 * MB;
/** The largest line of JSONL; a body of 10 MB whose every character is escaped (\u0041) takes 60. */
export const MAX_LINE_BYTES = 64 * MB;
/** The largest JSON document or feed that is read whole. What is larger belongs into JSONL, which streams. */
export const MAX_DOCUMENT_BYTES = 64 * MB;

/** From the first look-up of a name to the last byte of the answer, redirects included. */
export const FETCH_TIMEOUT_MS = 20_000;
export const MAX_REDIRECTS = 5;

/** A first line longer than this (UTF-16 units) is no headline. */
export const MAX_HEADLINE_UNITS = 200;
