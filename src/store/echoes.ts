/** Statements of one speaker that may repeat each other's words, found by the keys of their best renderings. */
import type { EchoCandidate } from '../domain/read-store.js';
import { among, grouped } from './session.js';
import type { Session } from './session.js';

/**
 * A key that more quotes have than this is everybody's words: it is passed over, and no more of its quotes are read. With 48
 * keys a quote some 24,000 rows of an index are read for a statement at the most, in some ten milliseconds.
 */
const COMMON_KEY_QUOTES = 500;
/** One key in common is a word in common. */
const MIN_SHARED_KEYS = 2;

/**
 * Keys of the best renderings that are not common, then the quotes that share two of them (both by the index of keys alone),
 * and of these the best renderings of the same speaker's other statements. What is read is bounded by the keys of the
 * statements asked for, however many quotes there are.
 */
export async function echoCandidates(s: Session, statementIds: readonly number[], limit: number): Promise<EchoCandidate[][]> {
  if (statementIds.length === 0) return [];
  const asked = s.db.selectFrom('statements as m').innerJoin('quote_keys as k', 'k.quote_id', 'm.best_quote_id')
    .where((eb) => among(s, eb.ref('m.id'), statementIds)).where('m.speaker_id', 'is not', null)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('quote_keys as c').select('c.key').whereRef('c.key', '=', 'k.key').limit(1).offset(COMMON_KEY_QUOTES))))
    .select(['m.id as parent', 'm.best_quote_id', 'm.speaker_id', 'k.key']);
  const sharing = s.db.selectFrom(asked.as('a')).innerJoin('quote_keys as o', 'o.key', 'a.key').whereRef('o.quote_id', '<>', 'a.best_quote_id')
    .groupBy(['a.parent', 'a.best_quote_id', 'a.speaker_id', 'o.quote_id']).having((eb) => eb.fn.countAll<number>(), '>=', MIN_SHARED_KEYS)
    .select((eb) => ['a.parent', 'a.best_quote_id', 'a.speaker_id', 'o.quote_id', eb.fn.countAll<number>().as('shared')]);
  const ranked = s.db.selectFrom(sharing.as('h')).innerJoin('quotes as q', 'q.id', 'h.quote_id').innerJoin('quotes as b', 'b.id', 'h.best_quote_id')
    .innerJoin('statements as m', (join) => join.onRef('m.id', '=', 'q.statement_id').onRef('m.best_quote_id', '=', 'q.id'))
    .whereRef('m.speaker_id', '=', 'h.speaker_id').whereRef('m.id', '<>', 'h.parent').whereRef('q.article_id', '<>', 'b.article_id')
    .select((eb) => ['h.parent', 'm.id', 'h.shared', 'q.published_at', 'b.published_at as asked_at',
      eb.exists(eb.selectFrom('quotes_apart as p').select('p.quote_id').where((x) => x.or([
        x.and([x('p.quote_id', '=', x.ref('q.id')), x('p.other_id', '=', x.ref('b.id'))]),
        x.and([x('p.quote_id', '=', x.ref('b.id')), x('p.other_id', '=', x.ref('q.id'))]),
      ]))).as('set_apart'),
      eb.fn.agg<number>('row_number').over((o) => o.partitionBy('h.parent').orderBy('h.shared', 'desc').orderBy('m.id')).as('place')]);
  const rows = await s.db.selectFrom(ranked.as('r')).selectAll().where('r.place', '<=', limit)
    .orderBy('r.parent').orderBy('r.place').execute();
  const found = grouped(rows, (row) => row.parent);
  return statementIds.map((id) => (found.get(id) ?? []).map((row) => ({
    statementId: row.id, sharedKeys: Number(row.shared), publishedAt: row.published_at, askedPublishedAt: row.asked_at, setApart: Boolean(row.set_apart),
  })));
}
