/**
 * Stored quotes that may be the same as those of an article, for all of its quotes at once: each key is looked up once, however
 * many of them have it, and what was found is put together here, where it takes a fraction of what sorting takes the database.
 *
 *   keys -> in each period how many quotes have it, and of one that few have which   (postings)
 *        -> of one that many have, those of the quote's speaker                      (own)
 *        -> by quote: weight and number of shared keys, the best of them read        (rows)
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { CandidateQuote, MatchRequest } from '../domain/read-store.js';
import { CANDIDATE_COLUMNS, candidateOf, LEAST_SHARE, MIN_SHARED_KEYS, windowOf } from './candidates.js';
import type { CandidateRow, Window } from './candidates.js';
import { NOBODY, periodOf, UNDATED } from './quote-keys.js';
import type { Session } from './session.js';

/** A posting is a number: the quote's id, times this, and how many keys the quote has, which are fewer. */
const PACKED_SIZES = 64;
const POSTING = sql`(k.quote_id * ${sql.lit(PACKED_SIZES)} + k.size)`;
/** What a key says that more quotes have than are looked at. */
const LEAST_WEIGHT = Math.log(2);

/** A key in a period. */
interface Postings {
  readonly weight: number;
  /** Postings and speakers in turn; null where too many quotes have the key. */
  readonly held: readonly number[] | null;
  /** Of a key that too many have, the postings of each speaker asked for. */
  readonly own: Map<number, readonly number[]>;
}

type Keys = Map<number, Postings>;

const listOf = (joined: string | null): readonly number[] => (joined === null ? [] : (JSON.parse(`[${joined}]`) as number[]));

async function postingsOf(s: Session, keys: readonly number[], { periods, firstDay, lastDay }: Window, mostPerKey: number): Promise<Map<number, Keys>> {
  const value = sql<string>`${POSTING} || ',' || k.speaker_id`;
  const { rows } = await sql<{ period: number; key: number; uses: number; held: string | null }>`with probed as materialized (
      select p.v as period, w.v as key,
        (select count(*) from (select 1 as one from quote_keys as c where c.period = p.v and c.key = w.v limit ${mostPerKey + 1}) as some) as uses
      from (${s.dialect.values(periods)}) as p cross join (${s.dialect.values(keys)}) as w
    )
    select u.period, u.key, u.uses, case when u.uses <= ${mostPerKey} then (
      select ${s.dialect.joined(value)} from quote_keys as k
      where k.period = u.period and k.key = u.key and (k.day between ${firstDay} and ${lastDay} or k.day = ${sql.lit(UNDATED)})) end as held
    from probed as u where u.uses > 0`.execute(s.db);
  const found = new Map<number, Keys>(periods.map((period) => [period, new Map()]));
  for (const { period, key, uses, held } of rows) {
    const isRare = uses <= mostPerKey;
    const postings = { weight: isRare ? Math.log((2 * mostPerKey) / uses) : LEAST_WEIGHT, held: isRare ? listOf(held) : null, own: new Map<number, readonly number[]>() };
    found.get(period)!.set(key, postings);
  }
  return found;
}

/** Of keys that many have the latest quotes of the speakers: as many as are looked at, and what else was said on the day of the last of these. */
async function addOwn(s: Session, keys: Keys, period: number, { firstDay, lastDay }: Window, { quotes, mostPerKey }: MatchRequest): Promise<void> {
  const asked = new Map<string, readonly [key: number, speaker: number]>();
  for (const { speakerId, keys: own } of quotes) {
    if (speakerId === null) continue;
    for (const key of own) if (keys.get(key)?.held === null) asked.set(`${key} ${speakerId}`, [key, speakerId]);
  }
  if (asked.size === 0) return;
  const isUndated = period === periodOf(UNDATED);
  const [first, last] = isUndated ? [UNDATED, UNDATED] : [firstDay, lastDay];
  const isOwn = (table: RawBuilder<unknown>): RawBuilder<unknown> => sql`${table}.period = ${period} and ${table}.key = t.a and ${table}.speaker_id = t.b`;
  const latest = sql`(select c.day from quote_keys as c where ${isOwn(sql`c`)} and c.day between ${first} and ${last} order by c.day desc limit 1 offset ${mostPerKey})`;
  const { rows } = await sql<{ key: number; speaker: number; held: string | null }>`select t.a as key, t.b as speaker, (
      select ${s.dialect.joined(sql`${POSTING}`)} from quote_keys as k where ${isOwn(sql`k`)} and k.day between coalesce(${latest}, ${first}) and ${last}) as held
    from ${s.dialect.pairs([...asked.values()])} as t`.execute(s.db);
  for (const { key, speaker, held } of rows) if (held !== null) keys.get(key)!.own.set(speaker, listOf(held));
}

interface Shared {
  readonly id: number;
  readonly size: number;
  weight: number;
  keys: number;
  isOwn: boolean;
}

function sharing({ id, speakerId, keys: own }: MatchRequest['quotes'][number], periods: readonly Keys[], limit: number): Shared[] {
  const shared = new Map<number, Shared>();
  const speaker = speakerId ?? NOBODY;
  const add = (posting: number, weight: number, isOwn: boolean): void => {
    const known = shared.get(posting);
    if (known) {
      known.weight += weight;
      known.keys++;
      known.isOwn ||= isOwn;
    } else shared.set(posting, { id: Math.floor(posting / PACKED_SIZES), size: posting % PACKED_SIZES, weight, keys: 1, isOwn });
  };
  const distinct = new Set(own);
  for (const keys of periods) {
    for (const key of distinct) {
      const postings = keys.get(key);
      if (!postings) continue;
      const { weight, held } = postings;
      if (held === null) for (const posting of postings.own.get(speaker) ?? []) add(posting, weight, true);
      else for (let i = 0; i < held.length; i += 2) add(held[i], weight, speaker !== NOBODY && held[i + 1] === speaker);
    }
  }
  const isEnough = ({ id: other, size, keys, isOwn }: Shared): boolean =>
    other !== id && (keys >= MIN_SHARED_KEYS || isOwn) && keys >= LEAST_SHARE * (size === 0 ? distinct.size : Math.min(size, distinct.size));
  return [...shared.values()].filter(isEnough).sort((a, b) => b.weight - a.weight || a.id - b.id).slice(0, limit);
}

export async function matchCandidates(s: Session, request: MatchRequest): Promise<CandidateQuote[][]> {
  const { quotes, mostPerKey, limit } = request;
  const keys = [...new Set(quotes.flatMap((quote) => quote.keys))].sort((a, b) => a - b);
  if (keys.length === 0) return quotes.map(() => []);
  const window = await windowOf(s, request);
  const found = await postingsOf(s, keys, window, mostPerKey);
  for (const [period, held] of found) await addOwn(s, held, period, window, request);
  const likely = quotes.map((quote) => sharing(quote, [...found.values()], limit));
  const ids = [...new Set(likely.flatMap((list) => list.map(({ id }) => id)))].sort((a, b) => a - b);
  if (ids.length === 0) return quotes.map(() => []);
  const { rows } = await sql<CandidateRow>`select ${CANDIDATE_COLUMNS}
    from (${s.dialect.values(ids)}) as w cross join quotes as q left join speakers as n on n.id = q.speaker_id
    where q.id = w.v and q.statement_id is not null`.execute(s.db);
  const byId = new Map(rows.map((row) => [row.id, candidateOf(row)]));
  return likely.map((list) => list.flatMap(({ id }) => byId.get(id) ?? []));
}
