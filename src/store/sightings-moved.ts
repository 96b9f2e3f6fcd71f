/** What articles gave one speaker becomes another's, as far as one name under one type goes. */
import type { SpeakerType } from '../domain/records.js';
import { identityKey } from '../text/names.js';
import { recountQuotes } from './joint-speakers.js';
import { readCandidates, writeCandidates } from './json.js';
import { touch } from './outbox.js';
import { placeKeysAnew } from './quote-keys.js';
import { among, grouped } from './session.js';
import type { Session, WriteSession } from './session.js';
import { addForms } from './speaker-forms.js';
import { nameSpeakers } from './speaker-names.js';
import { recountTypes, typeSpeakers } from './speaker-types.js';

/** Quotes go with what their article calls the speaker; what was set by hand stays. `to` must stand in none of these articles. */
export async function moveSightings(s: WriteSession, key: string, type: SpeakerType, from: number, to: number): Promise<void> {
  const articles = await articlesThatName(s, key, type, from);
  if (articles.length === 0) return;
  // 1. Names, roles and types.
  const forms = await s.db.updateTable('sighting_forms').set({ speaker_id: to }).where('speaker_id', '=', from).where((eb) => among(s, eb.ref('article_id'), articles))
    .returning(['form', 'uses', 'full_uses']).execute();
  for (const table of ['sighting_roles', 'sighting_types'] as const) {
    await s.db.updateTable(table).set({ speaker_id: to }).where('speaker_id', '=', from).where((eb) => among(s, eb.ref('article_id'), articles)).execute();
  }
  for (const { form, uses, full_uses } of forms) {
    await addForms(s, [{ speakerId: from, form, uses: -uses, fullUses: -full_uses }, { speakerId: to, form, uses, fullUses: full_uses }]);
  }
  // 2. Quotes, who says them together, and who might have said them.
  const moved = await s.db.updateTable('quotes').set({ speaker_id: to }).where('speaker_id', '=', from).where('speaker_set', '=', 0)
    .where((eb) => among(s, eb.ref('article_id'), articles)).returning(['id', 'statement_id']).execute();
  await placeKeysAnew(s, moved.map((row) => row.id));
  await s.db.updateTable('quotes').set({ extracted_speaker_id: to }).where('extracted_speaker_id', '=', from).where((eb) => among(s, eb.ref('article_id'), articles)).execute();
  const quotes = await s.db.selectFrom('quotes').select(['id', 'candidates']).where((eb) => among(s, eb.ref('article_id'), articles)).execute();
  await s.db.updateTable('joint_speakers').set({ speaker_id: to }).where('speaker_id', '=', from).where((eb) => among(s, eb.ref('quote_id'), quotes.map((q) => q.id))).execute();
  for (const { id, candidates } of quotes) {
    const named = readCandidates(candidates);
    if (!named.some((candidate) => candidate.speakerId === from)) continue;
    const now = named.map((candidate) => (candidate.speakerId === from ? { ...candidate, speakerId: to } : candidate));
    await s.db.updateTable('quotes').set({ candidates: writeCandidates(now) }).where('id', '=', id).execute();
  }
  // 3. What comes of it.
  for (const id of [from, to]) await recountQuotes(s, id);
  await recountTypes(s, [from, to]);
  await typeSpeakers(s, [from, to]);
  await nameSpeakers(s, [from, to]);
  for (const { statement_id } of moved) if (statement_id !== null) s.staleStatements.add(statement_id);
  s.staleSpeakers.add(from);
  // All that `to` says is to be found by its name.
  s.renamedSpeakers.add(to);
  touch(s, [{ type: 'SPEAKER', id: from }, ...articles.map((id) => ({ type: 'ARTICLE' as const, id }))]);
}

/** Articles that give the speaker this type and no other, and this name alone. */
async function articlesThatName(s: Session, key: string, type: SpeakerType, speakerId: number): Promise<number[]> {
  const typed = await s.db.selectFrom('sighting_types as t').select('t.article_id').where('t.speaker_id', '=', speakerId).where('t.type', '=', type)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('sighting_types as o').select('o.type')
      .whereRef('o.article_id', '=', 't.article_id').whereRef('o.speaker_id', '=', 't.speaker_id').where('o.type', '!=', type)))).execute();
  if (typed.length === 0) return [];
  const forms = await s.db.selectFrom('sighting_forms').select(['article_id', 'form']).where('speaker_id', '=', speakerId).where('full_uses', '>', 0)
    .where((eb) => among(s, eb.ref('article_id'), typed.map((row) => row.article_id))).execute();
  return [...grouped(forms, (row) => row.article_id)].filter(([, named]) => named.every(({ form }) => identityKey(form) === key)).map(([id]) => id);
}
