/**
 * Stage 5e: from a mention to who is meant.
 *
 *   1. it holds a name in its head          -> that figure         ("President Marlow", "Hugh Hill, a doctor", "his aide, Ana Reyes")
 *   2. a pronoun                            -> antecedents
 *   3. "the Russian president"              -> the figure with that role
 *   4. "Kremlin officials", "the campaign"  -> a group or body, where its words tell which
 *   5. anything else                        -> nobody, UNNAMED
 */
import type { Span } from '../../text/spans.js';
import type { TokenRange } from '../../text/sentences.js';
import type { Document } from '../document.js';
import { BODY_NOUNS, DOCUMENT_NOUNS, GROUP_NOUNS, PERSON_NOUNS, TITLE_NOUNS } from '../lexicon.en.js';
import { headOf, headToken } from '../heads.js';
import { mentionLeft } from '../mentions.js';
import type { SpeakerType, UnattributedReason } from '../types.js';
import { antecedents, MARGIN } from './antecedents.js';
import type { Ranked } from './antecedents.js';
import { bodyMeant, isPublicBody } from './bodies.js';
import type { Figure } from './cluster.js';
import { byRole, isDefinite, NOBODY_HOLDS, SPEAKING_SENTENCES } from './holders.js';
import { modifiersOf, sameRoot } from './roles.js';
import type { LastSpeaker, Scene } from './scene.js';
import { endsBy, spanOfTokens } from './occurrences.js';
import type { Gender, Occurrence } from './occurrences.js';

export interface Resolution {
  readonly figure: Figure | null;
  /** A group or body that only its words name: the caller makes a speaker of it. */
  readonly named: { readonly name: string; readonly type: SpeakerType; readonly span: Span } | null;
  readonly reason: UnattributedReason | null;
  readonly evidence: readonly (readonly Span[])[];
  readonly ranked: readonly { readonly figure: Figure; readonly confidence: number }[];
  readonly confidence: number;
}

const RELATIVE = /^(?:who|which|that)$/;
const HE: Readonly<Record<string, Gender>> = { he: 'MALE', him: 'MALE', his: 'MALE', she: 'FEMALE', her: 'FEMALE' };
/** Confidence of what is not scored: a full name, a surname, a role. */
const SURE = { fullName: 0.98, partName: 0.92, role: 0.85, described: 0.6, other: 0.3 } as const;
/** Turns the lead of the best over the second into a confidence. */
const leadToConfidence = (lead: number): number => Math.round(100 * (0.5 + 0.45 * (1 - Math.exp(-lead)))) / 100;

const nobody = (reason: UnattributedReason, mention: Span | null, ranked: Resolution['ranked'] = []): Resolution => ({
  figure: null, named: null, reason, evidence: mention ? [[mention]] : [], ranked, confidence: 0,
});

export function resolveMention(scene: Scene, mention: TokenRange, sentence: number, last: LastSpeaker): Resolution {
  const { doc } = scene;
  const span = spanOfTokens(doc, mention.from, mention.to);
  // 1. A name in the head, or in an apposition of it.
  const found = isWork(doc, mention) ? null : namedIn(scene, mention);
  if (found && found.figure === null) return amongRivals(scene, span, found.occurrence, sentence, last);
  if (found) return byName(doc, span, found.figure, found.occurrence);
  const first = doc.tokens[mention.from].lower;
  // 2. A pronoun, alone.
  if (RELATIVE.test(first)) {
    const before = relativeHead(doc, mention.from, sentence);
    if (before) return resolveMention(scene, before, sentence, last);
  }
  if (mention.to - mention.from === 1) {
    if (first in HE) return byRank(doc, span, antecedents(doc, scene.cast, scene.occurrences, mention.from, sentence, { gender: HE[first], person: true }, last));
    if (first === 'it') return byRank(doc, span, antecedents(doc, scene.cast, scene.occurrences, mention.from, sentence, { gender: null, person: false }, last));
    if (doc.tags[mention.from] === 'PRONOUN') return nobody('UNNAMED', span);
  }
  return byDescription(scene, mention, sentence, span, last);
}

