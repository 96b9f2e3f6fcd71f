/**
 * What a learned content has taken in although the marks say that it is the narrator's. Quotations are whole, so beside one that
 * stands next to its cue:
 *
 *   When asked whether it broke, X replied, | “No.” |           a clause in front of a sentence in quotation marks, or of "that ..."
 *   He hinted at it in his last letter: | “It broke,” | X said.  what a colon leads from
 *   | “It broke,” | X said of the dam.                           of whom, to whom and how it was said
 *   | “It broke,” | X said, raising his voice.                   what the speaker did
 *   | “It broke,” | said X, the author of “Days of Rain.”        a title or a word in the narrator's own phrase
 *   | “It broke,” | X said on Monday, announcing that he left.   what another verb reports
 *   X chanted | “What dam?” | and went on until two.             what was done next
 *   X called | it a “sad event,” | but avoided all blame.        the same behind a comma
 */
import type { QuotePair } from '../../text/quotation.js';
import type { TokenRange } from '../../text/sentences.js';
import type { Span } from '../../text/spans.js';
import { tokenAt } from '../../text/tokens.js';
import type { Document } from '../document.js';
import { VERBS } from '../lexicon.en.js';
import { COORDINATING, PAST, SENTENCE } from './shapes.js';

/** @param content spans in order, at least one of which stays */
export function withoutNarrator(doc: Document, cue: TokenRange, content: Span[]): Span[] {
  const behindColon = withoutIntroduction(doc, cue, withoutFronted(doc, cue, content)).map((span) => withoutNextAct(doc, cue, span));
  const front = frontedQuotation(doc, cue, behindColon);
  return front ? behindColon.filter((span) => span.start <= front.start || !isNarrators(doc, cue, span)) : behindColon;
}

/** What stands in front of the cue is the narrator's where something whole stands right behind it, unless it is a quotation. */
function withoutFronted(doc: Document, cue: TokenRange, content: Span[]): Span[] {
  const last = content[content.length - 1];
  if (content.length === 1 || !isWhole(doc, cue, last)) return content;
  return content.filter((span) => span === last || span.start > doc.tokens[cue.from].start || doc.pairOf[tokenAt(doc.tokens, span.start)] >= 0);
}

function isWhole(doc: Document, cue: TokenRange, { start }: Span): boolean {
  const first = tokenAt(doc.tokens, start);
  if (doc.tokens[first].lower === 'that') return true;
  const pair = pairAt(doc, first);
  if (!pair || pair.start !== start || !SENTENCE.test(doc.text.slice(pair.innerStart, pair.innerEnd))) return false;
  return first === cue.to || (first === cue.to + 1 && /^[,:]$/u.test(doc.tokens[cue.to].text));
}

/**
 * The last quotation of a content ends it where an "and" or "but" goes on with what was done next: behind a sentence right behind the
 * cue, or behind a comma inside the marks.
 */
function withoutNextAct(doc: Document, cue: TokenRange, span: Span): Span {
  const last = tokenAt(doc.tokens, span.end) - 1;
  let behind = last;
  while (behind > 0 && doc.tokens[behind].start >= span.start && doc.pairOf[behind] < 0) behind--;
  const pair = behind < last ? pairAt(doc, behind) : null;
  if (!pair || pair.start < span.start || !COORDINATING.test(doc.tokens[behind + 1].lower)) return span;
  const isSentence = pair.start === span.start && isWhole(doc, cue, span);
  return isSentence || (doc.text[pair.innerEnd - 1] === ',' && PAST.test(doc.tokens[behind + 2]?.lower ?? '')) ? { start: span.start, end: pair.end } : span;
}

/** A quotation between a colon and the cue: the content begins with it. */
function withoutIntroduction(doc: Document, cue: TokenRange, content: Span[]): Span[] {
  for (const span of content) {
    if (span.start >= doc.tokens[cue.from].start) break;
    const pair = pairAt(doc, tokenAt(doc.tokens, span.end) - 1);
    const first = pair ? tokenAt(doc.tokens, pair.start) : 0;
    if (pair && first > 0 && doc.tokens[first - 1].text === ':' && doc.pairOf[first - 1] < 0) {
      return content.filter(({ end }) => end >= span.end).map((own) => (own === span ? { start: pair.start, end: span.end } : own));
    }
  }
  return content;
}

const ENDS_CLAUSE = /[,.?!—–-]['’]?$/u;

/** The span in front of the cue that begins with a quotation which ends as a clause does. */
function frontedQuotation(doc: Document, cue: TokenRange, content: readonly Span[]): Span | undefined {
  return content.find(({ start }) => {
    const pair = pairAt(doc, tokenAt(doc.tokens, start));
    return pair !== null && start < doc.tokens[cue.from].start && ENDS_CLAUSE.test(doc.text.slice(pair.innerStart, pair.innerEnd).trimEnd());
  });
}

/**
 * Right behind the cue without a comma, a participle behind the comma, what a participle reports, or a quotation in a phrase: "of the
 * dam", "raising his voice", "announcing that he left", "the author of “Days of Rain”".
 */
function isNarrators(doc: Document, cue: TokenRange, { start }: Span): boolean {
  const first = tokenAt(doc.tokens, start);
  if (first <= cue.to) return first === cue.to && doc.pairOf[first] < 0;
  if (doc.pairOf[first] < 0 && doc.pairOf[first - 1] < 0 && VERBS.get(doc.tokens[first - 1].lower)?.forms.has('ING')) return true;
  if (doc.pairOf[first] < 0) return doc.tokens[first - 1].text === ',' && doc.tags[first] === 'WORD' && /ing$/u.test(doc.tokens[first].lower);
  const { text, lower } = doc.tokens[first - 1];
  return doc.pairOf[first - 1] < 0 && doc.tags[first - 1] !== 'SIGN' && !COORDINATING.test(lower) && !text.endsWith('.');
}

/** The quotation in double marks around token `i`. */
function pairAt(doc: Document, i: number): QuotePair | null {
  const pair = doc.pairs[doc.pairOf[i] ?? -1];
  return pair?.double ? pair : null;
}
