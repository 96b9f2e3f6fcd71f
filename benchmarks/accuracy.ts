/**
 * How right and how fast extraction is, on the evaluation kit in the corpus folder.
 *
 *   ONRECORD_CORPUS=/path node --import tsx benchmarks/accuracy.ts [--json]
 *
 * Extracts the dev articles, has the kit's own scorers compare the predictions with what people annotated, and prints the
 * key figures; then times one pass over the train articles. The predictions stay in a temporary file, named at the end.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openExtractor } from '../src/cli/extractor.js';
import type { Extraction, ExtractedQuote } from '../src/extraction/types.js';
import { toPairs } from '../src/text/spans.js';

interface Article {
  readonly id: string;
  readonly text: string;
}
type Scores = Readonly<Record<string, unknown>>;

/** Largest output of a scorer, in bytes. */
const MAX_SCORER_OUTPUT = 64 * 1024 * 1024;
const MS_PER_SECOND = 1000;

const corpus = process.env.ONRECORD_CORPUS;
if (!corpus || !existsSync(join(corpus, 'quotation-eval'))) {
  console.error('Set ONRECORD_CORPUS to a folder that holds quotation-eval/.');
  process.exit(2);
}
const kit = join(corpus, 'quotation-eval');
const extractor = openExtractor();

const articles = (file: string): Article[] =>
  readFileSync(join(kit, 'polnear', file), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Article);

const predictionOf = (extraction: Extraction, quote: ExtractedQuote): Scores => {
  const speaker = quote.speaker === null ? null : extraction.speakers[quote.speaker];
  return {
    kind: quote.kind, manner: quote.manner, content: toPairs(quote.content), cue: toPairs(quote.cue), source: toPairs(quote.mention),
    speaker: speaker && { name: speaker.name, type: speaker.type }, reason: quote.reason, confidence: quote.confidence,
  };
};

function extractTo(file: string, list: readonly Article[]): void {
  const lines = list.map(({ id, text }) => {
    const extraction = extractor.extract(text);
    return JSON.stringify({ id, quotes: extraction.quotes.map((quote) => predictionOf(extraction, quote)) });
  });
  writeFileSync(file, `${lines.join('\n')}\n`);
}

const run = (script: string, args: readonly string[]): Scores =>
  JSON.parse(execFileSync(process.execPath, [join(kit, script), ...args, '--json'], { encoding: 'utf8', maxBuffer: MAX_SCORER_OUTPUT })) as Scores;

/** The value at a dotted path of a scorer's JSON; undefined where there is none. */
const at = (scores: Scores, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Scores)[key] : undefined), scores);

/** What is worth a line: its label, whose figure it is, and where that scorer keeps it. */
const FIGURES: readonly (readonly [label: string, scorer: 'quotes' | 'speakers' | 'cofenet', path: string])[] = [
  ['content match F1, all', 'quotes', 'overall.content.match.f1'],
  ['content match F1, direct', 'quotes', 'byType.direct.content.match.f1'],
  ['content match F1, mixed', 'quotes', 'byType.mixed.content.match.f1'],
  ['content match F1, indirect', 'quotes', 'byType.indirect.content.match.f1'],
  ['content match precision, all', 'quotes', 'overall.content.match.p'],
  ['content match recall, all', 'quotes', 'overall.content.match.r'],
  ['content exact F1, all', 'quotes', 'overall.content.exact.f1'],
  ['cue exact F1, all', 'quotes', 'overall.cue.exact.f1'],
  ['source head accuracy given a match', 'quotes', 'overall.sourceGivenMatch.headAcc'],
  ['direct view, detection F1', 'quotes', 'direct.detection.f1'],
  ['direct view, end to end F1', 'quotes', 'direct.endToEnd.f1'],
  ['quotation regions, detection F1', 'quotes', 'quoteRegions.detection.f1'],
  ['speakers, accuracy', 'speakers', 'all.accuracy'],
  ['speakers, precision', 'speakers', 'all.precision'],
  ['speakers by name, accuracy', 'speakers', 'name.accuracy'],
  ['speakers by pronoun, accuracy', 'speakers', 'pronoun.accuracy'],
  ['speakers by description, accuracy', 'speakers', 'nominal.accuracy'],
  ['CofeNet setting, exact F1, source', 'cofenet', 'exact.source.f1'],
  ['CofeNet setting, exact F1, cue', 'cofenet', 'exact.cue.f1'],
  ['CofeNet setting, exact F1, content', 'cofenet', 'exact.content.f1'],
];
const rounded = (value: unknown): unknown => (typeof value === 'number' ? Number(value.toFixed(3)) : 'not given');

const predictions = join(mkdtempSync(join(tmpdir(), 'onrecord-accuracy-')), 'dev.jsonl');
extractTo(predictions, articles('dev.jsonl'));
const dev = join(kit, 'polnear', 'dev.jsonl');
const quotes = run('score.mjs', [dev, predictions, '--no-publisher']);
const speakers = run('speakers/score.mjs', [dev, join(kit, 'speakers', 'speakers-dev.jsonl'), predictions]);
const cofenet = run('cofenet_score.mjs', [join(kit, 'polnear', 'cofenet.dev.jsonl'), predictions]);

const train = articles('train.jsonl');
const started = performance.now();
for (const { text } of train) extractor.extract(text);
const perSecond = Math.round((train.length * MS_PER_SECOND) / (performance.now() - started));

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ quotes, speakers, cofenet, articlesPerSecond: perSecond }, null, 1));
} else {
  const table: Record<string, unknown> = {};
  for (const [label, scores, path] of FIGURES) table[label] = rounded(at({ quotes, speakers, cofenet }, `${scores}.${path}`));
  table['articles per second (train)'] = perSecond;
  console.table(table);
  console.log(`Predictions: ${predictions}`);
}