/** What "who" or "which" at `pronoun` goes back to: "Orr, who", "Orr — who"; of "Quill and Orr, who" the last. */
function relativeHead(doc: Document, pronoun: number, sentence: number): TokenRange | null {
  const isSetOff = doc.tags[pronoun - 1] === 'SIGN' && /^(?:,|—|–|--)$/u.test(doc.tokens[pronoun - 1].text);
  const end = isSetOff ? pronoun - 1 : pronoun;
  const before = mentionLeft(doc, doc.sentences[sentence], end);
  if (!before || before.from >= pronoun || RELATIVE.test(doc.tokens[before.from].lower) || (before.to - before.from === 1 && doc.tags[before.from] !== 'NAME')) return null;
  let from = before.to - 2;
  while (from > before.from && doc.tokens[from].lower !== 'and' && doc.tokens[from].text !== ',') from--;
  const last = doc.tokens[from]?.lower === 'and' && from > before.from ? { from: from + 1, to: before.to } : before;
  if (doc.tags[end - 1] !== 'NAME' || canSpeak(doc, last)) return last;
  // "an issue for Ana Quill, who": no issue speaks.
  let name = end - 1;
  while (name > last.from && doc.tags[name - 1] === 'NAME') name--;
  return { from: name, to: end };
}

/** Is the head of the phrase somebody or a body? */
function canSpeak(doc: Document, { from, to }: TokenRange): boolean {
  const head = headOf(doc, from, to);
  return head === null || TITLE_NOUNS.has(head) || PERSON_NOUNS.has(head) || BODY_NOUNS.has(head) || GROUP_NOUNS.has(head);
}

/** The name that the phrase is about: not the one behind a preposition or a possessive. */
function namedIn(scene: Scene, mention: TokenRange): { figure: Figure; occurrence: Occurrence } | { figure: null; occurrence: Occurrence } | null {
  const { doc, occurrences, cast } = scene;
  let low = 0;
  let high = occurrences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (occurrences[middle].to > mention.from) high = middle;
    else low = middle + 1;
  }
  for (let k = low; k < occurrences.length && occurrences[k].from < mention.to; k++) {
    const o = occurrences[k];
    const figure = cast.figureOf[k];
    if ((!figure && !cast.rivals.has(o)) || !endsBy(doc, o, mention.to)) continue;
    const next = o.to < mention.to ? o.to : -1;
    // "Quill's" of "Quill's claim": the whole mention is a possessive.
    const isPossessor = o.to + 1 === mention.to && doc.tags[o.to] === 'POSSESSIVE' && (o.titleFrom === mention.from || !canSpeak(doc, mention));
    if (isPossessor) return { figure, occurrence: o };
    // "Trump's aide", "Kremlin officials": the name only says which.
    if (next >= 0 && (doc.tags[next] === 'POSSESSIVE' || doc.tags[next] === 'WORD')) continue;
    if (behindPreposition(doc, mention, o.titleFrom) || sharesNoun(doc, mention, o, occurrences[k + 1])) continue;
    return { figure, occurrence: o };
  }
  return null;
}

/** "Trump and Clinton supporters", "Hale and Orr's lawyers": two names of one shape that only say which of many. */
function sharesNoun(doc: Document, mention: TokenRange, o: Occurrence, next: Occurrence | undefined): boolean {
  if (doc.tokens[o.to]?.lower !== 'and' || next?.titleFrom !== o.to + 1 || next.to >= mention.to || next.to - next.from !== o.to - o.from) return false;
  const noun = headToken(doc, next.to, mention.to);
  return noun >= 0 && (doc.tags[next.to] === 'POSSESSIVE' || doc.tags[next.to] === 'WORD') && (GROUP_NOUNS.has(doc.tokens[noun].lower) || /s$/u.test(doc.tokens[noun].lower));
}

