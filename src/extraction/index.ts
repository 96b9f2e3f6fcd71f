/** The extraction engine. Pure: a text in, quotes with their speakers and their evidence out. */
import { readDocument } from './document.js';
import { parseModel } from './learned/model.js';
import { Proposer } from './learned/propose.js';
import { linkDocument } from './linking/index.js';
import { findNoise } from './noise.js';
import { paragraphs } from './paragraphs.js';
import { assembleQuotes } from './quotes.js';
import { findSpeakers } from './speakers/index.js';
import type { Extraction, ExtractionHints, Extractor } from './types.js';

export { ModelError } from './learned/model.js';

/**
 * An engine that reads English news text. It keeps no state between articles but a bounded store of short words, which changes no answer, and reading never throws.
 * @param model the bytes of models/quotes.en.bin; without them the rules alone decide, which finds fewer indirect quotes
 * @throws ModelError where the bytes are no model of this version
 */
export function createExtractor(model?: Uint8Array): Extractor {
  const proposer = model ? new Proposer(parseModel(model)) : null;
  return { extract: (text, hints = {}) => extract(text, hints, proposer) };
}

/** The stages, in order. */
function extract(text: string, hints: ExtractionHints, proposer: Proposer | null): Extraction {
  const lines = paragraphs(text);
  const noise = findNoise(text, lines, hints);
  const doc = readDocument(text, lines, noise);
  const links = linkDocument(doc, proposer);
  const { speakers, attributions } = findSpeakers(doc, links);
  return { noise, speakers, quotes: assembleQuotes(doc, links, attributions, proposer !== null), diagnostics: doc.quotation.diagnostics };
}
