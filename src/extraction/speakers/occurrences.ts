/** Stage 5a: where names stand: runs of capitalised words, with the titles before them. */
import type { Span } from '../../text/spans.js';
import { isNameSuffix, isTitleWord } from '../../text/names.js';
import type { Document } from '../document.js';
import { isGivenName } from '../mentions.js';
import { isHeadline } from '../tags.js';
import { BODY_NOUNS, DEMONYMS, FEMALE_NAMES, FEMALE_TITLES, GROUP_NOUNS, MALE_NAMES, MALE_TITLES, MONTH_NAMES, NAME_PARTICLES, NAME_STOPWORDS, PERSON_NOUNS, TIME_WORDS, TITLE_NOUNS, VERBS } from '../lexicon.en.js';

export type Gender = 'MALE' | 'FEMALE' | null;

/** One place where a name stands. */
export interface Occurrence {
  /** Tokens of the name without titles. */
  readonly from: number;
  readonly to: number;
  readonly name: string;
  /** Tokens of the titles right before: "Russian President"; empty where `titleFrom === from`. */
  readonly titleFrom: number;
  readonly gender: Gender;
  readonly definite: boolean;
  readonly sentence: number;
  /** Inside quotation marks: somebody spoken of, hardly the one who speaks. */
  readonly quoted: boolean;
}

/** Longest apposition that tells a name from another first word, in tokens. */
const MAX_APPOSITION = 14;

export const spanOfTokens = (doc: Document, from: number, to: number): Span => ({ start: doc.tokens[from].start, end: doc.tokens[to - 1].end });

