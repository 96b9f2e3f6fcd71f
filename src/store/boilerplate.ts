/** What a source prints on many pages: hashes that were learned, and the stretches of articles that they mark. */
import type { Span } from '../text/spans.js';
import { readSpans, writeSpans } from './json.js';
import { among, grouped, inOrder, portions } from './session.js';
import type { Session } from './session.js';

export async function learnedHashes(s: Session, sourceId: number, hashes: readonly number[]): Promise<number[]> {
  if (hashes.length === 0) return [];
  const rows = await s.db.selectFrom('boilerplate_hashes').select('hash').where('source_id', '=', sourceId).where((eb) => among(s, eb.ref('hash'), hashes)).execute();
  return rows.map((row) => row.hash);
}

export async function learnHashes(s: Session, sourceId: number, hashes: readonly number[]): Promise<void> {
  for (const some of portions(hashes)) {
    await s.db.insertInto('boilerplate_hashes').values(some.map((hash) => ({ source_id: sourceId, hash }))).onConflict((oc) => oc.doNothing()).execute();
  }
}

/** The hashes of the source's latest articles by arrival, by article. */
export async function latestFingerprints(s: Session, sourceId: number, exceptId: number, articles: number): Promise<Map<number, number[]>> {
  const latest = await s.db.selectFrom('articles').select('id').where('source_id', '=', sourceId).where('id', '!=', exceptId).orderBy('id', 'desc').limit(articles).execute();
  if (latest.length === 0) return new Map();
  const ids = latest.map((row) => row.id);
  const rows = await s.db.selectFrom('fingerprints').select(['article_id', 'hash']).where((eb) => among(s, eb.ref('article_id'), ids)).execute();
  const hashes = grouped(rows, (row) => row.article_id);
  return new Map(ids.map((id) => [id, (hashes.get(id) ?? []).map((row) => row.hash)]));
}

export async function learnedBoilerplate(s: Session, articleIds: readonly number[]): Promise<Span[][]> {
  if (articleIds.length === 0) return [];
  const rows = await s.db.selectFrom('learned_boilerplate').selectAll().where((eb) => among(s, eb.ref('article_id'), articleIds)).execute();
  return inOrder(articleIds, new Map(rows.map((row) => [row.article_id, readSpans(row.spans)]))).map((spans) => spans ?? []);
}

export async function replaceLearnedBoilerplate(s: Session, articleId: number, spans: readonly Span[]): Promise<void> {
  await s.db.deleteFrom('learned_boilerplate').where('article_id', '=', articleId).execute();
  if (spans.length > 0) await s.db.insertInto('learned_boilerplate').values({ article_id: articleId, spans: writeSpans(spans) }).execute();
}
