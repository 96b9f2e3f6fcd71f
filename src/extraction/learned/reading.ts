/** A unit as numbers: what the templates of features are filled with, computed once a unit. */
import type { Document } from '../document.js';
import { VERBS } from '../lexicon.en.js';
import type { VerbReading } from '../lexicon.js';
import type { Link } from '../linking/link.js';
import type { Tag } from '../tags.js';
import { tokenAt } from '../../text/tokens.js';
import type { Token, TokenKind } from '../../text/tokens.js';
import { placeOf } from './classes.js';
import type { WordClasses } from './classes.js';
import { hashText, mix } from './hashing.js';
import { itemAt } from './units.js';
import type { Unit } from './units.js';

export interface UnitReading {
  readonly unit: Unit;
  readonly length: number;
  /** Hashes by item; `tag` of a sign is the sign. */
  readonly word: Int32Array;
  readonly tag: Int32Array;
  readonly shape: Int32Array;
  readonly suffix: Int32Array;
  /** How the word can report: the frames and forms of its lexicon entry; 0 where it has none. */
  readonly verb: Int32Array;
  /** Classes of the word by the company it keeps; `fine` of a word without class is its ending. */
  readonly fine: Int32Array;
  readonly coarse: Int32Array;
  /** Which of the words that join or part clauses it is, from 1; 0 for others, QUOTATION_KEY for a quotation. */
  readonly key: Uint8Array;
  /** 1 for a quotation that ends in a comma, 2 in a stop, 3 in neither; 0 for a token. */
  readonly quotation: Uint8Array;
  /** 1 for a token that is no cue's anchor, whatever stands around it. */
  readonly mute: Uint8Array;
  /** By item: what the rules make of the item beside this one as cue (see RULE_...); null where they see no cue. */
  readonly rules: readonly (Uint8Array | null)[];
  /** By item: is it part of a cue or a content by the rules? One of RULE_... */
  readonly rule: Uint8Array;
  /** By item: probability that a cue has its anchor here; filled in by the first model. */
  readonly cueChance: Float32Array;
}

export const RULE_MENTION = 1;
export const RULE_CUE = 2;
export const RULE_CONTENT = 3;

const KEYS = [',', ';', ':', 'that', 'to', 'and', 'but', 'who', 'which', 'as', 'if', 'when', 'because', 'while', '—', '–', '-', '(', ')', 'after', 'whether', 'according'];
const KEY_OF: ReadonlyMap<string, number> = new Map(KEYS.map((word, i) => [word, i + 1]));
export const KEY_COMMA = 1;
export const KEY_THAT = KEYS.indexOf('that') + 1;
export const QUOTATION_KEY = 40;
const QUOTATION = hashText('“”');
const NUMBER = hashText('0');
const WITHOUT_CLASS = hashText('?');
/** Letters of a word's end that tell its class. */
const SUFFIX_LENGTH = 3;
const CAPITAL = /^\p{Lu}/u;
const ENDS_STOPPED = /[.?!…]/u;
/** Word counts at which a quotation counts as longer: a word or two is a name or a scare quote, twenty a speech. */
const QUOTATION_LENGTHS = [5, 10, 20];

/** Words that lead up to others report nothing: of 88,000 in the training articles none has a chance above .05 of being an anchor. */
const MUTE: ReadonlySet<Tag> = new Set(['DETERMINER', 'OPENER', 'POSSESSIVE', 'PRONOUN']);

const classHashes = new WeakMap<VerbReading, number>();
const tagHashes = new Map<string, number>();

function verbClass(lower: string): number {
  const reading = VERBS.get(lower);
  if (!reading) return 0;
  let hash = classHashes.get(reading);
  if (hash === undefined) {
    const frames = new Set(reading.entries.filter((entry) => entry.particles.length === 0).flatMap((entry) => [...entry.frames]));
    hash = hashText(`${[...frames].sort().join('|')} ${[...reading.forms].sort().join('|')}`) | 1;
    classHashes.set(reading, hash);
  }
  return hash;
}

function tagHash(tag: string): number {
  let hash = tagHashes.get(tag);
  if (hash === undefined) tagHashes.set(tag, (hash = hashText(`#${tag}`)));
  return hash;
}

/** A word wherever it stands, as numbers: see UnitReading. */
interface WordNumbers {
  readonly kind: TokenKind;
  readonly word: number;
  readonly suffix: number;
  readonly verb: number;
  readonly fine: number;
  readonly coarse: number;
  readonly key: number;
}

function numbersOf({ lower, kind }: Token, classes: WordClasses): WordNumbers {
  const word = kind === 'NUMBER' ? NUMBER : hashText(lower);
  const suffix = hashText(lower, Math.max(0, lower.length - SUFFIX_LENGTH));
  const place = kind === 'WORD' ? placeOf(classes, word) : -1;
  return {
    kind, word, suffix, verb: verbClass(lower), key: KEY_OF.get(lower) ?? 0,
    fine: place < 0 ? mix(WITHOUT_CLASS, suffix) : classes.fine[place],
    coarse: place < 0 ? 0 : classes.coarse[place],
  };
}