/** A surname that several bear: the one who was quoted last, if just now, else nobody. */
function amongRivals({ doc, cast }: Scene, span: Span, occurrence: Occurrence, sentence: number, last: LastSpeaker): Resolution {
  const rivals = cast.rivals.get(occurrence) ?? [];
  const speaking = last !== null && sentence - last.sentence <= SPEAKING_SENTENCES ? rivals.find((f) => f === last.figure) : undefined;
  return speaking ? byName(doc, span, speaking, occurrence) : nobody('AMBIGUOUS', span, rivals.map((figure) => ({ figure, confidence: SURE.other })));
}

function behindPreposition(doc: Document, mention: TokenRange, from: number): boolean {
  for (let i = from - 1; i >= mention.from; i--) {
    if (doc.tokens[i].text === ',') return i + 1 < from && doc.tags[i + 1] !== 'POSSESSIVE' ? hasPrepositionBetween(doc, i + 1, from) : false;
    if (doc.tags[i] === 'PREPOSITION' || doc.tokens[i].lower === 'who' || doc.tags[i] === 'TO') return true;
  }
  return false;
}

function hasPrepositionBetween(doc: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (doc.tags[i] === 'PREPOSITION' || doc.tags[i] === 'TO') return true;
  return false;
}

function byName(doc: Document, mention: Span, figure: Figure, occurrence: Occurrence): Resolution {
  const own = spanOfTokens(doc, occurrence.from, occurrence.to);
  const full = figure.fullest;
  const evidence: Span[][] = [[mention]];
  if (full !== occurrence && full.name !== occurrence.name) evidence.push([spanOfTokens(doc, full.from, full.to)]);
  else if (own.start !== mention.start || own.end !== mention.end) evidence.push([own]);
  const confidence = full.name === occurrence.name ? SURE.fullName : SURE.partName;
  return { figure, named: null, reason: null, evidence, ranked: [{ figure, confidence }], confidence };
}

function byRank(doc: Document, mention: Span, ranked: readonly Ranked[]): Resolution {
  if (ranked.length === 0) return nobody('UNNAMED', mention);
  const lead = ranked.length > 1 ? ranked[0].score - ranked[1].score : 2;
  const confidence = leadToConfidence(Math.max(0, lead));
  const candidates = ranked.slice(0, 5).map(({ figure, score }) => ({ figure, confidence: Math.round(100 * confidence * Math.exp(score - ranked[0].score)) / 100 }));
  if (lead < MARGIN) return nobody('AMBIGUOUS', mention, candidates);
  const { figure, occurrence } = ranked[0];
  const evidence: Span[][] = [[mention], [spanOfTokens(doc, occurrence.from, occurrence.to)]];
  const full = figure.fullest;
  if (full.name !== occurrence.name) evidence.push([spanOfTokens(doc, full.from, full.to)]);
  return { figure, named: null, reason: null, evidence, ranked: candidates, confidence };
}

