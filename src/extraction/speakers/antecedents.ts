/**
 * Stage 5d: whom a pronoun means. Every name before it is scored by distance, by its place in its sentence and by whether
 * its bearer has just been quoted; the best wins where it leads by a margin, else nobody does.
 */
import type { Document } from '../document.js';
import type { Figure, Cast } from './cluster.js';
import { countBefore } from './occurrences.js';
import type { Gender, Occurrence } from './occurrences.js';

export interface Ranked {
  readonly figure: Figure;
  readonly occurrence: Occurrence;
  readonly score: number;
}

export interface Wanted {
  readonly gender: Gender;
  readonly person: boolean;
}

/** By how much the best antecedent must lead, in points of score, to be named. */
export const MARGIN = 0.3;
/** How many sentences back an antecedent may stand. */
const WINDOW_SENTENCES = 8;
/** Weights, tuned on hand-labelled news text: what a name loses with each sentence between, and what its place is worth. */
const WEIGHT = { distance: 0.55, subject: 1.2, sameSentenceSubject: 0.6, quotedSpeaker: 1.3, unknownGender: -1, possessive: -0.5, topicPossessive: 0.9, sameSentenceTopic: 2, object: -0.25, quoted: -1.5, mentions: 0.12, sameParagraph: 1.2, sameParagraphSubject: 0.6 } as const;

/** Names before token `at` that a pronoun could mean, best first, one entry for each bearer. */
export function antecedents(doc: Document, cast: Cast, occurrences: readonly Occurrence[], at: number, sentence: number, wanted: Wanted, lastSpeaker: { figure: Figure; sentence: number } | null): Ranked[] {
  const best = new Map<Figure, Ranked>();
  for (let k = countBefore(occurrences, at) - 1; k >= 0 && sentence - occurrences[k].sentence <= WINDOW_SENTENCES; k--) {
    const occurrence = occurrences[k];
    const own = cast.figureOf[k];
    // A surname that several bear stands for each of them, so that none of them leads by it.
    for (const figure of own ? [own] : cast.rivals.get(occurrence) ?? []) {
      if (!fits(figure, wanted)) continue;
      const score = scoreOf(doc, figure, occurrence, sentence, wanted, lastSpeaker);
      const known = best.get(figure);
      if (!known || score > known.score) best.set(figure, { figure, occurrence, score });
    }
  }
  // Who was quoted last may have been named long before.
  if (lastSpeaker && !best.has(lastSpeaker.figure) && fits(lastSpeaker.figure, wanted) && sentence - lastSpeaker.sentence <= WINDOW_SENTENCES) {
    const occurrence = lastSpeaker.figure.occurrences[0];
    const score = WEIGHT.quotedSpeaker - WEIGHT.distance * (sentence - lastSpeaker.sentence) + WEIGHT.subject;
    if (occurrence.from < at) best.set(lastSpeaker.figure, { figure: lastSpeaker.figure, occurrence, score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || b.occurrence.from - a.occurrence.from);
}

const fits = (figure: Figure, wanted: Wanted): boolean =>
  wanted.person
    ? figure.type === 'PERSON' && (figure.gender === null || wanted.gender === null || figure.gender === wanted.gender)
    : figure.type === 'ORGANISATION';

function scoreOf(doc: Document, figure: Figure, o: Occurrence, sentence: number, wanted: Wanted, lastSpeaker: { figure: Figure; sentence: number } | null): number {
  let score = -WEIGHT.distance * (sentence - o.sentence);
  if (isSubject(doc, o)) score += o.sentence === sentence ? WEIGHT.subject + WEIGHT.sameSentenceSubject : WEIGHT.subject;
  else if (doc.tags[o.to] === 'POSSESSIVE') score += o.from !== doc.sentences[o.sentence].from ? WEIGHT.possessive : WEIGHT.topicPossessive + (o.sentence === sentence ? WEIGHT.sameSentenceTopic : 0);
  else score += WEIGHT.object;
  // "Kofi Hale jumped to his defence. “...,” he said.": a paragraph mostly keeps to whom it began with.
  if (!o.quoted && doc.sentences[o.sentence].paragraph === doc.sentences[sentence].paragraph) score += WEIGHT.sameParagraph + (isSubject(doc, o) ? WEIGHT.sameParagraphSubject : 0);
  if (o.quoted) score += WEIGHT.quoted;
  if (lastSpeaker?.figure === figure && sentence - lastSpeaker.sentence <= 2) score += WEIGHT.quotedSpeaker;
  if (wanted.gender && figure.gender === null) score += WEIGHT.unknownGender;
  return score + WEIGHT.mentions * Math.min(5, figure.occurrences.length);
}

/** Does the name begin its sentence or clause, or stand right before a verb? */
function isSubject(doc: Document, o: Occurrence): boolean {
  const first = doc.sentences[o.sentence].from;
  const before = o.titleFrom - 1;
  const next = doc.tags[o.to];
  if (doc.tags[o.to] === 'POSSESSIVE') return false;
  if (before < first) return true;
  if (next === 'AUXILIARY' || next === 'MODAL' || next === 'VERB' || next === 'ADVERB') return doc.tags[before] !== 'PREPOSITION';
  const word = doc.tokens[o.to]?.lower ?? '';
  if (/(?:ed|said|told|says)$/u.test(word) && doc.tags[o.to] === 'WORD') return doc.tags[before] !== 'PREPOSITION' && doc.tags[before] !== 'TO';
  return doc.tokens[before].text === ',' && doc.tags[before - 1] !== 'NAME' && before - first < 12;
}
