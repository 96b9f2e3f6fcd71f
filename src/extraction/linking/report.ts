/** Does a verb that could report do so here? "added nothing", "called a meeting" and "the storm highlights" tell of no words. */
import type { Document } from '../document.js';
import { BODY_NOUNS, DOCUMENT_NOUNS, EMPTY_WORDS, GROUP_NOUNS, OBJECT_PRONOUNS, PERSON_NOUNS, SHOWING_VERBS, TIME_WORDS, TITLE_NOUNS } from '../lexicon.en.js';
import { mentionLeft, phraseRight } from '../mentions.js';
import type { Sentence } from '../document.js';
import type { TokenRange } from '../../text/sentences.js';
import type { Complement } from './right.js';

/** `end`: the token after the last of the content. */
export function isReport(doc: Document, sentence: Sentence, { entry, from, rule }: Complement, end: number, subject: TokenRange | null): boolean {
  if (holdsQuotation(doc, from, end)) return true;
  // 1. Only words that stand for others: "would not say it", "added nothing", "these words".
  if (isEmpty(doc, from, end)) return false;
  // 2. "called a meeting": without a predicate it is an invitation.
  if (entry.lemma === 'call' && rule === 'OBJECT' && !hasPredicate(doc, from, end) && !isFronted(doc, subject)) return false;
  // 3. "We have asked for the recording": outside quotation marks the outlet itself is no source.
  if (subject && OUTLET.test(doc.tokens[subject.from].lower) && subject.to - subject.from === 1) return false;
  // 4. "This storm highlights ...": a thing or an event shows much and says nothing.
  return rule !== 'OBJECT' || !SHOWING_VERBS.has(entry.lemma) || subject === null || canSpeak(doc, sentence, subject);
}

const OUTLET = /^we$/;

function holdsQuotation(doc: Document, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (doc.pairOf[i] >= 0) return true;
  return false;
}

function isEmpty(doc: Document, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (!EMPTY_WORDS.has(doc.tokens[i].lower) && doc.tags[i] !== 'SIGN') return false;
  return true;
}

/** "called the plan a farce", "called him unfit", "called Orr unfit": something is said of the object. */
function hasPredicate(doc: Document, from: number, end: number): boolean {
  const first = doc.tokens[from].lower;
  let object = from + 1;
  if (doc.tags[from] === 'NAME') while (object < end && (doc.tags[object] === 'NAME' || doc.tokens[object].text === '.')) object++;
  else if (doc.tags[from] !== 'PRONOUN' && !OBJECT_PRONOUNS.has(first)) {
    object = phraseRight(doc, from, end);
    // "the meeting pointless": an adjective behind its noun looks like one more noun; two words are a noun with its article.
    if (object - from > 2 && first !== 'a' && first !== 'an') return true;
  }
  if (doc.tokens[object]?.text === ',') return true;
  const next = doc.tags[object];
  return object < end && !TIME_WORDS.has(doc.tokens[object].lower) && (next === 'DETERMINER' || next === 'POSSESSIVE' || next === 'NAME' || next === 'WORD' || next === 'ADVERB' && object + 1 < end && doc.tags[object + 1] !== 'OPENER');
}

/** "what officials called a hate crime": the object stands in front, so what follows is the predicate. */
const isFronted = (doc: Document, subject: TokenRange | null): boolean => subject !== null && /^(?:what|which|that)$/.test(doc.tokens[subject.from - 1]?.lower ?? '');

/** A name, a person, a body, a group or a text. */
function canSpeak(doc: Document, sentence: Sentence, subject: TokenRange): boolean {
  if (doc.tokens[subject.from].lower === 'which' || doc.tokens[subject.from].lower === 'that') {
    const before = mentionLeft(doc, sentence, doc.tokens[subject.from - 1]?.text === ',' ? subject.from - 1 : subject.from);
    return before !== null && before.to - before.from > 0 && doc.tags[before.from] !== 'PRONOUN' && canSpeak(doc, sentence, before);
  }
  if (doc.tags[subject.from] === 'PRONOUN') return true;
  for (let i = subject.from; i < subject.to && doc.tags[i] !== 'PREPOSITION' && doc.tokens[i].text !== ','; i++) {
    // "the person familiar with it": an adjective may stand behind the noun; "Orr's storm", "the Lund storm": a name may only tell which.
    const next = i + 1 < subject.to ? doc.tags[i + 1] : null;
    if (doc.tags[i] === 'NAME' ? next !== 'POSSESSIVE' && next !== 'WORD' : SPEAKING_NOUNS.some((nouns) => nouns.has(doc.tokens[i].lower))) return true;
  }
  return false;
}

const SPEAKING_NOUNS = [TITLE_NOUNS, PERSON_NOUNS, GROUP_NOUNS, BODY_NOUNS, DOCUMENT_NOUNS];
