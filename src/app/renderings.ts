/** Stored quotes that render a given text, whoever said it. None: no record, which is not a denial. */
import type { QuoteFilter } from '../domain/filters.js';
import type { QuoteRecord } from '../domain/records.js';
import { matchKeys, reasonsOfWording, renderingOf, sentencesOf } from '../matching/index.js';
import { foldedLine, foldedWords } from '../text/fold.js';
import type { App, QuoteComparison, RenderingAnswer } from './types.js';

const CANDIDATE_LIMIT = 1_000;
/** Of two months: a key that more have is everybody's words. */
const MOST_QUOTES_PER_KEY = 2_000;
export const MAX_RENDERINGS = 200;
/** A text of fewer words stands in every other quote by chance: it must be a sentence of the quote. */
const LEAST_HELD_WORDS = 3;

/**
 * Quotes that hold the text word for word, and those whose wording says the same; none that denies it. Closest first, then
 * by id; at most MAX_RENDERINGS.
 */
export async function findRenderings(app: App, text: string, filter: QuoteFilter): Promise<RenderingAnswer[]> {
  const words = foldedWords(text).length;
  if (words === 0) return [];
  const { read } = app.store;
  const holding = (await read.quotesHolding(text, filter, MAX_RENDERINGS)).filter((quote) => words >= LEAST_HELD_WORDS || isSentenceOf(quote, text));
  const keys = matchKeys(text);
  const candidates = keys.length === 0 ? [] : await read.candidates({
    speakerId: null, publishedAt: null, windowDays: 0, keys, mostPerKey: MOST_QUOTES_PER_KEY, excludeQuoteIds: holding.map((quote) => quote.id), limit: CANDIDATE_LIMIT,
  });
  const found = await read.quotes(candidates.map((candidate) => candidate.id));
  const meets = meetsFilter(filter);
  const graded = (quote: QuoteRecord, isHeld: boolean): RenderingAnswer[] => {
    const rendering = renderingOf(text, quote.text, isHeld);
    return rendering ? [{ quote, match: rendering.match, similarity: rendering.score }] : [];
  };
  return [
    ...holding.flatMap((quote) => graded(quote, true)),
    ...found.flatMap((quote) => (quote && meets(quote) ? graded(quote, false) : [])),
  ].sort((a, b) => b.similarity - a.similarity || a.quote.id - b.quote.id).slice(0, MAX_RENDERINGS);
}

/** What its words say for and against a quote's rendering the text, as `match` weighs them. */
export const reasonsOfRendering = (text: string, quote: QuoteRecord): QuoteComparison['reasons'] => reasonsOfWording(text, quote.text);

const isSentenceOf = ({ text: quoted }: QuoteRecord, text: string): boolean =>
  [quoted, ...sentencesOf(quoted)].some((part) => foldedLine(part) === foldedLine(text));

/** The filter's meaning, for quotes that are already at hand. */
function meetsFilter(filter: QuoteFilter): (quote: QuoteRecord) => boolean {
  const among = <T>(allowed: readonly T[] | null | undefined) => (value: T | null): boolean => !allowed?.length || (value !== null && allowed.includes(value));
  const [speaker, source, kind, manner] = [among(filter.speakers), among(filter.sources), among(filter.kinds), among(filter.manners)];
  const isBySpeaker = (quote: QuoteRecord): boolean => speaker(quote.speakerId) || quote.jointSpeakerIds.some(speaker);
  const { from, to } = filter.published ?? {};
  const words = foldedWords(filter.text ?? '');
  return (quote) => {
    if (!isBySpeaker(quote) || !source(quote.sourceId) || !kind(quote.kind) || !manner(quote.manner)) return false;
    if (filter.attributed != null && filter.attributed !== (quote.speakerId !== null)) return false;
    if ((from || to) && (quote.publishedAt === null || (from && quote.publishedAt < from) || (to && quote.publishedAt >= to))) return false;
    const line = words.length > 0 ? foldedLine(quote.text) : '';
    return words.every((word) => line.includes(` ${word} `));
  };
}
