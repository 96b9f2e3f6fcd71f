/** Contents that follow their verb: "said that ...", "vowed to ...", "urged X to ...", "criticised ...", "said: “...”". */
import type { VerbCue } from '../cues.js';
import type { Document, Sentence } from '../document.js';
import type { Frame, VerbEntry } from '../lexicon.js';
import { BARE_CLAUSE_VERBS, NAMING, OBJECT_PRONOUNS, PLAIN_OBJECT_VERBS, REFUSALS, TIME_UNITS, TIME_WORDS, VERBS, WH_WORDS } from '../lexicon.en.js';
import { mentionRight } from '../mentions.js';
import type { LinkRule } from './link.js';

/** What a verb takes: where its cue ends and its content begins. */
export interface Complement {
  readonly rule: LinkRule;
  readonly entry: VerbEntry;
  /** Tokens. */
  readonly cueEnd: number;
  readonly from: number;
  readonly nounPhrase: boolean;
}

/** How many tokens of time, place and manner may stand between the verb and "that" or the quotation. */
const MAX_ADJUNCT = 14;

/** The first reading of the words after the verb that fits one of its frames; null where none does. */
export function complementOf(doc: Document, sentence: Sentence, cue: VerbCue): Complement | null {
  for (const entry of cue.entries) {
    const after = matchParticles(doc, sentence, cue.to, entry);
    if (after < 0) continue;
    const found = readFrames(doc, sentence, entry, after);
    if (found) return asksForAnonymity(doc, found) ? null : found;
  }
  return null;
}

/** "asked not to be named", "requested anonymity": how a source wants to be called is no part of what it says. */
function asksForAnonymity(doc: Document, { entry, from, rule }: Complement): boolean {
  const word = (k: number): string => doc.tokens[from + k]?.lower ?? '';
  if (word(0) === 'anonymity') return true;
  if (rule !== 'TO' && rule !== 'OBJECT_TO') return false;
  const to = word(0) === 'not' ? 1 : 0;
  return (to === 1 || REFUSALS.has(entry.lemma)) && word(to + 1) === 'be' && NAMING.has(word(to + 2));
}

/** The token after the particles of an entry, -1 where they do not stand there. Adverbs may stand between. */
function matchParticles(doc: Document, sentence: Sentence, after: number, entry: VerbEntry): number {
  let i = after;
  for (const particle of entry.particles) {
    while (i < sentence.to && doc.tags[i] === 'ADVERB' && doc.tokens[i].lower !== particle) i++;
    if (i >= sentence.to || doc.tokens[i].lower !== particle || doc.pairOf[i] >= 0) return -1;
    i++;
  }
  return i;
}

const STANDS_FOR = /^(?:this|it|that|so)$/;

