/**
 * Stage 4, learned: the model proposes what is cue, mention and content, and decides how far to follow the rules. What the
 * rules are certain of stays where the model says nothing of it: quotations with a verb of saying beside them, and transcripts.
 */
import { overlaps } from '../../text/spans.js';
import type { Span } from '../../text/spans.js';
import type { TokenRange } from '../../text/sentences.js';
import { tokenAt } from '../../text/tokens.js';
import type { Document } from '../document.js';
import { isContent, isCue, isMention } from '../learned/labels.js';
import type { Proposal } from '../learned/proposal.js';
import type { Proposer } from '../learned/propose.js';
import { readUnit } from '../learned/reading.js';
import { readUnits } from '../learned/units.js';
import type { Unit } from '../learned/units.js';
import { BE, EMPTY_WORDS, PERCEIVING_VERBS, TIME_UNITS, TIME_WORDS, VERBS } from '../lexicon.en.js';
import type { Tag } from '../tags.js';
import { spanOf } from './link.js';
import type { Link, LinkRule } from './link.js';
import { withoutNarrator } from './trim.js';

/** Rules that the form of a transcript or the words "according to" make certain. */
const BY_FORM: ReadonlySet<LinkRule> = new Set(['TRANSCRIPT', 'ACCORDING_TO']);
/** Rules that quotation marks make certain. */
const BY_MARKS: ReadonlySet<LinkRule> = new Set(['QUOTE_BEFORE', 'QUOTE_AFTER', 'COLON']);

/** UTF-16 units in which ", and that" has room with white space of any width. */
const SECOND_PART_UNITS = 24;

/** @param rules the links by the rules, in the order of their sentences */
export function linksByModel(doc: Document, rules: readonly Link[], proposer: Proposer): Link[] {
  const links: Link[] = [];
  let next = 0;
  // What is firm may go on over sentences, as a turn of a transcript does.
  let firmBefore: readonly Link[] = [];
  for (const unit of readUnits(doc)) {
    const from = next;
    while (next < rules.length && rules[next].sentence < unit.endSentence) next++;
    const own = rules.slice(from, next).map((link) => (leadsBeyond(doc, unit, link) ? { ...link, unread: true as const } : link));
    const firm = own.filter((link) => link.firm || link.rule === 'TRANSCRIPT' || link.unread);
    const proposed = proposer.propose(readUnit(doc, unit, own, proposer.classes))
      .flatMap((proposal) => linkOf(doc, unit, proposal) ?? [])
      .filter((link) => ![...firmBefore, ...firm].some((other) => collide(link, other)))
      .map((link, _, all) => withSecondPart(doc, link, own, all));
    links.push(...proposed, ...own.filter((link) => isCertain(doc, link) && !proposed.some((other) => collide(link, other))));
    if (firm.length > 0) firmBefore = firm;
  }
  return links;
}

/** "pledged that A and that B", "make amends, including paying X and settling Y": what an "and" goes on with; the rules know how far. */
function withSecondPart(doc: Document, link: Link, rules: readonly Link[], proposed: readonly Link[]): Link {
  const [content] = link.content;
  const rest = doc.text.slice(content.end, content.end + SECOND_PART_UNITS);
  if (link.content.length > 1 || !/^(?:\s+and\b|,\s+and that\b)/u.test(rest)) return link;
  const rule = rules.find(({ content: [own] }) => own.start === content.start && own.end > content.end);
  if (!rule) return link;
  const longer = { ...link, content: [...rule.content] };
  return proposed.some((other) => other !== link && collide(longer, other)) ? link : longer;
}

function isCertain(doc: Document, { rule, firm, content }: Link): boolean {
  return firm === true || BY_FORM.has(rule) || (BY_MARKS.has(rule) && content.some((span) => holdsQuotation(doc, span)));
}

function holdsQuotation(doc: Document, { start, end }: Span): boolean {
  for (let i = tokenAt(doc.tokens, start); i < doc.tokens.length && doc.tokens[i].start < end; i++) if (doc.pairOf[i] >= 0 && doc.pairs[doc.pairOf[i]].double) return true;
  return false;
}

const collide = (a: Link, b: Link): boolean =>
  [...a.content, ...a.cue].some((x) => [...b.content, ...b.cue].some((y) => overlaps(x, y)));

function linkOf(doc: Document, unit: Unit, { anchor, labels, chance }: Proposal): Link | null {
  const content = runsOf(labels, isContent).flatMap(({ from, to }) => spanOf(doc, unit.from[from], unit.to[to - 1]) ?? []);
  const [cue] = runsOf(labels, isCue).map(({ from, to }): TokenRange => ({ from: unit.from[from], to: unit.to[to - 1] }));
  if (content.length === 0 || !cue) return null;
  if (runsOf(labels, isContent).every(({ from, to }) => saysNothing(doc, unit.from[from], unit.to[to - 1]))) return null;
  const entry = entryOf(doc, cue, unit.from[anchor]);
  const mention = isAddressed(doc, cue, unit.from[anchor]) ? null : mentionOf(unit, anchor, labels);
  if (!entry && !mention && isPassive(doc, cue, unit.from[anchor])) return null;
  const perceives = (entry !== null && PERCEIVING_VERBS.has(entry.lemma)) || isFirstPerson(doc, mention);
  if (perceives && runsOf(labels, isContent).every(({ from, to }) => isThing(doc, unit.from[from], unit.to[to - 1]))) return null;
  const quoted = runsOf(labels, isContent).some(({ from, to }) => unit.pair.slice(from, to).some((pair) => pair >= 0));
  const manner = entry?.manner ?? 'SPEECH';
  return {
    rule: 'LEARNED',
    lemma: entry?.lemma ?? '',
    manner,
    content: withoutNarrator(doc, cue, content),
    cue: [spanBetween(doc, cue)],
    mention,
    sentence: sentenceOf(doc, unit, cue.from),
    reach: quoted ? 'NEXT_PARAGRAPH' : manner === 'ATTITUDE' ? 'NONE' : 'PARAGRAPH',
    chance,
  };
}

