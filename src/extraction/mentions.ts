/**
 * Stage 4b: the noun phrase that names who speaks, left or right of the cue. A phrase takes in what stands in apposition:
 *
 *   ... that | Hugh Hill, a doctor from Baltimore, | said        The walk to the left goes over one pair of commas
 *   said | Rena Oduya, who runs the clinic. |                    and to the right up to the end of the clause.
 */
import type { QuotePair } from '../text/quotation.js';
import { tokenAt } from '../text/tokens.js';
import type { TokenRange } from '../text/sentences.js';
import type { Document } from './document.js';
import { listStart } from './coordination.js';
import { describedFurther, describedNoun, headOf } from './heads.js';
import { ASIDES, FEMALE_NAMES, GROUP_NOUNS, MALE_NAMES, MONTH_NAMES, OBJECT_PRONOUNS, PERSON_NOUNS, PHRASE_PREPOSITIONS, TIME_MODIFIERS, TIME_WORDS, TITLE_NOUNS, VERBS } from './lexicon.en.js';

/** "Gov. August Hale", "June Orr said": a month that is a given name, with a surname behind it and nothing of time before it. */
export function isGivenName(doc: Document, i: number): boolean {
  if (!MONTH_NAMES.has(doc.tokens[i].lower) || doc.tags[i + 1] !== 'NAME' || doc.tags[i] !== 'NAME') return false;
  if (TIME_WORDS.has(doc.tokens[i + 1].lower) || VERBS.has(doc.tokens[i + 1].lower)) return false;
  const before = i > 0 ? doc.tokens[i - 1] : null;
  return before === null || !(doc.tags[i - 1] === 'PREPOSITION' || doc.tags[i - 1] === 'NUMBER' || TIME_WORDS.has(before.lower));
}

/** "Monday", "last week"; a bare "this" or "next" belongs to the phrase. */
const isTime = (doc: Document, i: number): boolean =>
  !isGivenName(doc, i) && TIME_WORDS.has(doc.tokens[i].lower) && (!TIME_MODIFIERS.has(doc.tokens[i].lower) || TIME_WORDS.has(doc.tokens[i + 1]?.lower ?? ''));

/** Longest mention in tokens; a longer walk has lost its way. */
const MAX_MENTION = 40;
/** Longest nickname with its marks, in code units. */
const MAX_NICKNAME_LENGTH = 30;
/** Longest parenthesis inside a mention, in tokens. */
const MAX_BRACKET = 8;
const LETTER = /\p{L}/u;

const isComma = (doc: Document, i: number): boolean => doc.tokens[i]?.text === ',';

