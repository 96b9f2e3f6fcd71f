/** Reprints of many outlets: no pair is lost, and none by a revision that leaves the text as it was. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { groupNearDuplicates } from '../../src/app/near-duplicates.js';
import type { WriteStore } from '../../src/domain/write-store.js';
import { openNewsroom, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => (room = await openNewsroom()));
afterEach(() => room.close());

const TEXT = 'The old stone bridge over the river was closed on Monday after inspectors found cracks in two of its seven arches and the council sent for engineers from the capital to look at the damage before winter came. Traffic was led over the ferry, which runs every quarter of an hour and takes at most forty cars at a time, so that long lines stood on both banks until late in the evening.';
const COUNT = 70;

const overlaps = async (id: number): Promise<number> => (await room.app.store.read.countArticleOverlaps([id])).get(id) ?? 0;

it('relates every two of many identical articles, and keeps that when a byline or an address changes', async () => {
  const ids: number[] = [];
  for (let i = 0; i < COUNT; i++) ids.push(await room.put({ body: TEXT, sourceName: `S${i}`, publisherId: '1', publishedAt: '2025-01-01' }));
  for (const id of [ids[0], ids[COUNT / 2], ids[COUNT - 1]]) expect(await overlaps(id)).toBe(COUNT - 1);
  const [overlap] = await room.app.store.read.articleOverlaps([[ids[3], ids[COUNT - 1]]]);
  expect(overlap).toMatchObject({ relation: 'REPRINT', containmentAInB: 1, nearDuplicate: true });

  await room.put({ body: TEXT, sourceName: 'S0', publisherId: '1', byline: 'By Bo' });
  await room.put({ body: TEXT, sourceName: 'S1', publisherId: '1', url: 'https://s1.example/a' });
  expect(await overlaps(ids[0])).toBe(COUNT - 1);
  expect(await overlaps(ids[1])).toBe(COUNT - 1);
});

it('gives a reprint what its twin shares with others, and a reworded article what it still shares', async () => {
  const longer = `${TEXT} The baker at the landing sold twice as many rolls as on other days and asked for more flour.`;
  const a = await room.put({ body: TEXT, sourceName: 'A', publisherId: '1' });
  const b = await room.put({ body: longer, sourceName: 'B', publisherId: '1' });
  const c = await room.put({ body: TEXT, sourceName: 'C', publisherId: '1' });
  const [ab, cb] = await room.app.store.read.articleOverlaps([[a, b], [c, b]]);
  expect({ ...cb, aId: a }).toEqual(ab);
  await room.put({ body: TEXT.replace('seven', 'nine'), sourceName: 'A', publisherId: '1' });
  expect(await overlaps(a)).toBe(2);
});

it('compares with what an article says now, whatever it said when it was last compared', async () => {
  const a = await room.put({ body: TEXT, sourceName: 'A', publisherId: '1' });
  const b = await room.put({ body: `${TEXT} Rolls were sold.`, sourceName: 'B', publisherId: '1' });
  const other = 'A choir of forty voices sang in the market hall on Sunday while the roof above it was still without slates and rain fell into the organ.';
  await room.put({ body: other, sourceName: 'A', publisherId: '1' });
  const c = await room.put({ body: `${TEXT} Flour was sold out.`, sourceName: 'C', publisherId: '1' });
  const d = await room.put({ body: `${other} It was cold.`, sourceName: 'D', publisherId: '1' });
  const told = await room.app.store.read.articleOverlaps([[a, b], [a, c], [b, c], [a, d]]);
  expect(told.map((overlap) => overlap!.relation)).toEqual(['UNRELATED', 'UNRELATED', 'REPRINT', 'REPRINT']);
});

it('groups what is one text but for noise, whatever joins two of a group', async () => {
  const sentences = TEXT.split(/(?<=\.) /);
  const own = 'A choir of forty voices sang in the market hall on Sunday while the roof above it was still without slates and rain fell into the organ.';
  const ids: number[] = [];
  for (const body of [TEXT, own, sentences[0], `${TEXT.replace('stone', 'wooden')} The baker sold more rolls.`]) ids.push(await room.put({ body, sourceName: `S${ids.length}`, publisherId: '1' }));
  expect(await groupNearDuplicates(room.app.store.read, ids)).toEqual([[ids[0], ids[2], ids[3]], [ids[1]]]);
});

it('does not read anew what only came to another address or date', async () => {
  const body = '“The pier is safe,” said Mayor Ines Calloway.';
  await room.put({ body, sourceName: 'A', publisherId: '1', publishedAt: '2025-01-01' });
  const extract = vi.spyOn(room.app.extractor, 'extract');
  let measured = 0;
  const { write } = room.app.store;
  vi.spyOn(room.app.store, 'write').mockImplementation((work) => write((tx: WriteStore) => {
    const { replaceReuse } = tx;
    tx.replaceReuse = (...given) => (measured++, replaceReuse(...given));
    return work(tx);
  }));
  await room.put({ body, sourceName: 'A', publisherId: '1', publishedAt: '2025-02-02', url: 'https://a.example/1' });
  expect([extract.mock.calls.length, measured]).toEqual([0, 0]);
  const [quote] = await room.quotes();
  expect(quote.publishedAt).toBe('2025-02-02T00:00:00.000Z');
  expect((await room.app.store.read.articles([1]))[0]).toMatchObject({ revision: 2, url: 'https://a.example/1' });
  expect((await room.app.store.outbox.after(0, 99)).map((row) => row.type)).toContain('STATEMENT');

  await room.put({ body, sourceName: 'A', publisherId: '1', byline: 'Ann Lee' });
  expect([extract.mock.calls.length, measured]).toEqual([1, 0]);
});
