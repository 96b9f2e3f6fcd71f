import { stemmer } from 'stemmer';
import { copyOf } from './copy.js';
import { fold } from './fold.js';
import { matchesIn, piecesOf } from './pieces.js';

/** The forms in which a word is compared: they hang on the word alone, not on where it stands. */
export interface WordForms {
  /** As the text has it, apostrophes and all; without a possessive ending. */
  readonly written: string;
  /** Folded, without apostrophes: "dont", "officials". */
  readonly folded: string;
  readonly stem: string;
  /** What a capitalised word shares with the name it comes from ("russ" of Russia and Russians), else null. */
  readonly nameRoot: string | null;
}

/** A word of a text in the forms in which it is compared. */
export interface Word extends WordForms {
  /** What stands between it and the word before it: a space, signs; empty before the first. */
  readonly gap: string;
  /** Where it stands in the text, in UTF-16 units, half open: a possessive ending left out, "United States" taken in. */
  readonly start: number;
  readonly end: number;
}

/** Apostrophes stay inside a word, so that "don’t" is one; initials such as "U.S." are one word too. */
const WORD = /\p{Lu}\.(?:\p{Lu}\.?)+(?![\p{L}\p{N}])|\d+(?:[.,]\d+)+|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** The same for a text of no letters, digits and marks but these: many times as fast. */
const PLAIN_WORD = /[A-Z]\.(?:[A-Z]\.?)+(?![A-Za-z0-9])|\d+(?:[.,]\d+)+|[A-Za-z0-9]+(?:['’][A-Za-z]+)*/g;
const NOT_PLAIN = /[^\0-\x7f‘’“”–—…]/;
/** Apostrophes of other keyboards (U+02BC counts as a letter); U+2018 only between letters, where it opens no quotation. */
const MAYBE_ODD_APOSTROPHE = /[ʼ‘′]/;
const ODD_APOSTROPHE = /ʼ|(?<=\p{L})[‘′](?=\p{L})/gu;
/** States whose initials are as usual as their names. */
const SPELT_OUT: readonly (readonly [pattern: string, short: string])[] = [
  ['\\bUnited States(?: of America)?\\b', 'U.S.A.'],
  ['\\bU\\.S\\.(?!A)|\\bUS\\b', 'U.S.A. '],
  ['\\bUnited Kingdom\\b|\\bU\\.K\\.', 'UK'],
  ['\\bUnited Nations\\b|\\bU\\.N\\.', 'UN '],
  ['\\bEuropean Union\\b|\\bE\\.U\\.', 'EU '],
];
const ANY_SPELT_OUT = new RegExp(SPELT_OUT.map(([pattern]) => `(${pattern})`).join('|'), 'g');
/** Endings by which peoples and their adjectives come from the names of places, longest first. */
const NAME_ENDING = /(?:ians?|eans?|ese|ans?|ish|ia|is?|as?|es?|s)$/;
const SHORTEST_ROOT_LETTERS = 4;
const CACHE_WORDS = 50_000;
const cache = new Map<string, string>();

/** The Porter stem of a folded word. */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const own = copyOf(word);
  const made = stemmer(own);
  // A bound, not a policy: news repeats its words, and starting over costs little.
  if (cache.size >= CACHE_WORDS) cache.clear();
  cache.set(own, made);
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

/** A stretch that was written otherwise: from here to there in the text made of it, and in the text itself. */
interface Rewritten {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** The text with states by their initials, and where that changed it. */
function withInitials(text: string): { readonly plain: string; readonly rewritten: readonly Rewritten[] } {
  const rewritten: Rewritten[] = [];
  let grown = 0;
  const plain = text.replace(ANY_SPELT_OUT, (found: string, ...groups: unknown[]) => {
    const short = SPELT_OUT[groups.slice(0, SPELT_OUT.length).findIndex((group) => group !== undefined)][1];
    const start = groups[SPELT_OUT.length] as number;
    rewritten.push({ from: start + grown, to: start + grown + short.length, start, end: start + found.length });
    grown += short.length - found.length;
    return short;
  });
  return { plain, rewritten };
}

/** UTF-16 units; what is longer is hardly a word, and would fill the memory. */
const LONGEST_KEPT = 64;
const kept = new Map<string, WordForms>();

function formsOf(found: string): WordForms {
  const known = kept.get(found);
  if (known) return known;
  const own = copyOf(found);
  const made = LETTERS.test(own) ? lettersOf(own) : readForms(own);
  if (own.length > LONGEST_KEPT) return made;
  if (kept.size >= CACHE_WORDS) kept.clear();
  kept.set(own, made);
  return made;
}

const LETTERS = /^[A-Za-z]+$/;

function lettersOf(found: string): WordForms {
  const folded = found.toLowerCase();
  return { written: found, folded, stem: stem(folded), nameRoot: found.charCodeAt(0) < 0x61 ? rootOfName(found, folded) : null };
}

function readForms(found: string): WordForms {
  const written = found.replace(/['’]s$/u, '');
  const bare = written.replace(/['’.]/gu, (mark, at: number) => (/\d/.test(written[at + 1] ?? '') ? mark : ''));
  const folded = fold(bare).replace(/,/g, '');
  return { written, folded, stem: /\d/.test(folded) ? folded : stem(folded), nameRoot: rootOfName(bare, folded) };
}

const usualApostrophes = (text: string): string => (MAYBE_ODD_APOSTROPHE.test(text) ? text.replace(ODD_APOSTROPHE, '’') : text);

const wordPattern = (text: string): RegExp => (NOT_PLAIN.test(text) ? WORD : PLAIN_WORD);

/** The words of a text in order. O(length). */
export function wordsOf(text: string): Word[] {
  const { plain, rewritten } = withInitials(usualApostrophes(text));
  const words: Word[] = [];
  let [end, passed, grown] = [0, 0, 0];
  for (const match of matchesIn(wordPattern(plain), plain)) {
    const { written, folded, stem: stemmed, nameRoot } = formsOf(match.text);
    const gap = words.length === 0 ? '' : plain.slice(end, match.start);
    end = match.end;
    while (passed < rewritten.length && rewritten[passed].to <= match.start) {
      grown = rewritten[passed].to - rewritten[passed].end;
      passed++;
    }
    const state = passed < rewritten.length && rewritten[passed].from <= match.start ? rewritten[passed] : null;
    const start = state?.start ?? match.start - grown;
    words.push({ written, gap, folded, stem: stemmed, nameRoot, start, end: state?.end ?? start + written.length });
  }
  return words;
}

/** The words of a text in order, wherever they stand; at most so many. O(length). */
export function wordFormsOf(text: string, most: number): WordForms[] {
  const { plain } = withInitials(usualApostrophes(text));
  const pattern = wordPattern(plain);
  const words: WordForms[] = [];
  for (const piece of piecesOf(plain)) {
    for (const found of plain.slice(piece.start, piece.end).match(pattern) ?? []) {
      if (words.length === most) return words;
      words.push(formsOf(found));
    }
  }
  return words;
}
