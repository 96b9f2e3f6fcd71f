/** How many quotes each speaker has: those of which they are one of the speakers, dismissed ones aside. */
import type { Session } from './session.js';

/** Keeps `quote_count`. */
export async function countQuotes(s: Session, speakerId: number | null, by: number): Promise<void> {
  if (speakerId === null || by === 0) return;
  await s.db.updateTable('speakers').set((eb) => ({ quote_count: eb('quote_count', '+', by) })).where('id', '=', speakerId).execute();
}
