/** What a speaker is called: chosen from what articles call them, never from which of them came first. */
import type { SpeakerType } from '../domain/records.js';
import { hasNickname, identityKey } from '../text/names.js';
import { among, grouped } from './session.js';
import type { Session, WriteSession } from './session.js';

interface Form {
  readonly form: string;
  readonly uses: number;
  readonly full_uses: number;
}

/** "The Trump" has no more than Trump: the words that count are those of the key. */
const isOfOneWord = (form: string): boolean => !identityKey(form).includes(' ');
/** "ROBERT HALE" over a turn of a transcript or in a headline; of one word only a person's, for "NATO" is written so. */
const isInCapitals = (type: SpeakerType, form: string): boolean => /\p{Lu}/u.test(form) && !/\p{Ll}/u.test(form) && (type === 'PERSON' || !isOfOneWord(form));
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The best of the full forms: one that fails a later rule goes before one that fails an earlier.
 * 1. one word is no full form of a person who has more  2. the speaker's own before what a merge brought
 * 3. as it is written in a sentence before capitals  4. without a nickname before with one  5. the most used  6. the longest
 * 7. by alphabet
 */
function canonical(type: SpeakerType, forms: readonly Form[], merged: ReadonlySet<string>): string | null {
  const faults = ({ form }: Form): number =>
    (type === 'PERSON' && isOfOneWord(form) ? 8 : 0) + (merged.has(identityKey(form)) ? 4 : 0) + (isInCapitals(type, form) ? 2 : 0) + (hasNickname(form) ? 1 : 0);
  const [best] = forms.filter((f) => f.full_uses > 0)
    .sort((a, b) => faults(a) - faults(b) || b.uses - a.uses || b.form.length - a.form.length || byText(a.form, b.form));
  return best?.form ?? null;
}

/** Of each speaker the keys that are theirs by merges alone. */
async function mergedKeysOf(s: Session, ids: readonly number[]): Promise<Map<number, Set<string>>> {
  const rows = await s.db.selectFrom('speaker_keys').select(['speaker_id', 'key']).where((eb) => among(s, eb.ref('speaker_id'), ids))
    .groupBy(['speaker_id', 'key']).having((eb) => eb.fn.min('merged'), '=', 1).execute();
  return new Map([...grouped(rows, (row) => row.speaker_id)].map(([id, keys]) => [id, new Set(keys.map((row) => row.key))]));
}

/** Names the speakers by the forms that articles use now; one that no article names keeps its name. */
export async function nameSpeakers(s: WriteSession, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const speakers = await s.db.selectFrom('speakers').select(['id', 'name', 'type']).where((eb) => among(s, eb.ref('id'), ids)).execute();
  const rows = await s.db.selectFrom('speaker_forms').select(['speaker_id', 'form', 'uses', 'full_uses']).where((eb) => among(s, eb.ref('speaker_id'), ids)).execute();
  const forms = grouped(rows, (row) => row.speaker_id);
  const merged = await mergedKeysOf(s, ids);
  for (const { id, name, type } of speakers) {
    const found = canonical(type, forms.get(id) ?? [], merged.get(id) ?? new Set());
    if (found === null || found === name) continue;
    await s.db.updateTable('speakers').set({ name: found }).where('id', '=', id).execute();
    s.renamedSpeakers.add(id);
  }
}
