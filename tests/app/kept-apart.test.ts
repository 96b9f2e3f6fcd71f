/** What people did with statements holds, whatever is matched anew around it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeSpeakers, moveQuoteToStatement, resetQuote, setQuoteSpeaker } from '../../src/app/corrections.js';
import { openNewsroom, type Newsroom } from './newsroom.js';

const SAID = '“We will rebuild the old stone bridge by spring at the latest,” said Mayor Ida Lund on Monday.';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
  await room.put({ body: `${SAID} The town waited.`, sourceName: 'A', publisherId: 'a', publishedAt: '2025-01-01' });
  await room.put({ body: `${SAID} Rain fell all day.`, sourceName: 'B', publishedAt: '2025-01-02' });
  await room.put({ body: '“No word of it,” said Ada Lundqvist.', sourceName: 'C' });
});
afterEach(() => room.close());

const statements = async (): Promise<number[]> => (await room.quotes()).map((q) => q.statementId);
const id = async (name: string): Promise<number> => (await room.speaker(name))!.id;

describe('a quote that was taken out of a statement', () => {
  beforeEach(async () => {
    const [q1, q2] = await room.quotes();
    expect(q2.statementId).toBe(q1.statementId);
    await moveQuoteToStatement(room.app, q2.id, null);
  });

  it('is not joined again by the other when their speaker is merged', async () => {
    await mergeSpeakers(room.app, await id('Ida Lund'), await id('Ada Lundqvist'));
    const [s1, s2] = await statements();
    expect(s2).not.toBe(s1);
  });

  it('is not joined again when the speaker of the other is set, and set back', async () => {
    const [q1] = await room.quotes();
    await setQuoteSpeaker(room.app, q1.id, { speakerId: await id('Ada Lundqvist') });
    await resetQuote(room.app, q1.id);
    const [s1, s2] = await statements();
    expect(s2).not.toBe(s1);
  });

  it('is joined again once it is reset itself, or put back', async () => {
    const [q1, q2] = await room.quotes();
    await resetQuote(room.app, q2.id);
    let [s1, s2] = await statements();
    expect(s2).toBe(s1);
    await moveQuoteToStatement(room.app, q2.id, null);
    await moveQuoteToStatement(room.app, q2.id, q1.statementId);
    await resetQuote(room.app, q1.id);
    [s1, s2] = await statements();
    expect(s2).toBe(s1);
  });
});

describe('a quote that was put into a statement', () => {
  it('keeps the company of those that stand there', async () => {
    const [q1, , q3] = await room.quotes();
    await moveQuoteToStatement(room.app, q3.id, q1.statementId);
    await setQuoteSpeaker(room.app, q1.id, { name: 'Bo Ek' });
    const [s1, , s3] = await statements();
    expect([s1, s3]).toEqual([q1.statementId, q1.statementId]);
  });
});

describe('equal short words of one speaker in one article', () => {
  const ONE = '“No,” said Ida Lund.\n\nThe council met.';
  const TWO = `${ONE}\n\n“No,” said Ida Lund.`;

  it('are one statement whether they came at once or by a revision', async () => {
    await room.put({ body: TWO, sourceName: 'At once', publisherId: '1' });
    await room.put({ body: ONE, sourceName: 'By turns', publisherId: '1' });
    await room.put({ body: TWO, sourceName: 'By turns', publisherId: '1' });
    const [a, b, c, d] = (await statements()).slice(-4);
    expect([b, d]).toEqual([a, c]);
  });

  it('stay one when one of them is matched anew', async () => {
    await room.put({ body: TWO, sourceName: 'At once', publisherId: '1' });
    const last = (await room.quotes()).at(-1)!;
    await setQuoteSpeaker(room.app, last.id, null);
    await resetQuote(room.app, last.id);
    const [a, b] = (await statements()).slice(-2);
    expect(b).toBe(a);
  });
});
