/** Where sentences end. The words that end in a dot without ending a sentence are handed in: they belong to a language. */
import type { Token } from './tokens.js';

/** A sentence as the half-open range of its tokens. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** What a language tells of its full stops. */
export interface SentenceWords {
  /** Lower-case words without their dot ("mr", "gen"), after which a dot ends nothing. */
  readonly abbreviations: ReadonlySet<string>;
  /** Capitalised words that begin a sentence and hardly ever continue a name ("The"): after "U.S." they start a new one. */
  readonly starters: ReadonlySet<string>;
}

const TERMINATOR = /^[.!?…]+$/u;
const CLOSER = /^(?:['"’”»›)\]]|''|’’)$/u;
const OPENER = /^(?:['"‘“„«‹([]|``|''|‘‘)$/u;
const INITIAL = /^\p{Lu}$/u;
const DOTTED = /^(?:\p{L}\.)+$/u;
const UPPER = /^[\p{Lu}\p{Lt}\p{N}\p{Lo}]/u;

/**
 * The sentences of a paragraph: `from` and `to` bound its tokens. A mark that closes after the full stop belongs to the
 * sentence that it closes.
 */
export function sentences(tokens: readonly Token[], from: number, to: number, words: SentenceWords): TokenRange[] {
  const found: TokenRange[] = [];
  let start = from;
  for (let i = from; i < to; i++) {
    if (!endsSentence(tokens, i, from, to, words)) continue;
    let end = i + 1;
    // A closing mark touches what it closes; an opening one is set off from it.
    while (end < to && CLOSER.test(tokens[end].text) && tokens[end].start === tokens[end - 1].end) end++;
    if (end < to && !startsSentence(tokens, end, to)) continue;
    found.push({ from: start, to: end });
    start = end;
    i = end - 1;
  }
  if (start < to) found.push({ from: start, to });
  return found;
}

function endsSentence(tokens: readonly Token[], i: number, from: number, to: number, words: SentenceWords): boolean {
  const { text } = tokens[i];
  // "U.S. The": a dotted abbreviation ends a sentence only where the next word cannot continue a name.
  if (DOTTED.test(text) && text.length > 2) return i + 1 < to && words.starters.has(tokens[i + 1].text);
  if (!TERMINATOR.test(text)) return false;
  if (text !== '.' || i === from) return true;
  const before = tokens[i - 1];
  if (before.end !== tokens[i].start) return true;
  if (words.abbreviations.has(before.lower)) return false;
  return !INITIAL.test(before.text);
}

function startsSentence(tokens: readonly Token[], i: number, to: number): boolean {
  if (tokens[i].start === tokens[i - 1].end && tokens[i].kind !== 'SIGN' && tokens[i - 1].text === '.') {
    // "Kazakhstan.Putin": two sentences glued by a lost space. "example.com" is none.
    return /^\p{Lu}\p{Ll}/u.test(tokens[i].text);
  }
  let next = i;
  while (next < to && OPENER.test(tokens[next].text)) next++;
  return next < to && (UPPER.test(tokens[next].text) || tokens[next].text === '[' || /^[—–-]/u.test(tokens[next].text));
}
