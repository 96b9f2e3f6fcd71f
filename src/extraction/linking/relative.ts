/**
 * Relative clauses around a reporting verb.
 *
 *   The minister, | who said | the plan was dead |, resigned on Monday.     the comma that leads back to the subject closes the content
 *   | Two officials who asked not to be named | said | the plan was dead |. the clause belongs to the mention of the verb behind it
 */
import type { Document, Sentence } from '../document.js';
import { VERBS } from '../lexicon.en.js';
import { mentionLeft } from '../mentions.js';
import type { Tag } from '../tags.js';
import type { TokenRange } from '../../text/sentences.js';

const NOUNY: ReadonlySet<Tag> = new Set<Tag>(['WORD', 'NAME', 'NUMBER']);
export const RELATIVE = /^(?:who|which|whose)$/;
/** Words between a relative pronoun and the verb that may still be its own; farther off it is another clause's. */
const MAX_RELATIVE = 25;

/** The pronoun of the relative clause, set off by a comma, that the verb at `verb` stands in; -1 where it stands in none. */
export function relativePronoun(doc: Document, sentence: Sentence, verb: number): number {
  for (let i = verb - 1; i > sentence.from && verb - i <= MAX_RELATIVE; i--) {
    if (doc.pairOf[i] >= 0) continue;
    if (RELATIVE.test(doc.tokens[i].lower)) return doc.tokens[i - 1].text === ',' ? i : -1;
    if (doc.tags[i] === 'SIGN' && /^(?:[,;:()]|—|–|--)$/u.test(doc.tokens[i].text)) return -1;
  }
  return -1;
}

/**
 * The comma that closes the relative clause around `verb`, sought from `from` on; -1 where the clause ends with the sentence,
 * as it does where the main clause has its verb already ("It was opposed by Reid, who said ...").
 */
export function relativeClose(doc: Document, sentence: Sentence, verb: number, from: number): number {
  const pronoun = relativePronoun(doc, sentence, verb);
  if (pronoun < 0 || hasVerb(doc, sentence.from, pronoun - 1)) return -1;
  let first = -1;
  for (let i = from; i + 1 < sentence.to; i++) {
    if (!closesAt(doc, i)) continue;
    if (first < 0) first = i;
    let next = i + 1;
    if (/^(?:and|but|or)$/.test(doc.tokens[next].lower)) return i;
    while (next < sentence.to && doc.tags[next] === 'ADVERB') next++;
    if (next < sentence.to && isFinite(doc, next)) return i;
  }
  return first;
}

/**
 * The verb of the main clause behind an object in a restrictive clause ("An aide who had seen the letter | said"); -1 where the
 * verb at `verb` stands in none, or the main clause has its verb already.
 */
export function restrictiveClose(doc: Document, sentence: Sentence, verb: number, from: number): number {
  let pronoun = verb - 1;
  while (pronoun > sentence.from && verb - pronoun <= MAX_RELATIVE && doc.tokens[pronoun].lower !== 'who' && doc.tags[pronoun] !== 'SIGN') pronoun--;
  if (pronoun <= sentence.from || doc.tokens[pronoun].lower !== 'who' || doc.tags[pronoun - 1] === 'SIGN' || hasVerb(doc, sentence.from, pronoun)) return -1;
  for (let i = from + 1; i < sentence.to; i++) {
    if (doc.tags[i] === 'SIGN' && doc.pairOf[i] < 0) return -1;
    if (isFinite(doc, i) && NOUNY.has(doc.tags[i - 1])) return i;
  }
  return -1;
}

/** A comma, outside quotation marks or as the last thing within. */
function closesAt(doc: Document, i: number): boolean {
  if (doc.pairOf[i] < 0) return doc.tokens[i].text === ',';
  return doc.pairs[doc.pairOf[i]].end === doc.tokens[i].end && /^,['’]?$/u.test(doc.tokens[i - 1].text);
}

/** Could the token be a verb with a subject? Past forms that are participles as well count. */
const isFinite = (doc: Document, i: number): boolean =>
  doc.pairOf[i] < 0 && (doc.tags[i] === 'AUXILIARY' || doc.tags[i] === 'MODAL' || doc.tags[i] === 'VERB' || (doc.tags[i] === 'WORD' && (/ed$/u.test(doc.tokens[i].lower) || VERBS.get(doc.tokens[i].lower)?.forms.has('PAST') === true)));

function hasVerb(doc: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    // "the accused man": between an article and its noun stands no verb.
    if (isFinite(doc, i) && !(i > from && (doc.tags[i - 1] === 'DETERMINER' || doc.tags[i - 1] === 'POSSESSIVE'))) return true;
  }
  return false;
}

/** The subject that ends right before token `end`, with the relative clause it carries. */
export function subjectLeft(doc: Document, sentence: Sentence, end: number): TokenRange | null {
  const plain = mentionLeft(doc, sentence, end);
  let last = end - 1;
  while (last > sentence.from && doc.tags[last] === 'ADVERB') last--;
  // "so they believe", "but would not say": a pronoun is a subject by itself, and a conjunction ends no clause.
  if (!NOUNY.has(doc.tags[last])) return plain;
  for (let i = end - 1; i > sentence.from && end - i <= MAX_RELATIVE; i--) {
    if (doc.pairOf[i] >= 0 || (doc.tags[i] === 'SIGN' && /^(?:[,;:()]|—|–|--)$/u.test(doc.tokens[i].text))) return plain;
    if (doc.tokens[i].lower !== 'who') continue;
    // The clause must have a verb of its own, and one that does not take what stands before `end` as its own clause.
    let verb = i + 1;
    while (verb < end && !isFinite(doc, verb)) verb++;
    if (verb >= end || (plain !== null && takesClause(doc, verb) && !isParticiple(doc, end - 1))) return plain;
    const head = mentionLeft(doc, sentence, i);
    return head ? { from: head.from, to: end } : plain;
  }
  return plain;
}

/** "who asked not to be named said": a participle behind an auxiliary ends its clause and is nobody. */
const isParticiple = (doc: Document, i: number): boolean => /ed$/u.test(doc.tokens[i].lower) && doc.tags[i - 1] === 'AUXILIARY';

const takesClause = (doc: Document, verb: number): boolean => VERBS.get(doc.tokens[verb].lower)?.entries.some((e) => e.frames.has('CLAUSE')) === true;
