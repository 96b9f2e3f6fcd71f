/** Stage 2: a light word class for each token, from closed lists, endings and capitals. No parser: later stages ask little. */
import type { TokenRange } from '../text/sentences.js';
import type { Token } from '../text/tokens.js';
import {
  ADVERBS, AUXILIARIES, CLAUSE_OPENERS, COMMON_VERBS, DETERMINERS, MODALS, POSSESSIVES, PREPOSITIONS, SUBJECT_PRONOUNS,
} from './lexicon.en.js';

/** `NAME`: a capital where no sentence begins, or a word seen so elsewhere. `WORD`: anything else, mostly nouns and adjectives. */
export type Tag =
  | 'PRONOUN' | 'DETERMINER' | 'POSSESSIVE' | 'PREPOSITION' | 'OPENER' | 'AUXILIARY' | 'MODAL' | 'ADVERB' | 'TO' | 'NUMBER'
  | 'SIGN' | 'VERB' | 'NAME' | 'WORD';

const CAPITAL = /^\p{Lu}/u;
const LY = /^\p{Ll}{3,}ly$/u;
/** Words in -ly that are no adverbs. */
const LY_NOUNS = new Set(['family', 'reply', 'supply', 'ally', 'assembly', 'italy', 'july', 'rally', 'bully', 'anomaly', 'monopoly', 'only', 'early', 'daily', 'weekly', 'friendly', 'likely', 'elderly', 'fly']);
/** 's and 'd after a pronoun stand for a verb; after a noun 's is the possessive. */
const CONTRACTED_AFTER = new Set(['he', 'she', 'it', 'that', 'there', 'what', 'who', 'here', 'i', 'you', 'we', 'they', "let", 'how', 'where']);

function tagOf(tokens: readonly Token[], i: number, startsSentence: boolean): Tag {
  const { lower, text, kind } = tokens[i];
  if (kind === 'SIGN') return 'SIGN';
  if (kind === 'NUMBER') return 'NUMBER';
  if (lower === "'s") return i > 0 && CONTRACTED_AFTER.has(tokens[i - 1].lower) ? 'AUXILIARY' : 'POSSESSIVE';
  if (CAPITAL.test(text) && !startsSentence && text.length > 1 && lower !== 'i') return 'NAME';
  if (lower === 'to') return 'TO';
  if (SUBJECT_PRONOUNS.has(lower)) return 'PRONOUN';
  if (MODALS.has(lower)) return 'MODAL';
  if (AUXILIARIES.has(lower)) return 'AUXILIARY';
  if (POSSESSIVES.has(lower)) return 'POSSESSIVE';
  if (CLAUSE_OPENERS.has(lower)) return 'OPENER';
  if (DETERMINERS.has(lower)) return 'DETERMINER';
  if (PREPOSITIONS.has(lower)) return 'PREPOSITION';
  if (ADVERBS.has(lower) || (LY.test(lower) && !LY_NOUNS.has(lower))) return 'ADVERB';
  if (COMMON_VERBS.has(lower)) return 'VERB';
  return CAPITAL.test(text) ? 'NAME' : 'WORD';
}

export function tagTokens(tokens: readonly Token[], sentences: readonly TokenRange[]): Tag[] {
  const starts = new Set<number>();
  for (const { from, to } of sentences) {
    let first = from;
    while (first < to && tokens[first].kind === 'SIGN') first++;
    starts.add(first);
  }
  return tokens.map((_, i) => tagOf(tokens, i, starts.has(i) || (i > 0 && /^[“"‘:•]$/u.test(tokens[i - 1].text))));
}
