/** How much speaks for two articles being about one happening. */
import type { StoryArticle } from './types.js';

/** How many articles there are, and in how many of them a term stands. */
export interface TermCounts {
  readonly articles: number;
  readonly withTerm: ReadonlyMap<number, number>;
}

/*
 * Rarity is the inverse document frequency, ln(1 + N / n), with articles that nobody has seen added to both: the first
 * articles of an empty store would else find every word as rare as every other.
 */
const UNSEEN_ARTICLES = 50;
/** Of those so many have any given term. */
const UNSEEN_WITH_TERM = 1;

export function rarity({ articles, withTerm }: TermCounts, key: number): number {
  return Math.log(1 + (articles + UNSEEN_ARTICLES) / ((withTerm.get(key) ?? 0) + UNSEEN_WITH_TERM));
}

/** Weights of the terms, of length 1. */
export type Direction = ReadonlyMap<number, number>;

export function directionOf(terms: StoryArticle['terms'], weigh: (key: number) => number): Direction {
  const weights = terms.map(({ key, weight }) => weight * weigh(key));
  const length = Math.hypot(...weights) || 1;
  return new Map(terms.map(({ key }, i) => [key, weights[i] / length]));
}

/** The cosine of two directions, 0..1. */
export function cosine(a: Direction, b: Direction): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [key, weight] of few) sum += weight * (many.get(key) ?? 0);
  return Math.min(1, sum);
}

const DAY_MS = 86_400_000;
/** Days between two articles that speak against nothing: the wire at night, the paper the morning after next. */
const FRESH_DAYS = 3;
/** Days in which likeness loses half of what it says: what is told a week later is mostly the next happening. */
const HALF_LIFE_DAYS = 7;
/** Days beyond which two articles are not about one happening, whatever they share. */
export const WINDOW_DAYS = 21;
/** What is left of likeness where a date is missing: then they must be more alike. */
const UNDATED = 0.4;

/** What the days between them leave of two articles' likeness, 0..1. */
export function nearness(a: string | null, b: string | null): number {
  if (a === null || b === null) return UNDATED;
  const days = Math.abs(Date.parse(a) - Date.parse(b)) / DAY_MS;
  if (days > WINDOW_DAYS) return 0;
  return 0.5 ** (Math.max(0, days - FRESH_DAYS) / HALF_LIFE_DAYS);
}

/** What one shared statement adds: some are repeated from story to story. */
const SHARED_STATEMENT = 0.1;
/** Statements beyond this many add nothing. */
const MOST_STATEMENTS = 5;
/** What a text that stands whole in another adds. */
const CONTAINED = 0.9;
/** Less than this share of a text in common says nothing: background paragraphs are copied from story to story. */
const BACKGROUND = 0.25;

/**
 * 0..1. Likeness of the terms, shared statements and shared text are taken as independent signs (noisy or), and all of it
 * loses by the days between.
 */
export function likeness(terms: number, sharedStatements: number, containment: number, near: number): number {
  const copied = CONTAINED * (Math.max(0, containment - BACKGROUND) / (1 - BACKGROUND));
  const apart = (1 - terms) * (1 - SHARED_STATEMENT) ** Math.min(sharedStatements, MOST_STATEMENTS) * (1 - copied);
  return near * (1 - apart);
}
