/** What the evidence of a pair weighs, in log odds. Written by training/train-pairs.ts from labelled pairs of news quotes: learn it anew when what is measured changes. */
import type { PairModel } from './model.js';

export const MODEL: PairModel = {
  start: -4.78,
  weights: {
    compatible: -1.14,
    spokenFor: -1.72,
    unknown: -3,
    different: -8,
    namedNear: 1.99,
    likeness: 7.54,
    thin: -1.59,
    run: 1.44,
    whole: 0.39,
    marked: 2.07,
    convertedNumber: 0.71,
    otherNumber: -0.68,
    polarity: -6.4,
    surroundings: 2.43,
    around: 0.6,
    sentence: -0.83,
    days: -0.61,
    farMonths: -0.8,
    sameArticle: -4,
  },
};
