/** What the engine makes of annotated articles, in the form that the kit's scorers read. */
import type { ExtractedQuote, Extraction, Extractor, QuoteKind, SpeakerType } from '../../src/extraction/types.js';
import { toPairs } from '../../src/text/spans.js';
import type { SpanPair } from '../../src/text/spans.js';
import type { AnnotatedArticle } from '../../training/corpus.js';

/** A quote at the top level; spans in UTF-16 code units of the article's text. */
export interface Prediction {
  readonly kind: QuoteKind;
  readonly manner: string;
  readonly content: readonly SpanPair[];
  readonly cue: readonly SpanPair[];
  readonly source: readonly SpanPair[];
  readonly speaker: { readonly name: string; readonly type: SpeakerType } | null;
  readonly reason: string | null;
  readonly confidence: number;
}

export interface PredictedArticle {
  readonly id: string;
  readonly quotes: readonly Prediction[];
}

export const predict = (extractor: Extractor, articles: readonly AnnotatedArticle[]): PredictedArticle[] =>
  articles.map(({ id, text }) => {
    const extraction = extractor.extract(text);
    return { id, quotes: extraction.quotes.map((quote) => predictionOf(extraction, quote)) };
  });

export function predictionOf(extraction: Extraction, { kind, manner, content, cue, mention, speaker, reason, confidence }: ExtractedQuote): Prediction {
  const named = speaker === null ? null : extraction.speakers[speaker];
  return {
    kind, manner, content: toPairs(content), cue: toPairs(cue), source: toPairs(mention),
    speaker: named && { name: named.name, type: named.type }, reason, confidence,
  };
}
