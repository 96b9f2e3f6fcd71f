/**
 * Paragraphs that begin with a label and a colon.
 *
 *   BLITZER: Let me ask you.      a turn of a transcript: the speaker's own words, up to the next label
 *   Q: What next?  A: We rest.    an interview: the outlet asks, the one interviewed answers
 *   Minister: No new taxes        a headline: the gist, in one sentence
 *   Verdict: The dam is safe.     no speaker: the sentence behind it is read like any other
 */
import type { Document } from '../document.js';
import { BODY_NOUNS, FEMALE_NAMES, GROUP_NOUNS, METONYMS, MALE_NAMES, PAGE_LABELS, PERSON_NOUNS, TITLE_NOUNS, VERBS } from '../lexicon.en.js';
import { interviewee } from './interview.js';
import { labelEnd } from './label.js';
import { spanOf } from './link.js';
import type { Link } from './link.js';

/** A stretch of sentences that is one speaker's, or the outlet's question. */
export interface Turn {
  readonly link: Link | null;
  /** Index of the sentence behind its last. */
  readonly to: number;
}

interface Label {
  readonly sentence: number;
  readonly first: number;
  readonly colon: number;
  readonly kind: 'CAPITALS' | 'NAME' | 'QUESTION' | 'ANSWER' | 'NOBODY';
}

/** How many paragraphs a turn may go on over: farther off, the next label belongs to something else. */
const MAX_TURN_PARAGRAPHS = 12;
const CAPITALS = /^[\p{Lu}.'’-]{2,}$/u;
const LETTERS = /\p{L}{2}/u;

/** The turns of an article by the sentence that each begins with. */
export function transcriptTurns(doc: Document): Map<number, Turn> {
  const labels = labelsOf(doc);
  const turns = new Map<number, Turn>();
  const answers = labels.some((l) => l.kind === 'QUESTION') && labels.some((l) => l.kind === 'ANSWER');
  const named = labels.filter((l) => l.kind === 'NAME' || l.kind === 'CAPITALS').length;
  const whoAnswers = answers ? interviewee(doc) : null;
  labels.forEach((label, k) => {
    const { kind, sentence, first, colon } = label;
    const asks = kind === 'QUESTION' || kind === 'ANSWER';
    if ((asks && !answers) || kind === 'NOBODY' || isNarrated(doc, label, sentence)) return;
    const spoken = asks || kind === 'CAPITALS' || named > 1;
    const to = spoken ? turnEnd(doc, label, labels[k + 1] ?? null) : sentence + 1;
    if (kind === 'QUESTION') return void turns.set(sentence, { link: null, to });
    const content = paragraphsOf(doc, sentence, to, colon + 1);
    if (content.length === 0 || !LETTERS.test(doc.text.slice(content[0].start, content[0].end))) return;
    const link: Link = {
      rule: spoken ? 'TRANSCRIPT' : 'LABEL', lemma: '', manner: 'SPEECH', content, cue: [{ start: doc.tokens[colon].start, end: doc.tokens[colon].end }],
      mention: kind === 'ANSWER' ? whoAnswers : { from: first, to: colon }, sentence, reach: spoken ? 'NONE' : 'NEXT_PARAGRAPH',
    };
    turns.set(sentence, { link, to });
  });
  return turns;
}

function labelsOf(doc: Document): Label[] {
  const labels: Label[] = [];
  let names: ReadonlySet<string> | null = null;
  doc.sentences.forEach(({ from, to, paragraph }, sentence) => {
    if (doc.tokens[from].start !== doc.paragraphs[paragraph].start) return;
    // A transcript set in quotation marks has its names in capitals inside them.
    const quoted = doc.pairOf[from] >= 0 && doc.pairs[doc.pairOf[from]].double;
    const first = quoted ? from + 1 : from;
    const colon = labelEnd(doc, first, to) - 1;
    if (colon <= first || colon + 1 >= to) return;
    const words = doc.tokens.slice(first, colon);
    if (words.length === 1 && /^(?:Q|QUESTION)$/.test(words[0].text)) labels.push({ sentence, first, colon, kind: 'QUESTION' });
    else if (words.length === 1 && /^(?:A|ANSWER)$/.test(words[0].text)) labels.push({ sentence, first, colon, kind: 'ANSWER' });
    else if (PAGE_LABELS.test(words[0].lower)) labels.push({ sentence, first, colon, kind: 'NOBODY' });
    else if (words.every((w) => CAPITALS.test(w.text) || w.text === '.')) labels.push({ sentence, first, colon, kind: 'CAPITALS' });
    else if (!quoted && isSpeaker(doc, first, colon, (names ??= namesInside(doc)))) labels.push({ sentence, first, colon, kind: 'NAME' });
    else labels.push({ sentence, first, colon, kind: 'NOBODY' });
  });
  return labels;
}

/** A name that stands inside a sentence of the article too, a full name with a known given name, or what a person or body is called. */
function isSpeaker(doc: Document, first: number, colon: number, names: ReadonlySet<string>): boolean {
  for (let i = first; i < colon; i++) if (doc.tags[i] !== 'NAME' && doc.tags[i] !== 'POSSESSIVE' && doc.tokens[i].text !== '.') return false;
  const given = doc.tokens[first].lower;
  if (names.has(doc.tokens[colon - 1].lower) || (colon - first > 1 && (MALE_NAMES.has(given) || FEMALE_NAMES.has(given)))) return true;
  return doc.tokens.slice(first, colon).some(({ lower }) => [TITLE_NOUNS, PERSON_NOUNS, GROUP_NOUNS, BODY_NOUNS, METONYMS].some((nouns) => nouns.has(lower)));
}

/** The words outside labels that have a capital where no sentence or clause begins. */
function namesInside(doc: Document): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { from, to } of doc.sentences) for (let i = Math.max(from + 1, labelEnd(doc, from, to)); i < to; i++) if (doc.tags[i] === 'NAME' && doc.tags[i - 1] !== 'SIGN') names.add(doc.tokens[i].lower);
  return names;
}

