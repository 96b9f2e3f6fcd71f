/**
 * The words of the index in memory, sorted, so that a misspelt one is found in well under a millisecond.
 *
 * The edit distance of the typed word to each word is computed row by row as in the textbook table, but a word takes
 * over the rows of the letters it shares with the word before it, and once no cell of a row is within reach, every word
 * that begins with the same letters is stepped over:
 *
 *     typed:      b r d i g e
 *     b           1 ...            rows of "br" stay when
 *     br          2 ...            "bread" is followed by
 *     bre         3 ...            "bridge"
 *     brea        > 2: skip all that begin with "brea"
 */
import { MAX_WORD_UNITS } from '../words.js';

export interface NearWord {
  /** Place in the vocabulary. */
  readonly at: number;
  /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
  readonly edits: number;
}

export class Vocabulary {
  private readonly units: Uint16Array;
  private readonly offsets: Uint32Array;
  /** Units that each word shares with the one before it. */
  private readonly shared: Uint8Array;
  private readonly rows = Array.from({ length: MAX_WORD_UNITS + 2 }, () => new Uint8Array(MAX_WORD_UNITS + 2));
  /** The least of the last cells down to a depth: how near the typed word is to any beginning. */
  private readonly nearest = new Uint8Array(MAX_WORD_UNITS + 2);

  /** `words` sorted by UTF-16 units, each at most MAX_WORD_UNITS long; `counts` is how often each stands in the index. */
  constructor(readonly words: readonly string[], readonly counts: ArrayLike<number>) {
    this.offsets = new Uint32Array(words.length + 1);
    words.forEach((w, i) => (this.offsets[i + 1] = this.offsets[i] + w.length));
    this.units = new Uint16Array(this.offsets[words.length]);
    this.shared = new Uint8Array(words.length);
    words.forEach((word, i) => {
      const offset = this.offsets[i];
      for (let u = 0; u < word.length; u++) this.units[offset + u] = word.charCodeAt(u);
      if (i > 0) {
        const before = words[i - 1];
        let same = 0;
        while (same < before.length && same < word.length && before.charCodeAt(same) === word.charCodeAt(same)) same++;
        this.shared[i] = same;
      }
    });
  }

  /** The place of the first word that is not below `word`. */
  private lowerBound(word: string): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** -1 where it is not there. */
  indexOf(word: string): number {
    const at = this.lowerBound(word);
    return this.words[at] === word ? at : -1;
  }

  /** Half-open range of the words that begin so. */
  rangeOf(prefix: string): readonly [from: number, to: number] {
    return [this.lowerBound(prefix), this.lowerBound(`${prefix}\uffff`)];
  }

  /** Words within `reach` edits of the typed one or, with `asPrefix`, words that begin with something within reach. */
  near(typed: string, reach: number, asPrefix: boolean): NearWord[] {
    const found: NearWord[] = [];
    const size = typed.length;
    const far = reach + 1;
    const { rows, nearest, units, offsets, shared } = this;
    for (let column = 0; column <= size; column++) rows[0][column] = Math.min(column, far);
    nearest[0] = far;
    let known = 0; // rows up to here belong to the letters of the current word
    for (let at = 0; at < this.words.length;) {
      const offset = offsets[at];
      const length = offsets[at + 1] - offset;
      const deepest = Math.min(length, size + reach);
      let depth = Math.min(known, shared[at], deepest);
      let dead = false;
      while (depth < deepest && !dead) {
        depth++;
        dead = this.nextRow(typed, units, offset, depth, reach) > reach;
        nearest[depth] = Math.min(nearest[depth - 1], rows[depth][size]);
      }
      known = depth;
      const whole = depth === length ? rows[depth][size] : far;
      const edits = asPrefix ? nearest[depth] : dead ? far : whole;
      if (dead || (asPrefix && depth < length)) {
        // Nothing deeper can change the answer: it is that of all words with these letters.
        do {
          if (edits <= reach) found.push({ at, edits });
          at++;
        } while (at < this.words.length && shared[at] >= depth);
      } else {
        if (edits <= reach) found.push({ at, edits });
        at++;
      }
    }
    return found;
  }

  /** Fills the row of a word's first `depth` units, within the band that matters, and answers its least cell. */
  private nextRow(typed: string, units: Uint16Array, offset: number, depth: number, reach: number): number {
    const far = reach + 1;
    const size = typed.length;
    const row = this.rows[depth];
    const above = this.rows[depth - 1];
    const unit = units[offset + depth - 1];
    const low = Math.max(1, depth - reach);
    const high = Math.min(size, depth + reach);
    row[low - 1] = low === 1 ? Math.min(depth, far) : far;
    let least = row[low - 1];
    // The last cell is read as the word's distance even where the band has not come to it.
    if (high < size) row[size] = far;
    for (let column = low; column <= high; column++) {
      const letter = typed.charCodeAt(column - 1);
      let cell = above[column - 1] + (letter === unit ? 0 : 1);
      if (column < depth + reach) cell = Math.min(cell, above[column] + 1);
      cell = Math.min(cell, row[column - 1] + 1);
      if (depth > 1 && column > 1 && letter === units[offset + depth - 2] && typed.charCodeAt(column - 2) === unit) {
        cell = Math.min(cell, this.rows[depth - 2][column - 2] + 1);
      }
      row[column] = Math.min(cell, far);
      if (row[column] < least) least = row[column];
    }
    return least;
  }
}
