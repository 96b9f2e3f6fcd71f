/**
 * A linear-chain conditional random field over the labels of a unit (Lafferty, McCallum and Pereira 2001), learned by AdaGrad
 * on the likelihood of the annotators' labels, one example at a time.
 */
import { FOLLOWS, IMPOSSIBLE, kindOf, scoreItems } from '../src/extraction/learned/decode.js';
import type { RoleWeights } from '../src/extraction/learned/decode.js';
import { roleFeatures, Way } from '../src/extraction/learned/features.js';
import { FeatureList } from '../src/extraction/learned/hashing.js';
import { LABELS } from '../src/extraction/learned/labels.js';
import { TRANSITION_BITS } from '../src/extraction/learned/model.js';
import { MAX_ITEMS } from '../src/extraction/learned/units.js';
import type { Example, Gold } from './examples.js';
import type { Random } from './learning.js';

const RATE = 0.03;
/** What AdaGrad begins its sums of squares with. */
const FIRST_SQUARE = 1e-2;
/** A label whose chance is so near to what it should be is left alone. */
const LEAST_ERROR = 5e-3;
const LARGEST = MAX_ITEMS + 1;

export class RoleNumbers implements RoleWeights {
  readonly roles: Float32Array;
  readonly transitions = new Float32Array(2 ** TRANSITION_BITS * LABELS * LABELS);
  private readonly mask: number;

  constructor(readonly bits: number) {
    this.roles = new Float32Array(2 ** bits * LABELS);
    this.mask = 2 ** bits - 1;
  }

  place(feature: number): number {
    return (feature & this.mask) * LABELS;
  }

  addEmission({ ids, length }: FeatureList, scores: Float32Array, place: number): void {
    for (let i = 0; i < length; i++) {
      const bucket = this.place(ids[i]);
      for (let label = 0; label < LABELS; label++) scores[place + label] += this.roles[bucket + label];
    }
  }
}

type Labelled = Gold & Pick<Example, 'reading'>;

export function learnRoles(examples: readonly Example[], bits: number, epochs: number, random: Random): RoleNumbers {
  const field = new Field(bits);
  const order: Labelled[] = examples.flatMap(({ reading, golds }) => golds.map((gold) => ({ ...gold, reading })));
  for (let epoch = 0; epoch < epochs; epoch++) for (const example of random.shuffle(order)) field.learn(example);
  return field.weights;
}

class Field {
  readonly weights: RoleNumbers;
  private readonly roleSquares: Float32Array;
  private readonly transitionSquares: Float32Array;
  private readonly features = new FeatureList();
  private readonly way = new Way(LARGEST);
  private readonly scores = new Float32Array(LARGEST * LABELS);
  /** Logarithms: of all ways that lead to a label, and of all that lead on from it. */
  private readonly forward = new Float64Array(LARGEST * LABELS);
  private readonly backward = new Float64Array(LARGEST * LABELS);

  constructor(bits: number) {
    this.weights = new RoleNumbers(bits);
    this.roleSquares = new Float32Array(this.weights.roles.length).fill(FIRST_SQUARE);
    this.transitionSquares = new Float32Array(this.weights.transitions.length).fill(FIRST_SQUARE);
  }

  /** One step towards the labels. Labels that decoding never gives (a cue that begins far off) teach nothing. */
  learn({ reading, anchor, labels }: Labelled): void {
    const { length } = reading;
    if (length > LARGEST) return;
    this.way.read(reading, anchor);
    scoreItems(reading, this.way, this.weights, this.features, this.scores);
    for (let k = 0; k < length; k++) {
      if (this.scores[k * LABELS + labels[k]] === IMPOSSIBLE) return;
      if (k > 0 && !FOLLOWS[k <= anchor ? 1 : 0][labels[k]].includes(labels[k - 1])) return;
    }
    const kinds = Array.from({ length }, (_, k) => kindOf(reading, k) * LABELS * LABELS);
    const total = this.sumWays(length, anchor, kinds);
    for (let k = 0; k < length; k++) {
      roleFeatures(reading, this.way, k, this.features);
      for (let label = 0; label < LABELS; label++) {
        const place = k * LABELS + label;
        const error = Math.exp(this.forward[place] + this.backward[place] - total) - (labels[k] === label ? 1 : 0);
        if (Math.abs(error) >= LEAST_ERROR) for (let i = 0; i < this.features.length; i++) step(this.weights.roles, this.roleSquares, this.weights.place(this.features.ids[i]) + label, error);
      }
      if (k > 0) this.learnTransitions(k, anchor, kinds[k], labels, total);
    }
  }

  private learnTransitions(k: number, anchor: number, kind: number, labels: Uint8Array, total: number): void {
    const { transitions } = this.weights;
    const follows = FOLLOWS[k <= anchor ? 1 : 0];
    for (let label = 0; label < LABELS; label++) {
      const place = k * LABELS + label;
      for (const before of follows[label]) {
        const at = kind + before * LABELS + label;
        const chance = Math.exp(this.forward[place - label - LABELS + before] + transitions[at] + this.scores[place] + this.backward[place] - total);
        const error = chance - (labels[k] === label && labels[k - 1] === before ? 1 : 0);
        if (Math.abs(error) >= LEAST_ERROR) step(transitions, this.transitionSquares, at, error);
      }
    }
  }

  /** Fills `forward` and `backward`. @returns the logarithm of the sum over all ways */
  private sumWays(length: number, anchor: number, kinds: readonly number[]): number {
    const { forward, backward, scores } = this;
    const { transitions } = this.weights;
    for (let label = 0; label < LABELS; label++) forward[label] = scores[label];
    const terms: number[] = [];
    for (let k = 1; k < length; k++) {
      const place = k * LABELS;
      const follows = FOLLOWS[k <= anchor ? 1 : 0];
      for (let label = 0; label < LABELS; label++) {
        terms.length = 0;
        for (const before of follows[label]) terms.push(forward[place - LABELS + before] + transitions[kinds[k] + before * LABELS + label]);
        forward[place + label] = scores[place + label] + logSum(terms);
      }
    }
    for (let label = 0; label < LABELS; label++) backward[(length - 1) * LABELS + label] = 0;
    for (let k = length - 2; k >= 0; k--) {
      const next = (k + 1) * LABELS;
      const follows = FOLLOWS[k + 1 <= anchor ? 1 : 0];
      for (let before = 0; before < LABELS; before++) {
        terms.length = 0;
        for (let label = 0; label < LABELS; label++) if (follows[label].includes(before)) terms.push(backward[next + label] + scores[next + label] + transitions[kinds[k + 1] + before * LABELS + label]);
        backward[k * LABELS + before] = logSum(terms);
      }
    }
    return logSum(Array.from(forward.subarray((length - 1) * LABELS, length * LABELS)));
  }
}

function step(weights: Float32Array, squares: Float32Array, at: number, error: number): void {
  squares[at] += error * error;
  weights[at] -= (RATE * error) / Math.sqrt(squares[at]);
}

/** log(sum(exp(terms))) without overflow. */
function logSum(terms: readonly number[]): number {
  let most = IMPOSSIBLE;
  for (const term of terms) if (term > most) most = term;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - most);
  return sum === 0 ? IMPOSSIBLE : most + Math.log(sum);
}
