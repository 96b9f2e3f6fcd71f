/** What the inputs name: files by their format, folders walked, URLs, standard input. */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { OnRecordError } from '../domain/errors.js';
import { fileError } from './file-error.js';
import { METADATA_FILE } from './metadata.js';

export type Format = 'TEXT' | 'MARKDOWN' | 'HTML' | 'JSON' | 'JSONL' | 'FEED';

const FORMAT_OF_EXTENSION: Readonly<Record<string, Format>> = {
  '.txt': 'TEXT', '.md': 'MARKDOWN', '.markdown': 'MARKDOWN', '.html': 'HTML', '.htm': 'HTML', '.xhtml': 'HTML',
  '.json': 'JSON', '.jsonl': 'JSONL', '.ndjson': 'JSONL', '.xml': 'FEED', '.rss': 'FEED', '.atom': 'FEED',
};

/** The inputs in the order in which they are read. */
export type Input =
  | { readonly kind: 'FILE'; readonly name: string; readonly format: Format; readonly gzipped: boolean; readonly bytes: number; readonly top: string }
  | { readonly kind: 'URL'; readonly name: string }
  | { readonly kind: 'STDIN'; readonly name: string }
  | { readonly kind: 'REJECTED'; readonly name: string; readonly error: OnRecordError };

/** The format that a file's name (or a URL's path) announces, null where it announces none that is read. */
export function formatOf(name: string): { readonly format: Format; readonly gzipped: boolean } | null {
  const gzipped = /\.gz$/i.test(name);
  const format = FORMAT_OF_EXTENSION[extname(gzipped ? name.slice(0, -3) : name).toLowerCase()];
  return format ? { format, gzipped } : null;
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/**
 * The files under a folder, sorted by name at every level. Hidden entries, unknown extensions and metadata.json are passed
 * over. `visited` holds the real paths of the folders that were walked: a link back into one of them is not followed.
 */
async function* walk(folder: string, top: string, visited: Set<string>): AsyncGenerator<Input> {
  let entries: Dirent[];
  try {
    const real = await realpath(folder);
    if (visited.has(real)) return;
    visited.add(real);
    entries = (await readdir(folder, { withFileTypes: true })).sort(byName);
  } catch (cause) {
    yield { kind: 'REJECTED', name: folder, error: fileError(folder, cause) };
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const known = formatOf(entry.name);
    if (entry.name.startsWith('.') || entry.name === METADATA_FILE) continue;
    if (!known && !entry.isDirectory() && !entry.isSymbolicLink()) continue;
    try {
      const status = await stat(path);
      if (status.isDirectory()) yield* walk(path, top, visited);
      else if (status.isFile() && known) yield { kind: 'FILE', name: path, ...known, bytes: status.size, top };
    } catch (cause) {
      // A link that leads nowhere matters only where an article was to be expected behind it.
      if (known) yield { kind: 'REJECTED', name: path, error: fileError(path, cause) };
    }
  }
}

async function* ofPath(path: string): AsyncGenerator<Input> {
  try {
    const status = await stat(path);
    if (status.isDirectory()) {
      yield* walk(path, dirname(join(path, METADATA_FILE)), new Set());
      return;
    }
    // `seeds/*` means the articles of the folder, as `seeds` does.
    if (basename(path) === METADATA_FILE) return;
    const known = formatOf(path);
    if (known) yield { kind: 'FILE', name: path, ...known, bytes: status.size, top: dirname(path) };
    else {
      const kinds = 'Read are .txt, .md, .html, .json, .jsonl, .xml, .rss and .atom, each also with .gz.';
      yield { kind: 'REJECTED', name: path, error: new OnRecordError('UNSUPPORTED_FORMAT', `OnRecord does not read files of this kind. ${kinds}`) };
    }
  } catch (cause) {
    yield { kind: 'REJECTED', name: path, error: fileError(path, cause) };
  }
}

/** Everything that the inputs name, folders walked. What cannot be read stands among it as REJECTED. */
export async function listInputs(inputs: readonly string[]): Promise<Input[]> {
  const all: Input[] = [];
  for (const name of inputs) {
    if (name === '-') all.push({ kind: 'STDIN', name });
    else if (/^https?:/i.test(name)) all.push({ kind: 'URL', name });
    else if (/^[a-z][a-z\d+.-]+:\/\//i.test(name)) {
      all.push({ kind: 'REJECTED', name, error: new OnRecordError('INVALID_URL', 'Only http and https addresses are fetched.') });
    } else for await (const input of ofPath(name)) all.push(input);
  }
  return all;
}
