/**
 * The measure of text reuse: generated news (benchmarks/reuse) goes the whole way into a store, and what it answers of every two
 * articles is set beside the truth. Over several seeds, with the worst of them beside the sum.
 */
import type { Extractor } from '../../src/extraction/types.js';
import { measureNearDuplicates } from '../reuse/near-duplicates.js';
import type { NearDuplicateMeasure } from '../reuse/near-duplicates.js';
import { measureRelations, noPairs, relationFigures, RELATIONS } from '../reuse/relations.js';
import type { Confusion } from '../reuse/relations.js';
import { rounded } from './figures.js';
import type { Figures } from './figures.js';

export const DEFAULT_SEEDS = [101, 102, 103, 104, 105] as const;

export interface ReuseMeasure {
  readonly figures: Figures;
  readonly confusion: Confusion;
  readonly nearDuplicates: readonly (NearDuplicateMeasure & { readonly seed: number })[];
  readonly seeds: readonly number[];
}

export interface ReuseBaseline {
  readonly seeds: readonly number[];
  readonly figures: Figures;
}

/** Of these the worst seed is told too. */
const MAIN = ['copies: precision', 'copies: recall', 'REPRINT told from PARTIAL_REPRINT', 'COMMON_SOURCE: precision', 'COMMON_SOURCE: recall'];

export async function measureReuseAccuracy(extractor: Extractor, seeds: readonly number[]): Promise<ReuseMeasure> {
  const sum = noPairs();
  const each: Record<string, number | null>[] = [];
  const nearDuplicates: (NearDuplicateMeasure & { seed: number })[] = [];
  for (const seed of seeds) {
    const confusion = await measureRelations(extractor, seed);
    each.push(relationFigures(confusion));
    for (const truth of RELATIONS) for (const answer of RELATIONS) sum[truth][answer] += confusion[truth][answer];
    nearDuplicates.push({ seed, ...(await measureNearDuplicates(extractor, seed)) });
  }
  const lowest = (values: readonly (number | null)[]): number | null => values.reduce((least, value) => (value !== null && (least === null || value < least) ? value : least), null);
  const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length;
  const leads = nearDuplicates.map(({ ours, minHash }) => ours - minHash);
  return {
    seeds,
    confusion: sum,
    nearDuplicates,
    figures: {
      ...relationFigures(sum),
      ...Object.fromEntries(MAIN.map((figure) => [`worst seed, ${figure}`, lowest(each.map((figures) => figures[figure]))])),
      'near duplicates, adjusted Rand index': mean(nearDuplicates.map(({ ours }) => ours)),
      'near duplicates, index of MinHash at its best': mean(nearDuplicates.map(({ minHash }) => minHash)),
      'near duplicates, above MinHash': mean(leads),
      'worst seed, near duplicates, above MinHash': lowest(leads),
    },
  };
}

export const reuseBaseline = ({ seeds, figures }: ReuseMeasure): ReuseBaseline =>
  ({ seeds, figures: Object.fromEntries(Object.entries(figures).map(([label, value]) => [label, rounded(value)])) });

/** The figures of the same seeds; undefined where the baseline has others. */
export const figuresOfSeeds = (seeds: readonly number[], baseline: ReuseBaseline | undefined): Figures | undefined =>
  (baseline && baseline.seeds.join() === seeds.join() ? baseline.figures : undefined);
