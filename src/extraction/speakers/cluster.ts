/** Stage 5b: the names of an article gathered into those who bear them: the surname to the full name, the acronym to itself. */
import { speakerKey } from '../../text/names.js';
import type { Document } from '../document.js';
import { BODY_NOUNS, FEMALE_NAMES, GROUP_NOUNS, MALE_NAMES, METONYMS, PLACE_NOUNS, VERBS } from '../lexicon.en.js';
import type { SpeakerType } from '../types.js';
import { headOf } from '../heads.js';
import { phraseRight } from '../mentions.js';
import type { Gender, Occurrence } from './occurrences.js';

export interface Figure {
  name: string;
  type: SpeakerType;
  gender: Gender;
  /** In the order of the text. */
  readonly occurrences: Occurrence[];
  readonly words: readonly string[];
  /** The occurrence with the longest form of the name. */
  fullest: Occurrence;
}

/** "ORR:" over a turn of a transcript is a surname in capitals, "NBC:" hardly. */
const VOWEL = /[AEIOUY]/;
const ACRONYM = /^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,})$/u;

export interface Cast {
  readonly figures: Figure[];
  /** By occurrence, in order; null where two share the name and nothing tells them apart. */
  readonly figureOf: readonly (Figure | null)[];
  /** By occurrence: those who share the name where nothing tells them apart, the one named last first. */
  readonly rivals: ReadonlyMap<Occurrence, readonly Figure[]>;
}

/** How many times as often as all others of the name somebody must have been named to be meant by it alone. */
const PROMINENCE = 4;

/**
 * 1. full names make figures  2. a single word goes to the figure that bears it as surname, else as given name;
 * where several do, a title decides, then who has just been named in full or is named far more often, else nobody does
 * 3. the rest are figures of their own
 */
export function castOf(doc: Document, occurrences: readonly Occurrence[]): Cast {
  const byKey = new Map<string, Figure>();
  const figures: Figure[] = [];
  const keyOf = new Map<string, string>();
  for (const { name } of occurrences) if (!keyOf.has(name)) keyOf.set(name, speakerKey(name));
  const keys = occurrences.map((o) => keyOf.get(o.name)!);
  const make = (key: string, o: Occurrence): Figure => {
    const words = key.split(' ');
    const figure: Figure = { name: o.name, type: typeOf(doc, o, words), gender: o.gender ?? genderOf(words), occurrences: [], words, fullest: o };
    byKey.set(key, figure);
    figures.push(figure);
    return figure;
  };
  occurrences.forEach((o, i) => {
    if (!keys[i].includes(' ')) return;
    const figure = byKey.get(keys[i]) ?? make(keys[i], o);
    if (o.gender) figure.gender = o.gender;
    if (o.titleFrom < o.from && figure.type === 'UNKNOWN') figure.type = 'PERSON';
  });
  absorbParts(byKey, figures);
  const bodies = new Set(occurrences.flatMap((o, i) => (isBodyHere(doc, o) ? [keys[i]] : [])));
  for (const figure of figures) if (bodies.has(figure.words.join(' ')) && !isGivenName(figure.words)) figure.type = 'ORGANISATION';
  const bySurname = index(figures.filter((f) => f.type === 'PERSON'), (f) => f.words.at(-1)!);
  // "Mr. Orr" beside Ana Orr alone: another of the name, who has no full one here.
  occurrences.forEach((o, i) => {
    const bearers = bySurname.get(keys[i]);
    if (!o.gender || !bearers || bearers.some((f) => f.gender === null || f.gender === o.gender)) return;
    bearers.push(make(keys[i], o));
  });
  const byGiven = index(figures.filter((f) => f.type === 'PERSON'), (f) => f.words[0]);
  const seen: Seen = { last: new Map(), full: new Map(), titles: new Map() };
  const rivals = new Map<Occurrence, readonly Figure[]>();
  const figureOf = occurrences.map((o, i): Figure | null => {
    const key = keys[i];
    if (!key) return null;
    let figure: Figure | null = byKey.get(key) ?? null;
    if (!key.includes(' ')) {
      const bearers = bySurname.get(key) ?? (o.titleFrom === o.from ? byGiven.get(key) : undefined) ?? [];
      const fitting = bearers.length > 0 ? choose(doc, bearers, o, seen) : [];
      if (fitting.length > 1) {
        rivals.set(o, fitting);
        return null;
      }
      figure = fitting[0] ?? figure ?? make(key, o);
      if (figure.type === 'UNKNOWN' && bodies.has(key)) figure.type = 'ORGANISATION';
    }
    if (figure) {
      figure.occurrences.push(o);
      if (o.name.length > figure.fullest.name.length) figure.fullest = o;
      if (o.gender) figure.gender = o.gender;
      if (figure.type === 'UNKNOWN' && (o.gender || speaks(doc, o))) figure.type = 'PERSON';
      seen.last.set(figure, i);
      if (key.includes(' ')) seen.full.set(figure, o.sentence);
      if (o.titleFrom < o.from) seen.titles.set(figure, (seen.titles.get(figure) ?? new Set()).add(titleOf(doc, o)));
    }
    return figure;
  });
  return { figures: figures.filter((f) => f.occurrences.length > 0), figureOf, rivals };
}

