/** Learns what the evidence of a pair weighs. Few pairs are labelled, so that much is drawn towards what was known before. */
import { FEATURE_NAMES, FEATURES, judgeMeasure } from '../src/matching/index.js';
import type { Feature, PairMeasure, PairModel } from '../src/matching/index.js';
import { foldsByArticles } from './folds.js';
import type { LabelledPair, Speakers } from './labelled-pairs.js';
import { fitLogistic } from './regression.js';
import type { Example } from './regression.js';

/**
 * What the weights are drawn towards: set by hand, in log odds, before anything was learned. The pairs had been looked at
 * then, so that figures out of fold still flatter by what these owe to them.
 */
const PRIOR: PairModel = {
  start: -5.1,
  weights: {
    compatible: -1, spokenFor: -1.6, unknown: -2.4, different: -8, namedNear: 2, likeness: 8, thin: -1.6, run: 1.6, whole: 0.4, marked: 2, piece: 1.5,
    convertedNumber: 0.8, otherNumber: -0.8, otherName: -2, phrase: -4.5, polarity: -6.4, surroundings: 1, around: 0.8, occasion: 1.5, happening: 1.5,
    sentence: -0.8, days: -0.5, farMonths: -0.8, sameArticle: -4,
  },
};
/** Of 3, 10, 30, 100 and 200 the one that orders pairs best out of fold; with less the folds' models differ too much to be compared. */
const STRENGTH = 100;
const START_STRENGTH = 30;
/** No pair that is decided by these is left to learn from: they bar, or the few that they touch are barred. */
const KEPT: ReadonlySet<Feature> = new Set<Feature>(['different', 'polarity', 'sameArticle']);
/** A pair of reprints is one more time what the rest shows in many forms. */
const REPRINT_WEIGHT = 0.3;
/** A pair counts half with the engine's speakers and half with the annotators': the model is asked about both. */
const SPEAKERS_WEIGHT = 0.5;
/**
 * In log odds: where the decision is made. Chosen out of fold, for a precision of at least .75 with the engine's speakers and with
 * the annotators': as surely as that, more may join where the speakers are known, and less where they are not.
 */
const EASE = 0.6;
const UNKNOWN_CAUTION = 0.5;
export const FOLDS = 5;

const signs = FEATURE_NAMES.map((name) => (KEPT.has(name) ? 0 : FEATURES[name]));
const vectorOf = ({ values }: PairMeasure): Float64Array => Float64Array.from(FEATURE_NAMES, (name) => values[name] ?? 0);

const examplesOf = ({ same, reprints, measures }: LabelledPair): Example[] => Object.values(measures).filter(({ barred }) => !barred)
  .map((measure) => ({ values: vectorOf(measure), answer: same, weight: SPEAKERS_WEIGHT * (reprints ? REPRINT_WEIGHT : 1) }));

/** Deterministic: nothing is drawn by lot. */
export function fitPairModel(pairs: readonly LabelledPair[]): PairModel {
  const prior = { start: PRIOR.start, weights: Float64Array.from(FEATURE_NAMES, (name) => PRIOR.weights[name]), strength: STRENGTH, startStrength: START_STRENGTH };
  const { start, weights } = fitLogistic(pairs.flatMap(examplesOf), signs, prior);
  const learned = Object.fromEntries(FEATURE_NAMES.map((name, j) => [name, weights[j]])) as Record<Feature, number>;
  return { start: start + EASE, weights: { ...learned, unknown: learned.unknown - UNKNOWN_CAUTION } };
}

export interface PairDecision {
  readonly n: number;
  readonly score: number;
  readonly same: boolean;
}

/** Each pair decided by a model that learned from none of its articles, nor from any that are linked to them by pairs. */
export function decideOutOfFold(pairs: readonly LabelledPair[], speakers: Speakers): PairDecision[] {
  const foldOf = foldsByArticles(pairs.map(({ articles }) => articles), FOLDS);
  const models = Array.from({ length: FOLDS }, (_, fold) => fitPairModel(pairs.filter((__, i) => foldOf[i] !== fold)));
  return pairs.map(({ n, measures }, i) => ({ n, ...judgeMeasure(measures[speakers], models[foldOf[i]]) }));
}
