/** Articles: by id and by the keys that identify them; inserting, revising, deleting. */
import { sql } from 'kysely';
import type { ArticleRecord } from '../domain/records.js';
import type { ArticleFields, KnownArticle } from '../domain/write-store.js';
import { foldedLine } from '../text/fold.js';
import { readSpans, writeSpans } from './json.js';
import { deleteQuotesOfArticle } from './quote-writes.js';
import { placeKeysAnew } from './quote-keys.js';
import { among, inOrder } from './session.js';
import type { Session, WriteSession } from './session.js';
import { replaceSightings } from './sightings.js';
import { countArticle } from './sources.js';
import { deleteStoryTerms } from './story-terms.js';

const KNOWN = ['id', 'revision', 'source_id', 'publisher_id', 'url', 'title', 'byline', 'language', 'published_at', 'body_hash'] as const;

export async function articles(s: Session, ids: readonly number[]): Promise<(ArticleRecord | null)[]> {
  const rows = await s.db.selectFrom('articles').select([...KNOWN, 'boilerplate', 'story_id']).where((eb) => among(s, eb.ref('id'), ids)).execute();
  return inOrder(ids, new Map(rows.map((row) => [row.id, {
    id: row.id,
    sourceId: row.source_id,
    publisherId: row.publisher_id,
    url: row.url,
    title: row.title,
    byline: row.byline,
    language: row.language,
    publishedAt: row.published_at,
    boilerplate: readSpans(row.boilerplate),
    revision: row.revision,
    storyId: row.story_id,
  }])));
}

export async function bodies(s: Session, ids: readonly number[]): Promise<(string | null)[]> {
  const found = new Map(ids.flatMap((id) => {
    const body = s.bodies?.get(id);
    return body === undefined ? [] : [[id, body] as const];
  }));
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length > 0) {
    const { rows } = await sql<{ article_id: number; body: string }>`select article_id, body from article_texts where article_id in (${s.dialect.values(missing)})`.execute(s.db);
    for (const { article_id: id, body } of rows) {
      found.set(id, body);
      s.bodies?.keep(id, body);
    }
  }
  return inOrder(ids, found);
}

export async function bodySizes(s: Session, ids: readonly number[]): Promise<number[]> {
  const rows = await s.db.selectFrom('article_texts').select(['article_id', sql<number>`octet_length(body)`.as('bytes')]).where((eb) => among(s, eb.ref('article_id'), ids)).execute();
  const sizes = new Map(rows.map((row) => [row.article_id, row.bytes]));
  return ids.map((id) => sizes.get(id) ?? 0);
}

export async function articlesByUrl(s: Session, url: string): Promise<number[]> {
  const rows = await s.db.selectFrom('articles').select('id').where('url', '=', url).orderBy('id').limit(2).execute();
  return rows.map((row) => row.id);
}

/** The first article that meets all of it. */
async function known(s: Session, where: Partial<Record<'source_id' | 'publisher_id' | 'url' | 'body_hash', string | number | null>>): Promise<KnownArticle | null> {
  let query = s.db.selectFrom('articles').select(KNOWN);
  for (const [column, value] of Object.entries(where)) {
    query = query.where(column as keyof typeof where, value === null ? 'is' : '=', value);
  }
  const row = await query.orderBy('id').limit(1).executeTakeFirst();
  return row ? {
    id: row.id,
    revision: row.revision,
    sourceId: row.source_id,
    publisherId: row.publisher_id,
    url: row.url,
    title: row.title,
    byline: row.byline,
    language: row.language,
    publishedAt: row.published_at,
    bodyHash: row.body_hash,
  } : null;
}

export const articleByPublisherId = (s: Session, sourceId: number | null, publisherId: string): Promise<KnownArticle | null> =>
  known(s, { publisher_id: publisherId, source_id: sourceId });

export const articleByUrl = (s: Session, url: string): Promise<KnownArticle | null> => known(s, { url });

