/** A later article joins statements or splits them; ids stay or lead on, and what people did holds. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moveQuoteToStatement, setQuoteSpeaker } from '../../src/app/corrections.js';
import { openNewsroom, type Newsroom } from './newsroom.js';

const FIRST = 'The new ferry terminal opens in April with free parking for bicycles and a heated waiting room';
const MIDDLE = 'The ferry terminal opens in April with free parking for bicycles, a heated waiting room, and the tram line reaches the old stadium by June with trams all night';
const SECOND = 'The tram line reaches the old stadium by June with trams all night';

let room: Newsroom;
beforeEach(async () => (room = await openNewsroom()));
afterEach(() => room.close());

let number = 0;
const put = (words: string, publishedAt = '2025-01-02'): Promise<number> =>
  room.put({ body: `The council met on Monday.\n\n“${words},” said Mayor Ida Lund.\n\nNote ${++number}.`, sourceName: `Source ${number}`, publishedAt });
const statements = async (): Promise<number[]> => (await room.quotes()).map((quote) => quote.statementId);
const touched = async (): Promise<string[]> => (await room.app.store.outbox.after(0, 10_000)).map(({ type, id }) => `${type} ${id}`);

describe('a later article', () => {
  it('does not glue two utterances together that one long quote holds', async () => {
    for (const words of [FIRST, FIRST, SECOND, SECOND, MIDDLE]) await put(words);
    const [a, b, c, d, long] = await statements();
    expect([a, c]).toEqual([b, d]);
    expect(a).not.toBe(c);
    expect([a, c]).toContain(long);
  });

  it('splits them where the long one came first', async () => {
    await put(MIDDLE);
    await put(FIRST);
    await put(SECOND);
    await put(FIRST);
    await put(SECOND);
    const [, b, c, d, e] = await statements();
    expect([b, c]).toEqual([d, e]);
    expect(b).not.toBe(c);
    const all = await room.app.store.read.statements([...new Set(await statements())]);
    expect(all.map((statement) => statement!.sourceCount).sort()).toEqual([2, 3]);
  });

  it('joins two statements, whose higher id leads on to the lower, and tells the index of all that moved', async () => {
    await put('We will rebuild the old stone bridge by spring at the latest');
    await put('Nobody else but our own taxpayers carries the cost, through municipal bonds over twenty years', '2025-01-03');
    const [one, other] = await statements();
    expect(one).not.toBe(other);
    const before = (await touched()).length;
    await room.app.store.write(async (tx) => {
      // What compares the two is not what is tested here.
      await tx.addSamePairs([{ a: 1, b: 2, score: 0.9 }]);
    });
    await put('We will rebuild the old stone bridge by spring at the latest. Nobody else but our own taxpayers carries the cost, through municipal bonds over twenty years');
    const now = await statements();
    expect(new Set(now).size).toBe(1);
    expect(now[0]).toBe(Math.min(one, other));
    expect((await room.app.store.read.statements([other]))[0]).toMatchObject({ id: one, sourceCount: 3 });
    expect((await touched()).slice(before)).toEqual(expect.arrayContaining(['QUOTE 2', `STATEMENT ${one}`, `STATEMENT ${other}`]));
  });

  it('leaves alone what people put into a statement or took out of it', async () => {
    await put(FIRST);
    await put(FIRST);
    await moveQuoteToStatement(room.app, 2, null);
    await put(FIRST);
    const [a, b, c] = await statements();
    expect(a).not.toBe(b);
    expect([a, b]).toContain(c);
    await put(SECOND);
    await moveQuoteToStatement(room.app, 4, a);
    await put(FIRST);
    await put(SECOND);
    const now = await statements();
    expect([now[0], now[3]]).toEqual([a, a]);
    expect(now[1]).toBe(b);
  });
});

it('a quote of another speaker leaves with nobody, and comes back with its old company', async () => {
  await put(FIRST);
  await put(FIRST);
  await put(FIRST);
  const [a] = await statements();
  await setQuoteSpeaker(room.app, 2, { name: 'Bo Ek' });
  const [one, two, three] = await statements();
  expect([one, three]).toEqual([a, a]);
  expect(two).not.toBe(a);
  await setQuoteSpeaker(room.app, 2, { name: 'Ida Lund' });
  expect(await statements()).toEqual([a, a, a]);
});
