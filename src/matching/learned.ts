/** What the evidence of a pair weighs, in log odds. Written by training/train-pairs.ts from labelled pairs of news quotes: learn it anew when what is measured changes. */
import type { PairModel } from './model.js';

export const MODEL: PairModel = {
  start: -4.68,
  weights: {
    compatible: -1.14,
    spokenFor: -1.74,
    unknown: -2.98,
    different: -8,
    namedNear: 2.01,
    likeness: 7.53,
    thin: -1.59,
    run: 1.42,
    whole: 0.38,
    marked: 2.07,
    convertedNumber: 0.79,
    otherNumber: -0.69,
    otherName: -2.03,
    phrase: -4.64,
    polarity: -6.4,
    surroundings: 2.39,
    around: 0.59,
    happening: 1.52,
    sentence: -0.83,
    days: -0.6,
    farMonths: -0.8,
    sameArticle: -4,
  },
};
