/**
 * How likely a quote is right: its content one that annotators mark, and its mention theirs, or none where they have none. Of a
 * quotation that is given without cue and mention, the content alone is claimed.
 */
import type { LinkRule } from './linking/link.js';
import type { QuoteKind } from './types.js';

/** From a model's log odds to those that came true: log odds * slope + intercept (Platt 1999). A slope above 0 keeps the order. */
export interface Scaling {
  readonly slope: number;
  readonly intercept: number;
}

/** Shares right, 0..1: of contents without quotation marks, and of those with some. */
export interface RuleShares {
  readonly plain: number;
  readonly quoted: number;
}

export type Rule = Exclude<LinkRule, 'LEARNED'>;

export interface Calibration {
  readonly model: Readonly<Record<QuoteKind, Scaling>>;
  /** Where the rules decide alone, and inside contents. */
  readonly rules: Readonly<Record<Rule, RuleShares>>;
  /** Of what the rules keep although the model, which reads on, sees no quote there. */
  readonly besideModel: Readonly<Partial<Record<Rule, RuleShares>>>;
}

/** What the confidence of a quote rests on. */
export interface Origin {
  readonly rule: LinkRule;
  /** Of a learned link, as the model has it: 0..1. */
  readonly chance?: number;
  /** Did a model read the sentence too? */
  readonly besideModel: boolean;
}

/** Log odds beyond it are no surer. */
const LEAST_CHANCE = 1e-6;

export const logOddsOf = (chance: number): number => {
  const inside = Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, chance));
  return Math.log(inside / (1 - inside));
};

/** @returns 0..1, in hundredths */
export function confidenceOf({ rule, chance, besideModel }: Origin, kind: QuoteKind, { model, rules, besideModel: kept }: Calibration): number {
  if (rule === 'LEARNED') {
    const { slope, intercept } = model[kind];
    return inHundredths(1 / (1 + Math.exp(-(slope * logOddsOf(chance ?? 0) + intercept))));
  }
  const shares = (besideModel ? kept[rule] : undefined) ?? rules[rule];
  return inHundredths(kind === 'INDIRECT' ? shares.plain : shares.quoted);
}

const inHundredths = (share: number): number => Math.round(100 * share) / 100;
