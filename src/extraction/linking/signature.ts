/**
 * The name under a quotation: nothing else stands there, so nobody else can be meant.
 *
 *   “A.” — Ana Reyes, teacher      in one paragraph, behind a dash
 *   “A.                            a quotation set apart: the mark closes behind the name
 *   Teacher Ana Reyes.”
 */
import type { TokenRange } from '../../text/sentences.js';
import type { Document } from '../document.js';
import type { Tag } from '../tags.js';
import type { Link } from './link.js';

const DASH = /^(?:[―—–-]|--+)$/u;
/** Longest signature, in tokens. */
const MAX_SIGNATURE = 20;

/** The link of the paragraph that ends with sentence `index`; null where it is no signed quotation, and no name under one. */
export function signedQuotation(doc: Document, index: number): Link | null {
  const sentence = doc.sentences[index];
  if (doc.sentences[index + 1]?.paragraph === sentence.paragraph) return null;
  const first = firstOfParagraph(doc, index);
  return signedByDash(doc, first, index) ?? signedInside(doc, first, index);
}

function firstOfParagraph(doc: Document, index: number): number {
  let first = index;
  while (first > 0 && doc.sentences[first - 1].paragraph === doc.sentences[index].paragraph) first--;
  return first;
}

function signedByDash(doc: Document, first: number, index: number): Link | null {
  const sentence = doc.sentences[index];
  const pair = doc.pairs[doc.pairOf[doc.sentences[first].from]];
  if (!pair?.double || !pair.closed) return null;
  let dash = Math.max(sentence.from, sentence.to - MAX_SIGNATURE - 1);
  while (dash < sentence.to && doc.tokens[dash].start < pair.end) dash++;
  // Outside the quotation stands the dash, with a name right behind it.
  if (dash + 1 >= sentence.to || (doc.tokens[dash - 1]?.start ?? pair.end) >= pair.end || !DASH.test(doc.tokens[dash].text)) return null;
  let to = dash + 1;
  while (to < sentence.to && doc.tags[to] === 'NAME') to++;
  if (to === dash + 1 || (to < sentence.to && doc.tags[to] !== 'SIGN')) return null;
  const { start, end } = doc.tokens[dash];
  return {
    rule: 'SIGNED', lemma: '', manner: 'SPEECH', content: [{ start: pair.start, end: pair.end }], cue: [{ start, end }],
    mention: { from: dash + 1, to }, sentence: index, reach: 'NONE', firm: true,
  };
}

/** What stands in a name with its office: "Former NAACP president Ben Jealous". */
const SIGNATURE_TAGS: ReadonlySet<Tag> = new Set(['NAME', 'WORD', 'PREPOSITION', 'SIGN']);

/** The quotation of the paragraph before, which it fills and does not close, signed by a full name with a closing mark. */
function signedInside(doc: Document, first: number, index: number): Link | null {
  const [from, last] = [doc.sentences[first].from, doc.sentences[index].to - 1];
  if (first === 0 || last - from > MAX_SIGNATURE || doc.sentences[first - 1].paragraph !== doc.sentences[first].paragraph - 1) return null;
  if (!/^["”]$/u.test(doc.tokens[last].text) || /[?!]/u.test(doc.tokens[last - 1]?.text ?? '')) return null;
  const start = doc.sentences[firstOfParagraph(doc, first - 1)].from;
  const pair = doc.pairs[doc.pairOf[start]];
  if (!pair?.double || pair.closed || pair.start !== doc.tokens[start].start || doc.pairOf[from - 1] !== doc.pairOf[start]) return null;
  const mention = fullName(doc, from, last);
  return mention && {
    rule: 'SIGNED', lemma: '', manner: 'SPEECH', content: [{ start: pair.start, end: pair.end }], cue: [], mention, sentence: index, reach: 'NONE', firm: true,
  };
}

/** The last two or more names in a row of a stretch that holds nothing but names and offices. */
function fullName(doc: Document, from: number, to: number): TokenRange | null {
  let found: TokenRange | null = null;
  for (let i = from, start = from; i < to; i++) {
    if (!SIGNATURE_TAGS.has(doc.tags[i]) || doc.pairOf[i] >= 0) return null;
    if (doc.tags[i] !== 'NAME') start = i + 1;
    else if (i > start) found = { from: start, to: i + 1 };
  }
  return found;
}
