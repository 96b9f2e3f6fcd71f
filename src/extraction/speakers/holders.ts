/** Stage 5e: who holds the role that a description names: "the Russian president", "its governor". */
import type { TokenRange } from '../../text/sentences.js';
import type { Document } from '../document.js';
import { DEMONYMS, FEMALE_NOUNS, MALE_NOUNS, METONYMS, OFFICES, TITLE_ABBREVIATIONS, TITLE_NOUNS } from '../lexicon.en.js';
import { antecedents, MARGIN } from './antecedents.js';
import type { Ranked } from './antecedents.js';
import type { Figure } from './cluster.js';
import { countBefore } from './occurrences.js';
import type { Gender } from './occurrences.js';
import { modifiersOf, sameRoot } from './roles.js';
import type { LastSpeaker, Scene } from './scene.js';

export interface Holder {
  readonly figure: Figure | null;
  /** Where nobody is named for it: who it could be, best first. */
  readonly others: readonly Figure[];
}
export const NOBODY_HOLDS: Holder = { figure: null, others: [] };

/** How many sentences ahead somebody may be named for whom the text first gives a role only. */
const AHEAD_SENTENCES = 3;

/** How many sentences somebody who was quoted is still the one who speaks. */
export const SPEAKING_SENTENCES = 2;

const isPossessive = (doc: Document, i: number): boolean => doc.tags[i] === 'POSSESSIVE' && !doc.tokens[i].lower.startsWith("'");

/** "the governor", "its governor": somebody who is known already. */
export const isDefinite = (doc: Document, mention: TokenRange): boolean => /^(?:the|this|that)$/.test(doc.tokens[mention.from].lower) || isPossessive(doc, mention.from);

/**
 * Modifiers must agree; without any, who was named last with that role. "The Russian president" where nobody is known to be
 * Russian is nobody, whoever is left over.
 */
export function byRole(scene: Scene, mention: TokenRange, noun: string, sentence: number, last: LastSpeaker): Holder {
  const { doc } = scene;
  const at = mention.from;
  const head = TITLE_ABBREVIATIONS.get(noun) ?? noun;
  const modifiers = modifiersOf(doc, mention.from, mention.to);
  const gender: Gender = MALE_NOUNS.has(head) ? 'MALE' : FEMALE_NOUNS.has(head) ? 'FEMALE' : null;
  const scored = scene.cast.figures
    .filter((f) => f.type === 'PERSON' && f.occurrences[0].from < at && (gender === null || f.gender === null || f.gender === gender))
    .map((figure) => {
      const roles = scene.rolesOf.get(figure) ?? [];
      const sameHead = roles.some((r) => r.head === head);
      const matched = modifiers.filter((m) => roles.some((r) => r.modifiers.some((n) => sameRoot(m, n)) || sameRoot(m, r.head))).length;
      // "the Azerbaijani president" is not "Putin, the Russian president": the same office, of somebody else.
      const other = sameHead && matched === 0 && modifiers.length > 0 && roles.some((r) => r.head === head && r.modifiers.length > 0) && OFFICES.has(head) ? 1 : 0;
      const strangers = modifiers.length - matched + other;
      const recent = last?.figure === figure && sentence - last.sentence <= 3 ? 1 : 0;
      return { figure, score: (sameHead ? 2 : 0) + 1.5 * matched - strangers + recent, sameHead, matched };
    })
    .filter((c) => c.sameHead ? c.score > 0.5 : c.matched > 0 && head === 'leader')
    .sort((a, b) => b.score - a.score || lastBefore(b.figure, at) - lastBefore(a.figure, at));
  // "Her lawyer": whose it is, is not known; only one lawyer may be there.
  if (isPossessive(doc, at) && scored.length > 1) return { figure: null, others: scored.map((s) => s.figure) };
  if (scored[0]) return { figure: scored[0].figure, others: [] };
  return spokenOf(scene, mention, head, modifiers, gender, sentence, last);
}

/** Nobody holds the role by name: who was spoken of last, where nothing that is known of that person speaks against it. */
function spokenOf(scene: Scene, mention: TokenRange, head: string, modifiers: readonly string[], gender: Gender, sentence: number, last: LastSpeaker): Holder {
  const { doc } = scene;
  const at = mention.from;
  const ranked = OFFICES.has(head) && modifiers.length > 0 ? antecedents(doc, scene.cast, scene.occurrences, at, sentence, { gender, person: true }, last) : [];
  // "Sitting opposite Aliyev, the Russian president said": who is named in what leads up to the phrase is somebody else.
  const first = doc.sentences[sentence].from;
  const ledUpTo = doc.tags[first] === 'PREPOSITION' || /ing$/u.test(doc.tokens[first].lower);
  const apart = (r: Ranked): boolean => ledUpTo && r.figure.occurrences.some((o) => o.from > first && o.to < at && o.sentence === sentence);
  const spoken = ranked.filter((r) => !apart(r));
  const free = spoken.filter((r) => !(scene.rolesOf.get(r.figure) ?? []).some((role) => OFFICES.has(role.head) && role.modifiers.length > 0 && !modifiers.some((m) => role.modifiers.some((n) => sameRoot(m, n)))));
  // Who is only left over because the others hold another office is nobody, and of a nation one must be known to be, unless that
  // person is speaking just now or nobody else has been named at all.
  const leads = free.length > 0 && (free.length === 1 || free[0].score - free[1].score >= MARGIN);
  const speaking = last !== null && last.figure === free[0]?.figure && sentence - last.sentence <= SPEAKING_SENTENCES;
  const alone = scene.cast.figures.filter((f) => f.type === 'PERSON' && f.occurrences[0].from < at).length === 1;
  const known = speaking || alone || ranked.some(apart) || (free[0] === spoken[0] && !modifiers.some(isNation));
  if (leads && known) return { figure: free[0].figure, others: [] };
  return { figure: null, others: ranked.length > 0 ? (free.length > 0 ? free : ranked).map((r) => r.figure) : namedAhead(scene, mention, head, sentence) };
}

/** "russian", "azerbaijani": as far as the lists know nations, by their adjective or by the root of their name. */
function isNation(word: string): boolean {
  if (DEMONYMS.has(word)) return true;
  for (const seat of METONYMS) if (sameRoot(word, seat)) return true;
  return false;
}

/** "The manager of Lund Rovers said so ... Gil Hale told": who is named later with the role, or next, where the words tell of what. */
function namedAhead({ doc, cast, rolesOf }: Scene, { from, to }: TokenRange, head: string, sentence: number): Figure[] {
  const ahead = cast.figures.filter((f) => f.type === 'PERSON' && f.occurrences[0].from >= to);
  const holding = ahead.filter((f) => rolesOf.get(f)?.some((r) => r.head === head));
  if (holding.length > 0 || !TITLE_NOUNS.has(head) || !hasNamedBody(doc, from, to)) return holding;
  return ahead.filter((f) => f.occurrences[0].sentence - sentence <= AHEAD_SENTENCES && !f.occurrences[0].quoted).slice(0, 1);
}

function hasNamedBody(doc: Document, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (doc.tags[i] === 'NAME' && doc.tags[i - 1] === 'PREPOSITION') return true;
  return false;
}

/** The last place before `at` where the name stands, -1 where none does. */
function lastBefore({ occurrences }: Figure, at: number): number {
  const before = countBefore(occurrences, at);
  return before > 0 ? occurrences[before - 1].from : -1;
}
