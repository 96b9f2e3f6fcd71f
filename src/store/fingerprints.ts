/** Fingerprints: which hashes an article has, and which articles have a hash. */
import { sql } from 'kysely';
import { grouped } from './session.js';
import type { Session } from './session.js';

export async function replaceFingerprints(s: Session, articleId: number, hashes: readonly number[]): Promise<void> {
  await sql`delete from fingerprints where article_id = ${articleId}`.execute(s.db);
  if (hashes.length === 0) return;
  await sql`insert into fingerprints (hash, article_id) select distinct h.v, ${articleId} from (${s.dialect.values(hashes)}) as h`.execute(s.db);
}

/** One walk a hash, along the key of the table, that ends after the latest articles: no look-up grows. */
export async function holdersOf(s: Session, hashes: readonly number[], most: number): Promise<Map<number, number[]>> {
  if (hashes.length === 0) return new Map();
  const of = sql`select f.article_id from fingerprints as f where f.hash = w.v`;
  const latest = sql`${of} order by f.article_id desc limit ${most}`;
  // Most hashes of a text nobody else has: they are passed over before anything is gathered.
  const { rows } = await sql<{ hash: number; holders: string }>`select w.v as hash, (select ${s.dialect.joined(sql.ref('x.article_id'))} from (${latest}) as x) as holders
    from (${s.dialect.values(hashes)}) as w where exists (${of})`.execute(s.db);
  return new Map(rows.map(({ hash, holders }) => [hash, holders.split(',').map(Number).sort((a, b) => b - a)]));
}

export async function holdersAmong(s: Session, hashes: readonly number[], articleIds: readonly number[]): Promise<Map<number, number[]>> {
  if (hashes.length === 0 || articleIds.length === 0) return new Map();
  const { rows } = await sql<{ hash: number; article_id: number }>`select f.hash, f.article_id from (${s.dialect.values(hashes)}) as w
    cross join (${s.dialect.values(articleIds)}) as a cross join fingerprints as f where f.hash = w.v and f.article_id = a.v`.execute(s.db);
  return new Map([...grouped(rows, (row) => row.hash)].map(([hash, found]) => [hash, found.map((row) => row.article_id)]));
}

export async function fingerprintsOf(s: Session, articleIds: readonly number[]): Promise<number[][]> {
  if (articleIds.length === 0) return [];
  const { rows } = await sql<{ article_id: number; hash: number }>`select article_id, hash from fingerprints where article_id in (${s.dialect.values(articleIds)})`.execute(s.db);
  const hashes = grouped(rows, (row) => row.article_id);
  return articleIds.map((id) => (hashes.get(id) ?? []).map((row) => row.hash));
}
