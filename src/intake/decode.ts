/**
 * Bytes to text, strictly: what is not text, or not in the encoding it claims, is refused rather than repaired, because
 * every span that is stored later points into this very text.
 */
import { OnRecordError } from '../domain/errors.js';

/** How files that are often misnamed as text begin: [name, bytes as latin1]. */
const BINARY_SIGNATURES: readonly (readonly [name: string, start: string])[] = [
  ['a PDF document', '%PDF-'], ['a PNG image', '\x89PNG'], ['a JPEG image', '\xff\xd8\xff'], ['a GIF image', 'GIF8'],
  ['a ZIP archive or an office document', 'PK\x03\x04'], ['gzip data', '\x1f\x8b'], ['an office document', '\xd0\xcf\x11\xe0'],
  ['a program', '\x7fELF'], ['a database', 'SQLite format 3'], ['a 7-Zip archive', '7z\xbc\xaf'], ['Zstandard data', '\x28\xb5\x2f\xfd'],
];

const startsWith = (bytes: Uint8Array, latin1: string): boolean =>
  bytes.length >= latin1.length && [...latin1].every((c, i) => bytes[i] === c.charCodeAt(0));

/** The encoding that a byte-order mark announces, null without one. */
export function markedEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, '\xef\xbb\xbf')) return 'utf-8';
  if (startsWith(bytes, '\xff\xfe')) return 'utf-16le';
  if (startsWith(bytes, '\xfe\xff')) return 'utf-16be';
  return null;
}

/** @throws OnRecordError BINARY where the bytes begin as a known kind of file that is not text */
export function refuseBinaryStart(bytes: Uint8Array): void {
  const known = BINARY_SIGNATURES.find(([, start]) => startsWith(bytes, start));
  if (known) throw new OnRecordError('BINARY', `The input is ${known[0]}, not text. Convert it to text first.`);
}

export const notText = (): OnRecordError =>
  new OnRecordError('BINARY', 'The input holds NUL bytes: it is not text, or it is UTF-16 without a byte-order mark. Save it as UTF-8.');

/** A decoder of the encoding's label that throws at the first wrong byte; UTF-8 where the label is unknown. */
export function strictDecoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return new TextDecoder('utf-8', { fatal: true });
  }
}

/** What the bytes 0x80..0x9f are in windows-1252 (the encoding standard's index). */
const WINDOWS_1252_HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Some releases of Node 20 decode windows-1252 as ISO 8859-1, which loses every curved quotation mark. */
function decode(decoder: TextDecoder, bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  if (decoder.encoding !== 'windows-1252') return text;
  // What is left of the range is the wrong decoding.
  return text.replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252_HIGH[c.charCodeAt(0) - 0x80]);
}

/**
 * The text of the bytes. A byte-order mark decides the encoding and is removed; without one it is `charset` (a declaration
 * of the page or of its transport), else UTF-8. Nothing else is changed.
 * @throws OnRecordError EMPTY_INPUT (nothing, or white space alone), BINARY, INVALID_UTF8
 */
export function decodeText(bytes: Uint8Array, charset: string | null = null): string {
  const encoding = markedEncoding(bytes) ?? charset ?? 'utf-8';
  if (!encoding.startsWith('utf-16')) {
    refuseBinaryStart(bytes);
    if (bytes.includes(0)) throw notText();
  }
  let text: string;
  const decoder = strictDecoder(encoding);
  try {
    text = decode(decoder, bytes);
  } catch (cause) {
    throw new OnRecordError('INVALID_UTF8', `The input is not valid ${decoder.encoding.toUpperCase()}. Save it as UTF-8.`, { cause });
  }
  if (text.includes('\0')) throw notText();
  if (!/\S/.test(text)) throw new OnRecordError('EMPTY_INPUT');
  return text;
}

/** How far into a page its declaration of an encoding may stand (the HTML standard's 1024 bytes, and room for XML's). */
const DECLARATION_BYTES = 2048;

/** The encoding that an HTML page or an XML document declares in its own first lines, null where it declares none. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString('latin1');
  const declared = /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)
    ?? /<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head);
  // A declaration that could be read byte by byte cannot be true where it says UTF-16.
  return declared && !/^utf-?16/i.test(declared[1]) ? declared[1] : null;
}
