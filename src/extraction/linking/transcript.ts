/** "BLITZER: Let me ask you ..." and headlines of the form "Minister: No new taxes". */
import type { Document } from '../document.js';
import { DATE_LIKE } from '../lexicon.en.js';
import { spanOf } from './link.js';
import type { Link } from './link.js';

/** Most words before the colon of a transcript line. */
const MAX_NAME_WORDS = 5;

/** The link of a sentence that begins its paragraph with a name and a colon; null where it does not. */
export function transcriptLink(doc: Document, index: number): Link | null {
  const sentence = doc.sentences[index];
  if (doc.tokens[sentence.from].start !== doc.paragraphs[sentence.paragraph].start) return null;
  // A transcript set in quotation marks has its names in capitals inside them.
  const quoted = doc.pairOf[sentence.from] >= 0 && doc.pairs[doc.pairOf[sentence.from]].double;
  const first = quoted ? sentence.from + 1 : sentence.from;
  let i = first;
  while (i < sentence.to && i - first <= MAX_NAME_WORDS && (quoted ? CAPITALS.test(doc.tokens[i].text) : isNamePart(doc, i))) i++;
  if (i === first || i >= sentence.to || doc.tokens[i].text !== ':' || i + 1 >= sentence.to) return null;
  if (DATE_LIKE.test(doc.tokens[first].lower)) return null;
  const content = spanOf(doc, i + 1, sentence.to);
  if (!content) return null;
  return {
    rule: 'TRANSCRIPT', lemma: '', manner: 'SPEECH', content: [content], cue: [{ start: doc.tokens[i].start, end: doc.tokens[i].end }],
    mention: { from: first, to: i }, sentence: index, reach: 'NEXT_PARAGRAPH',
  };
}

const CAPITALS = /^[\p{Lu}.'’-]{2,}$/u;

const isNamePart = (doc: Document, i: number): boolean =>
  doc.pairOf[i] < 0 && (/^\p{Lu}/u.test(doc.tokens[i].text) || doc.tokens[i].text === '.' || doc.tags[i] === 'POSSESSIVE') && doc.tags[i] !== 'PRONOUN';
