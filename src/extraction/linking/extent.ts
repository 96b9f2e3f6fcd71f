/** Where a content that follows its cue ends: mostly with the sentence, sooner where the writer takes the word again. */
import type { Document } from '../document.js';
import { cueAt } from '../cues.js';
import { SUBORDINATORS, TIME_UNITS, VERBS } from '../lexicon.en.js';
import { mentionRight } from '../mentions.js';
import type { Sentence } from '../document.js';
import { isDayOfTelling, narratorAfterSign, narratorInPhrase } from './narrator.js';
import { relativeClose, restrictiveClose } from './relative.js';
import { COORDINATING, SENTENCE } from './shapes.js';

const DASH = /^(?:—|–|--)$/u;

/**
 * The token after the last of a content that begins at `from`. `nounPhrase`: the content is an object, which ends sooner than a
 * clause; `verb`: the verb it belongs to, -1 where it follows none. That verb may stand in a clause whose comma leads on to the
 * main one ("If he refuses to go, ...") or back to it ("Reid, who said so, ...").
 */
export function contentEnd(doc: Document, sentence: Sentence, from: number, nounPhrase: boolean, verb: number): number {
  const subordinate = verb >= 0 && isSubordinate(doc, sentence, verb);
  const close = verb >= 0 ? relativeClose(doc, sentence, verb, from) : -1;
  const phrase = nounPhrase || doc.tags[from] === 'TO' || doc.tokens[from].lower === 'not';
  const clause = !phrase && doc.pairOf[from] < 0;
  const mainVerb = verb >= 0 && nounPhrase ? restrictiveClose(doc, sentence, verb, from) : -1;
  for (let i = from; i < sentence.to; i++) {
    const pair = doc.pairOf[i];
    if (pair >= 0) {
      // 1. A quotation is inside as a whole; one that ends a sentence ends the content.
      let last = i;
      while (last + 1 < sentence.to && doc.pairOf[last + 1] === pair) last++;
      // "chanting “A, B,” raising hopes", "chanted “What now?” and went on": a comma or a whole sentence inside the marks ends a content that they hold.
      if (i === from && doc.pairs[pair].double && endsWithMarks(doc, pair, last + 1) && !holdsQuotation(doc, last + 1, sentence.to)) return last + 1;
      i = last;
      if (last + 1 < sentence.to && last > from && /,['’]?$/u.test(doc.text.slice(doc.pairs[pair].innerStart, doc.pairs[pair].innerEnd)) && (subordinate || last === close || endsAtComma(doc, sentence, last, nounPhrase, clause))) return last + 1;
      continue;
    }
    const { text, lower } = doc.tokens[i];
    if (i === from) continue;
    if (text === ';' || i === mainVerb) return i;
    // 2. ", according to", ", he said", ", adding that", ", but".
    if (text === ',' || DASH.test(text)) {
      // "said that, “A” and B"
      if (i === from + 1 && doc.tokens[from].lower === 'that' && doc.pairOf[i + 1] >= 0) continue;
      if ((subordinate && text === ',') || i === close) return i;
      if (endsAtComma(doc, sentence, i, nounPhrase, clause)) return i;
      continue;
    }
    // 3. "and called for": the next verb of the same subject. "not only restored but also continued" is one act.
    if ((lower === 'and' || (lower === 'but' && doc.tokens[i + 1]?.lower !== 'also')) && beginsCue(doc, sentence, i + 1, true) && !(clause && isAttitude(doc, sentence, i + 1))) return i;
    // 4. "backed the plan following a meeting", "denied it after accusing Orr": the occasion of the telling.
    if ((phrase && narratorInPhrase(doc, sentence, i)) || (nounPhrase && isDayOfTelling(doc, sentence, i))) return i;
    if (lower === 'according' && doc.tokens[i + 1]?.lower === 'to') return i;
  }
  return sentence.to;
}

function endsWithMarks(doc: Document, pair: number, behind: number): boolean {
  const { innerStart, innerEnd } = doc.pairs[pair];
  return doc.text[innerEnd - 1] === ',' || (COORDINATING.test(doc.tokens[behind]?.lower ?? '') && SENTENCE.test(doc.text.slice(innerStart, innerEnd)));
}

function holdsQuotation(doc: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (doc.pairOf[i] >= 0) return true;
  return false;
}

/** "said the club believed its manager and expected an apology": what somebody thinks inside a clause is its inner subject's. */
function isAttitude(doc: Document, sentence: Sentence, i: number): boolean {
  let verb = i;
  while (verb < sentence.to && doc.tags[verb] === 'ADVERB') verb++;
  return VERBS.get(doc.tokens[verb]?.lower ?? '')?.entries.every((e) => e.manner === 'ATTITUDE') === true;
}

function endsAtComma(doc: Document, sentence: Sentence, comma: number, nounPhrase: boolean, clause: boolean): boolean {
  let next = comma + 1;
  const word = doc.tokens[next]?.lower;
  if (next >= sentence.to || word === undefined) return false;
  if (word === 'according') return true;
  if (word === 'but') return doc.tokens[next + 1]?.lower !== 'also';
  if (narratorAfterSign(doc, sentence, comma)) return true;
  if (nounPhrase && (word === 'which' || word === 'who' || word === 'whose')) return true;
  if (word === 'and') return (beginsCue(doc, sentence, next + 1, true) && !(clause && isAttitude(doc, sentence, next + 1))) || beginsClauseOfSaying(doc, sentence, next + 1);
  while (doc.tags[next] === 'ADVERB') next++;
  if (beginsCue(doc, sentence, next, false) && !(clause && isAttitude(doc, sentence, next))) return true;
  return beginsClauseOfSaying(doc, sentence, comma + 1);
}

/** Does a verb of reporting stand here without a subject of its own? */
function beginsCue(doc: Document, sentence: Sentence, i: number, coordinated: boolean): boolean {
  let at = i;
  while (at < sentence.to && doc.tags[at] === 'ADVERB') at++;
  if (at >= sentence.to || doc.pairOf[at] >= 0) return false;
  const cue = VERBS.has(doc.tokens[at].lower) ? cueAt(doc, sentence, at) : null;
  if (!cue) return false;
  if (coordinated) return cue.coordinated && VERBS.get(doc.tokens[at].lower)!.forms.has('PAST');
  return cue.form === 'ING' || (cue.form === 'FINITE' && cue.entries.some((e) => e.frames.has('QUOTE')) && doc.tokens[at].lower === 'said');
}

/** ", he said" and ", the minister said on Monday": a short subject and a verb that can follow what was said. */
function beginsClauseOfSaying(doc: Document, sentence: Sentence, i: number): boolean {
  const subject = mentionRight(doc, i, sentence.to, false);
  if (!subject) return false;
  let verb = subject.to;
  while (verb < sentence.to && (doc.tags[verb] === 'ADVERB' || doc.tags[verb] === 'AUXILIARY')) verb++;
  if (verb >= sentence.to || doc.pairOf[verb] >= 0) return false;
  const reading = VERBS.get(doc.tokens[verb].lower);
  return reading !== undefined && reading.forms.has('PAST') && reading.entries.some((e) => e.frames.has('QUOTE') && e.manner !== 'ATTITUDE');
}

/** Does the verb at `verb` stand in a clause that only leads up to the main one? */
function isSubordinate(doc: Document, sentence: Sentence, verb: number): boolean {
  for (let i = verb - 1; i >= sentence.from; i--) {
    if (doc.pairOf[i] >= 0) continue;
    const { text, lower } = doc.tokens[i];
    if (text === ',' || text === ';' || DASH.test(text)) return false;
    if (SUBORDINATORS.has(lower)) return i === sentence.from || measures(doc, sentence.from, i) || doc.tags[i - 1] === 'SIGN' || doc.tokens[i - 1].lower === 'but' || doc.tokens[i - 1].lower === 'and';
  }
  return false;
}

/** "Three days after": only a stretch of time stands before the opener. */
function measures(doc: Document, from: number, to: number): boolean {
  for (let i = from; i < to - 1; i++) if (doc.tags[i] === 'SIGN' || doc.tags[i] === 'AUXILIARY' || doc.tags[i] === 'PRONOUN' || to - i > 6) return false;
  return to > from && TIME_UNITS.has(doc.tokens[to - 1].lower);
}
