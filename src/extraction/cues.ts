/**
 * Stage 4a: reporting verbs with their group (has repeatedly said) and the form they stand in. A word that could be a noun
 * as well ("claims", "plans") is read as a verb only where its neighbours make it one.
 */
import type { Document } from './document.js';
import { BE, GROUP_NOUNS, HAVE, MODALS, PARTICIPLE_BEFORE, VERBS } from './lexicon.en.js';
import type { VerbEntry } from './lexicon.js';
import { headToken, isParticiple } from './heads.js';
import { mentionLeft } from './mentions.js';
import type { TokenRange } from '../text/sentences.js';

/** FINITE has a subject of its own; ING and INFINITIVE borrow that of the clause before; PASSIVE turns it round. */
export type CueForm = 'FINITE' | 'ING' | 'INFINITIVE' | 'PASSIVE';

export interface VerbCue {
  /** Tokens of the cue: auxiliaries, adverbs, the verb. Particles are added when an entry is chosen. */
  readonly from: number;
  readonly to: number;
  readonly verb: number;
  readonly entries: readonly VerbEntry[];
  readonly form: CueForm;
  /** True where the verb group stands in a coordination: "called ... and proposed". */
  readonly coordinated: boolean;
}

const NO_SUBJECT_BEFORE = new Set(['DETERMINER', 'POSSESSIVE', 'PREPOSITION', 'MODAL', 'TO', 'NUMBER']);
const LETTERS = /\p{L}/u;

/** The reporting verb at token `i`, or null where the word is none, or no verb here. */
export function cueAt(doc: Document, sentence: TokenRange, i: number): VerbCue | null {
  const reading = VERBS.get(doc.tokens[i].lower);
  if (!reading || doc.tags[i] === 'NAME' && !startsClause(doc, sentence, i)) return null;
  const { tokens, tags } = doc;
  // 1. Back over adverbs, then over the auxiliaries.
  let from = i;
  let auxiliary = '';
  let perfect = false;
  let modal = false;
  let be = false;
  for (let j = i - 1; j >= sentence.from && i - j < 7; j--) {
    const { lower } = tokens[j];
    if (tags[j] === 'ADVERB') continue;
    if (tags[j] === 'AUXILIARY' || tags[j] === 'MODAL') {
      if (lower === "'s" || lower === "'d" || LETTERS.test(lower)) {
        from = j;
        auxiliary ||= lower;
        be ||= BE.has(lower);
        perfect ||= HAVE.has(lower);
        modal ||= MODALS.has(lower);
        continue;
      }
    }
    break;
  }
  const base = { to: i + 1, verb: i, entries: reading.entries, coordinated: false };
  const before = previousToken(doc, sentence, from);
  const adverbsFrom = adverbStart(doc, sentence, i, from);
  // 2. An auxiliary decides.
  if (auxiliary) {
    if (reading.forms.has('ING')) return be ? { ...base, from, form: 'FINITE' } : null;
    if (BE.has(auxiliary) && (reading.forms.has('PARTICIPLE') || reading.forms.has('PAST'))) {
      // "he's said" is perfect, "he was told" passive; 's before a participle of saying is mostly "has".
      return { ...base, from, form: auxiliary === "'s" && !modal ? 'FINITE' : 'PASSIVE' };
    }
    if (HAVE.has(auxiliary)) return reading.forms.has('PARTICIPLE') || reading.forms.has('PAST') ? { ...base, from, form: 'FINITE' } : null;
    return reading.forms.has('BASE') ? { ...base, from, form: 'FINITE' } : null;
  }
  from = adverbsFrom;
  const tagBefore = before < 0 ? null : tags[before];
  // 3. "to say": an infinitive.
  if (tagBefore === 'TO' && reading.forms.has('BASE')) return { ...base, from: before, form: 'INFINITIVE' };
  // 4. "saying that": no subject of its own.
  if (reading.forms.has('ING')) {
    if (tagBefore === 'DETERMINER' || tagBefore === 'POSSESSIVE' || tagBefore === 'TO') return null;
    if (tagBefore === 'PREPOSITION' && !PARTICIPLE_BEFORE.has(tokens[before].lower)) return null;
    return { ...base, from, form: 'ING' };
  }
  // 5. Finite: what stands before must be able to end a subject, or to join two verbs, or to close a quotation.
  if (tagBefore !== null && NO_SUBJECT_BEFORE.has(tagBefore)) return null;
  if (reading.forms.has('PAST') || reading.forms.has('PARTICIPLE')) {
    if (tokens[i + 1]?.lower === 'by' && tokens[i].lower !== 'said') return null;
    if (reading.forms.has('PARTICIPLE') && !reading.forms.has('PAST')) return null;
    return { ...base, from, form: 'FINITE', coordinated: isCoordination(doc, before) };
  }
  if (before < 0) return null;
  if (isCoordination(doc, before)) return { ...base, from, form: 'FINITE', coordinated: true };
  // ", e-mails seen by the council show": a noun with what describes it.
  if (isParticiple(doc, i + 1) && tokens[i + 2]?.lower === 'by') return null;
  if (tags[before] === 'SIGN') return { ...base, from, form: 'FINITE' };
  const number = numberOf(doc, sentence, before);
  if (reading.forms.has('THIRD')) return number === 'PLURAL' && tags[before] !== 'NAME' ? null : { ...base, from, form: 'FINITE' };
  return number !== 'SINGULAR' ? { ...base, from, form: 'FINITE' } : null;
}

