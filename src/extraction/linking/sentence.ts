/**
 * Stage 4: the links of one sentence.
 *
 *   1. "According to X, Y" and "Y, according to X"
 *   2. contents before their verb ("Y," X said)
 *   3. contents after their verb, left to right; what lies inside a content already found belongs to it
 */
import { overlaps } from '../../text/spans.js';
import type { Span } from '../../text/spans.js';
import type { TokenRange } from '../../text/sentences.js';
import { cueAt } from '../cues.js';
import type { VerbCue } from '../cues.js';
import type { Document, Sentence } from '../document.js';
import { TIME_WORDS, VERBS } from '../lexicon.en.js';
import { mentionLeft, mentionRight } from '../mentions.js';
import { contentEnd } from './extent.js';
import { afterLabel, frontedContent } from './left.js';
import { spanOf } from './link.js';
import type { Link, LinkRule } from './link.js';
import { relativePronoun, subjectLeft } from './relative.js';
import { isReport } from './report.js';
import { complementOf } from './right.js';
import { spokenQuotation } from './spoken.js';

/** After these the next quotation of the paragraph is by the same speaker: "She says that it hurts. “...”" */
const SPEAKS_ON: ReadonlySet<LinkRule> = new Set(['THAT', 'ZERO_THAT', 'ADDRESSEE']);
/** Longest adjunct between the cue and the comma of an interposed clause, in tokens. */
const MAX_INTERPOSED_ADJUNCT = 12;
const STARTS_NEW_ACT = /^(?:and|but|who|which|whose|as|while|when|after|before|according|though|although|with|where|then|or|in|at|on|during|referring)$/u;

export function linkSentence(doc: Document, index: number, taken: Uint8Array): Link[] {
  const sentence = doc.sentences[index];
  const first = firstReportingWord(doc, sentence);
  const spoken = spokenQuotation(doc, index);
  if (first < 0) return spoken ? [spoken] : [];
  const links: Link[] = [];
  const add = (link: Link | null): void => {
    if (!link) return;
    links.push(link);
    for (const span of [...link.content, ...link.cue]) take(doc, sentence, span, taken);
  };
  const asked = askedUntil(doc, sentence);
  const cues = cuesOf(doc, sentence, first, taken).filter((cue) => cue.verb >= asked);
  const used = new Set<VerbCue>();
  for (const cue of cues) {
    if (taken[cue.verb]) continue;
    const link = frontedLink(doc, index, cue);
    if (link) {
      used.add(cue);
      add(link);
    }
  }
  add(accordingTo(doc, index, taken));
  add(quotedAs(doc, index, taken));
  let subject: TokenRange | null = sentenceSubject(doc, sentence);
  for (const cue of cues) {
    if (taken[cue.verb] && !used.has(cue)) continue;
    const own = subjectOf(doc, sentence, cue);
    if (used.has(cue)) {
      subject = links.find((l) => l.cue[0]?.start === doc.tokens[cue.from].start)?.mention ?? own ?? subject;
      continue;
    }
    const link = followingLink(doc, index, cue, cue.form === 'FINITE' && !cue.coordinated ? own : relativeSubject(doc, sentence, cue) ?? subject, taken);
    if (own && (link || cue.entries.some((e) => e.particles.length === 0))) subject = own;
    add(link);
  }
  if (spoken && !links.some((link) => [...link.content, ...link.cue].some((own) => [...spoken.content, ...spoken.cue].some((span) => overlaps(own, span))))) links.unshift(spoken);
  if (links.length === 0) add(introducedByColon(doc, index, subject));
  return links;
}

function take(doc: Document, sentence: Sentence, span: Span, taken: Uint8Array): void {
  for (let i = sentence.from; i < sentence.to; i++) if (doc.tokens[i].end > span.start && doc.tokens[i].start < span.end) taken[i] = 1;
}

