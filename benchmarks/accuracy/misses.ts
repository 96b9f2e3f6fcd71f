/** The worst misses: what was given with most confidence and is wrong, and what should have been found first of all. */
import type { SpanPair } from '../../src/text/spans.js';
import type { QuoteScorer } from './kit.js';
import { CONTENT } from './judge.js';
import type { JudgedArticle } from './judge.js';
import type { Prediction } from './predictions.js';

export interface Miss {
  readonly article: string;
  readonly text: string;
  readonly gold: { readonly content: readonly SpanPair[]; readonly cue: readonly SpanPair[]; readonly source: readonly SpanPair[] } | null;
  readonly prediction: Prediction | null;
}

/**
 * Half of them predictions that are not right (no content of the gold, or another's mention), the most confident first; half gold
 * attributions that no prediction overlaps, those with most words in quotation marks first, then the shortest.
 */
export function worstMisses(articles: readonly JudgedArticle[], most: number, scorer: QuoteScorer): Miss[] {
  const wrong = articles.flatMap(({ article, predictions }) => predictions.filter(({ right }) => !right).map(({ prediction, gold }): Miss & { prediction: Prediction } => (
    { article: article.id, text: article.text, gold: gold === null ? null : article.attributions[gold], prediction })));
  wrong.sort((a, b) => b.prediction.confidence - a.prediction.confidence);
  const missed = articles.flatMap(({ article, golds }) => {
    const regions = scorer.quoteRegions(article.text);
    return golds.flatMap(({ content }, i) => {
      const gold = article.attributions[i];
      return content === CONTENT.missed ? [{ article: article.id, text: article.text, gold, prediction: null, quoted: shareInside(gold.content, regions), length: lengthOf(gold.content) }] : [];
    });
  });
  missed.sort((a, b) => b.quoted - a.quoted || a.length - b.length);
  const half = Math.ceil(most / 2);
  return [...wrong.slice(0, half), ...missed.slice(0, most - Math.min(half, wrong.length)).map(({ article, text, gold, prediction }) => ({ article, text, gold, prediction }))];
}

const lengthOf = (spans: readonly SpanPair[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0);

function shareInside(spans: readonly SpanPair[], regions: readonly SpanPair[]): number {
  const inside = spans.flatMap(([start, end]) => regions.map(([from, to]) => Math.max(0, Math.min(end, to) - Math.max(start, from))));
  return inside.reduce((sum, x) => sum + x, 0) / Math.max(1, lengthOf(spans));
}
