/** The same line said again: a slogan at every rally, a promise made anew. */
import { similarity } from './similarity.js';
import type { RenderingMatch } from './types.js';
import { prepare } from './word-evidence.js';
import { overlapOf, sharedWords } from './wording.js';

/**
 * Two content words at least, which weigh as much as a long word and a short one: "Thank you very much" is said by everybody.
 * Set by hand.
 */
const LEAST_WORDS = 2;
const LEAST_WEIGHT = 1.5;

/** How one text repeats another, or null where it does not: nearly the same words, some of which tell something. Symmetric. */
export function echoOf(textA: string, textB: string): { readonly score: number; readonly match: RenderingMatch } | null {
  const [a, b] = [prepare(textA).wording, prepare(textB).wording];
  if (overlapOf(a, b).shared < LEAST_WEIGHT || sharedWords(a, b).length < LEAST_WORDS) return null;
  const likeness = similarity(textA, textB);
  return likeness.match === 'PARAPHRASE' ? null : likeness;
}
