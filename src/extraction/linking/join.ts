/**
 * Stage 4: quotations without a cue of their own go to the one before them.
 *
 *   "A," he said. "B."            same paragraph, right behind the sentence of the cue
 *   He was firm: "A.              the next paragraph opens its mark again, or holds nothing but a quotation
 *   "B."
 *   "A," he said. It rained. "B." one sentence of the narrator's between, if the next holds nothing but a quotation
 *   It was over, he said. "A."    the same, as a quote of its own: reported words and quoted ones are not one content
 *
 * What then is left and reads like somebody's sentence stands alone, without cue and mention.
 */
import { matchesIn } from '../../text/pieces.js';
import { mergeSpans, overlaps } from '../../text/spans.js';
import type { QuotePair } from '../../text/quotation.js';
import type { Span } from '../../text/spans.js';
import { tokenAt } from '../../text/tokens.js';
import type { Document, Sentence } from '../document.js';
import { SUBORDINATORS, VERBS } from '../lexicon.en.js';
import type { Tag } from '../tags.js';
import type { Link } from './link.js';
import { RELATIVE } from './relative.js';
import { COORDINATING } from './shapes.js';

/** Fewest words of a quotation that speaks for itself: less is a title or a word held at a distance. */
const MIN_LONE_WORDS = 5;
/** With a bound for the white space before it: a row of megabytes would overflow the expression. */
const SENTENCE_START = /^[\s['‘]{0,100}\p{Lu}/u;
/** "“No more dams!” (poster of the Greens, 2008)": a year in brackets dates a work. In code units, how far it is looked for. */
const DATED = /^\s?\([^()]*\b(?:1[89]|20)\d\d\)/u;
const DATED_UNITS = 60;
/** Letters from which a word of a title has a capital, and the share of such words that do. */
const LONG_WORD = 4;
const TITLE_CAPITALS = 0.8;
const CAPITAL = /^\p{Lu}/u;
const STOP = /[.!?…—–-]/u;
const WORD = /[\p{L}\p{N}]+/gu;
const HAS_WORD = /[\p{L}\p{N}]/u;

export function joinQuotations(doc: Document, links: readonly Link[]): Link[] {
  const bySentence = new Map<number, Link[]>();
  for (const link of links) bySentence.set(link.sentence, [...(bySentence.get(link.sentence) ?? []), link]);
  const covered = mergeSpans(links.flatMap((l) => l.content));
  const places = links.flatMap((link) => (link.rule === 'TRANSCRIPT' ? [] : link.content.map(({ start, end }): Place => ({ start, end, link })))).sort((a, b) => a.start - b.start);
  let cover = 0;
  let open: Link | null = null;
  let openParagraph = -1;
  let at = 0;
  const lone: Link[] = [];
  const added: Link[] = [];
  const owners = new Map<QuotePair, Link>();
  // The last quotation of the last that stands alone.
  let loneAt = -1;
  // A sentence of the narrator stands between who speaks and what may be said next.
  let isBehindAside = false;
  for (let s = 0; s < doc.sentences.length; s++) {
    const sentence = doc.sentences[s];
    const own = bySentence.get(s);
    // 1. Quotations of this sentence that no link holds.
    while (at < doc.pairs.length && doc.pairs[at].end <= doc.tokens[sentence.from].start) at++;
    for (let p = at; p < doc.pairs.length && doc.pairs[p].start < doc.tokens[sentence.to - 1].end; p++) {
      const pair = doc.pairs[p];
      const part: Span = { start: Math.max(pair.start, doc.tokens[sentence.from].start), end: Math.min(pair.end, doc.tokens[sentence.to - 1].end) };
      while (cover < covered.length && covered[cover].end <= part.start) cover++;
      if (cover < covered.length && covered[cover].start < part.end) {
        const owner = own?.find((l) => l.content.some((span) => overlaps(span, part)));
        if (owner) owners.set(pair, owner);
        // "Quill stated:" with its quotation in the next paragraph: it goes on from there.
        if (open?.content.some((span) => overlaps(span, part))) openParagraph = sentence.paragraph;
        continue;
      }
      const before = owners.get(pair) ?? (isSetOff(doc, part, sentence.from) ? own?.filter((l) => l.reach !== 'NONE' && l.cue.length > 0 && l.cue[0].start < part.start).at(-1) : null) ?? null;
      const opens = startsSentence(doc, part, sentence) || (openParagraph === sentence.paragraph && runsOn(pair, part));
      const fresh: boolean = opens && !isTitle(doc, pair, sentence.to) && !(open && isHeading(doc, pair, open.content));
      const goesOn = fresh && open !== null && openParagraph === sentence.paragraph;
      const going = goesOn ? null : carriedOn(doc, p, places);
      if (going) {
        going.content.push(part);
        owners.set(pair, going);
        continue;
      }
      const goesTo: Link | null = fresh && open && sentence.paragraph - openParagraph <= (open.reach === 'PARAGRAPH' || isBehindAside ? 0 : 1) ? open : null;
      const target: Link | null = before ?? (isBehindAside && !quotedThroughout(doc, sentence.from, sentence.to) ? null : goesTo);
      if (target && target === open && !before && !holdsQuotation(doc, target.content)) {
        // "It was over, he said. “A.”": reported words and a quotation are two quotes of one cue.
        const second: Link = { ...target, content: [part] };
        open = second;
        openParagraph = sentence.paragraph;
        added.push(second);
      } else if (target && (before || fresh)) {
        target.content.push(part);
        if (target === open) openParagraph = sentence.paragraph;
      } else if (loneAt >= 0 && (p === loneAt || (p === loneAt + 1 && pair.continues && !doc.pairs[loneAt].closed))) {
        loneAt = p;
        lone[lone.length - 1].content.push(part);
      } else if (speaksForItself(doc, pair) && isSetOff(doc, part, sentence.from) && HAS_WORD.test(doc.text.slice(part.start, part.end))) {
        loneAt = p;
        lone.push({ rule: 'LONE_QUOTE', lemma: '', manner: 'SPEECH', content: [part], cue: [], mention: null, sentence: s, reach: 'NONE' });
      }
    }
    // 2. Who speaks on, if the next sentence is a quotation without a cue.
    const reports = own?.filter((link) => !isDenied(doc, link));
    const last = reports && speaksOn(doc, reports);
    if (last) {
      isBehindAside = false;
      open = last;
      openParagraph = sentence.paragraph;
    } else if (reports && reports.length > 0) {
      open = null;
    } else if (open && !quotedThroughout(doc, sentence.from, sentence.to)) {
      if (isBehindAside || sentence.paragraph !== openParagraph) open = null;
      isBehindAside = open !== null;
    }
  }
  const all = [...links, ...added, ...lone];
  for (const link of all) link.content = joinTouching(doc.text, link.content);
  return all.sort((a, b) => a.content[0].start - b.content[0].start || a.sentence - b.sentence);
}

/** An unclosed quotation that follows nobody's report is one with that of the next paragraph: “A. ¶ “B,” added X. Who has that one has both. */
function carriedOn(doc: Document, p: number, places: readonly Place[]): Link | null {
  const next = doc.pairs[p + 1];
  if (doc.pairs[p].closed || !next?.continues) return null;
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle].end > next.start) high = middle;
    else low = middle + 1;
  }
  return low < places.length && overlaps(places[low], next) ? places[low].link : null;
}

