/** What a language hands to the engine. The word lists themselves stand in lexicon.<language>.ts. */

/** What may stand as the content of a reporting verb. */
export type Frame = 'CLAUSE' | 'QUOTE' | 'TO' | 'ADDRESSEE' | 'OBJECT_TO' | 'WHETHER' | 'OBJECT' | 'PREPOSITION' | 'GERUND' | 'PARENTHETICAL';
export type VerbForm = 'BASE' | 'THIRD' | 'PAST' | 'PARTICIPLE' | 'ING';

export interface VerbEntry {
  /** "say"; with particles "point_out". */
  readonly lemma: string;
  /** The words after the verb that belong to it: ["out"]. */
  readonly particles: readonly string[];
  readonly frames: ReadonlySet<Frame>;
  readonly manner: 'SPEECH' | 'WRITING' | 'ATTITUDE';
}

/** A word form read as a form of a verb. */
export interface VerbReading {
  readonly forms: ReadonlySet<VerbForm>;
  /** Entries with the most particles first. */
  readonly entries: readonly VerbEntry[];
}
