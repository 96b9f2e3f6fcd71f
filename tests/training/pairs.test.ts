/** How the weights of pairs are learned: folds that share no article, and the regression. */
import { describe, expect, it } from 'vitest';
import { foldsByArticles } from '../../training/folds.js';
import { decideOutOfFold, fitPairModel } from '../../training/pair-model.js';
import type { LabelledPair } from '../../training/labelled-pairs.js';
import { fitLogistic, logOddsOf } from '../../training/regression.js';
import type { Example } from '../../training/regression.js';

describe('folds by articles', () => {
  it('keep what is linked by pairs together, and fill evenly', () => {
    const folds = foldsByArticles([['a', 'b'], ['c', 'd'], ['b', 'c'], ['e', 'f'], ['g', 'g'], ['h', 'i']], 3);
    expect(new Set(folds.slice(0, 3)).size).toBe(1);
    expect(new Set([folds[0], folds[3], folds[4]]).size).toBe(3);
    expect(folds[5]).not.toBe(folds[0]);
  });
});

describe('the regression', () => {
  const example = (values: number[], answer: boolean): Example => ({ values: Float64Array.from(values), answer, weight: 1 });
  // The first value tells; the second is noise that leans to the wrong side.
  const examples = [example([1, 0], true), example([0.9, 0], true), example([0.8, 1], true), example([0.1, 1], false), example([0, 1], false), example([0.2, 0], false)];
  const prior = { start: 0, weights: Float64Array.from([0, 0]), strength: 0.5, startStrength: 0 };

  it('finds what tells, and holds signs', () => {
    const fit = fitLogistic(examples, [1, 1], prior);
    expect(fit.weights[0]).toBeGreaterThan(1);
    expect(fit.weights[1]).toBe(0);
    for (const { values, answer } of examples) expect(logOddsOf(fit, values) > 0).toBe(answer);
  });

  it('is drawn towards its prior, the more the stronger, and keeps what it is told to', () => {
    const towards = (strength: number): number => fitLogistic(examples, [1, 1], { ...prior, strength }).weights[0];
    expect(towards(1e6)).toBeCloseTo(0, 2);
    expect(towards(100)).toBeLessThan(towards(1));
    expect(fitLogistic(examples, [0, 1], { ...prior, weights: Float64Array.from([-3, 0]) }).weights[0]).toBe(-3);
  });

  it('is at the minimum: no small step makes it better', () => {
    const lossOf = (start: number, w: number): number => examples.reduce((sum, { values, answer }) => {
      const logit = start + w * values[0];
      return sum + Math.log1p(Math.exp(answer ? -logit : logit));
    }, 0.25 * 0.16333 * w * w);
    const { start, weights } = fitLogistic(examples, [1, 0], prior);
    const best = lossOf(start, weights[0]);
    for (const [s, w] of [[0.05, 0], [-0.05, 0], [0, 0.05], [0, -0.05]]) expect(lossOf(start + s, weights[0] + w)).toBeGreaterThan(best);
  });
});

describe('decisions out of fold', () => {
  const pair = (n: number, likeness: number, same: boolean): LabelledPair => {
    const measure = { values: { likeness }, barred: false };
    return { n, same, reprints: false, articles: [`${n}a`, `${n}b`], measures: { engine: measure, gold: measure } };
  };
  it('do not depend on the pair’s own label', () => {
    const pairs = Array.from({ length: 40 }, (_, n) => pair(n, (n % 10) / 10, n % 10 > 5));
    const turned = pairs.map((one) => (one.n === 7 ? { ...one, same: !one.same } : one));
    const scoreOf = (of: readonly LabelledPair[]): number => decideOutOfFold(of, 'engine').find(({ n }) => n === 7)!.score;
    expect(scoreOf(turned)).toBe(scoreOf(pairs));
    expect(fitPairModel(turned)).not.toEqual(fitPairModel(pairs));
  });
});
