/**
 * The templates of features. Their numbers are part of the model: a template added, taken away or changed asks for a new
 * FEATURES_VERSION and a model trained anew.
 */
import { mix, Templates } from './hashing.js';
import type { FeatureList } from './hashing.js';
import { KEY_COMMA, KEY_THAT, QUOTATION_KEY } from './reading.js';
import type { UnitReading } from './reading.js';

export const FEATURES_VERSION = 1;

/** What stands before the first and behind the last item. */
const BEFORE = -7;
const BEHIND = -9;
const at = (values: Int32Array, k: number): number => (k < 0 ? BEFORE : k >= values.length ? BEHIND : values[k]);

/** Items on either side in which a quotation counts as near the cue. */
const NEAR = 8;
/** Items behind the cue in which "that" counts as its own. */
const THAT_REACH = 6;

/** The values that the templates of cues put together. */
const enum Cue {
  NONE, W, BEFORE, BEFORE_2, AFTER, AFTER_2, T, T_BEFORE, T_BEFORE_2, T_AFTER, T_AFTER_2, SUFFIX, VERB, SHAPE, RULE, QUOTES, FROM_START, TO_END, THAT,
  FINE, FINE_BEFORE, FINE_AFTER, COARSE, COARSE_BEFORE, COARSE_AFTER, COUNT,
}

/** Of the word and those beside it: enough to tell of most words that they are no cue. */
const NEAR_CUE = new Templates([
  [0],
  [1, Cue.W],
  [2, Cue.AFTER],
  [3, Cue.BEFORE],
  [6, Cue.T_BEFORE, Cue.T],
  [7, Cue.T, Cue.T_AFTER],
  [11, Cue.SUFFIX],
  [14, Cue.VERB],
  [15, Cue.VERB, Cue.T_BEFORE],
  [16, Cue.VERB, Cue.T_AFTER],
  [17, Cue.W, Cue.T_BEFORE],
  [18, Cue.W, Cue.T_AFTER],
  [23, Cue.W, Cue.SHAPE],
  [24, Cue.SHAPE],
  [26, Cue.RULE],
  [27, Cue.RULE, Cue.W],
  [200, Cue.FINE],
  [201, Cue.FINE, Cue.T_BEFORE],
  [202, Cue.FINE, Cue.T_AFTER],
  [208, Cue.FINE, Cue.SUFFIX],
]);

const FAR_CUE = new Templates([
  [4, Cue.W, Cue.AFTER],
  [5, Cue.BEFORE, Cue.W],
  [8, Cue.T_BEFORE, Cue.T, Cue.T_AFTER],
  [9, Cue.T, Cue.T_AFTER, Cue.T_AFTER_2],
  [10, Cue.T_BEFORE_2, Cue.T_BEFORE, Cue.T],
  [12, Cue.SUFFIX, Cue.T_BEFORE],
  [13, Cue.SUFFIX, Cue.T_AFTER],
  [19, Cue.W, Cue.AFTER_2],
  [20, Cue.W, Cue.BEFORE_2],
  [21, Cue.AFTER_2],
  [22, Cue.BEFORE_2],
  [25, Cue.BEFORE, Cue.W, Cue.AFTER],
  [28, Cue.BEFORE, Cue.SUFFIX],
  [29, Cue.AFTER, Cue.SUFFIX],
  [30, Cue.QUOTES],
  [31, Cue.QUOTES, Cue.W],
  [32, Cue.QUOTES, Cue.T],
  [33, Cue.FROM_START, Cue.T],
  [34, Cue.TO_END, Cue.T],
  [35, Cue.THAT, Cue.SUFFIX],
  [36, Cue.THAT, Cue.W],
  [203, Cue.FINE_AFTER],
  [204, Cue.FINE_BEFORE],
  [205, Cue.FINE, Cue.COARSE_BEFORE],
  [206, Cue.FINE, Cue.COARSE_AFTER],
  [207, Cue.COARSE_BEFORE, Cue.COARSE, Cue.COARSE_AFTER],
  [209, Cue.COARSE, Cue.SUFFIX, Cue.T_BEFORE],
  [210, Cue.FINE, Cue.AFTER],
  [211, Cue.FINE, Cue.BEFORE],
  [212, Cue.FINE, Cue.QUOTES],
]);

const cueValues = new Int32Array(Cue.COUNT);

