/** Speakers by id and by name. */
import type { SpeakerRecord } from '../domain/records.js';
import { fold } from '../text/fold.js';
import { redirectsOf } from './redirects.js';
import { among, grouped, inOrder } from './session.js';
import type { Session } from './session.js';

export async function speakers(s: Session, ids: readonly number[]): Promise<(SpeakerRecord | null)[]> {
  const redirects = await redirectsOf(s, 'speaker_redirects', ids);
  const wanted = ids.map((id) => redirects.get(id) ?? id);
  const rows = await s.db.selectFrom('speakers').select(['id', 'name', 'type', 'quote_count']).where((eb) => among(s, eb.ref('id'), wanted)).execute();
  const forms = await s.db.selectFrom('speaker_forms').select(['speaker_id', 'form']).where((eb) => among(s, eb.ref('speaker_id'), wanted))
    .orderBy('uses', 'desc').orderBy('form').execute();
  const formsOf = grouped(forms, (row) => row.speaker_id);
  return inOrder(wanted, new Map(rows.map(({ id, name, type, quote_count }) => {
    const aliases = (formsOf.get(id) ?? []).map((row) => row.form).filter((form) => form !== name);
    return [id, { id, name, type, aliases, quoteCount: quote_count }];
  })));
}

export async function speakersByName(s: Session, name: string): Promise<number[]> {
  const rows = await s.db.selectFrom('speaker_forms').select('speaker_id').distinct().where('folded_name', '=', fold(name)).orderBy('speaker_id').limit(2).execute();
  return rows.map((row) => row.speaker_id);
}

/** Names of speakers by id. */
export async function speakerNames(s: Session, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await s.db.selectFrom('speakers').select(['id', 'name']).where((eb) => among(s, eb.ref('id'), ids)).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