export const articleByBody = (s: Session, sourceId: number | null, bodyHash: string): Promise<KnownArticle | null> =>
  known(s, { body_hash: bodyHash, source_id: sourceId });

export async function articlesWithBody(s: Session, bodyHash: string, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from articles where body_hash = ${bodyHash} order by id limit ${limit}`.execute(s.db);
  return rows.map((row) => row.id);
}

const rowOf = (fields: ArticleFields) => ({
  source_id: fields.sourceId,
  publisher_id: fields.publisherId,
  url: fields.url,
  title: fields.title,
  byline: fields.byline,
  language: fields.language,
  published_at: fields.publishedAt,
  body_hash: fields.bodyHash,
  boilerplate: writeSpans(fields.boilerplate),
});

const textOf = (fields: ArticleFields) => ({ body: fields.body, folded: foldedLine(`${fields.title ?? ''} ${fields.body}`) });

export async function insertArticle(s: WriteSession, fields: ArticleFields): Promise<number> {
  const { id } = await s.db.insertInto('articles').values({ ...rowOf(fields), revision: 1, story_id: null }).returning('id').executeTakeFirstOrThrow();
  await s.db.insertInto('article_texts').values({ article_id: id, ...textOf(fields) }).execute();
  await countArticle(s, fields.sourceId, 1);
  return id;
}

export async function reviseArticle(s: WriteSession, id: number, fields: ArticleFields): Promise<number> {
  const past = await s.db.selectFrom('articles as a').innerJoin('article_texts as t', 't.article_id', 'a.id')
    .select(['a.source_id', 'a.story_id', 'a.revision', 'a.title', 'a.published_at', 'a.body_hash', 't.body']).where('a.id', '=', id).executeTakeFirstOrThrow();
  const revision = past.revision + 1;
  await s.db.insertInto('article_revisions').values({
    article_id: id, revision: past.revision, title: past.title, published_at: past.published_at, body_hash: past.body_hash, body: past.body,
  }).execute();
  await s.db.updateTable('articles').set({ ...rowOf(fields), revision }).where('id', '=', id).execute();
  s.bodies?.forget(id);
  await s.db.updateTable('article_texts').set(textOf(fields)).where('article_id', '=', id).execute();
  if (past.source_id !== fields.sourceId) {
    await countArticle(s, past.source_id, -1);
    await countArticle(s, fields.sourceId, 1);
  }
  if (past.source_id !== fields.sourceId || past.published_at !== fields.publishedAt) {
    const moved = await s.db.updateTable('quotes').set({ source_id: fields.sourceId, published_at: fields.publishedAt })
      .where('article_id', '=', id).returning(['id', 'statement_id']).execute();
    await placeKeysAnew(s, moved.map((row) => row.id));
    for (const row of moved) if (row.statement_id !== null) s.staleStatements.add(row.statement_id);
    if (past.story_id !== null) s.staleStories.add(past.story_id);
  }
  return revision;
}

export async function deleteArticle(s: WriteSession, id: number): Promise<void> {
  const article = await s.db.selectFrom('articles').select(['source_id', 'story_id']).where('id', '=', id).executeTakeFirst();
  if (!article) return;
  s.bodies?.forget(id);
  await deleteQuotesOfArticle(s, id);
  await replaceSightings(s, id, []);
  await s.db.deleteFrom('reuse').where((eb) => eb.or([eb('a_id', '=', id), eb('b_id', '=', id)])).execute();
  await s.db.deleteFrom('own_words').where('article_id', '=', id).execute();
  await s.db.deleteFrom('fingerprints').where('article_id', '=', id).execute();
  await deleteStoryTerms(s, id);
  if (article.story_id !== null) s.staleStories.add(article.story_id);
  await s.db.deleteFrom('learned_boilerplate').where('article_id', '=', id).execute();
  await s.db.deleteFrom('article_revisions').where('article_id', '=', id).execute();
  await s.db.deleteFrom('article_texts').where('article_id', '=', id).execute();
  await s.db.deleteFrom('articles').where('id', '=', id).execute();
  await countArticle(s, article.source_id, -1);
}
