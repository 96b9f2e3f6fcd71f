import { quantitiesOf } from '../text/numbers.js';
import type { Quantity } from '../text/numbers.js';
import { familiesOf, isFunctionWord, wordWeight } from '../text/words.js';
import { denialsOf } from './denial.js';
import { wordsOf } from '../text/stem.js';
import type { Word } from '../text/stem.js';

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
  /** Stems of the content words in order, for shingles. */
  readonly order: readonly string[];
  readonly quantities: readonly Quantity[];
  /** Telling stems inside quotation marks: words that are marked as the speaker's own. */
  readonly quoted: ReadonlySet<string>;
  /** What each word is denied or affirmed, as bits: by stem, by kin, and by folded form for words of grammar. Null: nothing is denied. */
  readonly denials: ReadonlyMap<string, number> | null;
}

/** A quote is seldom longer; what follows is not read, so that the work per pair is bounded. */
export const WORDS_READ = 300;
/** UTF-16 units in which as many words stand, whatever their length: nothing behind them is looked at. */
const MAX_WORDING_UNITS = 20_000;
/** What stands between quotation marks of any style; a mark that is never closed reaches to the end. */
const QUOTED = /(?:[“„«"]|''|``)([^“”„«»"]*?)(?:[”“»"]|''|$)|‘([^‘]*?)’(?![\p{L}\p{N}])/gu;
const LEAST_TELLING_WEIGHT = 0.5;
/** Words before the substance of an indirect quote, which do not belong to its wording. */
const LEAD = new Set(['that', 'to', 'of', 'how', 'whether', 'for']);

const tellingStems = (text: string): string[] =>
  wordsOf(text).filter((word) => wordWeight(word.folded) > LEAST_TELLING_WEIGHT).map((word) => word.stem);

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

const readWords = (text: string): Word[] => wordsOf(text.slice(0, MAX_WORDING_UNITS)).slice(0, WORDS_READ);

/** The content words alone: what is compared of the text around a quote. */
export const termsOf = (text: string): TermSet => termSet(readWords(text));

function termSet(read: readonly Word[]): TermSet {
  const terms = new Map<string, Term>();
  const kin = new Map<string, number>();
  let weight = 0;
  for (const word of read) {
    if (terms.has(word.stem)) continue;
    const own = wordWeight(word.folded);
    if (own === 0) continue;
    const names = word.nameRoot === null ? [] : [`n:${word.nameRoot}`];
    const term = { stem: word.stem, weight: own, kin: [...names, ...familiesOf(word.stem).map((f) => `f:${f}`)], shown: word.written };
    terms.set(word.stem, term);
    weight += own;
    for (const key of term.kin) kin.set(key, Math.max(kin.get(key) ?? 0, own));
  }
  return { terms, kin, weight };
}

export function wordingOf(whole: string): Wording {
  const text = whole.slice(0, MAX_WORDING_UNITS);
  const read = readWords(whole);
  const words = read.map((word) => word.folded);
  while (words.length > 1 && LEAD.has(words[0])) words.shift();
  const order = read.filter((word) => wordWeight(word.folded) > 0).map((word) => word.stem);
  const { terms, kin, weight } = termSet(read);
  const quoted = new Set([...text.matchAll(QUOTED)].flatMap((match) => tellingStems(match[1] ?? match[2] ?? '')));
  return { words, terms, kin, order, weight, quantities: quantitiesOf(text), quoted, denials: denialBits(read, terms) };
}

export interface SharedTerms {
  /** Weight of what both hold, kin counted at KIN_SHARE. */
  readonly weight: number;
  /** The stems or words shared, heaviest first. */
  readonly shown: readonly string[];
}

/** What a word of the same family or name is worth beside the word itself. */
const KIN_SHARE = 0.6;

/** The content words of `a` that `b` holds too, or a kin of them. Symmetric up to the weights of kin. */
export function sharedTerms(a: TermSet, b: TermSet): SharedTerms {
  let weight = 0;
  const shown: { word: string; weight: number }[] = [];
  for (const term of a.terms.values()) {
    let own = 0;
    if (b.terms.has(term.stem)) own = term.weight;
    else {
      for (const key of term.kin) own = Math.max(own, KIN_SHARE * Math.min(term.weight, b.kin.get(key) ?? 0));
    }
    if (own === 0) continue;
    weight += own;
    shown.push({ word: term.shown, weight: own });
  }
  shown.sort((x, y) => y.weight - x.weight || (x.word < y.word ? -1 : 1));
  return { weight, shown: shown.map((s) => s.word) };
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
  readonly shown: readonly string[];
}

export function overlapOf(a: TermSet, b: TermSet): Overlap {
  const ab = sharedTerms(a, b);
  const ba = sharedTerms(b, a);
  const shared = (ab.weight + ba.weight) / 2;
  if (shared === 0) return { shared: 0, dice: 0, likeness: 0, containment: 0, shown: [] };
  return {
    shared,
    dice: Math.min(1, (2 * shared) / (a.weight + b.weight)),
    likeness: Math.min(1, shared / Math.sqrt(a.weight * b.weight)),
    containment: Math.min(1, shared / Math.min(a.weight, b.weight)),
    shown: ab.shown.length <= ba.shown.length ? ab.shown : ba.shown,
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

/** Stretches of equal words, by the classic table of longest common suffixes: O(words of a x words of b), bounded. */
export function runsOf(a: Wording, b: Wording): Runs {
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (short.length === 0) return { longest: 0, coverage: 0, whole: false };
  const covered = new Uint8Array(short.length);
  let previous = new Uint16Array(long.length + 1);
  let longest = 0;
  for (let i = 1; i <= short.length; i++) {
    const current = new Uint16Array(long.length + 1);
    let best = 0;
    for (let j = 1; j <= long.length; j++) {
      if (short[i - 1] !== long[j - 1]) continue;
      current[j] = previous[j - 1] + 1;
      if (current[j] > best) best = current[j];
    }
    if (best > longest) longest = best;
    if (best >= Math.min(RUN_WORDS, short.length)) covered.fill(1, i - best, i);
    previous = current;
  }
  return { longest, coverage: covered.reduce((sum, x) => sum + x, 0) / short.length, whole: longest === short.length };
}

/** Has the wording any content at all? "that it was his own" has none. */
export const hasContent = (wording: Wording): boolean => wording.words.some((word) => !isFunctionWord(word));