/** The first word that can report, outside quotation marks; -1 where there is none, and so nothing to link. */
function firstReportingWord(doc: Document, { from, to }: Sentence): number {
  for (let i = from; i < to; i++) {
    if (doc.pairOf[i] >= 0) continue;
    const { lower } = doc.tokens[i];
    if (lower === ':' || lower === 'according' || VERBS.has(lower)) return i;
  }
  return -1;
}

/** "Asked whether he would run, Quill said ...": the question is no report; the token behind it, or the start of the sentence. */
function askedUntil(doc: Document, sentence: Sentence): number {
  const first = doc.tokens[sentence.from].lower === 'when' ? sentence.from + 1 : sentence.from;
  if (doc.tokens[first]?.lower !== 'asked') return sentence.from;
  for (let i = first; i < sentence.to; i++) if (doc.pairOf[i] < 0 && doc.tokens[i].text === ',') return i;
  return sentence.from;
}

/** Reporting verbs of the sentence outside quotation marks, in order. */
function cuesOf(doc: Document, sentence: Sentence, first: number, taken: Uint8Array): VerbCue[] {
  const cues: VerbCue[] = [];
  for (let i = first; i < sentence.to; i++) {
    if (doc.pairOf[i] >= 0 || taken[i] || !VERBS.has(doc.tokens[i].lower)) continue;
    const cue = cueAt(doc, sentence, i);
    if (cue) cues.push(cue);
  }
  return cues;
}

const subjectOf = (doc: Document, sentence: Sentence, cue: VerbCue): TokenRange | null =>
  cue.form === 'FINITE' && !cue.coordinated ? subjectLeft(doc, sentence, cue.from) : null;

/** "Reid, who has spent the year demanding an apology": a verb without a subject in a relative clause has its pronoun. */
function relativeSubject(doc: Document, sentence: Sentence, cue: VerbCue): TokenRange | null {
  const pronoun = relativePronoun(doc, sentence, cue.verb);
  return pronoun < 0 || doc.tokens[pronoun].lower === 'whose' ? null : { from: pronoun, to: pronoun + 1 };
}

const cueSpan = (doc: Document, from: number, to: number): Span[] => [{ start: doc.tokens[from].start, end: doc.tokens[to - 1].end }];

function frontedLink(doc: Document, index: number, cue: VerbCue): Link | null {
  const sentence = doc.sentences[index];
  const complement = complementOf(doc, sentence, cue);
  const fronted = frontedContent(doc, sentence, cue, complement !== null && complement.rule !== 'QUOTE_AFTER');
  if (!fronted) return null;
  const content = spanOf(doc, fronted.from, fronted.to);
  if (!content) return null;
  const rest = fronted.quoted && doc.pairOf[fronted.from] >= 0 ? null : interposed(doc, sentence, cue.to + fronted.entry.particles.length, fronted.mention);
  return {
    rule: fronted.quoted ? 'QUOTE_BEFORE' : 'CLAUSE_BEFORE', lemma: fronted.entry.lemma, manner: fronted.entry.manner, content: rest ? [content, rest] : [content],
    cue: cueSpan(doc, cue.from, cue.to + fronted.entry.particles.length), mention: fronted.mention, sentence: index, reach: fronted.quoted ? 'NEXT_PARAGRAPH' : 'PARAGRAPH',
  };
}

function followingLink(doc: Document, index: number, cue: VerbCue, subject: TokenRange | null, taken: Uint8Array): Link | null {
  if (cue.form === 'PASSIVE' || cue.form === 'INFINITIVE') return null;
  const sentence = doc.sentences[index];
  const complement = complementOf(doc, sentence, cue);
  if (!complement || taken[complement.from]) return null;
  if (cue.form === 'FINITE' && !subject && !isQuotation(doc, complement.from)) return null;
  const next = complement.from >= sentence.to;
  const end = next ? pairEnd(doc, complement.from) : complement.rule === 'COLON' ? sentence.to : contentEnd(doc, sentence, complement.from, complement.nounPhrase, cue.verb);
  const content = spanOf(doc, complement.from, end);
  if (!content || !isReport(doc, sentence, complement, end, subject)) return null;
  const quotes = complement.rule === 'QUOTE_AFTER' || complement.rule === 'COLON' || doc.pairOf[end - 1] >= 0;
  const reach = quotes ? 'NEXT_PARAGRAPH' : SPEAKS_ON.has(complement.rule) && complement.entry.manner !== 'ATTITUDE' ? 'PARAGRAPH' : 'NONE';
  return {
    rule: complement.rule, lemma: complement.entry.lemma, manner: complement.entry.manner, content: [content],
    cue: cueSpan(doc, cue.from, complement.cueEnd), mention: subject, sentence: index, reach,
  };
}

