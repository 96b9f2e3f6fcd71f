/** JSON: an object or a list of objects, JSONL line by line. */
import { OnRecordError } from '../../domain/errors.js';
import { decodeText, notText, refuseBinaryStart, strictDecoder } from '../decode.js';
import { asIntakeError } from '../file-error.js';
import { articleFields, isFields } from '../fields.js';
import { MAX_LINE_BYTES } from '../limits.js';
import { readLines } from '../streams.js';
import type { ReadingOrError } from '../types.js';
import { isJsonFeed, readFeed } from './feed.js';

/** What is wrong with one article is its error, and a failure of ours is too: the other lines go in. */
function article(line: number | null, value: () => unknown): ReadingOrError {
  try {
    return { line, stated: articleFields(value()) };
  } catch (error) {
    return { line, error: asIntakeError(error) };
  }
}

function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new OnRecordError('INVALID_JSON', `The ${what} is not valid JSON. Is it cut short?`, { cause });
  }
}

/**
 * A JSON document: one article, a list of them (each with its number as line), or a JSON Feed.
 * @throws OnRecordError INVALID_JSON; what is wrong with one article of a list is its item
 */
export function* readJson(text: string, url: string | null): Generator<ReadingOrError> {
  const value = parse(text, 'file');
  if (isFields(value) && isJsonFeed(value)) yield* readFeed(text, url);
  else if (!Array.isArray(value)) yield article(null, () => value);
  else for (const [index, element] of value.entries()) yield article(index + 1, () => element);
}

const BLANK_BYTES = new Set([0x20, 0x09, 0x0d, 0x0b, 0x0c]);

/**
 * JSON lines of any number in constant memory. Blank lines count and give nothing.
 * @throws OnRecordError BINARY and EMPTY_INPUT for the whole; what is wrong with one line is its item
 */
export async function* readJsonLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ReadingOrError> {
  let empty = true;
  const decoder = strictDecoder('utf-8');
  for await (const line of readLines(bytes, MAX_LINE_BYTES)) {
    if (line.bytes?.every((byte) => BLANK_BYTES.has(byte))) continue;
    if (empty && line.bytes) {
      // Of a binary file this is the one error, not one for each of its "lines".
      refuseBinaryStart(line.bytes);
      if (line.bytes.includes(0)) throw notText();
    }
    empty = false;
    yield article(line.number, () => {
      if (!line.bytes) throw new OnRecordError('TOO_LARGE', 'The line is larger than 64 MB.');
      return parse(decodeLine(line.bytes, decoder), 'line');
    });
  }
  if (empty) throw new OnRecordError('EMPTY_INPUT');
}

function decodeLine(bytes: Uint8Array, decoder: TextDecoder): string {
  if (bytes.includes(0)) throw notText();
  try {
    return decoder.decode(bytes);
  } catch {
    // Says which of BINARY and INVALID_UTF8 it is.
    return decodeText(bytes);
  }
}
