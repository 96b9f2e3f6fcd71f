/** What the decision of a pair is made of: the measured values, and a model that weighs them. */

/** By name, each with the sign that its weight may have: what speaks against a match may never speak for it. */
export const FEATURES = {
  /** 1 where the speakers stand so to each other; the same speaker is what the others are measured against. */
  compatible: -1,
  spokenFor: -1,
  unknown: -1,
  different: -1,
  /** Where a speaker is unknown: how close one who may be the other's stands to the content, 0..1. */
  namedNear: 1,
  /** Likeness of the words, 0..1. */
  likeness: 1,
  /** How far what they share may be chance, 0..1. */
  thin: -1,
  /** Words of the longest run over two, at most RUN_MOST less two, by that most: 0..1. */
  run: 1,
  /** 1 where one holds the other word for word. */
  whole: 1,
  /** Words that one gives within quotation marks and the other has, up to MARKED_MOST, by that most: 0..1. */
  marked: 1,
  /** Weight of a stretch that both have in quotation marks, at most 1. */
  piece: 1,
  /** 1 where both give one measure in different units. */
  convertedNumber: 1,
  /** 1 where each has a number that the other lacks, and none in common. */
  otherNumber: -1,
  /** 1 where each has a name that the other lacks, none in common. */
  otherName: -1,
  /** Where a speaker is unknown: likeness of the words, 0..1, times how far what they share is too little to be somebody's words, 0..1. */
  phrase: -1,
  /** Share of the common words that one denies and the other affirms, 0..1. */
  polarity: -1,
  /** Likeness of the surroundings, up to SURROUNDINGS_MOST, by that most: 0..1. */
  surroundings: 1,
  /** Share of one's words that stand around the other, 0..1. */
  around: 1,
  /** 1 where one kind of occasion is named near both. */
  occasion: 1,
  /** How far both articles are about one thing, beyond what the day's news have in common: 0..1. */
  happening: 1,
  /** 1 where one sentence of several is compared: there are more of them to be like something by chance. */
  sentence: -1,
  /** Days apart, up to NEAR_DAYS, by that most: 0..1. */
  days: -1,
  /** Months beyond that, up to FAR_MOST_MONTHS. */
  farMonths: -1,
  /** 1 where one article tells the two apart. */
  sameArticle: -1,
} as const satisfies Record<string, 1 | -1>;

export type Feature = keyof typeof FEATURES;
export const FEATURE_NAMES = Object.keys(FEATURES) as readonly Feature[];
/** Those that are not 0. */
export type FeatureValues = Readonly<Partial<Record<Feature, number>>>;

/** In log odds (+0.7 doubles the odds): where a pair stands before anything is known, and what each value adds, times itself. */
export interface PairModel {
  readonly start: number;
  readonly weights: Readonly<Record<Feature, number>>;
}

/** A reason before it is weighed. */
export interface Evidence {
  readonly code: string;
  /** Worked out when it is asked for: of most pairs nobody reads it. */
  readonly message: () => string;
  readonly values: FeatureValues;
}

export function weightOf(evidence: readonly Pick<Evidence, 'values'>[], { weights }: PairModel): number {
  let sum = 0;
  for (const { values } of evidence) for (const name in values) sum += weights[name as Feature] * values[name as Feature]!;
  return sum;
}
