/** A content, its cue and its mention, tied together but not yet resolved to a speaker. */
import type { QuotePair } from '../../text/quotation.js';
import type { Span } from '../../text/spans.js';
import type { TokenRange } from '../../text/sentences.js';
import type { Document } from '../document.js';
import type { Manner } from '../types.js';

/** How the content was found; each way has its own reliability (see confidence.ts). */
export type LinkRule =
  | 'QUOTE_BEFORE' | 'CLAUSE_BEFORE' | 'QUOTE_AFTER' | 'COLON' | 'THAT' | 'ZERO_THAT' | 'TO' | 'WHETHER' | 'ADDRESSEE' | 'OBJECT_TO' | 'OBJECT' | 'PREPOSITION' | 'GERUND'
  | 'ACCORDING_TO' | 'TRANSCRIPT' | 'SIGNED' | 'LABEL' | 'LONE_QUOTE' | 'LEARNED';

export interface Link {
  readonly rule: LinkRule;
  /** Lemma of the reporting verb; empty where there is none. */
  readonly lemma: string;
  readonly manner: Manner;
  content: Span[];
  readonly cue: readonly Span[];
  /** Tokens of the mention; null where the text names nobody. */
  readonly mention: TokenRange | null;
  /** Index of the sentence that holds the cue. */
  readonly sentence: number;
  /** How far a quotation without a cue may follow and still belong to this link. */
  readonly reach: 'NONE' | 'PARAGRAPH' | 'NEXT_PARAGRAPH';
  /** The form leaves no doubt: the model does not overrule it. */
  readonly firm?: true;
  /** Its quotation stands in another paragraph than its cue, where the model does not look. */
  readonly unread?: true;
  /** Of a learned link: how likely it is right. */
  readonly chance?: number;
  /** Where the link stands inside the content of another one; absent at the top. */
  readonly outer?: Outer;
}

export interface Outer {
  readonly link: Link;
  /** The outermost quotations as they are seen from inside the content. */
  readonly pairs: readonly QuotePair[];
  /** True inside the quotation marks of the content: "I" is who speaks the outer one. */
  readonly quoted: boolean;
}

const WORD = /[\p{L}\p{N}]/u;

/** The characters of a token range, without loose commas and full stops at its ends; null where no word is left. */
export function spanOf(doc: Document, from: number, to: number): Span | null {
  let first = from;
  let last = to - 1;
  while (first <= last && isLoose(doc, first)) first++;
  while (last >= first && isLoose(doc, last)) last--;
  if (first > last) return null;
  const span = { start: doc.tokens[first].start, end: doc.tokens[last].end };
  return WORD.test(doc.text.slice(span.start, span.end)) ? span : null;
}

/** Punctuation outside quotation marks that belongs to the sentence around a content, not to the content. */
const isLoose = (doc: Document, i: number): boolean => doc.pairOf[i] < 0 && /^(?:[.,;:!?…]+|—|–|--|-)$/u.test(doc.tokens[i].text) && !/^[!?]/u.test(doc.tokens[i].text);
