/** Stage 4: all links of an article, quotations that go on over sentences and paragraphs joined to them; behind them the ones inside their contents. */
import type { Document } from '../document.js';
import { joinQuotations } from './join.js';
import type { Link } from './link.js';
import { linkNested } from './nested.js';
import { linkSentence } from './sentence.js';
import { transcriptTurns } from './transcript.js';

export function linkDocument(doc: Document): Link[] {
  const taken = new Uint8Array(doc.tokens.length);
  const links: Link[] = [];
  const turns = transcriptTurns(doc);
  for (let index = 0; index < doc.sentences.length; ) {
    const turn = turns.get(index);
    if (!turn) links.push(...linkSentence(doc, index, taken));
    else if (turn.link) links.push(turn.link);
    index = turn?.to ?? index + 1;
  }
  const joined = joinQuotations(doc, links);
  return [...joined, ...linkNested(doc, joined)];
}
