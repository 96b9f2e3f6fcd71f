/** From chances as they are told to chances as they come true. */
import type { Scaling } from '../src/extraction/confidence.js';

export interface Outcome {
  readonly logOdds: number;
  readonly right: boolean;
}

/** Counts as so many examples that the chances are right as they are; keeps a kind with few examples near them. */
const PRIOR_WEIGHT = 2;
/** Newton's method is there long before. */
const ROUNDS = 50;
const LEAST_STEP = 1e-6;
const LEAST_SLOPE = 0.1;

const chanceAt = ({ slope, intercept }: Scaling, logOdds: number): number => 1 / (1 + Math.exp(-(slope * logOdds + intercept)));

/** Log loss of the outcomes and the prior, in nats. */
function lossOf(scaling: Scaling, outcomes: readonly Outcome[]): number {
  const prior = (PRIOR_WEIGHT / 2) * ((scaling.slope - 1) ** 2 + scaling.intercept ** 2);
  return outcomes.reduce((sum, { logOdds, right }) => {
    const logit = scaling.slope * logOdds + scaling.intercept;
    return sum + Math.log1p(Math.exp(-Math.abs(logit))) + Math.max(0, right ? -logit : logit);
  }, prior);
}

/** Newton's step from a scaling: what to take off slope and intercept. */
function stepFrom(scaling: Scaling, outcomes: readonly Outcome[]): Scaling {
  // Gradient, and the Hessian as [ss, si, ii].
  let [gs, gi] = [PRIOR_WEIGHT * (scaling.slope - 1), PRIOR_WEIGHT * scaling.intercept];
  let [ss, si, ii] = [PRIOR_WEIGHT, 0, PRIOR_WEIGHT];
  for (const { logOdds, right } of outcomes) {
    const chance = chanceAt(scaling, logOdds);
    const [error, weight] = [chance - Number(right), chance * (1 - chance)];
    gs += error * logOdds;
    gi += error;
    ss += weight * logOdds * logOdds;
    si += weight * logOdds;
    ii += weight;
  }
  const determinant = ss * ii - si * si;
  return { slope: (ii * gs - si * gi) / determinant, intercept: (ss * gi - si * gs) / determinant };
}

/**
 * Slope and intercept of a logistic regression on the log odds (Platt 1999), drawn slightly towards 1 and 0.
 * @throws Error where surer examples are not oftener right: then there is no order to keep
 */
export function fitScaling(outcomes: readonly Outcome[]): Scaling {
  let best: Scaling = { slope: 1, intercept: 0 };
  let loss = lossOf(best, outcomes);
  for (let round = 0; round < ROUNDS; round++) {
    const step = stepFrom(best, outcomes);
    // A whole step may go too far: half of it, a quarter ...
    for (let part = 1; part > LEAST_STEP; part /= 2) {
      const next = { slope: best.slope - part * step.slope, intercept: best.intercept - part * step.intercept };
      const nextLoss = lossOf(next, outcomes);
      if (nextLoss > loss) continue;
      [best, loss] = [next, nextLoss];
      break;
    }
  }
  if (best.slope < LEAST_SLOPE) throw new Error(`The chances do not order the quotes: slope ${best.slope}.`);
  return best;
}

/** What stands in one article is right or wrong together (all turns of one transcript): of one origin it counts as so many examples at most. */
const MOST_OF_AN_ARTICLE = 3;

/** Share that is right, and how many examples it counts as. */
export interface Share {
  readonly share: number;
  readonly weight: number;
}

export function shareByArticle(examples: readonly { readonly article: string; readonly right: boolean }[]): Share {
  const counts = new Map<string, { right: number; all: number }>();
  for (const { article, right } of examples) {
    const count = counts.get(article) ?? { right: 0, all: 0 };
    counts.set(article, { right: count.right + Number(right), all: count.all + 1 });
  }
  let [rightWeight, weight] = [0, 0];
  for (const { right, all } of counts.values()) {
    const own = Math.min(all, MOST_OF_AN_ARTICLE);
    rightWeight += (own * right) / all;
    weight += own;
  }
  return { share: weight === 0 ? 0 : rightWeight / weight, weight };
}

/** A share of few examples, drawn towards a prior that counts as `priorWeight` of them. */
export const shrunkShare = ({ share, weight }: Share, prior: number, priorWeight: number): number => (share * weight + priorWeight * prior) / (weight + priorWeight);
