/**
 * Which gold attributions are found and which predictions are right, one by one, by the definitions of the kit's scorers:
 * contents aligned one to one, greedily, best Jaccard of tokens first; found from MATCH on; the mention is right where it touches a
 * head of the gold source, or where both have none. The scorers give sums alone; that ours agree with theirs is checked.
 */
import type { AnnotatedArticle } from '../../training/corpus.js';
import type { Kit, KitTokens, QuoteScorer } from './kit.js';
import type { PredictedArticle, Prediction } from './predictions.js';

/** Jaccard of content tokens from which a gold attribution counts as found; the scorer's `--match`. */
export const MATCH = 0.5;

export const CONTENT = { missed: 0, overlapping: 1, found: 2, exact: 3 } as const;
export const SPEAKER = { unjudged: 0, wrong: 1, nobody: 2, right: 3 } as const;
type Level<T> = T[keyof T];

/** What became of one gold attribution. */
export interface Verdict {
  readonly content: Level<typeof CONTENT>;
  /** The same tokens, whatever the content overlaps. */
  readonly cue: boolean;
  /** Of a found content. */
  readonly mention: boolean;
  /** `unjudged` where the content is not found or nobody labelled the speaker. */
  readonly speaker: Level<typeof SPEAKER>;
}

export interface JudgedPrediction {
  readonly prediction: Prediction;
  /** Place of the gold attribution that it is aligned with; null where it overlaps none, or only such as another fits better. */
  readonly gold: number | null;
  /** The gold attribution is found by it. */
  readonly found: boolean;
  /** Found, and the mention is right, or none is claimed (nor a cue): what a confidence is the chance of. */
  readonly right: boolean;
}

export interface JudgedArticle {
  readonly article: AnnotatedArticle;
  /** In the order of the article's attributions. */
  readonly golds: readonly Verdict[];
  /** In the order of the predictions. */
  readonly predictions: readonly JudgedPrediction[];
}

interface Aligned {
  readonly prediction: number;
  readonly gold: number;
  readonly jaccard: number;
}

export class Judge {
  constructor(private readonly scorer: QuoteScorer) {}

  judge(article: AnnotatedArticle, predictions: readonly Prediction[]): JudgedArticle {
    const tokens = this.scorer.tokenize(article.text);
    const golds: Verdict[] = article.attributions.map(() => ({ content: CONTENT.missed, cue: false, mention: false, speaker: SPEAKER.unjudged }));
    const judged: JudgedPrediction[] = predictions.map((prediction) => ({ prediction, gold: null, found: false, right: false }));
    for (const aligned of this.align(tokens, article, predictions)) {
      const verdict = this.verdict(tokens, article.attributions[aligned.gold], predictions[aligned.prediction], aligned.jaccard);
      const found = verdict.content >= CONTENT.found;
      golds[aligned.gold] = verdict;
      judged[aligned.prediction] = { prediction: predictions[aligned.prediction], gold: aligned.gold, found, right: found && (verdict.mention || claimsContentOnly(predictions[aligned.prediction])) };
    }
    return { article, golds, predictions: judged };
  }

  private align(tokens: KitTokens, { attributions }: AnnotatedArticle, predictions: readonly Prediction[]): Aligned[] {
    const golds = attributions.map(({ content }) => this.scorer.spanTokens(tokens, content));
    const found = predictions.map(({ content }) => this.scorer.spanTokens(tokens, content));
    const pairs = found.flatMap((a, prediction) => golds.flatMap((b, gold) => {
      const shared = sharedBy(a, b);
      return shared === 0 ? [] : [{ prediction, gold, shared, jaccard: shared / (a.length + b.length - shared) }];
    }));
    pairs.sort((a, b) => b.jaccard - a.jaccard || b.shared - a.shared || a.prediction - b.prediction || a.gold - b.gold);
    const [usedPredictions, usedGolds] = [new Set<number>(), new Set<number>()];
    return pairs.filter(({ prediction, gold }) => {
      if (usedPredictions.has(prediction) || usedGolds.has(gold)) return false;
      usedPredictions.add(prediction);
      usedGolds.add(gold);
      return true;
    });
  }

