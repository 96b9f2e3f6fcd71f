import { quantitiesOf } from '../text/numbers.js';
import type { Quantity } from '../text/numbers.js';
import { familiesOf, isFunctionWord, wordWeight } from '../text/words.js';
import { denialsOf } from './denial.js';
import { inMarks } from './marks.js';
import { wordFormsOf, wordsOf } from '../text/stem.js';
import type { Word, WordForms } from '../text/stem.js';

/** A content word of a wording. */
export interface Term {
  readonly stem: string;
  readonly weight: number;
  /** Weaker names of the term: the root of a name, the families of interchangeable words. */
  readonly kin: readonly string[];
  /** As first written. */
  readonly shown: string;
}

/** The content words of a text, in no order. */
export interface TermSet {
  readonly terms: ReadonlyMap<string, Term>;
  /** Every kin of every term, with the weight of the heaviest that has it. */
  readonly kin: ReadonlyMap<string, number>;
  readonly weight: number;
}

/** A wording made ready to be compared. */
export interface Wording extends TermSet {
  /** Folded words in order, grammar included; at most WORDS_READ. */
  readonly words: readonly string[];
  /** Where each of them stands among the others, ascending. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Stems of the content words in order, for shingles. */
  readonly order: readonly string[];
  readonly quantities: readonly Quantity[];
  /** Telling words that are capitalised where nothing begins. */
  readonly names: readonly Term[];
  /** Telling stems inside quotation marks: words that are marked as the speaker's own. */
  readonly quoted: ReadonlySet<string>;
  /** What each word is denied or affirmed, as bits: by stem, by kin, and by folded form for words of grammar. Null: nothing is denied. */
  readonly denials: ReadonlyMap<string, number> | null;
}

/** A quote is seldom longer; what follows is not read, so that the work per pair is bounded. */
export const WORDS_READ = 300;
/** UTF-16 units in which as many words stand, whatever their length: nothing behind them is looked at. */
export const MAX_WORDING_UNITS = 20_000;
const LEAST_TELLING_WEIGHT = 0.5;
/** Words before the substance of an indirect quote, which do not belong to its wording. */
const LEAD = new Set(['that', 'to', 'of', 'how', 'whether', 'for']);

const tellingStems = (text: string): string[] =>
  wordFormsOf(text, Infinity).filter((word) => wordWeight(word.folded) > LEAST_TELLING_WEIGHT).map((word) => word.stem);

function denialBits(read: readonly Word[], terms: ReadonlyMap<string, Term>): Map<string, number> | null {
  const denials = denialsOf(read);
  if (denials === null) return null;
  const bits = new Map<string, number>();
  const add = (key: string, more: number): void => void bits.set(key, (bits.get(key) ?? 0) | more);
  read.forEach(({ folded, stem }, i) => {
    const term = terms.get(stem);
    add(wordWeight(folded) === 0 ? folded : stem, denials[i]);
    for (const key of term?.kin ?? []) add(key, denials[i]);
  });
  return bits;
}

/** The content words alone: what is compared of the text around a quote. */
export const termsOf = (text: string): TermSet => termSet(wordFormsOf(text.slice(0, MAX_WORDING_UNITS), WORDS_READ));

/** Terms by the word as written, of which they are made; null for words of grammar. News repeats its words. */
const termOfWord = new Map<string, Term | null>();
const KEPT_TERMS = 50_000;
/** UTF-16 units; what is longer is hardly a word. */
const LONGEST_KEPT = 64;

function termOf({ written, folded, stem, nameRoot }: WordForms): Term | null {
  const known = termOfWord.get(written);
  if (known !== undefined) return known;
  const weight = wordWeight(folded);
  const kin = [...(nameRoot === null ? [] : [`n:${nameRoot}`]), ...familiesOf(stem).map((f) => `f:${f}`)];
  const made = weight === 0 ? null : { stem, weight, kin, shown: written };
  if (written.length > LONGEST_KEPT) return made;
  if (termOfWord.size >= KEPT_TERMS) termOfWord.clear();
  termOfWord.set(written, made);
  return made;
}