/**
 * "The first step, they say, will be hard": what goes on behind the comma after the cue belongs to the content, unless it is
 * the next thing that the speaker does ("..., he said, adding that").
 */
function interposed(doc: Document, sentence: Sentence, cueEnd: number, mention: TokenRange | null): Span | null {
  let at = Math.max(cueEnd, mention?.to ?? 0);
  // Over an adjunct of a few words: ", he said on Monday,".
  const limit = Math.min(sentence.to, at + MAX_INTERPOSED_ADJUNCT);
  if (doc.tags[at] === 'PREPOSITION' || TIME_WORDS.has(doc.tokens[at]?.lower ?? '')) while (at < limit && doc.tokens[at].text !== ',' && doc.pairOf[at] < 0) at++;
  if (at >= limit || doc.tokens[at].text !== ',' || doc.pairOf[at] >= 0) return null;
  const next = at + 1;
  if (next >= sentence.to || STARTS_NEW_ACT.test(doc.tokens[next].lower) || (doc.tags[next] === 'WORD' && /ing$/u.test(doc.tokens[next].lower))) return null;
  if (VERBS.has(doc.tokens[next].lower) && doc.pairOf[next] < 0) return null;
  return spanOf(doc, next, contentEnd(doc, sentence, next, false, -1));
}

/** Who the sentence is about, for verbs that have no subject of their own: its first phrase, where a verb follows. */
function sentenceSubject(doc: Document, sentence: Sentence): TokenRange | null {
  let from = sentence.from;
  const tag = doc.tags[from];
  if (tag === 'PREPOSITION' || tag === 'OPENER' || tag === 'ADVERB' || /ing$/u.test(doc.tokens[from].lower)) {
    while (from < sentence.to && (doc.tokens[from].text !== ',' || doc.pairOf[from] >= 0)) from++;
    from++;
  }
  if (from >= sentence.to || doc.pairOf[from] >= 0) return null;
  const phrase = mentionRight(doc, from, sentence.to, false);
  if (!phrase || phrase.to >= sentence.to) return null;
  const next = phrase.to;
  const verb = doc.tags[next] === 'AUXILIARY' || doc.tags[next] === 'MODAL' || doc.tags[next] === 'VERB' || doc.tags[next] === 'ADVERB' || VERBS.has(doc.tokens[next].lower);
  if (verb) return phrase;
  // The walk took the verb for a noun: "Orr mirrored the wish", "Hundreds of neighbours marched through Lund".
  let name = phrase.from;
  while (name < phrase.to && doc.tags[name] === 'NAME') name++;
  if (name > phrase.from && /(?:ed|s)$/u.test(doc.tokens[name]?.lower ?? '')) return { from: phrase.from, to: name };
  for (let i = phrase.from + 1; i < phrase.to; i++) {
    if (doc.tags[i] === 'WORD' && /\p{Ll}{2,}ed$/u.test(doc.tokens[i].text) && (doc.tags[i - 1] === 'WORD' || doc.tags[i - 1] === 'NAME')) return { from: phrase.from, to: i };
  }
  return null;
}

function pairEnd(doc: Document, from: number): number {
  let to = from;
  while (to < doc.tokens.length && doc.pairOf[to] === doc.pairOf[from]) to++;
  return to;
}

const isQuotation = (doc: Document, i: number): boolean => doc.pairOf[i] >= 0;