/** "the Russian president", "Kremlin officials", "the ministry", "the report". */
function byDescription(scene: Scene, mention: TokenRange, sentence: number, span: Span, last: LastSpeaker): Resolution {
  const { doc } = scene;
  const head = headOf(doc, mention.from, mention.to);
  if (!head) return nobody('UNNAMED', span);
  const definite = isDefinite(doc, mention);
  const modifiers = modifiersOf(doc, mention.from, mention.to);
  if (TITLE_NOUNS.has(head) || PERSON_NOUNS.has(head)) {
    const { figure, others } = definite ? byRole(scene, mention, head, sentence, last) : NOBODY_HOLDS;
    if (!figure) return others.length > 0 ? nobody('AMBIGUOUS', span, others.map((o) => ({ figure: o, confidence: SURE.other }))) : nobody('UNNAMED', span);
    const role = scene.rolesOf.get(figure)?.find((r) => r.head === head || modifiers.some((m) => r.modifiers.some((n) => sameRoot(m, n))));
    const full = figure.fullest;
    return {
      figure, named: null, reason: null, confidence: SURE.role, ranked: [{ figure, confidence: SURE.role }],
      evidence: [[span], ...(role ? [[role.span]] : []), [spanOfTokens(doc, full.from, full.to)]],
    };
  }
  const hasName = containsName(doc, mention);
  const isPublic = isPublicBody(doc, mention);
  if (isPublic || BODY_NOUNS.has(head) || DOCUMENT_NOUNS.has(head)) {
    const type: SpeakerType = isPublic || BODY_NOUNS.has(head) ? 'ORGANISATION' : 'DOCUMENT';
    if (type === 'ORGANISATION' && !hasName) {
      const owner = HE[doc.tokens[mention.from].lower] && doc.tags[mention.from] === 'POSSESSIVE' ? ownedBody(scene, mention, sentence, last) : null;
      if (owner) return owner;
      const body = definite ? bodyMeant(scene, head, mention.from, sentence) : null;
      if (body) return { ...byName(doc, span, body, body.occurrences[0]), confidence: SURE.role };
      if (isPublic) return described(doc, mention, type, span);
    }
    return hasName || (type === 'DOCUMENT' && hasAuthor(doc, mention)) ? described(doc, mention, type, span) : nobody('UNNAMED', span);
  }
  if (GROUP_NOUNS.has(head) && hasName) return described(doc, mention, 'GROUP', span);
  return nobody('UNNAMED', span);
}

/** "her office": the body of whom the pronoun means, named after that person. */
function ownedBody(scene: Scene, mention: TokenRange, sentence: number, last: LastSpeaker): Resolution | null {
  const { doc } = scene;
  // "his wife's campaign" is not his.
  for (let i = mention.from + 1; i < mention.to; i++) if (doc.tags[i] === 'POSSESSIVE' || doc.tags[i] === 'PREPOSITION') return null;
  const span = spanOfTokens(doc, mention.from, mention.to);
  const owner = byRank(doc, span, antecedents(doc, scene.cast, scene.occurrences, mention.from, sentence, { gender: HE[doc.tokens[mention.from].lower], person: true }, last));
  if (!owner.figure) return nobody(owner.reason ?? 'UNNAMED', span, owner.ranked);
  const rest = described(doc, { from: mention.from + 1, to: mention.to }, 'ORGANISATION', span);
  const surname = owner.figure.fullest.name.split(/\s+/u).at(-1)!;
  return { ...rest, named: { ...rest.named!, name: `${surname}'s ${rest.named!.name}`, span }, evidence: owner.evidence };
}

/** "a study by a sociologist, Ana Reyes": the study speaks, whoever is named behind it. */
const isWork = (doc: Document, mention: TokenRange): boolean => DOCUMENT_NOUNS.has(headOf(doc, mention.from, mention.to) ?? '') && hasAuthor(doc, mention);

/** "a report by the county laboratory" tells which report it is. */
function hasAuthor(doc: Document, mention: TokenRange): boolean {
  for (let i = mention.from + 1; i + 1 < mention.to; i++) if (doc.tokens[i].lower === 'by') return true;
  return false;
}

/** Is a name part of the description? "the men who voted for Orr" are described by none. */
function containsName(doc: Document, mention: TokenRange): boolean {
  for (let i = mention.from; i < mention.to && doc.tokens[i].lower !== 'who'; i++) if (doc.tags[i] === 'NAME' && !GROUP_NOUNS.has(doc.tokens[i].lower)) return true;
  return false;
}

/** A group or body named by its description, up to its first comma or relative clause, without determiner. */
function described(doc: Document, mention: TokenRange, type: SpeakerType, span: Span): Resolution {
  let from = mention.from;
  while (doc.tags[from] === 'DETERMINER' && from < mention.to - 1) from++;
  let to = from;
  while (to < mention.to && doc.tokens[to].text !== ',' && doc.tokens[to].lower !== 'who') to++;
  const own = spanOfTokens(doc, from, Math.max(to, from + 1));
  return {
    figure: null, named: { name: doc.text.slice(own.start, own.end).replace(/\s+/gu, ' '), type, span: own }, reason: null, evidence: [[span]], ranked: [], confidence: SURE.described,
  };
}