/** Is item `k` the anchor of a cue: the word of the cue that reports? What it and the words beside it say. */
export function nearCueFeatures({ word, tag, suffix, verb, fine, shape, rule }: UnitReading, k: number, out: FeatureList): void {
  const v = cueValues;
  v[Cue.W] = word[k];
  v[Cue.BEFORE] = at(word, k - 1);
  v[Cue.AFTER] = at(word, k + 1);
  v[Cue.T] = tag[k];
  v[Cue.T_BEFORE] = at(tag, k - 1);
  v[Cue.T_AFTER] = at(tag, k + 1);
  v[Cue.SUFFIX] = suffix[k];
  v[Cue.VERB] = verb[k];
  v[Cue.SHAPE] = shape[k];
  v[Cue.RULE] = rule[k];
  v[Cue.FINE] = fine[k];
  out.clear();
  out.fill(NEAR_CUE, v);
}

/** The rest: what stands farther off, and what stands together. To be called right behind nearCueFeatures, whose features stay. */
export function addFarCueFeatures({ word, tag, fine, coarse, quotation, key, length }: UnitReading, k: number, out: FeatureList): void {
  const v = cueValues;
  v[Cue.BEFORE_2] = at(word, k - 2);
  v[Cue.AFTER_2] = at(word, k + 2);
  v[Cue.T_BEFORE_2] = at(tag, k - 2);
  v[Cue.T_AFTER_2] = at(tag, k + 2);
  v[Cue.FINE_BEFORE] = at(fine, k - 1);
  v[Cue.FINE_AFTER] = at(fine, k + 1);
  v[Cue.COARSE] = coarse[k];
  v[Cue.COARSE_BEFORE] = at(coarse, k - 1);
  v[Cue.COARSE_AFTER] = at(coarse, k + 1);
  let [quotedBefore, quotedAfter, that] = [0, 0, 0];
  for (let i = k - 1; i >= 0 && i > k - NEAR && quotedBefore === 0; i--) quotedBefore = quotation[i];
  for (let i = k + 1; i < length && i < k + NEAR && quotedAfter === 0; i++) quotedAfter = quotation[i];
  for (let i = k + 1; i < length && i < k + THAT_REACH; i++) if (key[i] === KEY_THAT) that = i - k;
  v[Cue.QUOTES] = quotedBefore * 4 + quotedAfter;
  v[Cue.THAT] = that;
  v[Cue.FROM_START] = Math.min(k, 3);
  v[Cue.TO_END] = Math.min(length - k, 3);
  out.fill(FAR_CUE, v);
}

/** Distance from the anchor in steps that grow, negative before it. */
function stepOf(distance: number): number {
  const d = Math.abs(distance);
  const step = d <= 5 ? d : d <= 7 ? 6 : d <= 10 ? 7 : d <= 15 ? 8 : d <= 25 ? 9 : 10;
  return distance < 0 ? -step : step;
}

/** How sure the first model is of a cue, in three steps. */
const chanceStep = (chance: number): number => (chance > 0.5 ? 2 : chance > 0.2 ? 1 : 0);

const JOINTS_MASK = 0xffff;
const FAR = 4;

/** What lies between a cue's anchor and each item. Made once, and read again for each anchor. */
export class Way {
  anchor = 0;
  /** Hash of the words that join or part clauses on the way, the last ones telling most. */
  readonly joints: Int32Array;
  /** Commas on the way, at most 3. */
  readonly commas: Uint8Array;
  /** The likeliest other cue on the way, in steps. */
  readonly cues: Uint8Array;
  /** The nearest quotations on both sides: how they end and how far off they are. */
  quotes = 0;

  /** @param mostItems of the longest unit that it is read for */
  constructor(mostItems: number) {
    this.joints = new Int32Array(mostItems);
    this.commas = new Uint8Array(mostItems);
    this.cues = new Uint8Array(mostItems);
  }

  read(reading: UnitReading, anchor: number): void {
    this.anchor = anchor;
    this.joints[anchor] = this.commas[anchor] = this.cues[anchor] = 0;
    const before = this.readSide(reading, -1);
    this.quotes = this.readSide(reading, 1) * 64 + before;
  }

