import { stemmer } from 'stemmer';
import { fold } from './fold.js';
import { matchesIn } from './pieces.js';

/** A word of a text in the forms in which it is compared. */
export interface Word {
  /** As the text has it, apostrophes and all; without a possessive ending. */
  readonly written: string;
  /** What stands between it and the word before it: a space, signs; empty before the first. */
  readonly gap: string;
  /** Folded, without apostrophes: "dont", "officials". */
  readonly folded: string;
  readonly stem: string;
  /** What a capitalised word shares with the name it comes from ("russ" of Russia and Russians), else null. */
  readonly nameRoot: string | null;
}

/** Apostrophes stay inside a word, so that "don’t" is one; initials such as "U.S." are one word too. */
const WORD = /\p{Lu}\.(?:\p{Lu}\.?)+(?![\p{L}\p{N}])|\d+(?:[.,]\d+)+|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Apostrophes of other keyboards (U+02BC counts as a letter); U+2018 only between letters, where it opens no quotation. */
const ODD_APOSTROPHE = /ʼ|(?<=\p{L})[‘′](?=\p{L})/gu;
/** States whose initials are as usual as their names. */
const SPELT_OUT: readonly (readonly [RegExp, string])[] = [
  [/\bUnited States(?: of America)?\b/g, 'U.S.A.'],
  [/\bU\.S\.(?!A)|\bUS\b/g, 'U.S.A. '],
  [/\bUnited Kingdom\b|\bU\.K\./g, 'UK'],
  [/\bUnited Nations\b|\bU\.N\./g, 'UN '],
  [/\bEuropean Union\b|\bE\.U\./g, 'EU '],
];
/** Endings by which peoples and their adjectives come from the names of places, longest first. */
const NAME_ENDING = /(?:ians?|eans?|ese|ans?|ish|ia|is?|as?|es?|s)$/;
const SHORTEST_ROOT_LETTERS = 4;
const CACHE_WORDS = 50_000;
const cache = new Map<string, string>();

/** The Porter stem of a folded word. */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const made = stemmer(word);
  // A bound, not a policy: news repeats its words, and starting over costs little.
  if (cache.size >= CACHE_WORDS) cache.clear();
  cache.set(word, made);
  return made;
}

function rootOfName(written: string, folded: string): string | null {
  if (!/^\p{Lu}/u.test(written) || folded.length < SHORTEST_ROOT_LETTERS) return null;
  const match = NAME_ENDING.exec(folded);
  if (!match) return folded;
  for (let cut = match.index; cut < folded.length; cut++) {
    if (cut >= SHORTEST_ROOT_LETTERS && NAME_ENDING.exec(folded.slice(cut))?.index === 0) return folded.slice(0, cut);
  }
  return folded;
}

/** The words of a text in order. O(length). */
export function wordsOf(text: string): Word[] {
  let plain = text.replace(ODD_APOSTROPHE, '’');
  for (const [pattern, short] of SPELT_OUT) plain = plain.replace(pattern, short);
  const words: Word[] = [];
  let end = 0;
  for (const match of matchesIn(WORD, plain)) {
    const written = match.text.replace(/['’]s$/u, '');
    const gap = words.length === 0 ? '' : plain.slice(end, match.start);
    end = match.end;
    const bare = written.replace(/['’.]/gu, (mark, at: number) => (/\d/.test(written[at + 1] ?? '') ? mark : ''));
    const folded = fold(bare).replace(/,/g, '');
    words.push({ written, gap, folded, stem: /\d/.test(folded) ? folded : stem(folded), nameRoot: rootOfName(bare, folded) });
  }
  return words;
}
