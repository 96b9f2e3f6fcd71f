/**
 * Stage 5f: who says it together with the one who is named first. A mention is taken apart at its commas and conjunctions:
 *
 *   | Ana Reyes |, | a spokeswoman for Hale |, and | Paul Orr |, | her deputy |      Reyes and Orr
 *     member         apposition                     member         apposition
 *
 * Wrong is worse than missing: where the words after the conjunction may belong to what stands before it ("a spokesman for
 * Hale and Orr", "the Department of Health and Human Services"), nobody is added.
 */
import { speakerKey } from '../../text/names.js';
import type { TokenRange } from '../../text/sentences.js';
import type { Document } from '../document.js';
import { isParticiple } from '../heads.js';
import { BODY_NOUNS, FEMALE_NAMES, FIRMS, MALE_NAMES, METONYMS, TITLE_NOUNS } from '../lexicon.en.js';
import type { SpeakerType } from '../types.js';
import type { Figure } from './cluster.js';
import { endsBy } from './occurrences.js';
import type { Occurrence } from './occurrences.js';
import { resolveMention } from './resolve.js';
import type { Resolution } from './resolve.js';
import type { LastSpeaker, Scene } from './scene.js';

/** One piece of a mention between two of its commas and conjunctions. */
interface Segment extends TokenRange {
  /** What stands before it; AND_CLOSED is ", and". */
  readonly after: 'NOTHING' | 'COMMA' | 'AND' | 'AND_CLOSED';
  /** The name that it is about; null where it has none. */
  readonly name: Named | null;
}

interface Named {
  readonly occurrence: Occurrence;
  readonly figure: Figure;
}

/** Those whom the mention names besides the first: each with its own evidence, in the order of the text. */
export function jointSpeakers(scene: Scene, mention: TokenRange, sentence: number, last: LastSpeaker, first: Resolution): Resolution[] {
  const type = typeOf(first);
  if (type === null || type === 'DOCUMENT' || !isSubject(scene.doc, mention)) return [];
  const segments = segmentsOf(scene, mention);
  if (!segments.some(isConjoined) || isFirm(scene.doc, segments) || segments.some((_, k) => isFirstNameAlone(segments, k))) return [];
  const others = membersOf(scene, segments).map((member) => resolveMention(scene, member, sentence, last));
  // "Hale and other Democrats": a group tells of nobody; two groups stand beside each other.
  return others.filter((other) => typeOf(other) !== null && (typeOf(other) === 'GROUP') === (type === 'GROUP'));
}

const typeOf = ({ figure, named }: Resolution): SpeakerType | null => figure?.type ?? named?.type ?? null;

/** "aides to | Hale and Orr |", "met | Hale and Orr |": what a word leads to that is not of the cue. */
function isSubject({ tags, tokens }: Document, { from }: TokenRange): boolean {
  const tag = tags[from - 1];
  if (tag !== 'PREPOSITION' && tag !== 'TO' && tag !== 'VERB') return true;
  return tokens[from - 1].lower === 'by' || tokens[from - 2]?.lower === 'according';
}

/** "| Bill | and Hillary Clinton": whole only with what follows, unless the text has named a Bill Clinton. */
function isFirstNameAlone(segments: readonly Segment[], k: number): boolean {
  const [{ name, from, to }, next] = [segments[k], segments[k + 1]];
  if (!name || to - from !== 1 || !next?.name || next.after !== 'AND') return false;
  const [own, other] = [name.figure.words, next.name.figure.words];
  const word = speakerKey(name.occurrence.name);
  const isSurname = own.length > 1 && own.at(-1) === word;
  return !isSurname && (MALE_NAMES.has(word) || FEMALE_NAMES.has(word)) && next.name.occurrence.to - next.name.occurrence.from > 1 && own.at(-1) !== other.at(-1);
}

const isConjoined = ({ after }: Segment): boolean => after === 'AND' || after === 'AND_CLOSED';

/** The ranges of the mention that stand for somebody each; none where nothing says that there are several. */
function membersOf(scene: Scene, segments: readonly Segment[]): TokenRange[] {
  const lastConjoined = segments.findLastIndex(isConjoined);
  const members: TokenRange[] = [];
  // "The mayor, Ana Reyes, and ...": the name stands behind the comma.
  let lead = nameOf(segments, 0) === segments[0].name ? segments[0] : segments[1];
  segments.forEach((segment, k) => {
    // "Hale, Orr and Reyes": a list, where no apposition can be.
    const isMember = isConjoined(segment) ? isApart(scene, segments, k, lead) : k > 0 && k < lastConjoined && isListed(segment, segments[0]);
    if (!isMember) return;
    members.push(withName(segments, k));
    lead = segment;
  });
  return members.length > 0 && mayStandAlone(scene.doc, segments[0]) ? [withName(segments, 0), ...members] : members;
}

