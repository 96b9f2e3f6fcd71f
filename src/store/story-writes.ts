/** Which articles a story gathers, and what it tells of them. */
import type { PlacedArticle, SharedText, StoryCore } from '../domain/story-writes.js';
import { addRedirect } from './redirects.js';
import { among, grouped } from './session.js';
import type { Session, WriteSession } from './session.js';
import { readTerms } from './story-terms.js';

export async function placedArticles(s: Session, ids: readonly number[]): Promise<PlacedArticle[]> {
  const rows = await s.db.selectFrom('story_terms as t').innerJoin('articles as a', 'a.id', 't.article_id')
    .select(['a.id', 'a.published_at', 'a.story_id', 't.terms']).where((eb) => among(s, eb.ref('t.article_id'), ids)).execute();
  const quotes = await s.db.selectFrom('quotes').select((eb) => ['article_id', eb.ref('statement_id').$notNull().as('statement_id')]).distinct()
    .where((eb) => among(s, eb.ref('article_id'), ids)).where('statement_id', 'is not', null).execute();
  const statementsOf = grouped(quotes, (row) => row.article_id);
  const byId = new Map(rows.map((row) => [row.id, {
    id: row.id,
    publishedAt: row.published_at,
    storyId: row.story_id,
    terms: readTerms(row.terms),
    statementIds: (statementsOf.get(row.id) ?? []).map((quote) => quote.statement_id),
  }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function sharedTextAmong(s: Session, ids: readonly number[]): Promise<SharedText[]> {
  const rows = await s.db.selectFrom('reuse').select(['a_id', 'b_id', 'containment_a_in_b', 'containment_b_in_a'])
    .where((eb) => among(s, eb.ref('a_id'), ids)).where((eb) => among(s, eb.ref('b_id'), ids)).execute();
  return rows.map((row) => ({ a: row.a_id, b: row.b_id, aInB: row.containment_a_in_b, bInA: row.containment_b_in_a }));
}

export async function storyCores(s: Session, storyIds: readonly number[], limit: number): Promise<StoryCore[]> {
  const ranked = s.db.selectFrom('articles as a').where((eb) => among(s, eb.ref('a.story_id'), storyIds))
    .select((eb) => [eb.ref('a.story_id').$notNull().as('story_id'), 'a.id', eb.fn.agg<number>('row_number')
      .over((o) => o.partitionBy('a.story_id').orderBy('a.published_at', (k) => k.asc().nullsLast()).orderBy('a.id')).as('place')]);
  const rows = await s.db.selectFrom(ranked.as('r')).innerJoin('stories as y', 'y.id', 'r.story_id')
    .select(['r.story_id', 'r.id', 'y.article_count']).where('r.place', '<=', limit).orderBy('r.story_id').orderBy('r.place').execute();
  const byStory = grouped(rows, (row) => row.story_id);
  return storyIds.flatMap((storyId) => {
    const articles = byStory.get(storyId);
    return articles ? [{ storyId, articleCount: articles[0].article_count, articleIds: articles.map((row) => row.id) }] : [];
  });
}

export async function moveToStory(s: WriteSession, articleIds: readonly number[], storyId: number | null): Promise<number> {
  const into = storyId ?? (await s.db.insertInto('stories')
    .values({ representative_id: articleIds[0], first_at: null, last_at: null, article_count: 0, source_count: 0 }).returning('id').executeTakeFirstOrThrow()).id;
  const left = await s.db.selectFrom('articles').select('story_id').distinct().where((eb) => among(s, eb.ref('id'), articleIds)).where('story_id', 'is not', null).execute();
  await s.db.updateTable('articles').set({ story_id: into }).where((eb) => among(s, eb.ref('id'), articleIds)).execute();
  for (const row of left) s.staleStories.add(row.story_id!);
  s.staleStories.add(into);
  return into;
}

export async function mergeStories(s: WriteSession, from: number, into: number): Promise<void> {
  await s.db.updateTable('articles').set({ story_id: into }).where('story_id', '=', from).execute();
  s.staleStories.add(from).add(into);
  await redirectStory(s, from, into);
}

const distinct = (values: readonly (number | null)[]): number => new Set(values.filter((v) => v !== null)).size;

export async function refreshStories(s: WriteSession, asked: readonly number[]): Promise<number[]> {
  const ids = [...new Set(asked)];
  for (const id of ids) s.staleStories.delete(id);
  if (ids.length === 0) return [];
  const known = await s.db.selectFrom('stories').select(['id', 'representative_id']).where((eb) => among(s, eb.ref('id'), ids)).execute();
  const rows = await s.db.selectFrom('articles').select(['id', 'story_id', 'published_at', 'source_id'])
    .where((eb) => among(s, eb.ref('story_id'), ids)).orderBy('published_at', (k) => k.asc().nullsLast()).orderBy('id').execute();
  const articlesOf = grouped(rows, (row) => row.story_id);
  const gone: number[] = [];
  for (const { id, representative_id: representative } of known) {
    const articles = articlesOf.get(id);
    if (!articles) {
      gone.push(id);
      continue;
    }
    await s.db.updateTable('stories').set({
      // It may have left; the earliest stands in until they are compared again.
      representative_id: articles.some((article) => article.id === representative) ? representative : articles[0].id,
      first_at: articles[0].published_at,
      last_at: articles.findLast((article) => article.published_at !== null)?.published_at ?? null,
      article_count: articles.length,
      source_count: distinct(articles.map((article) => article.source_id)),
    }).where('id', '=', id).execute();
  }
  if (gone.length > 0) await s.db.deleteFrom('stories').where((eb) => among(s, eb.ref('id'), gone)).execute();
  return gone;
}

export async function setRepresentative(s: Session, storyId: number, articleId: number): Promise<void> {
  await s.db.updateTable('stories').set({ representative_id: articleId }).where('id', '=', storyId).execute();
}

export const redirectStory = (s: Session, from: number, into: number): Promise<void> => addRedirect(s, 'story_redirects', from, into);
