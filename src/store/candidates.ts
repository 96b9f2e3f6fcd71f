/** Stored quotes that may be renderings of the same statement, found by time, shared keys and speaker, or word for word. */
import { sql } from 'kysely';
import type { QuoteFilter } from '../domain/filters.js';
import type { CandidateQuote, CandidateRequest } from '../domain/read-store.js';
import type { QuoteKind, QuoteRecord } from '../domain/records.js';
import { foldedLine } from '../text/fold.js';
import { quoteConditions } from './filters.js';
import { dayOf, NOBODY, periodOf, UNDATED } from './quote-keys.js';
import { QUOTE_COLUMNS, quoteRecords } from './quotes.js';
import type { Session } from './session.js';

/** One key in common is chance, unless the same speaker has it. */
export const MIN_SHARED_KEYS = 2;
/**
 * Of the keys of the quote that has fewer, how many must be shared. Of 840 pairs of news quotes that matching calls the
 * same one has less; 99 in 100 have more than a fifth.
 */
export const LEAST_SHARE = 1 / 6;
const DAY_MS = 86_400_000;

export interface CandidateRow {
  readonly id: number;
  readonly article_id: number;
  readonly statement_id: number;
  readonly kind: QuoteKind;
  readonly text: string;
  readonly speaker_id: number | null;
  readonly speaker_name: string | null;
  readonly published_at: string | null;
  readonly confidence: number;
  readonly content_key: string;
  readonly start_at: number;
  readonly end_at: number;
}

/** The periods that hold any key, found by leaping from one to the next. */
async function allPeriods(s: Session): Promise<number[]> {
  const { rows } = await sql<{ p: number }>`with recursive held(p) as (
    select min(period) from quote_keys
    union all select (select min(k.period) from quote_keys as k where k.period > held.p) from held where held.p is not null
  ) select p from held where p is not null`.execute(s.db);
  return rows.map((row) => row.p);
}