function readFrames(doc: Document, sentence: Sentence, entry: VerbEntry, cueEnd: number): Complement | null {
  const has = (frame: Frame): boolean => entry.frames.has(frame);
  const result = (rule: LinkRule, from: number, nounPhrase = false): Complement | null => (from < sentence.to ? { rule, entry, cueEnd, from, nounPhrase } : null);
  let at = cueEnd;
  while (at < sentence.to && doc.tags[at] === 'ADVERB' && doc.pairOf[at] < 0 && doc.tokens[at].lower !== 'not') at++;
  if (at >= sentence.to) return null;
  const word = (i: number): string => (i < sentence.to ? doc.tokens[i].lower : '');

  // 1. A colon, and a quotation right here, behind a comma, or in the next paragraph.
  if (/^[:,]$/u.test(word(at)) && at + 1 >= sentence.to && (has('QUOTE') || has('CLAUSE'))) return doc.pairOf[sentence.to] >= 0 ? { rule: 'QUOTE_AFTER', entry, cueEnd, from: sentence.to, nounPhrase: false } : null;
  // "said this:", "said it herself:"
  if (STANDS_FOR.test(word(at))) {
    const reflexive = /sel(?:f|ves)$/.test(word(at + 1)) ? at + 1 : at;
    if (word(reflexive + 1) === ':') at = reflexive + 1;
  }
  if (word(at) === ':' && at + 1 >= sentence.to) return doc.pairOf[sentence.to] >= 0 ? { rule: 'QUOTE_AFTER', entry, cueEnd, from: sentence.to, nounPhrase: false } : null;
  if (word(at) === ':') return at + 1 < sentence.to ? result('COLON', at + 1) : null;
  const quoteAt = word(at) === ',' ? at + 1 : at;
  if (quoteAt < sentence.to && doc.pairOf[quoteAt] >= 0) {
    if (has('QUOTE') || has('CLAUSE')) return result('QUOTE_AFTER', quoteAt);
    if ((has('OBJECT') || has('PREPOSITION')) && quoteAt === at) return result('OBJECT', quoteAt, true);
    return null;
  }
  // 2. "that", "to", "whether" right behind the verb.
  if (word(at) === 'that' && has('CLAUSE')) return result('THAT', at);
  if (doc.tags[at] === 'TO' && has('TO')) return result('TO', at);
  if (word(at) === 'not' && word(at + 1) === 'to' && has('TO')) return result('TO', at);
  if (WH_WORDS.has(word(at)) && (has('WHETHER') || has('CLAUSE')) && word(at) !== 'when' && word(at) !== 'where') return result('WHETHER', at);
  if (has('PREPOSITION')) return startsPhrase(doc, at) || WH_WORDS.has(word(at)) ? result('PREPOSITION', at, true) : null;
  // 3. Somebody is spoken to.
  if (has('ADDRESSEE') || has('OBJECT_TO')) {
    const found = behindAddressee(doc, sentence, entry, cueEnd, at);
    if (found) return found;
  }
  // 4. The object, or a clause without "that".
  if (has('GERUND') && /\p{Ll}{3,}ing$/u.test(word(at)) && doc.tags[at] === 'WORD' && !has('CLAUSE')) return result('GERUND', at);
  if (startsPhrase(doc, at) && !TIME_WORDS.has(word(at)) && !isTimeAgo(doc, at)) {
    if (has('CLAUSE') && !has('OBJECT')) return (BARE_CLAUSE_VERBS.has(entry.lemma) && !PLAIN_OBJECT_VERBS.has(entry.lemma)) || verbInSight(doc, sentence, at) ? result('ZERO_THAT', at) : null;
    if (has('OBJECT')) return has('CLAUSE') && hasFiniteVerb(doc, sentence, at) ? result('ZERO_THAT', at) : result('OBJECT', at, true);
  }
  // 5. "said in a statement on Monday that", "said Thursday, “...”".
  return has('CLAUSE') || has('QUOTE') ? behindAdjunct(doc, sentence, entry, cueEnd, at) : null;
}

/** Can a noun phrase, and so an object or a subject, begin here? */
function startsPhrase(doc: Document, i: number): boolean {
  const tag = doc.tags[i];
  if (tag === 'OPENER' || tag === 'PREPOSITION' || tag === 'SIGN' || tag === 'TO' || tag === 'MODAL' || tag === 'AUXILIARY' || tag === 'ADVERB' || tag === 'VERB') {
    return doc.tokens[i].text === '$' || doc.tokens[i].lower === 'there' || doc.tokens[i].lower === 'like';
  }
  return true;
}

/** How far a verb may stand from the start of a clause without "that", in tokens. */
const CLAUSE_SIGHT = 14;

/** Does a finite verb follow before the clause is over? */
function verbInSight(doc: Document, sentence: Sentence, from: number): boolean {
  for (let i = from; i < Math.min(sentence.to, from + CLAUSE_SIGHT); i++) {
    if (doc.pairOf[i] >= 0 || /^[,.;:]$/u.test(doc.tokens[i].text)) return false;
    if (i > from && (doc.tags[i] === 'AUXILIARY' || doc.tags[i] === 'MODAL' || doc.tags[i] === 'VERB')) return true;
    // "an unfinished hospital": between an article and its noun stands no finite verb.
    const attributive = doc.tags[i - 1] === 'DETERMINER' || doc.tags[i - 1] === 'POSSESSIVE';
    if (i > from && !attributive && doc.tags[i] === 'WORD' && /ed$/u.test(doc.tokens[i].lower)) return true;
  }
  return false;
}

/** Does a subject with its verb follow, so that the words are a clause and no object? */
function hasFiniteVerb(doc: Document, sentence: Sentence, from: number): boolean {
  const subject = mentionRight(doc, from, sentence.to, false);
  if (!subject) return false;
  let i = subject.to;
  while (i < sentence.to && doc.tags[i] === 'ADVERB') i++;
  // "he considered": behind a pronoun that can only be a subject a past form is a finite verb.
  if (doc.tags[from] === 'PRONOUN' && i < sentence.to && doc.tags[i] === 'WORD' && (/ed$/u.test(doc.tokens[i].lower) || VERBS.get(doc.tokens[i].lower)?.forms.has('PAST'))) return true;
  return i < sentence.to && (doc.tags[i] === 'AUXILIARY' || doc.tags[i] === 'MODAL' || doc.tags[i] === 'VERB');
}