  /** @returns the nearest quotation on that side */
  private readSide({ key, cueChance, quotation, length }: UnitReading, step: 1 | -1): number {
    let [joints, commas, cues, nearest] = [0, 0, 0, 0];
    for (let k = this.anchor + step; k >= 0 && k < length; k += step) {
      this.joints[k] = joints;
      this.commas[k] = commas;
      this.cues[k] = cues;
      if (key[k] !== 0) joints = mix(joints, key[k]) & JOINTS_MASK;
      if (key[k] === KEY_COMMA) commas = Math.min(3, commas + 1);
      cues = Math.max(cues, chanceStep(cueChance[k]));
      if (nearest === 0 && quotation[k] !== 0) nearest = quotation[k] * 8 + Math.min(FAR, Math.abs(k - this.anchor));
    }
    return nearest;
  }
}

/** The values that the templates of roles put together; ANCHOR is the anchor of the cue, SIDE_ a value as it is on that side of it. */
const enum Role {
  NONE, STEP, SIDE, DISTANCE, W, BEFORE, AFTER, T, T_BEFORE, T_AFTER, T_AFTER_2, SIDE_T, SIDE_T_BEFORE, SIDE_T_BEFORE_2, SUFFIX, SHAPE, SHAPE_BEFORE,
  FINE, COARSE_BEFORE, COARSE_AFTER, SIDE_COARSE, QUOTED, SIGN, COMMAS, JOINTS, CUES, QUOTES, SIDE_JOINTS, SIDE_CUES, SIDE_QUOTES, COMMAS_BEHIND, CHANCE, BY_RULE,
  BY_RULE_BEFORE, SIDE_END, BESIDE, ANCHOR_W, ANCHOR_VERB, ANCHOR_SUFFIX, ANCHOR_FINE, ANCHOR_COARSE, ANCHOR_T_BEFORE, ANCHOR_T_AFTER, SIDE_ANCHOR_W_AFTER, COUNT,
}

const ROLE = new Templates([
  [40, Role.STEP],
  [41, Role.SIDE, Role.W],
  [42, Role.SIDE, Role.BEFORE],
  [43, Role.SIDE, Role.AFTER],
  [44, Role.SIDE, Role.BEFORE, Role.W],
  [45, Role.SIDE, Role.W, Role.AFTER],
  [46, Role.SIDE_T_BEFORE, Role.T, Role.T_AFTER],
  [47, Role.SIDE_T, Role.T_AFTER, Role.T_AFTER_2],
  [48, Role.SIDE_T_BEFORE_2, Role.T_BEFORE, Role.T],
  [49, Role.STEP, Role.ANCHOR_W],
  [54, Role.SIDE, Role.COMMAS, Role.T],
  [55, Role.SIDE, Role.JOINTS, Role.T],
  [56, Role.SIDE, Role.JOINTS, Role.ANCHOR_VERB],
  [57, Role.SIDE, Role.QUOTES, Role.SIGN],
  [58, Role.SIDE_QUOTES, Role.ANCHOR_VERB, Role.QUOTED],
  [59, Role.SIDE_CUES, Role.COMMAS, Role.T],
  [60, Role.SIDE, Role.CUES, Role.BEFORE],
  [61, Role.SIDE, Role.SUFFIX],
  [62, Role.SIDE, Role.SHAPE, Role.SHAPE_BEFORE],
  [63, Role.SIDE, Role.BY_RULE, Role.BY_RULE_BEFORE],
  [64, Role.SIDE, Role.BY_RULE, Role.T],
  [65, Role.SIDE, Role.BY_RULE, Role.BEFORE],
  [66, Role.SIDE_END, Role.T, Role.ANCHOR_T_AFTER],
  [67, Role.SIDE_ANCHOR_W_AFTER, Role.COMMAS_BEHIND, Role.STEP],
  [68, Role.SIDE, Role.CHANCE, Role.STEP],
  [69, Role.SIDE, Role.ANCHOR_T_BEFORE, Role.BESIDE],
  [223, Role.SIDE, Role.FINE],
  [224, Role.STEP, Role.ANCHOR_FINE],
  [225, Role.SIDE_JOINTS, Role.ANCHOR_FINE],
  [226, Role.SIDE_COARSE, Role.COARSE_BEFORE, Role.COARSE_AFTER],
  [227, Role.SIDE_COARSE, Role.T, Role.COARSE_BEFORE],
]);

