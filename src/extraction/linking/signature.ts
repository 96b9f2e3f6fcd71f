/** The name under a quotation: "“A.” — Ana Reyes, teacher". The paragraph holds nothing else, so nobody else can be meant. */
import type { Document } from '../document.js';
import type { Link } from './link.js';

const DASH = /^(?:[―—–-]|--+)$/u;
/** Longest signature, in tokens. */
const MAX_SIGNATURE = 20;

/** The link of the paragraph that ends with sentence `index`; null where it is no signed quotation. */
export function signedQuotation(doc: Document, index: number): Link | null {
  const sentence = doc.sentences[index];
  if (doc.sentences[index + 1]?.paragraph === sentence.paragraph) return null;
  let first = index;
  while (first > 0 && doc.sentences[first - 1].paragraph === sentence.paragraph) first--;
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
