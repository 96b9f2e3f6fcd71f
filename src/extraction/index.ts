/** The extraction engine. Pure: a text in, quotes with their speakers and their evidence out. */
import { readDocument } from './document.js';
import { linkDocument } from './linking/index.js';
import { findNoise } from './noise.js';
import { paragraphs } from './paragraphs.js';
import { assembleQuotes } from './quotes.js';
import { findSpeakers } from './speakers/index.js';
import type { Extraction, ExtractionHints, Extractor } from './types.js';

/** Room for what the engine may be handed later (a learned model as bytes). */
export type ExtractorOptions = Readonly<Record<string, never>>;

/** An engine that reads English news text. It keeps no state between articles and never throws. */
export function createExtractor(_options: ExtractorOptions = {}): Extractor {
  return { extract };
}

/** The stages, in order. */
function extract(text: string, hints: ExtractionHints = {}): Extraction {
  const lines = paragraphs(text);
  const noise = findNoise(text, lines, hints);
  const doc = readDocument(text, lines, noise);
  const links = linkDocument(doc);
  const { speakers, attributions } = findSpeakers(doc, links);
  return { noise, speakers, quotes: assembleQuotes(doc, links, attributions), diagnostics: doc.quotation.diagnostics };
}
