/**
 * Trains the quote model on the train part of the corpus and writes it.
 *
 *   ONRECORD_CORPUS=/path npm run train [-- --out FILE] [--holdout N] [--fold K]
 *
 * --out      where the model goes (models/quotes.en.bin)
 * --holdout  leaves out every Nth article, to be scored without looking at dev: their lines go to FILE.holdout.jsonl
 * --fold     which of every N articles, from 0 (N - 1)
 *
 * The same corpus gives the same bytes. Each model learns from what the one before it says of articles that it was not
 * trained on (jackknifing), as it will meet them in use.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseClasses } from '../src/extraction/learned/classes.js';
import { Decoder, hasContent } from '../src/extraction/learned/decode.js';
import { FeatureList } from '../src/extraction/learned/hashing.js';
import { isContent, isMention, LABELS } from '../src/extraction/learned/labels.js';
import { formatModel } from '../src/extraction/learned/model.js';
import { acceptFeatures } from '../src/extraction/learned/proposal.js';
import { kitFolder, readArticles } from './corpus.js';
import { learnRoles } from './crf.js';
import type { RoleNumbers } from './crf.js';
import { readExamples } from './examples.js';
import type { Example, Gold } from './examples.js';
import { judgeCues, learnCues, Logistic, quantized, Random } from './learning.js';

const SEED = 42;
/** Counted up with each model that is committed. */
const VERSION = 2;
const BITS = { cue: 18, role: 18, accept: 16, transition: 6 };
const EPOCHS = { cue: 3, role: 4, accept: 8 };
const FOLDS = 4;
const LEAST_CUE = 0.12;
const LEAST_QUOTE = 0.4;
/** Share of tokens in common from which a content counts as found, as the evaluation kit has it. */
const MATCH = 0.5;

const { values: options } = parseArgs({ options: { out: { type: 'string', default: 'models/quotes.en.bin' }, holdout: { type: 'string' }, fold: { type: 'string' } } });
const kit = kitFolder();
if (!kit) {
  console.error('Set ONRECORD_CORPUS to a folder that holds quotation-eval/.');
  process.exit(2);
}
const started = performance.now();
const say = (text: string): void => console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`);

const all = readArticles(kit, 'train');
const every = options.holdout ? Number(options.holdout) : 0;
const leftOut = options.fold ? Number(options.fold) : every - 1;
const articles = every > 0 ? all.filter((_, i) => i % every !== leftOut) : all;
if (every > 0) writeFileSync(`${options.out}.holdout.jsonl`, all.filter((_, i) => i % every === leftOut).map((article) => `${JSON.stringify(article)}\n`).join(''));

const classes = parseClasses(readFileSync(new URL('classes.en.bin', import.meta.url)));
const examples = readExamples(articles, classes);
say(`${articles.length} articles, ${examples.length} units, ${examples.reduce((sum, { golds }) => sum + golds.length, 0)} attributions`);
const random = new Random(SEED);
const without = (fold: number, folds: number): Example[] => examples.filter(({ article }) => article % folds !== fold);
const only = (fold: number, folds: number): Example[] => examples.filter(({ article }) => article % folds === fold);

for (let fold = 0; fold < FOLDS; fold++) judgeCues(learnCues(without(fold, FOLDS), BITS.cue, EPOCHS.cue, random), only(fold, FOLDS));
say('cues judged by models that had not seen them');
const cue = learnCues(examples, BITS.cue, EPOCHS.cue, random);
say('cue model');

interface Judged {
  readonly features: FeatureList;
  readonly right: boolean;
}

/** What a role model proposes of articles that it was not trained on, and whether it is right. */
function proposals(roles: RoleNumbers, of: readonly Example[]): Judged[] {
  const decoder = new Decoder();
  const found: Judged[] = [];
  for (const { reading, golds } of of) {
    for (let k = 0; k < reading.length; k++) {
      if (reading.cueChance[k] < LEAST_CUE) continue;
      const decoded = decoder.decode(reading, k, roles);
      if (!decoded || !hasContent(decoded.labels)) continue;
      const features = new FeatureList();
      acceptFeatures(reading, k, decoded, features);
      features.ids = features.ids.slice(0, features.length);
      const gold = golds.find(({ anchor }) => anchor === k);
      found.push({ features, right: gold !== undefined && isRight(reading.unit, decoded.labels, gold) });
    }
  }
  return found;
}

/** Content found, and the mention touches the annotators' (or neither has one). */
function isRight(unit: Example['reading']['unit'], labels: Uint8Array, gold: Gold): boolean {
  let [either, both, mentions, shared, wanted] = [0, 0, 0, 0, 0];
  labels.forEach((label, k) => {
    const size = unit.to[k] - unit.from[k];
    const [a, b] = [isContent(label), isContent(gold.labels[k])];
    if (a || b) either += size;
    if (a && b) both += size;
    if (isMention(label)) mentions++;
    if (isMention(gold.labels[k])) wanted++;
    if (isMention(label) && isMention(gold.labels[k])) shared++;
  });
  return both >= MATCH * either && (wanted === 0 ? mentions === 0 : shared > 0);
}

const judged: Judged[] = [];
for (let fold = 0; fold < 2; fold++) judged.push(...proposals(learnRoles(without(fold, 2), BITS.role, EPOCHS.role, random), only(fold, 2)));
say(`${judged.length} proposals, ${judged.filter(({ right }) => right).length} right`);
const roles = learnRoles(examples, BITS.role, EPOCHS.role, random);
say('role model');

const accept = new Logistic(BITS.accept, 0.08, 2e-4);
for (let epoch = 0; epoch < EPOCHS.accept; epoch++) for (const { features, right } of random.shuffle(judged)) accept.learn(features, right);

const bytes = formatModel({
  name: 'quotes.en',
  version: VERSION,
  cue: quantized(cue.weights, BITS.cue, 1),
  role: quantized(roles.roles, BITS.role, LABELS),
  transition: quantized(roles.transitions, BITS.transition, LABELS * LABELS),
  accept: quantized(accept.weights, BITS.accept, 1),
  classes,
  leastCue: LEAST_CUE,
  leastQuote: LEAST_QUOTE,
});
writeFileSync(options.out, bytes);
say(`${options.out}: ${bytes.length} bytes`);
