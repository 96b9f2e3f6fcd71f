/**
 * The keys by which matching finds quotes. They lie by time, so that what is written and looked up today stands in one
 * place however much older news there is; within it by key, and then by who speaks:
 *
 *   period (two months)  key  speaker  day  quote
 */
import { sql } from 'kysely';
import { among } from './session.js';
import type { Session } from './session.js';

/** Stands for nobody, as ids begin with 1. */
export const NOBODY = 0;
/** Undated quotes stand in a period of their own, before all others. */
export const UNDATED = 0;
const MONTHS_A_YEAR = 12;
const MOST_DAYS_A_MONTH = 31;
/** Days of a period, counted as `dayOf` does: a window of 30 days to either side meets two of them, seldom three. */
const PERIOD_DAYS = 2 * MOST_DAYS_A_MONTH;

/** A number of a UTC day that grows with the date, as if every month had 31 days: SQL can work it out from ISO text. */
export function dayOf(date: string | number | null): number {
  if (date === null) return UNDATED;
  const day = new Date(date);
  return (day.getUTCFullYear() * MONTHS_A_YEAR + day.getUTCMonth()) * MOST_DAYS_A_MONTH + day.getUTCDate() - 1;
}

export const periodOf = (day: number): number => Math.floor(day / PERIOD_DAYS);

export interface KeyPlace {
  readonly quoteId: number;
  readonly speakerId: number | null;
  readonly publishedAt: string | null;
}

export async function insertKeys(s: Session, { quoteId, speakerId, publishedAt }: KeyPlace, keys: readonly number[]): Promise<void> {
  if (keys.length === 0) return;
  await place(s, quoteId, dayOf(publishedAt), speakerId ?? NOBODY, [...new Set(keys)]);
}

async function place(s: Session, quoteId: number, day: number, speaker: number, keys: readonly number[]): Promise<void> {
  await sql`insert into quote_keys (period, key, speaker_id, day, quote_id, size) select ${periodOf(day)}, k.v, ${speaker}, ${day}, ${quoteId}, ${keys.length} from (${s.dialect.values(keys)}) as k`.execute(s.db);
  await s.db.insertInto('quote_key_lists').values({ quote_id: quoteId, day, speaker_id: speaker, size: keys.length, keys: JSON.stringify(keys) }).execute();
}

/** The list of a quote's keys is there to take them away again: an index by quote would be as large as the keys. */
export async function deleteKeys(s: Session, quoteIds: readonly number[]): Promise<void> {
  if (quoteIds.length === 0) return;
  const lists = await s.db.deleteFrom('quote_key_lists').where((eb) => among(s, eb.ref('quote_id'), quoteIds)).returningAll().execute();
  for (const { quote_id, day, speaker_id, keys: list } of lists) {
    const keys = JSON.parse(list) as number[];
    s.frequentKeys?.remove(periodOf(day), keys);
    await s.db.deleteFrom('quote_keys').where('period', '=', periodOf(day)).where((eb) => among(s, eb.ref('key'), keys))
      .where('speaker_id', '=', speaker_id).where('day', '=', day).where('quote_id', '=', quote_id).execute();
  }
}

/** To be called where the date or the speaker of quotes changed. */
export async function placeKeysAnew(s: Session, quoteIds: readonly number[]): Promise<void> {
  if (quoteIds.length === 0) return;
  const rows = await s.db.selectFrom('quotes as q').innerJoin('quote_key_lists as l', 'l.quote_id', 'q.id')
    .select(['q.id', 'q.speaker_id', 'q.published_at', 'l.keys', 'l.day', 'l.speaker_id as placed_for']).where((eb) => among(s, eb.ref('q.id'), quoteIds)).execute();
  const moved = rows.filter((row) => row.day !== dayOf(row.published_at) || row.placed_for !== (row.speaker_id ?? NOBODY));
  await deleteKeys(s, moved.map((row) => row.id));
  for (const { id, speaker_id, published_at, keys } of moved) await place(s, id, dayOf(published_at), speaker_id ?? NOBODY, JSON.parse(keys) as number[]);
}
