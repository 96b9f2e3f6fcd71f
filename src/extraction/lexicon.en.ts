/** The English that the engine knows: everything that assumes the language stands here and in the lists beside. */
import type { Frame, VerbEntry, VerbForm, VerbReading } from './lexicon.js';
import { ATTITUDE, BARE_CLAUSE, FRAMES, IRREGULAR, PERCEIVING, PLAIN_OBJECT, SHOWING, WRITING } from './lexicon.en/verbs.js';

export * from './lexicon.en/words.js';
export * from './lexicon.en/people.js';
export * from './lexicon.en/noise.js';

const VOWEL = /[aeiou]/;

/** The forms of a verb by the rules of spelling, where IRREGULAR does not say otherwise. */
export function formsOf(verb: string): Record<Exclude<VerbForm, 'BASE'>, string> {
  const irregular = IRREGULAR[verb] ?? ['', '', '', ''];
  const consonantY = /[^aeiou]y$/.test(verb);
  const third = consonantY ? `${verb.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const past = consonantY ? `${verb.slice(0, -1)}ied` : verb.endsWith('e') ? `${verb}d` : `${verb}ed`;
  const ing = verb.endsWith('e') && VOWEL.test(verb.slice(0, -1)) && !/[eoy]e$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${verb}ing`;
  return { THIRD: irregular[0] || third, PAST: irregular[1] || past, PARTICIPLE: irregular[2] || past, ING: irregular[3] || ing };
}

function buildVerbs(): ReadonlyMap<string, VerbReading> {
  const frames = new Map<string, Set<Frame>>();
  for (const [frame, lemmas] of Object.entries(FRAMES) as [Frame, readonly string[]][]) {
    for (const lemma of lemmas) frames.set(lemma, (frames.get(lemma) ?? new Set()).add(frame));
  }
  const writing = new Set(WRITING);
  const attitude = new Set(ATTITUDE);
  const readings = new Map<string, { forms: Set<VerbForm>; entries: VerbEntry[] }>();
  for (const [lemma, set] of frames) {
    const [verb, ...particles] = lemma.split('_');
    const manner = attitude.has(lemma) ? 'ATTITUDE' : writing.has(verb) ? 'WRITING' : 'SPEECH';
    const entry: VerbEntry = { lemma, particles, frames: set, manner };
    for (const [form, word] of [['BASE', verb], ...Object.entries(formsOf(verb))] as [VerbForm, string][]) {
      const reading = readings.get(word) ?? { forms: new Set(), entries: [] };
      reading.forms.add(form);
      if (!reading.entries.includes(entry)) reading.entries.push(entry);
      readings.set(word, reading);
    }
  }
  for (const reading of readings.values()) reading.entries.sort((a, b) => b.particles.length - a.particles.length);
  return readings;
}

/** Every form of every reporting verb. */
export const VERBS: ReadonlyMap<string, VerbReading> = buildVerbs();

/** Lemmas after which a clause needs no "that". */
export const BARE_CLAUSE_VERBS: ReadonlySet<string> = new Set(BARE_CLAUSE);

/** Those among them that take a plain object as well, which they do not report. */
export const PLAIN_OBJECT_VERBS: ReadonlySet<string> = new Set(PLAIN_OBJECT);

/** Lemmas whose subject may be a thing; then they report nothing. */
export const SHOWING_VERBS: ReadonlySet<string> = new Set(SHOWING);

/** Lemmas of which a thing is what was perceived, and only a clause what was learned. */
export const PERCEIVING_VERBS: ReadonlySet<string> = new Set(PERCEIVING);
