/** What extraction makes of a text. All spans are half open, in UTF-16 code units of the text. */
import type { Span } from '../text/spans.js';

export type QuoteKind = 'DIRECT' | 'INDIRECT' | 'MIXED';
export type Manner = 'SPEECH' | 'WRITING' | 'ATTITUDE';
export type SpeakerType = 'PERSON' | 'ORGANISATION' | 'GROUP' | 'DOCUMENT' | 'UNKNOWN';
export type UnattributedReason = 'NO_MENTION' | 'UNNAMED' | 'AMBIGUOUS' | 'LOW_CONFIDENCE';

export type NoiseKind = 'HEADLINE' | 'DATELINE' | 'BYLINE' | 'IMAGE_CREDIT' | 'LINK' | 'PROMOTION' | 'SHARE' | 'OTHER';
export interface Noise extends Span {
  readonly kind: NoiseKind;
}

/** Somebody or something that the article names. */
export interface ExtractedSpeaker {
  /** The fullest form in the article, without titles. */
  readonly name: string;
  readonly type: SpeakerType;
  /** Every form of the name that stands in the article, `name` included, with how often. */
  readonly forms: readonly { readonly form: string; readonly count: number }[];
  /** Titles given to the speaker: "the Russian president", "a doctor" (the article's words without determiner). */
  readonly roles: readonly { readonly title: string; readonly span: Span }[];
}

export interface ExtractedQuote {
  readonly kind: QuoteKind;
  readonly manner: Manner;
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  /** Empty where the text has none. */
  readonly mention: readonly Span[];
  /** Index into `Extraction.speakers`. */
  readonly speaker: number | null;
  /** All who say it together, `speaker` first ("A and B said"), each once; empty where `speaker` is null. */
  readonly speakers: readonly number[];
  /** Why `speaker` is null; null where it is not. */
  readonly reason: UnattributedReason | null;
  /** From the mention back to the name, each step's spans. */
  readonly evidence: readonly (readonly Span[])[];
  /** Who else it could be, best first; at most 5. */
  readonly candidates: readonly { readonly speaker: number; readonly confidence: number }[];
  readonly attributionConfidence: number;
  /** How likely content and mention are right, 0..1 in hundredths; without cue and mention, the content (see confidence.ts). */
  readonly confidence: number;
  /** Quotes inside the content ("A said B had said ..."). */
  readonly nested: readonly ExtractedQuote[];
}

/** A quotation mark that could not be paired as the rules have it. */
export interface MarkDiagnostic extends Span {
  readonly problem: 'UNCLOSED' | 'UNOPENED' | 'MIXED_STYLES';
}

export interface Extraction {
  readonly noise: readonly Noise[];
  readonly speakers: readonly ExtractedSpeaker[];
  /** In the order of the text. */
  readonly quotes: readonly ExtractedQuote[];
  readonly diagnostics: readonly MarkDiagnostic[];
}

/** What is known of the article beside its text; it helps to tell noise from news. */
export interface ExtractionHints {
  readonly title?: string | null;
  readonly byline?: string | null;
  readonly language?: string | null;
}

export interface Extractor {
  /** Never throws, whatever the text. */
  extract(text: string, hints?: ExtractionHints): Extraction;
}
