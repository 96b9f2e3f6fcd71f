import { MODEL } from './learned.js';
import { weightOf } from './model.js';
import { oppositionOf } from './opposition.js';
import type { MatchReason, RenderingMatch } from './types.js';
import { bestWordEvidence, matchOf, prepare } from './word-evidence.js';
import { overlapOf, runsOf } from './wording.js';

/** Only the same words have 1; with other words of grammar ("a", "the") or in another order it is less. */
const NOT_IDENTICAL_MOST = 0.99;

/**
 * How alike two texts are as wording alone, whoever said them. `score` is 1 for the same words, and at least .5 where one
 * holds the other whole. What one denies and the other affirms is not shared: where all is, the score is 0.
 */
export const similarity = (textA: string, textB: string): { score: number; match: RenderingMatch } => likeness(textA, textB, false);

function likeness(textA: string, textB: string, isHeld: boolean): { score: number; match: RenderingMatch } {
  const [a, b] = [prepare(textA).wording, prepare(textB).wording];
  const [overlap, runs, opposition] = [overlapOf(a, b), runsOf(a, b), oppositionOf(a, b)];
  if (runs.whole && a.words.length === b.words.length) return { score: 1, match: matchOf(a, b, runs, opposition) };
  // Words of grammar alone ("They were not") have no content to share, and of a long speech the end is not read.
  const whole = isHeld || runs.whole;
  const score = 0.5 * overlap.dice + 0.25 * (whole ? 1 : overlap.containment) + 0.25 * (whole ? 1 : runs.coverage);
  return { score: Math.min(NOT_IDENTICAL_MOST, score) * (1 - opposition.share), match: isHeld ? 'VERBATIM' : matchOf(a, b, runs, opposition) };
}

/**
 * What the occasion adds in the upper quartile of the labelled pairs that are the same, as a whole number. A bare text has no speaker, date or
 * surroundings; in its favour they are taken to be the quote's own, and the surroundings as alike as that.
 */
const GRANTED_OCCASION = 1;
/** In log odds: what the words must say, so that `match` would call the two the same on the occasion granted. */
const RENDERING_FLOOR = -(MODEL.start + GRANTED_OCCASION);

/**
 * How a quote renders a text, or null where as far as wording can tell it does not: the words say too little, or one
 * denies what the other says.
 * @param isHeld the quote holds the text word for word, wherever in it: that needs no telling words
 */
export function renderingOf(text: string, quoteText: string, isHeld = false): { score: number; match: RenderingMatch } | null {
  const { opposite, overlap, evidence } = bestWordEvidence(prepare(text), prepare(quoteText));
  if (opposite) return null;
  const found = likeness(text, quoteText, isHeld);
  if (isHeld || found.match === 'VERBATIM') return found;
  return overlap.shared > 0 && weightOf(evidence, MODEL) >= RENDERING_FLOOR ? found : null;
}

/** What the words of two texts say for or against their being one statement; nothing of speakers, dates and surroundings. */
export const reasonsOfWording = (textA: string, textB: string): MatchReason[] =>
  bestWordEvidence(prepare(textA), prepare(textB)).evidence.map((one) => ({ code: one.code, message: one.message(), weight: weightOf([one], MODEL) }));
