/** Stage 4c: names that stand beside each other before one verb: "| Hale, Orr and the council | said". */
import type { TokenRange } from '../text/sentences.js';
import type { Document } from './document.js';
import { ASIDES, TIME_WORDS, TITLE_NOUNS } from './lexicon.en.js';

/** Longest list before its last name, in tokens. */
const MAX_LIST = 40;

const isComma = (doc: Document, i: number): boolean => doc.tokens[i]?.text === ',';

/**
 * Where the list of names begins of which the phrase is the last: "| Hale and his deputy |", "| Hale, Orr and Reyes |". Only where
 * the list is the subject of its clause, so that a conjunction between two clauses is none between two names.
 * @param end the token of the verb
 * @param phraseLeft the noun phrase that ends right before a token
 */
export function listStart(
  doc: Document, sentence: TokenRange, { from: start, to }: TokenRange, end: number, phraseLeft: (doc: Document, sentence: TokenRange, end: number) => TokenRange | null,
): number {
  let found = start;
  let listed = hasConjunction(doc, start, to);
  // "Hale, Orr and Reyes said, was wrong": set between commas, the verb's own subject begins behind the comma.
  const setApart = isComma(doc, end + 1);
  for (let from = start; from - 1 > sentence.from && start - from <= MAX_LIST;) {
    let before = from - 1;
    if (doc.tokens[before].lower === 'and') {
      listed = true;
      if (isComma(doc, --before)) before--;
    } else if (listed && !setApart && isComma(doc, before)) before--;
    else break;
    const former = phraseLeft(doc, sentence, before + 1);
    if (!former || !isPlainName(doc, sentence, former)) break;
    from = former.from;
    if (opensClause(doc, sentence, from)) found = from;
  }
  return found;
}

function hasConjunction(doc: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (doc.tokens[i].lower === 'and') return true;
  return false;
}

/** A name with what may stand before or in it, and no verb that an unknown word may be. */
function isPlainName(doc: Document, { from: first }: TokenRange, { from, to }: TokenRange): boolean {
  const { lower, text } = doc.tokens[to - 1];
  if (doc.tags[to - 1] !== 'NAME' && text !== ')') return false;
  // "Overall, Hale and Orr said": a first word with its comma that is no name.
  if (to - from === 1 && from === first && (ASIDES.has(lower) || TIME_WORDS.has(lower) || /(?:ly|ing|ed|wise|ward|wards|all)$/u.test(lower))) return false;
  for (let i = from; i < to; i++) {
    const tag = doc.tags[i];
    if (tag !== 'NAME' && tag !== 'NUMBER' && tag !== 'DETERMINER' && tag !== 'POSSESSIVE' && tag !== 'SIGN' && tag !== 'PREPOSITION' && !(tag === 'WORD' && TITLE_NOUNS.has(doc.tokens[i].lower))) return false;
  }
  return true;
}

/** Does the subject of a clause begin here: at the start of the sentence, behind a comma, a quotation or "but"? */
const opensClause = (doc: Document, { from: first }: TokenRange, i: number): boolean =>
  i === first || isComma(doc, i - 1) || doc.pairOf[i - 1] >= 0 || doc.tags[i - 1] === 'OPENER' || doc.tags[i - 1] === 'SIGN';
