/** Logistic regression drawn towards given weights (L2), each of which may be held to a sign. */

export interface Example {
  /** Values of the features, in their order. */
  readonly values: Float64Array;
  readonly answer: boolean;
  /** As how many examples it counts. */
  readonly weight: number;
}

export interface Fit {
  readonly start: number;
  readonly weights: Float64Array;
}

const MOST_SWEEPS = 500;
const LEAST_CHANGE = 1e-6;
/** Of a feature that hardly varies: it is held too. */
const LEAST_VARIANCE = 1e-6;

export const logOddsOf = ({ start, weights }: Fit, values: Float64Array): number => weights.reduce((sum, weight, j) => sum + weight * values[j], start);

/** What a fit is drawn towards, and how strongly. */
export interface Prior extends Fit {
  /** By so many examples of one deviation the weights are held. */
  readonly strength: number;
  readonly startStrength: number;
}

/**
 * Minimises  sum of weight * log loss  +  strength / 2 * sum of (deviation_j * (weight_j - prior_j))^2  by Newton's method in one
 * coordinate after the other, each cut off at 0 where its sign forbids it (as in Friedman, Hastie and Tibshirani 2010,
 * "Regularization Paths for Generalized Linear Models via Coordinate Descent"). Deviations are those of the examples'
 * values, so that the strength does not depend on units.
 * @param signs by feature 1 (may not fall below 0), -1, or 0: the feature keeps its prior weight
 */
export function fitLogistic(examples: readonly Example[], signs: readonly (1 | -1 | 0)[], prior: Prior): Fit {
  const weights = Float64Array.from(prior.weights);
  const penalties = signs.map((_, j) => prior.strength * Math.max(varianceOf(examples, j), LEAST_VARIANCE));
  const logits = examples.map(({ values }) => logOddsOf(prior, values));
  let { start } = prior;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    const atStart = newtonStep(examples, logits, () => 1, prior.startStrength, start - prior.start);
    start -= atStart;
    for (let i = 0; i < logits.length; i++) logits[i] -= atStart;
    let largest = Math.abs(atStart);
    for (let j = 0; j < weights.length; j++) {
      if (signs[j] === 0) continue;
      const step = newtonStep(examples, logits, (values) => values[j], penalties[j], weights[j] - prior.weights[j]);
      const next = signs[j] === 1 ? Math.max(0, weights[j] - step) : Math.min(0, weights[j] - step);
      const change = next - weights[j];
      if (change === 0) continue;
      weights[j] = next;
      for (let i = 0; i < logits.length; i++) logits[i] += change * examples[i].values[j];
      largest = Math.max(largest, Math.abs(change));
    }
    if (largest < LEAST_CHANGE) break;
  }
  return { start, weights };
}

/** Beyond, the curvature is too small to be trusted. */
const LARGEST_STEP = 1;
const LEAST_CURVATURE = 1e-9;

function newtonStep(examples: readonly Example[], logits: readonly number[], valueOf: (values: Float64Array) => number, penalty: number, apart: number): number {
  let [gradient, curvature] = [penalty * apart, penalty + LEAST_CURVATURE];
  for (let i = 0; i < examples.length; i++) {
    const { values, answer, weight } = examples[i];
    const value = valueOf(values);
    if (value === 0) continue;
    const chance = 1 / (1 + Math.exp(-logits[i]));
    gradient += weight * (chance - Number(answer)) * value;
    curvature += weight * chance * (1 - chance) * value * value;
  }
  return Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, gradient / curvature));
}

function varianceOf(examples: readonly Example[], j: number): number {
  let [count, sum, squares] = [0, 0, 0];
  for (const { values, weight } of examples) {
    count += weight;
    sum += weight * values[j];
    squares += weight * values[j] ** 2;
  }
  return squares / count - (sum / count) ** 2;
}
