/**
 * Learns the weights of the decision whether two quotes are one statement, and writes src/matching/learned.ts.
 *
 *   ONRECORD_CORPUS=/path npm run train:pairs
 *
 * From all labelled pairs of the kit. `npm run accuracy -- pairs` tells how well it does on pairs that it has not seen.
 */
import { writeFileSync } from 'node:fs';
import { Kit } from '../benchmarks/accuracy/kit.js';
import type { PairModel } from '../src/matching/index.js';
import { kitFolder } from './corpus.js';
import { readLabelledPairs } from './labelled-pairs.js';
import { fitPairModel } from './pair-model.js';

const OUT = 'src/matching/learned.ts';

const folder = kitFolder();
if (!folder) {
  console.error('Set ONRECORD_CORPUS to a folder that holds quotation-eval/.');
  process.exit(2);
}
const pairs = await readLabelledPairs(new Kit(folder));
write(fitPairModel(pairs));
console.error(`Learned from ${pairs.length} pairs, ${pairs.filter(({ same }) => same).length} of them the same. Written to ${OUT}.`);

function write({ start, weights }: PairModel): void {
  const digits = (x: number): string => String(Number(x.toFixed(2)));
  writeFileSync(OUT, [
    '/** What the evidence of a pair weighs, in log odds. Written by training/train-pairs.ts from labelled pairs of news quotes: learn it anew when what is measured changes. */',
    "import type { PairModel } from './model.js';",
    '',
    'export const MODEL: PairModel = {',
    `  start: ${digits(start)},`,
    '  weights: {',
    ...Object.entries(weights).map(([name, weight]) => `    ${name}: ${digits(weight)},`),
    '  },',
    '};',
    '',
  ].join('\n'));
}