  private verdict(tokens: KitTokens, gold: AnnotatedArticle['attributions'][number], prediction: Prediction, jaccard: number): Verdict {
    const tokensOf = (spans: Prediction['content']): number[] => this.scorer.spanTokens(tokens, spans);
    const [cue, source] = [tokensOf(prediction.cue), tokensOf(prediction.source)];
    const [goldCue, goldSource] = [tokensOf(gold.cue), tokensOf(gold.source)];
    const found = jaccard >= MATCH;
    const heads = this.scorer.sourceHeads(tokens, goldSource);
    return {
      content: jaccard === 1 ? CONTENT.exact : found ? CONTENT.found : CONTENT.overlapping,
      cue: cue.length > 0 && sharedBy(cue, goldCue) === Math.max(cue.length, goldCue.length),
      mention: found && (goldSource.length === 0 ? source.length === 0 : source.some((token) => heads.has(token))),
      speaker: SPEAKER.unjudged,
    };
  }
}

/** A quotation that stands alone: the engine says itself that it does not know whose words they are. */
const claimsContentOnly = ({ cue, source }: Prediction): boolean => cue.length === 0 && source.length === 0;

/** How many numbers two ascending lists share. */
function sharedBy(a: readonly number[], b: readonly number[]): number {
  const others = new Set(b);
  return a.filter((x) => others.has(x)).length;
}

interface LabelledArticle {
  readonly id: string;
  readonly attributions: readonly { readonly index: number; readonly type: string; readonly unnamed?: boolean; readonly generic?: boolean }[];
}

/** The articles with the verdicts on the speakers that people labelled: named persons, of quotes found. */
export async function judgeSpeakers(kit: Kit, articles: readonly JudgedArticle[], labels: readonly LabelledArticle[], predictions: readonly PredictedArticle[]): Promise<JudgedArticle[]> {
  const scorer = await kit.speakerScorer();
  const wrong = new Set(scorer.scoreSpeakers(articles.map(({ article }) => article), labels, predictions).dump.map(({ id, index }) => `${id} ${index}`));
  const labelled = new Map(labels.map((label) => [label.id, label]));
  const predicted = new Map(predictions.map(({ id, quotes }) => [id, quotes]));
  return articles.map((judged) => {
    const { article } = judged;
    const label = labelled.get(article.id);
    if (!label) return judged;
    const quotes = predicted.get(article.id) ?? [];
    const aligned = scorer.align(article.text, article.attributions, quotes);
    const golds = [...judged.golds];
    for (const { index, type, unnamed, generic } of label.attributions) {
      const hit = aligned[index];
      if (type !== 'person' || unnamed || generic || !hit || hit[1] < MATCH) continue;
      const speaker = quotes[hit[0]].speaker === null ? SPEAKER.nobody : wrong.has(`${article.id} ${index}`) ? SPEAKER.wrong : SPEAKER.right;
      golds[index] = { ...golds[index], speaker };
    }
    return { ...judged, golds };
  });
}

/** @throws Error where the sums of the verdicts are not the scorers' */
export function checkAgainst(articles: readonly JudgedArticle[], expected: { readonly recall: number; readonly speakers?: number }): void {
  const golds = articles.flatMap((article) => article.golds);
  const recall = golds.filter(({ content }) => content >= CONTENT.found).length / golds.length;
  if (Math.abs(recall - expected.recall) > 1e-9) throw new Error(`We find a share of ${recall} where the scorer has ${expected.recall}: judge.ts no longer follows score.mjs.`);
  const speakers = golds.filter(({ speaker }) => speaker === SPEAKER.right).length;
  if (expected.speakers !== undefined && speakers !== expected.speakers) throw new Error(`We have ${speakers} right speakers where the scorer has ${expected.speakers}: judge.ts no longer follows speakers/score.mjs.`);
}
