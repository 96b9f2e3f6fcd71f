/** What the evidence of a pair weighs, in log odds. Written by training/train-pairs.ts from labelled pairs of news quotes: learn it anew when what is measured changes. */
import type { PairModel } from './model.js';

export const MODEL: PairModel = {
  start: -4.65,
  weights: {
    compatible: -1.1,
    spokenFor: -1.72,
    unknown: -3.01,
    different: -8,
    namedNear: 1.96,
    likeness: 7.46,
    thin: -1.63,
    run: 1.41,
    whole: 0.39,
    marked: 1.89,
    piece: 1.58,
    convertedNumber: 0.72,
    otherNumber: -0.81,
    polarity: -6.4,
    surroundings: 0.82,
    around: 0.49,
    occasion: 1.62,
    happening: 1.49,
    sentence: -0.82,
    days: -0.65,
    farMonths: -0.8,
    sameArticle: -4,
  },
};
