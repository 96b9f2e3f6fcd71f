/**
 * How fast extraction is on the train articles, and how large the data that it loads. Wall time is what a user waits for; time of
 * the processor is what it costs, and what can be compared where others share the machine.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

export interface Speed {
  /** Articles per second of wall time. */
  readonly perSecond: number;
  /** Articles per second of processor time, all threads. */
  readonly perProcessorSecond: number;
}

export interface SpeedMeasure {
  /** One process, the engine made before the clock starts. */
  readonly inProcess: Speed;
  /** `onrecord extract` as a user runs it, start-up included: the median of RUNS. */
  readonly commandLine: Speed;
  /** The fastest of them: nearest to what it takes where nobody else uses the machine. */
  readonly commandLineBest: Speed;
  /** Data files by name: bytes after gzip. */
  readonly dataBytesGzipped: Readonly<Record<string, number>>;
  /** What it was measured on. */
  readonly machine: string;
}

interface Seconds {
  readonly wall: number;
  readonly processor: number;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CHILD = fileURLToPath(new URL('./time-extraction.ts', import.meta.url));
const RUNS = 5;
const MAX_BYTES = 256 * 1024 * 1024;

/** @param train JSONL of the articles  @param launcher the built command line */
export function measureSpeed(train: string, articles: number, launcher: string): SpeedMeasure {
  const pin = pinToOneCore();
  const [program, ...first] = [...pin, process.execPath];
  const inProcess = JSON.parse(execFileSync(program, [...first, '--import', 'tsx', CHILD, train], { cwd: ROOT, encoding: 'utf8' })) as Seconds;
  const runs = Array.from({ length: RUNS }, () => timed([program, ...first, launcher, 'extract', train]));
  const ranked = (part: keyof Seconds): number[] => runs.map((run) => run[part]).sort((a, b) => a - b);
  const nth = (n: number): Seconds => ({ wall: ranked('wall')[n], processor: ranked('processor')[n] });
  const speed = ({ wall, processor }: Seconds): Speed => ({ perSecond: oneDigit(articles / wall), perProcessorSecond: oneDigit(articles / processor) });
  return {
    inProcess: speed(inProcess),
    commandLine: speed(nth((RUNS - 1) / 2)),
    commandLineBest: speed(nth(0)),
    dataBytesGzipped: dataFiles(),
    machine: `${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.version}, ${pin.length > 0 ? 'one core' : 'not pinned'}`,
  };
}

const oneDigit = (x: number): number => Number(x.toFixed(1));

/** The words before a command that keep it on the last core we may use; none where `taskset` is missing. */
function pinToOneCore(): string[] {
  try {
    const allowed = execFileSync('taskset', ['-cp', String(process.pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const last = /(\d+)\s*$/.exec(allowed);
    return last ? ['taskset', '-c', last[1]] : [];
  } catch {
    return [];
  }
}

const MS_PER_SECOND = 1000;

/** Seconds that a command takes; the shell's `times` tells what its children took of the processor. */
function timed(command: readonly string[]): Seconds {
  const started = performance.now();
  const output = execFileSync('sh', ['-c', '"$@" > /dev/null && times', 'sh', ...command], { encoding: 'utf8', maxBuffer: MAX_BYTES, stdio: ['ignore', 'pipe', 'inherit'] });
  const wall = (performance.now() - started) / MS_PER_SECOND;
  const children = [...(output.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  return { wall, processor: children.reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0) };
}

/** Packages whose files are data that `extract` loads, where they are dependencies. */
const DATA_PACKAGES: readonly string[] = ['wink-nlp', 'wink-eng-lite-web-model', 'compromise', 'en-pos', 'en-lexicon'];
const NOT_LOADED = new Set(['.md', '.map', '.ts', '.txt']);

function dataFiles(): Record<string, number> {
  const declared = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }).dependencies;
  const models = readdirSync(join(ROOT, 'models')).filter((file) => extname(file) === '.bin').map((file) => [`models/${file}`, gzipped(join(ROOT, 'models', file))] as const);
  const packages = DATA_PACKAGES.filter((name) => name in declared).map((name) => [name, packageBytes(name)] as const);
  return Object.fromEntries([...models, ...packages]);
}

const gzipped = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length;

/** Of all that a package could load from the folder of its entry on. */
function packageBytes(name: string): number {
  const entry = createRequire(import.meta.url).resolve(name);
  const folder = dirname(entry);
  if (basename(folder) === 'node_modules') return gzipped(entry);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.includes('node_modules') && !NOT_LOADED.has(extname(file)) && statSync(join(folder, file)).isFile())
    .reduce((sum, file) => sum + gzipped(join(folder, file)), 0);
}
