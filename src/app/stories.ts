/**
 * Finds the story of an article. The stories that it may belong to are grouped anew together with it, so that a later
 * article may join two stories or part one, and the order in which articles come decides little.
 */
import type { PlacedArticle, StoryCore } from '../domain/story-writes.js';
import type { WriteStore } from '../domain/write-store.js';
import { grouped, keptIds, likenesses, representativeOf, SAME_STORY, searchKeys, WINDOW_DAYS, type Identities, type TermCounts } from '../stories/index.js';
import { takeTurns } from './turns.js';

/** Articles with which a new one is compared: of those found by terms, and of those that share statements or text. */
const MAX_BY_TERMS = 24;
const MAX_BY_OVERLAP = 16;
/** Stories that are grouped anew with it, those with the most alike article first. */
const MAX_STORIES = 6;
/** Their articles that are looked at one by one. A story that does not fit any more stays whole, and its core stands for it. */
const MAX_APART = 40;
/** Articles that stand for a story that stays whole. */
const CORE_ARTICLES = 16;
/** A story is looked at where one of its articles is half as alike as the mean must be: others of it may be more so. */
const WORTH_LOOKING = SAME_STORY / 2;

/** The terms of the article, its quotes and what its text has in common with others must have been stored before. */
export async function placeInStory(tx: WriteStore, articleId: number): Promise<void> {
  const [article] = await tx.placedArticles([articleId]);
  if (!article) return; // read before there were stories, and only its date or source changed
  const { apart, whole } = await storiesToGroup(tx, article);
  if (apart.length === 1 && whole.length === 0) {
    const storyId = article.storyId ?? (await tx.moveToStory([articleId], null));
    await tx.refreshStories([storyId]);
    return;
  }

  // 1. Group the articles, those of a story that stays whole together.
  const cores = await tx.placedArticles(whole.flatMap((story) => story.articleIds));
  const all = [...apart, ...cores];
  const table = likenesses(all, await tx.sharedTextAmong(all.map(({ id }) => id)), await countsFor(tx, all));
  await takeTurns();
  const placeOf = new Map(all.map(({ id }, i) => [id, i]));
  const together = [...apart.map(({ id }) => [placeOf.get(id)!]), ...whole.map((story) => story.articleIds.flatMap((id) => placeOf.get(id) ?? []))];
  const wholeAt = new Map(whole.map((story) => [placeOf.get(story.articleIds[0])!, story]));
  const groups = grouped(table, together).map((places) => ({
    articles: places.filter((place) => place < apart.length).map((place) => apart[place]),
    stories: places.flatMap((place) => wholeAt.get(place) ?? []).map(({ storyId, articleCount }) => ({ id: storyId, articleCount })),
  }));

  // 2. Give each group the story that it goes on as, and lead the others there.
  const changed = await settleGroups(tx, groups, keptIds(groups), article.storyId);
  await chooseRepresentatives(tx, changed);
}

/** After an article was deleted. */
export async function settleStory(tx: WriteStore, storyId: number): Promise<void> {
  const gone = await tx.refreshStories([storyId]);
  if (gone.length === 0) await chooseRepresentatives(tx, [storyId]);
}

interface ToGroup {
  /** The article itself last: where it leaves a story of two, the other one keeps the id. */
  readonly apart: readonly PlacedArticle[];
  readonly whole: readonly StoryCore[];
}

async function storiesToGroup(tx: WriteStore, article: PlacedArticle): Promise<ToGroup> {
  const alike = await likeliest(tx, article);
  const storyIds = [...new Set([...(article.storyId === null ? [] : [article.storyId]), ...alike])].slice(0, MAX_STORIES);
  const cores = storyIds.length === 0 ? [] : await tx.storyCores(storyIds, MAX_APART);
  const whole: StoryCore[] = [];
  const ids: number[] = [];
  for (const core of cores) {
    const others = core.articleIds.filter((id) => id !== article.id);
    if (core.articleCount <= MAX_APART && ids.length + others.length < MAX_APART) ids.push(...others);
    else whole.push({ ...core, articleIds: others.slice(0, CORE_ARTICLES) });
  }
  return { apart: await tx.placedArticles([...ids, article.id]), whole };
}

