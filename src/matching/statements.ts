import { sameOrNull } from './compare.js';
import { similarity } from './similarity.js';
import type { MatchDecision, MatchableQuote, RenderingMatch } from './types.js';

/** A statement that a quote might join: its id and the renderings it has. */
export interface StatementCandidate {
  readonly statementId: number;
  readonly quotes: readonly MatchableQuote[];
}

export const isNamed = (quote: Pick<MatchableQuote, 'speakerId'> & { readonly speakerName?: string | null }): boolean => quote.speakerId !== null || (quote.speakerName ?? null) !== null;

/**
 * The rendering that stands for a statement: the longest DIRECT one with a named speaker, else the most confident. Of equal
 * ones a named speaker's goes first, then the first published, then the surer, then by alphabet: which of them was read
 * first decides only where they are alike in all of that. Throws RangeError on no quotes: a statement has at least one.
 */
export function chooseBest<Q extends MatchableQuote>(quotes: readonly Q[]): Q {
  if (quotes.length === 0) throw new RangeError('A statement has at least one rendering.');
  const direct = quotes.filter((quote) => quote.kind === 'DIRECT' && isNamed(quote));
  const ranked = direct.length > 0
    ? direct.sort((x, y) => y.text.length - x.text.length || inTurn(x, y))
    : [...quotes].sort((x, y) => y.confidence - x.confidence || inTurn(x, y));
  return ranked[0];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
type Turn = Pick<MatchableQuote, 'id' | 'text' | 'speakerId' | 'publishedAt' | 'confidence'> & { readonly speakerName?: string | null };
/** Behind all dates. */
const UNDATED = '\uffff';

/** Of two that are alike in kind and length, or in confidence. */
export const inTurn = (x: Turn, y: Turn): number =>
  Number(isNamed(y)) - Number(isNamed(x)) || byText(x.publishedAt ?? UNDATED, y.publishedAt ?? UNDATED) || y.confidence - x.confidence || byText(x.text, y.text) || x.id - y.id;

interface Scored {
  readonly score: number;
}
/** What two quotes are to each other where they are the same, else null. */
export type Decide<D extends Scored> = (a: MatchableQuote, b: MatchableQuote) => D | null;

/** At most so many renderings are asked besides the best: a statement that a hundred outlets carry stays cheap. */
const MOST_ASKED = 15;

/**
 * Does the quote belong to this statement? It must be the same as the best rendering, or as most of those asked; a chain
 * (like the second, which is like the first) is not enough. A rendering of its own article must have the same words.
 */
function joins<D extends Scored>(quote: MatchableQuote, candidate: StatementCandidate, decide: Decide<D>): D | null {
  const others = candidate.quotes.filter((other) => other.id !== quote.id);
  if (others.length === 0) return null;
  for (const other of others) {
    if (other.articleId === quote.articleId && !decide(quote, other)) return null;
  }
  const best = chooseBest(others);
  const withBest = decide(quote, best);
  if (withBest) return withBest;
  const asked = others.filter((other) => other !== best).slice(0, MOST_ASKED);
  const decisions = asked.flatMap((other) => decide(quote, other) ?? []);
  if (decisions.length * 2 <= asked.length + 1) return null;
  return decisions.reduce((top, decision) => (decision.score > top.score ? decision : top));
}

/**
 * The statement that a quote joins, with the decision that let it in, or null where it begins one of its own. Where it fits
 * several the highest score wins, then the lowest statement id.
 */
export function assign(quote: MatchableQuote, candidates: readonly StatementCandidate[]): { statementId: number; decision: MatchDecision } | null {
  return assignBy(quote, candidates, sameOrNull);
}

/** As `assign`, by decisions made before. */
export function assignBy<D extends Scored>(quote: MatchableQuote, candidates: readonly StatementCandidate[], decide: Decide<D>): { statementId: number; decision: D } | null {
  let found: { statementId: number; decision: D } | null = null;
  for (const candidate of [...candidates].sort((x, y) => x.statementId - y.statementId)) {
    const decision = joins(quote, candidate, decide);
    if (decision && (!found || decision.score > found.decision.score)) found = { statementId: candidate.statementId, decision };
  }
  return found;
}

export interface GradedRendering {
  readonly quoteId: number;
  readonly match: RenderingMatch;
  /** 0..1; 1 for the best itself. */
  readonly similarity: number;
}

/** Each rendering's likeness to the best one, in the order given. */
export function gradeRenderings(best: MatchableQuote, quotes: readonly MatchableQuote[]): GradedRendering[] {
  return quotes.map((quote) => {
    if (quote.id === best.id) return { quoteId: quote.id, match: 'VERBATIM', similarity: 1 };
    const { score, match } = similarity(best.text, quote.text);
    return { quoteId: quote.id, match, similarity: score };
  });
}
