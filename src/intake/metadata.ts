/**
 * What people know of files and the files do not say: a JSON object that maps file names to fields,
 * {"a.txt": {"source": {"name": "Outlet"}, "publishedAt": "2025-10-09"}}. A name may hold folders, relative to where the
 * metadata file lies; a name without .gz serves the compressed file too.
 */
import { createReadStream } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { ArticleDraft } from '../app/types.js';
import { OnRecordError } from '../domain/errors.js';
import { decodeText } from './decode.js';
import type { Fields } from './fields.js';
import { describingFields, isFields } from './fields.js';
import { fileError } from './file-error.js';
import { MAX_DOCUMENT_BYTES } from './limits.js';
import { readWhole } from './streams.js';

/** The name of the metadata file of a folder. It is no article. */
export const METADATA_FILE = 'metadata.json';

interface MetadataFile {
  readonly path: string;
  readonly entries: ReadonlyMap<string, Fields>;
}

const invalid = (path: string, message: string, cause?: unknown): OnRecordError =>
  new OnRecordError('INVALID_METADATA', `${basename(path)}: ${message}`, { cause });

async function readMetadata(path: string): Promise<MetadataFile> {
  let value: unknown;
  try {
    value = JSON.parse(decodeText(await readWhole(createReadStream(path), MAX_DOCUMENT_BYTES, 'The metadata file is larger than 64 MB.')));
  } catch (cause) {
    if (cause instanceof SyntaxError) throw invalid(path, 'it is not valid JSON.', cause);
    if (cause instanceof OnRecordError) throw invalid(path, cause.message, cause);
    throw fileError(path, cause);
  }
  if (!isFields(value)) throw invalid(path, 'it must be an object that maps file names to fields.');
  const entries = Object.entries(value).map(([name, fields]): [string, Fields] => {
    if (!isFields(fields)) throw invalid(path, `what stands under "${name.slice(0, 60)}" must be an object of fields.`);
    return [name, fields];
  });
  return { path, entries: new Map(entries) };
}

/** The folder of a file and those around it, innermost first, up to `top`. */
function foldersAround(path: string, top: string): string[] {
  const folders = [dirname(path)];
  while (folders.at(-1) !== top && dirname(folders.at(-1)!) !== folders.at(-1)) folders.push(dirname(folders.at(-1)!));
  return folders;
}

/** Looks the fields of files up. Each metadata file is read once. */
export class MetadataLookup {
  readonly #byFolder = new Map<string, Promise<MetadataFile | null>>();

  private constructor(readonly given: MetadataFile | null) {}

  /**
   * @param path the metadata file that was named by hand, if any
   * @throws OnRecordError INVALID_METADATA, NOT_FOUND, UNREADABLE
   */
  static async open(path: string | undefined): Promise<MetadataLookup> {
    return new MetadataLookup(path === undefined ? null : await readMetadata(path));
  }

  /** The metadata of the folder, null where it has none. Rejects with INVALID_METADATA or UNREADABLE. */
  #folder(folder: string): Promise<MetadataFile | null> {
    let file = this.#byFolder.get(folder);
    if (!file) {
      file = readMetadata(join(folder, METADATA_FILE)).catch((error: unknown) => {
        if (error instanceof OnRecordError && error.code === 'NOT_FOUND') return null;
        throw error;
      });
      this.#byFolder.set(folder, file);
    }
    return file;
  }

  /** The metadata file around a file, up to the folder `top`, that cannot be read; null where all is well. */
  async broken(path: string, top: string): Promise<{ readonly file: string; readonly error: OnRecordError } | null> {
    for (const folder of foldersAround(path, top)) {
      try {
        await this.#folder(folder);
      } catch (error) {
        if (!(error instanceof OnRecordError)) throw error;
        return { file: join(folder, METADATA_FILE), error };
      }
    }
    return null;
  }

  /**
   * The entry of a file: of the metadata named by hand, else of its own folder, else of the folders around it up to `top`.
   * @throws OnRecordError INVALID_METADATA where the entry, or a metadata file on this way, is not as it must be
   */
  async of(path: string, top: string): Promise<ArticleDraft | null> {
    const given = this.#find(this.given, path);
    if (given) return given;
    for (const folder of foldersAround(path, top)) {
      const entry = this.#find(await this.#folder(folder), path);
      if (entry) return entry;
    }
    return null;
  }

  /** The entry of an input that is no file ("-" or a URL), by its name as it was given. */
  ofName(name: string): ArticleDraft | null {
    const fields = this.given?.entries.get(name);
    return fields ? this.#check(this.given!, name, fields) : null;
  }

  #find(file: MetadataFile | null, path: string): ArticleDraft | null {
    if (!file) return null;
    const full = relative(dirname(file.path), path).split(sep).join('/');
    const names = [full, full.replace(/\.gz$/i, ''), basename(path), basename(path).replace(/\.gz$/i, '')];
    const name = names.find((n) => file.entries.has(n));
    return name === undefined ? null : this.#check(file, name, file.entries.get(name)!);
  }

  #check(file: MetadataFile, name: string, fields: Fields): ArticleDraft {
    try {
      return describingFields(fields);
    } catch (cause) {
      if (!(cause instanceof OnRecordError)) throw cause;
      throw invalid(file.path, `under "${name.slice(0, 60)}", ${cause.message}`, cause);
    }
  }
}
