/** The label before the colon that may begin a paragraph: "QUILL:", "Verdict:". */
import type { Document } from '../document.js';

/** Most words before the colon. */
const MAX_LABEL_WORDS = 5;

/** The token behind the colon of a label that begins at `first`; `first` itself where none does. */
export function labelEnd(doc: Document, first: number, to: number): number {
  let i = first;
  while (i < to && i - first <= MAX_LABEL_WORDS && isLabelWord(doc, i)) i++;
  return i > first && i < to && doc.tokens[i].text === ':' ? i + 1 : first;
}

const isLabelWord = (doc: Document, i: number): boolean =>
  (/^\p{Lu}/u.test(doc.tokens[i].text) || doc.tokens[i].text === '.' || doc.tags[i] === 'POSSESSIVE') && doc.tags[i] !== 'PRONOUN';
