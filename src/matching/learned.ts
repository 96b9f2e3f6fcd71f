/** What the evidence of a pair weighs, in log odds. Written by training/train-pairs.ts from labelled pairs of news quotes: learn it anew when what is measured changes. */
import type { PairModel } from './model.js';

export const MODEL: PairModel = {
  start: -4.55,
  weights: {
    compatible: -1.1,
    spokenFor: -1.72,
    unknown: -3.01,
    different: -8,
    namedNear: 1.95,
    likeness: 7.47,
    thin: -1.63,
    run: 1.41,
    whole: 0.39,
    marked: 1.91,
    piece: 1.58,
    convertedNumber: 0.72,
    otherNumber: -0.81,
    polarity: -6.4,
    surroundings: 0.81,
    around: 0.51,
    occasion: 1.63,
    happening: 1.48,
    sentence: -0.82,
    days: -0.64,
    farMonths: -0.8,
    sameArticle: -4,
  },
};
