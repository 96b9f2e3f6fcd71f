/** What the evidence of a pair weighs, in log odds. Written by training/train-pairs.ts from labelled pairs of news quotes: learn it anew when what is measured changes. */
import type { PairModel } from './model.js';

export const MODEL: PairModel = {
  start: -4.63,
  weights: {
    compatible: -1.11,
    spokenFor: -1.72,
    unknown: -2.98,
    different: -8,
    namedNear: 2,
    likeness: 7.49,
    thin: -1.62,
    run: 1.41,
    whole: 0.39,
    marked: 1.92,
    piece: 1.58,
    convertedNumber: 0.79,
    otherNumber: -0.82,
    otherName: -2.02,
    phrase: -4.22,
    polarity: -6.4,
    surroundings: 0.83,
    around: 0.54,
    occasion: 1.63,
    happening: 1.48,
    sentence: -0.81,
    days: -0.62,
    farMonths: -0.8,
    sameArticle: -4,
  },
};
