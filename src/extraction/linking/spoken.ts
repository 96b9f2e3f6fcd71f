/**
 * A quotation that ends as speech does, with somebody and a verb right behind it. What stands there says who spoke, whatever the verb:
 *
 *   “It will not last,” he surmised.                      a verb that no list has
 *   “They had a plan,” Orr, after a pause, said of them.  a phrase between speaker and verb
 *   “Is it over?” the mayor questioned.                   a listed verb that mostly takes an object
 *   “Enough!” blared the front page of the Herald.        the verb in front
 */
import type { QuotePair } from '../../text/quotation.js';
import type { TokenRange } from '../../text/sentences.js';
import { tokenAt } from '../../text/tokens.js';
import type { Document, Sentence } from '../document.js';
import { VERBS } from '../lexicon.en.js';
import { mentionRight } from '../mentions.js';
import type { Tag } from '../tags.js';
import type { Link } from './link.js';
import { PAST } from './shapes.js';

/** Fewest words of such a quotation, unless it asks or calls: less is mostly a title. */
const MIN_WORDS = 4;
/** Longest phrase between commas, in tokens, that may part the speaker from the verb. */
const MAX_ASIDE = 12;
/** What a subject or an object may begin with. */
const NOUN_PHRASE: ReadonlySet<Tag> = new Set(['PRONOUN', 'DETERMINER', 'POSSESSIVE', 'NAME', 'WORD', 'NUMBER']);

export function spokenQuotation(doc: Document, index: number): Link | null {
  const sentence = doc.sentences[index];
  const pair = quotationBefore(doc, sentence);
  if (!pair) return null;
  const behind = tokenAt(doc.tokens, pair.end);
  const said = subjectAndVerb(doc, behind, sentence.to, doc.text[pair.innerEnd - 1] === ',') ?? verbAndSubject(doc, behind, sentence.to);
  return said && {
    rule: 'QUOTE_BEFORE', lemma: '', manner: 'SPEECH', content: [{ start: pair.start, end: pair.end }], cue: [{ start: doc.tokens[said.verb].start, end: doc.tokens[said.verb].end }],
    mention: said.mention, sentence: index, reach: 'NEXT_PARAGRAPH',
  };
}

/** The quotation that the sentence begins with, or that ends right in front of it. */
function quotationBefore(doc: Document, { from, to, paragraph }: Sentence): QuotePair | null {
  const inside = doc.pairOf[from];
  const before = from > 0 && doc.tokens[from - 1].start >= doc.paragraphs[paragraph].start ? doc.pairOf[from - 1] : -1;
  const pair = doc.pairs[inside >= 0 ? inside : before] ?? null;
  if (!pair?.double || !pair.closed || pair.end > doc.tokens[to - 1].end || !/[,?!]/u.test(doc.text[pair.innerEnd - 1])) return null;
  // Between its first mark and the comma with the last one.
  const words = tokenAt(doc.tokens, pair.end) - tokenAt(doc.tokens, pair.start) - 3;
  return words >= MIN_WORDS || doc.text[pair.innerEnd - 1] !== ',' ? pair : null;
}

interface Said {
  readonly verb: number;
  readonly mention: TokenRange;
}

/** `comma`: the quotation ends in one, so that the sentence goes on and its first verb is what was done with the words. */
function subjectAndVerb(doc: Document, from: number, to: number, comma: boolean): Said | null {
  if (from >= to || !NOUN_PHRASE.has(doc.tags[from])) return null;
  const phrase = mentionRight(doc, from, to, false);
  if (!phrase) return null;
  // No list has the verb, so the phrase may have run over it: the last past form behind its first noun.
  for (let i = phrase.to - 1; i > from; i--) if (reportsPast(doc, i, comma) && !describes(doc, i)) return { verb: i, mention: { from, to: i } };
  let verb = phrase.to;
  if (doc.tokens[verb]?.text === ',') {
    verb++;
    while (verb < to && verb - phrase.to <= MAX_ASIDE && doc.tokens[verb].text !== ',' && doc.pairOf[verb] < 0) verb++;
    if (doc.tokens[verb]?.text !== ',') return null;
    verb++;
  }
  while (verb < to && doc.tags[verb] === 'ADVERB') verb++;
  return verb < to && doc.pairOf[verb] < 0 && reportsPast(doc, verb, comma) ? { verb, mention: phrase } : null;
}

/** Behind a question the narrator's next sentence may begin: only a verb that reports, and has no object, goes on with it. */
function reportsPast(doc: Document, i: number, comma: boolean): boolean {
  const reading = VERBS.get(doc.tokens[i].lower);
  const reports = reading?.forms.has('PAST') === true && reading.entries.some(({ manner, particles }) => manner !== 'ATTITUDE' && particles.length === 0);
  return comma ? reports || (!reading && doc.tags[i] === 'WORD' && PAST.test(doc.tokens[i].text)) : reports && !NOUN_PHRASE.has(doc.tags[i + 1]);
}

/** "the retired mayor", "a newly elected council" */
const describes = (doc: Document, i: number): boolean => doc.tags[i - 1] === 'DETERMINER' || doc.tags[i - 1] === 'POSSESSIVE' || doc.tags[i - 1] === 'ADVERB' || doc.tags[i - 1] === 'AUXILIARY';

function verbAndSubject(doc: Document, verb: number, to: number): Said | null {
  if (verb + 1 >= to || doc.pairOf[verb] >= 0 || doc.tags[verb] !== 'WORD' || !PAST.test(doc.tokens[verb].text) || VERBS.has(doc.tokens[verb].lower)) return null;
  const mention = mentionRight(doc, verb + 1, to, true);
  return mention && (mention.to >= to || doc.tags[mention.to] === 'SIGN') ? { verb, mention } : null;
}
