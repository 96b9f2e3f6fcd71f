/** How well the relation of two articles is told: generated articles go the whole way into a store, and its answer is set beside the truth. */
import type { ArticleRelation } from '../../src/domain/records.js';
import type { Extractor } from '../../src/extraction/types.js';
import { drawFamilies } from './families.js';
import { everyTwo, withNewsdesk } from './newsdesk.js';
import { randomFrom } from './random.js';
import { relationOf } from './truth.js';

export const RELATIONS: readonly ArticleRelation[] = ['REPRINT', 'PARTIAL_REPRINT', 'REWRITE', 'COMMON_SOURCE', 'UNRELATED'];
const FAMILIES = 12;

/** How many pairs of each true relation (first) got each answer (second). Pairs of which the definitions say nothing are left out. */
export type Confusion = Readonly<Record<ArticleRelation, Readonly<Record<ArticleRelation, number>>>>;

const none = (): Record<ArticleRelation, number> => ({ REPRINT: 0, PARTIAL_REPRINT: 0, REWRITE: 0, COMMON_SOURCE: 0, UNRELATED: 0 });
export const noPairs = (): Record<ArticleRelation, Record<ArticleRelation, number>> =>
  ({ REPRINT: none(), PARTIAL_REPRINT: none(), REWRITE: none(), COMMON_SOURCE: none(), UNRELATED: none() });

/** @param onPair told of each pair whose answer is not the truth */
export async function measureRelations(extractor: Extractor, seed: number, onPair?: (a: string, b: string, truth: ArticleRelation, answer: ArticleRelation) => void): Promise<Confusion> {
  const articles = drawFamilies(randomFrom(seed), FAMILIES);
  const drafts = articles.map(({ outlet, title, body, publishedAt }) => ({ sourceName: outlet.name, sourceDomain: outlet.domain, title, body, publishedAt }));
  return withNewsdesk(extractor, drafts, async (desk) => {
    const confusion = noPairs();
    const pairs = everyTwo(articles.length);
    const overlaps = await desk.overlaps(pairs);
    pairs.forEach(([a, b], i) => {
      const truth = relationOf(articles[a], articles[b]);
      if (truth === null) return;
      const answer = overlaps[i]?.relation ?? 'UNRELATED';
      confusion[truth][answer]++;
      if (truth !== answer) onPair?.(`${a} ${articles[a].making}`, `${b} ${articles[b].making} ${JSON.stringify(overlaps[i], (k, v) => (k === 'passages' ? v.length : v))}`, truth, answer);
    });
    return confusion;
  });
}

const COPIES: readonly ArticleRelation[] = ['REPRINT', 'PARTIAL_REPRINT'];

const count = (confusion: Confusion, truths: readonly ArticleRelation[], answers: readonly ArticleRelation[]): number =>
  truths.reduce((sum, truth) => sum + answers.reduce((n, answer) => n + confusion[truth][answer], 0), 0);
const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Precision and recall of the copies and of each relation, and how well a reprint is told from a part of one. */
export function relationFigures(confusion: Confusion): Record<string, number | null> {
  const figures: Record<string, number | null> = {};
  const add = (title: string, kinds: readonly ArticleRelation[]): void => {
    const right = count(confusion, kinds, kinds);
    figures[`${title}: precision`] = ratio(right, count(confusion, RELATIONS, kinds));
    figures[`${title}: recall`] = ratio(right, count(confusion, kinds, RELATIONS));
  };
  add('copies', COPIES);
  figures['REPRINT told from PARTIAL_REPRINT'] = ratio(COPIES.reduce((sum, kind) => sum + confusion[kind][kind], 0), count(confusion, COPIES, COPIES));
  for (const kind of RELATIONS) add(kind, [kind]);
  return figures;
}
