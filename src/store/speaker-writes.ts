/** Merging speakers, and removing those that nothing refers to. */
import { mergeJointSpeakers, recountQuotes } from './joint-speakers.js';
import { addRedirect, resolveId } from './redirects.js';
import { placeKeysAnew } from './quote-keys.js';
import { among } from './session.js';
import type { WriteSession } from './session.js';
import { addForms } from './speaker-forms.js';
import { nameSpeakers } from './speaker-names.js';
import { recountTypes, typeSpeakers } from './speaker-types.js';

export async function mergeSpeakers(s: WriteSession, fromId: number, intoId: number): Promise<number[]> {
  const from = await resolveId(s, 'speaker_redirects', fromId);
  const into = await resolveId(s, 'speaker_redirects', intoId);
  if (from === into) return [];
  for (const id of [from, into]) await s.db.selectFrom('speakers').select('id').where('id', '=', id).executeTakeFirstOrThrow();

  // 1. Quotes and statements, whoever chose the speaker.
  const changed = await s.db.updateTable('quotes').set({ speaker_id: into }).where('speaker_id', '=', from).returning('id').execute();
  await s.db.updateTable('quotes').set({ extracted_speaker_id: into }).where('extracted_speaker_id', '=', from).execute();
  await placeKeysAnew(s, changed.map((row) => row.id));
  await s.db.updateTable('statements').set({ speaker_id: into }).where('speaker_id', '=', from).execute();
  const joint = await mergeJointSpeakers(s, from, into);
  await recountQuotes(s, into);

  // 2. Sightings. Both may stand in one article, under one form.
  await s.db.insertInto('sighting_forms').columns(['article_id', 'speaker_id', 'form', 'uses', 'full_uses'])
    .expression((eb) => eb.selectFrom('sighting_forms')
      .select((x) => ['article_id', x.lit(into).as('speaker_id'), 'form', 'uses', 'full_uses']).where('speaker_id', '=', from))
    .onConflict((oc) => oc.columns(['article_id', 'speaker_id', 'form']).doUpdateSet((eb) => ({
      uses: eb('sighting_forms.uses', '+', eb.ref('excluded.uses')),
      full_uses: eb('sighting_forms.full_uses', '+', eb.ref('excluded.full_uses')),
    }))).execute();
  await s.db.deleteFrom('sighting_forms').where('speaker_id', '=', from).execute();
  await s.db.insertInto('sighting_roles').columns(['article_id', 'speaker_id', 'title', 'folded', 'start_at', 'end_at'])
    .expression((eb) => eb.selectFrom('sighting_roles')
      .select((x) => ['article_id', x.lit(into).as('speaker_id'), 'title', 'folded', 'start_at', 'end_at']).where('speaker_id', '=', from))
    .onConflict((oc) => oc.doNothing()).execute();
  await s.db.deleteFrom('sighting_roles').where('speaker_id', '=', from).execute();
  await s.db.insertInto('sighting_types').columns(['article_id', 'speaker_id', 'type'])
    .expression((eb) => eb.selectFrom('sighting_types').select((x) => ['article_id', x.lit(into).as('speaker_id'), 'type']).where('speaker_id', '=', from))
    .onConflict((oc) => oc.doNothing()).execute();
  await s.db.deleteFrom('sighting_types').where('speaker_id', '=', from).execute();
  await recountTypes(s, [from, into]);

  // 3. Forms and keys, so that the next article that names `from` means `into`.
  const forms = await s.db.deleteFrom('speaker_forms').where('speaker_id', '=', from).returning(['form', 'uses', 'full_uses']).execute();
  await addForms(s, forms.map((row) => ({ speakerId: into, form: row.form, uses: row.uses, fullUses: row.full_uses })));
  await s.db.updateTable('speaker_keys').set({ speaker_id: into, merged: 1 }).where('speaker_id', '=', from).execute();
  await s.db.deleteFrom('speakers').where('id', '=', from).execute();
  await addRedirect(s, 'speaker_redirects', from, into);
  await typeSpeakers(s, [into]);
  await nameSpeakers(s, [into]);
  s.staleSpeakers.delete(from);
  return [...new Set([...changed.map((row) => row.id), ...joint])];
}

export async function refreshSpeakers(s: WriteSession, asked: readonly number[]): Promise<number[]> {
  const ids = [...new Set([...asked, ...s.staleSpeakers])];
  s.staleSpeakers.clear();
  if (ids.length === 0) return [];
  await nameSpeakers(s, ids);
  const rows = await s.db.selectFrom('speakers as p').select((eb) => [
    'p.id', 'p.name',
    eb.exists(eb.selectFrom('sighting_forms as f').select('f.form').whereRef('f.speaker_id', '=', 'p.id')).as('named'),
    eb.exists(eb.selectFrom('speaker_forms as f').select('f.form').whereRef('f.speaker_id', '=', 'p.id')).as('has_form'),
    // What a person said of two names holds when a text that has them comes again.
    eb.exists(eb.selectFrom('speaker_redirects as d').select('d.from_id').whereRef('d.into_id', '=', 'p.id')).as('merged'),
    // A dismissed quote counts too: it may be put back.
    eb.exists(eb.selectFrom('quotes as q').select('q.id').whereRef('q.speaker_id', '=', 'p.id')).as('quoted'),
    eb.exists(eb.selectFrom('quotes as q').select('q.id').whereRef('q.extracted_speaker_id', '=', 'p.id')).as('extracted'),
    eb.exists(eb.selectFrom('joint_speakers as j').select('j.quote_id').whereRef('j.speaker_id', '=', 'p.id')).as('joint'),
  ]).where((eb) => among(s, eb.ref('p.id'), ids)).execute();
  const stays = (row: (typeof rows)[number]): boolean => Boolean(row.named || row.quoted || row.extracted || row.joint || row.merged);
  // Whoever stays without any article naming them keeps their name, and is found by it.
  await addForms(s, rows.filter((row) => stays(row) && !row.has_form).map((row) => ({ speakerId: row.id, form: row.name, uses: 0, fullUses: 1 })));
  const gone = rows.filter((row) => !stays(row)).map((row) => row.id);
  if (gone.length > 0) {
    await s.db.deleteFrom('speaker_forms').where((eb) => among(s, eb.ref('speaker_id'), gone)).execute();
    await s.db.deleteFrom('speaker_keys').where((eb) => among(s, eb.ref('speaker_id'), gone)).execute();
    await s.db.deleteFrom('speakers').where((eb) => among(s, eb.ref('id'), gone)).execute();
  }
  return gone;
}