/** "He went further: “...”": a quotation behind a colon, in the sentence or the next paragraph, whatever the verb. */
function introducedByColon(doc: Document, index: number, mention: TokenRange | null): Link | null {
  const sentence = doc.sentences[index];
  for (let i = sentence.from; i < sentence.to; i++) {
    if (doc.pairOf[i] >= 0 || doc.tokens[i].text !== ':' || (doc.pairOf[i + 1] ?? -1) < 0 || !doc.pairs[doc.pairOf[i + 1]].double) continue;
    const content = spanOf(doc, i + 1, i + 1 < sentence.to ? sentence.to : pairEnd(doc, i + 1));
    return content && { rule: 'COLON', lemma: '', manner: 'SPEECH', content: [content], cue: cueSpan(doc, i, i + 1), mention, sentence: index, reach: 'NEXT_PARAGRAPH' };
  }
  return null;
}

/** "quoted X as saying: “...”", "X was quoted as saying that ...": X speaks, not who quotes. */
function quotedAs(doc: Document, index: number, taken: Uint8Array): Link | null {
  const sentence = doc.sentences[index];
  for (let i = sentence.from + 1; i + 2 < sentence.to; i++) {
    if (doc.tokens[i].lower !== 'as' || doc.pairOf[i] >= 0 || taken[i]) continue;
    const verb = i + 1;
    const reading = VERBS.get(doc.tokens[verb].lower);
    if (!reading?.forms.has('ING') || taken[verb]) continue;
    // Back to the verb that quotes.
    let quoting = i - 1;
    while (quoting > sentence.from && !QUOTING.test(doc.tokens[quoting].lower)) quoting--;
    if (!QUOTING.test(doc.tokens[quoting].lower) || taken[quoting]) continue;
    const passive = doc.tags[quoting - 1] === 'AUXILIARY' || quoting === i - 1;
    const mention = passive ? mentionLeft(doc, sentence, passiveStart(doc, sentence, quoting)) : mentionRight(doc, quoting + 1, i, true);
    const cue: VerbCue = { from: verb, to: verb + 1, verb, entries: reading.entries, form: 'ING', coordinated: false };
    const complement = complementOf(doc, sentence, cue);
    if (!mention || !complement) continue;
    const end = complement.from >= sentence.to ? pairEnd(doc, complement.from) : complement.rule === 'COLON' ? sentence.to : contentEnd(doc, sentence, complement.from, complement.nounPhrase, -1);
    const content = spanOf(doc, complement.from, end);
    if (!content) continue;
    // The verb that quotes reports nothing more of its own.
    taken[quoting] = 1;
    return {
      rule: complement.rule, lemma: complement.entry.lemma, manner: complement.entry.manner, content: [content],
      cue: cueSpan(doc, passive ? passiveStart(doc, sentence, quoting) : i, complement.cueEnd), mention, sentence: index, reach: 'NEXT_PARAGRAPH', firm: true,
    };
  }
  return null;
}

const QUOTING = /^(?:quot|cit|report)(?:e|es|ed|ing|s)?$/u;

/** The first auxiliary before a passive verb. */
function passiveStart(doc: Document, sentence: Sentence, verb: number): number {
  let i = verb;
  while (i > sentence.from && (doc.tags[i - 1] === 'AUXILIARY' || doc.tags[i - 1] === 'ADVERB')) i--;
  return i;
}

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
      let from = afterLabel(doc, sentence);
      while (from > 0 && doc.pairOf[from] >= 0 && doc.pairOf[from - 1] === doc.pairOf[from]) from--;
      content = spanOf(doc, from, i);
    }
    if (!content) return null;
    return { rule: 'ACCORDING_TO', lemma: '', manner: 'SPEECH', content: [content], cue: cueSpan(doc, i, i + 2), mention, sentence: index, reach: doc.pairOf[i - 2] >= 0 ? 'NEXT_PARAGRAPH' : 'NONE' };
  }
  return null;
}