const isGivenName = (words: readonly string[]): boolean => MALE_NAMES.has(words[0]) || FEMALE_NAMES.has(words[0]);

/**
 * Does the text around a name tell that it is a body? "Tarn, the water company,"; "the operator, Tarn Lines,";
 * "Tarn, which owns"; "chief executive of Tarn"; "Tarn said that it was".
 */
function isBodyHere(doc: Document, o: Occurrence): boolean {
  if (o.gender || o.quoted || o.titleFrom < o.from) return false;
  const { tokens, tags } = doc;
  const word = (i: number): string => tokens[i]?.lower ?? '';
  if (word(o.to) === ',') {
    if (word(o.to + 1) === 'which') return true;
    if (tags[o.to + 1] === 'DETERMINER' || tags[o.to + 1] === 'POSSESSIVE') {
      const head = headOf(doc, o.to + 1, phraseRight(doc, o.to + 1, doc.sentences[o.sentence].to));
      if (head && BODY_NOUNS.has(head)) return true;
    }
  }
  if (word(o.from - 1) === ',' && BODY_NOUNS.has(word(o.from - 2)) && tags[o.from - 2] === 'WORD' && (word(o.to) === ',' || tags[o.to] === 'SIGN')) return true;
  if (word(o.from - 1) === 'of' && LED_BODY.test(word(o.from - 2)) && tags[o.from - 2] === 'WORD') return true;
  let after = o.to;
  if (!/^(?:said|says|announced)$/.test(word(after))) return false;
  after++;
  if (word(after) === 'that') after++;
  return word(after) === 'it' && (tags[after + 1] === 'AUXILIARY' || tags[after + 1] === 'MODAL') && !/^(?:is|was|would)$/.test(word(after + 1));
}
/** "chief executive of Tarn": who leads a body, not a country or a person. */
const LED_BODY = /^(?:executive|shareholders?|subsidiary|customers?|employees?|co-founder)$/;

/** A verb of saying right behind it: what speaks and is no known body is mostly a person. */
const speaks = (doc: Document, o: Occurrence): boolean => !o.definite && VERBS.get(doc.tokens[o.to]?.lower ?? '')?.forms.has('PAST') === true && doc.tokens[o.to].kind === 'WORD';

/** "Guajardo Villarreal" is "Ildefonso Guajardo Villarreal": a name that ends a longer one leads to it. */
function absorbParts(byKey: Map<string, Figure>, figures: Figure[]): void {
  const longer = new Map<string, Figure>();
  for (const figure of figures) if (figure.words.length > 2 && figure.type !== 'ORGANISATION') longer.set(figure.words.slice(1).join(' '), figure);
  for (const [key, figure] of [...byKey]) {
    const whole = longer.get(key);
    if (whole && whole !== figure && figure.type !== 'ORGANISATION') byKey.set(key, whole);
  }
}

