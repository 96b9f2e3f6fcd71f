/** The model at work: the quotes of one unit. */
import { acceptFeatures } from './proposal.js';
import type { Proposal } from './proposal.js';
import type { WordClasses } from './classes.js';
import { addFarCueFeatures, nearCueFeatures } from './features.js';
import { FeatureList } from './hashing.js';
import { isContent, isCue, LABELS } from './labels.js';
import { Decoder, hasContent } from './decode.js';
import type { RoleWeights } from './decode.js';
import type { QuoteModel, Weights } from './model.js';
import type { UnitReading } from './reading.js';

export const chanceOf = (logit: number): number => 1 / (1 + Math.exp(-logit));

function sum({ bits, bytes, scale }: Weights, { ids, length }: FeatureList): number {
  const mask = 2 ** bits - 1;
  let total = 0;
  for (let i = 0; i < length; i++) total += bytes[ids[i] & mask];
  return total * scale;
}

function roleWeights({ role, transition }: QuoteModel): RoleWeights {
  const mask = 2 ** role.bits - 1;
  const { bytes } = role;
  const ratio = transition.scale / role.scale;
  return {
    // Half the time of a reading goes by here: one sum a label, in whole numbers, without a loop over the labels.
    addEmission({ ids, length }, scores, place) {
      let [s0, s1, s2, s3, s4, s5, s6] = [0, 0, 0, 0, 0, 0, 0];
      for (let i = 0; i < length; i++) {
        const bucket = (ids[i] & mask) * LABELS;
        s0 = (s0 + bytes[bucket]) | 0;
        s1 = (s1 + bytes[bucket + 1]) | 0;
        s2 = (s2 + bytes[bucket + 2]) | 0;
        s3 = (s3 + bytes[bucket + 3]) | 0;
        s4 = (s4 + bytes[bucket + 4]) | 0;
        s5 = (s5 + bytes[bucket + 5]) | 0;
        s6 = (s6 + bytes[bucket + 6]) | 0;
      }
      scores[place] += s0;
      scores[place + 1] += s1;
      scores[place + 2] += s2;
      scores[place + 3] += s3;
      scores[place + 4] += s4;
      scores[place + 5] += s5;
      scores[place + 6] += s6;
    },
    // In units of role weights, so that emissions need no multiplication.
    transitions: Float32Array.from(transition.bytes, (byte) => ratio * byte),
  };
}

/** A model made ready. Of the texts it reads it keeps nothing. */
export class Proposer {
  private readonly decoder = new Decoder();
  private readonly features = new FeatureList();
  private readonly weights: RoleWeights;

  constructor(private readonly model: QuoteModel) {
    this.weights = roleWeights(model);
  }

  /** What readUnit is to be handed. */
  get classes(): WordClasses {
    return this.model.classes;
  }

  /** What the model proposes that is likely enough, the surest first; contents and cues of two never overlap. */
  propose(reading: UnitReading): Proposal[] {
    const { model, features } = this;
    for (let k = 0; k < reading.length; k++) {
      if (reading.quotation[k] !== 0 || reading.mute[k] !== 0) continue;
      nearCueFeatures(reading, k, features);
      if (sum(model.cue, features) < LEAST_NEAR_CUE) continue;
      addFarCueFeatures(reading, k, features);
      reading.cueChance[k] = chanceOf(sum(model.cue, features));
    }
    const proposals: Proposal[] = [];
    for (const k of likeliest(reading.cueChance, model.leastCue)) {
      const decoded = this.decoder.decode(reading, k, this.weights);
      if (!decoded || !hasContent(decoded.labels)) continue;
      acceptFeatures(reading, k, { labels: decoded.labels, score: decoded.score * model.role.scale }, features);
      const chance = chanceOf(sum(model.accept, features));
      if (chance >= model.leastQuote || (chance >= LEAST_QUOTED && isQuoted(reading, decoded.labels))) proposals.push({ anchor: k, labels: decoded.labels, chance });
    }
    return withoutConflicts(proposals, reading.length);
  }
}

/**
 * In log odds: a word of which it and those beside it say less is no cue, whatever stands farther off. Of 445,000 words of the
 * training articles seven in ten are such, and none of these is likely enough to be looked at.
 */
const LEAST_NEAR_CUE = -2.75;

/**
 * Least chance of a content with quotation marks: somebody said it, so less is enough than for reported words. Further down more
 * contents are found, but more mentions are wrong (models/quotes.en.md, on train articles left out of training).
 */
const LEAST_QUOTED = 0.2;

const isQuoted = ({ quotation }: UnitReading, labels: Uint8Array): boolean => labels.some((label, k) => quotation[k] !== 0 && isContent(label));

/** A sentence has seldom more than five cues; a text made to hold us up is not followed. */
const MOST_CUES = 12;

/** The items likely enough to be a cue's anchor, in the order of the text; of too many the likeliest. */
function likeliest(chances: Float32Array, least: number): number[] {
  const found: number[] = [];
  chances.forEach((chance, k) => {
    if (chance >= least) found.push(k);
  });
  if (found.length <= MOST_CUES) return found;
  return found.sort((a, b) => chances[b] - chances[a] || a - b).slice(0, MOST_CUES).sort((a, b) => a - b);
}

/** The surest first; one whose content or cue overlaps that of a surer one goes. Mentions may be shared. */
export function withoutConflicts(proposals: readonly Proposal[], length: number): Proposal[] {
  const taken = new Uint8Array(length);
  return proposals.slice().sort((a, b) => b.chance - a.chance || a.anchor - b.anchor).filter(({ labels }) => {
    if (labels.some((label, k) => taken[k] !== 0 && (isContent(label) || isCue(label)))) return false;
    labels.forEach((label, k) => {
      if (isContent(label) || isCue(label)) taken[k] = 1;
    });
    return true;
  });
}