/** The stories of articles that are alike, the one with the most alike first. */
async function likeliest(tx: WriteStore, article: PlacedArticle): Promise<number[]> {
  const terms = searchKeys(article.terms, await tx.storyTermCounts(article.terms.map(({ key }) => key)));
  const byTerms = await tx.storyCandidates({ articleId: article.id, publishedAt: article.publishedAt, windowDays: WINDOW_DAYS, terms, limit: MAX_BY_TERMS });
  const overlaps = await tx.listArticleOverlaps([article.id], { limit: MAX_BY_OVERLAP, backward: false, after: null, before: null });
  const byOverlap = (overlaps.get(article.id)?.items ?? []).map(({ record }) => record.bId);
  const ids = [...new Set([...byTerms, ...byOverlap])];
  if (ids.length === 0) return [];
  const others = (await tx.placedArticles(ids)).filter(({ storyId }) => storyId !== null);
  const all = [article, ...others];
  const [mine] = likenesses(all, await tx.sharedTextAmong(all.map(({ id }) => id)), await countsFor(tx, all), 1);
  return others
    .map(({ storyId }, i) => ({ storyId: storyId!, likeness: mine[i + 1] }))
    .filter(({ likeness }) => likeness >= WORTH_LOOKING)
    .sort((a, b) => b.likeness - a.likeness || a.storyId - b.storyId)
    .map(({ storyId }) => storyId);
}

const countsFor = (tx: WriteStore, articles: readonly PlacedArticle[]): Promise<TermCounts> =>
  tx.storyTermCounts([...new Set(articles.flatMap(({ terms }) => terms.map(({ key }) => key)))]);

type Groups = readonly { readonly articles: readonly PlacedArticle[]; readonly stories: readonly { readonly id: number; readonly articleCount: number }[] }[];

/** @returns the stories that won or lost articles */
async function settleGroups(tx: WriteStore, groups: Groups, { storyIds, ended }: Identities, storyBefore: number | null): Promise<number[]> {
  const touched = new Set<number>(storyBefore === null ? [] : [storyBefore]);
  const settled: number[] = [];
  for (const [i, { articles, stories }] of groups.entries()) {
    const moving = articles.filter(({ storyId }) => storyId === null || storyId !== storyIds[i]).map(({ id }) => id);
    const storyId = moving.length > 0 ? await tx.moveToStory(moving, storyIds[i]) : storyIds[i]!;
    settled.push(storyId);
    const merged = stories.filter(({ id }) => id !== storyId);
    for (const { id } of merged) await tx.mergeStories(id, storyId);
    if (moving.length > 0 || merged.length > 0) touched.add(storyId);
    for (const { storyId: left } of articles) if (left !== null && left !== storyId) touched.add(left);
    for (const { id } of merged) touched.add(id);
  }
  const gone = new Set(await tx.refreshStories([...touched]));
  for (const { storyId, group } of ended) if (gone.has(storyId)) await tx.redirectStory(storyId, settled[group]);
  return [...touched].filter((id) => !gone.has(id));
}

/** Of each story the article that holds most of its earliest ones. */
async function chooseRepresentatives(tx: WriteStore, storyIds: readonly number[]): Promise<void> {
  for (const { storyId, articleIds } of await tx.storyCores(storyIds, MAX_APART)) {
    await takeTurns();
    if (articleIds.length === 1) continue;
    const articles = await tx.placedArticles(articleIds);
    if (articles.length > 0) await tx.setRepresentative(storyId, representativeOf(articles, await tx.sharedTextAmong(articleIds)));
  }
}