/** The name of a segment; of "his running mate, | Ana Reyes" the one that the comma gives. */
function nameOf(segments: readonly Segment[], k: number): Named | null {
  const [{ name }, next] = [segments[k], segments[k + 1]];
  return name ?? (next?.after === 'COMMA' ? next.name : null);
}

const withName = (segments: readonly Segment[], k: number): TokenRange =>
  ({ from: segments[k].from, to: nameOf(segments, k) === segments[k].name ? segments[k].to : segments[k + 1].to });

/** A name, or what may mean somebody known: "her deputy", "he". */
const mayStandAlone = (doc: Document, { from, name }: Segment): boolean => name !== null || startsPhrase(doc, from) || doc.tags[from] === 'PRONOUN';

const startsPhrase = (doc: Document, i: number): boolean => doc.tags[i] === 'DETERMINER' || doc.tags[i] === 'POSSESSIVE' || doc.tokens[i].lower === 'the';

/** Nothing but a name, of somebody of the same kind as the first. */
function isListed({ from, to, name }: Segment, first: Segment): boolean {
  if (!name || !first.name || name.occurrence.titleFrom !== from || name.occurrence.to !== to) return false;
  // "Reyes, R-Lund, and": the party and the place of the first.
  if (/^\p{Lu}-/u.test(name.occurrence.name)) return false;
  const single = ({ occurrence }: Named): boolean => occurrence.to - occurrence.from === 1;
  return name.figure.type === first.name.figure.type || (single(name) && single(first.name));
}

/** Does the segment behind the conjunction stand for somebody else, and is no part of what stands before it? */
function isApart(scene: Scene, segments: readonly Segment[], k: number, lead: Segment): boolean {
  const { doc } = scene;
  const [before, segment] = [segments[k - 1], segments[k]];
  const name = nameOf(segments, k);
  if (!mayStandAlone(doc, segment) || /^an?$/u.test(doc.tokens[segment.from].lower)) return false;
  // "Reyes, the mayor and the founder of Lund": still the apposition, unless a comma has closed it and a name follows.
  if (before.after === 'COMMA' && before !== lead && !(segment.after === 'AND_CLOSED' && name)) return false;
  // "a spokesman for Hale and Orr": what the preposition leads to.
  if (segment.after === 'AND' && hasOpenLink(scene, segments, k)) return false;
  if (!name || !lead.name) return true;
  // "former Secretary of State and candidate Ana Reyes": two titles of one.
  const isTitled = segment.name !== null && segment.from < segment.name.occurrence.from && !startsPhrase(doc, segment.from);
  if (isTitled && !startsPhrase(doc, lead.from) && (!isPerson(scene, lead.name) || TITLE_NOUNS.has(lead.name.figure.words.at(-1)!))) return false;
  switch (name.figure.type) {
    case 'PERSON': return isPerson(scene, name) || (lead.name.figure.type === 'PERSON' && isPerson(scene, lead.name)) || (isBare(lead) && isBare(segment));
    // "the House Energy and Commerce Committee", "Hale and Orr Corporation": one name, unless the second has its own determiner.
    case 'ORGANISATION': return startsPhrase(doc, segment.from) || isSeat(doc, name) || isPerson(scene, lead.name) || (isBare(lead) && lead.name.figure.type === 'ORGANISATION');
    // "the Ministry of Trade and Industry": a word that nothing else tells of.
    case 'UNKNOWN': return isPerson(scene, lead.name) || (isBare(lead) && isBare(segment));
    default: return true;
  }
}

/** Nothing but a name, without title or determiner. */
const isBare = ({ from, to, name }: Segment): boolean => name?.occurrence.from === from && name.occurrence.to === to;

/** "the Kremlin", "NATO": a body that a name without more stands for. */
const isSeat = (doc: Document, { occurrence }: Named): boolean => METONYMS.has(doc.tokens[occurrence.from].lower) || /^\p{Lu}{2,6}$/u.test(occurrence.name);

/** Is it known to be a person by more than the shape of its name? */
const isPerson = ({ rolesOf }: Scene, { figure }: Named): boolean =>
  figure.type === 'PERSON'
  && (figure.gender !== null || MALE_NAMES.has(figure.words[0]) || FEMALE_NAMES.has(figure.words[0]) || (rolesOf.get(figure) ?? []).some(({ head }) => !BODY_NOUNS.has(head)));

