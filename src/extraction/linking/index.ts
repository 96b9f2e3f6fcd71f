/** Stage 4: all links of an article, quotations that go on over sentences and paragraphs joined to them; behind them the ones inside their contents. */
import { overlaps } from '../../text/spans.js';
import type { Document } from '../document.js';
import type { Proposer } from '../learned/propose.js';
import { joinQuotations } from './join.js';
import { linksByModel } from './learned.js';
import type { Link } from './link.js';
import { linkNested } from './nested.js';
import { linkSentence } from './sentence.js';
import { signedQuotation } from './signature.js';
import { transcriptTurns } from './transcript.js';

/** @param proposer the learned model; without one the rules alone decide */
export function linkDocument(doc: Document, proposer: Proposer | null): Link[] {
  const rules = linksByRules(doc);
  const joined = joinQuotations(doc, proposer ? linksByModel(doc, rules, proposer) : rules);
  return [...joined, ...linkNested(doc, joined)];
}

/** What the rules find, sentence by sentence, a transcript turn by turn. */
export function linksByRules(doc: Document): Link[] {
  const taken = new Uint8Array(doc.tokens.length);
  const links: Link[] = [];
  const turns = transcriptTurns(doc);
  for (let index = 0; index < doc.sentences.length; ) {
    const turn = turns.get(index);
    if (!turn) links.push(...linksOfSentence(doc, index, taken));
    else if (turn.link) {
      dropIntroduction(links, turn.link);
      links.push(turn.link);
    }
    index = turn?.to ?? index + 1;
  }
  return links;
}

function linksOfSentence(doc: Document, index: number, taken: Uint8Array): Link[] {
  const signed = signedQuotation(doc, index);
  return signed ? [signed] : linkSentence(doc, index, taken);
}

/** "A transcript follows: “QUILL: ...": the colon introduces what has turns of its own. */
function dropIntroduction(links: Link[], turn: Link): void {
  const last = links.at(-1);
  if (last?.rule === 'COLON' && last.content.some((span) => turn.content.some((own) => overlaps(span, own)))) links.pop();
}
