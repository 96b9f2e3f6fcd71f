/** Which story keeps which id when articles are grouped anew. */

/** Articles that were looked at one by one, and stories too large for that, which stay whole. */
export interface NewGroup {
  readonly articles: readonly { readonly id: number; readonly storyId: number | null }[];
  readonly stories: readonly { readonly id: number; readonly articleCount: number }[];
}

export interface Identities {
  /** For each group the story that it goes on as; null where it is a new one. */
  readonly storyIds: readonly (number | null)[];
  /** For each story that goes on as no group: the group that most of its articles went to. */
  readonly ended: readonly { readonly storyId: number; readonly group: number }[];
}

/**
 * A group goes on as the story that it has most articles of; the story with more articles there, then the older id, is
 * served first, so that each id stands once.
 */
export function keptIds(groups: readonly NewGroup[]): Identities {
  const claims: { group: number; storyId: number; articles: number }[] = [];
  for (const [group, { articles, stories }] of groups.entries()) {
    const counts = new Map<number, number>(stories.map(({ id, articleCount }) => [id, articleCount]));
    for (const { storyId } of articles) if (storyId !== null) counts.set(storyId, (counts.get(storyId) ?? 0) + 1);
    for (const [storyId, count] of counts) claims.push({ group, storyId, articles: count });
  }
  claims.sort((x, y) => y.articles - x.articles || x.storyId - y.storyId || x.group - y.group);
  const storyIds: (number | null)[] = groups.map(() => null);
  const taken = new Set<number>();
  for (const { group, storyId } of claims) {
    if (storyIds[group] !== null || taken.has(storyId)) continue;
    storyIds[group] = storyId;
    taken.add(storyId);
  }
  const ended = new Map<number, number>();
  for (const { group, storyId } of claims) if (!taken.has(storyId) && !ended.has(storyId)) ended.set(storyId, group);
  return { storyIds, ended: [...ended].map(([storyId, group]) => ({ storyId, group })) };
}
