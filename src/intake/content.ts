/** Bytes of a known format to articles. */
import { OnRecordError } from '../domain/errors.js';
import { declaredCharset, decodeText } from './decode.js';
import type { Fetched } from './fetch.js';
import type { Format } from './files.js';
import { formatOf } from './files.js';
import { readFeed } from './formats/feed.js';
import { readHtml } from './formats/html.js';
import { readJson, readJsonLines } from './formats/json.js';
import { readMarkdown, readText } from './formats/text.js';
import { MAX_DOCUMENT_BYTES, MAX_PAGE_BYTES, MAX_TEXT_FILE_BYTES } from './limits.js';
import { gunzip, readWhole } from './streams.js';
import type { Content, ReadingOrError } from './types.js';

/** The largest input of each format that is read whole, bytes after decompression, and what is said of a larger one. */
const BOUNDS: Readonly<Record<Exclude<Format, 'JSONL'>, readonly [bytes: number, message: string]>> = {
  TEXT: [MAX_TEXT_FILE_BYTES, 'The article is larger than 10 MB.'],
  MARKDOWN: [MAX_TEXT_FILE_BYTES, 'The article is larger than 10 MB.'],
  HTML: [MAX_PAGE_BYTES, 'The page is larger than 20 MB.'],
  JSON: [MAX_DOCUMENT_BYTES, 'The JSON document is larger than 64 MB. Write it as JSONL, one article a line: that may be of any size.'],
  FEED: [MAX_DOCUMENT_BYTES, 'The feed is larger than 64 MB.'],
};

/**
 * The articles that the bytes hold. JSONL streams; everything else is read whole, within its bound.
 * @param size of the bytes where it is known beforehand, so that what is too large is not read at all
 * @throws OnRecordError for what is wrong with the whole; what is wrong with one article of many is its item
 */
export async function* readContent(format: Format, { bytes, url, charset }: Content, size = 0): AsyncGenerator<ReadingOrError> {
  if (format === 'JSONL') {
    yield* readJsonLines(bytes);
    return;
  }
  const [maxBytes, tooLarge] = BOUNDS[format];
  if (size > maxBytes) throw new OnRecordError('TOO_LARGE', tooLarge);
  const whole = await readWhole(bytes, maxBytes, tooLarge);
  const declares = format === 'HTML' || format === 'FEED';
  // JSON is UTF-8 whatever its transport says (RFC 8259, 8.1).
  const text = decodeText(whole, format === 'JSON' ? null : (charset ?? (declares ? declaredCharset(whole) : null)));
  switch (format) {
    case 'TEXT': yield readText(text, url); break;
    case 'MARKDOWN': yield readMarkdown(text, url); break;
    case 'HTML': yield readHtml(text, url); break;
    case 'JSON': yield* readJson(text, url); break;
    case 'FEED': yield* readFeed(text, url); break;
  }
}

const FORMAT_OF_TYPE: Readonly<Record<string, Format>> = {
  'text/html': 'HTML', 'application/xhtml+xml': 'HTML',
  'application/rss+xml': 'FEED', 'application/atom+xml': 'FEED', 'application/rdf+xml': 'FEED', 'application/xml': 'FEED', 'text/xml': 'FEED',
  'application/json': 'JSON', 'application/feed+json': 'JSON', 'application/ld+json': 'JSON',
  'application/x-ndjson': 'JSONL', 'application/jsonl': 'JSONL', 'application/x-jsonlines': 'JSONL',
  'text/markdown': 'MARKDOWN',
};
/** Types that say little: here the name in the URL decides. */
const VAGUE_TYPES = new Set(['', 'text/plain', 'application/octet-stream', 'binary/octet-stream', 'application/gzip', 'application/x-gzip']);

const FEED_START = /^\uFEFF?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->)[^]){0,1000}-->\s*)?<(?:rss|feed|rdf:RDF)[\s>]/i;
const PAGE_START = /^\uFEFF?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->)[^]){0,1000}-->\s*)?<(?:!doctype\s+html|html)[\s>]/i;
/** As much of an answer as shows what it is. */
const START_BYTES = 2048;

function formatOfAnswer({ bytes, contentType, url }: Fetched): { readonly format: Format; readonly gzipped: boolean } {
  const start = Buffer.from(bytes.subarray(0, START_BYTES)).toString('latin1').replace(/^\xef\xbb\xbf/, '');
  const named = VAGUE_TYPES.has(contentType) ? formatOf(new URL(url).pathname) : null;
  const format = FORMAT_OF_TYPE[contentType] ?? named?.format ?? (contentType === 'text/plain' ? 'TEXT' : null);
  if (named?.gzipped) return named;
  // Servers send feeds as text/html and pages as text/xml; the first element does not lie.
  if ((format === 'HTML' || format === null) && FEED_START.test(start)) return { format: 'FEED', gzipped: false };
  if ((format === 'FEED' || format === null) && PAGE_START.test(start)) return { format: 'HTML', gzipped: false };
  if (format === null) {
    throw new OnRecordError('UNSUPPORTED_FORMAT', `The URL answers ${contentType || 'without a content type'}, which OnRecord does not read.`);
  }
  return { format, gzipped: false };
}

/**
 * The articles in the answer of a URL.
 * @throws OnRecordError UNSUPPORTED_FORMAT, and as readContent
 */
export async function* readAnswer(answer: Fetched): AsyncGenerator<ReadingOrError> {
  const { format, gzipped } = formatOfAnswer(answer);
  const bytes = (async function* () { yield answer.bytes; })();
  yield* readContent(format, { bytes: gzipped ? gunzip(bytes) : bytes, url: answer.url, charset: answer.charset });
}
