/**
 * Stage 4: the links of one sentence.
 *
 *   1. "According to X, Y" and "Y, according to X"
 *   2. "NAME: words" at the start of a paragraph
 *   3. contents before their verb ("Y," X said)
 *   4. contents after their verb, left to right; what lies inside a content already found belongs to it
 */
import type { Span } from '../../text/spans.js';
import type { TokenRange } from '../../text/sentences.js';
import { cueAt } from '../cues.js';
import type { VerbCue } from '../cues.js';
import type { Document, Sentence } from '../document.js';
import { VERBS } from '../lexicon.en.js';
import { mentionLeft, mentionRight } from '../mentions.js';
import { contentEnd } from './extent.js';
import { frontedContent } from './left.js';
import { spanOf } from './link.js';
import type { Link } from './link.js';
import { complementOf } from './right.js';
import { transcriptLink } from './transcript.js';

/** Contents shorter than this, in words, are no contents: "said so". */
const MIN_CONTENT_WORDS = 1;

export function linkSentence(doc: Document, index: number, taken: Uint8Array): Link[] {
  const sentence = doc.sentences[index];
  const links: Link[] = [];
  const add = (link: Link | null): void => {
    if (!link) return;
    links.push(link);
    for (const span of [...link.content, ...link.cue]) take(doc, sentence, span, taken);
  };
  const transcript = transcriptLink(doc, index);
  if (transcript) {
    add(transcript);
    return links;
  }
  add(accordingTo(doc, index, taken));
  const cues = cuesOf(doc, sentence, taken);
  const used = new Set<VerbCue>();
  for (const cue of cues) {
    if (taken[cue.verb]) continue;
    const link = frontedLink(doc, index, cue);
    if (link) {
      used.add(cue);
      add(link);
    }
  }
  let subject: TokenRange | null = null;
  for (const cue of cues) {
    if (taken[cue.verb] && !used.has(cue)) continue;
    subject = subjectOf(doc, sentence, cue) ?? (cue.form === 'FINITE' && !cue.coordinated ? null : subject);
    if (!used.has(cue)) add(followingLink(doc, index, cue, subject, taken));
  }
  return links;
}

function take(doc: Document, sentence: Sentence, span: Span, taken: Uint8Array): void {
  for (let i = sentence.from; i < sentence.to; i++) if (doc.tokens[i].end > span.start && doc.tokens[i].start < span.end) taken[i] = 1;
}

/** Reporting verbs of the sentence outside quotation marks, in order. */
function cuesOf(doc: Document, sentence: Sentence, taken: Uint8Array): VerbCue[] {
  const cues: VerbCue[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    if (doc.pairOf[i] >= 0 || taken[i] || !VERBS.has(doc.tokens[i].lower)) continue;
    const cue = cueAt(doc, sentence, i);
    if (cue) cues.push(cue);
  }
  return cues;
}

const subjectOf = (doc: Document, sentence: Sentence, cue: VerbCue): TokenRange | null =>
  cue.form === 'FINITE' && !cue.coordinated ? mentionLeft(doc, sentence, cue.from) : null;

const cueSpan = (doc: Document, from: number, to: number): Span[] => [{ start: doc.tokens[from].start, end: doc.tokens[to - 1].end }];

function frontedLink(doc: Document, index: number, cue: VerbCue): Link | null {
  const sentence = doc.sentences[index];
  const complement = complementOf(doc, sentence, cue);
  const fronted = frontedContent(doc, sentence, cue, complement !== null && complement.rule !== 'QUOTE_AFTER');
  if (!fronted) return null;
  const content = spanOf(doc, fronted.from, fronted.to);
  if (!content) return null;
  return {
    rule: fronted.quoted ? 'QUOTE_BEFORE' : 'CLAUSE_BEFORE', manner: fronted.entry.manner, content: [content],
    cue: cueSpan(doc, cue.from, cue.to + fronted.entry.particles.length), mention: fronted.mention, sentence: index, open: fronted.quoted,
  };
}

function followingLink(doc: Document, index: number, cue: VerbCue, subject: TokenRange | null, taken: Uint8Array): Link | null {
  if (cue.form === 'PASSIVE' || cue.form === 'INFINITIVE') return null;
  const sentence = doc.sentences[index];
  const complement = complementOf(doc, sentence, cue);
  if (!complement || taken[complement.from]) return null;
  if (cue.form === 'FINITE' && !subject && !isQuotation(doc, complement.from)) return null;
  const end = complement.rule === 'COLON' ? sentence.to : contentEnd(doc, sentence, complement.from, complement.nounPhrase);
  const content = spanOf(doc, complement.from, end);
  if (!content || end - complement.from < MIN_CONTENT_WORDS) return null;
  const open = complement.rule === 'QUOTE_AFTER' || complement.rule === 'COLON' || doc.pairOf[Math.min(end, sentence.to) - 1] >= 0;
  return {
    rule: complement.rule, manner: complement.entry.manner, content: [content],
    cue: cueSpan(doc, cue.from, complement.cueEnd), mention: subject, sentence: index, open,
  };
}

const isQuotation = (doc: Document, i: number): boolean => doc.pairOf[i] >= 0;

/** "According to X, Y." and "Y, according to X." */
function accordingTo(doc: Document, index: number, taken: Uint8Array): Link | null {
  const sentence = doc.sentences[index];
  for (let i = sentence.from; i + 2 < sentence.to; i++) {
    if (doc.tokens[i].lower !== 'according' || doc.tokens[i + 1].lower !== 'to' || doc.pairOf[i] >= 0 || taken[i]) continue;
    const first = i === sentence.from;
    const mention = mentionRight(doc, i + 2, sentence.to, !first);
    if (!mention) return null;
    let content: Span | null;
    if (first) {
      let from = mention.to;
      while (from < sentence.to && doc.tokens[from].text !== ',' && from - mention.to < 20) from++;
      content = from < sentence.to ? spanOf(doc, from, sentence.to) : null;
    } else {
      let from = sentence.from;
      while (from > 0 && doc.pairOf[from] >= 0 && doc.pairOf[from - 1] === doc.pairOf[from]) from--;
      content = spanOf(doc, from, i);
    }
    if (!content) return null;
    return { rule: 'ACCORDING_TO', manner: 'SPEECH', content: [content], cue: cueSpan(doc, i, i + 2), mention, sentence: index, open: doc.pairOf[i - 2] >= 0 };
  }
  return null;
}
