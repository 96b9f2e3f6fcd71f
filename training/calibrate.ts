/**
 * Fits the confidences of quotes to how often they are right, and writes src/extraction/calibration.en.ts.
 *
 *   for K in 0 1 2 3 4 5: ONRECORD_CORPUS=/path npm run train -- --holdout 6 --fold K --out FILE.K
 *   ONRECORD_CORPUS=/path npm run calibrate -- FILE.0 FILE.1 ...
 *
 * Each FILE is a model, FILE.holdout.jsonl the articles left out of its training. The models' chances are fitted on those; the
 * rules, which learn nothing, on the whole train part. Dev is not read: `npm run accuracy` tells there how well it went.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Judge } from '../benchmarks/accuracy/judge.js';
import { Kit, readAnnotated } from '../benchmarks/accuracy/kit.js';
import { predictionOf } from '../benchmarks/accuracy/predictions.js';
import { reliability } from '../benchmarks/accuracy/reliability.js';
import { confidenceOf, logOddsOf } from '../src/extraction/confidence.js';
import type { Calibration, Rule, RuleShares, Scaling } from '../src/extraction/confidence.js';
import { readDocument } from '../src/extraction/document.js';
import { parseModel } from '../src/extraction/learned/model.js';
import { Proposer } from '../src/extraction/learned/propose.js';
import { linkDocument } from '../src/extraction/linking/index.js';
import type { Link } from '../src/extraction/linking/link.js';
import { findNoise } from '../src/extraction/noise.js';
import { paragraphs } from '../src/extraction/paragraphs.js';
import { assembleQuotes } from '../src/extraction/quotes.js';
import { findSpeakers } from '../src/extraction/speakers/index.js';
import type { QuoteKind } from '../src/extraction/types.js';
import { kitFolder, readArticles } from './corpus.js';
import type { AnnotatedArticle } from './corpus.js';
import { fitScaling, shareByArticle, shrunkShare } from './scaling.js';

const OUT = 'src/extraction/calibration.en.ts';
const KINDS: readonly QuoteKind[] = ['DIRECT', 'INDIRECT', 'MIXED'];
const RULES: readonly Rule[] = [
  'QUOTE_BEFORE', 'CLAUSE_BEFORE', 'QUOTE_AFTER', 'COLON', 'THAT', 'ZERO_THAT', 'TO', 'WHETHER', 'ADDRESSEE', 'OBJECT_TO', 'OBJECT', 'PREPOSITION',
  'GERUND', 'ACCORDING_TO', 'TRANSCRIPT', 'SIGNED', 'LABEL', 'LONE_QUOTE',
];
/** What few examples are drawn towards counts as so many of them. */
const PRIOR_WEIGHT = 10;

interface Told {
  readonly article: string;
  readonly link: Link;
  readonly kind: QuoteKind;
  readonly right: boolean;
}

const { positionals: modelFiles } = parseArgs({ allowPositionals: true });
const folder = kitFolder();
if (!folder || modelFiles.length === 0) {
  console.error('Set ONRECORD_CORPUS to a folder that holds quotation-eval/, and name models that were trained with --holdout.');
  process.exit(2);
}
const judge = new Judge(await new Kit(folder).quoteScorer());

/** The quotes at the top level of the articles, with the link that each was made of. */
function tellAll(articles: readonly AnnotatedArticle[], reader: Proposer | null): Told[] {
  return articles.flatMap((article) => {
    const lines = paragraphs(article.text);
    const noise = findNoise(article.text, lines, {});
    const doc = readDocument(article.text, lines, noise);
    const links = linkDocument(doc, reader);
    const { speakers, attributions } = findSpeakers(doc, links);
    const quotes = assembleQuotes(doc, links, attributions, reader !== null);
    const ofContent = new Map(links.filter(({ outer }) => !outer).map((link) => [link.content as Link['content'] | (typeof quotes)[number]['content'], link]));
    const { predictions } = judge.judge(article, quotes.map((quote) => predictionOf({ noise, speakers, quotes, diagnostics: [] }, quote)));
    return quotes.map(({ content, kind }, i) => ({ article: article.id, link: ofContent.get(content)!, kind, right: predictions[i].right }));
  });
}

