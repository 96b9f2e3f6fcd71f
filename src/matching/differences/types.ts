/** What two renderings of a statement are compared by, and what is found. */
import type { Span } from '../../text/spans.js';

/**
 * - NUMBER: figures that cannot both be right, or a figure that one lacks in a place that both have;
 * - HEDGE: "may", "perhaps", "I think", "about" that one lacks, or another such word;
 * - INTENSIFIER: "obviously", "everything", "never", "very" that one lacks;
 * - OMISSION: a sentence, clause or row of words without counterpart;
 * - ATTRIBUTION: another speaker, nobody named, or a reporting verb that says more than "said";
 * - POLARITY: one denies what the other affirms;
 * - NAME: another name or date in the same place.
 */
export type DifferenceKind = 'NUMBER' | 'HEDGE' | 'INTENSIFIER' | 'OMISSION' | 'ATTRIBUTION' | 'POLARITY' | 'NAME';

/** Words of an article's body: the parts joined by a space, and where they stand. */
export interface PlacedWords {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** A rendering with what its article says of it. */
export interface PlacedRendering {
  /** The content's parts joined by a space: `textOf(body, content)`. */
  readonly text: string;
  /** Where the parts stand in the body, in the order of the text. */
  readonly content: readonly Span[];
  readonly kind: 'DIRECT' | 'INDIRECT' | 'MIXED';
  readonly manner: 'SPEECH' | 'WRITING' | 'ATTITUDE';
  readonly cue: PlacedWords;
  readonly mention: PlacedWords | null;
  /** Equal ids are one speaker; null where nobody is known. */
  readonly speakerId: number | null;
  readonly speakerName: string | null;
  /** Some of the body before the content: what denies an indirect quote stands there. May be empty. */
  readonly before: string;
}

export interface RenderingDifference {
  readonly kind: DifferenceKind;
  /** Where `a` has it, in the body of its article; empty where it lacks it. */
  readonly a: readonly Span[];
  readonly b: readonly Span[];
  /** For people; `a` is "the best rendering" in it, `b` "this one". */
  readonly explanation: string;
}

/** A difference within the contents, by places in the two texts; null where a side lacks it. */
export interface Found {
  readonly kind: DifferenceKind;
  readonly a: Span | null;
  readonly b: Span | null;
  readonly explanation: string;
}
