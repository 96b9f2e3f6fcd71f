/**
 * Stored quotes that may be the same as those of an article, for all of its quotes at once: each key is looked up once, however
 * many of them have it, and what was found is put together here, where it takes a fraction of what sorting takes the database.
 *
 *   keys -> in each period the quotes that have it, if they are few                  (postings)
 *        -> of one that many have, those of the quote's speaker                      (own)
 *        -> by quote: weight and number of shared keys, the best of them read        (rows)
 */
import { sql } from 'kysely';
import type { CandidateQuote, MatchRequest } from '../domain/read-store.js';
import { CANDIDATE_COLUMNS, candidateOf, LEAST_SHARE, MIN_SHARED_KEYS, windowOf } from './candidates.js';
import type { CandidateRow, Window } from './candidates.js';
import { NOBODY, periodOf, UNDATED } from './quote-keys.js';
import type { Session } from './session.js';

/** A posting is a number: the quote's id, times this, and how many keys the quote has, which are fewer. */
const PACKED_SIZES = 64;
const POSTING = sql`k.quote_id * ${sql.lit(PACKED_SIZES)} + k.size`;
/** What a key says that more quotes have than are looked at. */
const LEAST_WEIGHT = Math.log(2);
/** So many more of a speaker's quotes that have a key are read at once: they are the rest of a day, which seldom has more. */
const READ_MORE = 40;

/** A key in a period. */
interface Postings {
  readonly weight: number;
  /** Postings and speakers in turn; null where too many quotes have the key. */
  readonly held: readonly number[] | null;
  /** Of a key that too many have, the postings of each speaker asked for. */
  readonly own: Map<number, readonly number[]>;
}

type Keys = Map<number, Postings>;

const listOf = (joined: string): readonly number[] => JSON.parse(`[${joined}]`) as number[];

/** Keys of a period with the quotes that have them, in one walk a key that ends after those that are looked at. */
async function postingsOf(s: Session, keys: readonly number[], period: number, { firstDay, lastDay }: Window, mostPerKey: number): Promise<Keys> {
  const found: Keys = new Map();
  const frequent = (): Postings => ({ weight: LEAST_WEIGHT, held: null, own: new Map() });
  const asked: number[] = [];
  for (const key of keys) {
    if (s.frequentKeys?.has(period, key, mostPerKey)) found.set(key, frequent());
    else asked.push(key);
  }
  const some = sql`select (${POSTING}) || ',' || k.speaker_id || ',' || k.day as v from quote_keys as k where k.period = ${period} and k.key = w.v limit ${mostPerKey + 1}`;
  const { rows } = await sql<{ key: number; held: string | null }>`select w.v as key, (select ${s.dialect.joined(sql.ref('x.v'))} from (${some}) as x) as held
    from (${s.dialect.values(asked)}) as w`.execute(s.db);
  for (const { key, held } of rows) {
    if (held === null) continue;
    const read = listOf(held);
    const uses = read.length / 3;
    if (uses > mostPerKey) {
      s.frequentKeys?.add(period, key, uses);
      found.set(key, frequent());
    } else found.set(key, { weight: Math.log((2 * mostPerKey) / uses), held: within(read, firstDay, lastDay), own: new Map() });
  }
  return found;
}

/** @param read postings, speakers and days in turn */
function within(read: readonly number[], firstDay: number, lastDay: number): number[] {
  const held: number[] = [];
  for (let i = 0; i < read.length; i += 3) {
    const day = read[i + 2];
    if ((day >= firstDay && day <= lastDay) || day === UNDATED) held.push(read[i], read[i + 1]);
  }
  return held;
}

/** Of keys that many have the latest quotes of the speakers: as many as are looked at, and what else was said on the day of the last of these. */
async function addOwn(s: Session, keys: Keys, period: number, { firstDay, lastDay }: Window, { quotes, mostPerKey }: MatchRequest): Promise<void> {
  const asked = new Map<number, Set<number>>();
  for (const { speakerId, keys: own } of quotes) {
    if (speakerId === null) continue;
    const ofSpeaker = asked.get(speakerId) ?? new Set<number>();
    for (const key of own) if (keys.get(key)?.held === null) ofSpeaker.add(key);
    asked.set(speakerId, ofSpeaker);
  }
  const pairs = [...asked].flatMap(([speaker, own]) => [...own].map((key) => [key, speaker] as const)).sort(([a, x], [b, y]) => a - b || x - y);
  if (pairs.length === 0) return;
  const isUndated = period === periodOf(UNDATED);
  const [first, last] = isUndated ? [UNDATED, UNDATED] : [firstDay, lastDay];
  const of = sql`from quote_keys as k where k.period = ${period} and k.key = t.a and k.speaker_id = t.b`;
  const most = mostPerKey + READ_MORE;
  const latest = sql`select (${POSTING}) || ',' || k.day as v ${of} and k.day between ${first} and ${last} order by k.day desc limit ${most}`;
  const { rows } = await sql<{ i: number; held: string | null }>`select t.i, (select ${s.dialect.joined(sql.ref('x.v'))} from (${latest}) as x) as held from ${s.dialect.pairs(pairs)} as t`.execute(s.db);
  const cut: [key: number, speaker: number, since: number][] = [];
  for (const { i, held } of rows) {
    if (held === null) continue;
    const read = byDay(listOf(held));
    const since = read[mostPerKey]?.day ?? first;
    if (read.length === most && read[most - 1].day >= since) cut.push([...pairs[i], since]);
    else keys.get(pairs[i][0])!.own.set(pairs[i][1], read.filter(({ day }) => day >= since).map(({ posting }) => posting));
  }
  if (cut.length === 0) return;
  const days = await sql<{ key: number; speaker: number; held: string }>`select t.a as key, t.b as speaker, (select ${s.dialect.joined(POSTING)} ${of} and k.day between t.since and ${last}) as held
    from ${s.dialect.rows(['a', 'b', 'since'], cut)} as t`.execute(s.db);
  for (const { key, speaker, held } of days.rows) keys.get(key)!.own.set(speaker, listOf(held));
}

/** @param read postings and days in turn; the latest come first */
function byDay(read: readonly number[]): { readonly posting: number; readonly day: number }[] {
  const found: { posting: number; day: number }[] = [];
  for (let i = 0; i < read.length; i += 2) found.push({ posting: read[i], day: read[i + 1] });
  return found.sort((a, b) => b.day - a.day);
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
  const found: Keys[] = [];
  for (const period of window.periods) {
    const held = await postingsOf(s, keys, period, window, mostPerKey);
    await addOwn(s, held, period, window, request);
    found.push(held);
  }
  const likely = quotes.map((quote) => sharing(quote, found, limit));
  const ids = [...new Set(likely.flatMap((list) => list.map(({ id }) => id)))].sort((a, b) => a - b);
  if (ids.length === 0) return quotes.map(() => []);
  const { rows } = await sql<CandidateRow>`select ${CANDIDATE_COLUMNS}
    from (${s.dialect.values(ids)}) as w cross join quotes as q left join speakers as n on n.id = q.speaker_id
    where q.id = w.v and q.statement_id is not null`.execute(s.db);
  const byId = new Map(rows.map((row) => [row.id, candidateOf(row)]));
  return likely.map((list) => list.flatMap(({ id }) => byId.get(id) ?? []));
}