const PLURAL_PRONOUNS = new Set(['i', 'we', 'you', 'they', 'who']);

const SINGULAR_QUANTIFIER = /^(?:one|each|neither|either)$/u;

/** The number of the subject that ends with token `last`. EITHER: its head and the noun beside the verb disagree. */
function numberOf(doc: Document, sentence: TokenRange, last: number): 'SINGULAR' | 'PLURAL' | 'EITHER' {
  const near = isPlural(doc, last);
  const phrase = mentionLeft(doc, sentence, last + 1);
  const head = phrase ? headToken(doc, phrase.from, phrase.to) : -1;
  if (phrase && SINGULAR_QUANTIFIER.test(doc.tokens[phrase.from].lower)) return 'EITHER';
  if (head < 0 || head === last) return near ? 'PLURAL' : 'SINGULAR';
  // "One of the residents says", "documents obtained by Reuters show": the head agrees, not the noun beside the verb.
  if (isPlural(doc, head)) return near ? 'PLURAL' : 'EITHER';
  return near ? 'EITHER' : 'SINGULAR';
}

function isPlural(doc: Document, i: number): boolean {
  const { lower } = doc.tokens[i];
  if (doc.tags[i] === 'PRONOUN') return PLURAL_PRONOUNS.has(lower);
  if (GROUP_NOUNS.has(lower)) return true;
  return (doc.tags[i] === 'WORD' || doc.tags[i] === 'NAME') && /[^su]s$/.test(lower);
}

const isCoordination = (doc: Document, before: number): boolean => before >= 0 && (doc.tokens[before].lower === 'and' || doc.tokens[before].lower === 'but' || doc.tokens[before].lower === 'or');

function previousToken(doc: Document, sentence: TokenRange, from: number): number {
  let j = from - 1;
  while (j >= sentence.from && doc.tags[j] === 'ADVERB') j--;
  return j >= sentence.from ? j : -1;
}

/** Adverbs right before the verb belong to the cue: "repeatedly said". */
function adverbStart(doc: Document, sentence: TokenRange, verb: number, from: number): number {
  let j = from;
  while (j - 1 >= sentence.from && doc.tags[j - 1] === 'ADVERB') j--;
  return from === verb ? j : from;
}

/** A capital at the start of a sentence or in a headline hides no verb ("Asked ..."). */
function startsClause(doc: Document, sentence: TokenRange, i: number): boolean {
  return i === sentence.from || doc.tags[i - 1] === 'SIGN';
}
