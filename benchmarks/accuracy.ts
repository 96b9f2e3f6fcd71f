/**
 * The measure of accuracy and speed, on the evaluation kit in the corpus folder, beside the committed baseline.
 *
 *   ONRECORD_CORPUS=/path npm run accuracy -- [extraction] [pairs] [statements] [order] [stories] [reuse] [options]
 *
 * extraction (unless others are named): the dev articles through the engine and the kit's scorers; what was gained and lost since
 * the baseline; whether the confidences mean what they say; speed on the train articles and size of the data. pairs: labelled pairs
 * of quotes through `onrecord match`, and out of fold. statements: five articles on one event against a careful reader. order: the same articles in several orders, and how far the statements differ.
 * stories: generated articles through the store, in several orders. reuse: relations of generated articles and groups of near
 * duplicates, the whole way into a store. The last two need no corpus.
 *
 *   --json             everything as JSON, places for text
 *   --changes N        so many lines of what was gained, and of what was lost (40)
 *   --misses N         the N worst misses with their text. To tune on, read those of articles left out of training, not of dev:
 *   --articles FILE    these annotated articles instead of dev, without a baseline
 *   --model FILE       this model instead of models/quotes.en.bin
 *   --orders N         so many orders of the articles (4)
 *   --no-speed         leaves speed and size out
 *   --seeds LIST       for reuse: these seeds of the generator instead of those of the baseline
 *   --update-baseline  writes what was measured to benchmarks/accuracy-baseline.json
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openExtractor } from '../src/cli/extractor.js';
import { createExtractor } from '../src/extraction/index.js';
import buildIfStale from '../tests/support/build.js';
import { kitFolder, readArticles } from '../training/corpus.js';
import { readBaseline, updateBaseline } from './accuracy/baseline.js';
import type { Baseline } from './accuracy/baseline.js';
import { extractionBaseline, extractionChanges, measureExtraction } from './accuracy/extraction.js';
import { compare } from './accuracy/figures.js';
import type { Figures } from './accuracy/figures.js';
import { Kit } from './accuracy/kit.js';
import { worstMisses } from './accuracy/misses.js';
import { articlesIn, measureOrder, orderCorpora } from './accuracy/order.js';
import { measurePairs, pairsBaseline, pairsChanges } from './accuracy/pairs.js';
import { changesText, figuresTable, missesText, orderText, pairChangesText, reliabilityTable, reuseText } from './accuracy/report.js';
import { DEFAULT_SEEDS, figuresOfSeeds, measureReuseAccuracy, reuseBaseline } from './accuracy/reuse.js';
import { measureSpeed } from './accuracy/speed.js';
import type { SpeedMeasure } from './accuracy/speed.js';
import { measureStatements, statementsBaseline } from './accuracy/statements.js';
import { measureStories, storiesBaseline } from './accuracy/stories.js';

const LAUNCHER = fileURLToPath(new URL('../bin/onrecord.js', import.meta.url));
const MEASURES = ['extraction', 'pairs', 'statements', 'order', 'stories', 'reuse'] as const;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    json: { type: 'boolean', default: false },
    changes: { type: 'string', default: '40' },
    misses: { type: 'string', default: '0' },
    articles: { type: 'string' },
    model: { type: 'string' },
    orders: { type: 'string', default: '4' },
    speed: { type: 'boolean', default: true },
    seeds: { type: 'string', default: DEFAULT_SEEDS.join() },
    'update-baseline': { type: 'boolean', default: false },
  },
});
const unknown = positionals.find((name) => !(MEASURES as readonly string[]).includes(name));
if (unknown !== undefined) fail(`There is no measure "${unknown}"; there are ${MEASURES.join(', ')}.`);
const asked = new Set(positionals.length > 0 ? positionals : ['extraction']);
const seeds = options.seeds.split(',').map(Number);
if (!seeds.every(Number.isInteger)) fail('--seeds takes whole numbers with commas between them.');
const other = options.articles !== undefined || options.model !== undefined;
if (other && options['update-baseline']) fail('The baseline is of dev and of the model that comes with the program: leave out --articles and --model.');

/** Opened before anything is measured, where a measure needs it: a folder that is missing is told at once. */
function openKit(): () => Kit {
  const folder = kitFolder();
  if (!folder && ['extraction', 'pairs', 'statements', 'order'].some((name) => asked.has(name))) fail('Set ONRECORD_CORPUS to a folder that holds quotation-eval/.');
  const opened = folder ? new Kit(folder) : null;
  return () => opened ?? fail('Set ONRECORD_CORPUS to a folder that holds quotation-eval/.');
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

const baseline = other ? {} : readBaseline();
const kit = openKit();
const measured: { -readonly [K in keyof Baseline]: Baseline[K] } = {};
const json: Record<string, unknown> = {};
const paragraphs: string[] = [];

if (asked.has('extraction')) {
  const measure = await measureExtraction(kit(), options.model ? createExtractor(readFileSync(options.model)) : openExtractor(), options.articles);
  const figures = compare(measure.figures, baseline.extraction?.figures);
  const changes = extractionChanges(kit(), measure, baseline.extraction);
  if (!other) measured.extraction = extractionBaseline(kit(), measure);
  json.extraction = { figures, changes, reliability: measure.reliability, scores: measure.scores, predictions: measure.predictions };
  const texts = new Map(measure.articles.map(({ article }) => [article.id, article.text]));
  paragraphs.push(
    figuresTable('extraction', figures),
    changes ? changesText(changes, texts, Number(options.changes)) : 'No baseline of these articles: nothing to compare with.',
    reliabilityTable(measure.reliability),
  );
  if (Number(options.misses) > 0) paragraphs.push(missesText(worstMisses(measure.articles, Number(options.misses), await kit().quoteScorer())));
  paragraphs.push(`Predictions: ${measure.predictions}`);
}

if (asked.has('pairs')) {
  buildIfStale();
  const measure = await measurePairs(kit(), LAUNCHER);
  const figures = compare(measure.figures, baseline.pairs?.figures);
  const changes = pairsChanges(kit(), measure, baseline.pairs);
  measured.pairs = pairsBaseline(kit(), measure);
  json.pairs = { figures, changes, scores: measure.scores };
  paragraphs.push(figuresTable('pairs', figures), changes ? pairChangesText(changes) : 'No baseline of these pairs: nothing to compare with.');
}

if (asked.has('statements')) {
  const articles = await articlesIn(join(process.env.ONRECORD_CORPUS ?? '', 'seeds'));
  const measure = await measureStatements(articles);
  const figures = compare(measure.figures, baseline.statements?.figures);
  measured.statements = statementsBaseline(measure);
  json.statements = { figures, articles: articles.length, labelled: measure.labelled, missing: measure.missing };
  paragraphs.push(figuresTable(`statements, ${articles.length} articles, ${measure.labelled} quotes, ${measure.missing} of them not found`, figures));
}

if (asked.has('order')) {
  const drafts = readFileSync(kit().path('polnear', 'train.jsonl'), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, string>)
    .map(({ id, publisher, date, title, text }) => ({ publisherId: id, sourceName: publisher, publishedAt: date, title, body: text }));
  const rows = [];
  for (const [corpus, articles] of await orderCorpora(drafts)) rows.push({ corpus, articles: articles.length, ...(await measureOrder(articles, Number(options.orders))) });
  json.order = rows;
  paragraphs.push(orderText(rows));
}

if (asked.has('stories')) {
  const measure = await measureStories();
  const figures = compare(measure.figures, baseline.stories?.figures);
  measured.stories = storiesBaseline(measure);
  json.stories = { figures, articles: measure.articles };
  paragraphs.push(figuresTable(`stories, ${measure.articles} articles`, figures));
}

if (asked.has('reuse')) {
  const measure = await measureReuseAccuracy(openExtractor(), seeds);
  const figures = compare(measure.figures, figuresOfSeeds(seeds, baseline.reuse));
  measured.reuse = reuseBaseline(measure);
  json.reuse = { figures, confusion: measure.confusion, nearDuplicates: measure.nearDuplicates, seeds };
  paragraphs.push(`${figuresTable('reuse', figures)}\nseeds ${seeds.join(', ')}`, reuseText(measure));
}

if (options.speed && asked.has('extraction') && !other) {
  buildIfStale();
  const speed = measureSpeed(kit().path('polnear', 'train.jsonl'), readArticles(kit().folder, 'train').length, LAUNCHER);
  measured.speed = speed;
  json.speed = { ...speed, baseline: baseline.speed ?? null };
  paragraphs.push(`${figuresTable('speed and size', compare(speedFigures(speed), baseline.speed && speedFigures(baseline.speed)))}\nnow on ${speed.machine}${baseline.speed ? `, baseline on ${baseline.speed.machine}` : ''}`);
}

function speedFigures({ inProcess, commandLine, commandLineBest, dataBytesGzipped }: SpeedMeasure): Figures {
  return {
    'in process, articles a second': inProcess.perSecond,
    'in process, articles a second of processor time': inProcess.perProcessorSecond,
    'extract, articles a second': commandLine.perSecond,
    'extract, articles a second of processor time': commandLine.perProcessorSecond,
    'extract, the fastest run': commandLineBest.perSecond,
    'extract, the fastest run, of processor time': commandLineBest.perProcessorSecond,
    ...Object.fromEntries(Object.entries(dataBytesGzipped).map(([file, bytes]) => [`${file}, bytes gzipped`, bytes])),
    'all data, bytes gzipped': Object.values(dataBytesGzipped).reduce((sum, bytes) => sum + bytes, 0),
  };
}

if (options['update-baseline']) updateBaseline(measured);
console.log(options.json ? JSON.stringify(json, null, 1) : paragraphs.join('\n\n'));
