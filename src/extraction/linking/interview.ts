/** Whom an article of questions and answers has interviewed. */
import type { TokenRange } from '../../text/sentences.js';
import type { Document, Sentence } from '../document.js';
import { mentionLeft, mentionRight } from '../mentions.js';

/** "We interviewed Quill", "an interview with Quill", "spoke to Quill": before the name; "Quill answered our questions": behind it. */
const ASKED = /^(?:interviewed|interviews)$/;
const MEETING = /^(?:interview|conversation|spoke|speaks|talked|talks|sat)$/;
const ANSWERED = /^(?:answered|answers|discussed|discusses)$/;

/** The name of the one interviewed where the text tells it; null where it tells none, or more than one. */
export function interviewee(doc: Document): TokenRange | null {
  let found: TokenRange | null = null;
  for (const sentence of doc.sentences) {
    for (let i = sentence.from; i < sentence.to; i++) {
      const name = doc.pairOf[i] < 0 ? namedBy(doc, sentence, i) : null;
      if (!name) continue;
      if (found && doc.tokens[found.to - 1].lower !== doc.tokens[name.to - 1].lower) return null;
      found ??= name;
    }
  }
  return found;
}

function namedBy(doc: Document, sentence: Sentence, i: number): TokenRange | null {
  const word = doc.tokens[i].lower;
  if (ASKED.test(word)) return nameIn(doc, mentionRight(doc, i + 1, sentence.to, false));
  if (MEETING.test(word)) {
    let next = i + 1;
    while (next < sentence.to && next - i < 3 && !/^(?:with|to)$/.test(doc.tokens[next].lower)) next++;
    return /^(?:with|to)$/.test(doc.tokens[next]?.lower ?? '') ? nameIn(doc, mentionRight(doc, next + 1, sentence.to, false)) : null;
  }
  return ANSWERED.test(word) ? nameIn(doc, mentionLeft(doc, sentence, i)) : null;
}

/** The last run of capitals of a phrase: "the mayor of Lund" names nobody, "Mayor Marta Quill" does. */
function nameIn(doc: Document, phrase: TokenRange | null): TokenRange | null {
  if (!phrase || doc.tags[phrase.to - 1] !== 'NAME') return null;
  let from = phrase.to;
  while (from > phrase.from && doc.tags[from - 1] === 'NAME') from--;
  return from > phrase.from && doc.tags[from - 1] === 'PREPOSITION' ? null : { from, to: phrase.to };
}
