/** Do confidences mean what they say? Quotes gathered by confidence, and the share of them that is right. */

export interface Told {
  /** 0..1 */
  readonly confidence: number;
  readonly right: boolean;
}

export interface Bin {
  /** Confidences from here to the next tenth; the last bin takes 1 in. */
  readonly from: number;
  readonly count: number;
  /** Null where the bin is empty, as is `right`. */
  readonly meanConfidence: number | null;
  /** Share that is right, 0..1. */
  readonly right: number | null;
}

export interface Reliability {
  readonly bins: readonly Bin[];
  /**
   * Expected calibration error (Naeini, Cooper and Hauskrecht 2015): how far the mean confidence of a bin is from its
   * share of right ones, the bins weighed by how many they hold; 0..1, null without quotes.
   */
  readonly expectedCalibrationError: number | null;
}

export const BINS = 10;

export function reliability(told: readonly Told[]): Reliability {
  const members = Array.from({ length: BINS }, (): Told[] => []);
  for (const one of told) members[binOf(one.confidence)].push(one);
  const bins = members.map((list, i): Bin => ({ from: i / BINS, count: list.length, meanConfidence: mean(list.map(({ confidence }) => confidence)), right: mean(list.map(({ right }) => Number(right))) }));
  const error = bins.reduce((sum, { count, meanConfidence, right }) => sum + count * Math.abs((meanConfidence ?? 0) - (right ?? 0)), 0);
  return { bins, expectedCalibrationError: told.length === 0 ? null : error / told.length };
}

/** Confidences have two digits: what is .30 is not to fall under .3 for how numbers are kept. */
const binOf = (confidence: number): number => Math.min(BINS - 1, Math.floor(confidence * BINS + 1e-9));

const mean = (numbers: readonly number[]): number | null => (numbers.length === 0 ? null : numbers.reduce((sum, x) => sum + x, 0) / numbers.length);
