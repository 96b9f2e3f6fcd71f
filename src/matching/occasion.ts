/** On what occasion was it said? "At the debate", "in an interview": what is named in the sentence of a content or in the one before. */
import { firstSentence, lastSentences } from './near-sentences.js';
import type { MatchableQuote } from './types.js';

/** Occasions on which people speak to the press or in public, and how they are named. */
const OCCASIONS: readonly (readonly [name: string, pattern: string])[] = [
  ['debate', 'debates?'],
  ['interview', 'interview(?:s|ed)?'],
  ['rally', 'rall(?:y|ies)'],
  ['town hall', 'town[ -]halls?'],
  ['speech', 'speech(?:es)?|keynote|remarks'],
  ['news conference', '(?:news|press) conferences?|briefings?|reporters'],
  ['hearing', 'hearings?|testif(?:y|ies|ied)|testimony'],
  ['summit', 'summit'],
  ['statement', 'statement'],
  ['letter', 'letter|memo(?:randum)?|e-?mail'],
  ['post', 'tweet(?:s|ed|ing)?|Twitter|Facebook|Instagram'],
  ['advertisement', 'ads?|adverts?|advertisements?'],
];
const ANY_OCCASION = new RegExp(`\\b(?:${OCCASIONS.map(([, pattern]) => `(${pattern})`).join('|')})\\b`, 'gi');

const named = new WeakMap<MatchableQuote, number>();

/** The occasions named near a quote, a bit for each. */
function occasionsNear(quote: MatchableQuote): number {
  const known = named.get(quote);
  if (known !== undefined) return known;
  let bits = 0;
  for (const sentence of [...lastSentences(quote.before), firstSentence(quote.after)]) {
    for (const [, ...groups] of sentence.matchAll(ANY_OCCASION)) bits |= 1 << groups.findIndex((group) => group !== undefined);
  }
  named.set(quote, bits);
  return bits;
}

/** The first occasion of the list that is named near both; null where there is none. That other ones are named tells nothing: one speech is "remarks" here and "at the rally" there. */
export function sameOccasion(a: MatchableQuote, b: MatchableQuote): string | null {
  // Near most quotes none is named: then the other's surroundings need not be read.
  const one = occasionsNear(a);
  const both = one === 0 ? 0 : one & occasionsNear(b);
  return both === 0 ? null : OCCASIONS[31 - Math.clz32(both & -both)][0];
}
