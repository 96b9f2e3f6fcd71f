/** What a source prints on many pages: hashes that were learned, and the stretches of articles that they mark. */
import { sql } from 'kysely';
import type { BodyMarks } from '../domain/write-store.js';
import type { Span } from '../text/spans.js';
import { readSpans, writeSpans } from './json.js';
import { inOrder, portions } from './session.js';
import type { Session } from './session.js';

export async function learnedHashes(s: Session, sourceId: number, hashes: readonly number[]): Promise<number[]> {
  if (hashes.length === 0) return [];
  const { rows } = await sql<{ hash: number }>`select b.hash from (${s.dialect.values(hashes)}) as w cross join boilerplate_hashes as b where b.source_id = ${sourceId} and b.hash = w.v`.execute(s.db);
  return rows.map((row) => row.hash);
}

export async function learnHashes(s: Session, sourceId: number, hashes: readonly number[]): Promise<void> {
  for (const some of portions(hashes)) {
    await s.db.insertInto('boilerplate_hashes').values(some.map((hash) => ({ source_id: sourceId, hash }))).onConflict((oc) => oc.doNothing()).execute();
  }
}

export async function latestArticles(s: Session, sourceId: number, exceptId: number, most: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from articles where source_id = ${sourceId} and id <> ${exceptId} order by id desc limit ${most}`.execute(s.db);
  return rows.map((row) => row.id);
}

export async function bodyMarks(s: Session, articleIds: readonly number[]): Promise<(BodyMarks | null)[]> {
  if (articleIds.length === 0) return [];
  const { rows } = await sql<{ id: number; body_hash: string; marked: string; learned: string | null }>`select a.id, a.body_hash, a.boilerplate as marked, l.spans as learned
    from articles as a left join learned_boilerplate as l on l.article_id = a.id where a.id in (${s.dialect.values(articleIds)})`.execute(s.db);
  return inOrder(articleIds, new Map(rows.map(({ id, body_hash: bodyHash, marked, learned }) => [id, { bodyHash, boilerplate: [...readSpans(marked), ...(learned === null ? [] : readSpans(learned))] }])));
}

export async function replaceLearnedBoilerplate(s: Session, articleId: number, spans: readonly Span[]): Promise<void> {
  await sql`delete from learned_boilerplate where article_id = ${articleId}`.execute(s.db);
  if (spans.length > 0) await s.db.insertInto('learned_boilerplate').values({ article_id: articleId, spans: writeSpans(spans) }).execute();
}