/** How many of the places, which are in order, begin before token `at`. */
export function countBefore(occurrences: readonly Occurrence[], at: number): number {
  let low = 0;
  let high = occurrences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (occurrences[middle].from < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All names outside noise, in order. */
export function findOccurrences(doc: Document): Occurrence[] {
  const lowered = new Set<string>();
  const inside = new Set<string>();
  const starts = new Set(doc.sentences.map((s) => s.from));
  doc.tokens.forEach((token, i) => {
    if (token.kind !== 'WORD') return;
    if (!token.capital) lowered.add(token.lower);
    else if (!starts.has(i) && i > 0 && doc.tokens[i - 1].kind === 'WORD') inside.add(token.lower);
  });
  const seen: Seen = { lowered, inside };
  const headlines: number[] = [];
  const found: Occurrence[] = [];
  doc.sentences.forEach((sentence, index) => {
    if (isHeadline(doc.tokens, sentence)) return void headlines.push(index);
    for (let i = sentence.from; i < sentence.to; i++) {
      if (!startsName(doc, i, i === sentence.from, seen) || leadsToName(doc, i, i === sentence.from, seen)) continue;
      let to = i + 1;
      while (to < sentence.to && continuesName(doc, to, sentence.to)) to++;
      while (to > i + 1 && doc.tags[to - 1] !== 'NAME' && !isNameSuffix(doc.tokens[to - 1].text) && doc.tokens[to - 1].text !== '.') to--;
      if (doc.tokens[to - 1].text === '.' && !isNameSuffix(doc.tokens[to - 2].text) && doc.tokens[to - 2].text.length > 1) to--;
      const occurrence = occurrenceOf(doc, i, to, index);
      if (occurrence) found.push(occurrence);
      i = to - 1;
    }
  });
  return headlines.length > 0 ? [...found, ...inHeadlines(doc, headlines, found)].sort((a, b) => a.from - b.from) : found;
}

/** In a headline only words that the text below knows as the last of a name are names, with the given name before them. */
function inHeadlines(doc: Document, headlines: readonly number[], found: readonly Occurrence[]): Occurrence[] {
  const known = new Set(found.map((o) => doc.tokens[o.to - 1].lower));
  return headlines.flatMap((index) => {
    const { from, to } = doc.sentences[index];
    const names: Occurrence[] = [];
    for (let i = from; i < to; i++) {
      const { lower } = doc.tokens[i];
      if (doc.tags[i] !== 'NAME' || !known.has(lower)) continue;
      const first = i > from && doc.tags[i - 1] === 'NAME' && isGiven(doc.tokens[i - 1].lower) ? i - 1 : i;
      const { start, end } = spanOfTokens(doc, first, i + 1);
      if (names.at(-1)?.to === i) names.pop();
      names.push({ from: first, to: i + 1, name: doc.text.slice(start, end), titleFrom: first, gender: null, definite: false, sentence: index, quoted: doc.pairOf[i] >= 0 });
    }
    return names;
  });
}

interface Seen {
  /** Words that the article writes small somewhere. */
  readonly lowered: ReadonlySet<string>;
  /** Words with a capital in the middle of a sentence. */
  readonly inside: ReadonlySet<string>;
}

function startsName(doc: Document, i: number, startsSentence: boolean, { lowered, inside }: Seen): boolean {
  if (doc.tags[i] !== 'NAME') return false;
  const { lower } = doc.tokens[i];
  if ((NAME_STOPWORDS.has(lower) || TIME_WORDS.has(lower)) && !isGivenName(doc, i)) return false;
  if (isLabel(doc, i)) return true;
  const first = startsSentence || /^(?:[.?!“"‘:•”]|''|``)$/u.test(doc.tokens[i - 1].text);
  // A first word that the article writes small elsewhere is no name, unless a name follows it.
  if (first && (lowered.has(lower) || GROUP_NOUNS.has(lower) || PERSON_NOUNS.has(lower)) && doc.tags[i + 1] !== 'NAME') return false;
  // One seen nowhere else must act like a name: "However," does not.
  if (first && !inside.has(lower) && doc.tags[i + 1] !== 'NAME' && doc.tags[i + 1] !== 'POSSESSIVE' && !VERBS.has(doc.tokens[i + 1]?.lower ?? '') && doc.tokens[i + 1]?.text !== '.' && !hasApposition(doc, i + 1) && (isGiven(lower) || !isJoined(doc, i + 1))) return false;
  return true;
}

/** "QUILL:" before a turn of a transcript. */
const isLabel = (doc: Document, i: number): boolean =>
  doc.tokens[i + 1]?.text === ':' && LABEL.test(doc.tokens[i].text) && (i === 0 || doc.tokens[i - 1].end < doc.tokens[i].start || doc.tags[i - 1] === 'SIGN');
const LABEL = /^\p{Lu}[\p{Lu}'’-]{2,}$/u;

/**
 * A first word with a capital that only leads up to a name: "Meeting Ilham Orr", "Expat Ilham Orr"; and "Dad-of-three Orr"
 * wherever it stands.
 */
function leadsToName(doc: Document, i: number, startsSentence: boolean, { inside }: Seen): boolean {
  const { text, lower } = doc.tokens[i];
  if (doc.tags[i + 1] !== 'NAME') return false;
  // "Said Ellis:"
  if (startsSentence && /^(?:said|says|adds|added|asked)$/.test(lower)) return true;
  if (isGiven(lower)) return false;
  if (/-\p{Ll}/u.test(text)) return true;
  if (!startsSentence || inside.has(lower) || TITLE_NOUNS.has(lower) || isTitleWord(lower) || PERSON_NOUNS.has(lower)) return false;
  const next = doc.tokens[i + 1].lower;
  if (doc.tags[i + 2] === 'NAME') return isGiven(next);
  return /\p{Ll}{2}(?:ing|ed)$/u.test(text) && inside.has(next) && !BODY_NOUNS.has(next);
}

const isGiven = (word: string): boolean => MALE_NAMES.has(word) || FEMALE_NAMES.has(word);

/** "Hale and Orr said", "Hale, Orr and Reyes said", "Hale and his deputy said": names that a verb of saying follows. */
function isJoined(doc: Document, at: number): boolean {
  let conjunctions = 0;
  for (let i = at; i < doc.tokens.length && i - at < MAX_APPOSITION; i++) {
    const { text, lower } = doc.tokens[i];
    if (lower === 'and') conjunctions++;
    else if (conjunctions > 0 && VERBS.get(lower)?.forms.has('PAST')) return true;
    else if (text !== ',' && doc.tags[i] !== 'NAME' && doc.tags[i] !== 'DETERMINER' && doc.tags[i] !== 'POSSESSIVE' && doc.tags[i] !== 'WORD' && doc.tags[i] !== 'AUXILIARY') return false;
    else if (conjunctions === 0 && text !== ',' && doc.tags[i] !== 'NAME') return false;
  }
  return false;
}

/** ", the water company, said": an apposition that a comma closes, with its verb. */
function hasApposition(doc: Document, comma: number): boolean {
  if (doc.tokens[comma]?.text !== ',' || !(doc.tags[comma + 1] === 'DETERMINER' || doc.tokens[comma + 1]?.lower === 'who')) return false;
  for (let i = comma + 2; i < doc.tokens.length && i - comma < MAX_APPOSITION; i++) {
    if (doc.tokens[i].text === ',') return VERBS.has(doc.tokens[i + 1]?.lower ?? '') || /\p{Ll}{2}ed$/u.test(doc.tokens[i + 1]?.text ?? '') || doc.tags[i + 1] === 'AUXILIARY' || doc.tags[i + 1] === 'MODAL' || doc.tags[i + 1] === 'VERB';
    if (doc.tags[i] === 'SIGN') return false;
  }
  return false;
}

function continuesName(doc: Document, i: number, limit: number): boolean {
  const { text, lower, capital } = doc.tokens[i];
  if (doc.tags[i] === 'NAME') return !TIME_WORDS.has(lower) || MONTH_NAMES.has(lower);
  const next = i + 1 < limit && doc.tags[i + 1] === 'NAME';
  // "Sen. Tim Hale", "J. Stone", "Hale Jr."
  if (text === '.') return doc.tokens[i - 1].end === doc.tokens[i].start && (next || isNameSuffix(doc.tokens[i - 1].text)) && (doc.tokens[i - 1].text.length === 1 || isTitleWord(doc.tokens[i - 1].text) || isNameSuffix(doc.tokens[i - 1].text));
  if (text.length === 1 && capital) return next || doc.tokens[i + 1]?.text === '.';
  if (text === '&') return next;
  // "Sound Pilots’ Association"
  if (/^['’]$/u.test(text)) return next && doc.pairOf[i] === doc.pairOf[i - 1] && doc.tokens[i - 1].end === doc.tokens[i].start && doc.tokens[i - 1].lower.endsWith('s') && BODY_NOUNS.has(doc.tokens[i + 1].lower);
  if (NAME_PARTICLES.has(lower)) return next;
  if (lower === 'of' && isOffice(doc, i)) return true;
  if (lower === 'of' || lower === 'for') return next && isBodyBefore(doc, i);
  if (lower === 'the' && doc.tokens[i - 1].lower === 'of') return next;
  return false;
}

/** "Department of Justice", "University of Wessel": a body before "of" makes one name of both sides. */
const isBodyBefore = (doc: Document, i: number): boolean => BODY_NOUNS.has(doc.tokens[i - 1].lower) && doc.tags[i - 1] === 'NAME';

/** "Secretary of State Jane Marlow", "Speaker of the House Jane Marlow": an office whose name goes on behind "of". */
function isOffice(doc: Document, i: number): boolean {
  const body = doc.tokens[i + 1]?.lower === 'the' ? i + 2 : i + 1;
  return TITLE_NOUNS.has(doc.tokens[i - 1].lower) && doc.tags[i - 1] === 'NAME' && BODY_NOUNS.has(doc.tokens[body]?.lower ?? '') && doc.tags[body + 1] === 'NAME';
}

/** "Attorney General", "Gov.", "Secretary of State", "Speaker of the House": is token `i`, behind a title, still of it? */
const goesOnWithTitle = (doc: Document, i: number): boolean =>
  doc.tokens[i].text === '.' || /^(?:general|of)$/.test(doc.tokens[i].lower) || doc.tokens[i - 1].lower === 'of' || (doc.tokens[i - 1].lower === 'the' && doc.tokens[i - 2]?.lower === 'of');

/** "Ayotte campaign" of "said Ayotte campaign manager Ana Orr": the verb of saying before it is no part of the title. */
const isOfTitle = (doc: Document, i: number): boolean =>
  (doc.tags[i] === 'NAME' || doc.tags[i] === 'WORD') && VERBS.get(doc.tokens[i].lower)?.forms.has('PAST') !== true && !/^(?:says|adds|but|and)$/.test(doc.tokens[i].lower);

/** Does the name end before `to`? The full stop of "Robert Hale Jr." may be the sentence's, and outside the mention. */
export const endsBy = (doc: Document, o: Occurrence, to: number): boolean => o.to <= to || (o.to === to + 1 && doc.tokens[to].text === '.');

function occurrenceOf(doc: Document, from: number, to: number, sentence: number): Occurrence | null {
  let start = from;
  let gender: Gender = null;
  let titles = 0;
  // The last title word of the run ends the titles: "Former Secretary of State Jane Marlow".
  for (let i = from; i < to - 1; i++) {
    const word = doc.tokens[i].lower;
    if (!TITLE_NOUNS.has(word) && !isTitleWord(word) && !PERSON_NOUNS.has(word)) continue;
    start = i + 1;
    while (start < to - 1 && goesOnWithTitle(doc, start)) start++;
    titles++;
    if (MALE_TITLES.has(word)) gender = 'MALE';
    if (FEMALE_TITLES.has(word)) gender = 'FEMALE';
    i = Math.max(i, start - 1);
  }
  if (start >= to) return null;
  let titleFrom = titles > 0 ? from : start;
  // "Russian President Ivan Orr": the word begins no name, but the role holds it.
  if (titles > 0 && from > doc.sentences[sentence].from && DEMONYMS.has(doc.tokens[from - 1].lower) && doc.tags[from - 1] === 'NAME') titleFrom--;
  // Small titles before the name: "president Ilham Aliyev", "spokeswoman Rena Oduya".
  if (titleFrom === start) {
    let i = from - 1;
    while (i >= doc.sentences[sentence].from && (TITLE_NOUNS.has(doc.tokens[i].lower) || doc.tokens[i].text === '.' && TITLE_NOUNS.has(doc.tokens[i - 1]?.lower))) {
      const word = doc.tokens[i].lower;
      if (MALE_TITLES.has(word)) gender = 'MALE';
      if (FEMALE_TITLES.has(word)) gender = 'FEMALE';
      titleFrom = i--;
    }
    while (titleFrom < start && i >= doc.sentences[sentence].from && i >= from - 5 && isOfTitle(doc, i)) titleFrom = i--;
  }
  const { start: first, end } = spanOfTokens(doc, start, to);
  const before = doc.tokens[titleFrom - 1]?.lower;
  return {
    from: start, to, name: doc.text.slice(first, end), titleFrom, gender, definite: before === 'the', sentence, quoted: doc.pairOf[start] >= 0,
  };
}