/** To the end of the paragraph; over further ones where another label follows and they read like speech. */
function turnEnd(doc: Document, label: Label, next: Label | null): number {
  const { paragraph } = doc.sentences[label.sentence];
  let to = label.sentence + 1;
  while (to < doc.sentences.length && doc.sentences[to].paragraph === paragraph) to++;
  if (next === null || doc.sentences[next.sentence].paragraph - paragraph > MAX_TURN_PARAGRAPHS) return to;
  while (to < next.sentence) {
    let end = to;
    let speech = label.kind !== 'NAME' && doc.tokens[doc.sentences[to].from].text !== '(';
    for (; end < next.sentence && doc.sentences[end].paragraph === doc.sentences[to].paragraph; end++) {
      if (isNarrated(doc, label, end)) return to;
      speech ||= hasSpeaker(doc, end);
    }
    if (!speech) return to;
    to = end;
  }
  return to;
}

/** "Orr said", or the name of the label itself: these words are the narrator's. */
function isNarrated(doc: Document, { first, colon }: Label, s: number): boolean {
  const { from, to } = doc.sentences[s];
  const name = doc.tokens[colon - 1].lower;
  for (let i = from; i < to; i++) {
    if (doc.pairOf[i] >= 0 || doc.tags[i] !== 'NAME' || (i >= first && i < colon)) continue;
    if (doc.tokens[i].lower === name || (i + 1 < to && VERBS.get(doc.tokens[i + 1].lower)?.forms.has('PAST'))) return true;
  }
  return false;
}

/** "I", "we" or "you" outside quotation marks. */
function hasSpeaker(doc: Document, s: number): boolean {
  const { from, to } = doc.sentences[s];
  for (let i = from; i < to; i++) if (doc.pairOf[i] < 0 && /^(?:i|we|you)$/.test(doc.tokens[i].lower)) return true;
  return false;
}

/** One span for each paragraph of the sentences from `sentence` to `to`, the first one behind its label. */
function paragraphsOf(doc: Document, sentence: number, to: number, from: number): Link['content'] {
  const spans: Link['content'] = [];
  let start = from;
  for (let s = sentence; s < to; s++) {
    if (s + 1 < to && doc.sentences[s + 1].paragraph === doc.sentences[s].paragraph) continue;
    const span = spanOf(doc, start, doc.sentences[s].to);
    if (span) spans.push(span);
    start = doc.sentences[s + 1]?.from ?? start;
  }
  return spans;
}
