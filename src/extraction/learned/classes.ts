/**
 * Words by company: classes of words that stand in like places ("denounced", "condemned"), so that a verb which the
 * annotated articles lack is read like its neighbours. Made from public word vectors (training/classes.ts).
 */

export interface WordClasses {
  /** Hashes of the words, ascending. */
  readonly hashes: Int32Array;
  /** Class of each word among some hundreds, from 1. */
  readonly fine: Uint16Array;
  /** Class of each word among some dozens, from 1. */
  readonly coarse: Uint8Array;
}

export const NO_CLASSES: WordClasses = { hashes: new Int32Array(0), fine: new Uint16Array(0), coarse: new Uint8Array(0) };
const WORD_BYTES = 4 + 2 + 1;

/** The place of a word in the lists, -1 where it is not among them. */
export function placeOf({ hashes }: WordClasses, hash: number): number {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hashes[middle] < hash) low = middle + 1;
    else high = middle;
  }
  return hashes[low] === hash ? low : -1;
}

/** Bytes of `count` words: the hashes little-endian, then the fine classes, then the coarse ones. */
export const classBytes = (count: number): number => count * WORD_BYTES;

/** @param bytes exactly as many as classBytes says for their number of words */
export function parseClasses(bytes: Uint8Array): WordClasses {
  const count = bytes.length / WORD_BYTES;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    hashes: Int32Array.from({ length: count }, (_, i) => view.getInt32(i * 4, true)),
    fine: Uint16Array.from({ length: count }, (_, i) => view.getUint16(count * 4 + i * 2, true)),
    coarse: bytes.slice(count * 6),
  };
}

export function formatClasses({ hashes, fine, coarse }: WordClasses): Uint8Array {
  const count = hashes.length;
  const bytes = new Uint8Array(classBytes(count));
  const view = new DataView(bytes.buffer);
  hashes.forEach((hash, i) => view.setInt32(i * 4, hash, true));
  fine.forEach((value, i) => view.setUint16(count * 4 + i * 2, value, true));
  bytes.set(coarse, count * 6);
  return bytes;
}
