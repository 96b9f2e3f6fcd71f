/** Streams of bytes with bounds: whole, line by line, and out of gzip. Memory never exceeds the bound given. */
import { createGunzip } from 'node:zlib';
import { pipeline, Readable } from 'node:stream';
import { OnRecordError } from '../domain/errors.js';
import { markedEncoding, strictDecoder } from './decode.js';

type Bytes = AsyncIterable<Uint8Array>;

const LF = 0x0a;

/**
 * All the bytes, as one array.
 * @throws OnRecordError TOO_LARGE as soon as there are more than `maxBytes`, saying `tooLarge`
 */
export async function readWhole(bytes: Bytes, maxBytes: number, tooLarge: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > maxBytes) throw new OnRecordError('TOO_LARGE', tooLarge);
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, length);
}

/**
 * The bytes that a gzip stream holds. What was whole before the damage comes out before the error.
 * @throws OnRecordError INVALID_GZIP where it is cut short, damaged or no gzip at all
 */
export async function* gunzip(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const unzip = createGunzip();
  let sourceError: unknown = null;
  const source = Readable.from(bytes, { objectMode: false });
  source.once('error', (error) => { sourceError = error; });
  // The outcome is read off `unzip`, where its consumer meets it.
  pipeline(source, unzip, () => undefined);
  try {
    for await (const chunk of unzip) yield chunk as Uint8Array;
  } catch (cause) {
    if (sourceError) throw sourceError;
    throw new OnRecordError('INVALID_GZIP', 'The file is cut short, damaged, or no gzip stream at all.', { cause });
  } finally {
    unzip.destroy();
    source.destroy();
  }
}

/** UTF-8 without its byte-order mark, whichever of UTF-8 and UTF-16 (with a mark) comes in. */
async function* toUtf8(bytes: Bytes): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | null = null;
  let started = false;
  let head: Uint8Array = new Uint8Array();
  const decode = (chunk?: Uint8Array): Uint8Array => {
    try {
      return Buffer.from(decoder!.decode(chunk, { stream: chunk !== undefined }));
    } catch (cause) {
      throw new OnRecordError('INVALID_UTF8', 'The input has a byte-order mark of UTF-16 and is not valid UTF-16. Save it as UTF-8.', { cause });
    }
  };
  for await (const chunk of bytes) {
    if (started) {
      yield decoder ? decode(chunk) : chunk;
      continue;
    }
    // A stream may hand over its first bytes one at a time, and a mark takes up to three.
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    if (head.length < 3) continue;
    started = true;
    const encoding = markedEncoding(head);
    if (encoding === 'utf-8') yield head.subarray(3);
    else if (encoding === null) yield head;
    else {
      decoder = strictDecoder(encoding);
      yield decode(head);
    }
  }
  if (!started && head.length > 0) yield head;
  if (decoder) yield decode();
}

/** A line without its end, or the news that it was longer than the bound. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Null where the line was too long: it was passed over without being kept. */
  readonly bytes: Uint8Array | null;
}

/**
 * The lines of a stream, in constant memory: at most `maxBytes` and one chunk are held. Ends at LF or CRLF; the last line
 * needs no end. UTF-16 with a byte-order mark comes out as UTF-8.
 */
export async function* readLines(bytes: Bytes, maxBytes: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const take = (part: Uint8Array): void => {
    length += part.length;
    if (length > maxBytes) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const finish = (): Line => {
    const whole = parts.length === 1 ? parts[0] : Buffer.concat(parts);
    const line = { number, bytes: length > maxBytes ? null : whole };
    parts = [];
    length = 0;
    number += 1;
    return line;
  };
  for await (const chunk of toUtf8(bytes)) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      take(chunk.subarray(start, end));
      start = end + 1;
      yield finish();
    }
    take(chunk.subarray(start));
  }
  if (length > 0) yield finish();
}
