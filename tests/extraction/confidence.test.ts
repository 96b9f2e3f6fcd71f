/** Confidences: chances of being right that keep the order of what they are made from. */
import { describe, expect, it } from 'vitest';
import { CALIBRATION } from '../../src/extraction/calibration.en.js';
import { confidenceOf, logOddsOf } from '../../src/extraction/confidence.js';
import type { Calibration } from '../../src/extraction/confidence.js';
import type { QuoteKind } from '../../src/extraction/types.js';
import { fitScaling, shareByArticle, shrunkShare } from '../../training/scaling.js';

const KINDS: readonly QuoteKind[] = ['DIRECT', 'MIXED', 'INDIRECT'];

describe('the confidence of a quote', () => {
  it.each(KINDS)('rises with the chance that the model gives, %s', (kind) => {
    const told = Array.from({ length: 101 }, (_, i) => confidenceOf({ rule: 'LEARNED', chance: i / 100, besideModel: true }, kind, CALIBRATION));
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told[100]).toBeGreaterThan(told[40] + 0.2);
    for (const confidence of told) expect(confidence >= 0 && confidence <= 1).toBe(true);
  });

  it('is a share, in hundredths, whatever the rule', () => {
    for (const rule of Object.keys(CALIBRATION.rules) as (keyof Calibration['rules'])[]) {
      for (const kind of KINDS) {
        for (const besideModel of [true, false]) {
          const confidence = confidenceOf({ rule, besideModel }, kind, CALIBRATION);
          expect(confidence > 0 && confidence < 1).toBe(true);
          expect(confidence).toBe(Number(confidence.toFixed(2)));
        }
      }
    }
  });

  it('of a rule is another where the model has seen nothing, and with marks', () => {
    const shares: Calibration = { ...CALIBRATION, rules: { ...CALIBRATION.rules, COLON: { plain: 0.3, quoted: 0.8 } }, besideModel: { COLON: { plain: 0.1, quoted: 0.6 } } };
    const of = (besideModel: boolean, kind: QuoteKind): number => confidenceOf({ rule: 'COLON', besideModel }, kind, shares);
    expect([of(false, 'INDIRECT'), of(false, 'MIXED'), of(true, 'INDIRECT'), of(true, 'DIRECT')]).toEqual([0.3, 0.8, 0.1, 0.6]);
    expect(confidenceOf({ rule: 'THAT', besideModel: true }, 'INDIRECT', { ...shares, rules: { ...shares.rules, THAT: { plain: 0.7, quoted: 0.7 } } })).toBe(0.7);
  });
});

describe('fitting', () => {
  /** Examples of which a share comes true that is the told log odds scaled. */
  const outcomes = (slope: number, intercept: number) => [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95].flatMap((chance) => {
    const [logOdds, count] = [logOddsOf(chance), 2000];
    const right = Math.round(count / (1 + Math.exp(-(slope * logOdds + intercept))));
    return Array.from({ length: count }, (_, i) => ({ logOdds, right: i < right }));
  });

  it.each([[1, 0], [0.5, 0.3], [2, -1]])('finds slope %d and intercept %d again', (slope, intercept) => {
    const found = fitScaling(outcomes(slope, intercept));
    expect(found.slope).toBeCloseTo(slope, 1);
    expect(found.intercept).toBeCloseTo(intercept, 1);
  });

  it('leaves chances of which nothing is known as they are', () => {
    expect(fitScaling([])).toEqual({ slope: 1, intercept: 0 });
  });

  it('refuses chances that turn the order round', () => {
    expect(() => fitScaling(outcomes(-1, 0))).toThrow(/slope/);
  });

  it('the turns of one transcript count little, and few examples stay near what is known of all', () => {
    const transcript = Array.from({ length: 50 }, () => ({ article: 'a', right: false }));
    const others = ['b', 'c', 'd'].map((article) => ({ article, right: true }));
    expect(shareByArticle([...transcript, ...others])).toEqual({ share: 0.5, weight: 6 });
    expect(shareByArticle([])).toEqual({ share: 0, weight: 0 });
    expect(shrunkShare({ share: 1, weight: 10 }, 0.5, 10)).toBe(0.75);
    expect(shrunkShare({ share: 0, weight: 0 }, 0.5, 10)).toBe(0.5);
  });
});
