/** Files, folders, feeds, URLs and standard input as drafts of articles, one after the other, whatever is wrong with some. */
import { createReadStream } from 'node:fs';
import { basename, relative, sep } from 'node:path';
import type { ArticleDraft } from '../app/types.js';
import { OnRecordError } from '../domain/errors.js';
import { isPublicAddress } from './address.js';
import { readAnswer, readContent } from './content.js';
import { completeDraft } from './derive.js';
import type { Surroundings } from './derive.js';
import { fetchUrl } from './fetch.js';
import { asIntakeError, fileError } from './file-error.js';
import type { Input } from './files.js';
import { listInputs } from './files.js';
import { MetadataLookup } from './metadata.js';
import { gunzip } from './streams.js';
import type { IntakeItem, IntakeOptions, ReadingOrError } from './types.js';

export { MAX_BODY_BYTES } from '../domain/limits.js';
export type { IntakeItem, IntakeOptions, IntakeProgress } from './types.js';

type Readable = Exclude<Input, { kind: 'REJECTED' }>;

/** The bytes of a stream, each chunk announced. Opened when it is first read: what is refused unread leaves no file open. */
async function* counted(open: () => AsyncIterable<unknown>, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of open()) {
    const bytes = chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
    onBytes(bytes.length);
    yield bytes;
  }
}

async function* readingsOf(input: Readable, options: IntakeOptions, onBytes: (bytes: number) => void): AsyncGenerator<ReadingOrError> {
  switch (input.kind) {
    case 'FILE': {
      const bytes = counted(() => createReadStream(input.name), onBytes);
      const { format, gzipped } = input;
      yield* readContent(format, { bytes: gzipped ? gunzip(bytes) : bytes, url: null, charset: null }, gzipped ? 0 : input.bytes);
      break;
    }
    case 'URL':
      yield* readAnswer(await fetchUrl(input.name, { allows: options.allowPrivateUrls ? () => true : isPublicAddress, onBytes }));
      break;
    case 'STDIN':
      yield* readContent('JSONL', { bytes: counted(() => options.stdin ?? process.stdin, onBytes), url: null, charset: null });
  }
}

const withoutGz = (name: string): string => name.replace(/\.gz$/i, '');
const baseNameOf = (file: string): string => withoutGz(basename(file));

/**
 * The name that serves as a file's id: its base name, but with the folders below the one that was named where several files
 * of this reading share it. An archive has an "index.html" or "01.txt" in every folder, and they are several articles.
 */
function fileNames(inputs: readonly Input[]): (file: string, top: string) => string {
  const seen = new Map<string, number>();
  for (const { kind, name } of inputs) if (kind === 'FILE') seen.set(baseNameOf(name), (seen.get(baseNameOf(name)) ?? 0) + 1);
  return (file, top) => ((seen.get(baseNameOf(file)) ?? 0) > 1 ? withoutGz(relative(top, file).split(sep).join('/')) : baseNameOf(file));
}

/** What one input gives: its articles, and at most one error for the whole of it, last. */
async function* itemsOf(input: Readable, metadata: ArticleDraft | null, fileName: string | null, options: IntakeOptions, onBytes: (bytes: number) => void): AsyncGenerator<IntakeItem> {
  const file = input.name;
  const given = { source: options.source?.trim() || null, domain: options.domain?.trim() || null };
  const alone: Surroundings = { ...given, metadata, fileName };
  // What names one article cannot hold for many.
  const oneOfMany: Surroundings = { ...given, metadata: metadata && { ...metadata, publisherId: null, url: null, title: null }, fileName: null };
  try {
    for await (const reading of readingsOf(input, options, onBytes)) {
      const { line } = reading;
      if ('error' in reading) yield { file, line, error: reading.error };
      else yield { file, line, draft: completeDraft(reading, line === null ? alone : oneOfMany) };
    }
  } catch (cause) {
    const isOfFile = cause instanceof Error && 'syscall' in cause;
    yield { file, line: null, error: isOfFile ? fileError(file, cause) : asIntakeError(cause) };
  }
}

/**
 * Reads all that the inputs name: paths of files and folders, http(s) URLs, "-" for standard input (JSONL).
 *
 * What is wrong with one article, line or file is an item with an error and its `line` (of JSONL; the number of an array
 * element or feed item), and everything else goes on. A metadata file that cannot be read is one error and keeps back the
 * files that it serves, because they would go in without their sources. JSONL streams in constant memory.
 * @throws nothing that an input can cause
 */
export async function* readInputs(inputs: readonly string[], options: IntakeOptions = {}): AsyncGenerator<IntakeItem> {
  let metadata: MetadataLookup;
  try {
    metadata = await MetadataLookup.open(options.metadata);
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error;
    yield { file: options.metadata!, line: null, error };
    return;
  }
  const all = await listInputs(inputs);
  const sizes = all.map((input) => (input.kind === 'FILE' ? input.bytes : input.kind === 'REJECTED' ? 0 : null));
  const totalBytes = sizes.every((size) => size !== null) ? sizes.reduce((sum, size) => sum + size, 0) : null;
  const reported = new Set<string>();
  const nameOf = fileNames(all);
  let bytes = 0;
  let done = 0;
  const progress = (read: number): void => {
    bytes += read;
    options.onProgress?.({ inputs: { done, total: all.length }, bytes, totalBytes });
  };
  for (const input of all) {
    if (input.kind === 'REJECTED') yield { file: input.name, line: null, error: input.error };
    else {
      const broken = input.kind === 'FILE' ? await metadata.broken(input.name, input.top) : null;
      if (!broken) yield* withMetadata(input, metadata, input.kind === 'FILE' ? nameOf(input.name, input.top) : null, options, progress);
      else if (!reported.has(broken.file)) {
        reported.add(broken.file);
        yield { file: broken.file, line: null, error: broken.error };
      }
    }
    done += 1;
    progress(0);
  }
}

async function* withMetadata(input: Readable, metadata: MetadataLookup, fileName: string | null, options: IntakeOptions, onBytes: (bytes: number) => void): AsyncGenerator<IntakeItem> {
  let entry: ArticleDraft | null;
  try {
    entry = input.kind === 'FILE' ? await metadata.of(input.name, input.top) : metadata.ofName(input.name);
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error;
    yield { file: input.name, line: null, error };
    return;
  }
  yield* itemsOf(input, entry, fileName, options, onBytes);
}