export interface Window {
  readonly periods: readonly number[];
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Periods in which there are no keys are left out. */
export async function windowOf(s: Session, { publishedAt, windowDays }: Pick<CandidateRequest, 'publishedAt' | 'windowDays'>): Promise<Window> {
  const held = await allPeriods(s);
  if (publishedAt === null) return { periods: held, firstDay: UNDATED, lastDay: Number.MAX_SAFE_INTEGER };
  const middle = Date.parse(publishedAt);
  const [firstDay, lastDay] = [dayOf(middle - windowDays * DAY_MS), dayOf(middle + windowDays * DAY_MS)];
  const isWithin = (period: number): boolean => period === periodOf(UNDATED) || (period >= periodOf(firstDay) && period <= periodOf(lastDay));
  return { periods: held.filter(isWithin), firstDay, lastDay };
}

/**
 * Most telling shared keys first: a key of few quotes weighs more. In each period a key of more than `mostPerKey` quotes is
 * everybody's words and is passed over, but for the latest of the same speaker: as many, and what else was said on the day of
 * the last of these. So much is looked at and little more, however many quotes there are, and who is quoted by a hundred
 * outlets is found by the next.
 */
export async function candidates(s: Session, request: CandidateRequest): Promise<CandidateQuote[]> {
  const { keys, excludeQuoteIds, limit, mostPerKey } = request;
  if (keys.length === 0) return [];
  const { periods, firstDay, lastDay } = await windowOf(s, request);
  const speaker = request.speakerId ?? NOBODY;
  const isOwn = sql`max(f.speaker_id) = ${speaker} and ${speaker} <> ${sql.lit(NOBODY)}`;
  const inWindow = sql`(k.day between ${firstDay} and ${lastDay} or k.day = ${sql.lit(UNDATED)})`;
  // The day from which on there are about as many quotes of the speaker as are looked at; none where there are fewer in the window.
  const latest = sql`(select c.day from quote_keys as c where c.period = probed.period and c.key = probed.key and c.speaker_id = ${speaker}
    and c.day between ${firstDay} and ${lastDay} order by c.day desc limit 1 offset ${mostPerKey})`;
  const { rows } = await sql<CandidateRow>`with probed as materialized (
      select p.v as period, w.v as key,
        (select count(*) from (select 1 as one from quote_keys as c where c.period = p.v and c.key = w.v limit ${mostPerKey + 1}) as some) as uses
      from (${s.dialect.values(keys)}) as w cross join (${s.dialect.values(periods)}) as p
    ), found as (
      select k.quote_id, k.speaker_id, ln(2.0 * ${mostPerKey} / probed.uses) as weight
      from probed cross join quote_keys as k
      where probed.uses between 1 and ${mostPerKey} and k.period = probed.period and k.key = probed.key and ${inWindow}
      union all
      select k.quote_id, k.speaker_id, ln(2.0) as weight
      from probed cross join quote_keys as k
      where probed.uses > ${mostPerKey} and ${speaker} <> ${sql.lit(NOBODY)} and k.period = probed.period and k.key = probed.key and k.speaker_id = ${speaker}
        and k.day between case when probed.period = ${sql.lit(periodOf(UNDATED))} then ${sql.lit(UNDATED)} else coalesce(${latest}, ${firstDay}) end
        and case when probed.period = ${sql.lit(periodOf(UNDATED))} then ${sql.lit(UNDATED)} else ${lastDay} end
    ), ranked as materialized (
      select g.quote_id, g.weight from (
        select f.quote_id, sum(f.weight) as weight, count(*) as shared from found as f
        group by f.quote_id having count(*) >= ${sql.lit(MIN_SHARED_KEYS)} or (${isOwn})
      ) as g cross join quote_key_lists as l
      where l.quote_id = g.quote_id and g.shared >= ${sql.lit(LEAST_SHARE)} * (case when l.size < ${keys.length} then l.size else ${keys.length} end)
        and g.quote_id not in (${s.dialect.values(excludeQuoteIds)})
      order by g.weight desc, g.quote_id limit ${limit}
    )
    select ${CANDIDATE_COLUMNS}
    from ranked as r cross join quotes as q left join speakers as n on n.id = q.speaker_id
    where q.id = r.quote_id and q.statement_id is not null order by r.weight desc, q.id`.execute(s.db);
  return rows.map(candidateOf);
}

/** The columns of a candidate, of `quotes as q` and, for the name, `speakers as n`. */
export const CANDIDATE_COLUMNS = sql`q.id, q.article_id, q.statement_id, q.kind, q.text, q.speaker_id, n.name as speaker_name, q.published_at, q.confidence, q.content_key, q.start_at, q.end_at`;

export const candidateOf = (row: CandidateRow): CandidateQuote => ({
  id: row.id,
  articleId: row.article_id,
  statementId: row.statement_id,
  kind: row.kind,
  text: row.text,
  speakerId: row.speaker_id,
  speakerName: row.speaker_name,
  publishedAt: row.published_at,
  confidence: row.confidence,
  contentKey: row.content_key,
  start: row.start_at,
  end: row.end_at,
});

/** A line without words. */
const NO_WORDS = foldedLine('');

/** Reads every quote that passes the filter, as word filters do: folded words hold no wildcard. */
export async function quotesHolding(s: Session, text: string, filter: QuoteFilter, limit: number): Promise<QuoteRecord[]> {
  const line = foldedLine(text);
  if (line === NO_WORDS) return [];
  const rows = await s.db.selectFrom('quotes as q').select(QUOTE_COLUMNS)
    .where((eb) => eb('q.folded', 'like', `%${line}%`))
    .where((eb) => eb.and(quoteConditions(s, filter)))
    .orderBy(sql`length(q.folded)`).orderBy('q.id').limit(limit).execute();
  return quoteRecords(s, rows);
}
