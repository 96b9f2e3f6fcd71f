/** What people say in the generated news, and how reports render it. */
import type { Random } from './random.js';
import { filled, properName } from './sentences.js';
import type { Happening, Person } from './sentences.js';
import { FEELINGS, HOPES, SPEECHES } from './vocabulary.js';

/** One utterance: reports that render it have a statement in common. */
export interface Speech {
  readonly id: number;
  readonly speaker: Person;
  /** The words, as spoken, without marks and without an end. */
  readonly words: string;
  /** The same in the third person, for "said that". */
  readonly indirect: string;
}

const bare = (text: string): string => text.replace(/^(?:the|a) /, '');

export function drawSpeech(random: Random, happening: Happening, id: number): Speech {
  const speaker = random.pick(happening.people);
  const [verb, participle] = random.pick(happening.topic.promises);
  const one = (text: string): string => filled(random, happening, [text, text])[0];
  const object = bare(filled(random, happening, random.pick(happening.topic.objects))[0].replace(/,$/, ''));
  const [feeling, hope] = [one(random.pick(FEELINGS)), one(random.pick(HOPES))];
  const words = random.pick(SPEECHES).replace('%', verb).replace('^', object).replace('~', hope).replace('=', feeling);
  const indirect = random.chance(0.5) ? `the ${object} would be ${participle} ${hope}` : `they would ${verb} the ${object} ${hope}`;
  return { id, speaker, words, indirect };
}

/** The words up to the last comma, where enough is left. */
function trimmed(words: string): string {
  const cut = words.slice(0, words.lastIndexOf(','));
  return cut.split(' ').length >= LEAST_TRIMMED_WORDS ? cut : words;
}
const LEAST_TRIMMED_WORDS = 7;

export type Rendering = 'DIRECT' | 'TRIMMED' | 'INDIRECT';

/** A paragraph of a report; whoever prints it chooses its own frame. */
export function render(random: Random, { speaker, words, indirect }: Speech, rendering: Rendering): string {
  const full = `${speaker.title} ${speaker.given} ${speaker.surname}`;
  const name = random.pick([full, full, `${speaker.given} ${speaker.surname}`]);
  if (rendering === 'INDIRECT') return random.pick([() => `${name} said ${indirect}.`, () => `According to ${name}, ${indirect}.`, () => `${name} told reporters that ${indirect}.`])();
  const said = rendering === 'TRIMMED' ? trimmed(words) : words;
  const room = properName(random);
  return random.pick([
    () => `“${said},” said ${name}.`,
    () => `“${said},” ${name} told a crowd in ${room}.`,
    () => `${name} said: “${said}.”`,
    () => `Speaking at the ${room} hall, ${name} said, “${said}.”`,
  ])();
}
