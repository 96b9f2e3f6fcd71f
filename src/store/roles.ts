/** Roles of speakers, gathered from what articles call them. */
import type { RoleRecord } from '../domain/records.js';
import { among, grouped } from './session.js';
import type { Session } from './session.js';

/** Plain lists hold at most this many. */
const ROLES_MAX = 100;

interface FoldedRole {
  readonly folded: string;
  readonly role: RoleRecord;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const latestFirst = (a: RoleRecord, b: RoleRecord): number => byText(b.lastSeen ?? '', a.lastSeen ?? '') || byText(a.title, b.title);

/**
 * Every role of the speakers, one for each way of reading alike, latest seen first, then by title. Of articles of one date
 * the text decides which is the first, not when it came in.
 */
async function allRoles(s: Session, speakerIds: readonly number[]): Promise<Map<number, FoldedRole[]>> {
  const rows = await s.db
    .with('seen', (db) => db.selectFrom('sighting_roles as r').innerJoin('articles as a', 'a.id', 'r.article_id')
      .select((eb) => {
        const alike = ['r.speaker_id', 'r.folded'] as const;
        return [
          'r.speaker_id', 'r.folded', 'r.title', 'r.article_id', 'r.start_at', 'r.end_at',
          eb.fn.min('a.published_at').over((o) => o.partitionBy(alike)).as('first_seen'),
          eb.fn.max('a.published_at').over((o) => o.partitionBy(alike)).as('last_seen'),
          eb.fn.agg<number>('row_number').over((o) => o.partitionBy(alike)
            .orderBy('a.published_at', (ob) => ob.asc().nullsLast()).orderBy('a.body_hash').orderBy('r.article_id').orderBy('r.start_at')).as('place'),
        ];
      })
      .where((eb) => among(s, eb.ref('r.speaker_id'), speakerIds)))
    .selectFrom('seen').selectAll().where('place', '=', 1).execute();
  const roles = rows.map((row) => ({
    folded: row.folded,
    role: {
      speakerId: row.speaker_id,
      title: row.title,
      firstSeen: row.first_seen,
      lastSeen: row.last_seen,
      articleId: row.article_id,
      span: { start: row.start_at, end: row.end_at },
    },
  }));
  return grouped(roles.sort((a, b) => latestFirst(a.role, b.role)), ({ role }) => role.speakerId);
}

export async function roles(s: Session, speakerIds: readonly number[]): Promise<RoleRecord[][]> {
  const found = await allRoles(s, speakerIds);
  return speakerIds.map((id) => (found.get(id) ?? []).slice(0, ROLES_MAX).map(({ role }) => role));
}

const spans = (role: RoleRecord, date: string): boolean =>
  role.firstSeen !== null && role.lastSeen !== null && role.firstSeen <= date && date <= role.lastSeen;

export async function rolesAtQuotes(s: Session, quoteIds: readonly number[]): Promise<(RoleRecord | null)[]> {
  const quotes = await s.db.selectFrom('quotes').select(['id', 'speaker_id', 'article_id', 'published_at', 'start_at'])
    .where((eb) => among(s, eb.ref('id'), quoteIds)).where('speaker_id', 'is not', null).execute();
  const rolesOf = await allRoles(s, [...new Set(quotes.map((q) => q.speaker_id!))]);
  const here = await s.db.selectFrom('sighting_roles').select(['article_id', 'speaker_id', 'folded', 'start_at'])
    .where((eb) => among(s, eb.ref('article_id'), [...new Set(quotes.map((q) => q.article_id))])).orderBy('start_at').execute();
  const readIn = grouped(here, (row) => `${row.article_id} ${row.speaker_id}`);
  const answers = new Map<number, RoleRecord | null>();
  for (const quote of quotes) {
    const known = rolesOf.get(quote.speaker_id!) ?? [];
    // Of the roles read in the article, the last before the quote, else the first.
    const read = readIn.get(`${quote.article_id} ${quote.speaker_id}`) ?? [];
    const nearest = read.filter((row) => row.start_at <= quote.start_at).at(-1) ?? read[0];
    const held = nearest
      ? known.find(({ folded }) => folded === nearest.folded)
      : known.find(({ role }) => quote.published_at !== null && spans(role, quote.published_at));
    answers.set(quote.id, held?.role ?? null);
  }
  return quoteIds.map((id) => answers.get(id) ?? null);
}
