/** Where inside a sentence the writer takes the word again, so that the content before it is over. */
import type { Document, Sentence } from '../document.js';
import { cueAt } from '../cues.js';
import { CONTRAST_OPENERS, OCCASION_PREPOSITIONS, TIME_OPENERS, TIME_UNITS, TIME_WORDS, VERBS, WEEKDAYS } from '../lexicon.en.js';

/** Most words before "after" in ", two and a half hours after". */
const MAX_TIME_WORDS = 6;
/** Longest subject of a clause with its auxiliaries, in tokens. */
const MAX_SUBJECT = 16;

/** Behind the comma or dash at `sign`: ", while Orr said ...", ", hours after a report said ...". */
export function narratorAfterSign(doc: Document, sentence: Sentence, sign: number): boolean {
  const next = sign + 1;
  // "said that, while some say so, others do not": the content has only begun.
  if (doc.tokens[sign - 1].lower === 'that') return false;
  if (CONTRAST_OPENERS.has(doc.tokens[next].lower)) return reports(doc, sentence, next + 1);
  let opener = next;
  let unit = false;
  while (opener < sentence.to && opener - next < MAX_TIME_WORDS && !TIME_OPENERS.has(doc.tokens[opener].lower)) {
    const tag = doc.tags[opener];
    unit ||= TIME_UNITS.has(doc.tokens[opener].lower);
    if (doc.pairOf[opener] >= 0 || tag === 'SIGN' || tag === 'VERB' || tag === 'AUXILIARY' || tag === 'MODAL' || tag === 'PRONOUN') return false;
    opener++;
  }
  return (opener === next || unit) && TIME_OPENERS.has(doc.tokens[opener]?.lower ?? '') && reports(doc, sentence, opener + 1);
}

/** Inside a phrase: "denied it | after accusing Orr", "backed the plan | following a meeting". */
export function narratorInPhrase(doc: Document, sentence: Sentence, i: number): boolean {
  const { lower } = doc.tokens[i];
  // "her following" is a noun, "the following:" points ahead.
  if (OCCASION_PREPOSITIONS.has(lower)) return doc.tags[i - 1] !== 'POSSESSIVE' && doc.tags[i - 1] !== 'DETERMINER' && doc.tags[i + 1] !== 'SIGN';
  if (lower !== 'by' && !TIME_OPENERS.has(lower)) return false;
  const verb = VERBS.has(doc.tokens[i + 1]?.lower ?? '') && i + 1 < sentence.to && doc.pairOf[i + 1] < 0 ? cueAt(doc, sentence, i + 1) : null;
  return verb?.form === 'ING' && verb.entries.some((e) => e.manner !== 'ATTITUDE');
}

/** "endorsed Orr | on Monday": the day on which it was said, where nothing of the object follows it. */
export function isDayOfTelling(doc: Document, sentence: Sentence, i: number): boolean {
  if (doc.tokens[i].lower !== 'on' || !WEEKDAYS.has(doc.tokens[i + 1]?.lower ?? '')) return false;
  let next = i + 2;
  while (next < sentence.to && TIME_WORDS.has(doc.tokens[next].lower)) next++;
  return next >= sentence.to || (doc.pairOf[next] < 0 && (doc.tags[next] === 'SIGN' || doc.tags[next] === 'OPENER'));
}

/** Does a clause begin at `i` in which somebody with a name or noun reports? "he said" may be inside what is reported. */
function reports(doc: Document, sentence: Sentence, i: number): boolean {
  if (i >= sentence.to || doc.tags[i] === 'PRONOUN') return false;
  for (let verb = i + 1; verb < Math.min(sentence.to, i + MAX_SUBJECT); verb++) {
    const tag = doc.tags[verb];
    if (doc.pairOf[verb] >= 0 || (tag === 'SIGN' && doc.tokens[verb].text !== '.') || tag === 'OPENER' || tag === 'VERB' || tag === 'PRONOUN' || tag === 'TO') return false;
    const cue = VERBS.has(doc.tokens[verb].lower) ? cueAt(doc, sentence, verb) : null;
    if (cue?.form === 'FINITE') return cue.entries.some((e) => e.frames.has('CLAUSE'));
  }
  return false;
}
