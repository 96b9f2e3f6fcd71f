/** What articles are compared by to find their stories: terms of each, keys by which they are found, and counts. */
import { sql } from 'kysely';
import type { StoryCandidateRequest, StoryTerm } from '../domain/story-writes.js';
import { among } from './session.js';
import type { Session } from './session.js';

const DAY_MS = 86_400_000;
/** Before the year 0, where no date is. */
const UNDATED_DAY = -1_000_000;
/** The key of the count of all; terms' own are unsigned. */
const ALL_ARTICLES = -1;
/** Of an article's terms so many of the heaviest are keys: articles of one happening share several of these. */
const KEY_TERMS = 48;

const dayOf = (date: string | null): number => (date === null ? UNDATED_DAY : Math.floor(Date.parse(date) / DAY_MS));

const writeTerms = (terms: readonly StoryTerm[]): string => JSON.stringify(terms.map(({ key, weight }) => [key, Number(weight.toFixed(WEIGHT_DIGITS))]));
/** As good as exact, and half as long. */
const WEIGHT_DIGITS = 3;

export const readTerms = (json: string): StoryTerm[] => (JSON.parse(json) as [number, number][]).map(([key, weight]) => ({ key, weight }));

const keysOf = (terms: readonly StoryTerm[]): number[] => terms.slice(0, KEY_TERMS).map(({ key }) => key);

async function count(s: Session, keys: readonly number[], by: 1 | -1): Promise<void> {
  await sql`insert into story_term_counts (key, articles) select k.v, ${sql.lit(by)} from (${s.dialect.values([ALL_ARTICLES, ...keys])}) as k where true
    on conflict (key) do update set articles = story_term_counts.articles + ${sql.lit(by)}`.execute(s.db);
  if (by < 0) await s.db.deleteFrom('story_term_counts').where((eb) => among(s, eb.ref('key'), keys)).where('articles', '<=', 0).execute();
}

export async function articleTerms(s: Session, ids: readonly number[]): Promise<StoryTerm[][]> {
  const { rows } = await sql<{ article_id: number; terms: string }>`select article_id, terms from story_terms where article_id in (${s.dialect.values(ids)})`.execute(s.db);
  const byId = new Map(rows.map((row) => [row.article_id, readTerms(row.terms)]));
  return ids.map((id) => byId.get(id) ?? []);
}

async function stored(s: Session, articleId: number): Promise<{ readonly day: number; readonly terms: readonly StoryTerm[] } | null> {
  const row = await s.db.selectFrom('story_terms').select(['day', 'terms']).where('article_id', '=', articleId).executeTakeFirst();
  return row ? { day: row.day, terms: readTerms(row.terms) } : null;
}

async function deleteKeys(s: Session, articleId: number, day: number, terms: readonly StoryTerm[]): Promise<void> {
  await s.db.deleteFrom('story_keys').where((eb) => among(s, eb.ref('key'), keysOf(terms))).where('day', '=', day).where('article_id', '=', articleId).execute();
}

export async function deleteStoryTerms(s: Session, articleId: number): Promise<void> {
  const old = await stored(s, articleId);
  if (!old) return;
  await deleteKeys(s, articleId, old.day, old.terms);
  await count(s, old.terms.map(({ key }) => key), -1);
  await s.db.deleteFrom('story_terms').where('article_id', '=', articleId).execute();
}

export async function replaceStoryTerms(s: Session, articleId: number, terms: readonly StoryTerm[] | null): Promise<void> {
  const now = terms ?? (await stored(s, articleId))?.terms ?? null;
  if (now === null) return;
  await deleteStoryTerms(s, articleId);
  const { published_at: date } = await s.db.selectFrom('articles').select('published_at').where('id', '=', articleId).executeTakeFirstOrThrow();
  const day = dayOf(date);
  await s.db.insertInto('story_terms').values({ article_id: articleId, day, terms: writeTerms(now) }).execute();
  await sql`insert into story_keys (key, day, article_id) select k.v, ${sql.lit(day)}, ${sql.lit(articleId)} from (${s.dialect.values(keysOf(now))}) as k`.execute(s.db);
  await count(s, now.map(({ key }) => key), 1);
}

export async function storyTermCounts(s: Session, keys: readonly number[]): Promise<{ articles: number; withTerm: Map<number, number> }> {
  const rows = await s.db.selectFrom('story_term_counts').select(['key', 'articles']).where((eb) => among(s, eb.ref('key'), [ALL_ARTICLES, ...keys])).execute();
  const withTerm = new Map(rows.map((row) => [row.key, row.articles]));
  const articles = withTerm.get(ALL_ARTICLES) ?? 0;
  withTerm.delete(ALL_ARTICLES);
  return { articles, withTerm };
}

/** Those that share most weight first, then the lowest id. */
export async function storyCandidates(s: Session, { articleId, publishedAt, windowDays, terms, limit }: StoryCandidateRequest): Promise<number[]> {
  if (terms.length === 0) return [];
  let query = s.db.selectFrom(s.dialect.pairs(terms.map(({ key, weight }) => [key, weight] as const)).as('p'))
    .innerJoin('story_keys as k', 'k.key', 'p.a').where('k.article_id', '!=', articleId);
  if (publishedAt !== null) {
    const day = dayOf(publishedAt);
    query = query.where((eb) => eb.or([eb('k.day', '=', UNDATED_DAY), eb.between('k.day', day - windowDays, day + windowDays)]));
  }
  const rows = await query.groupBy('k.article_id').select((eb) => ['k.article_id', eb.fn.sum<number>('p.b').as('shared')])
    .orderBy('shared', 'desc').orderBy('k.article_id').limit(limit).execute();
  return rows.map((row) => row.article_id);
}
