/** Who is one speaker: what types, hands, merges and the order of articles do to it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dismissQuote, mergeSpeakers, resetQuote, setQuoteSpeaker } from '../../src/app/corrections.js';
import { deleteArticle, ingestArticle } from '../../src/app/ingest.js';
import type { SpeakerType } from '../../src/domain/records.js';
import type { Extractor } from '../../src/extraction/types.js';
import { openNewsroom, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => (room = await openNewsroom()));
afterEach(() => room.close());

/** Reads a text that says "TYPE Name": one quote of one speaker. */
const typed: Extractor = {
  extract: (text) => {
    const [type, ...words] = text.split(' ');
    const name = words.join(' ');
    return {
      noise: [],
      diagnostics: [],
      speakers: [{ name, type: type as SpeakerType, forms: [{ form: name, count: 1 }], roles: [] }],
      quotes: [{
        kind: 'DIRECT', manner: 'SPEECH', content: [{ start: 0, end: text.length }], cue: [], mention: [], speaker: 0, speakers: [0], attributionConfidence: 1, reason: null,
        evidence: [], candidates: [], confidence: 1, nested: [],
      }],
    };
  },
};

/** The sets of articles with one speaker, and the speakers' types, for articles in this order. */
async function partition(bodies: readonly string[]): Promise<string[]> {
  const fresh = await openNewsroom();
  try {
    for (const body of bodies) await ingestArticle({ ...fresh.app, extractor: typed }, { body, sourceName: body });
    const groups = new Map<number, string[]>();
    for (const quote of await fresh.quotes()) groups.set(quote.speakerId!, [...(groups.get(quote.speakerId!) ?? []), quote.text]);
    const ids = [...groups.keys()];
    const speakers = await fresh.app.store.read.speakers(ids);
    return ids.map((id, i) => `${speakers[i]!.type}: ${groups.get(id)!.sort().join(' | ')}`).sort();
  } finally {
    await fresh.close();
  }
}

describe('one key under several types', () => {
  const FULL = ['PERSON Jane Roe', 'UNKNOWN Jane Roe', 'ORGANISATION Jane Roe', 'PERSON Jane  Roe'];
  const SHORT = ['ORGANISATION Baku', 'GROUP Baku', 'PERSON Baku'];

  it('is one speaker where it has several words, of the type that most articles give, in any order', async () => {
    const forward = await partition(FULL);
    expect(forward).toEqual([`PERSON: ${[...FULL].sort().join(' | ')}`]);
    expect(await partition([...FULL].reverse())).toEqual(forward);
  });

  it('is a person and something else where it has one word, in any order', async () => {
    const forward = await partition(SHORT);
    expect(forward).toHaveLength(2);
    expect(await partition([...SHORT].reverse())).toEqual(forward);
  });

  it.each(['PERSON', 'ORGANISATION'])('joins one of unknown type to the %s, in either order', async (type) => {
    const both = [`${type} Calloway`, 'UNKNOWN Calloway'];
    const forward = await partition(both);
    expect(forward).toEqual([`${type}: ${both.join(' | ')}`]);
    expect(await partition([...both].reverse())).toEqual(forward);
  });
});

