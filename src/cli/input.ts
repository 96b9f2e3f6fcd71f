/** Reads what a command is given to work on: a file, or standard input for `-`. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { OnRecordError } from '../domain/errors.js';
import { MAX_BODY_BYTES } from '../domain/limits.js';
import { decodeText } from '../intake/decode.js';
import { MAX_LINE_BYTES } from '../intake/limits.js';
import { readLines, readWhole } from '../intake/streams.js';

export interface GivenInput {
  /** The file's base name, `-` for standard input. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** The share of the input that was read, 0..1; null where nobody knows how much will come. */
  share(): number | null;
}

/** @throws OnRecordError NOT_FOUND, UNREADABLE */
export async function givenInput(path: string): Promise<GivenInput> {
  if (path === '-') return { name: '-', bytes: chunksOf(process.stdin), share: () => null };
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new OnRecordError('NOT_FOUND', `There is no file ${path}.`) : unreadable(path);
  });
  if (found.isDirectory()) throw new OnRecordError('UNREADABLE', `${path} is a folder. Name a file, or - for standard input.`);
  const file = createReadStream(path);
  // A pipe has no size of its own.
  return { name: basename(path), bytes: fileChunks(path, file), share: () => (found.size > 0 ? Math.min(1, file.bytesRead / found.size) : null) };
}

const unreadable = (path: string): OnRecordError => new OnRecordError('UNREADABLE', `${path} cannot be read. Check its permissions.`);

async function* chunksOf(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
}

async function* fileChunks(path: string, stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunksOf(stream);
  } catch (cause) {
    throw cause instanceof Error && 'syscall' in cause ? unreadable(path) : cause;
  }
}

export interface GivenLine {
  /** From 1. */
  readonly line: number;
  /** The line's JSON object. @throws OnRecordError INVALID_UTF8, BINARY, INVALID_JSON, INVALID_ARTICLE, TOO_LARGE */
  object(): Record<string, unknown>;
}

/**
 * Lines of JSONL in constant memory; blank ones are passed over. Only a line feed ends a line: U+2028 may stand in JSON.
 * @throws OnRecordError EMPTY_INPUT in the end where there was no line at all
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<GivenLine> {
  let empty = true;
  for await (const { number, bytes: line } of readLines(bytes, MAX_LINE_BYTES)) {
    if (line?.every(isBlank)) continue;
    empty = false;
    yield { line: number, object: () => objectOf(line) };
  }
  if (empty) throw new OnRecordError('EMPTY_INPUT', 'The input holds no line.');
}

const isBlank = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

function objectOf(line: Uint8Array | null): Record<string, unknown> {
  if (!line) throw new OnRecordError('TOO_LARGE', 'The line is larger than 64 MB.');
  let value: unknown;
  const text = decodeText(line);
  try {
    value = JSON.parse(text);
  } catch {
    throw new OnRecordError('INVALID_JSON', 'The line is not valid JSON. Is it cut short?');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new OnRecordError('INVALID_ARTICLE', 'The line is not a JSON object.');
  return value as Record<string, unknown>;
}

const TEXT_TOO_LARGE = 'The text is larger than 10 MB. Split it.';

/** All of a text, strictly decoded. @throws OnRecordError TOO_LARGE, INVALID_UTF8, BINARY, EMPTY_INPUT */
export const wholeText = async (bytes: AsyncIterable<Uint8Array>): Promise<string> => decodeText(await readWhole(bytes, MAX_BODY_BYTES, TEXT_TOO_LARGE));

/** @throws OnRecordError TOO_LARGE where no article may be as long */
export function checkLength(text: string): string {
  if (Buffer.byteLength(text) > MAX_BODY_BYTES) throw new OnRecordError('TOO_LARGE', TEXT_TOO_LARGE);
  return text;
}
