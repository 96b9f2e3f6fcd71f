/** The likeliest labels of a unit's items for one cue, by the Viterbi algorithm. */
import { roleFeatures, Way } from './features.js';
import { FeatureList } from './hashing.js';
import { CONTENT, CONTENT_START, CUE, CUE_START, LABELS, MENTION, MENTION_START, mayBegin, mayFollow } from './labels.js';
import { TRANSITION_BITS } from './model.js';
import { MAX_ITEMS } from './units.js';
import type { UnitReading } from './reading.js';

/** Weights while learning are other numbers than those of a model read from bytes; decoding asks only for these. */
export interface RoleWeights {
  /** Adds, for each feature, the weights of all labels to `scores` from `place` on. */
  addEmission(features: FeatureList, scores: Float32Array, place: number): void;
  /** By kind of item, label before and label. */
  readonly transitions: Float32Array;
}

export interface Decoded {
  readonly labels: Uint8Array;
  /** Of the labels together, in units of the role weights. */
  readonly score: number;
}

/** Items before the anchor in which its cue may begin: "has repeatedly and in public said". */
const LONGEST_LEAD = 8;
export const IMPOSSIBLE = -1e9;

const ALL_LABELS = Array.from({ length: LABELS }, (_, label) => label);
/** By whether the anchor is still to come, and by label: those that it may follow. */
export const FOLLOWS = [false, true].map((beforeAnchor) => ALL_LABELS.map((label) => Uint8Array.from(ALL_LABELS.filter((before) => mayFollow(before, label, beforeAnchor)))));

/** What transitions look at: the word that joins clauses, or how a quotation ends. */
export const kindOf = ({ key, quotation }: UnitReading, k: number): number => (quotation[k] !== 0 ? 2 ** TRANSITION_BITS - 1 - quotation[k] : key[k]);

/**
 * How well each label fits each item, whatever stands beside it: the weights of its features, and what an item cannot be:
 * the anchor is in the cue, a quotation is no mention, a cue does not begin far away or behind its anchor.
 * @param scores of item k and label l at k * LABELS + l
 */
export function scoreItems(reading: UnitReading, way: Way, weights: RoleWeights, features: FeatureList, scores: Float32Array): void {
  const { anchor } = way;
  for (let k = 0; k < reading.length; k++) {
    const place = k * LABELS;
    scores.fill(0, place, place + LABELS);
    roleFeatures(reading, way, k, features);
    weights.addEmission(features, scores, place);
    if (k === anchor) {
      for (let label = 0; label < LABELS; label++) if (label !== CUE_START && label !== CUE) scores[place + label] = IMPOSSIBLE;
    } else {
      if (k > anchor || k < anchor - LONGEST_LEAD) scores[place + CUE_START] = IMPOSSIBLE;
      if (k < anchor - LONGEST_LEAD) scores[place + CUE] = IMPOSSIBLE;
      if (reading.quotation[k] !== 0) scores[place + MENTION_START] = scores[place + MENTION] = IMPOSSIBLE;
    }
  }
  for (let label = 0; label < LABELS; label++) if (!mayBegin(label)) scores[label] = IMPOSSIBLE;
}

/** One at a time: the arrays are used again. */
export class Decoder {
  private readonly features = new FeatureList();
  private readonly way = new Way((MAX_ITEMS + 1) * 2);
  private readonly scores = new Float32Array((MAX_ITEMS + 1) * LABELS * 2);
  private readonly back = new Int8Array((MAX_ITEMS + 1) * LABELS * 2);

  /** @returns null where the unit is longer than units are */
  decode(reading: UnitReading, anchor: number, weights: RoleWeights): Decoded | null {
    const { length } = reading;
    const { scores, back } = this;
    const { transitions } = weights;
    if (length * LABELS > scores.length) return null;
    this.way.read(reading, anchor);
    scoreItems(reading, this.way, weights, this.features, scores);
    for (let k = 1; k < length; k++) {
      const place = k * LABELS;
      const kind = kindOf(reading, k) * LABELS * LABELS;
      const follows = FOLLOWS[k <= anchor ? 1 : 0];
      for (let label = 0; label < LABELS; label++) {
        let best = -Infinity;
        let from = 0;
        const befores = follows[label];
        for (let i = 0; i < befores.length; i++) {
          const before = befores[i];
          const score = scores[place - LABELS + before] + transitions[kind + before * LABELS + label];
          if (score > best) {
            best = score;
            from = before;
          }
        }
        scores[place + label] += best;
        back[place + label] = from;
      }
    }
    return this.trace(length);
  }

  private trace(length: number): Decoded {
    const labels = new Uint8Array(length);
    const last = (length - 1) * LABELS;
    let label = 0;
    for (let l = 1; l < LABELS; l++) if (this.scores[last + l] > this.scores[last + label]) label = l;
    const score = this.scores[last + label];
    for (let k = length - 1; k >= 0; k--) {
      labels[k] = label;
      label = this.back[k * LABELS + label];
    }
    return { labels, score };
  }
}

/** Does any item belong to the content? */
export const hasContent = (labels: Uint8Array): boolean => labels.some((label) => label === CONTENT || label === CONTENT_START);