/** Of items near the anchor. */
const NEAR_ROLE = new Templates([
  [50, Role.DISTANCE, Role.ANCHOR_W, Role.W],
  [51, Role.DISTANCE, Role.ANCHOR_VERB, Role.T],
  [52, Role.DISTANCE, Role.W],
  [53, Role.DISTANCE, Role.ANCHOR_SUFFIX, Role.T],
  [220, Role.DISTANCE, Role.ANCHOR_FINE, Role.T],
  [221, Role.DISTANCE, Role.ANCHOR_FINE, Role.FINE],
  [222, Role.DISTANCE, Role.ANCHOR_COARSE, Role.W],
]);
const [NEAR_BEFORE, NEAR_BEHIND] = [4, 6];

const roleValues = new Int32Array(Role.COUNT);

/** What item `k` is to the cue at `way.anchor`. */
export function roleFeatures(reading: UnitReading, way: Way, k: number, out: FeatureList): void {
  const { word, tag, suffix, verb, fine, coarse, shape, quotation, key, rules, cueChance, length } = reading;
  const { anchor } = way;
  const v = roleValues;
  const distance = k - anchor;
  const side = distance < 0 ? 1 : distance > 0 ? 2 : 3;
  const [tagBefore, commas, joints, cues] = [at(tag, k - 1), way.commas[k], way.joints[k], way.cues[k]];
  const quoted = quotation[k] === 0 ? 0 : 1;
  v[Role.STEP] = stepOf(distance);
  v[Role.SIDE] = side;
  v[Role.DISTANCE] = distance;
  v[Role.W] = word[k];
  v[Role.BEFORE] = at(word, k - 1);
  v[Role.AFTER] = at(word, k + 1);
  v[Role.T] = tag[k];
  v[Role.T_BEFORE] = tagBefore;
  v[Role.T_AFTER] = at(tag, k + 1);
  v[Role.T_AFTER_2] = at(tag, k + 2);
  v[Role.SIDE_T] = mix(side, tag[k]);
  v[Role.SIDE_T_BEFORE] = mix(side, tagBefore);
  v[Role.SIDE_T_BEFORE_2] = mix(side, at(tag, k - 2));
  v[Role.SUFFIX] = suffix[k];
  v[Role.SHAPE] = shape[k];
  v[Role.SHAPE_BEFORE] = at(shape, k - 1);
  v[Role.FINE] = fine[k];
  v[Role.COARSE_BEFORE] = at(coarse, k - 1);
  v[Role.COARSE_AFTER] = at(coarse, k + 1);
  v[Role.SIDE_COARSE] = mix(side, coarse[k]);
  v[Role.QUOTED] = quoted;
  v[Role.SIGN] = quoted * 2 + (key[k] !== 0 && key[k] !== QUOTATION_KEY ? 1 : 0);
  v[Role.COMMAS] = commas;
  v[Role.COMMAS_BEHIND] = distance > 0 ? commas : 4;
  v[Role.JOINTS] = joints;
  v[Role.SIDE_JOINTS] = mix(side, joints);
  v[Role.CUES] = cues;
  v[Role.SIDE_CUES] = mix(side, cues);
  v[Role.QUOTES] = way.quotes;
  v[Role.SIDE_QUOTES] = mix(side, way.quotes);
  v[Role.CHANCE] = chanceStep(cueChance[k]);
  const labels = rules[anchor];
  v[Role.BY_RULE] = labels ? labels[k] : 0;
  v[Role.BY_RULE_BEFORE] = labels ? (k > 0 ? labels[k - 1] : 7) : 8;
  v[Role.SIDE_END] = mix(side, k === 0 ? 1 : k === length - 1 ? 2 : 0);
  v[Role.BESIDE] = distance === -1 || distance === -2 ? word[k] : tag[k];
  v[Role.ANCHOR_W] = word[anchor];
  v[Role.ANCHOR_VERB] = verb[anchor];
  v[Role.ANCHOR_SUFFIX] = suffix[anchor];
  v[Role.ANCHOR_FINE] = fine[anchor];
  v[Role.ANCHOR_COARSE] = coarse[anchor];
  v[Role.ANCHOR_T_BEFORE] = at(tag, anchor - 1);
  v[Role.ANCHOR_T_AFTER] = at(tag, anchor + 1);
  v[Role.SIDE_ANCHOR_W_AFTER] = mix(side, at(word, anchor + 1));
  out.clear();
  out.fill(ROLE, v);
  if (distance >= -NEAR_BEFORE && distance <= NEAR_BEHIND) out.fill(NEAR_ROLE, v);
}
