/** The sums of forms by which speakers are named and found. */
import { fold, foldedLine } from '../text/fold.js';
import { among, portions } from './session.js';
import type { Session } from './session.js';

export interface FormCount {
  readonly speakerId: number;
  readonly form: string;
  uses: number;
  fullUses: number;
}

/** Adds (or takes away) uses of forms. */
export async function addForms(s: Session, forms: readonly FormCount[]): Promise<void> {
  if (forms.length === 0) return;
  for (const some of portions(forms)) {
    await s.db.insertInto('speaker_forms').values(some.map((c) => ({
      speaker_id: c.speakerId, form: c.form, folded_name: fold(c.form), folded: foldedLine(c.form), uses: c.uses, full_uses: c.fullUses,
    }))).onConflict((oc) => oc.columns(['speaker_id', 'form']).doUpdateSet((eb) => ({
      uses: eb('speaker_forms.uses', '+', eb.ref('excluded.uses')),
      full_uses: eb('speaker_forms.full_uses', '+', eb.ref('excluded.full_uses')),
    }))).execute();
  }
  const ids = [...new Set(forms.map((c) => c.speakerId))];
  await s.db.deleteFrom('speaker_forms').where((eb) => among(s, eb.ref('speaker_id'), ids)).where('uses', '<=', 0).where('full_uses', '<=', 0).execute();
}
