/** Contents that stand before their verb: "“...,” he said", "..., said the minister", "..., according to the court". */
import type { VerbCue } from '../cues.js';
import type { Document, Sentence } from '../document.js';
import { mentionRight } from '../mentions.js';
import type { TokenRange } from '../../text/sentences.js';
import { tokenAt } from '../../text/tokens.js';
import { SUBORDINATORS } from '../lexicon.en.js';
import type { VerbEntry } from '../lexicon.js';
import { labelEnd } from './label.js';
import { subjectLeft } from './relative.js';

export interface Fronted {
  readonly entry: VerbEntry;
  readonly mention: TokenRange | null;
  /** Tokens of the content. `from` may lie in an earlier sentence, where the quotation began. */
  readonly from: number;
  readonly to: number;
  readonly quoted: boolean;
}

/** Fewest words of an unquoted content before its verb: less is "On Thursday, he said". */
const MIN_FRONTED_WORDS = 4;
/** Shortest quotation, in code units, that may stand before its verb without a comma. */
const MIN_BARE_QUOTE_LENGTH = 30;

/**
 * The content before a verb of saying. `hasComplement`: something that can be its content follows as well; then only a
 * quotation that ends in a comma or a stop right before counts.
 */
export function frontedContent(doc: Document, sentence: Sentence, cue: VerbCue, hasComplement: boolean): Fronted | null {
  const entry = cue.entries.find((e) => e.frames.has('QUOTE') && e.particles.every((p, k) => doc.tokens[cue.to + k]?.lower === p));
  if (!entry || cue.form !== 'FINITE' || cue.coordinated) return null;
  const cueEnd = cue.to + entry.particles.length;
  // 1. "..., he said": the subject stands between content and verb.
  const subject = subjectLeft(doc, sentence, cue.from);
  const inverted = isInverted(doc, sentence, cue);
  if (subject && !(inverted && doc.tokens[cue.from - 1].text === ',' && !closesQuote(doc, subject.from - 1) && endsWithPhrase(doc, sentence, cueEnd))) {
    return before(doc, sentence, subject.from, cueEnd, hasComplement, entry, subject);
  }
  // 2. "...", said he: the subject stands behind.
  if (!inverted) return null;
  const mention = mentionRight(doc, cueEnd, sentence.to, true);
  return mention ? before(doc, sentence, cue.from, cueEnd, false, entry, mention) : null;
}

const isInverted = (doc: Document, sentence: Sentence, cue: VerbCue): boolean => {
  const previous = cue.from - 1;
  if (previous < 0 || doc.tokens[previous].end + 1 < doc.tokens[cue.from].start - 1) return false;
  return (previous >= sentence.from ? doc.tokens[previous].text === ',' || doc.pairOf[previous] >= 0 : closesQuote(doc, previous)) && cue.to - cue.from === 1;
};

/** "..., said the minister.": nothing but the phrase follows, so it is the subject and the comma closes no apposition. */
function endsWithPhrase(doc: Document, sentence: Sentence, at: number): boolean {
  const phrase = mentionRight(doc, at, sentence.to, true);
  return phrase !== null && (phrase.to >= sentence.to || (doc.tags[phrase.to] === 'SIGN' && doc.pairOf[phrase.to] < 0));
}

/** Is token `i` the closing mark of a quotation? */
const closesQuote = (doc: Document, i: number): boolean => i >= 0 && doc.pairOf[i] >= 0 && doc.pairs[doc.pairOf[i]].end === doc.tokens[i].end;

function before(doc: Document, sentence: Sentence, boundary: number, cueEnd: number, hasComplement: boolean, entry: VerbEntry, mention: TokenRange): Fronted | null {
  let last = boundary - 1;
  if (last < 0) return null;
  const sameParagraph = last >= sentence.from || doc.tokens[last].start >= doc.paragraphs[sentence.paragraph].start;
  if (!sameParagraph) return null;
  const comma = doc.pairOf[last] < 0 && /^(?:,|—|–|--)$/u.test(doc.tokens[last].text);
  if (comma) last--;
  if (last < 0) return null;
  const quoted = closesQuote(doc, last);
  if (!quoted && (!comma || last < sentence.from)) return null;
  if (quoted) {
    const pair = doc.pairs[doc.pairOf[last]];
    const punctuated = /[,.?!…—–-]['’]?$/u.test(doc.text.slice(pair.innerStart, pair.innerEnd).trimEnd());
    if (hasComplement && !punctuated) return null;
    // 'called it “a loss for us all.” Orr did not say': a quotation inside a sentence that is over belongs to that sentence.
    if (last < sentence.from && !beginsSentence(doc, tokenAt(doc.tokens, pair.start))) return null;
    // '... "A." Some residents said they': a sentence that is over and another that has its own content.
    if (hasComplement && last < sentence.from && /\.['’]?$/u.test(doc.text.slice(pair.innerStart, pair.innerEnd).trimEnd())) return null;
    // "... anonymity" said X: without a comma only where the quotation is long enough to be speech.
    if (!punctuated && !comma && (hasComplement || !entry.frames.has('PARENTHETICAL') || pair.innerEnd - pair.innerStart < MIN_BARE_QUOTE_LENGTH)) return null;
  } else if (hasComplement || !entry.frames.has('PARENTHETICAL')) return null;
  const from = startOf(doc, sentence, last, quoted);
  if (!quoted && (last + 1 - from < MIN_FRONTED_WORDS || isContext(doc, sentence, from, last, cueEnd))) return null;
  return { entry, mention, from, to: last + 1, quoted };
}

/** "Although nobody knew it, Orr said: “...”", "Asked about it, Orr said ...": one clause that only leads up to a quotation behind the verb. */
function isContext(doc: Document, sentence: Sentence, from: number, last: number, cueEnd: number): boolean {
  const { lower } = doc.tokens[from];
  if (!SUBORDINATORS.has(lower) && !/(?:ed|ing)$/u.test(lower)) return false;
  for (let i = from; i <= last; i++) if (doc.tokens[i].text === ',') return false;
  let next = cueEnd;
  while (next < sentence.to && doc.pairOf[next] < 0 && doc.tags[next] === 'SIGN') next++;
  return next < sentence.to && doc.pairOf[next] >= 0;
}

/** Where a sentence begins behind the label of its paragraph: "Verdict: The dam is safe, the mayor said." */
export const afterLabel = (doc: Document, sentence: Sentence): number =>
  doc.tokens[sentence.from].start === doc.paragraphs[sentence.paragraph].start ? labelEnd(doc, sentence.from, sentence.to) : sentence.from;

/** Does a sentence begin with token `i`? */
function beginsSentence(doc: Document, i: number): boolean {
  let low = 0;
  let high = doc.sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.sentences[middle].from < i) low = middle + 1;
    else high = middle;
  }
  return doc.sentences[low]?.from === i;
}

/** The first token of the content whose last one is `last`: the start of the sentence, or of the quotation that reaches into it. */
function startOf(doc: Document, sentence: Sentence, last: number, quoted: boolean): number {
  let from = last < sentence.from ? last : afterLabel(doc, sentence);
  if (quoted || doc.pairOf[from] >= 0) {
    // The quotation may hold several sentences: go back to where it opens.
    const pair = doc.pairOf[from];
    while (pair >= 0 && from > 0 && doc.pairOf[from - 1] === pair) from--;
  }
  return from;
}