/** May token `i` stand inside a noun phrase? */
function inPhrase(doc: Document, i: number): boolean {
  const { text, lower } = doc.tokens[i];
  switch (doc.tags[i]) {
    case 'NAME': case 'NUMBER': case 'DETERMINER': case 'POSSESSIVE': return true;
    case 'WORD': return !(VERBS.has(lower) && isLikelyVerb(doc, i));
    case 'SIGN': return /^(?:[.&'’/%$£€-]|-|”|“|")$/u.test(text) && doc.pairOf[i] < 0 ? text !== '.' || doc.tokens[i + 1]?.start === doc.tokens[i].end + 1 : false;
    case 'PREPOSITION': return PHRASE_PREPOSITIONS.has(lower);
    default: return false;
  }
}

/** A reporting verb between two nouns of a phrase: past forms after a noun are verbs, the rest mostly nouns. */
function isLikelyVerb(doc: Document, i: number): boolean {
  const reading = VERBS.get(doc.tokens[i].lower);
  if (!reading) return false;
  const before = doc.tags[i - 1];
  return reading.forms.has('PAST') && (before === 'NAME' || before === 'PRONOUN' || before === 'WORD' || before === 'AUXILIARY');
}

/** The subject that ends right before token `end`; null where none does. */
export function mentionLeft(doc: Document, sentence: TokenRange, end: number): TokenRange | null {
  let last = end - 1;
  while (last >= sentence.from && doc.tags[last] === 'ADVERB') last--;
  // "Putin on Thursday said": the time belongs to the verb.
  const timed = last;
  while (last > sentence.from && doc.pairOf[last] < 0 && isTime(doc, last)) last--;
  if (last < timed && doc.tags[last] === 'PREPOSITION') last--;
  if (last < sentence.from || doc.pairOf[last] >= 0) return null;
  if (doc.tags[last] === 'PRONOUN') return { from: last, to: last + 1 };
  // 1. ", a doctor, said": the phrase before the apposition.
  if (isComma(doc, last)) {
    const aside = asideStart(doc, sentence, last);
    if (aside >= 0) return beforeAside(doc, sentence, aside);
    const opening = appositionStart(doc, sentence, last);
    if (opening < 0) return parenthesis(doc, sentence, last);
    const head = phraseLeft(doc, sentence, opening);
    return head ? { from: listStart(doc, sentence, head, end, phraseLeft), to: last } : null;
  }
  const phrase = phraseLeft(doc, sentence, last + 1);
  return phrase && { from: listStart(doc, sentence, phrase, end, phraseLeft), to: phrase.to };
}

/** "Rena Oduya, a doctor, | however,": the phrase with an apposition that a determiner or number begins, else without. */
function beforeAside(doc: Document, sentence: TokenRange, aside: number): TokenRange | null {
  const opening = appositionStart(doc, sentence, aside);
  const described = opening >= 0 && (doc.tags[opening + 1] === 'DETERMINER' || doc.tags[opening + 1] === 'NUMBER' || doc.tokens[opening + 1].lower === 'who');
  const head = described ? phraseLeft(doc, sentence, opening) : null;
  return head ? { from: head.from, to: aside } : mentionLeft(doc, sentence, aside);
}

/** The comma that opens ", however," or ", for her part," closed by the comma at `closing`; -1 where none does. */
function asideStart(doc: Document, sentence: TokenRange, closing: number): number {
  const word = (i: number): string => doc.tokens[i]?.lower ?? '';
  let opening = closing - 1;
  if (ASIDES.has(word(closing - 1))) opening = closing - 2;
  else if (word(closing - 1) === 'part' && doc.tags[closing - 2] === 'POSSESSIVE' && word(closing - 3) === 'for') opening = closing - 4;
  else if (word(closing - 1) === 'turn' && word(closing - 2) === 'in') opening = closing - 3;
  return opening > sentence.from && opening < closing - 1 && isComma(doc, opening) ? opening : -1;
}

/** "Rena Oduya, in a letter to the court, said": the phrase that begins the sentence, where a preposition follows its comma. */
function parenthesis(doc: Document, sentence: TokenRange, closing: number): TokenRange | null {
  let start = sentence.from;
  while (start < closing && (doc.tags[start] === 'OPENER' || doc.tags[start] === 'ADVERB')) start++;
  let phrase = mentionRight(doc, start, closing, false);
  // "a report by the county laboratory, seen by the Gazette, says": who made it belongs to the phrase.
  if (phrase && doc.tokens[phrase.to].lower === 'by') phrase = { from: phrase.from, to: phraseRight(doc, phrase.to + 1, closing) };
  if (!phrase || !isComma(doc, phrase.to)) return null;
  const next = doc.tags[phrase.to + 1];
  return next === 'PREPOSITION' || next === 'OPENER' || /(?:ing|ed|seen|written|shown|sent)$/u.test(doc.tokens[phrase.to + 1].lower) ? phrase : null;
}

/** The comma that opens the apposition closed by the comma at `closing`, -1 where there is none. */
function appositionStart(doc: Document, sentence: TokenRange, closing: number): number {
  for (let i = closing - 1; i > sentence.from && closing - i < MAX_MENTION; i--) {
    if (doc.pairOf[i] >= 0) continue;
    if (!isComma(doc, i)) continue;
    const next = doc.tags[i + 1];
    const word = doc.tokens[i + 1].lower;
    if (next === 'PREPOSITION' || next === 'DETERMINER' || next === 'POSSESSIVE' || next === 'NUMBER' || next === 'WORD' || next === 'NAME' || word === 'who' || word === 'whose' || word === 'which') {
      // "Hill, a doctor, 45, said": a further comma may open it instead.
      const further = phraseLeft(doc, sentence, i);
      if (further && !isComma(doc, further.from - 1) && doc.tags[further.from - 1] !== 'PREPOSITION') return i;
      if (further && doc.tags[further.from] === 'NAME' && next !== 'NAME') return i;
      // "..., its spokeswoman, Lena Orr, said": an office with its bearer, and no name before it.
      if (further && next === 'NAME' && isOffice(doc, further) && (isFirstName(word) || !hasPreposition(doc, further))) return i;
    }
  }
  return -1;
}

const isFirstName = (word: string): boolean => MALE_NAMES.has(word) || FEMALE_NAMES.has(word);

/** "the mayor of Oakland, California": behind a preposition the name may go on with the place. */
function hasPreposition(doc: Document, { from, to }: TokenRange): boolean {
  for (let i = from; i < to; i++) if (doc.tags[i] === 'PREPOSITION') return true;
  return false;
}

function isOffice(doc: Document, { from, to }: TokenRange): boolean {
  if (doc.tags[from] !== 'POSSESSIVE' && doc.tags[from] !== 'DETERMINER') return false;
  const head = headOf(doc, from, to);
  return head !== null && (TITLE_NOUNS.has(head) || PERSON_NOUNS.has(head));
}

/** The noun phrase that ends right before token `end`, with the noun that it only describes: "a lawyer hired by | the council". */
function phraseLeft(doc: Document, sentence: TokenRange, end: number): TokenRange | null {
  let from = plainLeft(doc, sentence, end);
  while (end - from <= MAX_MENTION) {
    const noun = describedNoun(doc, sentence, from, end);
    if (noun < 0 || noun >= from) break;
    from = plainLeft(doc, sentence, noun + 1);
  }
  return trim(doc, from, end);
}

/** Where the run of nouns and what may stand among them begins that ends right before token `end`. */
function plainLeft(doc: Document, sentence: TokenRange, end: number): number {
  let from = end;
  for (let i = end - 1; i >= sentence.from && end - i <= MAX_MENTION; i--) {
    if (doc.pairOf[i] >= 0) {
      // A nickname in quotation marks inside a name: short, and a name on both sides.
      const pair = doc.pairs[doc.pairOf[i]];
      if (pair.end - pair.start > MAX_NICKNAME_LENGTH || doc.tags[end - 1] !== 'NAME' || !isNickname(doc, pair)) break;
      from = i;
      continue;
    }
    if (doc.tokens[i].text === ')') {
      // "Rep. Ana Hale (D-Wis.) said": what stands in brackets belongs to the name.
      const bracket = bracketStart(doc, i, sentence.from);
      if (bracket < 0) break;
      i = from = bracket;
      continue;
    }
    if (doc.tokens[i].lower === 'and' && i > sentence.from && joinsPhrases(doc, i)) continue;
    if (doc.tags[i] === 'PRONOUN' || !inPhrase(doc, i)) break;
    from = i;
  }
  return from;
}

/** The bracket that opens the short parenthesis closed at `closing`, -1 where none does. */
function bracketStart(doc: Document, closing: number, limit: number): number {
  for (let i = closing - 1; i > limit && closing - i <= MAX_BRACKET; i--) if (doc.tokens[i].text === '(') return i;
  return -1;
}

/** A name stands right before it, and no stop or comma at its end. */
function isNickname(doc: Document, pair: QuotePair): boolean {
  const before = tokenAt(doc.tokens, pair.start) - 1;
  return before >= 0 && doc.tags[before] === 'NAME' && doc.pairOf[before] < 0 && LETTER.test(doc.text[pair.innerEnd - 1] ?? '');
}

/** "Hill and Stone said": a conjunction between two names or two plain nouns. */
const joinsPhrases = (doc: Document, i: number): boolean =>
  (doc.tags[i - 1] === 'NAME' && doc.tags[i + 1] === 'NAME') || (doc.tags[i - 1] === 'WORD' && doc.tags[i + 1] === 'WORD' && !VERBS.has(doc.tokens[i - 1].lower));

/** Drops what a phrase cannot begin with: prepositions with their time, a stray sign. */
function trim(doc: Document, from: number, end: number): TokenRange | null {
  let start = from;
  for (;;) {
    while (start < end && (doc.tags[start] === 'SIGN' || doc.tags[start] === 'ADVERB' || doc.tokens[start].lower === 'and')) start++;
    if (start < end && doc.tags[start] === 'PREPOSITION') {
      // "In Washington officials": the phrase of the preposition is one name or time, then the subject begins.
      let next = start + 1;
      let timed = false;
      // "On Tuesday | the company": a determiner behind the time begins the subject.
      while (next < end && !(timed && doc.tags[next] === 'DETERMINER') && (doc.tags[next] === 'DETERMINER' || TIME_WORDS.has(doc.tokens[next].lower) || doc.tags[next] === 'NUMBER')) {
        timed ||= TIME_WORDS.has(doc.tokens[next].lower);
        next++;
      }
      start = next;
      continue;
    }
    if (start + 1 < end && isTime(doc, start)) {
      start++;
      continue;
    }
    break;
  }
  return start < end && doc.tags[start] !== 'POSSESSIVE' || (start < end && end - start > 1) ? { from: start, to: end } : null;
}

/**
 * The phrase that begins at token `start`: a subject after its verb ("said Putin, the president."), an object, or the
 * one in "according to X". Appositions up to the end of the clause are taken in where `withApposition`.
 */
export function mentionRight(doc: Document, start: number, limit: number, withApposition: boolean): TokenRange | null {
  if (start >= limit || doc.pairOf[start] >= 0) return null;
  if (doc.tags[start] === 'PRONOUN' || OBJECT_PRONOUNS.has(doc.tokens[start].lower)) return { from: start, to: start + 1 };
  if (doc.tags[start] === 'PREPOSITION' || doc.tags[start] === 'SIGN') return null;
  let to = phraseRight(doc, start, limit);
  if (to === start) return null;
  if (!withApposition) return { from: start, to };
  if (isComma(doc, to) && isAppositionAt(doc, to + 1, limit)) {
    // To the comma that closes it, else to the end of the sentence.
    let i = to + 1;
    while (i < limit && !isComma(doc, i) && doc.pairOf[i] < 0 && !/^[;:—–]$/u.test(doc.tokens[i].text)) i++;
    while (i > to && /^[.,!?]$/u.test(doc.tokens[i - 1].text) && i - 1 > to) i--;
    to = i;
  } else if (doc.tokens[to]?.lower === 'who' || doc.tokens[to]?.lower === 'whose') {
    while (to < limit && !isComma(doc, to) && !/^[.;!?]$/u.test(doc.tokens[to].text)) to++;
  }
  return { from: start, to };
}

function isAppositionAt(doc: Document, i: number, limit: number): boolean {
  if (i >= limit || doc.pairOf[i] >= 0) return false;
  const { lower } = doc.tokens[i];
  if (lower === 'who' || lower === 'whose') return true;
  if (GROUP_NOUNS.has(lower)) return false;
  if (doc.tags[i] === 'NUMBER') return true;
  return (doc.tags[i] === 'DETERMINER' || doc.tags[i] === 'WORD' || doc.tags[i] === 'NAME' || doc.tags[i] === 'POSSESSIVE') && !VERBS.has(lower);
}

/** The end of the noun phrase that begins at `start`, with what describes it: "a report obtained by | the council |". */
export function phraseRight(doc: Document, start: number, limit: number): number {
  let [from, end] = [start, start];
  do {
    const stop = plainRight(doc, from, limit);
    if (stop === from) break;
    // A preposition or sign at the end that leads no further belongs to what follows.
    end = withoutTail(doc, from, stop);
    from = describedFurther(doc, from, stop, limit);
  } while (from >= 0 && from - start < MAX_MENTION);
  return end;
}

function plainRight(doc: Document, start: number, limit: number): number {
  let i = start;
  while (i < limit && i - start < MAX_MENTION && doc.pairOf[i] < 0) {
    const { lower } = doc.tokens[i];
    if (i > start && doc.tokens[i].text === '(' && doc.tags[i - 1] === 'NAME') {
      let close = i + 1;
      while (close < limit && close - i < MAX_BRACKET && doc.tokens[close].text !== ')') close++;
      if (doc.tokens[close]?.text !== ')') break;
      i = close + 1;
      continue;
    }
    const joins = lower === 'and' && i > start && joinsPhrases(doc, i);
    if (!joins && (!inPhrase(doc, i) || (i > start && doc.tags[i] === 'DETERMINER' && doc.tags[i - 1] !== 'PREPOSITION' && doc.tags[i - 1] !== 'DETERMINER'))) break;
    if (TIME_WORDS.has(lower) && i > start && !isGivenName(doc, i)) break;
    i++;
  }
  return i;
}

function withoutTail(doc: Document, start: number, end: number): number {
  let i = end;
  while (i > start && (doc.tags[i - 1] === 'PREPOSITION' || doc.tokens[i - 1].lower === 'and' || (doc.tags[i - 1] === 'SIGN' && doc.tokens[i - 1].text !== ')'))) i--;
  return i;
}