/** A span of a content, and whose it is. */
interface Place extends Span {
  readonly link: Link;
}

/** Long enough, and set like a sentence: somebody's words, although the text does not say whose. In brackets of its own it is a title. */
const speaksForItself = (doc: Document, pair: QuotePair): boolean =>
  pair.double && !isBylined(doc, pair) && !isApposition(doc, pair) && !DATED.test(doc.text.slice(pair.end, pair.end + DATED_UNITS)) && !(doc.text[pair.start - 1] === '(' && doc.text[pair.end] === ')') && SENTENCE_START.test(doc.text.slice(pair.innerStart, pair.innerEnd)) &&
  countWords(doc.text.slice(pair.innerStart, pair.innerEnd)) >= MIN_LONE_WORDS && !isSetAsTitle(doc.text.slice(pair.innerStart, pair.innerEnd));

/** "“Dam to be rebuilt,” by the Gazette's Ana Quill": somebody's article. */
function isBylined({ tokens, tags }: Document, { end }: QuotePair): boolean {
  const by = tokenAt(tokens, end);
  if (tokens[by]?.lower !== 'by') return false;
  const name = tags[by + 1] === 'DETERMINER' ? by + 2 : by + 1;
  return tags[name] === 'NAME';
}

/** "Quill's essay, “The dam will not hold,” is out": between a comma and a verb it is the noun's name. */
function isApposition({ tokens, tags }: Document, { start, end }: QuotePair): boolean {
  const [before, behind] = [tokenAt(tokens, start) - 1, tokenAt(tokens, end)];
  return tokens[before]?.text === ',' && tags[before - 1] === 'WORD' && tags[behind] === 'AUXILIARY';
}

