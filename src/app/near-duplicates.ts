/** Articles that are one text but for noise. */
import type { ReadStore } from '../domain/read-store.js';
import { nearDuplicateGroups } from '../reuse/index.js';

/** Partners of an article that are looked at, those that share most first: a group of more still holds together by chains. */
const MAX_PARTNERS = 200;

/** Groups the articles by the near duplicates among them, in the order given; partners that are not among them are passed over. The number of SQL statements does not grow. */
export async function groupNearDuplicates(read: ReadStore, articleIds: readonly number[]): Promise<number[][]> {
  const overlaps = await read.listArticleOverlaps(articleIds, { limit: MAX_PARTNERS, backward: false, after: null, before: null });
  const pairs = [...overlaps.values()].flatMap(({ items }) => items.flatMap(({ record }) => (record.nearDuplicate ? [[record.aId, record.bId] as const] : [])));
  return nearDuplicateGroups(articleIds, pairs);
}
