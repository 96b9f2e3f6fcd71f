/** Stage 4b: the noun that a phrase is about, and what hangs behind it: "a lawyer | hired by the council", "sources | close to the talks". */
import type { TokenRange } from '../text/sentences.js';
import type { Document } from './document.js';
import { BODY_NOUNS, DOCUMENT_NOUNS, GROUP_NOUNS, IRREGULAR_PARTICIPLES, PERSON_NOUNS, POSTPOSED_ADJECTIVES, TITLE_NOUNS, VERBS } from './lexicon.en.js';

/** Longest relative clause that is read over, in tokens. */
const MAX_RELATIVE = 25;
const REGULAR_PARTICIPLE = /\p{Ll}{2}ed$/u;
const ING = /^\p{Ll}{2,}ing$/u;

const isNoun = (doc: Document, i: number): boolean => doc.tags[i] === 'WORD' || doc.tags[i] === 'NAME';

/** A noun that the lists know for somebody or something that speaks. */
const isKnownNoun = (word: string): boolean => TITLE_NOUNS.has(word) || PERSON_NOUNS.has(word) || GROUP_NOUNS.has(word) || BODY_NOUNS.has(word) || DOCUMENT_NOUNS.has(word);

/** Can the word stand behind a noun as "hired" does in "a lawyer hired by"? */
export function isParticiple(doc: Document, i: number): boolean {
  if (doc.tags[i] !== 'WORD' && doc.tags[i] !== 'VERB') return false;
  const { lower } = doc.tokens[i];
  return REGULAR_PARTICIPLE.test(lower) || IRREGULAR_PARTICIPLES.has(lower) || VERBS.get(lower)?.forms.has('PARTICIPLE') === true;
}

/** Can a noun phrase without a verb begin here? "sent to the valley", not "forced to leave". */
const beginsNounPhrase = (doc: Document, i: number): boolean => doc.tags[i] === 'DETERMINER' || doc.tags[i] === 'POSSESSIVE' || doc.tags[i] === 'NAME';

/**
 * The last token of the noun that the words before token `link` hang on, where `link` ("by", "to") goes on with them; else -1.
 *
 *   1. a participle and its agent or aim     a lawyer hired | by ..., workers sent | to ...
 *   2. an adjective that stands behind       sources close | to ...
 *   3. what a noun itself asks for           a report | by ..., an adviser | to ...
 */
function nounBefore(doc: Document, first: number, link: number): number {
  const by = doc.tokens[link].lower === 'by';
  if (!by && doc.tags[link] !== 'TO') return -1;
  let at = link - 1;
  while (at > first && doc.tags[at] === 'ADVERB') at--;
  if (at < first || doc.pairOf[at] >= 0) return -1;
  const { lower } = doc.tokens[at];
  const noun = at - 1 >= first && isNoun(doc, at - 1) && doc.pairOf[at - 1] < 0;
  if (noun && isParticiple(doc, at) && (by || beginsNounPhrase(doc, link + 1))) return at - 1;
  if (noun && !by && POSTPOSED_ADJECTIVES.has(lower)) return at - 1;
  if (doc.tags[at] !== 'WORD') return -1;
  if (by ? DOCUMENT_NOUNS.has(lower) : (TITLE_NOUNS.has(lower) || PERSON_NOUNS.has(lower) || GROUP_NOUNS.has(lower)) && beginsNounPhrase(doc, link + 1)) return at;
  return -1;
}

/** Where the noun ends that a phrase beginning at `from` hangs on as a part of what describes it; -1 where it hangs on none. */
export function describedNoun(doc: Document, { from: first }: TokenRange, from: number, end: number): number {
  if (from - 1 <= first) return -1;
  const noun = nounBefore(doc, first, from - 1);
  return noun >= 0 ? noun : relativeNoun(doc, first, from, end);
}

/** "a woman who worked with Ana Reid | said": the noun before "who", where the clause has a verb of its own. */
function relativeNoun(doc: Document, first: number, from: number, end: number): number {
  let verbs = 0;
  // "people who think Reid | said so": the phrase begins a clause inside the relative one.
  if (VERBS.get(doc.tokens[from - 1].lower)?.entries.some((e) => e.frames.has('CLAUSE'))) return -1;
  for (let i = end - 1; i > first && end - i <= MAX_RELATIVE; i--) {
    const { lower, kind } = doc.tokens[i];
    if (doc.pairOf[i] >= 0 || (kind === 'SIGN' && !/^[$%’'-]$/u.test(lower))) return -1;
    if (lower === 'who') return i < from && verbs > 0 && (isNoun(doc, i - 1) || lowerIs(doc, i - 1, 'those')) ? i - 1 : -1;
    if (doc.tags[i] === 'OPENER' && lower !== 'and' && lower !== 'or') return -1;
    if (doc.tags[i] === 'AUXILIARY' || doc.tags[i] === 'MODAL' || doc.tags[i] === 'VERB' || isParticiple(doc, i) || VERBS.has(lower)) verbs++;
    else if (doc.tokens[i - 1].lower === 'who' && doc.tags[i] === 'WORD') verbs++;
  }
  return -1;
}

const lowerIs = (doc: Document, i: number, word: string): boolean => doc.tokens[i]?.lower === word;

/** The token behind "by" or "to" where the phrase that so far ends before `end` goes on there; -1 where it is over. */
export function describedFurther(doc: Document, start: number, end: number, limit: number): number {
  const link = end > start && isParticiple(doc, end) && lowerIs(doc, end + 1, 'by') ? end + 1 : end;
  if (link + 1 >= limit || doc.pairOf[link] >= 0) return -1;
  return nounBefore(doc, start, link) >= 0 && (isNoun(doc, link + 1) || beginsNounPhrase(doc, link + 1)) ? link + 1 : -1;
}

/** The token of the noun that a phrase is about: the last one before its first preposition, participle or clause; -1 where it has none. */
export function headToken(doc: Document, from: number, to: number): number {
  let head = -1;
  for (let i = from; i < to; i++) {
    const tag = doc.tags[i];
    const { text, lower } = doc.tokens[i];
    if (tag === 'PREPOSITION' || tag === 'TO' || tag === 'VERB' || text === ',' || lower === 'who' || lower === 'and') break;
    // "a man wearing | a mask", "officials investigating | their death"
    if (head >= 0 && (tag === 'DETERMINER' || (tag === 'POSSESSIVE' && !lower.startsWith("'")))) break;
    if (head >= 0 && ING.test(lower) && tag === 'WORD' && isKnownNoun(doc.tokens[head].lower)) break;
    if (tag === 'NAME' || tag === 'WORD') head = i;
  }
  // "an inspection report obtained | by", "sources close | to": the noun stands before.
  while (head > from && isNoun(doc, head - 1) && hangsBehind(doc, head)) head--;
  return head;
}

const hangsBehind = (doc: Document, i: number): boolean => {
  const { lower } = doc.tokens[i];
  if (isKnownNoun(lower) || doc.tags[i] !== 'WORD') return false;
  return POSTPOSED_ADJECTIVES.has(lower) || ((isParticiple(doc, i) || ING.test(lower)) && isKnownNoun(doc.tokens[i - 1].lower));
};

/** The noun that a phrase is about, in small letters. */
export function headOf(doc: Document, from: number, to: number): string | null {
  const head = headToken(doc, from, to);
  return head < 0 ? null : doc.tokens[head].lower;
}