function termSet(read: readonly WordForms[]): TermSet {
  const terms = new Map<string, Term>();
  const kin = new Map<string, number>();
  let weight = 0;
  for (const word of read) {
    const term = termOf(word);
    if (term === null || terms.has(term.stem)) continue;
    terms.set(term.stem, term);
    weight += term.weight;
    for (const key of term.kin) kin.set(key, Math.max(kin.get(key) ?? 0, term.weight));
  }
  return { terms, kin, weight };
}

const CAPITAL = /^\p{Lu}/u;
/** Signs after which a word may be capitalised whatever it is. */
const OPENS = /[.!?…:;"“‘«\n]/u;

const isNameAt = ({ written, folded, gap }: Word, at: number): boolean =>
  at > 0 && CAPITAL.test(written) && !OPENS.test(gap) && wordWeight(folded) > LEAST_TELLING_WEIGHT;

/** Works out what is asked for, when it is asked for: most quotes that are compared are seen at their words to be others. */
class ReadWording implements Wording {
  readonly words: readonly string[];
  readonly terms: ReadonlyMap<string, Term>;
  readonly kin: ReadonlyMap<string, number>;
  readonly weight: number;
  private readonly read: readonly Word[];
  private readonly text: string;

  constructor(whole: string) {
    this.text = whole.slice(0, MAX_WORDING_UNITS);
    this.read = wordsOf(this.text).slice(0, WORDS_READ);
    let first = 0;
    while (first < this.read.length - 1 && LEAD.has(this.read[first].folded)) first++;
    this.words = this.read.slice(first).map((word) => word.folded);
    ({ terms: this.terms, kin: this.kin, weight: this.weight } = termSet(this.read));
  }

  get order(): readonly string[] {
    return this.read.filter((word) => wordWeight(word.folded) > 0).map((word) => word.stem);
  }

  private foundQuantities: readonly Quantity[] | undefined;
  get quantities(): readonly Quantity[] {
    return (this.foundQuantities ??= quantitiesOf(this.text));
  }

  private foundNames: readonly Term[] | undefined;
  get names(): readonly Term[] {
    return (this.foundNames ??= this.read.flatMap((word, i) => (isNameAt(word, i) ? this.terms.get(word.stem) ?? [] : [])));
  }

  private foundQuoted: ReadonlySet<string> | undefined;
  get quoted(): ReadonlySet<string> {
    return (this.foundQuoted ??= new Set(inMarks(this.text).flatMap(tellingStems)));
  }

  private foundDenials: ReadonlyMap<string, number> | null | undefined;
  get denials(): ReadonlyMap<string, number> | null {
    return (this.foundDenials === undefined ? (this.foundDenials = denialBits(this.read, this.terms)) : this.foundDenials);
  }

  private foundPlaces: ReadonlyMap<string, readonly number[]> | undefined;
  get places(): ReadonlyMap<string, readonly number[]> {
    if (this.foundPlaces) return this.foundPlaces;
    const places = new Map<string, number[]>();
    this.words.forEach((word, at) => {
      const known = places.get(word);
      if (known) known.push(at);
      else places.set(word, [at]);
    });
    return (this.foundPlaces = places);
  }
}

export const wordingOf = (text: string): Wording => new ReadWording(text);

/** What a word of the same family or name is worth beside the word itself. */
const KIN_SHARE = 0.6;

/** What of a term the other holds: all of it, a share where it is a kin of it, 0 where there is neither. */
function weightIn(term: Term, b: TermSet): number {
  if (b.terms.has(term.stem)) return term.weight;
  if (b.kin.size === 0) return 0;
  let own = 0;
  for (const key of term.kin) own = Math.max(own, KIN_SHARE * Math.min(term.weight, b.kin.get(key) ?? 0));
  return own;
}

/** Does the other hold the word, or a kin of it? */
export const isIn = (term: Term, b: TermSet): boolean => weightIn(term, b) > 0;

/** Weight of the content words of `a` that `b` holds too, or a kin of them. Symmetric up to the weights of kin. */
export function sharedWeight(a: TermSet, b: TermSet): number {
  let weight = 0;
  for (const term of a.terms.values()) weight += weightIn(term, b);
  return weight;
}

/** The words shared, heaviest first, as the one that has fewer of them writes them. */
export function sharedWords(a: TermSet, b: TermSet): string[] {
  const [ab, ba] = [wordsIn(a, b), wordsIn(b, a)];
  return ab.length <= ba.length ? ab : ba;
}

function wordsIn(a: TermSet, b: TermSet): string[] {
  const shown: { word: string; weight: number }[] = [];
  for (const term of a.terms.values()) {
    const weight = weightIn(term, b);
    if (weight > 0) shown.push({ word: term.shown, weight });
  }
  return shown.sort((x, y) => y.weight - x.weight || (x.word < y.word ? -1 : 1)).map(({ word }) => word);
}

export interface Overlap {
  /** Shared weight, the mean of both directions. */
  readonly shared: number;
  /** Of all that both say, what both share (Dice over weights). */
  readonly dice: number;
  /** Shared weight by the geometric mean of both: between Dice and containment, kinder than Dice to one that says more. */
  readonly likeness: number;
  /** Of what the one that says less says, how much the other says too. */
  readonly containment: number;
}

export function overlapOf(a: TermSet, b: TermSet): Overlap {
  const shared = (sharedWeight(a, b) + sharedWeight(b, a)) / 2;
  if (shared === 0) return { shared: 0, dice: 0, likeness: 0, containment: 0 };
  return {
    shared,
    dice: Math.min(1, (2 * shared) / (a.weight + b.weight)),
    likeness: Math.min(1, shared / Math.sqrt(a.weight * b.weight)),
    containment: Math.min(1, shared / Math.min(a.weight, b.weight)),
  };
}

/** Words that stand in quotation marks in one and anywhere in the other, both ways. */
export function quotedShared(a: Wording, b: Wording): Term[] {
  const of = (quoting: Wording, other: Wording): Term[] => [...quoting.quoted].flatMap((stem) => other.terms.get(stem) ?? []);
  return [...of(a, b), ...of(b, a)];
}

export interface Runs {
  /** Words of the longest stretch that both have, grammar counted. */
  readonly longest: number;
  /** Share of the shorter wording's words that stand in stretches of RUN_WORDS or more, in any order. */
  readonly coverage: number;
  /** Does one hold the other word for word? */
  readonly whole: boolean;
}

/** The shortest stretch of equal words that counts as the same wording. */
const RUN_WORDS = 3;

/** Stretches of equal words, by the table of longest common suffixes, of which only equal words are visited: at worst O(words of a x words of b), bounded. */
export function runsOf(a: Wording, b: Wording): Runs {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const { length } = short.words;
  if (length === 0) return { longest: 0, coverage: 0, whole: false };
  // Words of the run that ends in the long one's word i - 1, kept at i: of the row before and of this.
  let [previous, current] = [new Uint16Array(long.words.length + 1), new Uint16Array(long.words.length + 1)];
  let [longest, covered, coveredTo] = [0, 0, 0];
  let before: readonly number[] = [];
  let beforeThat: readonly number[] = [];
  for (let i = 1; i <= length; i++) {
    const places = long.places.get(short.words[i - 1]) ?? [];
    for (const at of beforeThat) current[at + 1] = 0;
    let best = 0;
    for (const at of places) {
      const run = previous[at] + 1;
      current[at + 1] = run;
      if (run > best) best = run;
    }
    if (best > longest) longest = best;
    if (best >= Math.min(RUN_WORDS, length)) {
      covered += i - Math.max(coveredTo, i - best);
      coveredTo = i;
    }
    [previous, current] = [current, previous];
    [beforeThat, before] = [before, places];
  }
  return { longest, coverage: covered / length, whole: longest === length };
}

/** Has the wording any content at all? "that it was his own" has none. */
export const hasContent = (wording: Wording): boolean => wording.words.some((word) => !isFunctionWord(word));
