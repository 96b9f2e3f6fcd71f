/** Long work in a transaction gives way to other requests: what it does between two turns is bounded by time, not by counts. */
import { setImmediate } from 'node:timers/promises';

/** How long this program may work without looking after others, milliseconds: no request notices so much. */
const TURN_MS = 15;

let turnBegan = performance.now();

/** To be called in every loop over quotes, renderings or articles: gives way once the turn is over. */
export async function takeTurns(): Promise<void> {
  if (performance.now() - turnBegan < TURN_MS) return;
  await setImmediate();
  turnBegan = performance.now();
}
