/** What a rendering has and the best of its statement lacks, or the other way round, with the words of both articles. */
import { CONTEXT_UNITS } from '../domain/limits.js';
import { differencesOf } from '../matching/index.js';
import type { PlacedRendering } from '../matching/index.js';
import { textOf } from '../text/spans.js';
import type { Span } from '../text/spans.js';
import type { QuoteInArticle } from './comparison.js';
import { takeTurns } from './turns.js';
import type { Difference } from './types.js';

function placed({ quote, body, speakerName }: QuoteInArticle): PlacedRendering {
  const { text, content, kind, manner, cue, mention, speakerId } = quote;
  const { start } = content[0];
  return { text, content, kind, manner, cue: { text: textOf(body, cue), spans: cue }, mention, speakerId, speakerName, before: body.slice(Math.max(0, start - CONTEXT_UNITS), start) };
}

/** @param best what the explanations call the best rendering; none where the two are one quote */
export async function differencesBetween(best: QuoteInArticle, other: QuoteInArticle): Promise<Difference[]> {
  if (best.quote.id === other.quote.id) return [];
  await takeTurns();
  const side = (body: string, spans: readonly Span[]): Difference['a'] => ({ text: textOf(body, spans), spans });
  return differencesOf(placed(best), placed(other)).map(({ kind, a, b, explanation }) => ({ kind, explanation, a: side(best.body, a), b: side(other.body, b) }));
}
