/** What the evidence of a pair weighs, in log odds. Written by training/train-pairs.ts from labelled pairs of news quotes: learn it anew when what is measured changes. */
import type { PairModel } from './model.js';

export const MODEL: PairModel = {
  start: -4.7,
  weights: {
    compatible: -1.14,
    spokenFor: -1.73,
    unknown: -3.01,
    different: -8,
    namedNear: 1.96,
    likeness: 7.51,
    thin: -1.59,
    run: 1.43,
    whole: 0.38,
    marked: 2.06,
    convertedNumber: 0.71,
    otherNumber: -0.69,
    polarity: -6.4,
    surroundings: 2.38,
    around: 0.56,
    happening: 1.53,
    sentence: -0.84,
    days: -0.62,
    farMonths: -0.8,
    sameArticle: -4,
  },
};
