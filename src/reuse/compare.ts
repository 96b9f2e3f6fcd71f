import { chainsOf } from './align.js';
import type { Chain } from './align.js';
import { gramsOf } from './grams.js';
import type { Grams } from './grams.js';
import { isRewrite } from './rewrite.js';
import type { ReuseComparison, ReuseText, ReusedPassage } from './types.js';
import { countedWords } from './words.js';
import type { CountedWords } from './words.js';

/** Shorter stretches are set phrases ("said in a statement on Tuesday") as often as copies. */
export const LEAST_PASSAGE_WORDS = 8;
/** Both texts must be the same passages to this share (DESIGN, "Relations between two articles"). */
const REPRINT_SHARE = 0.7;
/** A paragraph is copied when so much of it is; shorter ones (a caption, a one-line tail) do not count as paragraphs. */
const COPIED_PARAGRAPH = { share: 0.8, words: 0 } as const;
/** Or, where an editor was at work, less of it but so many words: in short sentences two set phrases already make as much. */
const EDITED_PARAGRAPH = { share: 0.6, words: 14 } as const;
const LEAST_PARAGRAPH_WORDS = 12;
/** Where a page has lost its line breaks, a passage this long stands for a paragraph. */
const PARAGRAPH_LONG_PASSAGE_WORDS = 30;
/**
 * Near duplicates: the shares of the two texts that stand in the other are on average this, and neither is below the least. Two
 * versions of which each lost four sentences in ten, not the same, still have .6 of each in common, with letters changed .55.
 */
const NEAR_DUPLICATE_SHARE = 0.5;
const NEAR_DUPLICATE_LEAST_SHARE = 0.35;

interface Piece {
  fromA: number;
  fromB: number;
  toA: number;
  toB: number;
  equal: number;
}

/** A chain cut where an excluded span stands between its words in either text; ends are always equal words. */
function piecesOf(chain: Chain, a: CountedWords, b: CountedWords): Piece[] {
  const pieces: Piece[] = [];
  for (const run of chain) {
    const exact = run.exact === false ? 0 : 1;
    for (let k = 0; k < run.length; k++) {
      const [i, j] = [run.a + k, run.b + k];
      const last = pieces.at(-1);
      if (last && a.stretches[last.toA] === a.stretches[i] && b.stretches[last.toB] === b.stretches[j]) {
        last.toA = i;
        last.toB = j;
        last.equal += exact;
      } else pieces.push({ fromA: i, fromB: j, toA: i, toB: j, equal: exact });
    }
  }
  return pieces;
}

function passageOf(piece: Piece, a: CountedWords, b: CountedWords): ReusedPassage {
  const longest = Math.max(piece.toA - piece.fromA, piece.toB - piece.fromB) + 1;
  return {
    a: { start: a.starts[piece.fromA], end: a.ends[piece.toA] },
    b: { start: b.starts[piece.fromB], end: b.ends[piece.toB] },
    words: piece.equal,
    similarity: piece.equal / longest,
  };
}

function resemblanceOf(a: Grams, b: Grams, shared: number): number {
  return shared === 0 ? 0 : shared / (a.distinct.size + b.distinct.size - shared);
}

const isNearDuplicate = (a: number, b: number): boolean => (a + b) / 2 >= NEAR_DUPLICATE_SHARE && Math.min(a, b) >= NEAR_DUPLICATE_LEAST_SHARE;

/** A paragraph and how much of it one chain holds. */
interface CopiedPart {
  readonly copied: number;
  readonly length: number;
}