function sharesOf(told: readonly Told[], prior: (rule: Rule) => RuleShares): Record<Rule, RuleShares> {
  return Object.fromEntries(RULES.map((rule) => {
    const own = told.filter(({ link }) => link.rule === rule);
    const share = (quoted: boolean): number => shrunkShare(shareByArticle(own.filter(({ kind }) => (kind !== 'INDIRECT') === quoted)), prior(rule)[quoted ? 'quoted' : 'plain'], PRIOR_WEIGHT);
    return [rule, { plain: share(false), quoted: share(true) }];
  })) as Record<Rule, RuleShares>;
}

const heldOut = modelFiles.flatMap((file) => tellAll(readAnnotated(`${file}.holdout.jsonl`), new Proposer(parseModel(readFileSync(file)))));
const learned = heldOut.filter(({ link }) => link.rule === 'LEARNED');
const model = Object.fromEntries(KINDS.map((kind): [QuoteKind, Scaling] =>
  [kind, fitScaling(learned.filter((one) => one.kind === kind).map(({ link, right }) => ({ logOdds: logOddsOf(link.chance ?? 0), right })))])) as Record<QuoteKind, Scaling>;

const alone = tellAll(readArticles(folder, 'train'), null);
const share = (quoted: boolean): number => shrunkShare(shareByArticle(alone.filter(({ kind }) => (kind !== 'INDIRECT') === quoted)), 0.5, 1);
const all: RuleShares = { plain: share(false), quoted: share(true) };
const rules = sharesOf(alone, () => all);
const kept = heldOut.filter(({ link }) => link.rule !== 'LEARNED' && !link.unread);
const besideModel = Object.fromEntries(Object.entries(sharesOf(kept, (rule) => rules[rule])).filter(([rule]) => kept.some(({ link }) => link.rule === rule))) as Calibration['besideModel'];
write({ model, rules, besideModel });

const errorWith = (scalings: Calibration['model']): string =>
  (reliability(learned.map(({ link, kind, right }) => ({ confidence: confidenceOf({ ...link, besideModel: true }, kind, { model: scalings, rules, besideModel }), right }))).expectedCalibrationError ?? 0).toFixed(3);
const AS_TOLD: Scaling = { slope: 1, intercept: 0 };
console.error(`Expected calibration error of the model's quotes: ${errorWith({ DIRECT: AS_TOLD, INDIRECT: AS_TOLD, MIXED: AS_TOLD })}, scaled ${errorWith(model)}.`);
console.error(`${learned.length} quotes of the model and ${kept.length} of the rules beside it; ${alone.length} of the rules alone. Written to ${OUT}.`);

function write({ model: scalings, rules: ofRules, besideModel: beside }: Calibration): void {
  const digits = (x: number): string => x.toFixed(3);
  const scaling = ([kind, { slope, intercept }]: [string, Scaling]): string => `    ${kind}: { slope: ${digits(slope)}, intercept: ${digits(intercept)} },`;
  const shares = ([rule, { plain, quoted }]: [string, RuleShares]): string => `    ${rule}: { plain: ${digits(plain)}, quoted: ${digits(quoted)} },`;
  const part = <T>(name: string, of: Readonly<Record<string, T>>, line: (entry: [string, T]) => string): string[] => [`  ${name}: {`, ...Object.entries(of).map(line), '  },'];
  writeFileSync(OUT, [
    '/** How often quotes of each origin are right. Written by training/calibrate.ts from articles of the train part: fit it anew with each model. */',
    "import type { Calibration } from './confidence.js';",
    '',
    'export const CALIBRATION: Calibration = {',
    ...part('model', scalings, scaling),
    ...part('rules', ofRules, shares),
    ...part('besideModel', beside as Readonly<Record<string, RuleShares>>, shares),
    '};',
    '',
  ].join('\n'));
}
