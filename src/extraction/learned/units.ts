/**
 * What the model reads: a sentence, or several that one quotation runs over, with each quotation folded into one item.
 *
 *   He | said | : | “Go. Now.” | and | left | .        A quotation is somebody's words as a whole or not at all, so the model
 *    0    1    2       3          4     5     6        never decides inside one, and units stay short.
 */
import type { Document } from '../document.js';

export interface Unit {
  /** By item: its first token, and the one after its last. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** By item: index into the document's `pairs`, -1 for a token outside quotation marks. */
  readonly pair: readonly number[];
  /** Sentences of the document, half open. */
  readonly firstSentence: number;
  readonly endSentence: number;
}

/** Longest unit, in items: what is longer is read in pieces, so that the time stays linear in the text. */
export const MAX_ITEMS = 300;

interface Open {
  from: number[];
  to: number[];
  pair: number[];
  firstSentence: number;
  endSentence: number;
}

/** All units of an article, in the order of the text. */
export function readUnits(doc: Document): Unit[] {
  const units: Unit[] = [];
  let open: Open | null = null;
  doc.sentences.forEach((sentence, s) => {
    const pair = doc.pairOf[sentence.from];
    const goesOn = open !== null && pair >= 0 && open.pair.at(-1) === pair && doc.sentences[s - 1].paragraph === sentence.paragraph && open.from.length < MAX_ITEMS;
    if (open === null || !goesOn) {
      open = { from: [], to: [], pair: [], firstSentence: s, endSentence: s + 1 };
      units.push(open);
    }
    open.endSentence = s + 1;
    for (let i = sentence.from; i < sentence.to; i++) {
      const own = doc.pairOf[i];
      if (own >= 0 && open.pair.at(-1) === own) {
        open.to[open.to.length - 1] = i + 1;
        continue;
      }
      open.from.push(i);
      open.to.push(i + 1);
      open.pair.push(own);
    }
  });
  return units;
}

/** The item that holds token `i` of the unit, -1 where none does. */
export function itemAt(unit: Unit, i: number): number {
  let low = 0;
  let high = unit.from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (unit.to[middle] > i) high = middle;
    else low = middle + 1;
  }
  return low < unit.from.length && unit.from[low] <= i ? low : -1;
}