/** "The Late Show With Ana Quill": nearly all words of some length begin with a capital. */
function isSetAsTitle(text: string): boolean {
  const long = Array.from(matchesIn(WORD, text), ({ text: word }) => word).filter((word) => word.length >= LONG_WORD);
  return long.length > 1 && long.filter((word) => CAPITAL.test(word)).length >= TITLE_CAPITALS * long.length;
}

/** "“Days of Rain” is a play", "“Days of Rain,” a play by Orr, opened": a few words without a stop of their own, with which the narrator's sentence goes on. */
const isTitle = (doc: Document, { end, innerStart, innerEnd }: QuotePair, to: number): boolean =>
  end < doc.tokens[to - 1].start && !STOP.test(doc.text.slice(innerEnd - 1, innerEnd)) && countWords(doc.text.slice(innerStart, innerEnd)) < MIN_LONE_WORDS;

/** 'The rain came late' between quotations in double marks, where single ones hold what is quoted within: a heading. */
const isHeading = (doc: Document, { double }: QuotePair, content: readonly Span[]): boolean =>
  !double && content.some(({ start }) => doc.pairs[doc.pairOf[tokenAt(doc.tokens, start)]]?.double);

/** Does the quotation begin where the sentence does, or behind its "But"? */
function startsSentence(doc: Document, part: Span, { from, to }: Sentence): boolean {
  const first = from + 1 < to && COORDINATING.test(doc.tokens[from].lower) ? from + 1 : from;
  return part.start <= doc.tokens[first].start && countWords(doc.text.slice(part.start, part.end)) >= 1;
}

/** "He has found “a heap of sand. It will not hold.”": what goes on over the end of its sentence is speech, wherever it begins. */
const runsOn = ({ start, end, double }: QuotePair, part: Span): boolean => double && part.start === start && part.end < end;

/** What a quotation may stand in a noun phrase behind. */
const NOUN_PHRASE: ReadonlySet<Tag> = new Set(['DETERMINER', 'POSSESSIVE', 'PREPOSITION', 'TO', 'WORD', 'NAME', 'NUMBER']);

/** ", “A”", ": “A”", "and “A”": not the "A" of "after a brief “A”", which is part of the narrator's sentence. */
function isSetOff(doc: Document, part: Span, from: number): boolean {
  const before = tokenAt(doc.tokens, part.start) - 1;
  return before < from || doc.pairOf[before] >= 0 || !NOUN_PHRASE.has(doc.tags[before]) || COORDINATING.test(doc.tokens[before].lower);
}

