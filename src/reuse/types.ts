import type { Span } from '../text/spans.js';

export interface ReuseText {
  readonly body: string;
  /** Spans that do not count: boilerplate and what stands in quotation marks. */
  readonly excluded: readonly Span[];
}

export interface ReusedPassage {
  readonly a: Span;
  readonly b: Span;
  readonly words: number;
  readonly similarity: number;
}

export interface ReuseComparison {
  readonly passages: readonly ReusedPassage[];
  /** Share of a's words that stand in passages also found in b. */
  readonly containmentAInB: number;
  readonly containmentBInA: number;
  /** Jaccard of the two texts' word n-grams. */
  readonly resemblance: number;
  readonly nearDuplicate: boolean;
  /** What the text alone says; UNRELATED where only shared statements could make it COMMON_SOURCE. */
  readonly relation: 'REPRINT' | 'PARTIAL_REPRINT' | 'REWRITE' | 'UNRELATED';
}
