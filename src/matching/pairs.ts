import { compareQuotes } from './compare.js';
import type { MatchDecision, MatchableQuote } from './types.js';

/** Two quotes whose contents and speakers are worked out already. */
export interface QuotePair {
  readonly a: MatchableQuote;
  readonly b: MatchableQuote;
}

/** The answer of the `match` command for one pair, without the line's number: {score, same, match, reasons}. */
export function matchPair({ a, b }: QuotePair): MatchDecision {
  return compareQuotes(a, b);
}
