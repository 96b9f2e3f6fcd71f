/** The measure of extraction: figures, verdicts, reliability of the confidences. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Extractor } from '../../src/extraction/types.js';
import { readArticles } from '../../training/corpus.js';
import { changesSince } from './changes.js';
import type { Changes, PackedStates } from './changes.js';
import { at, figuresOf, QUOTE_FIGURES, rounded, SPEAKER_FIGURES } from './figures.js';
import type { Figures } from './figures.js';
import { checkAgainst, Judge, judgeSpeakers } from './judge.js';
import type { JudgedArticle } from './judge.js';
import { readAnnotated, readLines } from './kit.js';
import type { Kit, Scores } from './kit.js';
import { predict } from './predictions.js';
import { reliability } from './reliability.js';
import type { Reliability } from './reliability.js';
import { packContents, packVerdicts, unmatchedContents } from './states.js';

export interface ExtractionBaseline extends PackedStates {
  /** Of the gold files that the states belong to. */
  readonly gold: string;
  readonly figures: Figures;
}

export interface ExtractionMeasure {
  readonly figures: Figures;
  readonly scores: Readonly<Record<string, Scores>>;
  readonly articles: readonly JudgedArticle[];
  readonly reliability: Reliability;
  /** The file of the predictions, in a temporary folder. */
  readonly predictions: string;
}

const DEV = join('polnear', 'dev.jsonl');
const LABELLED_SPEAKERS = join('speakers', 'speakers-dev.jsonl');

/** @param other annotated articles instead of dev; they have neither labelled speakers nor a CofeNet setting, nor a baseline */
export async function measureExtraction(kit: Kit, extractor: Extractor, other?: string): Promise<ExtractionMeasure> {
  const gold = other ?? kit.path(DEV);
  const list = other ? readAnnotated(other) : readArticles(kit.folder, 'dev');
  const predicted = predict(extractor, list);
  const predictions = join(mkdtempSync(join(tmpdir(), 'onrecord-accuracy-')), 'predictions.jsonl');
  writeFileSync(predictions, predicted.map((line) => `${JSON.stringify(line)}\n`).join(''));

  const judge = new Judge(await kit.quoteScorer());
  let articles = list.map((article, i) => judge.judge(article, predicted[i].quotes));
  const scores: Record<string, Scores> = { quotes: kit.run('score.mjs', [gold, predictions, '--no-publisher']) };
  if (!other) {
    articles = await judgeSpeakers(kit, articles, readLines(kit.path(LABELLED_SPEAKERS)), predicted);
    scores.speakers = kit.run(join('speakers', 'score.mjs'), [gold, kit.path(LABELLED_SPEAKERS), predictions]);
    scores.cofenet = kit.run('cofenet_score.mjs', [kit.path('polnear', 'cofenet.dev.jsonl'), predictions]);
  }
  checkAgainst(articles, { recall: at(scores, 'quotes.overall.content.match.r') ?? 0, speakers: at(scores, 'speakers.all.right') ?? undefined });

  const told = articles.flatMap((article) => article.predictions.map(({ prediction, right }) => ({ confidence: prediction.confidence, right })));
  const reliable = reliability(told);
  const figures = {
    ...figuresOf(scores, other ? QUOTE_FIGURES : [...QUOTE_FIGURES, ...SPEAKER_FIGURES]),
    'expected calibration error': reliable.expectedCalibrationError,
  };
  return { figures, scores, articles, reliability: reliable, predictions };
}

export const goldOfExtraction = (kit: Kit): string => kit.digest(DEV, LABELLED_SPEAKERS);

export const extractionBaseline = (kit: Kit, { figures, articles }: ExtractionMeasure): ExtractionBaseline => ({
  gold: goldOfExtraction(kit),
  figures: Object.fromEntries(Object.entries(figures).map(([label, value]) => [label, rounded(value)])),
  verdicts: articles.map(({ golds }) => packVerdicts(golds)),
  unmatched: articles.map((article) => packContents(unmatchedContents(article))),
});

/** Null where there is no baseline of the same gold files. */
export const extractionChanges = (kit: Kit, measure: ExtractionMeasure, baseline: ExtractionBaseline | undefined): Changes | null =>
  baseline?.gold === goldOfExtraction(kit) ? changesSince(baseline, measure.articles) : null;
