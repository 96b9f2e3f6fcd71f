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

/** Figures and the world around: a head and a tail, each of some words only between names and numbers. */
const HEADS: readonly Wordings[] = [
  ['The bill rose from # to # crowns', 'Where # crowns had been planned, # will be paid'],
  ['About # people live in @', 'The town of @ has some # residents'],
  ['It is case number # for the office in @', 'The @ office has # cases on its desk now'],
  ['Of # firms in @, # have a bad year', '# of the # companies of @ are in trouble this year'],
  ['From @ to @ it is # kilometres', 'The way between @ and @ is # kilometres long'],
  ['A plan by the architect @ would have cost # crowns', '@, an architect, had a plan for # crowns'],
  ['The works at @ employ # men and women', 'At the @ works # people earn their bread'],
  ['Prices at @ went up by # per cent', 'In @ everything is # per cent dearer'],
];
const TAILS: readonly Wordings[] = [
  ['and # years ago the river @ had no bridge at all', 'and over the @ no bridge had led before, # years back'],
  ['as the almanac of @ has it', 'going by the @ almanac'],
  ['more than in @ or @', 'which neither @ nor @ can match'],
  ['while @ gets by on half of that', 'and half as much must do for @'],
  ['the highest number since the year #', 'a record that has stood since #'],
  ['which the paper mill of @ knows well', 'well known at the @ paper mill'],
  ['but the season in @ has only begun', 'though @ is just at the start of its season'],
  ['or # more than in the spring', '# above what the spring had brought'],
];

function figures(random: Random, happening: Happening): Wordings {
  const [head, tail] = [HEADS, TAILS].map((list) => filled(random, happening, random.pick(list)));
  return [`${head[0]}, ${tail[0]}.`, `${capital(tail[1])}: ${head[1]}.`];
}

/** A sentence of a report; a few are phrases that everybody uses. */
export function drawSentence(random: Random, happening: Happening): Wordings {
  if (random.chance(0.05)) return [random.pick(STOCK), random.pick(STOCK)];
  return random.chance(0.2) ? figures(random, happening) : event(random, happening);
}