/** Most figures of one name among which a name alone is looked up: no article names so many, and each would be looked at each time. */
const MOST_NAMESAKES = 50;

function index(figures: readonly Figure[], keyOf: (figure: Figure) => string): Map<string, Figure[]> {
  const map = new Map<string, Figure[]>();
  for (const figure of figures) {
    const bearers = map.get(keyOf(figure));
    if (!bearers) map.set(keyOf(figure), [figure]);
    else if (bearers.length < MOST_NAMESAKES) bearers.push(figure);
  }
  return map;
}

/** What has been read so far of each figure. */
interface Seen {
  readonly last: Map<Figure, number>;
  /** The sentence in which the full name last stood. */
  readonly full: Map<Figure, number>;
  readonly titles: Map<Figure, Set<string>>;
}

const titleOf = (doc: Document, o: Occurrence): string => doc.tokens[o.from - 1].text === '.' ? doc.tokens[o.from - 2].lower : doc.tokens[o.from - 1].lower;

/**
 * Among those who share a name: 1. by the gender of the title  2. by the title  3. who has been named at all; where none
 * was yet, who has but the surname, else the first one  4. who alone was named in full in this sentence or the one before  5. who is named far more often.
 * Several: nothing tells, the one named last first.
 */
function choose(doc: Document, bearers: readonly Figure[], o: Occurrence, { last, full, titles }: Seen): readonly Figure[] {
  const gendered = o.gender ? bearers.filter((f) => f.gender === null || f.gender === o.gender) : bearers;
  if (gendered.length <= 1) return gendered;
  if (o.titleFrom < o.from) {
    const titled = gendered.filter((f) => titles.get(f)?.has(titleOf(doc, o)));
    if (titled.length === 1) return titled;
  }
  const known = gendered.filter((f) => last.has(f)).sort((a, b) => last.get(b)! - last.get(a)!);
  // Nobody yet, as in a headline: the one whom the text names by title alone, else the first.
  if (known.length === 0) return [gendered.find((f) => f.words.length === 1) ?? gendered[0]];
  const recent = known.filter((f) => o.sentence - (full.get(f) ?? -Infinity) <= 1);
  if (recent.length === 1) return recent;
  const all = known.reduce((sum, f) => sum + f.occurrences.length, 0);
  const prominent = known.find((f) => f.occurrences.length >= PROMINENCE * (all - f.occurrences.length));
  return prominent ? [prominent] : known;
}

function typeOf(doc: Document, o: Occurrence, words: readonly string[]): SpeakerType {
  const last = words.at(-1)!;
  if (o.gender) return 'PERSON';
  if (GROUP_NOUNS.has(last)) return 'GROUP';
  const given = MALE_NAMES.has(words[0]) || FEMALE_NAMES.has(words[0]);
  if (METONYMS.has(words.join(' ')) || METONYMS.has(doc.tokens[o.from].lower) && o.to - o.from === 1) return 'ORGANISATION';
  if (BODY_NOUNS.has(last) && !(given && words.length === 2)) return 'ORGANISATION';
  if (words.length > 1 && words.some((w) => BODY_NOUNS.has(w)) && !given) return 'ORGANISATION';
  if (/\b(?:of|for|and|&)\b/u.test(o.name)) return 'ORGANISATION';
  if (o.titleFrom < o.from || given) return 'PERSON';
  // "Mill Street": a place is neither, unless it turns out to speak.
  if (words.length > 1 && PLACE_NOUNS.has(last)) return 'UNKNOWN';
  if (ACRONYM.test(o.name)) return doc.tokens[o.to]?.text === ':' && o.name.length > 3 && VOWEL.test(o.name) ? 'PERSON' : 'ORGANISATION';
  if (o.definite) return 'ORGANISATION';
  return words.length >= 2 && words.length <= 4 ? 'PERSON' : 'UNKNOWN';
}

function genderOf(words: readonly string[]): Gender {
  const male = MALE_NAMES.has(words[0]);
  const female = FEMALE_NAMES.has(words[0]);
  return male === female ? null : male ? 'MALE' : 'FEMALE';
}
