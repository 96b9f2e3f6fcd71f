/** Stage 6: links and attributions become quotes, with kind and confidence; quotes inside quotes are nested. */
import { contains, overlaps } from '../text/spans.js';
import type { QuotePair } from '../text/quotation.js';
import type { Span } from '../text/spans.js';
import { CALIBRATION } from './calibration.en.js';
import { confidenceOf } from './confidence.js';
import type { Document } from './document.js';
import type { Link } from './linking/link.js';
import type { Attribution } from './speakers/attribution.js';
import type { ExtractedQuote, QuoteKind } from './types.js';

/** Shares of a content's letters and digits inside quotation marks, from which its kind follows. */
const DIRECT_SHARE = 0.999;
const WORD_CHARACTER = /[\p{L}\p{N}]/gu;

/** @param byModel did a model read the sentences beside the rules? */
export function assembleQuotes(doc: Document, links: readonly Link[], attributions: readonly Attribution[], byModel: boolean): ExtractedQuote[] {
  const top = new Map<Link, ExtractedQuote>();
  const inner = new Map<Link, ExtractedQuote[]>();
  links.forEach((link, i) => {
    const quote = quoteOf(doc, link, attributions[i], byModel && !link.outer);
    const beside = link.outer && inner.get(link.outer.link);
    if (!link.outer) top.set(link, quote);
    else if (beside) beside.push(quote);
    else inner.set(link.outer.link, [quote]);
  });
  return nest([...top].map(([link, quote]) => ({ ...quote, nested: inner.get(link) ?? [] })));
}

function quoteOf(doc: Document, link: Link, attribution: Attribution, besideModel: boolean): ExtractedQuote {
  // A turn of a transcript is the speaker's own words although no marks stand around it.
  const kind = link.rule === 'TRANSCRIPT' ? 'DIRECT' : kindOf(doc.text, link.outer?.pairs ?? doc.pairs, link.content);
  return {
    kind,
    manner: link.manner,
    content: link.content,
    cue: link.cue,
    mention: link.mention ? [{ start: doc.tokens[link.mention.from].start, end: doc.tokens[link.mention.to - 1].end }] : [],
    speaker: attribution.speaker,
    speakers: attribution.speakers,
    reason: attribution.reason,
    evidence: attribution.evidence,
    candidates: attribution.candidates,
    attributionConfidence: attribution.confidence,
    confidence: confidenceOf({ rule: link.rule, chance: link.chance, besideModel: besideModel && !link.unread }, kind, CALIBRATION),
    nested: [],
  };
}

/** DIRECT: all words inside quotation marks; MIXED: some; INDIRECT: none. */
function kindOf(text: string, pairs: readonly QuotePair[], content: readonly Span[]): QuoteKind {
  if (!content.some((span) => (pairs[firstPair(pairs, span.start)]?.start ?? Infinity) < span.end)) return 'INDIRECT';
  let inside = 0;
  let all = 0;
  for (const span of content) {
    let place = span.start;
    // Stretch by stretch: up to the next pair, through it, and so on.
    for (let p = firstPair(pairs, place); place < span.end; p++) {
      const start = Math.max(place, Math.min(pairs[p]?.start ?? span.end, span.end));
      const end = Math.max(start, Math.min(pairs[p]?.end ?? span.end, span.end));
      const quoted = wordCharacters(text, start, end);
      inside += quoted;
      all += quoted + wordCharacters(text, place, start);
      place = end;
    }
  }
  if (inside === 0) return 'INDIRECT';
  return inside >= DIRECT_SHARE * all ? 'DIRECT' : 'MIXED';
}

const wordCharacters = (text: string, start: number, end: number): number => (start < end ? (text.slice(start, end).match(WORD_CHARACTER)?.length ?? 0) : 0);

function firstPair(pairs: readonly QuotePair[], place: number): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pairs[middle].end > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * A quote that lies as a whole in the content of another hangs under it, and takes the place of what was found there besides. Of
 * two whose contents overlap in any other way the surer one stays, else the first: a stretch of text has one reading.
 */
function nest(quotes: readonly ExtractedQuote[]): ExtractedQuote[] {
  const top: ExtractedQuote[] = [];
  // Those whose content may reach as far as the quote that is looked at.
  let reaching: ExtractedQuote[] = [];
  for (const quote of quotes) {
    const outer = top.at(-1);
    const last = quote.content.at(-1)!;
    const inside = outer?.content.some((span) => contains(span, { start: quote.content[0].start, end: last.end }));
    reaching = reaching.filter(({ content }) => content.at(-1)!.end > quote.content[0].start);
    if (outer && inside && outer.content[0].start < quote.content[0].start) top[top.length - 1] = { ...outer, nested: beside(outer.nested, quote) };
    else {
      const rivals = reaching.filter(({ content }) => content.some((a) => quote.content.some((b) => overlaps(a, b))));
      if (rivals.some(({ confidence }) => confidence >= quote.confidence)) continue;
      // Rivals stand near the end; one that holds nested quotes is another object there, of the same content.
      for (const rival of rivals) top.splice(top.findLastIndex(({ content }) => content === rival.content), 1);
      reaching = reaching.filter((other) => !rivals.includes(other));
      top.push(quote);
      reaching.push(quote);
    }
  }
  return top;
}

/** In the order of the text, without those that lie over the one added. */
const beside = (nested: readonly ExtractedQuote[], added: ExtractedQuote): ExtractedQuote[] =>
  [...nested.filter((q) => !q.content.some((a) => added.content.some((b) => overlaps(a, b)))), added].sort((a, b) => a.content[0].start - b.content[0].start);
