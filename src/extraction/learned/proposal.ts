/** A quote that the model proposes, and what speaks for it. */
import { hashText, mix } from './hashing.js';
import type { FeatureList } from './hashing.js';
import { isContent, isCue, isMention } from './labels.js';
import { RULE_CONTENT } from './reading.js';
import type { UnitReading } from './reading.js';
import type { Decoded } from './decode.js';

export interface Proposal {
  readonly anchor: number;
  readonly labels: Uint8Array;
  /** Chance that the content is right and the mention names who speaks. */
  chance: number;
}

interface Extent {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

function extentOf(labels: Uint8Array, belongs: (label: number) => boolean): Extent {
  let [first, last, count] = [-1, -1, 0];
  labels.forEach((label, k) => {
    if (!belongs(label)) return;
    if (first < 0) first = k;
    last = k;
    count++;
  });
  return { first, last, count };
}

/** In quarters: how far the rules' content for this cue is the proposed one; 0 where the rules see no cue. */
function agreement(reading: UnitReading, anchor: number, labels: Uint8Array): number {
  const rules = reading.rules[anchor];
  if (!rules) return 0;
  let [either, both] = [0, 0];
  for (let k = 0; k < labels.length; k++) {
    const [a, b] = [rules[k] === RULE_CONTENT, isContent(labels[k])];
    if (a || b) either++;
    if (a && b) both++;
  }
  return either === 0 ? 1 : 1 + Math.round((3 * both) / either);
}

const steps = (value: number, size: number, most: number): number => Math.max(-most, Math.min(most, Math.round(value / size)));
const LEAST_CHANCE = 1e-6;

export function acceptFeatures(reading: UnitReading, anchor: number, { labels, score }: Decoded, out: FeatureList): void {
  const { word, tag, suffix, verb, fine, coarse, quotation, cueChance, rule, length } = reading;
  const [content, mention, cue] = [extentOf(labels, isContent), extentOf(labels, isMention), extentOf(labels, isCue)];
  const odds = steps(Math.log(Math.max(LEAST_CHANCE, cueChance[anchor]) / Math.max(LEAST_CHANCE, 1 - cueChance[anchor])), 0.5, 10);
  let quoted = 0;
  let inner = 0;
  let around = 0;
  for (let k = 0; k < length; k++) {
    if (k !== anchor) around = Math.max(around, cueChance[k]);
    if (!isContent(labels[k])) continue;
    if (quotation[k] !== 0) quoted = 1;
    inner = Math.max(inner, cueChance[k]);
  }
  const order = hashText(`${mention.first < 0 ? 'n' : mention.first < anchor ? 's' : 't'}${content.first < anchor ? 'b' : ''}${content.last > anchor ? 'a' : ''}`);
  const firstWord = quotation[content.first] !== 0 ? 1 : word[content.first];
  const agreed = agreement(reading, anchor, labels);
  const gap = mention.first < 0 ? 9 : Math.abs(anchor - (mention.first < anchor ? mention.last : mention.first));
  out.clear();
  out.add(100);
  out.add(101, odds);
  out.add(102, odds, quoted);
  out.add(103, order, quoted);
  out.add(104, order, word[anchor]);
  out.add(105, word[anchor]);
  out.add(106, agreed, quoted);
  out.add(107, odds, agreed);
  out.add(108, firstWord);
  out.add(109, firstWord, word[anchor]);
  out.add(110, Math.min(6, content.count));
  out.add(111, Math.min(6, content.count), order);
  out.add(112, Math.min(4, content.first > anchor ? content.first - cue.last : 9));
  out.add(113, mention.first < 0 ? 0 : word[mention.last]);
  out.add(114, mention.first < 0 ? 0 : tag[mention.last]);
  out.add(115, mention.first < 0 ? 0 : tag[mention.first], Math.min(4, mention.count));
  out.add(116, Math.min(5, gap));
  out.add(117, steps(inner, 0.2, 5));
  out.add(118, steps(inner, 0.2, 5), odds);
  out.add(119, steps(around, 0.2, 5));
  out.add(120, rule[anchor], odds);
  out.add(121, cue.count);
  out.add(122, tag[anchor], order);
  out.add(123, steps(score / length, 2, 10));
  out.add(124, verb[anchor], quotation[content.first] !== 0 ? 1 : tag[content.first]);
  out.add(125, content.last + 1 < length ? word[content.last + 1] : 7);
  out.add(126, mix(word[cue.first], word[cue.last]));
  out.add(127, suffix[anchor]);
  out.add(230, fine[anchor]);
  out.add(231, fine[anchor], order);
  out.add(232, fine[anchor], firstWord);
  out.add(233, mention.first < 0 ? 0 : fine[mention.last]);
  out.add(234, coarse[anchor], coarse[content.first], mention.first < 0 ? 0 : coarse[mention.last]);
  out.add(235, fine[anchor], mention.first < 0 ? 0 : tag[mention.last]);
}
