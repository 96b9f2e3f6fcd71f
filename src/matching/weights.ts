import type { SpeakerRelation } from './speakers.js';

/**
 * In log odds (+0.7 doubles the odds). Set by hand and checked over hand-labelled pairs of news quotes, each alone;
 * docs/matching.md explains them.
 */
export const WEIGHTS = {
  start: -5.1,
  speaker: { SAME: 0, COMPATIBLE: -1, SPOKEN_FOR: -1.6, UNKNOWN: -2.4, DIFFERENT: -8 } satisfies Record<SpeakerRelation, number>,
  /** Times the likeness of the words, 0..1. */
  likeness: 8,
  /** Shared weight under THIN_WEIGHT: a word or two may be chance. */
  thin: -1.6,
  /** Per word of the longest run over two, up to RUN_MOST words. */
  run: 0.2,
  whole: 0.4,
  /** Per word that one gives within quotation marks and the other has, up to MARKED_MOST. */
  marked: 0.5,
  convertedNumber: 0.8,
  otherNumber: -0.8,
  /** Times the share of the common words that one denies and the other affirms, 0..1. */
  polarity: -6.4,
  /** Times the likeness of the surroundings, 0..1. */
  surroundings: 2.4,
  /** Times the share of one's words that stand around the other. */
  around: 0.8,
  /** For one sentence of several: there are more of them to be like something by chance. */
  sentence: -0.8,
  /** Per day apart up to NEAR_DAYS, then per 30 days more. */
  perDay: -0.05,
  farPerMonth: -0.8,
  sameArticle: -4,
} as const;
