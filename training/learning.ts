/** Logistic regression for yes and no, the numbers of chance, and weights as bytes. */
import { addFarCueFeatures, nearCueFeatures } from '../src/extraction/learned/features.js';
import { FeatureList } from '../src/extraction/learned/hashing.js';
import type { Weights } from '../src/extraction/learned/model.js';
import { chanceOf } from '../src/extraction/learned/propose.js';
import type { Example } from './examples.js';

/** Numbers in 0..1 that are the same in every run (a linear congruential generator, Numerical Recipes). */
export class Random {
  constructor(private state: number) {}

  next(): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return this.state / 2 ** 32;
  }

  /** In place, by Fisher and Yates. */
  shuffle<T>(list: T[]): T[] {
    for (let i = list.length - 1; i > 0; i--) {
      const j = Math.floor(this.next() * (i + 1));
      [list[i], list[j]] = [list[j], list[i]];
    }
    return list;
  }
}

/** Logistic regression by AdaGrad (Duchi, Hazan and Singer 2011), weights hashed into 2^bits buckets. */
export class Logistic {
  readonly weights: Float32Array;
  private readonly squares: Float32Array;
  private readonly mask: number;

  constructor(readonly bits: number, private readonly rate: number, private readonly decay: number) {
    this.weights = new Float32Array(2 ** bits);
    this.squares = new Float32Array(2 ** bits).fill(1e-2);
    this.mask = 2 ** bits - 1;
  }

  chance({ ids, length }: FeatureList): number {
    let sum = 0;
    for (let i = 0; i < length; i++) sum += this.weights[ids[i] & this.mask];
    return chanceOf(sum);
  }

  /** A step towards the answer. What is right already by 0.2 % is left alone. */
  learn(features: FeatureList, answer: boolean): void {
    const error = this.chance(features) - (answer ? 1 : 0);
    if (Math.abs(error) < 0.002) return;
    const { ids, length } = features;
    for (let i = 0; i < length; i++) {
      const bucket = ids[i] & this.mask;
      const gradient = error + this.decay * this.weights[bucket];
      this.squares[bucket] += gradient * gradient;
      this.weights[bucket] -= (this.rate * gradient) / Math.sqrt(this.squares[bucket]);
    }
  }
}

/** Small, for with larger steps the model learns the train articles by heart: chosen on articles left out of training. */
const CUE_RATE = 0.04;

export function learnCues(examples: readonly Example[], bits: number, epochs: number, random: Random): Logistic {
  const model = new Logistic(bits, CUE_RATE, 0);
  const features = new FeatureList();
  const order = examples.slice();
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { reading, golds } of random.shuffle(order)) {
      for (let k = 0; k < reading.length; k++) {
        if (reading.quotation[k] !== 0) continue;
        nearCueFeatures(reading, k, features);
        addFarCueFeatures(reading, k, features);
        model.learn(features, golds.some((gold) => gold.anchor === k));
      }
    }
  }
  return model;
}

/** Writes the chance of each item to be a cue's anchor into the readings. */
export function judgeCues(model: Logistic, examples: readonly Example[]): void {
  const features = new FeatureList();
  for (const { reading } of examples) {
    for (let k = 0; k < reading.length; k++) {
      if (reading.quotation[k] !== 0) continue;
      nearCueFeatures(reading, k, features);
      addFarCueFeatures(reading, k, features);
      reading.cueChance[k] = model.chance(features);
    }
  }
}

const LARGEST_BYTE = 127;
/** Share of the weights that may be cut off at the largest byte, so that a few huge ones do not make the rest coarse. */
const CUT_OFF = 1e-4;

/** Weights as signed bytes with a scale. */
export function quantized(values: Float32Array, bits: number, rows: number): Weights {
  const sizes = values.map(Math.abs).sort();
  const largest = sizes[Math.floor(sizes.length * (1 - CUT_OFF))] || sizes[sizes.length - 1] || 1;
  const scale = largest / LARGEST_BYTE;
  return { bits, rows, scale, bytes: Int8Array.from(values, (value) => Math.max(-LARGEST_BYTE, Math.min(LARGEST_BYTE, Math.round(value / scale)))) };
}
