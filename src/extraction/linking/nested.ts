/**
 * Stage 4, second pass: who is reported inside a content.
 *
 *   “I told them that it holds. My father said, ‘Never trust a dam,’” Quill said.
 *    ~ ~~~~ ---- -------------  ~~~~~~~~~ ~~~~  -------------------
 * The same rules read each content once more. Inside quotation marks the marks of the other style are the quotations; a content
 * without marks is read as it stands. One level only: what is reported inside an inner content is not looked for.
 */
import { contains } from '../../text/spans.js';
import type { QuotePair } from '../../text/quotation.js';
import type { Span } from '../../text/spans.js';
import { tokenAt } from '../../text/tokens.js';
import type { Document, Sentence } from '../document.js';
import { joinQuotations } from './join.js';
import type { Link, LinkRule } from './link.js';
import { linkSentence } from './sentence.js';

/** Fewest code units of a content in which somebody else can be reported: "he said no". */
const MIN_LENGTH = 12;

/** The links inside the contents of `links`, each with the one it lies in; in the order of the text, apart within one outer link. */
export function linkNested(doc: Document, links: readonly Link[]): Link[] {
  const inner = innerDocument(doc, links);
  const taken = new Uint8Array(doc.tokens.length);
  const found = inner.sentences.flatMap((_, index) => linkSentence(inner, index, taken));
  if (found.length === 0) return [];
  const nested: Link[] = [];
  const reached = new Map<Link, number>();
  for (const link of joinQuotations(inner, found)) {
    const { owner, outer, quoted } = inner.sentences[link.sentence];
    const content = link.content.filter((span) => owner.content.some((whole) => contains(whole, span)));
    if (!isReport(inner, link, quoted) || content.length === 0 || content[0].start < (reached.get(owner) ?? 0)) continue;
    reached.set(owner, content[content.length - 1].end);
    nested.push({ ...link, content, sentence: outer, outer: { link: owner, pairs: inner.pairs, quoted } });
  }
  return nested;
}

/**
 * 1. somebody must be named who speaks, and not "you"
 * 2. what the outer speaker thinks in the first person is reported by the outer quote already ("I hope that ...")
 * 3. speech is loose inside quotation marks ("people don't trust the media", "you may say so", "she was attacking him"): there only
 *    what is said in as many words counts
 */
function isReport(doc: Document, { mention, manner, rule, cue }: Link, quoted: boolean): boolean {
  const who = mention && doc.tokens[mention.from].lower;
  if (who === null || who === 'you') return false;
  if (manner === 'ATTITUDE') return !quoted && !FIRST_PERSON.test(who);
  return !quoted || (!LOOSE.has(rule) && doc.tags[tokenAt(doc.tokens, cue[0].start)] !== 'MODAL');
}

const FIRST_PERSON = /^(?:i|we)$/;
const LOOSE: ReadonlySet<LinkRule> = new Set(['OBJECT', 'PREPOSITION', 'GERUND', 'TO']);

interface InnerSentence extends Sentence {
  /** The link in whose content it stands, and the index of the whole sentence. */
  readonly owner: Link;
  readonly outer: number;
  /** Does it stand inside the marks of its content? */
  readonly quoted: boolean;
}

/** The contents as a document of their own: the same tokens, but only their sentences, and the marks inside their marks. */
function innerDocument(doc: Document, links: readonly Link[]): Document & { readonly sentences: readonly InnerSentence[] } {
  const sentences: InnerSentence[] = [];
  const pairs: QuotePair[] = [];
  const pairOf = new Int32Array(doc.tokens.length).fill(-1);
  let reached = 0;
  for (const { span, owner } of links.flatMap((link) => link.content.map((s) => ({ span: s, owner: link }))).sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < reached || span.end - span.start < MIN_LENGTH) continue;
    reached = span.end;
    const first = tokenAt(doc.tokens, span.start);
    const around = doc.pairOf[first] >= 0 ? doc.pairs[doc.pairOf[first]] : null;
    const quoted = around !== null && around.end >= span.end;
    const part: Span = quoted ? { start: Math.max(span.start, around.innerStart), end: Math.min(span.end, around.innerEnd) } : span;
    for (const pair of pairsIn(doc, part)) if (pairs.length === 0 || pair.start >= pairs[pairs.length - 1].end) mark(doc, pairs, pairOf, pair);
    let to = tokenAt(doc.tokens, part.start);
    for (let s = sentenceAt(doc, to); s < doc.sentences.length && doc.tokens[doc.sentences[s].from].start < part.end; s++) {
      const from = Math.max(to, doc.sentences[s].from);
      to = Math.min(doc.sentences[s].to, tokenAt(doc.tokens, part.end));
      if (from < to) sentences.push({ from, to, paragraph: doc.sentences[s].paragraph, owner, outer: s, quoted: quoted || owner.rule === 'TRANSCRIPT' });
    }
  }
  return { ...doc, sentences, pairs, pairOf };
}

/** The quotations that lie as a whole in a stretch of text, outer before inner. */
function pairsIn(doc: Document, part: Span): QuotePair[] {
  const all = doc.quotation.pairs;
  const found: QuotePair[] = [];
  for (let p = firstAtOrAfter(all.length, (i) => all[i].start >= part.start); p < all.length && all[p].start < part.end; p++) if (contains(part, all[p])) found.push(all[p]);
  return found;
}

function mark(doc: Document, pairs: QuotePair[], pairOf: Int32Array, pair: QuotePair): void {
  for (let i = tokenAt(doc.tokens, pair.start); i < doc.tokens.length && doc.tokens[i].start < pair.end; i++) pairOf[i] = pairs.length;
  pairs.push(pair);
}

/** The sentence that holds token `i`, or the first one behind it. */
const sentenceAt = (doc: Document, i: number): number => firstAtOrAfter(doc.sentences.length, (s) => doc.sentences[s].to > i);

/** The first index for which `holds` is true, which it then is for all that follow. */
function firstAtOrAfter(length: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