/** "Quill replied:" with the quotation in the next paragraph, "“Is it safe?” Quill asked" with it in the sentence before: the model does not see it. */
function leadsBeyond(doc: Document, { firstSentence, endSentence }: Unit, { content }: Link): boolean {
  const [first, last] = [doc.tokens[doc.sentences[firstSentence].from], doc.tokens[doc.sentences[endSentence - 1].to - 1]];
  return (content[0].start >= last.end || content[content.length - 1].end <= first.start) && holdsQuotation(doc, content[0]);
}

/** "for almost a minute", "it", "nothing": measures and words that stand for others are no content. */
function saysNothing(doc: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { lower } = doc.tokens[i];
    const measures = MEASURING.has(doc.tags[i]) || TIME_UNITS.has(lower) || TIME_WORDS.has(lower);
    if (doc.pairOf[i] >= 0 || !(measures || EMPTY_WORDS.has(lower))) return false;
  }
  return true;
}

/** "We found no later entry": the narrator. */
const isFirstPerson = (doc: Document, mention: TokenRange | null): boolean => mention !== null && mention.to - mention.from === 1 && /^(?:i|we)$/.test(doc.tokens[mention.from].lower);

/** "heard the news", "saw the dam": a thing, for no verb stands in it. */
function isThing(doc: Document, from: number, to: number): boolean {
  if (doc.tags[from] !== 'DETERMINER' && doc.tags[from] !== 'POSSESSIVE') return false;
  for (let i = from; i < to; i++) if (doc.pairOf[i] >= 0 || doc.tags[i] === 'VERB' || doc.tags[i] === 'AUXILIARY' || doc.tags[i] === 'MODAL' || VERBS.has(doc.tokens[i].lower)) return false;
  return true;
}

const MEASURING: ReadonlySet<Tag> = new Set(['ADVERB', 'DETERMINER', 'NUMBER', 'PREPOSITION', 'SIGN', 'OPENER']);

const spanBetween = (doc: Document, { from, to }: TokenRange): Span => ({ start: doc.tokens[from].start, end: doc.tokens[to - 1].end });

/** Stretches of items, half open, whose labels belong together; a start begins a new one only after something else. */
function runsOf(labels: Uint8Array, belongs: (label: number) => boolean): TokenRange[] {
  const runs: { from: number; to: number }[] = [];
  labels.forEach((label, k) => {
    if (!belongs(label)) return;
    const last = runs.at(-1);
    if (last && last.to === k) last.to = k + 1;
    else runs.push({ from: k, to: k + 1 });
  });
  return runs;
}

/** "were told that": the subject of the passive heard it, and who said it is not named. */
function isAddressed(doc: Document, cue: TokenRange, anchor: number): boolean {
  const speaksTo = VERBS.get(doc.tokens[anchor].lower)?.entries.some(({ frames }) => frames.has('ADDRESSEE') || frames.has('OBJECT_TO'));
  return speaksTo === true && isPassive(doc, cue, anchor);
}

/** A form of "be" in the cue before its anchor: "were told", not "were telling". Of a verb that reports nothing, and without an agent, it tells what was done. */
function isPassive(doc: Document, cue: TokenRange, anchor: number): boolean {
  for (let i = cue.from; i < anchor; i++) if (BE.has(doc.tokens[i].lower)) return !doc.tokens[anchor].lower.endsWith('ing');
  return false;
}

/** Of several stretches the one nearest to the cue. */
function mentionOf(unit: Unit, anchor: number, labels: Uint8Array): TokenRange | null {
  const distance = ({ from, to }: TokenRange): number => (to <= anchor ? anchor - to : from - anchor);
  const [nearest] = runsOf(labels, isMention).sort((a, b) => distance(a) - distance(b));
  return nearest ? { from: unit.from[nearest.from], to: unit.to[nearest.to - 1] } : null;
}

/** The lexicon's entry of the cue: of its anchor, else of another verb in it, with the particles that follow. */
function entryOf(doc: Document, cue: TokenRange, anchor: number) {
  const places = [anchor, ...Array.from({ length: cue.to - cue.from }, (_, i) => cue.from + i)];
  for (const i of places) {
    const entries = VERBS.get(doc.tokens[i].lower)?.entries ?? [];
    const entry = entries.find(({ particles }) => particles.every((particle, p) => doc.tokens[i + 1 + p]?.lower === particle)) ?? entries[0];
    if (entry) return entry;
  }
  return null;
}

function sentenceOf(doc: Document, unit: Unit, token: number): number {
  let sentence = unit.firstSentence;
  while (sentence + 1 < unit.endSentence && doc.sentences[sentence].to <= token) sentence++;
  return sentence;
}