/** The paragraphs of a text of which each chain holds anything, those that count as such. */
function copiedParts({ paragraphs }: CountedWords, chains: readonly Chain[], side: 'a' | 'b'): CopiedPart[] {
  const lengths = new Map<number, number>();
  const lengthAt = (at: number): number => {
    const length = lengths.get(paragraphs[at]) ?? paragraphLength(paragraphs, at);
    lengths.set(paragraphs[at], length);
    return length;
  };
  return chains.flatMap((chain) => {
    const parts = new Map<number, { copied: number; at: number }>();
    for (const run of chain) {
      for (let at = run[side]; at < run[side] + run.length; at++) {
        const part = parts.get(paragraphs[at]);
        if (part) part.copied++;
        else parts.set(paragraphs[at], { copied: 1, at });
      }
    }
    return [...parts.values()].map(({ copied, at }) => ({ copied, length: lengthAt(at) })).filter(({ length }) => length >= LEAST_PARAGRAPH_WORDS);
  });
}

function paragraphLength(paragraphs: Int32Array, at: number): number {
  let [from, to] = [at, at + 1];
  while (from > 0 && paragraphs[from - 1] === paragraphs[at]) from--;
  while (to < paragraphs.length && paragraphs[to] === paragraphs[at]) to++;
  return to - from;
}

/**
 * What two texts share outside their excluded spans.
 *
 * - passages: stretches of at least LEAST_PASSAGE_WORDS equal words, small changes bridged (`similarity` is then below 1:
 *   equal words by the words of the longer side), never over an excluded span; in the order of `a`.
 * - containment: share of a text's counted words, 0..1, that stand equal in a copied stretch; a stretch that goes on behind
 *   a quotation counts whole.
 * - resemblance: Jaccard of the sets of four words in a row.
 * - relation: as DESIGN defines; UNRELATED where the text alone shows nothing.
 *
 * Symmetric but for the choice among repeated passages. Linear in the words, also for repetitive text.
 */
export function compareTexts(a: ReuseText, b: ReuseText): ReuseComparison {
  const [wordsA, wordsB] = [countedWords(a), countedWords(b)];
  const passages: ReusedPassage[] = [];
  const chains: Chain[] = [];
  const [gramsA, gramsB] = [gramsOf(wordsA), gramsOf(wordsB)];
  const shared = gramsA.shared(gramsB);
  // Each word stands in one run at most.
  let covered = 0;
  for (const chain of chainsOf(wordsA, wordsB, shared)) {
    const whole = piecesOf(chain, wordsA, wordsB).filter((piece) => piece.equal >= LEAST_PASSAGE_WORDS);
    if (whole.length === 0) continue;
    chains.push(chain);
    passages.push(...whole.map((piece) => passageOf(piece, wordsA, wordsB)));
    for (const run of chain) covered += run.length;
  }
  const [containmentAInB, containmentBInA] = [wordsA, wordsB].map(({ length }) => (length === 0 ? 0 : covered / length));
  const resemblance = resemblanceOf(gramsA, gramsB, shared.size);
  const relation = ((): ReuseComparison['relation'] => {
    if (Math.min(containmentAInB, containmentBInA) >= REPRINT_SHARE) return 'REPRINT';
    // Is any paragraph copied, in one stretch? Set phrases side by side are none.
    const parts = [...copiedParts(wordsA, chains, 'a'), ...copiedParts(wordsB, chains, 'b')];
    const holdsParagraph = (least: typeof COPIED_PARAGRAPH | typeof EDITED_PARAGRAPH): boolean =>
      parts.some(({ copied, length }) => copied >= Math.max(least.words, least.share * length));
    if (holdsParagraph(COPIED_PARAGRAPH) || passages.some((passage) => passage.words >= PARAGRAPH_LONG_PASSAGE_WORDS)) return 'PARTIAL_REPRINT';
    // A rewrite keeps much of a sentence now and then.
    if (isRewrite(a, wordsA, b, wordsB)) return 'REWRITE';
    return holdsParagraph(EDITED_PARAGRAPH) ? 'PARTIAL_REPRINT' : 'UNRELATED';
  })();
  return { passages, containmentAInB, containmentBInA, resemblance, nearDuplicate: isNearDuplicate(containmentAInB, containmentBInA), relation };
}