/**
 * The report that a quotation behind the sentence goes on with: the last one that is not made in passing, but of one mention the last
 * quotation, for "“A,” said X, adding that Y. “B”" leads back to "A", as do ", who said Y" and ", referring to what he calls “Y”".
 */
function speaksOn(doc: Document, own: readonly Link[]): Link | undefined {
  const saying = own.filter((link) => link.reach !== 'NONE' && (holdsQuotation(doc, link.content) || saysMore(doc, link)));
  const main = saying.filter((link) => !isInPassing(doc, link));
  const reports = main.length > 0 ? main : saying;
  // "when asked if": the question, of which nobody knows who put it.
  const last = reports.findLast((link) => link.mention !== null) ?? reports.at(-1);
  // "The mayor praised the plan. “A.”"
  if (!last) return own.findLast((link) => link.reach !== 'NONE' && link.manner === 'SPEECH' && link.mention !== null && link.cue.length > 0 && !isInPassing(doc, link));
  const quoted = reports.filter((link) => isSameMention(link, last) && holdsQuotation(doc, link.content));
  return quoted.findLast(({ content }) => isQuotation(doc, content)) ?? quoted.at(-1) ?? last;
}

/** "after the mayor warned", "before adding", "what he calls": reports in a clause that only leads up to another's. */
function isInPassing(doc: Document, { cue, mention }: Link): boolean {
  if (cue.length === 0) return false;
  const verb = tokenAt(doc.tokens, cue[0].start);
  const first = mention?.to === verb ? mention.from : verb;
  if (first === 0 || doc.pairOf[first - 1] >= 0) return false;
  const { lower } = doc.tokens[first - 1];
  return SUBORDINATORS.has(lower) || FUSED.test(lower);
}

const FUSED = /^(?:what|which|whom)$/;

/** "He didn't suggest a change": what was not said leads up to no quotation. */
const isDenied = (doc: Document, { cue, content }: Link): boolean =>
  cue.some(({ start, end }) => DENIAL.test(doc.text.slice(start, end))) && !holdsQuotation(doc, content);

const DENIAL = /\b(?:not(?! only)|never)\b|n['’]t\b(?! only)/iu;

const isSameMention = ({ mention: a }: Link, { mention: b }: Link): boolean => a !== null && b !== null && a.from === b.from;

/** A relative clause is an aside, and a phrase like "referring to Y" reports nothing that could go on. */
function saysMore(doc: Document, { rule, lemma, mention }: Link): boolean {
  if (mention && mention.to - mention.from === 1 && RELATIVE.test(doc.tokens[mention.from].lower)) return false;
  if (lemma === '') return rule !== 'LEARNED';
  const entry = VERBS.get(lemma.split('_')[0])?.entries.find((one) => one.lemma === lemma);
  return lemma !== 'quote' && entry !== undefined && (entry.frames.has('CLAUSE') || entry.frames.has('WHETHER'));
}

const isQuotation = (doc: Document, content: readonly Span[]): boolean =>
  content.every((span) => quotedThroughout(doc, tokenAt(doc.tokens, span.start), tokenAt(doc.tokens, span.end)));

const holdsQuotation = (doc: Document, content: readonly Span[]): boolean =>
  content.some((span) => {
    for (let i = tokenAt(doc.tokens, span.start); i < doc.tokens.length && doc.tokens[i].start < span.end; i++) if (doc.pairOf[i] >= 0) return true;
    return false;
  });

const countWords = (text: string): number => Array.from(matchesIn(WORD, text)).length;

function quotedThroughout(doc: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (doc.pairOf[i] < 0 && doc.tags[i] !== 'SIGN') return false;
  return true;
}

/** Spans in order; those with only white space between them are one, except over a paragraph's end. */
function joinTouching(text: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of mergeSpans(spans)) {
    const last = joined.at(-1);
    if (last && /^[ \t\u00a0]*$/u.test(text.slice(last.end, span.start))) joined[joined.length - 1] = { start: last.start, end: span.end };
    else joined.push(span);
  }
  return joined;
}

