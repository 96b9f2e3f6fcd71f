/**
 * The committed baseline: figures, and what became of each gold attribution. It holds no words of the corpus and no names of its
 * articles, which stand in the order of the gold file; a digest tells whether that is the same one.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ExtractionBaseline } from './extraction.js';
import type { PairsBaseline } from './pairs.js';
import type { ReuseBaseline } from './reuse.js';
import type { SpeedMeasure } from './speed.js';
import type { StatementsBaseline } from './statements.js';
import type { StoriesBaseline } from './stories.js';

export interface Baseline {
  readonly extraction?: ExtractionBaseline;
  readonly pairs?: PairsBaseline;
  readonly reuse?: ReuseBaseline;
  readonly speed?: SpeedMeasure;
  readonly statements?: StatementsBaseline;
  readonly stories?: StoriesBaseline;
}

export const BASELINE = fileURLToPath(new URL('../accuracy-baseline.json', import.meta.url));

export const readBaseline = (file = BASELINE): Baseline => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Baseline) : {});

/** What was not measured stays as it was. */
export function updateBaseline(measured: Baseline, file = BASELINE): void {
  writeFileSync(file, `${JSON.stringify({ ...readBaseline(file), ...measured }, null, 1)}\n`);
}
