/** How much a statement that many outlets carry costs when one more joins it, and what merging a speaker of many quotes does. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mergeSpeakers } from '../../src/app/corrections.js';
import type { WriteStore } from '../../src/domain/write-store.js';
import { openNewsroom, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => (room = await openNewsroom()));
afterEach(() => room.close());

const SAID = '“We will rebuild the old stone bridge by spring at the latest and pay for it ourselves,” said Mayor Ida Lund on Monday.';

/** Looks into each transaction's use of the store. */
function watch(look: (tx: WriteStore) => void): void {
  const { write } = room.app.store;
  vi.spyOn(room.app.store, 'write').mockImplementation((work) => write((tx) => {
    look(tx);
    return work(tx);
  }));
}

it('grades only the newcomer where the best rendering stays the best', async () => {
  for (let i = 0; i < 8; i++) await room.put({ body: `${SAID} Note ${i} of the day.`, sourceName: `S${i}`, publishedAt: '2025-01-01' });
  const graded: number[] = [];
  watch((tx) => {
    const { setRenderings } = tx;
    tx.setRenderings = (all) => (graded.push(...all.map(({ renderings }) => renderings.length)), setRenderings(all));
  });
  await room.put({ body: `${SAID} The council met.`, sourceName: 'Last', publishedAt: '2025-01-02' });
  expect(graded.filter((count) => count > 0)).toEqual([1]);
  const quotes = await room.quotes();
  expect(new Set(quotes.map((q) => q.statementId)).size).toBe(1);
  expect(quotes.map((q) => [q.match, q.similarity])).toEqual(quotes.map(() => ['VERBATIM', 1]));
});

it('grades all where a longer wording becomes the best, or the best is worded otherwise', async () => {
  const short = SAID.replace(' and pay for it ourselves', '');
  const first = await room.put({ body: short, sourceName: 'A', publisherId: '1', publishedAt: '2025-01-01' });
  await room.put({ body: `${short} Rain.`, sourceName: 'B', publishedAt: '2025-01-01' });
  await room.put({ body: `${SAID} Snow.`, sourceName: 'C', publishedAt: '2025-01-01' });
  const [a, b, c] = await room.quotes();
  expect([a.statementId, b.statementId]).toEqual([c.statementId, c.statementId]);
  expect(c.similarity).toBe(1);
  expect(a.similarity).toBeLessThan(1);
  expect(a.similarity).toBeGreaterThan(0);
  expect(b.similarity).toBe(a.similarity);
  expect(first).toBe(1);
});

it('settles each statement once when a speaker is merged, and gives way to others meanwhile', async () => {
  const COUNT = 60;
  for (let i = 0; i < COUNT; i++) await room.put({ body: `${SAID} Note ${i} of the day.`, sourceName: `S${i}`, publishedAt: '2025-01-01' });
  await room.put({ body: '“No word of it,” said Ada Lundqvist.', sourceName: 'C' });
  const [ida, ada] = [await room.speaker('Ida Lund'), await room.speaker('Ada Lundqvist')];
  const settled: number[] = [];
  watch((tx) => {
    const { setRenderings } = tx;
    tx.setRenderings = (all) => (settled.push(...all.map(({ statementId }) => statementId)), setRenderings(all));
  });
  let turns = 0;
  const counting = setInterval(() => turns++, 1);
  await mergeSpeakers(room.app, ida!.id, ada!.id);
  clearInterval(counting);
  expect(settled.length).toBeLessThan(6);
  expect(turns).toBeGreaterThan(2);
  const quotes = await room.quotes();
  expect(new Set(quotes.slice(0, COUNT).map((q) => q.statementId)).size).toBe(1);
  expect((await room.app.store.read.speakers([ada!.id]))[0]!.quoteCount).toBe(COUNT + 1);
});
