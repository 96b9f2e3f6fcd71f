/** Two stored quotes, by the decision that gathers statements. What people corrected is not looked at. */
import type { QuoteRecord } from '../domain/records.js';
import type { StoryTerm } from '../domain/story-writes.js';
import { matchPair } from '../matching/index.js';
import { matchableIn } from './statements.js';
import type { QuoteComparison } from './types.js';

/** A quote with what the decision reads beside it: the body of its article, and the name of its speaker. */
export interface QuoteInArticle {
  readonly quote: QuoteRecord;
  readonly body: string;
  readonly speakerName: string | null;
  /** What the article is about, as it was read in. */
  readonly terms: readonly StoryTerm[];
}

const matchable = ({ quote, body, speakerName, terms }: QuoteInArticle) => matchableIn(body, quote, speakerName, terms);

export const compareQuotes = (a: QuoteInArticle, b: QuoteInArticle): QuoteComparison => matchPair({ a: matchable(a), b: matchable(b) });
