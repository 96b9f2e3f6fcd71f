/** Sentences of the generated news, in the agency's wording and in another one. */
import type { Random } from './random.js';
import { ADJECTIVES, GIVEN, PLACES, STOCK, SYLLABLES, TIMES, TITLES } from './vocabulary.js';
import type { Topic, Wordings } from './vocabulary.js';

/** A name that is hardly ever drawn twice. */
export function properName(random: Random): string {
  const name = Array.from({ length: random.whole(2, 3) }, () => random.pick(SYLLABLES)).join('');
  return name[0].toUpperCase() + name.slice(1);
}

export interface Person {
  readonly title: string;
  readonly given: string;
  readonly surname: string;
}

export const drawPerson = (random: Random): Person => ({ title: random.pick(TITLES), given: random.pick(GIVEN), surname: properName(random) });

/** What happened, to whom: reports of one happening share its topic, places and people, and nothing of their wording. */
export interface Happening {
  readonly topic: Topic;
  /** Names that its reports draw on beside new ones. */
  readonly names: readonly string[];
  readonly people: readonly Person[];
}

export const drawHappening = (random: Random, topic: Topic): Happening =>
  ({ topic, names: Array.from({ length: 6 }, () => properName(random)), people: Array.from({ length: 3 }, () => drawPerson(random)) });

/** How often a name is one of the happening's own. */
const KNOWN_NAME = 0.4;

/** Fills # and @, both wordings alike. */
export function filled(random: Random, { names }: Happening, wordings: Wordings): Wordings {
  const drawn: string[] = [];
  const other: string[] = [];
  const fill = (text: string): string => {
    let [name, number] = [0, 0];
    return text.replace(/[#@]/g, (sign) => {
      if (sign === '@') return (drawn[name++] ??= random.chance(KNOWN_NAME) ? random.pick(names) : properName(random));
      return (other[number++] ??= String(random.whole(3, 28) * random.pick([1, 1, 7, 10, 100])));
    });
  };
  return [fill(wordings[0]), fill(wordings[1])];
}

const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);

/** Who did what, where, when and why; the other wording turns it into the passive and moves the parts. */
function event(random: Random, happening: Happening): Wordings {
  const { topic } = happening;
  const draw = (list: readonly Wordings[]): Wordings => filled(random, happening, random.pick(list));
  const [agent, object, reason, place, time] = [draw(topic.agents), draw(topic.objects), draw(topic.reasons), draw(PLACES), draw(TIMES)];
  const [past, participle, otherPast, otherParticiple] = random.pick(topic.verbs);
  const was = /^#|\d|s$|s /.test(object[0].split(' of ')[0]) ? 'were' : 'was';
  const plain = random.pick([
    () => `${agent[0]} ${past} ${object[0]} ${place[0]} ${time[0]}, ${reason[0]}.`,
    () => `${time[0]}, ${agent[0]} ${past} ${object[0]} ${place[0]} ${reason[0]}.`,
    () => `${object[0]} ${was} ${participle} by ${agent[0]} ${time[0]} ${reason[0]}.`,
    () => `${reason[0]}, ${agent[0]} ${past} ${object[0]} ${time[0]}.`,
    () => `In a ${random.pick(ADJECTIVES)} step ${agent[0]} ${place[0]} ${past} ${object[0]}, ${reason[0]}.`,
  ])();
  const reworded = plain.startsWith(object[0])
    ? `${capital(reason[1])}, ${time[1]} ${agent[1]} ${otherPast} ${object[1]}.`
    : `${object[1]} ${was} ${otherParticiple} ${time[1]} by ${agent[1]}, ${reason[1]}.`;
  return [capital(plain), capital(reworded)];
}

const FIGURES: readonly Wordings[] = [
  ['The bill for all of it rose from # to # crowns, or by # per cent, for the first time since the works at @ began.', 'For the first time since @ works began, the bill grew: # crowns had been planned, # will be paid, # per cent more.'],
  ['About # people live in @, a town on the river @ that had # inhabitants a generation ago.', 'The river town of @ has some # residents; on the @ there were # when their parents were young.'],
  ['It is the #th such case in the region since @ began to keep a register in the year #.', 'A register, begun by @ in the year #, has # cases of the sort for the region.'],
  ['Of # firms in the register of the chamber in @, # have a worse year than usual and # are short of people.', 'The @ chamber wrote to # companies; # have a bad year, and # lack staff.'],
  ['The road from @ to @ is # kilometres long and was last repaired # years ago.', 'Last mended # years back, the # kilometres between @ and @ are a long drive.'],
  ['A rival plan by the architect @ would have cost # crowns more and taken # months.', '@, an architect, had a plan too: # crowns dearer, with # months of work.'],
];

/** A sentence of a report; a few are phrases that everybody uses. */
export function drawSentence(random: Random, happening: Happening): Wordings {
  if (random.chance(0.05)) return [random.pick(STOCK), random.pick(STOCK)];
  return random.chance(0.2) ? filled(random, happening, random.pick(FIGURES)) : event(random, happening);
}