/** Most words of an article stand in the last ones too; by classes, as tests bring their own. */
const known = new WeakMap<WordClasses, Map<string, WordNumbers>>();
const MOST_KNOWN = 50_000;
/** UTF-16 units. A longer string that was cut out of a text keeps the whole text in memory. */
const KNOWN_LENGTH = 12;

function knownNumbers(token: Token, classes: WordClasses, words: Map<string, WordNumbers>): WordNumbers {
  const before = words.get(token.lower);
  if (before?.kind === token.kind) return before;
  const numbers = numbersOf(token, classes);
  if (token.lower.length > KNOWN_LENGTH) return numbers;
  if (words.size >= MOST_KNOWN) words.clear();
  words.set(token.lower, numbers);
  return numbers;
}

function wordsKnownOf(classes: WordClasses): Map<string, WordNumbers> {
  const words = known.get(classes) ?? new Map<string, WordNumbers>();
  known.set(classes, words);
  return words;
}

/** @param links those of the rules that have their cue in the unit */
export function readUnit(doc: Document, unit: Unit, links: readonly Link[], classes: WordClasses): UnitReading {
  const length = unit.from.length;
  const numbers = (): Int32Array => new Int32Array(length);
  const [word, tag, shape, suffix, verb, fine, coarse] = [numbers(), numbers(), numbers(), numbers(), numbers(), numbers(), numbers()];
  const [key, quotation, mute] = [new Uint8Array(length), new Uint8Array(length), new Uint8Array(length)];
  const words = wordsKnownOf(classes);
  for (let k = 0; k < length; k++) {
    if (unit.pair[k] >= 0) {
      const pair = doc.pairs[unit.pair[k]];
      const last = doc.text[pair.innerEnd - 1] ?? '';
      const end = last === ',' ? 1 : ENDS_STOPPED.test(last) ? 2 : 3;
      const capital = CAPITAL.test(doc.text[pair.innerStart] ?? '') ? 1 : 0;
      const size = QUOTATION_LENGTHS.filter((least) => unit.to[k] - unit.from[k] >= least).length;
      quotation[k] = end;
      word[k] = mix(QUOTATION, end * 16 + capital * 8 + size);
      tag[k] = mix(QUOTATION, end);
      shape[k] = mix(QUOTATION, capital);
      suffix[k] = QUOTATION;
      key[k] = QUOTATION_KEY;
      continue;
    }
    const token = doc.tokens[unit.from[k]];
    const ownTag = doc.tags[unit.from[k]];
    const own = knownNumbers(token, classes, words);
    word[k] = own.word;
    tag[k] = own.kind === 'SIGN' ? own.word : tagHash(ownTag);
    mute[k] = MUTE.has(ownTag) ? 1 : 0;
    shape[k] = (token.capital ? 1 : 0) + (own.kind === 'SIGN' ? 2 : own.kind === 'NUMBER' ? 4 : 0) + 8;
    suffix[k] = own.suffix;
    verb[k] = own.verb;
    fine[k] = own.fine;
    coarse[k] = own.coarse;
    key[k] = own.key;
  }
  return { unit, length, word, tag, shape, suffix, verb, fine, coarse, key, quotation, mute, ...byRules(doc, unit, links), cueChance: new Float32Array(length) };
}

/** What the rules found, as labels of items: the model learns how far to trust them. */
function byRules(doc: Document, unit: Unit, links: readonly Link[]): Pick<UnitReading, 'rules' | 'rule'> {
  const length = unit.from.length;
  const rules: (Uint8Array | null)[] = new Array<Uint8Array | null>(length).fill(null);
  const rule = new Uint8Array(length);
  for (const link of links) {
    const labels = new Uint8Array(length);
    const mark = (start: number, end: number, label: number): void => {
      for (let i = tokenAt(doc.tokens, start); i < doc.tokens.length && doc.tokens[i].start < end; i++) {
        const item = itemAt(unit, i);
        if (item >= 0) labels[item] = label;
      }
    };
    for (const { start, end } of link.content) mark(start, end, RULE_CONTENT);
    if (link.mention) mark(doc.tokens[link.mention.from].start, doc.tokens[link.mention.to - 1].end, RULE_MENTION);
    for (const { start, end } of link.cue) mark(start, end, RULE_CUE);
    for (let k = 0; k < length; k++) {
      if (labels[k] === RULE_CUE) {
        rules[k] = labels;
        rule[k] = RULE_CUE;
      } else if (labels[k] === RULE_CONTENT && rule[k] === 0) rule[k] = RULE_CONTENT;
    }
  }
  return { rules, rule };
}