describe('a word for a person, for a body and for who is unknown', () => {
  const [BODY, PERSON, UNKNOWN] = ['ORGANISATION Tarn', 'PERSON Tarn', 'UNKNOWN Tarn'];
  const put = (body: string) => ingestArticle({ ...room.app, extractor: typed }, { body, sourceName: body });
  const said = async () => new Map((await room.quotes()).map((quote) => [quote.text, quote.speakerId!]));

  it.each([
    [BODY, PERSON, UNKNOWN], [BODY, UNKNOWN, PERSON], [PERSON, BODY, UNKNOWN], [PERSON, UNKNOWN, BODY], [UNKNOWN, BODY, PERSON], [UNKNOWN, PERSON, BODY],
  ])('is two speakers, of whom the person has the unknown: %s, %s, %s', async (...order) => {
    expect(await partition(order)).toEqual([`ORGANISATION: ${BODY}`, `PERSON: ${PERSON} | ${UNKNOWN}`]);
  });

  it('counts and tells anew when the person comes last, and leaves what was set by hand', async () => {
    for (const body of [BODY, UNKNOWN, 'UNKNOWN  Tarn']) await put(body);
    const body = (await said()).get(BODY)!;
    expect(new Set((await said()).values())).toEqual(new Set([body]));
    const byHand = (await room.quotes()).find((quote) => quote.text === 'UNKNOWN  Tarn')!;
    await setQuoteSpeaker(room.app, byHand.id, { speakerId: body });
    await put(PERSON);
    const person = (await said()).get(PERSON)!;
    expect(await said()).toEqual(new Map([[BODY, body], [UNKNOWN, person], ['UNKNOWN  Tarn', body], [PERSON, person]]));
    const { read } = room.app.store;
    expect((await read.speakers([body, person])).map((speaker) => [speaker!.type, speaker!.quoteCount])).toEqual([['ORGANISATION', 2], ['PERSON', 2]]);
    const speakerOf = new Map((await room.quotes()).map((quote) => [quote.id, quote.speakerId]));
    for (const statement of await read.statements(await read.idsAfter('STATEMENT', 0, 10))) expect(statement!.speakerId).toBe(speakerOf.get(statement!.bestQuoteId));
    await resetQuote(room.app, byHand.id);
    expect((await said()).get('UNKNOWN  Tarn')).toBe(person);
  });

  it('stays one where somebody merged them', async () => {
    for (const body of [BODY, UNKNOWN, 'ORGANISATION Tarn Lines']) await put(body);
    const [tarn, lines] = [(await said()).get(BODY)!, (await said()).get('ORGANISATION Tarn Lines')!];
    await mergeSpeakers(room.app, tarn, lines);
    await put(PERSON);
    expect((await said()).get(UNKNOWN)).toBe(lines);
    expect((await said()).get(PERSON)).not.toBe(lines);
  });
});

describe('a speaker whose name a person typed', () => {
  const OFFICIAL = { body: '“We will rebuild the old stone bridge by spring,” an official said.', sourceName: 'A' };
  const NAMED = { body: '“The fish are back in the river,” said Jane Roe.', sourceName: 'B' };

  it.each([['before', [OFFICIAL, null, NAMED]], ['after', [OFFICIAL, NAMED, null]]] as const)('is the one that an article names, where the hand comes %s it', async (_, steps) => {
    for (const step of steps) {
      if (step) await room.put(step);
      else await setQuoteSpeaker(room.app, (await room.quotes())[0].id, { name: 'Dr. Jane Roe' });
    }
    const [a, b] = await room.quotes();
    expect(a.speakerId).toBe(b.speakerId);
    expect(await room.speaker('Jane Roe')).toMatchObject({ id: a.speakerId, type: 'PERSON', quoteCount: 2 });
  });
});

it('a merge holds when all texts of both go and come back', async () => {
  const ida = { publisherId: '1', body: '“We will rebuild the bridge,” said Ida Lund.', sourceName: 'A' };
  const berg = { publisherId: '2', body: '“Nothing to say,” said Ida Lund-Berg.', sourceName: 'A' };
  const first = await room.put(ida);
  await room.put(berg);
  const [kept, gone] = [await room.speaker('Ida Lund'), await room.speaker('Ida Lund-Berg')];
  await mergeSpeakers(room.app, gone!.id, kept!.id);
  await deleteArticle(room.app, first);
  await room.put({ ...berg, body: 'Nothing here at all.' });
  await room.put(berg);
  await room.put(ida);
  expect((await room.quotes()).map((q) => q.speakerId)).toEqual([kept!.id, kept!.id]);
});

it('the statement of a quote that was dismissed leads to the one it gets when it is put back', async () => {
  await room.put({ body: '“We will rebuild the old stone bridge by spring,” said Ida Lund.', sourceName: 'A' });
  const [quote] = await room.quotes();
  await dismissQuote(room.app, quote.id);
  expect(await room.app.store.read.statements([quote.statementId])).toEqual([null]);
  await resetQuote(room.app, quote.id);
  const [again] = await room.quotes();
  expect((await room.app.store.read.statements([quote.statementId]))[0]?.id).toBe(again.statementId);
});
