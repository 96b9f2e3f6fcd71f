/** Stored quotes that render a given text, whoever said it. None: no record, which is not a denial. */
import type { QuoteFilter } from '../domain/filters.js';
import type { QuoteRecord } from '../domain/records.js';
import { matchKeys, similarity } from '../matching/index.js';
import { foldedLine, foldedWords } from '../text/fold.js';
import type { App, RenderingAnswer } from './types.js';

const CANDIDATE_LIMIT = 1_000;
export const MAX_RENDERINGS = 200;

/** Closest first, then by id; at most MAX_RENDERINGS. */
export async function findRenderings(app: App, text: string, filter: QuoteFilter): Promise<RenderingAnswer[]> {
  const keys = matchKeys(text);
  if (keys.length === 0) return [];
  const candidates = await app.store.read.candidates({
    speakerId: null, publishedAt: null, windowDays: 0, keys, excludeQuoteIds: [], limit: CANDIDATE_LIMIT,
  });
  const meets = meetsFilter(filter);
  return candidates
    .filter(({ quote }) => meets(quote))
    .flatMap(({ quote }) => {
      const { score, match } = similarity(text, quote.text);
      return match ? [{ quote, match, similarity: score }] : [];
    })
    .sort((a, b) => b.similarity - a.similarity || a.quote.id - b.quote.id)
    .slice(0, MAX_RENDERINGS);
}

/** The filter's meaning, for quotes that are already at hand. */
function meetsFilter(filter: QuoteFilter): (quote: QuoteRecord) => boolean {
  const among = <T>(allowed: readonly T[] | null | undefined) => (value: T | null): boolean => !allowed?.length || (value !== null && allowed.includes(value));
  const [speaker, source, kind, manner] = [among(filter.speakers), among(filter.sources), among(filter.kinds), among(filter.manners)];
  const { from, to } = filter.published ?? {};
  const words = foldedWords(filter.text ?? '');
  return (quote) => {
    if (!speaker(quote.speakerId) || !source(quote.sourceId) || !kind(quote.kind) || !manner(quote.manner)) return false;
    if (filter.attributed != null && filter.attributed !== (quote.speakerId !== null)) return false;
    if ((from || to) && (quote.publishedAt === null || (from && quote.publishedAt < from) || (to && quote.publishedAt >= to))) return false;
    const line = words.length > 0 ? foldedLine(quote.text) : '';
    return words.every((word) => line.includes(` ${word} `));
  };
}
