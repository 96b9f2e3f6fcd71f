/** Whose text articles are: what tells it, and how many of their words are their own. */
import { sql } from 'kysely';
import type { DateRange } from '../domain/filters.js';
import type { ArticleRelation, ProvenanceRecord, SourceWordsRecord, TextPartnerRecord } from '../domain/records.js';
import type { OwnWordsFields } from '../domain/write-store.js';
import { dated } from './filters.js';
import { among, grouped, inOrder } from './session.js';
import type { Session } from './session.js';

export async function replaceOwnWords(s: Session, articleId: number, { agency, countedWords, ownWords }: OwnWordsFields): Promise<void> {
  const row = { agency, counted: countedWords, own: ownWords };
  await s.db.insertInto('own_words').values({ article_id: articleId, ...row }).onConflict((oc) => oc.column('article_id').doUpdateSet(row)).execute();
}

export async function provenances(s: Session, ids: readonly number[]): Promise<(ProvenanceRecord | null)[]> {
  if (ids.length === 0) return [];
  const rows = await s.db.selectFrom('articles as a').leftJoin('sources as o', 'o.id', 'a.source_id').leftJoin('own_words as w', 'w.article_id', 'a.id')
    .select(['a.id', 'a.published_at', 'a.source_id', 'a.byline', 'o.name', 'w.agency', 'w.counted', 'w.own'])
    .where((eb) => among(s, eb.ref('a.id'), ids)).execute();
  return inOrder(ids, new Map(rows.map((row) => [row.id, {
    articleId: row.id,
    publishedAt: row.published_at,
    sourceId: row.source_id,
    sourceName: row.name,
    byline: row.byline,
    agency: row.agency,
    countedWords: row.counted,
    ownWords: row.own,
  }])));
}

type Related = TextPartnerRecord['relation'];
const RELATED: readonly ArticleRelation[] = ['REPRINT', 'PARTIAL_REPRINT', 'REWRITE'] satisfies readonly Related[];

export async function textPartners(s: Session, ids: readonly number[]): Promise<TextPartnerRecord[][]> {
  if (ids.length === 0) return [];
  const side = (mine: 'r.a_id' | 'r.b_id', other: 'r.a_id' | 'r.b_id', mineInOther: 'r.containment_a_in_b' | 'r.containment_b_in_a', otherInMine: typeof mineInOther) => s.db.selectFrom('reuse as r')
    .where((eb) => among(s, eb.ref(mine), ids)).where('r.relation', 'in', RELATED)
    .select((eb) => [eb.ref(mine).as('this'), eb.ref(other).as('other'), 'r.relation', 'r.words', eb.ref(mineInOther).as('mine'), eb.ref(otherInMine).as('theirs')]);
  const rows = await side('r.a_id', 'r.b_id', 'r.containment_a_in_b', 'r.containment_b_in_a')
    .unionAll(side('r.b_id', 'r.a_id', 'r.containment_b_in_a', 'r.containment_a_in_b')).orderBy('other').execute();
  const partners = grouped(rows, (row) => row.this);
  return ids.map((id) => (partners.get(id) ?? []).map((row) => ({
    otherId: row.other,
    relation: row.relation as Related, // the condition above
    words: row.words,
    containmentThisInOther: row.mine,
    containmentOtherInThis: row.theirs,
  })));
}

export async function sourceWords(s: Session, sourceIds: readonly number[], published: DateRange | null): Promise<SourceWordsRecord[]> {
  if (sourceIds.length === 0) return [];
  const rows = await s.db.selectFrom('articles as a').innerJoin('own_words as w', 'w.article_id', 'a.id')
    .where((eb) => eb.and([among(s, eb.ref('a.source_id'), sourceIds), ...dated(eb.ref('a.published_at'), published)]))
    .where('w.counted', '>', 0).groupBy('a.source_id')
    .select((eb) => ['a.source_id', eb.fn.countAll<number>().as('articles'), sql<number>`sum(w.counted)`.as('counted'), sql<number>`sum(w.own)`.as('own')]).execute();
  const sums = new Map(rows.map((row) => [row.source_id, row]));
  return sourceIds.map((id) => {
    const sum = sums.get(id);
    return { articleCount: sum?.articles ?? 0, countedWords: sum?.counted ?? 0, ownWords: sum?.own ?? 0 };
  });
}
