import { AFFIRMED, DENIED, DENIED_UNTIL, OPEN } from './denial.js';
import type { Term, Wording } from './wording.js';

/** How far one of two wordings denies what the other says. */
export interface Opposition {
  /** Of the weight of the words that both have, how much stands denied in one and affirmed in the other, 0..1. */
  readonly share: number;
  /** Is there a word that one surely denies? "Not until May" is a denial or a promise. */
  readonly certain: boolean;
  /** The weightiest such word, as written; null where there is none. */
  readonly word: string | null;
}

const NONE: Opposition = { share: 0, certain: false, word: null };
/** What a "not until" counts beside a plain denial. */
const UNTIL_SHARE = 0.5;

const bitsOf = ({ denials }: Wording, key: string): number => denials?.get(key) ?? AFFIRMED;

/** Denied where it is affirmed and the other way round: for a content that the text denies from outside. */
export const turned = (bits: number): number => ((bits & AFFIRMED) !== 0 ? DENIED : 0) | ((bits & (DENIED | DENIED_UNTIL)) !== 0 ? AFFIRMED : 0);

/** 0 where they agree, 1 where one surely denies what the other affirms, between where it depends on an "until". */
export function opposed(a: number, b: number): number {
  if ((a & b) !== 0) return 0;
  // "Not until May" beside "not": both deny.
  if (a !== AFFIRMED && b !== AFFIRMED) return 0;
  return a === DENIED_UNTIL || b === DENIED_UNTIL ? UNTIL_SHARE : 1;
}

const saysUntil = (wording: Wording): boolean => wording.words.includes('until') || wording.words.includes('till');

/** The name by which b has a's term: the stem, or a kin of it; null where b has neither. */
const nameIn = (b: Wording, term: Term): string | null => (b.terms.has(term.stem) ? term.stem : (term.kin.find((key) => b.kin.has(key)) ?? null));

/**
 * Weighs the words that both have, or where they have no content in common the words of grammar ("They were", "They were
 * not"). `turn`: one of the two stands denied as a whole. Symmetric but for the weights of kin.
 */
export function oppositionOf(a: Wording, b: Wording, turn = false): Opposition {
  if (a.denials === null && b.denials === null && !turn) return NONE;
  // "Not until May" and "until May" are as opposed as without the until.
  const bothUntil = saysUntil(a) && saysUntil(b);
  let [all, against, certain] = [0, 0, false];
  let [word, most]: [string | null, number] = [null, 0];
  const weigh = (shown: string, weight: number, bitsA: number, bitsB: number): void => {
    if (bitsA === OPEN || bitsB === OPEN) return;
    const bits = opposed(bitsA, turn ? turned(bitsB) : bitsB);
    const how = bothUntil && bits > 0 ? 1 : bits;
    all += weight;
    against += weight * how;
    certain ||= how === 1;
    if (how > 0 && weight > most) [word, most] = [shown, weight];
  };
  for (const term of a.terms.values()) {
    const name = nameIn(b, term);
    if (name !== null) weigh(term.shown, term.weight, bitsOf(a, term.stem), bitsOf(b, name));
  }
  if (a.weight === 0 || b.weight === 0) for (const shared of new Set(a.words)) if (b.words.includes(shared)) weigh(shared, 1, bitsOf(a, shared), bitsOf(b, shared));
  return all === 0 ? NONE : { share: against / all, certain, word };
}
