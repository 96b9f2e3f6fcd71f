/**
 * The measure of matching: labelled pairs of quotes through `onrecord match` and the kit's scorer, with speakers as the engine
 * works them out and with the annotators'; without and with pairs of reprinted articles. Beside it the same decisions out of fold, by
 * models that learned from no article of the pair: the model that comes with the program learned from all of these pairs.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figuresOf, rounded } from './figures.js';
import type { Figures } from './figures.js';
import { readLines } from './kit.js';
import type { Kit, Scores } from './kit.js';
import { readLabelledPairs } from '../../training/labelled-pairs.js';
import { decideOutOfFold } from '../../training/pair-model.js';

const PAIRS = join('pairs', 'pairs-open.jsonl');
/** Largest input or output of the matcher, in bytes. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Whose speakers the matcher sees. */
const SPEAKERS = { engine: [], gold: ['--gold-speakers'] } as const;
type Speakers = keyof typeof SPEAKERS;
const WHOSE = Object.keys(SPEAKERS) as Speakers[];

interface Pair {
  readonly n: number;
  readonly label: 'SAME' | 'RELATED' | 'DIFFERENT';
}
interface Decision {
  readonly n: number;
  readonly score: number;
  readonly same: boolean;
}

export interface PairsMeasure {
  readonly figures: Figures;
  readonly scores: Readonly<Record<string, Scores>>;
  /** By whose speakers: of each pair in the order of the file, 1 where the decision is right, else 0. */
  readonly right: Readonly<Record<Speakers, string>>;
  readonly pairs: readonly Pair[];
}

export interface PairsBaseline {
  readonly gold: string;
  readonly figures: Figures;
  readonly right: Readonly<Record<Speakers, string>>;
}

/** A pair whose decision became right or wrong. */
export interface PairChange {
  readonly pair: number;
  readonly label: Pair['label'];
  readonly speakers: Speakers;
}

const FIGURES = [['AP', 'ap'], ['precision', 'precision'], ['recall', 'recall'], ['F1', 'f1'], ['best F1', 'best.f1']] as const;

/** @param launcher the built command line */
export async function measurePairs(kit: Kit, launcher: string): Promise<PairsMeasure> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-pairs-'));
  const pairs = readLines<Pair>(kit.path(PAIRS));
  const scores: Record<string, Scores> = {};
  const figures: Record<string, number | null> = {};
  const right: Partial<Record<Speakers, string>> = {};
  const labelled = await readLabelledPairs(kit);
  const score = (title: string, decisions: string): void => {
    for (const [reprints, args] of [['', []], [', with reprints', ['--all']]] as const) {
      const name = `${title}${reprints}`;
      scores[name] = kit.run(join('pairs', 'score.mjs'), [kit.path(PAIRS), decisions, ...args]);
      Object.assign(figures, figuresOf(scores[name], FIGURES.map(([label, path]) => [`${name}: ${label}`, path])));
    }
  };
  for (const whose of WHOSE) {
    const [input, output] = [join(folder, `${whose}.in.jsonl`), join(folder, `${whose}.out.jsonl`)];
    writeFileSync(input, execFileSync(process.execPath, [kit.path('pairs', 'score.mjs'), '--input', kit.path(PAIRS), kit.path('polnear', 'train.jsonl'), ...SPEAKERS[whose]], { maxBuffer: MAX_BYTES }));
    writeFileSync(output, execFileSync(process.execPath, [launcher, 'match', input], { maxBuffer: MAX_BYTES, stdio: ['ignore', 'pipe', 'inherit'] }));
    const unseen = join(folder, `${whose}.unseen.jsonl`);
    writeFileSync(unseen, decideOutOfFold(labelled, whose).map((decision) => `${JSON.stringify(decision)}\n`).join(''));
    score(`out of fold, ${whose} speakers`, unseen);
    score(`${whose} speakers`, output);
    const same = new Map(readLines<Decision>(output).map((decision) => [decision.n, decision.same]));
    right[whose] = pairs.map(({ n, label }) => Number(same.get(n) === (label === 'SAME'))).join('');
  }
  return { figures, scores, right: right as Record<Speakers, string>, pairs };
}

export const goldOfPairs = (kit: Kit): string => kit.digest(PAIRS);

export const pairsBaseline = (kit: Kit, { figures, right }: PairsMeasure): PairsBaseline => ({
  gold: goldOfPairs(kit),
  figures: Object.fromEntries(Object.entries(figures).map(([label, value]) => [label, rounded(value)])),
  right,
});

/** Null where there is no baseline of the same pairs. */
export function pairsChanges(kit: Kit, { pairs, right }: PairsMeasure, baseline: PairsBaseline | undefined): { readonly gained: PairChange[]; readonly lost: PairChange[] } | null {
  if (baseline?.gold !== goldOfPairs(kit)) return null;
  const changed = (now: string, before: string): PairChange[] => WHOSE.flatMap((speakers) => pairs.flatMap(({ n, label }, i) =>
    (right[speakers][i] === now && baseline.right[speakers][i] === before ? [{ pair: n, label, speakers }] : [])));
  return { gained: changed('1', '0'), lost: changed('0', '1') };
}
