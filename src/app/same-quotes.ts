/** Which quotes of an article, read again, are which of those that stood in it before. */
import type { QuoteCorrections, QuoteFields } from '../domain/write-store.js';

type Fresh = Pick<QuoteFields, 'contentKey' | 'speakerId'>;

const isCorrected = (quote: QuoteCorrections): boolean => quote.dismissed || quote.setStatement || quote.setSpeakerId !== undefined;

/**
 * Of quotes whose content reads alike those given to the same speaker are the same; what is left is paired in the order
 * of the text. Where fewer are left than there were, those that people corrected stay before the others.
 *
 *      before   A "No."   B "No." (corrected)
 *      now      B "No."                          is the second, not the first
 *
 * @returns for each quote now the one before, or null; and those before that are nowhere now
 */
export function pairSameQuotes(before: readonly QuoteCorrections[], now: readonly Fresh[]): { readonly same: readonly (QuoteCorrections | null)[]; readonly gone: readonly QuoteCorrections[] } {
  const same = now.map((): QuoteCorrections | null => null);
  const waiting = new Map(before.map((quote) => [quote.quoteId, quote]));
  const pairUp = (keyBefore: (quote: QuoteCorrections) => string, keyNow: (quote: Fresh) => string): void => {
    const free = grouped([...waiting.values()], keyBefore);
    const open = grouped(now.map((_, i) => i).filter((i) => same[i] === null), (i) => keyNow(now[i]));
    for (const [key, places] of open) {
      for (const [k, quote] of staying(free.get(key) ?? [], places.length).entries()) {
        same[places[k]] = quote;
        waiting.delete(quote.quoteId);
      }
    }
  };
  pairUp((q) => `${q.contentKey} ${q.extractedSpeakerId}`, (q) => `${q.contentKey} ${q.speakerId}`);
  pairUp((q) => q.contentKey, (q) => q.contentKey);
  return { same, gone: [...waiting.values()] };
}

/** As many as there is room for, in their order. */
function staying(quotes: readonly QuoteCorrections[], room: number): readonly QuoteCorrections[] {
  if (quotes.length <= room) return quotes;
  const chosen = new Set([...quotes.filter(isCorrected), ...quotes.filter((q) => !isCorrected(q))].slice(0, room));
  return quotes.filter((q) => chosen.has(q));
}

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
