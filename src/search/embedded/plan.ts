/**
 * What a query is looked up as, in FTS5's own language. Words hold letters and digits only and always stand in
 * quotation marks, so nothing that is typed can be read as an operator.
 */
import type { ParsedQuery, QueryWord } from '../query.js';
import type { Lexicon, Variant } from './lexicon.js';

/** As Meilisearch has it: one typo from five letters on, two from nine. */
const ONE_TYPO_UNITS = 5;
const TWO_TYPO_UNITS = 9;
/** Variants tried of a word and of a last word, which has more (measured: more of them slow down and add nothing). */
const MAX_VARIANTS = 15;
const MAX_PREFIX_VARIANTS = 30;
/** Prefixes up to this length have an index of their own in the file (see schema). */
const INDEXED_PREFIX_UNITS = 4;
/** A longer prefix that few words begin with is looked up as these words. */
const MAX_SPELT_OUT = 32;

const quoted = (word: string): string => `"${word}"`;
const anyOf = (parts: readonly string[]): string => (parts.length === 1 ? parts[0] : `(${parts.join(' OR ')})`);

/** How far a query is bent: as typed, with typos forgiven, and with words left out. */
export type Leniency = 'exact' | 'typos';

export class Plan {
  private readonly words: { readonly typed: QueryWord; readonly exact: string | null; variants: Variant[] | null; readonly count: number }[];

  constructor(readonly query: ParsedQuery, private readonly lexicon: Lexicon) {
    this.words = query.words.map((typed) => {
      const { exact, count } = this.exactly(typed);
      return { typed, exact, count, variants: null };
    });
  }

  /** Spellings of the query's word that count as it, the typed one left out. */
  variantsOf(at: number): readonly Variant[] {
    const word = this.words[at];
    if (word.variants) return word.variants;
    const { word: text, prefix } = word.typed;
    const reach = text.length >= TWO_TYPO_UNITS ? 2 : text.length >= ONE_TYPO_UNITS ? 1 : 0;
    const useful = reach > 0 && /\p{L}/u.test(text);
    word.variants = useful ? this.lexicon.variants(text, reach, prefix, prefix ? MAX_PREFIX_VARIANTS : MAX_VARIANTS) : [];
    return word.variants;
  }

  /** True where forgiving typos can find more than the words as typed. */
  hasVariants(): boolean {
    return this.words.some((_, at) => this.variantsOf(at).length > 0);
  }

  /** The expression for the query's words but those dropped; null where the vocabulary already says that nothing matches. */
  expression(leniency: Leniency, dropped: ReadonlySet<number> = new Set()): string | null {
    const parts = this.query.phrases.map((phrase) => quoted(phrase.join(' ')));
    for (let at = 0; at < this.words.length; at++) {
      if (dropped.has(at)) continue;
      const spellings = leniency === 'exact' ? [] : this.variantsOf(at).map((v) => quoted(v.word));
      const exact = this.words[at].exact;
      if (exact) spellings.unshift(exact);
      if (spellings.length === 0) return null;
      parts.push(anyOf(spellings));
    }
    return parts.length === 0 ? null : parts.join(' AND ');
  }

  /** The words in one run, as typed: finds the best of matches that are too many to look at. Null for fewer than two. */
  adjacent(): string | null {
    if (this.words.length < 2 || this.words.some((w) => w.exact === null)) return null;
    const run = quoted(this.words.map((w) => w.typed.word).join(' '));
    return [...this.query.phrases.map((p) => quoted(p.join(' '))), this.words.at(-1)!.typed.prefix ? `${run} *` : run].join(' AND ');
  }

  /** The order in which words are given up: those that nothing resembles, then the commonest, which say the least. */
  droppingOrder(): number[] {
    const rank = (at: number): number => (this.words[at].exact === null && this.variantsOf(at).length === 0 ? Infinity : this.words[at].count);
    return this.words.map((_, at) => at).sort((a, b) => rank(b) - rank(a) || b - a);
  }

  private exactly({ word, prefix }: QueryWord): { exact: string | null; count: number } {
    if (!prefix) return this.lexicon.has(word) ? { exact: quoted(word), count: this.lexicon.countOf(word) } : { exact: null, count: 0 };
    const { total, words } = this.lexicon.beginning(word, word.length > INDEXED_PREFIX_UNITS ? MAX_SPELT_OUT : 0);
    const exact = total === 0 ? null : words ? anyOf(words.map(quoted)) : `${quoted(word)} *`;
    // A prefix says as much as its commonest words together; the number of words is near enough to order by.
    return { exact, count: words ? words.reduce((sum, w) => sum + this.lexicon.countOf(w), 0) : Number.MAX_SAFE_INTEGER };
  }
}
