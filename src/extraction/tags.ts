/** Stage 2: a light word class for each token, from closed lists, endings and capitals. No parser: later stages ask little. */
import type { TokenRange } from '../text/sentences.js';
import type { Token } from '../text/tokens.js';
import {
  ADVERBS, AUXILIARIES, CLAUSE_OPENERS, COMMON_VERBS, DETERMINERS, MODALS, NAME_PARTICLES, POSSESSIVES, PREPOSITIONS, SUBJECT_PRONOUNS, VERBS,
} from './lexicon.en.js';

/** `NAME`: a capital where no sentence begins, or a word seen so elsewhere. `WORD`: anything else, mostly nouns and adjectives. */
export type Tag =
  | 'PRONOUN' | 'DETERMINER' | 'POSSESSIVE' | 'PREPOSITION' | 'OPENER' | 'AUXILIARY' | 'MODAL' | 'ADVERB' | 'TO' | 'NUMBER'
  | 'SIGN' | 'VERB' | 'NAME' | 'WORD';

/** Share of capitalised long words from which a sentence is set like a headline. */
const HEADLINE_CAPITALS = 0.9;
const MIN_HEADLINE_WORDS = 4;
const LONG_WORD = 4;
const LY = /^\p{Ll}{3,}ly$/u;
/** Words in -ly that are no adverbs. */
const LY_NOUNS = new Set(['family', 'reply', 'supply', 'ally', 'assembly', 'italy', 'july', 'rally', 'bully', 'anomaly', 'monopoly', 'only', 'early', 'daily', 'weekly', 'friendly', 'likely', 'elderly', 'fly']);
/** 's and 'd after a pronoun stand for a verb; after a noun 's is the possessive. */
const CONTRACTED_AFTER = new Set(['he', 'she', 'it', 'that', 'there', 'what', 'who', 'here', 'i', 'you', 'we', 'they', "let", 'how', 'where']);

/** The words of the closed lists; one that stands in several is what the last of these says. */
const LISTED: ReadonlyMap<string, Tag> = new Map(
  ([
    ['VERB', COMMON_VERBS], ['ADVERB', ADVERBS], ['PREPOSITION', PREPOSITIONS], ['DETERMINER', DETERMINERS], ['OPENER', CLAUSE_OPENERS],
    ['POSSESSIVE', POSSESSIVES], ['AUXILIARY', AUXILIARIES], ['MODAL', MODALS], ['PRONOUN', SUBJECT_PRONOUNS], ['TO', ['to']],
  ] as const).flatMap(([tag, words]) => [...words].map((word) => [word, tag] as const)),
);

/** What the closed lists say of a word in small letters, whatever stands around it; null where none has it. */
export const listedTag = (lower: string): Tag | null => LISTED.get(lower) ?? null;

function tagOf(tokens: readonly Token[], i: number, startsSentence: boolean, headline: boolean): Tag {
  const { lower, text, kind, capital } = tokens[i];
  if (kind === 'SIGN') return 'SIGN';
  if (kind === 'NUMBER') return 'NUMBER';
  if (lower === "'s") return i > 0 && CONTRACTED_AFTER.has(tokens[i - 1].lower) ? 'AUXILIARY' : 'POSSESSIVE';
  if (capital && !startsSentence && !headline && text.length > 1 && lower !== 'i') return 'NAME';
  const listed = LISTED.get(lower);
  if (listed !== undefined && listed !== 'VERB') return listed;
  if (LY.test(lower) && !LY_NOUNS.has(lower)) return 'ADVERB';
  if (listed) return listed;
  return capital && !(headline && VERBS.has(lower)) ? 'NAME' : 'WORD';
}

/** Set like a headline: nearly every long word has a capital, so that capitals tell no names. What a full stop ends is a sentence. */
export function isHeadline(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  if (endsWithStop(tokens, from, to)) return false;
  let capitals = 0;
  let all = 0;
  for (let i = from; i < to; i++) {
    if (tokens[i].kind !== 'WORD' || tokens[i].text.length < LONG_WORD || PREPOSITIONS.has(tokens[i].lower)) continue;
    all++;
    if (tokens[i].capital) capitals++;
  }
  return all >= MIN_HEADLINE_WORDS && capitals >= HEADLINE_CAPITALS * all;
}

/** A full stop at the end, before closing marks, and a word in small letters that is not of the smallest: headlines have neither. */
function endsWithStop(tokens: readonly Token[], from: number, to: number): boolean {
  let last = to - 1;
  while (last > from && /^[”’"')\]]+$/u.test(tokens[last].text)) last--;
  if (tokens[last].text !== '.') return false;
  for (let i = from; i < last; i++) if (isSmallWord(tokens[i])) return true;
  return false;
}

/** A word that a headline would begin with a capital: none of those that lead up to another word. */
const isSmallWord = ({ text, lower }: Token): boolean =>
  /^\p{Ll}{2}/u.test(text) && lower !== 'to' && lower !== 'vs' && !DETERMINERS.has(lower) && !PREPOSITIONS.has(lower) && !CLAUSE_OPENERS.has(lower) && !NAME_PARTICLES.has(lower);

/** Signs behind which a sentence begins as it may at its start. */
const BEGINS_BEHIND = new Set(['“', '"', '‘', ':', '•']);

export function tagTokens(tokens: readonly Token[], sentences: readonly TokenRange[]): Tag[] {
  const starts = new Set<number>();
  for (const { from, to } of sentences) {
    let first = from;
    while (first < to && tokens[first].kind === 'SIGN') first++;
    starts.add(first);
  }
  const headline = new Uint8Array(tokens.length);
  for (const range of sentences) if (isHeadline(tokens, range)) headline.fill(1, range.from, range.to);
  return tokens.map((_, i) => tagOf(tokens, i, starts.has(i) || (i > 0 && BEGINS_BEHIND.has(tokens[i - 1].text)), headline[i] === 1));
}
