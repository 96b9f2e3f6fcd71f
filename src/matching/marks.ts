/** What a text has in quotation marks. */
import { wordFormsOf } from '../text/stem.js';
import { wordWeight } from '../text/words.js';

/** What stands between quotation marks of any style; a mark that is never closed reaches to the end. */
const QUOTED = /(?:[“„«"]|''|``)([^“”„«»"]*?)(?:[”“»"]|''|$)|‘([^‘]*?)’(?![\p{L}\p{N}])/gu;

/** The stretches of a text that stand between quotation marks, without these, in order. */
export const inMarks = (text: string): string[] => [...text.matchAll(QUOTED)].map((match) => match[1] ?? match[2] ?? '');

/** A stretch in quotation marks. */
export interface Piece {
  /** Its folded words, a space before and behind each: " artful dodge ". */
  readonly words: string;
  /** How many they are. */
  readonly length: number;
  /** As the text has it. */
  readonly shown: string;
  /** Of its content words, each once; more than 0. */
  readonly weight: number;
}

/** A quote seldom has more; those behind are not read, so that the work per pair is bounded. */
const MOST_PIECES = 16;
const MOST_WORDS = 100;

function pieceOf(stretch: string): Piece | null {
  const folded = wordFormsOf(stretch, MOST_WORDS).map((word) => word.folded);
  let weight = 0;
  for (const word of new Set(folded)) weight += wordWeight(word);
  return weight === 0 ? null : { words: ` ${folded.join(' ')} `, length: folded.length, shown: stretch.trim(), weight };
}

/** The stretches in quotation marks that have any content, at most MOST_PIECES. */
export function piecesInMarks(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const stretch of inMarks(text)) {
    if (pieces.length === MOST_PIECES) break;
    const piece = pieceOf(stretch);
    if (piece) pieces.push(piece);
  }
  return pieces;
}

/** Words of a stretch that stands within a longer one: a single one ("tragedy") may stand there by chance. */
const LEAST_WORDS_WITHIN = 2;

const holds = (longer: Piece, shorter: Piece): boolean =>
  longer.words === shorter.words || (shorter.length >= LEAST_WORDS_WITHIN && longer.words.includes(shorter.words));

/** The weightiest stretch that one has in quotation marks and that is one of the other's, or stands within one of them; null where there is none. */
export function sharedPiece(a: readonly Piece[], b: readonly Piece[]): Piece | null {
  let most: Piece | null = null;
  for (const one of a) {
    for (const other of b) {
      const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
      if (shorter.weight > (most?.weight ?? 0) && holds(longer, shorter)) most = shorter;
    }
  }
  return most;
}
