/** The text that pairs of articles have in common. */
import { sql } from 'kysely';
import type { PassageRecord } from '../domain/records.js';
import type { ReuseFields } from '../domain/write-store.js';
import type { SpanPair } from '../text/spans.js';
import type { ReuseRow } from './schema.js';
import type { Session } from './session.js';

const COLUMN_NAMES = ['a_id', 'b_id', 'relation', 'shares', 'words', 'passages', 'containment_a_in_b', 'containment_b_in_a', 'resemblance', 'near_duplicate'] as const;
const COLUMNS = COLUMN_NAMES.map((column) => sql.ref(column));

type StoredPassage = readonly [a: SpanPair, b: SpanPair, words: number, similarity: number];

const writePassages = (passages: readonly PassageRecord[]): string =>
  JSON.stringify(passages.map((p): StoredPassage => [[p.a.start, p.a.end], [p.b.start, p.b.end], p.words, p.similarity]));

const span = ([start, end]: SpanPair) => ({ start, end });

const readPassages = (json: string): PassageRecord[] =>
  (JSON.parse(json) as StoredPassage[]).map(([a, b, words, similarity]) => ({ a: span(a), b: span(b), words, similarity }));

const swapped = (passages: readonly PassageRecord[]): PassageRecord[] => passages.map((p) => ({ ...p, a: p.b, b: p.a }));

/** What is stored of the article and others, seen from it. */
export async function reuseOf(s: Session, articleId: number): Promise<ReuseFields[]> {
  const { rows } = await sql<ReuseRow>`select * from reuse where a_id = ${articleId} union all select * from reuse where b_id = ${articleId} order by a_id, b_id`.execute(s.db);
  return rows.map((row) => {
    const { containmentAInB, containmentBInA, ...rest } = reuseSeenFrom(row, articleId);
    return {
      otherId: row.a_id === articleId ? row.b_id : row.a_id,
      relation: row.relation, containmentThisInOther: containmentAInB, containmentOtherInThis: containmentBInA, ...rest,
    };
  });
}

export async function replaceReuse(s: Session, articleId: number, reuse: readonly ReuseFields[]): Promise<void> {
  await sql`delete from reuse where a_id = ${articleId} or b_id = ${articleId}`.execute(s.db);
  for (const one of reuse) {
    const row = rowOf(articleId, one);
    await sql`insert into reuse (${sql.join(COLUMNS)}) values (${sql.join(COLUMN_NAMES.map((column) => row[column]))})`.execute(s.db);
  }
}

function rowOf(articleId: number, one: ReuseFields): ReuseRow {
  const first = articleId < one.otherId;
  const words = one.passages.reduce((sum, p) => sum + p.words, 0);
  return {
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
  };
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
