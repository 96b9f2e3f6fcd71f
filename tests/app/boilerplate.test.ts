/** What a source prints on many pages is learned, in whatever order its articles come, and a story that it prints again is not. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { drawOutlet } from '../../benchmarks/reuse/outlets.js';
import { randomFrom } from '../../benchmarks/reuse/random.js';
import { Ids, printed, writeReport } from '../../benchmarks/reuse/report.js';
import { drawHappening } from '../../benchmarks/reuse/sentences.js';
import { TOPICS } from '../../benchmarks/reuse/vocabulary.js';
import { openNewsroom, type Newsroom } from './newsroom.js';

let room: Newsroom;
/** Publisher's id of the last article. */
let number = 0;
beforeEach(async () => {
  room = await openNewsroom();
  number = 0;
});
afterEach(() => room.close());

const random = randomFrom(7);
const ids = new Ids();
const FOOTER = drawOutlet(random).footer.slice(0, 1).concat('The rooms of the Torvik Courier are open on each first Sunday of the month from ten in the morning until the presses start.').join('\n\n');
const story = (): string => printed(writeReport(random, ids, drawHappening(random, random.pick(TOPICS)), 4, []));
const put = (body: string, sourceName: string): Promise<number> => room.put({ body, sourceName, publisherId: String(++number), publishedAt: '2025-03-01' });
const passagesOf = async (a: number, b: number): Promise<string[]> => {
  const [overlap] = await room.app.store.read.articleOverlaps([[a, b]]);
  const [body] = await room.app.store.read.bodies([a]);
  return overlap!.passages.map((passage) => body!.slice(passage.a.start, passage.a.end));
};
const relationOf = async (a: number, b: number): Promise<string> => (await room.app.store.read.articleOverlaps([[a, b]]))[0]!.relation;

it('learns the foot of a page from its third text on, and corrects the articles before', async () => {
  const [a, b] = [await put(`${story()}\n\n${FOOTER}`, 'A'), await put(`${story()}\n\n${FOOTER}`, 'A')];
  expect(await relationOf(a, b)).toBe('PARTIAL_REPRINT');
  const c = await put(`${story()}\n\n${FOOTER}`, 'A');
  const d = await put(`${story()}\n\n${FOOTER}`, 'A');
  for (const [x, y] of [[a, b], [a, c], [b, c], [a, d], [c, d]]) {
    expect((await passagesOf(x, y)).filter((text) => FOOTER.includes(text)), `${x} ${y}`).toEqual([]);
    expect(await relationOf(x, y)).toBe('UNRELATED');
  }
  const [article] = await room.app.store.read.articles([a]);
  expect(article!.boilerplate).toEqual([]);
});

it('still finds what is copied from such a page', async () => {
  const copied = story();
  for (const body of [story(), story(), copied]) await put(`${body}\n\n${FOOTER}`, 'A');
  const other = await put(`${story()}\n\n${copied}`, 'B');
  expect(await relationOf(3, other)).toBe('PARTIAL_REPRINT');
  await room.put({ body: `${copied}\n\n${story()}\n\n${FOOTER}`, sourceName: 'A', publisherId: '1' });
  expect(await relationOf(1, other)).toBe('PARTIAL_REPRINT');
});

it('keeps a story that its source prints again and again', async () => {
  const text = story();
  const [more, longer] = [`${text}\n\n${story().split('\n\n')[0]}`, `${text}\n\n${story().split('\n\n')[1]}`];
  const versions: number[] = [];
  for (const body of [text, more, longer, `${longer} More follows.`]) versions.push(await put(body, 'A'));
  const copy = await put(text, 'B');
  for (const version of versions) expect(await relationOf(version, copy), String(version)).toBe('REPRINT');
});

it('looks no article up but by an index, and no more of them in a larger store', async () => {
  const count = async (): Promise<number> => {
    room.statements.length = 0;
    await put(`${story()}\n\n${FOOTER}`, 'A');
    return room.statements.length;
  };
  for (let i = 0; i < 4; i++) await count();
  const few = await count();
  for (let i = 0; i < 12; i++) await count();
  expect(Math.abs((await count()) - few)).toBeLessThan(25);
});
