/** What sort of speaker somebody is: the type that most articles give them. */
import type { SpeakerType } from '../domain/records.js';
import { among, grouped, portions } from './session.js';
import type { Session } from './session.js';
import { TYPE_ORDER } from './speaker-keys.js';

export interface TypeCount {
  readonly speakerId: number;
  readonly type: SpeakerType;
  /** More articles than before; less than 0: fewer. */
  readonly articles: number;
}

/** Adds (or takes away) articles that give speakers a type. */
export async function addTypes(s: Session, changes: readonly TypeCount[]): Promise<void> {
  for (const some of portions(changes)) {
    await s.db.insertInto('speaker_types').values(some.map(({ speakerId, type, articles }) => ({ speaker_id: speakerId, type, articles })))
      .onConflict((oc) => oc.columns(['speaker_id', 'type']).doUpdateSet((eb) => ({ articles: eb('speaker_types.articles', '+', eb.ref('excluded.articles')) }))).execute();
  }
  const fewer = [...new Set(changes.filter(({ articles }) => articles < 0).map(({ speakerId }) => speakerId))];
  if (fewer.length > 0) await s.db.deleteFrom('speaker_types').where((eb) => among(s, eb.ref('speaker_id'), fewer)).where('articles', '<=', 0).execute();
}

/** Counts anew the articles that give these speakers a type: where sightings went from one to the other. */
export async function recountTypes(s: Session, ids: readonly number[]): Promise<void> {
  await s.db.deleteFrom('speaker_types').where((eb) => among(s, eb.ref('speaker_id'), ids)).execute();
  await s.db.insertInto('speaker_types').columns(['speaker_id', 'type', 'articles'])
    .expression((eb) => eb.selectFrom('sighting_types').select((x) => ['speaker_id', 'type', x.fn.countAll<number>().as('articles')])
      .where((x) => among(s, x.ref('speaker_id'), ids)).groupBy(['speaker_id', 'type'])).execute();
}

/** The type that most articles give a speaker, unknown aside; who stands in none keeps theirs. */
export async function typeSpeakers(s: Session, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const counts = await s.db.selectFrom('speaker_types').selectAll().where((eb) => among(s, eb.ref('speaker_id'), ids)).execute();
  const speakers = await s.db.selectFrom('speakers').select(['id', 'type']).where((eb) => among(s, eb.ref('id'), ids)).execute();
  const countsOf = grouped(counts, (row) => row.speaker_id);
  const rank = (row: (typeof counts)[number]): number => (row.type === 'UNKNOWN' ? 0 : row.articles);
  for (const { id, type } of speakers) {
    const [most] = (countsOf.get(id) ?? []).sort((a, b) => rank(b) - rank(a) || TYPE_ORDER.indexOf(a.type) - TYPE_ORDER.indexOf(b.type));
    if (most && most.type !== type) await s.db.updateTable('speakers').set({ type: most.type }).where('id', '=', id).execute();
  }
}
