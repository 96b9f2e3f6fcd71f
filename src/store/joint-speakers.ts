/**
 * Who says a quote together with its first speaker, as the text has it. They count as long as nobody has set the quote's
 * speaker by hand; the first speaker that extraction found is never among them.
 */
import { countQuotes } from './quote-counts.js';
import { among, grouped } from './session.js';
import type { Session, WriteSession } from './session.js';

/** The joint speakers of each quote that has any, in the order of the text, whether they count or not. */
export async function jointSpeakersOf(s: Session, quoteIds: readonly number[]): Promise<Map<number, number[]>> {
  if (quoteIds.length === 0) return new Map();
  const rows = await s.db.selectFrom('joint_speakers').select(['quote_id', 'speaker_id']).where((eb) => among(s, eb.ref('quote_id'), quoteIds))
    .orderBy('quote_id').orderBy('place').execute();
  return new Map([...grouped(rows, (row) => row.quote_id)].map(([id, group]) => [id, group.map((row) => row.speaker_id)]));
}

/** Rows (parent, quote_id), the parent being the speaker, of the quotes that the speakers say, first or together with others; dismissed ones too. */
export const saidBy = (s: Session, speakerIds: readonly number[]) =>
  s.db.selectFrom('quotes').select((eb) => [eb.ref('speaker_id').$notNull().as('parent'), 'id as quote_id'])
    .where((eb) => among(s, eb.ref('speaker_id'), speakerIds))
    .unionAll(s.db.selectFrom('joint_speakers as j').innerJoin('quotes as q', 'q.id', 'j.quote_id').select(['j.speaker_id as parent', 'j.quote_id'])
      .where('q.speaker_set', '=', 0).where((eb) => among(s, eb.ref('j.speaker_id'), speakerIds)));

/** @param counted whether they count for their speakers: nobody was set by hand, and the quote is not dismissed */
export async function replaceJointSpeakers(s: WriteSession, quoteId: number, speakerIds: readonly number[], counted: boolean): Promise<void> {
  const before = (await jointSpeakersOf(s, [quoteId])).get(quoteId) ?? [];
  if (before.length === speakerIds.length && before.every((id, place) => id === speakerIds[place])) return;
  await s.db.deleteFrom('joint_speakers').where('quote_id', '=', quoteId).execute();
  if (speakerIds.length > 0) await s.db.insertInto('joint_speakers').values(speakerIds.map((speakerId, place) => ({ quote_id: quoteId, speaker_id: speakerId, place }))).execute();
  for (const id of before) {
    s.staleSpeakers.add(id);
    if (counted) await countQuotes(s, id, -1);
  }
  if (counted) for (const id of speakerIds) await countQuotes(s, id, 1);
}

/** They begin (1) or cease (-1) to count for their speakers. */
export async function countJointSpeakers(s: Session, quoteId: number, by: 1 | -1): Promise<void> {
  for (const id of (await jointSpeakersOf(s, [quoteId])).get(quoteId) ?? []) await countQuotes(s, id, by);
}

/** Removes those of quotes that go. Answers by quote who they were. */
export async function deleteJointSpeakers(s: WriteSession, quoteIds: readonly number[]): Promise<Map<number, number[]>> {
  const rows = await s.db.deleteFrom('joint_speakers').where((eb) => among(s, eb.ref('quote_id'), quoteIds)).returning(['quote_id', 'speaker_id']).execute();
  for (const row of rows) s.staleSpeakers.add(row.speaker_id);
  return new Map([...grouped(rows, (row) => row.quote_id)].map(([id, group]) => [id, group.map((row) => row.speaker_id)]));
}

/**
 * Puts `into` in the place of `from`, once a quote: where `into` is there already, or is the first now, `from` only goes.
 * To be called when the quotes themselves were merged. Counts are the caller's. Answers the quotes that changed.
 */
export async function mergeJointSpeakers(s: Session, from: number, into: number): Promise<number[]> {
  const ofFrom = await s.db.selectFrom('joint_speakers').select('quote_id').where('speaker_id', '=', from).orderBy('quote_id').execute();
  await s.db.deleteFrom('joint_speakers as j').where('j.speaker_id', '=', from)
    .where((eb) => eb.exists(eb.selectFrom('joint_speakers as o').select('o.place').whereRef('o.quote_id', '=', 'j.quote_id').where('o.speaker_id', '=', into))).execute();
  await s.db.updateTable('joint_speakers').set({ speaker_id: into }).where('speaker_id', '=', from).execute();
  await s.db.deleteFrom('joint_speakers as j').where('j.speaker_id', '=', into)
    .where((eb) => eb.exists(eb.selectFrom('quotes as q').select('q.id').whereRef('q.id', '=', 'j.quote_id').where('q.extracted_speaker_id', '=', into))).execute();
  return ofFrom.map((row) => row.quote_id);
}

/** Counts a speaker's quotes anew: one that two who are one said together is one. */
export async function recountQuotes(s: Session, speakerId: number): Promise<void> {
  const { count } = await s.db.selectFrom(saidBy(s, [speakerId]).as('w')).innerJoin('quotes as q', 'q.id', 'w.quote_id').where('q.dismissed', '=', 0)
    .select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  await s.db.updateTable('speakers').set({ quote_count: count }).where('id', '=', speakerId).execute();
}
