import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT, ROOT_KEY, type ReadStore } from '../../src/domain/read-store.js';
import type { WriteStore } from '../../src/domain/write-store.js';
import type { OpenStore } from './store-fixture.js';
import { article, day, first, idsOf, oneStatement, quote, sighting } from './store-fixture.js';

interface Filled {
  readonly ann: number;
  readonly bob: number;
  readonly cat: number;
  /** Said by Ann and Bob, in source 1 on day 1. */
  readonly both: number;
  /** Said by Bob, in source 2 on day 2. */
  readonly own: number;
}

async function fill(tx: WriteStore): Promise<Filled> {
  const [one, two] = [await tx.ensureSource('One', null), await tx.ensureSource('Two', null)];
  const a = await tx.insertArticle(article({ sourceId: one, publishedAt: day(1) }));
  const b = await tx.insertArticle(article({ sourceId: two, publishedAt: day(2), body: 'Another.' }));
  const [ann, bob, cat] = await tx.replaceSightings(a, [sighting('Ann Bell'), sighting('Bob Cole'), sighting('Cat Dole')]);
  await tx.replaceSightings(b, [sighting('Bob Cole')]);
  const both = await tx.insertQuote(a, quote('both', { speakerId: ann, jointSpeakerIds: [bob] }));
  const own = await tx.insertQuote(b, quote('own', { speakerId: bob }));
  return { ann, bob, cat, both, own };
}

/** By speaker: the quotes counted with the speaker, counted and listed under the speaker, and passed by the filter. They agree. */
async function quotesOf(read: ReadStore, speakerIds: readonly number[]): Promise<number[][]> {
  const lists = await read.listQuotes({ type: 'SPEAKER', ids: speakerIds }, {}, 'OLDEST', first(9));
  const counts = await read.countQuotes({ type: 'SPEAKER', ids: speakerIds }, {});
  const speakers = await read.speakers(speakerIds);
  for (const [i, id] of speakerIds.entries()) {
    const ids = idsOf(lists.get(id));
    expect([speakers[i]!.quoteCount, counts.get(id)]).toEqual([ids.length, ids.length]);
    expect(idsOf((await read.listQuotes({ type: 'SPEAKER', ids: [id] }, {}, 'OLDEST', first(9))).get(id))).toEqual(ids);
    expect(idsOf((await read.listQuotes(ROOT, { speakers: [id] }, 'OLDEST', first(9))).get(ROOT_KEY))).toEqual(ids);
    expect((await read.countQuotes(ROOT, { speakers: [id] })).get(ROOT_KEY)).toBe(ids.length);
  }
  return speakerIds.map((id) => idsOf(lists.get(id)));
}

const jointOf = async (read: ReadStore, quoteId: number): Promise<(number | null)[]> => {
  const [record] = await read.quotes([quoteId]);
  return [record!.speakerId, ...record!.jointSpeakerIds];
};

