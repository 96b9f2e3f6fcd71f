import { copyOf } from '../text/copy.js';
import { fold } from '../text/fold.js';
import { stem } from '../text/stem.js';
import { wordWeight } from '../text/words.js';

/** What reuse makes of a word by itself. */
export interface WordForm {
  /** As a text writes it. */
  readonly written: string;
  readonly folded: string;
  /** Of the folded word, 32 bits; words that are equal have it in common. */
  readonly hash: number;
  /** A figure, or a word with a capital, as names have. */
  readonly telling: boolean;
  /** Of the folded word, as `wordWeight` says. */
  readonly weight: number;
  readonly stem: string;
  /** Of the stem. */
  readonly stemWeight: number;
}

const APOSTROPHE = /['’]/;
const TELLING = /^\p{Lu}|\p{N}/u;
/** News repeats its words: twice as many places as a language has of those in use. A power of two. */
const PLACES = 65_536;

/** Only rewrites ask for stems and weights, which take longest to work out. */
class LazyForm implements WordForm {
  readonly folded: string;
  readonly hash: number;
  readonly telling: boolean;
  private knownWeight = -1;
  private knownStem: string | null = null;
  private knownStemWeight = -1;

  constructor(readonly written: string) {
    this.folded = APOSTROPHE.test(written) ? fold(written.replace(/['’]s$/u, '')).replace(/['’]/g, '') : fold(written);
    this.hash = hashOfWord(this.folded);
    this.telling = TELLING.test(written);
  }

  get weight(): number {
    if (this.knownWeight < 0) this.knownWeight = wordWeight(this.folded);
    return this.knownWeight;
  }

  get stem(): string {
    return (this.knownStem ??= stem(this.folded));
  }

  get stemWeight(): number {
    if (this.knownStemWeight < 0) this.knownStemWeight = wordWeight(this.stem);
    return this.knownStemWeight;
  }
}

/** FNV-1a over UTF-16 code units. */
function hashOfWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** The forms met last: at each two places that the letters of words say the two that were asked for last, the last first. */
const forms: (WordForm | undefined)[] = Array.from({ length: PLACES });

/** A number that two words rarely have in common, of the last letters read and those before. */
export const mixed = (hash: number, unit: number): number => (Math.imul(hash, 31) + unit) | 0;

/**
 * The form of the word that a text has between two places.
 *
 * @param hash of its code units in order, by `mixed` from 0
 */
export function formAt(text: string, start: number, end: number, hash: number): WordForm {
  const place = (hash ^ (hash >>> 16)) & (PLACES - 2);
  const last = forms[place];
  if (last && isWritten(last.written, text, start, end)) return last;
  const before = forms[place + 1];
  const form = before && isWritten(before.written, text, start, end) ? before : new LazyForm(copyOf(text.slice(start, end)));
  forms[place + 1] = last;
  forms[place] = form;
  return form;
}

/** Words are too short for `startsWith` to be worth a call. */
function isWritten(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
