/** Sources by id, by name and domain, and making them. */
import type { SourceRecord } from '../domain/records.js';
import { fold } from '../text/fold.js';
import { among, inOrder } from './session.js';
import type { Session } from './session.js';

/** Host names do not tell case apart. */
const domainKey = (domain: string): string => domain.toLowerCase();

export async function sources(s: Session, ids: readonly number[]): Promise<(SourceRecord | null)[]> {
  const rows = await s.db.selectFrom('sources').select(['id', 'name', 'domain']).where((eb) => among(s, eb.ref('id'), ids)).execute();
  return inOrder(ids, new Map(rows.map((row) => [row.id, row])));
}

export async function articleCounts(s: Session, ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await s.db.selectFrom('sources').select(['id', 'article_count']).where((eb) => among(s, eb.ref('id'), ids)).execute();
  return new Map(rows.map((row) => [row.id, row.article_count]));
}

export async function sourcesByDomain(s: Session, domain: string): Promise<number[]> {
  const rows = await s.db.selectFrom('sources').select('id').where('domain', '=', domainKey(domain)).orderBy('id').limit(2).execute();
  return rows.map((row) => row.id);
}

/** Names are compared folded: "BBC News" and "Bbc news" are one outlet. */
export async function sourcesByName(s: Session, name: string): Promise<number[]> {
  const rows = await s.db.selectFrom('sources').select('id').where('folded_name', '=', fold(name)).orderBy('id').limit(2).execute();
  return rows.map((row) => row.id);
}

/**
 * The source that a name and a domain mean: the one with the domain; else the one of that name that has no domain yet,
 * or, where no domain is given, the first of that name.
 */
export async function findSource(s: Session, name: string, domain: string | null): Promise<number | null> {
  if (domain !== null) {
    const [id] = await sourcesByDomain(s, domain);
    if (id !== undefined) return id;
  }
  const named = await s.db.selectFrom('sources').select(['id', 'domain']).where('folded_name', '=', fold(name)).orderBy('id').execute();
  const free = named.find((row) => row.domain === null);
  return (free ?? (domain === null ? named[0] : undefined))?.id ?? null;
}

export async function ensureSource(s: Session, name: string, domain: string | null): Promise<number> {
  const known = await findSource(s, name, domain);
  if (known !== null) {
    if (domain !== null) {
      await s.db.updateTable('sources').set({ domain: domainKey(domain) }).where('id', '=', known).where('domain', 'is', null).execute();
    }
    return known;
  }
  const row = await s.db.insertInto('sources')
    .values({ name, folded_name: fold(name), domain: domain && domainKey(domain), article_count: 0 })
    .returning('id').executeTakeFirstOrThrow();
  return row.id;
}

/** Keeps `article_count`. */
export async function countArticle(s: Session, sourceId: number | null, by: 1 | -1): Promise<void> {
  if (sourceId === null) return;
  await s.db.updateTable('sources').set((eb) => ({ article_count: eb('article_count', '+', by) })).where('id', '=', sourceId).execute();
}
