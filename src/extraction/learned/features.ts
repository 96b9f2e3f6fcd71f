/**
 * The templates of features. Their numbers are part of the model: a template added, taken away or changed asks for a new
 * FEATURES_VERSION and a model trained anew.
 */
import type { FeatureList } from './hashing.js';
import { mix } from './hashing.js';
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

/** Is item `k` the anchor of a cue: the word of the cue that reports? */
export function cueFeatures(reading: UnitReading, k: number, out: FeatureList): void {
  const { word, tag, suffix, verb, fine, coarse, shape, quotation, key, rule, length } = reading;
  const [w, before, after] = [word[k], at(word, k - 1), at(word, k + 1)];
  const [t, tagBefore, tagAfter] = [tag[k], at(tag, k - 1), at(tag, k + 1)];
  out.clear();
  out.add(0);
  out.add(1, w);
  out.add(2, after);
  out.add(3, before);
  out.add(4, w, after);
  out.add(5, before, w);
  out.add(6, tagBefore, t);
  out.add(7, t, tagAfter);
  out.add(8, tagBefore, t, tagAfter);
  out.add(9, t, tagAfter, at(tag, k + 2));
  out.add(10, at(tag, k - 2), tagBefore, t);
  out.add(11, suffix[k]);
  out.add(12, suffix[k], tagBefore);
  out.add(13, suffix[k], tagAfter);
  out.add(14, verb[k]);
  out.add(15, verb[k], tagBefore);
  out.add(16, verb[k], tagAfter);
  out.add(17, w, tagBefore);
  out.add(18, w, tagAfter);
  out.add(19, w, at(word, k + 2));
  out.add(20, w, at(word, k - 2));
  out.add(21, at(word, k + 2));
  out.add(22, at(word, k - 2));
  out.add(23, w, shape[k]);
  out.add(24, shape[k]);
  out.add(25, before, w, after);
  out.add(26, rule[k]);
  out.add(27, rule[k], w);
  out.add(28, before, suffix[k]);
  out.add(29, after, suffix[k]);
  let [quotedBefore, quotedAfter] = [0, 0];
  for (let i = k - 1; i >= 0 && i > k - NEAR && quotedBefore === 0; i--) quotedBefore = quotation[i];
  for (let i = k + 1; i < length && i < k + NEAR && quotedAfter === 0; i++) quotedAfter = quotation[i];
  const quotes = quotedBefore * 4 + quotedAfter;
  out.add(30, quotes);
  out.add(31, quotes, w);
  out.add(32, quotes, t);
  out.add(33, Math.min(k, 3), t);
  out.add(34, Math.min(length - k, 3), t);
  let that = 0;
  for (let i = k + 1; i < length && i < k + THAT_REACH; i++) if (key[i] === KEY_THAT) that = i - k;
  out.add(35, that, suffix[k]);
  out.add(36, that, w);
  out.add(200, fine[k]);
  out.add(201, fine[k], tagBefore);
  out.add(202, fine[k], tagAfter);
  out.add(203, at(fine, k + 1));
  out.add(204, at(fine, k - 1));
  out.add(205, fine[k], at(coarse, k - 1));
  out.add(206, fine[k], at(coarse, k + 1));
  out.add(207, at(coarse, k - 1), coarse[k], at(coarse, k + 1));
  out.add(208, fine[k], suffix[k]);
  out.add(209, coarse[k], suffix[k], tagBefore);
  out.add(210, fine[k], after);
  out.add(211, fine[k], before);
  out.add(212, fine[k], quotes);
}

/** Distance from the anchor in steps that grow, negative before it. */
function stepOf(distance: number): number {
  const d = Math.abs(distance);
  const step = d <= 5 ? d : d <= 7 ? 6 : d <= 10 ? 7 : d <= 15 ? 8 : d <= 25 ? 9 : 10;
  return distance < 0 ? -step : step;
}

/** How sure the first model is of a cue, in three steps. */
const chanceStep = (chance: number): number => (chance > 0.5 ? 2 : chance > 0.2 ? 1 : 0);

/** What lies between the anchor and each item. */
export interface Way {
  readonly anchor: number;
  /** Hash of the words that join or part clauses on the way, the last ones telling most. */
  readonly joints: Int32Array;
  /** Commas on the way, at most 3. */
  readonly commas: Uint8Array;
  /** The likeliest other cue on the way, in steps. */
  readonly cues: Uint8Array;
  /** The nearest quotations on both sides: how they end and how far off they are. */
  readonly quotes: number;
}

