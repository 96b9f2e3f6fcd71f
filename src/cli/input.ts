/** Reads what a command is given to work on: a file, or standard input for `-`. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { OnRecordError } from '../domain/errors.js';

export interface GivenInput {
  /** The file's base name, `-` for standard input. */
  readonly name: string;
  open(): NodeJS.ReadableStream;
}

/** @throws OnRecordError NOT_FOUND, UNREADABLE */
export async function givenInput(path: string): Promise<GivenInput> {
  if (path === '-') return { name: '-', open: () => process.stdin };
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new OnRecordError(error.code === 'ENOENT' ? 'NOT_FOUND' : 'UNREADABLE', error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read.`);
  });
  if (!found.isFile()) throw new OnRecordError('UNREADABLE', `${path} is not a file.`);
  return { name: basename(path), open: () => createReadStream(path) };
}

const BYTE_ORDER_MARK = /^\uFEFF/;

/** Lines with their numbers from 1; blank ones are passed over. */
export async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<{ line: number; text: string }> {
  let line = 0;
  for await (const text of createInterface({ input: stream, crlfDelay: Infinity })) {
    line++;
    if (text.trim()) yield { line, text: line === 1 ? text.replace(BYTE_ORDER_MARK, '') : text };
  }
}

/** A line's JSON object. @throws OnRecordError INVALID_JSON, INVALID_ARTICLE */
export function objectOf(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new OnRecordError('INVALID_JSON', 'The line is not valid JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new OnRecordError('INVALID_ARTICLE', 'The line is not a JSON object.');
  return value as Record<string, unknown>;
}

/** All of a text, strictly decoded. @throws OnRecordError INVALID_UTF8, BINARY, EMPTY_INPUT */
export function decodeText(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new OnRecordError('INVALID_UTF8');
  }
  if (text.includes('\0')) throw new OnRecordError('BINARY');
  if (!text.trim()) throw new OnRecordError('EMPTY_INPUT');
  return text;
}
