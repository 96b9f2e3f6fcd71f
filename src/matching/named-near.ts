import { foldedWords } from '../text/fold.js';
import { isFunctionWord } from '../text/words.js';
import { firstSentence, lastSentences } from './near-sentences.js';
import type { MatchableQuote } from './types.js';

/**
 * Whose words may a quote be where nobody is known to say it? The names beside it, by how close they stand:
 *
 *   Unlike Ms. Hale, Mayor Calloway has pressed her call [[ to close the pier ]], the council said.
 *               .64             1                                                      .5
 *
 * A guess, good for evidence and for nothing else: it names no speaker.
 */
export type NamesNear = ReadonlyMap<string, number>;

/** What each name farther off in the same sentence is worth of the one before it. */
const NEXT_NAME = 0.8;
/** Of names behind the content in its sentence, and of names in the sentence before it. */
const BEHIND = 0.5;
const SENTENCE_BEFORE = 0.4;
const LEAST_CLOSENESS = 0.1;
const NAME = /\p{Lu}[\p{L}\p{N}’'.-]*/gu;

/** Capitalised words, those of one name together; without words of grammar that begin a sentence. */
function namesIn(text: string): string[][] {
  const names: string[][] = [];
  let end = -2;
  for (const match of text.matchAll(NAME)) {
    const words = foldedWords(match[0].replace(/['’]s$/u, '')).filter((word) => word.length > 1 && !isFunctionWord(word));
    if (words.length === 0) continue;
    if (text.slice(end, match.index).trim() === '' && names.length > 0 && end >= 0) names.at(-1)!.push(...words);
    else names.push(words);
    end = match.index + match[0].length;
    if (/['’]s$/u.test(match[0])) end = -2;
  }
  return names;
}

const near = new WeakMap<MatchableQuote, NamesNear>();

/** Folded words of names with their closeness, 0..1: of the speaker where one is named, else of who stands near. */
export function namesNear(quote: MatchableQuote): NamesNear {
  const known = near.get(quote);
  if (known) return known;
  const found = new Map<string, number>();
  const add = (words: readonly string[], closeness: number): void => {
    for (const word of words) found.set(word, Math.max(found.get(word) ?? 0, closeness));
  };
  if (quote.speakerName !== null) add(foldedWords(quote.speakerName.replace(/['’]s\b/gu, '')).filter((word) => word.length > 1 && !isFunctionWord(word)), 1);
  else {
    const spokenOf = new Set(foldedWords(quote.text));
    const addAll = (names: readonly string[][], first: number): void => {
      let closeness = first;
      for (const name of names) {
        const words = name.filter((word) => !spokenOf.has(word));
        if (words.length === 0) continue;
        if (closeness < LEAST_CLOSENESS) return;
        add(words, closeness);
        closeness *= NEXT_NAME;
      }
    };
    const [own, previous] = lastSentences(quote.before);
    addAll(namesIn(own).reverse(), 1);
    addAll(namesIn(firstSentence(quote.after)), BEHIND);
    addAll(namesIn(previous ?? '').reverse(), SENTENCE_BEFORE);
  }
  near.set(quote, found);
  return found;
}

/** The name that stands closest to both, with the product of both closenesses; null where there is none. */
export function nameNearBoth(a: MatchableQuote, b: MatchableQuote): { readonly name: string; readonly closeness: number } | null {
  const [x, y] = [namesNear(a), namesNear(b)];
  let best: { name: string; closeness: number } | null = null;
  for (const [name, closeness] of x) {
    const both = closeness * (y.get(name) ?? 0);
    if (both > (best?.closeness ?? 0)) best = { name, closeness: both };
  }
  return best;
}
