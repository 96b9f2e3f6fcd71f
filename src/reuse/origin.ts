/** Which of two overlapping articles the other was made of, and how much of an article is its own. */
import { foldedWords } from '../text/fold.js';
import { mergeSpans } from '../text/spans.js';
import type { Span } from '../text/spans.js';
import type { ReuseComparison, ReuseText } from './types.js';
import { countedWords } from './words.js';

/** What is known of an article beside its text. */
export interface Provenance {
  /** Milliseconds since the epoch. */
  readonly publishedAt: number | null;
  readonly sourceName: string | null;
  /** The agency that the text says it is from, as a whole or in part. */
  readonly agency: string | null;
}

export type OriginReason = 'WIRE_CREDIT' | 'EARLIER' | 'AGENCY' | 'FULLER';

export interface LikelyOrigin {
  readonly origin: 'a' | 'b';
  /** The strongest first. */
  readonly reasons: readonly OriginReason[];
  /** 0..1. */
  readonly confidence: number;
}

/** Chances by judgement, not measured: a credit is a statement, a date may be that of the last change, cuts are made from the end. */
const CREDIT_CONFIDENCE = 0.95;
const CONFIDENCE: Readonly<Record<Exclude<OriginReason, 'WIRE_CREDIT'>, number>> = { EARLIER: 0.75, AGENCY: 0.75, FULLER: 0.6 };
/** Two of these together, and the first of them against another. */
const BOTH_CONFIDENCE = 0.85;
const DISPUTED_CONFIDENCE = 0.6;
/** Outlets round times: closer ones tell nothing. */
const LEAST_APART_MS = 60_000;
/** A date without a time comes in as its midnight, and may be any time of that day. */
const DAY_MS = 86_400_000;
/** Of two prints of one text the one that lacks this much more of the other is the fuller. */
const FULLER_BY = 0.1;

/** "AP" for "Associated Press" and "The Associated Press", or the same words. */
export function isAgency(agency: string, sourceName: string): boolean {
  const [x, y] = [agency, sourceName].map((name) => foldedWords(name).filter((word) => word !== 'the'));
  const initials = (words: readonly string[]): string => words.map((word) => word[0]).join('');
  return x.length > 0 && y.length > 0 && (x.join(' ') === y.join(' ') || (x.length === 1 && y.length > 1 && x[0] === initials(y)) || (y.length === 1 && x.length > 1 && y[0] === initials(x)));
}

/**
 * Which of two articles with text in common is the likely origin of it; null where nothing tells: no text in common, both from one
 * agency (then it is neither), or neither time nor length differs.
 */
export function likelyOrigin(a: Provenance, b: Provenance, overlap: Pick<ReuseComparison, 'relation' | 'containmentAInB' | 'containmentBInA'>): LikelyOrigin | null {
  // 1. Text in common, word for word or reworded.
  if (overlap.relation === 'UNRELATED') return null;
  // 2. One says that it is from the other.
  const [creditsB, creditsA] = [a.agency !== null && b.sourceName !== null && isAgency(a.agency, b.sourceName), b.agency !== null && a.sourceName !== null && isAgency(b.agency, a.sourceName)];
  if (creditsA !== creditsB) return { origin: creditsA ? 'a' : 'b', reasons: ['WIRE_CREDIT'], confidence: CREDIT_CONFIDENCE };
  // 3. Both say that they are from a third.
  if (a.agency !== null && b.agency !== null && isAgency(a.agency, b.agency)) return null;
  // 4. Which came first, which is signed as agencies sign their own, and, of two prints of one text, which has more of it.
  const told = [
    { reason: 'EARLIER', origin: earlierOf(a.publishedAt, b.publishedAt) },
    { reason: 'AGENCY', origin: agencyOf(a, b) },
    { reason: 'FULLER', origin: overlap.relation === 'REPRINT' ? fullerOf(overlap) : null },
  ] as const;
  const [first, ...others] = told.filter((one) => one.origin !== null);
  if (!first?.origin) return null;
  const { origin } = first;
  const agreeing = [first, ...others].filter((one) => one.origin === origin).map(({ reason }) => reason);
  const isDisputed = others.some((one) => one.origin !== origin);
  return { origin, reasons: agreeing, confidence: isDisputed ? DISPUTED_CONFIDENCE : agreeing.length > 1 ? BOTH_CONFIDENCE : CONFIDENCE[first.reason] };
}

/** Surely before the other, whatever the time of a date without one. */
function earlierOf(a: number | null, b: number | null): 'a' | 'b' | null {
  if (a === null || b === null) return null;
  if (b - latestOf(a) >= LEAST_APART_MS) return 'a';
  return a - latestOf(b) >= LEAST_APART_MS ? 'b' : null;
}

const latestOf = (time: number): number => (time % DAY_MS === 0 ? time + DAY_MS - LEAST_APART_MS : time);

const signsItself = ({ agency, sourceName }: Provenance): boolean => agency !== null && sourceName !== null && isAgency(agency, sourceName);

/** A text that names its own outlet in the dateline is what agencies send to be printed. */
function agencyOf(a: Provenance, b: Provenance): 'a' | 'b' | null {
  if (signsItself(a) === signsItself(b)) return null;
  return signsItself(a) ? 'a' : 'b';
}

function fullerOf({ containmentAInB, containmentBInA }: Pick<ReuseComparison, 'containmentAInB' | 'containmentBInA'>): 'a' | 'b' | null {
  if (Math.abs(containmentAInB - containmentBInA) < FULLER_BY) return null;
  return containmentAInB < containmentBInA ? 'a' : 'b';
}

/** Do both say that they are from one agency, which `mine` is not of? Then what they have in common is the agency's, and neither is its origin. */
export const sharesAgency = (mine: Provenance, theirs: Provenance): boolean =>
  mine.agency !== null && theirs.agency !== null && isAgency(mine.agency, theirs.agency) && !signsItself(mine);

export interface OwnWords {
  readonly counted: number;
  /** Those that stand in none of the copied passages. */
  readonly own: number;
}

/**
 * How many of a text's counted words are its own.
 *
 * @param copied passages of this text that its likely origins have too, in any order
 */
export function ownWords(text: ReuseText, copied: readonly Span[]): OwnWords {
  const words = countedWords(text);
  const spans = mergeSpans(copied);
  let [next, own] = [0, 0];
  for (let i = 0; i < words.length; i++) {
    while (next < spans.length && spans[next].end <= words.starts[i]) next++;
    if (next >= spans.length || spans[next].start >= words.ends[i]) own++;
  }
  return { counted: words.length, own };
}

/** Share of the counted words, of one text or of many, that are their own, 0..1; null where there are none. */
export const originality = ({ counted, own }: OwnWords): number | null => (counted === 0 ? null : own / counted);
