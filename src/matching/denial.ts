import type { Word } from '../text/stem.js';
import { isFunctionWord } from '../text/words.js';

/**
 * Which words of a wording are denied? No parser: clauses are cut at signs and conjunctions, and what denies flips the
 * words after it in its clause, so that two denials undo each other.
 *
 *   The filters were never changed on July 2, | and the water was brown.
 *       open         cue   denied                      affirmed
 *   They took no bribes.                           the verb before a "no" is denied with what follows
 *   I do not think | that it is safe.              the part after "that" inherits: denied
 *   Nobody doubts  | that it is safe.              two denials: affirmed
 *   We are not surprised | that it fell.           "surprised" grants what follows: affirmed
 *   It will not open until May.                    denied until: weaker than denied
 */

/**
 * What a word is in a wording, as bits: one that stands there several times can be several. OPEN is a word before "not",
 * mostly what the sentence is about: "The dam is not safe" says nothing for or against the dam.
 */
export const OPEN = 0;
export const AFFIRMED = 1;
export const DENIED = 2;
/** Denied up to a time or a condition: "not until May" says that it is then. */
export const DENIED_UNTIL = 4;

const listed = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that deny their clause. Folded, without apostrophes. */
const DENY_CLAUSE = listed(`
  not never no nobody nothing none nor neither nowhere cannot hardly scarcely rarely seldom
  aint isnt arent wasnt werent dont doesnt didnt havent hasnt hadnt wont wouldnt shouldnt cant couldnt mustnt neednt
  mightnt oughtnt darent shant
`);
/** Those that stand before the verb: "not", "cannot", "isnt"; before the others it stands already: "took no bribes". */
const VERBAL = /^(?:never|hardly|scarcely|rarely|seldom)$|(?:not|nt)$/;
/** Words that deny what follows them. */
const DENY_FOLLOWING = listed('deny denies denied denying doubt doubts doubted doubting unable unwilling impossible');
/** These do so before a "to" only: prices decline, a bank fails. */
const DENY_BEFORE_TO = listed('refuse refuses refused refusing refusal decline declines declined declining fail fails failed failing failure');
/** Pairs of words that deny what follows them. */
const DENY_AS_PAIR = listed('anything_but far_from rule_out rules_out ruled_out ruling_out');
/** Pairs that hold a denying word and deny nothing. */
const NO_DENIAL = listed(`
  no_doubt no_question no_wonder no_matter no_sooner no_secret no_less no_fewer
  without_doubt without_question without_fail without_exception nothing_but none_other
  or_not if_not why_not
`);
/** "not only", "isn't just": more is to come. */
const MORE_TO_COME = listed('only just merely simply solely least');
/** "not to" denies; "not to mention" does not. */
const MENTION = listed('mention say');
/** "no more than", "nothing less than" measure; "no more" denies. */
const COMPARED = listed('more less later longer short fewer better');
/** Verbs and adjectives that grant the clause after their "that", denied or not. */
const GRANTING = listed('surprise surprised surprising know knew known knows forget forgot forgotten regret regrets regretted aware mind realise realised realize realized');
/** A clause begins at these; one that begins with a CARRYING word inherits the denial before it. */
const CUTTING = listed('and but because although though while whereas when if who which whose nor so');
const CARRYING = listed('that whether');
const UNTIL = listed('until till unless before');
/** In words: in a clause that no sign ends, what is farther off is seldom meant. */
const REACH = 12;
/** In words: "without a permit" denies the permit and not the rest. */
const PHRASE_REACH = 4;
const ABBREVIATION = listed('mr mrs ms dr st sen gov gen rep');
/** Signs that end a clause, not those inside a figure or a compound. */
const CLAUSE_END = /[,;:!?…](?:[\s"”’»')]|$)|[—–()]|\s-+\s|--/;
const FULL_STOP = /\.(?:[\s"”’»')]|$)/;

/** All words at which a denial is found; the others are passed over at once. */
const MAY_DENY: ReadonlySet<string> = new Set([...DENY_CLAUSE, ...DENY_FOLLOWING, ...DENY_BEFORE_TO, 'without', ...[...DENY_AS_PAIR].map((pair) => pair.split('_')[1])]);

type Reach = 'CLAUSE' | 'FOLLOWING' | 'PHRASE';

/** How far a word denies what stands around it; null where it denies nothing. */
export function cueAt(words: readonly Word[], i: number): Reach | null {
  const word = words[i].folded;
  if (!MAY_DENY.has(word)) return null;
  const [before, next, afterNext] = [words[i - 1]?.folded, words[i + 1]?.folded, words[i + 2]?.folded];
  const pair = `${word}_${next}`;
  if (DENY_AS_PAIR.has(`${before}_${word}`)) return 'FOLLOWING';
  if (word === 'without') return NO_DENIAL.has(pair) ? null : 'PHRASE';
  if (DENY_BEFORE_TO.has(word)) return next === 'to' ? 'FOLLOWING' : null;
  if (DENY_FOLLOWING.has(word)) return NO_DENIAL.has(`${before}_${word}`) ? null : 'FOLLOWING';
  if (!DENY_CLAUSE.has(word)) return null;
  // "no-fly zone", "No. 10"
  if (next !== undefined && (words[i + 1].gap === '-' || (word === 'no' && /^\d/.test(next)))) return null;
  if (next !== undefined && VERBAL.test(word) && MORE_TO_COME.has(next)) return null;
  if (pair === 'not_to' && afterNext !== undefined && MENTION.has(afterNext)) return null;
  if (NO_DENIAL.has(pair) || NO_DENIAL.has(`${before}_${word}`)) return null;
  if (next !== undefined && COMPARED.has(next) && (afterNext === 'than' || afterNext === 'of')) return null;
  return 'CLAUSE';
}

/** A clause as the half-open range of its words. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly inherits: boolean;
}

interface Cut {
  readonly inherits: boolean;
  /** It is an insertion, and the clause before goes on after it. */
  readonly insertion: boolean;
}

/** Does a new clause begin at the word? Null: it does not. */
function cutAt(words: readonly Word[], i: number): Cut | null {
  const { folded, gap } = words[i];
  const before = words[i - 1];
  if (gap !== ' ') {
    const insertion = i > 1 && VERBAL.test(before.folded) && DENY_CLAUSE.has(before.folded);
    if (CLAUSE_END.test(gap)) return { inherits: CARRYING.has(folded) || insertion, insertion };
    if (FULL_STOP.test(gap) && !ABBREVIATION.has(before.folded)) return { inherits: false, insertion: false };
  }
  if (CARRYING.has(folded)) return { inherits: true, insertion: false };
  const isPair = folded === 'but' && (before.folded === 'anything' || before.folded === 'nothing');
  return CUTTING.has(folded) && !isPair ? { inherits: false, insertion: false } : null;
}

export function clausesOf(words: readonly Word[]): Clause[] {
  const clauses: Clause[] = [];
  let [from, inherits, insertion] = [0, false, false];
  for (let i = 1; i < words.length; i++) {
    const cut = cutAt(words, i);
    if (!cut) continue;
    clauses.push({ from, to: i, inherits });
    // "will not, however, rise": what is denied comes after the insertion.
    [from, inherits] = [i, cut.inherits || insertion];
    insertion = cut.insertion;
  }
  return [...clauses, { from, to: words.length, inherits }];
}

/** The verb before a "no" or "nothing": the nearest word before it that is not grammar; -1 where the clause has none. */
function verbBefore(words: readonly Word[], from: number, cue: number): number {
  for (let i = cue - 1; i >= from; i--) if (!isFunctionWord(words[i].folded)) return i;
  return -1;
}

/** For each word OPEN, AFFIRMED, DENIED or DENIED_UNTIL; null where nothing is denied. O(words). */
export function denialsOf(words: readonly Word[]): Uint8Array | null {
  const cues = words.map((_, i) => cueAt(words, i));
  if (cues.every((cue) => cue === null)) return null;
  const denials = new Uint8Array(words.length);
  let carried = 0;
  for (const { from, to, inherits } of clausesOf(words)) {
    const base = inherits ? carried : 0;
    const odd = new Uint8Array(to - from).fill(base);
    let [open, until, grants] = [from, false, false];
    carried = base;
    for (let i = from; i < to; i++) {
      grants ||= GRANTING.has(words[i].folded);
      until ||= UNTIL.has(words[i].folded);
      const cue = cues[i];
      if (cue === null) continue;
      const end = Math.min(to, i + 1 + (cue === 'PHRASE' ? PHRASE_REACH : REACH));
      for (let j = i + 1; j < end; j++) odd[j - from] ^= 1;
      if (cue === 'PHRASE') continue;
      carried ^= 1;
      if (cue === 'FOLLOWING') continue;
      const verb = VERBAL.test(words[i].folded) ? -1 : verbBefore(words, from, i);
      if (verb >= 0) odd[verb - from] ^= 1;
      open = verb >= 0 ? verb : i;
    }
    for (let i = from; i < to; i++) denials[i] = i < open ? OPEN : odd[i - from] === 0 ? AFFIRMED : until ? DENIED_UNTIL : DENIED;
    if (grants) carried = base;
  }
  return denials;
}

/** What introduces a content and denies it: "He denied that", "She rejected claims that", "They never said that". */
const DENIED_BEFORE =
  /(?:(not |never |n['’]t )?\b(?:den(?:y|ies|ied|ying)|doubt(?:s|ed|ing)?)|\b(?:reject|dismiss|refut|den)(?:s|es|ed|ing|ies|ied|ying)? (?:the |all |any |such )?(?:claims?|allegations?|accusations?|reports?|suggestions?|rumou?rs)|(?:\bnot|\bnever|n['’]t) (?:sa(?:y|id)|claim(?:ed)?|suggest(?:ed)?|promised?))(?: that)?\s*$/iu;
/** UTF-16 units before the content that are looked at. */
const BEFORE_UNITS = 80;

/** Does the text before an indirect content deny it? "never denied" does not. */
export function isDeniedBefore(before: string): boolean {
  const match = DENIED_BEFORE.exec(before.slice(-BEFORE_UNITS));
  return match !== null && match[1] === undefined;
}
