/**
 * Speakers as articles name them. What each article gives is kept by article, so that revising or deleting it takes
 * away just that; `speaker_forms` holds the sums, from which speakers are named.
 */
import type { SpeakerType } from '../domain/records.js';
import type { SpeakerSighting } from '../domain/write-store.js';
import { foldedLine } from '../text/fold.js';
import { portions } from './session.js';
import type { Session, WriteSession } from './session.js';
import { addForms, type FormCount } from './speaker-forms.js';
import { KnownKeys } from './speaker-keys.js';
import { nameSpeakers } from './speaker-names.js';
import { addTypes, typeSpeakers } from './speaker-types.js';
import { moveSightings } from './sightings-moved.js';

/** The sum of counts over speaker and form. */
class Tally {
  private readonly counts = new Map<string, FormCount>();

  add(speakerId: number, form: string, uses: number, fullUses: number): void {
    const key = `${speakerId} ${form}`;
    const count = this.counts.get(key);
    if (count) {
      count.uses += uses;
      count.fullUses += fullUses;
    } else this.counts.set(key, { speakerId, form, uses, fullUses });
  }

  all(): FormCount[] {
    return [...this.counts.values()];
  }
}

export async function replaceSightings(s: WriteSession, articleId: number, sightings: readonly SpeakerSighting[]): Promise<number[]> {
  // 1. What the article gave so far.
  const changes = new Tally();
  const before = await s.db.selectFrom('sighting_forms').selectAll().where('article_id', '=', articleId).execute();
  for (const row of before) {
    changes.add(row.speaker_id, row.form, -row.uses, -row.full_uses);
    s.staleSpeakers.add(row.speaker_id);
  }
  if (before.length > 0) {
    await s.db.deleteFrom('sighting_roles').where('article_id', '=', articleId).execute();
    const typed = await s.db.deleteFrom('sighting_types').where('article_id', '=', articleId).returning(['speaker_id', 'type']).execute();
    await addTypes(s, typed.map((row) => ({ speakerId: row.speaker_id, type: row.type, articles: -1 })));
    await s.db.deleteFrom('sighting_forms').where('article_id', '=', articleId).execute();
  }
  // 2. Who is meant; two sightings may mean one speaker, where one was merged into the other.
  const known = await KnownKeys.of(s, sightings);
  for (const sighting of sightings) {
    const id = known.find(sighting) ?? (await insertSpeaker(s, sighting.type, sighting.name));
    await known.learn(s, sighting, id);
    const elsewhere = await known.claimUnknown(s, sighting, id);
    if (elsewhere !== null) await moveSightings(s, sighting.key, 'UNKNOWN', elsewhere, id);
  }
  const ids = sightings.map((sighting) => known.find(sighting)!);
  // 3. What it gives now.
  const given = new Tally();
  for (const [index, { name, forms }] of sightings.entries()) {
    for (const { form, count } of forms) given.add(ids[index], form, count, form === name ? 1 : 0);
    if (!forms.some((f) => f.form === name)) given.add(ids[index], name, 1, 1);
  }
  const now = given.all();
  for (const count of now) changes.add(count.speakerId, count.form, count.uses, count.fullUses);
  for (const some of portions(now)) {
    await s.db.insertInto('sighting_forms').values(some.map((c) => ({
      article_id: articleId, speaker_id: c.speakerId, form: c.form, uses: c.uses, full_uses: c.fullUses,
    }))).execute();
  }
  const roles = sightings.flatMap((sighting, index) => sighting.roles.map((role) => ({
    article_id: articleId, speaker_id: ids[index], title: role.title, folded: foldedLine(role.title), start_at: role.span.start, end_at: role.span.end,
  })));
  for (const some of portions(roles)) await s.db.insertInto('sighting_roles').values(some).onConflict((oc) => oc.doNothing()).execute();
  const types = sightings.map((sighting, index) => ({ article_id: articleId, speaker_id: ids[index], type: sighting.type }));
  for (const some of portions(types)) {
    const added = await s.db.insertInto('sighting_types').values(some).onConflict((oc) => oc.doNothing()).returning(['speaker_id', 'type']).execute();
    await addTypes(s, added.map((row) => ({ speakerId: row.speaker_id, type: row.type, articles: 1 })));
  }
  // 4. The sums, and the types and names that come of them.
  await typeSpeakers(s, [...new Set(changes.all().map((c) => c.speakerId))]);
  await addForms(s, changes.all().filter((c) => c.uses !== 0 || c.fullUses !== 0));
  await nameSpeakers(s, [...new Set(changes.all().map((c) => c.speakerId))]);
  return ids;
}

export async function sightedSpeakers(s: Session, articleId: number): Promise<number[]> {
  const rows = await s.db.selectFrom('sighting_forms').select('speaker_id').distinct().where('article_id', '=', articleId).orderBy('speaker_id').execute();
  return rows.map((row) => row.speaker_id);
}

async function insertSpeaker(s: Session, type: SpeakerType, name: string): Promise<number> {
  const { id } = await s.db.insertInto('speakers').values({ name, type, quote_count: 0 }).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function ensureSpeaker(s: WriteSession, key: string, type: SpeakerType, name: string): Promise<number> {
  const known = await KnownKeys.of(s, [{ key, type }]);
  const found = known.find({ key, type });
  if (found !== null) return found;
  const id = await insertSpeaker(s, type, name);
  await known.learn(s, { key, type }, id);
  await addForms(s, [{ speakerId: id, form: name, uses: 0, fullUses: 1 }]);
  return id;
}