/** Does the conjunction before segment `k` go on with what a preposition or clause leads to: "voters in Lund, Bonn | and Ghent"? */
function hasOpenLink(scene: Scene, segments: readonly Segment[], k: number): boolean {
  for (let j = k - 1; j >= 0; j--) {
    const { name } = segments[k];
    if (linkIn(scene.doc, segments[j]) >= 0 && !(j === k - 1 && name && isPerson(scene, name) && leadsToPlace(scene, segments[j]))) return true;
    if (segments[j].after !== 'AND' && !(segments[j].after === 'COMMA' && isBare(segments[j]))) return false;
  }
  return false;
}

/** Where a preposition or clause begins that a conjunction may go on with; -1 where none does. What stands in the name is none. */
function linkIn(doc: Document, { from, to, name }: Segment): number {
  for (let i = from; i < to; i++) {
    if (name && i >= name.occurrence.titleFrom && i < name.occurrence.to) continue;
    const tag = doc.tags[i];
    if (tag === 'PREPOSITION' || tag === 'TO' || tag === 'VERB' || tag === 'AUXILIARY' || doc.tokens[i].lower === 'who') return i;
  }
  return -1;
}

/** "Sen. Reyes of Lund | and Sen. Orr of Bonn": the name behind the preposition is no person's. */
function leadsToPlace(scene: Scene, segment: Segment): boolean {
  const link = linkIn(scene.doc, segment);
  if (!segment.name || !isPerson(scene, segment.name) || !/^(?:of|from)$/u.test(scene.doc.tokens[link].lower)) return false;
  return namesIn(scene, { from: link + 1, to: segment.to }).every((named) => !isPerson(scene, named));
}

/** "Ernst and Young": two bare names that are one, by the list or by the verb behind them. */
function isFirm(doc: Document, segments: readonly Segment[]): boolean {
  if (segments.length !== 2 || !segments.every(isBare)) return false;
  const [a, b] = segments;
  return FIRMS.has(`${doc.tokens[a.from].lower} ${doc.tokens[b.to - 1].lower}`) || /^(?:has|was|is|says|does)$/u.test(doc.tokens[b.to]?.lower ?? '');
}

/** The mention cut at its commas and conjunctions, brackets and quotation marks left whole. */
function segmentsOf(scene: Scene, { from, to }: TokenRange): Segment[] {
  const { doc } = scene;
  const segments: Segment[] = [];
  let start = /^(?:both|neither|either)$/u.test(doc.tokens[from].lower) ? from + 1 : from;
  let after: Segment['after'] = 'NOTHING';
  let depth = 0;
  const close = (end: number): void => {
    if (end > start) segments.push({ from: start, to: end, after, name: namesIn(scene, { from: start, to: end }).find((named) => isHead(scene, start, end, named)) ?? null });
  };
  for (let i = start; i < to; i++) {
    const { text, lower } = doc.tokens[i];
    if (text === '(') depth++;
    if (text === ')') depth--;
    if (depth > 0 || doc.pairOf[i] >= 0) continue;
    const isAnd = lower === 'and' || lower === 'nor';
    if (text !== ',' && !isAnd) continue;
    close(i);
    after = !isAnd ? 'COMMA' : doc.tokens[i - 1]?.text === ',' ? 'AND_CLOSED' : 'AND';
    start = i + 1;
  }
  close(to);
  return segments;
}

/** Is the segment about the name: nothing but what tells more of it stands around? */
function isHead({ doc }: Scene, from: number, to: number, { occurrence }: Named): boolean {
  for (let i = from; i < occurrence.titleFrom; i++) {
    const tag = doc.tags[i];
    if (tag === 'PREPOSITION' || tag === 'TO' || tag === 'VERB' || tag === 'AUXILIARY' || tag === 'ADVERB' || doc.tokens[i].lower === 'who' || isParticiple(doc, i)) return false;
  }
  return occurrence.to >= to || (doc.tags[occurrence.to] !== 'POSSESSIVE' && doc.tags[occurrence.to] !== 'WORD');
}

/** The names that stand in a range as a whole and are known to be somebody's, in order. */
function namesIn({ doc, occurrences, cast }: Scene, { from, to }: TokenRange): Named[] {
  const found: Named[] = [];
  let low = 0;
  let high = occurrences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (occurrences[middle].from >= from) high = middle;
    else low = middle + 1;
  }
  for (let k = low; k < occurrences.length && endsBy(doc, occurrences[k], to); k++) {
    const figure = cast.figureOf[k];
    if (figure) found.push({ occurrence: occurrences[k], figure });
  }
  return found;
}
