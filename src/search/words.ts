/**
 * The words of a text as search sees them: folded, in order, with the place each came from. Index and query go through
 * here alike, so that whatever a script does, a word typed as it is printed is found.
 */
import { fold } from '../text/fold.js';

/** Longer words are indexed, looked up and compared by their first units. */
export const MAX_WORD_UNITS = 64;

/** How much of a very long run of letters is handed to folding or to the segmenter at once. */
const MAX_RUN_UNITS = 2_000;

const LETTER = /[\p{L}\p{N}]/u;
const MARK = /\p{M}/u;
/** Scripts that set no space between words. */
const SPACELESS = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

const UNKNOWN = 0;
const BREAK = 1;
const SPACED_LETTER = 2;
const SPACELESS_LETTER = 3;
const JOINED_MARK = 4;
const SURROGATE = 5;

/** Filled as characters are met: a regular expression per character would cost more than all the rest. */
const classes = new Uint8Array(0x10000);

const classify = (character: string): number =>
  LETTER.test(character) ? (SPACELESS.test(character) ? SPACELESS_LETTER : SPACED_LETTER) : MARK.test(character) ? JOINED_MARK : BREAK;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** False ends the walk. */
export type VisitWord = (word: string, start: number, end: number) => boolean | void;

const ASCII = /^[\0-\x7f]*$/;

function folded(run: string): string {
  const short = run.length > 2 * MAX_WORD_UNITS ? run.slice(0, 2 * MAX_WORD_UNITS) : run;
  const word = ASCII.test(short) ? short.toLowerCase() : fold(short);
  return word.length > MAX_WORD_UNITS ? word.slice(0, MAX_WORD_UNITS) : word;
}

function visitSegments(text: string, start: number, end: number, visit: VisitWord): boolean {
  for (let from = start; from < end; from += MAX_RUN_UNITS) {
    for (const { segment, index, isWordLike } of segmenter.segment(text.slice(from, Math.min(end, from + MAX_RUN_UNITS)))) {
      const word = isWordLike === false ? '' : folded(segment);
      if (word !== '' && visit(word, from + index, from + index + segment.length) === false) return false;
    }
  }
  return true;
}

/** Calls `visit` with every word of the text, in order, until it answers false. `start` and `end` are UTF-16 units. */
export function visitWords(text: string, visit: VisitWord): void {
  let start = -1;
  let kind = BREAK;
  const close = (end: number): boolean => {
    const from = start;
    start = -1;
    if (kind === SPACELESS_LETTER) return visitSegments(text, from, end, visit);
    const word = folded(text.slice(from, end));
    return word === '' || visit(word, from, end) !== false;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let found = classes[unit];
    if (found === UNKNOWN) {
      found = unit >= 0xd800 && unit <= 0xdfff ? SURROGATE : classify(text[at]);
      classes[unit] = found;
    }
    let width = 1;
    if (found === SURROGATE) {
      const character = String.fromCodePoint(text.codePointAt(at)!);
      width = character.length;
      found = width === 2 ? classify(character) : BREAK;
    }
    if (found === SPACED_LETTER || found === SPACELESS_LETTER) {
      if (start >= 0 && kind !== found && !close(at)) return;
      if (start < 0) {
        start = at;
        kind = found;
      }
    } else if (found === BREAK && start >= 0 && !close(at)) return;
    at += width - 1;
  }
  if (start >= 0) close(text.length);
}

/** The folded words of a text, at most `limit`. */
export function searchWords(text: string, limit = Infinity): string[] {
  const words: string[] = [];
  if (limit > 0) visitWords(text, (word) => words.push(word) < limit);
  return words;
}
