/** Fingerprints of articles, and the text that pairs of articles have in common. */
import { sql } from 'kysely';
import type { PassageRecord } from '../domain/records.js';
import type { ReuseFields } from '../domain/write-store.js';
import type { SpanPair } from '../text/spans.js';
import type { ReuseRow } from './schema.js';
import type { Session } from './session.js';

/** So many of the articles that have a hash are looked at, the latest first: what a hundred outlets print is found by the next, and no look-up grows. */
const ARTICLES_PER_HASH = 32;
/**
 * What the shared hashes of two articles must weigh, where one that n articles have, these two among them, weighs 1/n: one that four
 * have, or eight that everybody has. Less is a phrase that many print.
 */
const LEAST_SHARED_WEIGHT = 0.25;

type StoredPassage = readonly [a: SpanPair, b: SpanPair, words: number, similarity: number];

const writePassages = (passages: readonly PassageRecord[]): string =>
  JSON.stringify(passages.map((p): StoredPassage => [[p.a.start, p.a.end], [p.b.start, p.b.end], p.words, p.similarity]));

const span = ([start, end]: SpanPair) => ({ start, end });

const readPassages = (json: string): PassageRecord[] =>
  (JSON.parse(json) as StoredPassage[]).map(([a, b, words, similarity]) => ({ a: span(a), b: span(b), words, similarity }));

const swapped = (passages: readonly PassageRecord[]): PassageRecord[] => passages.map((p) => ({ ...p, a: p.b, b: p.a }));

export async function replaceFingerprints(s: Session, articleId: number, hashes: readonly number[]): Promise<void> {
  await s.db.deleteFrom('fingerprints').where('article_id', '=', articleId).execute();
  if (hashes.length === 0) return;
  await sql`insert into fingerprints (hash, article_id) select distinct h.v, ${sql.lit(articleId)} from (${s.dialect.values(hashes)}) as h`.execute(s.db);
}

export async function articlesSharing(s: Session, articleId: number, hashes: readonly number[], minShared: number, limit: number): Promise<number[]> {
  if (hashes.length === 0) return [];
  const of = sql`select c.article_id from fingerprints as c where c.hash = w.v`;
  const { rows } = await sql<{ article_id: number }>`with probed as materialized (
      select w.v as hash, (select count(*) from (${of} limit ${sql.lit(ARTICLES_PER_HASH)}) as some) as uses,
        coalesce((${of} order by c.article_id desc limit 1 offset ${sql.lit(ARTICLES_PER_HASH - 1)}), 0) as oldest
      from (${s.dialect.values(hashes)}) as w
    )
    select f.article_id from probed cross join fingerprints as f
    where probed.uses > 0 and f.hash = probed.hash and f.article_id >= probed.oldest and f.article_id <> ${articleId}
    group by f.article_id having count(*) >= ${minShared} and sum(1.0 / probed.uses) >= ${sql.lit(LEAST_SHARED_WEIGHT)}
    order by count(*) desc, f.article_id limit ${limit}`.execute(s.db);
  return rows.map((row) => row.article_id);
}

/** What is stored of the article and others, seen from it. */
export async function reuseOf(s: Session, articleId: number): Promise<ReuseFields[]> {
  const rows = await s.db.selectFrom('reuse').selectAll().where((eb) => eb.or([eb('a_id', '=', articleId), eb('b_id', '=', articleId)])).orderBy('a_id').orderBy('b_id').execute();
  return rows.map((row) => {
    const { containmentAInB, containmentBInA, ...rest } = reuseSeenFrom(row, articleId);
    return {
      otherId: row.a_id === articleId ? row.b_id : row.a_id,
      relation: row.relation, containmentThisInOther: containmentAInB, containmentOtherInThis: containmentBInA, ...rest,
    };
  });
}

export async function replaceReuse(s: Session, articleId: number, reuse: readonly ReuseFields[]): Promise<void> {
  await s.db.deleteFrom('reuse').where((eb) => eb.or([eb('a_id', '=', articleId), eb('b_id', '=', articleId)])).execute();
  for (const one of reuse) {
    const first = articleId < one.otherId;
    const words = one.passages.reduce((sum, p) => sum + p.words, 0);
    await s.db.insertInto('reuse').values({
      a_id: first ? articleId : one.otherId,
      b_id: first ? one.otherId : articleId,
      relation: one.relation,
      shares: one.passages.length > 0 || one.nearDuplicate || one.relation !== 'UNRELATED' ? 1 : 0,
      words,
      passages: writePassages(first ? one.passages : swapped(one.passages)),
      containment_a_in_b: first ? one.containmentThisInOther : one.containmentOtherInThis,
      containment_b_in_a: first ? one.containmentOtherInThis : one.containmentThisInOther,
      resemblance: one.resemblance,
      near_duplicate: one.nearDuplicate ? 1 : 0,
    }).execute();
  }
}

/** What a row says, seen from the article `aId`. */
export function reuseSeenFrom(row: ReuseRow, aId: number) {
  const first = row.a_id === aId;
  const passages = readPassages(row.passages);
  return {
    passages: first ? passages : swapped(passages),
    containmentAInB: first ? row.containment_a_in_b : row.containment_b_in_a,
    containmentBInA: first ? row.containment_b_in_a : row.containment_a_in_b,
    resemblance: row.resemblance,
    nearDuplicate: row.near_duplicate === 1,
  };
}