const JOINTS_MASK = 0xffff;
const FAR = 4;

export function wayFrom(reading: UnitReading, anchor: number): Way {
  const { key, cueChance, quotation, length } = reading;
  const way = { anchor, joints: new Int32Array(length), commas: new Uint8Array(length), cues: new Uint8Array(length) };
  let quotes = 0;
  for (const step of [1, -1]) {
    let [joints, commas, cues, nearest] = [0, 0, 0, 0];
    for (let k = anchor + step; k >= 0 && k < length; k += step) {
      way.joints[k] = joints;
      way.commas[k] = commas;
      way.cues[k] = cues;
      if (key[k] !== 0) joints = mix(joints, key[k]) & JOINTS_MASK;
      if (key[k] === KEY_COMMA) commas = Math.min(3, commas + 1);
      cues = Math.max(cues, chanceStep(cueChance[k]));
      if (nearest === 0 && quotation[k] !== 0) nearest = quotation[k] * 8 + Math.min(FAR, Math.abs(k - anchor));
    }
    quotes = quotes * 64 + nearest;
  }
  return { ...way, quotes };
}

/** What item `k` is to the cue at `way.anchor`. */
export function roleFeatures(reading: UnitReading, way: Way, k: number, out: FeatureList): void {
  const { word, tag, suffix, verb, fine, coarse, shape, quotation, key, rules, cueChance, length } = reading;
  const { anchor } = way;
  const distance = k - anchor;
  const step = stepOf(distance);
  const side = distance < 0 ? 1 : distance > 0 ? 2 : 3;
  const [w, before, after] = [word[k], at(word, k - 1), at(word, k + 1)];
  const [t, tagBefore, tagAfter] = [tag[k], at(tag, k - 1), at(tag, k + 1)];
  const quoted = quotation[k] === 0 ? 0 : 1;
  out.clear();
  out.add(40, step);
  out.add(41, side, w);
  out.add(42, side, before);
  out.add(43, side, after);
  out.add(44, side, before, w);
  out.add(45, side, w, after);
  out.add(46, mix(side, tagBefore), t, tagAfter);
  out.add(47, mix(side, t), tagAfter, at(tag, k + 2));
  out.add(48, mix(side, at(tag, k - 2)), tagBefore, t);
  out.add(49, step, word[anchor]);
  if (distance >= -4 && distance <= 6) {
    out.add(50, distance, word[anchor], w);
    out.add(51, distance, verb[anchor], t);
    out.add(52, distance, w);
    out.add(53, distance, suffix[anchor], t);
    out.add(220, distance, fine[anchor], t);
    out.add(221, distance, fine[anchor], fine[k]);
    out.add(222, distance, coarse[anchor], w);
  }
  out.add(54, side, way.commas[k], t);
  out.add(55, side, way.joints[k], t);
  out.add(56, side, way.joints[k], verb[anchor]);
  out.add(57, side, way.quotes, quoted * 2 + (key[k] !== 0 && key[k] !== QUOTATION_KEY ? 1 : 0));
  out.add(58, mix(side, way.quotes), verb[anchor], quoted);
  out.add(59, mix(side, way.cues[k]), way.commas[k], t);
  out.add(60, side, way.cues[k], before);
  out.add(61, side, suffix[k]);
  out.add(62, side, shape[k], at(shape, k - 1));
  const labels = rules[anchor];
  const byRule = labels ? labels[k] : 0;
  out.add(63, side, byRule, labels ? (k > 0 ? labels[k - 1] : 7) : 8);
  out.add(64, side, byRule, t);
  out.add(65, side, byRule, before);
  out.add(66, mix(side, k === 0 ? 1 : k === length - 1 ? 2 : 0), t, at(tag, anchor + 1));
  out.add(67, mix(side, at(word, anchor + 1)), distance > 0 ? way.commas[k] : 4, step);
  out.add(68, side, chanceStep(cueChance[k]), step);
  out.add(223, side, fine[k]);
  out.add(224, step, fine[anchor]);
  out.add(225, mix(side, way.joints[k]), fine[anchor]);
  out.add(226, mix(side, coarse[k]), at(coarse, k - 1), at(coarse, k + 1));
  out.add(227, mix(side, coarse[k]), t, at(coarse, k - 1));
  out.add(69, side, at(tag, anchor - 1), distance === -1 || distance === -2 ? w : t);
}