export function jointSpeakerContract(open: () => Promise<OpenStore>): void {
  describe('joint speakers', () => {
    let opened: OpenStore;
    beforeEach(async () => { opened = await open(); });
    afterEach(() => opened.close());

    it('have the quote in their lists, counts and filters, once each, and in the order of the text', async () => {
      const { store } = opened;
      const { ann, bob, cat, both, own } = await store.write(fill);
      const { read } = store;
      expect(await quotesOf(read, [ann, bob, cat])).toEqual([[both], [both, own], []]);
      expect(idsOf((await read.listQuotes(ROOT, { speakers: [ann, bob] }, 'OLDEST', first(9))).get(ROOT_KEY))).toEqual([both, own]);
      const page = (await read.listQuotes({ type: 'SPEAKER', ids: [bob] }, {}, 'NEWEST', first(1))).get(bob)!;
      expect([idsOf(page), page.hasNextPage]).toEqual([[own], true]);
      const rest = (await read.listQuotes({ type: 'SPEAKER', ids: [bob] }, {}, 'NEWEST', first(1, { after: page.items[0].place }))).get(bob)!;
      expect([idsOf(rest), rest.hasNextPage, rest.hasPreviousPage]).toEqual([[both], false, true]);
      const three = await store.write((tx) => tx.insertQuote(1, quote('three', { speakerId: cat, jointSpeakerIds: [bob, ann] })));
      expect(await jointOf(read, three)).toEqual([cat, bob, ann]);
    });

    it('have its statement and source, and are found by the source', async () => {
      const { store } = opened;
      const { ann, bob, cat, both, own } = await store.write(fill);
      const { read } = store;
      const statements = await read.listStatements({ type: 'SPEAKER', ids: [ann, bob, cat] }, {}, 'OLDEST', first(9));
      expect([ann, bob, cat].map((id) => (statements.get(id)?.items ?? []).map(({ record }) => record.bestQuoteId))).toEqual([[both], [both, own], []]);
      expect(await read.countStatements(ROOT, { speakers: [bob] })).toEqual(new Map([[ROOT_KEY, 2]]));
      expect(await read.countSources({ type: 'SPEAKER', ids: [ann, bob, cat] })).toEqual(new Map([[ann, 1], [bob, 2], [cat, 0]]));
      await store.write((tx) => tx.deleteQuotes([own]));
      expect(idsOf(await read.listSpeakers({ sources: [1] }, first(9)))).toEqual([ann, bob]);
      expect(idsOf(await read.listSpeakers({ sources: [2] }, first(9)))).toEqual([]);
      // Within one statement, a speaker of two of its quotes has it once.
      await store.write(async (tx) => oneStatement(tx, [both, await tx.insertQuote(2, quote('again', { speakerId: bob }))]));
      expect(await read.countStatements({ type: 'SPEAKER', ids: [bob] }, {})).toEqual(new Map([[bob, 1]]));
    });

    it('give way to the one set by hand, and come back', async () => {
      const { store } = opened;
      const { ann, bob, cat, both, own } = await store.write(fill);
      const { read } = store;
      await store.write((tx) => tx.setSpeakerByHand(both, cat));
      expect(await jointOf(read, both)).toEqual([cat]);
      expect(await quotesOf(read, [ann, bob, cat])).toEqual([[], [own], [both]]);
      await store.write((tx) => tx.setSpeakerByHand(both, bob));
      expect(await quotesOf(read, [ann, bob, cat])).toEqual([[], [both, own], []]);
      await store.write((tx) => tx.setSpeakerByHand(both, null));
      expect(await jointOf(read, both)).toEqual([null]);
      expect(await quotesOf(read, [ann, bob, cat])).toEqual([[], [own], []]);
      // Read again meanwhile: what the text says now is what comes back.
      await store.write((tx) => tx.updateQuote(both, quote('both', { speakerId: ann, jointSpeakerIds: [bob, cat] })));
      expect(await quotesOf(read, [ann, bob, cat])).toEqual([[], [own], []]);
      await store.write(async (tx) => {
        expect((await tx.correctionOf(both))!.extractedJointSpeakerIds).toEqual([bob, cat]);
        await tx.setSpeakerByHand(both, undefined);
      });
      expect(await jointOf(read, both)).toEqual([ann, bob, cat]);
      expect(await quotesOf(read, [ann, bob, cat])).toEqual([[both], [both, own], [both]]);
    });

    it('follow the text when it is read again, and the quote when it is dismissed or goes', async () => {
      const { store } = opened;
      const { ann, bob, cat, both, own } = await store.write(fill);
      const { read } = store;
      await store.write((tx) => tx.updateQuote(both, quote('both', { speakerId: bob, jointSpeakerIds: [cat] })));
      expect(await jointOf(read, both)).toEqual([bob, cat]);
      expect(await quotesOf(read, [ann, bob, cat])).toEqual([[], [both, own], [both]]);
      await store.write((tx) => tx.setDismissed(both, true));
      expect(await quotesOf(read, [ann, bob, cat])).toEqual([[], [own], []]);
      await store.write((tx) => tx.setDismissed(both, false));
      expect(await quotesOf(read, [bob, cat])).toEqual([[both, own], [both]]);
      await store.write((tx) => tx.deleteArticle(1));
      expect(await quotesOf(read, [bob])).toEqual([[own]]);
      expect(await read.speakers([ann, cat])).toEqual([null, null]);
    });

    it('are merged without doubles, with each other and with the first', async () => {
      const { store } = opened;
      const { ann, bob, cat, both, own } = await store.write(fill);
      const { read } = store;
      const three = await store.write((tx) => tx.insertQuote(1, quote('three', { speakerId: ann, jointSpeakerIds: [bob, cat] })));
      await store.write(async (tx) => expect((await tx.mergeSpeakers(cat, bob)).sort()).toEqual([three]));
      expect(await jointOf(read, three)).toEqual([ann, bob]);
      expect(await quotesOf(read, [ann, bob])).toEqual([[both, three], [both, three, own]]);
      await store.write(async (tx) => expect((await tx.mergeSpeakers(ann, bob)).sort()).toEqual([both, three]));
      expect([await jointOf(read, both), await jointOf(read, three)]).toEqual([[bob], [bob]]);
      expect(await quotesOf(read, [bob])).toEqual([[both, three, own]]);
      expect(await read.countQuotes(ROOT, { speakers: [cat] })).toEqual(new Map([[ROOT_KEY, 3]]));
    });

    it('are touched when they go by another name', async () => {
      const { store } = opened;
      const { both } = await store.write(fill);
      const seq = await store.outbox.lastSeq();
      await store.write(async (tx) => {
        const c = await tx.insertArticle(article({ body: 'A third.' }));
        await tx.replaceSightings(c, [sighting('Bob Cole Junior', { key: 'bob cole', forms: [{ form: 'Bob Cole Junior', count: 9 }] })]);
      });
      expect(await store.outbox.after(seq, 9)).toContainEqual(expect.objectContaining({ type: 'QUOTE', id: both }));
    });

    it('take one look-up for a batch of quotes', async () => {
      const { store } = opened;
      const { both, own } = await store.write(fill);
      opened.statements();
      await store.read.quotes([both]);
      const one = opened.statements();
      await store.read.quotes([both, own]);
      expect(opened.statements()).toBe(one);
    });
  });
}
