/** The evaluation kit of the corpus folder: its articles, its scorers as processes, its definitions as functions. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnnotatedArticle } from '../../training/corpus.js';
import type { SpanPair } from '../../src/text/spans.js';

export type Scores = Readonly<Record<string, unknown>>;
/** The kit's tokens of a text. */
export interface KitTokens {
  readonly text: string;
  readonly n: number;
}

/** What score.mjs of the kit exports and is used here. */
export interface QuoteScorer {
  tokenize(text: string): KitTokens;
  /** Numbers of the tokens that share a character with a span, ascending. */
  spanTokens(tokens: KitTokens, spans: readonly SpanPair[]): number[];
  sourceHeads(tokens: KitTokens, source: readonly number[]): Set<number>;
  /** Stretches inside double quotation marks. */
  quoteRegions(text: string): SpanPair[];
}

/** What speakers/score.mjs of the kit exports and is used here. */
export interface SpeakerScorer {
  align(text: string, golds: readonly unknown[], predictions: readonly unknown[]): ([prediction: number, jaccard: number] | null)[];
  scoreSpeakers(articles: readonly unknown[], golds: readonly unknown[], predictions: readonly unknown[]): {
    readonly tally: Readonly<Record<string, Readonly<Record<string, number>>>>;
    /** Named predictions that are wrong. */
    readonly dump: readonly { readonly id: string; readonly index: number }[];
  };
}

/** What pairs/score.mjs of the kit exports and is used here. */
export interface PairScorer {
  /** Pairs as `onrecord match` reads them. */
  toInput(pairs: readonly unknown[], articles: readonly unknown[], goldSpeakers: boolean): { readonly n: number; readonly a: unknown; readonly b: unknown }[];
}

/** Largest output of a scorer, in bytes. */
const MAX_SCORER_OUTPUT = 64 * 1024 * 1024;
const DIGEST_LETTERS = 16;

export class Kit {
  constructor(readonly folder: string) {}

  path(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  /** Output of a scorer run with --json. */
  run(script: string, args: readonly string[]): Scores {
    return JSON.parse(execFileSync(process.execPath, [this.path(script), ...args, '--json'], { encoding: 'utf8', maxBuffer: MAX_SCORER_OUTPUT })) as Scores;
  }

  quoteScorer = (): Promise<QuoteScorer> => import(pathToFileURL(this.path('score.mjs')).href) as Promise<QuoteScorer>;
  speakerScorer = (): Promise<SpeakerScorer> => import(pathToFileURL(this.path('speakers', 'score.mjs')).href) as Promise<SpeakerScorer>;

  pairScorer = (): Promise<PairScorer> => import(pathToFileURL(this.path('pairs', 'score.mjs')).href) as Promise<PairScorer>;

  /** Tells whether a baseline was made from the same files; hexadecimal. */
  digest(...files: readonly string[]): string {
    const hash = createHash('sha256');
    for (const file of files) hash.update(readFileSync(this.path(file)));
    return hash.digest('hex').slice(0, DIGEST_LETTERS);
  }
}

/** Records of a JSONL file. */
export const readLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as T);

/** Annotated articles of a file outside the kit, as training with --holdout writes them. @throws Error where there is none */
export function readAnnotated(file: string): AnnotatedArticle[] {
  if (!existsSync(file)) throw new Error(`There is no ${file}.`);
  return readLines<AnnotatedArticle>(file);
}
