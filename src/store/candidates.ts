/** Stored quotes that may be renderings of the same statement, found by speaker and shared keys, or word for word. */
import { sql } from 'kysely';
import type { QuoteFilter } from '../domain/filters.js';
import { CONTEXT_UNITS } from '../domain/limits.js';
import type { CandidateQuote, CandidateRequest } from '../domain/read-store.js';
import type { QuoteRecord } from '../domain/records.js';
import { foldedLine } from '../text/fold.js';
import { bodies } from './articles.js';
import { quoteConditions } from './filters.js';
import { QUOTE_COLUMNS, quoteRecords } from './quotes.js';
import { among } from './session.js';
import type { Session } from './session.js';
import { speakerNames } from './speakers.js';

/** A key that more quotes have than this is everybody's words. */
const COMMON_KEY_QUOTES = 2_000;
/** One key in common is chance, unless the same speaker has it. */
const MIN_SHARED_KEYS = 2;
const DAY_MS = 86_400_000;

interface Found {
  readonly id: number;
  readonly published_at: string | null;
  readonly shared: number;
}

const daysFrom = (date: string, days: number): string => new Date(Date.parse(date) + days * DAY_MS).toISOString();

/** By the keys they share with the quote: another speaker's need more of them. */
async function sharing(s: Session, { speakerId, keys, publishedAt, windowDays, excludeQuoteIds, limit }: CandidateRequest): Promise<Found[]> {
  if (keys.length === 0) return [];
  let query = s.db.selectFrom('quote_keys as k').innerJoin('quotes as q', 'q.id', 'k.quote_id')
    .where('k.key', 'in', (eb) => eb.selectFrom('quote_keys as c').select('c.key').where((x) => among(s, x.ref('c.key'), keys))
      .groupBy('c.key').having(eb.fn.countAll<number>(), '<=', COMMON_KEY_QUOTES))
    .where('q.statement_id', 'is not', null)
    .where((eb) => eb.not(among(s, eb.ref('q.id'), excludeQuoteIds)));
  if (publishedAt !== null) {
    query = query.where((eb) => eb.or([
      eb('q.published_at', 'is', null),
      eb.between('q.published_at', daysFrom(publishedAt, -windowDays), daysFrom(publishedAt, windowDays)),
    ]));
  }
  return query.groupBy(['q.id', 'q.published_at', 'q.speaker_id']).select((eb) => ['q.id', 'q.published_at', eb.fn.countAll<number>().as('shared')])
    .having((eb) => eb.or([
      eb(eb.fn.countAll<number>(), '>=', MIN_SHARED_KEYS),
      ...(speakerId === null ? [] : [eb('q.speaker_id', '=', speakerId)]),
    ]))
    .orderBy('shared', 'desc').orderBy('q.id').limit(limit).execute();
}

/** Richest in shared keys first, then nearest in time, undated ones last. */
export async function candidates(s: Session, request: CandidateRequest): Promise<CandidateQuote[]> {
  const distance = ({ published_at: date }: Found): number =>
    date === null ? Number.MAX_SAFE_INTEGER : Math.abs(Date.parse(date) - Date.parse(request.publishedAt ?? date));
  const chosen = (await sharing(s, request))
    .sort((a, b) => b.shared - a.shared || distance(a) - distance(b) || a.id - b.id).map((row) => row.id);
  if (chosen.length === 0) return [];

  const rows = await s.db.selectFrom('quotes as q').select([...QUOTE_COLUMNS, 'q.start_at', 'q.end_at']).where((eb) => among(s, eb.ref('q.id'), chosen)).execute();
  const names = await speakerNames(s, [...new Set(rows.flatMap((row) => row.speaker_id ?? []))]);
  const articleIds = [...new Set(rows.map((row) => row.article_id))];
  const texts = await bodies(s, articleIds);
  const bodyOf = new Map(articleIds.map((id, i) => [id, texts[i] ?? '']));
  const records = await quoteRecords(s, rows);
  const byId = new Map(rows.map((row, i) => {
    const body = bodyOf.get(row.article_id)!;
    return [row.id, {
      quote: records[i],
      speakerName: row.speaker_id === null ? null : (names.get(row.speaker_id) ?? null),
      before: body.slice(Math.max(0, row.start_at - CONTEXT_UNITS), row.start_at),
      after: body.slice(row.end_at, row.end_at + CONTEXT_UNITS),
    }];
  }));
  return chosen.flatMap((id) => byId.get(id) ?? []);
}

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