/** "told reporters that", "urged Baku to", "asked her whether". */
function behindAddressee(doc: Document, sentence: Sentence, entry: VerbEntry, cueEnd: number, at: number): Complement | null {
  const addressee = mentionRight(doc, at, sentence.to, false);
  if (!addressee) return null;
  let next = addressee.to;
  const limit = Math.min(sentence.to, next + MAX_ADJUNCT);
  const result = (rule: LinkRule, from: number): Complement => ({ rule, entry, cueEnd, from, nounPhrase: false });
  const isTell = entry.frames.has('ADDRESSEE');
  while (next < sentence.to && (doc.tags[next] === 'ADVERB' || TIME_WORDS.has(doc.tokens[next].lower))) next++;
  if (next >= sentence.to) return null;
  const { lower } = doc.tokens[next];
  const negated = lower === 'not' && doc.tokens[next + 1]?.lower === 'to';
  if (doc.tags[next] === 'TO' || negated) return entry.frames.has('OBJECT_TO') ? result('OBJECT_TO', at) : isTell ? result('ADDRESSEE', next) : null;
  if (!isTell && !entry.frames.has('WHETHER')) return null;
  if (lower === 'that') return result('ADDRESSEE', next);
  if (WH_WORDS.has(lower) && lower !== 'when' && lower !== 'where') return result('ADDRESSEE', next);
  // "told AFP the plan was dead": a new phrase with its verb.
  const isObject = OBJECT_PRONOUNS.has(doc.tokens[at].lower) || addressee.to - addressee.from <= 6;
  const bareClause = isTell && isObject && lower !== 'who' && startsPhrase(doc, next) && hasFiniteVerb(doc, sentence, next);
  if (bareClause && doc.pairOf[next] < 0) return result('ADDRESSEE', next);
  for (let i = next; i < limit; i++) {
    if (doc.pairOf[i] >= 0) return i - next <= MAX_ADJUNCT ? result('QUOTE_AFTER', i) : null;
    if (doc.tokens[i].lower === 'that' && doc.tags[i - 1] !== 'PREPOSITION') return result('ADDRESSEE', i);
    if (doc.tokens[i].text === ':') return i + 1 < sentence.to ? result('COLON', i + 1) : null;
    if (/^[.;]$/u.test(doc.tokens[i].text)) break;
  }
  return null;
}

/** "learned two years ago that" */
const isTimeAgo = (doc: Document, at: number): boolean => TIME_UNITS.has(doc.tokens[at + 1]?.lower ?? '') && /^(?:ago|earlier|later|before)$/.test(doc.tokens[at + 2]?.lower ?? '');

/** Over time, place and occasion to "that", a colon or a quotation. */
function behindAdjunct(doc: Document, sentence: Sentence, entry: VerbEntry, cueEnd: number, at: number): Complement | null {
  const limit = Math.min(sentence.to, at + MAX_ADJUNCT);
  const timed = TIME_WORDS.has(doc.tokens[at].lower) || doc.tags[at] === 'PREPOSITION' || isTimeAgo(doc, at);
  if (!timed) return null;
  const result = (rule: LinkRule, from: number): Complement => ({ rule, entry, cueEnd, from, nounPhrase: false });
  for (let i = at; i < limit; i++) {
    const { text, lower } = doc.tokens[i];
    if (doc.pairOf[i] >= 0) {
      const before = doc.tokens[i - 1];
      return (before.text === ',' || before.text === ':') && entry.frames.has('QUOTE') ? result('QUOTE_AFTER', i) : null;
    }
    if (lower === 'that' && entry.frames.has('CLAUSE') && doc.tags[i - 1] !== 'PREPOSITION') return result('THAT', i);
    if (text === ':' && i + 1 < sentence.to) return result('COLON', i + 1);
    if (/^[.;]$/u.test(text)) return null;
    // "said Thursday the plan was dead"
    if (i > at && entry.frames.has('CLAUSE') && TIME_WORDS.has(doc.tokens[i - 1].lower) && startsPhrase(doc, i) && !TIME_WORDS.has(lower) && doc.tags[i] !== 'NUMBER' && hasFiniteVerb(doc, sentence, i)) {
      return result('ZERO_THAT', i);
    }
  }
  return null;
}
