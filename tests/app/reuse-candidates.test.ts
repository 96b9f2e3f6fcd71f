import { expect, it } from 'vitest';
import { ARTICLES_A_HASH, sharingStatements, sharingText } from '../../src/app/reuse-candidates.js';
import { openNewsroom } from './newsroom.js';

const holders = (...all: number[][]): number[][] => all;

it('names those that share most hashes first, then the lower id, and never the article itself', () => {
  expect(sharingText(9, holders([9, 4, 2], [4, 2], [4], [3], [9]))).toEqual([4, 2, 3]);
});

it('passes over what shares only what many have', () => {
  const everybody = Array.from({ length: ARTICLES_A_HASH }, (_, i) => 100 - i);
  expect(sharingText(1, Array.from({ length: 7 }, () => everybody))).toEqual([]);
  expect(sharingText(1, Array.from({ length: 8 }, () => everybody))).toHaveLength(ARTICLES_A_HASH - 1);
  expect(sharingText(1, holders([2, 3, 4, 5]))).toEqual([]);
  expect(sharingText(1, holders([2, 3, 4]))).toEqual([2, 3, 4]);
});

it('names an article that has half of the statements of the one with fewer, from either of the two, whatever else they are about', async () => {
  const room = await openNewsroom();
  try {
    const [bridge, bill, pilots] = ['We will reopen the eastern bridge before the first snow falls', 'Nobody in the valley will be left alone with the bill for the flood',
      'The harbour pilots asked for a third tugboat and they shall have it'].map((words) => `“${words},” said Mayor Ines Calloway.`);
    const put = (sourceName: string, title: string, own: string, ...quotes: readonly string[]): Promise<number> =>
      room.put({ title, body: [own, ...quotes].join('\n\n'), sourceName, publisherId: '1', publishedAt: '2025-05-02' });
    const two = await put('A', 'Granite from Pelsworth goes by way of Ostrin and Lubeck',
      'Masons from Pelsworth came with carts of granite over Ostrin and Lubeck, where the Verrin quarry keeps forty oxen and a smithy for the wheels.', bridge, bill);
    const one = await put('B', 'Rowers of Tarnby beat Quillon and Marwick', 'The eight of Tarnby won the cup of Lake Sorrel for the ninth time, a length ahead of Quillon and two ahead of Marwick.', bridge);
    const other = await put('C', 'Kestrels nest on the spire of Holmgate', 'Twitchers from Dunmore and Fenwick saw a pair of kestrels on the spire of Holmgate, the first since Bishop Arvid had it tarred.', bill, pilots);
    const candidates = async (id: number): Promise<number[]> => [...(await room.app.store.write((tx) => sharingStatements(tx, id)))].sort((x, y) => x - y);
    expect(await candidates(two)).toEqual([one, other]);
    expect(await candidates(one)).toEqual([two]);
    expect(await candidates(other)).toEqual([two]);
  } finally {
    await room.close();
  }
});
