import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SpeakerType } from '../../src/domain/records.js';
import type { OpenStore } from './store-fixture.js';
import { article, day, quote, sighting } from './store-fixture.js';

const role = (title: string, start: number) => ({ title, span: { start, end: start + title.length } });

export function speakerContract(open: () => Promise<OpenStore>): void {
  describe('speakers and roles', () => {
    let opened: OpenStore;
    beforeEach(async () => { opened = await open(); });
    afterEach(() => opened.close());

    it('is one speaker a key and type, named by the most used full form', async () => {
      const { store } = opened;
      await store.write(async (tx) => {
        const [one, two] = [await tx.insertArticle(article()), await tx.insertArticle(article())];
        const [ilham, baku] = await tx.replaceSightings(one, [
          sighting('Ilham Aliyev', { key: 'aliyev', forms: [{ form: 'Ilham Aliyev', count: 2 }, { form: 'Aliyev', count: 9 }] }),
          sighting('Baku', { key: 'baku', type: 'ORGANISATION' }),
        ]);
        const again = await tx.replaceSightings(two, [sighting('Ilham Əliyev', { key: 'aliyev' }), sighting('Baku', { key: 'baku', type: 'PERSON' })]);
        expect(again[0]).toBe(ilham);
        expect(again[1]).not.toBe(baku);
        expect((await tx.speakers([ilham]))[0]).toEqual({ id: ilham, name: 'Ilham Aliyev', type: 'PERSON', aliases: ['Aliyev', 'Ilham Əliyev'], quoteCount: 0 });
        expect(await tx.sightedSpeakers(two)).toEqual([...again].sort());
        // The first article is read again and says it otherwise: what it gave is gone.
        await tx.replaceSightings(one, [sighting('President Aliyev', { key: 'aliyev' })]);
        expect((await tx.speakers([ilham]))[0]).toMatchObject({ name: 'Ilham Əliyev', aliases: ['President Aliyev'] });
      });
      expect(await store.read.speakers([2])).toEqual([null]); // Baku the organisation: nothing names it now
      expect(await store.read.speakersByName('ilham ƏLIYEV')).toEqual([1]);
      expect(await store.read.speakersByName('Aliyev')).toEqual([]);
    });

    it('names a person by more than one word where there are more', async () => {
      const { store } = opened;
      await store.write(async (tx) => {
        const a = await tx.insertArticle(article());
        const b = await tx.insertArticle(article());
        const [id] = await tx.replaceSightings(a, [sighting('Putin', { key: 'p', forms: [{ form: 'Putin', count: 20 }] })]);
        await tx.replaceSightings(b, [sighting('Vladimir Putin', { key: 'p' })]);
        expect((await tx.speakers([id]))[0]!.name).toBe('Vladimir Putin');
      });
    });

    it('has the type that most articles give it, of those that are there', async () => {
      const { store } = opened;
      const typed = (type: SpeakerType): Promise<number> => store.write(async (tx) => {
        const id = await tx.insertArticle(article());
        await tx.replaceSightings(id, [sighting('Red Cross', { type })]);
        return id;
      });
      const typeNow = async (id = 1): Promise<SpeakerType> => (await store.read.speakers([id]))[0]!.type;
      const [person, , organisation] = [await typed('PERSON'), await typed('UNKNOWN'), await typed('ORGANISATION')];
      expect(await typeNow()).toBe('PERSON'); // the first of two that are equally many
      const second = await typed('ORGANISATION');
      expect(await typeNow()).toBe('ORGANISATION');
      await store.write(async (tx) => void (await tx.replaceSightings(second, [sighting('Red Cross', { type: 'PERSON' })])));
      expect(await typeNow()).toBe('PERSON');
      await store.write(async (tx) => {
        await tx.replaceSightings(person, []);
        await tx.replaceSightings(second, []);
      });
      expect(await typeNow()).toBe('ORGANISATION');
      // Merged into one that three articles call a group.
      const group = await store.write(async (tx) => {
        for (const _ of [1, 2, 3]) await tx.replaceSightings(await tx.insertArticle(article()), [sighting('The Cross', { type: 'GROUP' })]);
        const [id] = await tx.replaceSightings(await tx.insertArticle(article()), [sighting('The Cross', { type: 'GROUP' })]);
        await tx.mergeSpeakers(id, 1);
        return id;
      });
      expect([await typeNow(), await typeNow(group)]).toEqual(['GROUP', 'GROUP']);
      await store.write(async (tx) => void (await tx.replaceSightings(organisation, [])));
      expect(await typeNow()).toBe('GROUP');
    });

    it('keeps a speaker that a person typed while a quote is theirs, and drops one that nothing names', async () => {
      const { store } = opened;
      await store.write(async (tx) => {
        const typed = await tx.ensureSpeaker('jo dee', 'PERSON', 'Jo Dee');
        expect(await tx.ensureSpeaker('jo dee', 'PERSON', 'jo dee')).toBe(typed);
        const a = await tx.insertArticle(article());
        const [named] = await tx.replaceSightings(a, [sighting('Ann Bell')]);
        await tx.replaceSightings(a, []);
        const said = await tx.insertQuote(a, quote('Never'));
        await tx.setSpeakerByHand(said, typed);
        expect(await tx.refreshSpeakers([typed, named])).toEqual([named]);
        expect((await tx.speakers([typed]))[0]).toMatchObject({ name: 'Jo Dee', aliases: [] });
      });
      expect(await store.read.speakersByName('JO DEE')).toEqual([1]);
      await store.write(async (tx) => {
        await tx.setSpeakerByHand(1, undefined);
        expect(await tx.refreshSpeakers([1])).toEqual([1]);
      });
      expect(await store.read.speakersByName('JO DEE')).toEqual([]);
      expect((await store.outbox.after(0, 9))).toEqual([]); // the use case was told who went, and tells the index
    });

    it('merges speakers: quotes, names, keys and ids lead to the one that stays', async () => {
      const { store } = opened;
      await store.write(async (tx) => {
        const a = await tx.insertArticle(article({ publishedAt: day(1) }));
        const b = await tx.insertArticle(article({ publishedAt: day(2) }));
        const [x, y] = await tx.replaceSightings(a, [sighting('Ann Bell', { roles: [role('Mayor', 5)] }), sighting('Annie Bell', { roles: [role('mayor', 5), role('Member', 50)] })]);
        const [z] = await tx.replaceSightings(b, [sighting('A. Bell')]);
        const q1 = await tx.insertQuote(a, quote('one', { speakerId: y }));
        const q2 = await tx.insertQuote(b, quote('two', { speakerId: x }));
        const q3 = await tx.insertQuote(b, quote('three', { speakerId: z }));
        await tx.setSpeakerByHand(q2, y);
        expect(await tx.mergeSpeakers(y, x)).toEqual([q1, q2]);
        expect(await tx.mergeSpeakers(x, z)).toEqual([q1, q2]);
        expect(await tx.mergeSpeakers(y, z)).toEqual([]);
        expect((await tx.speakers([x, y, z])).map((s) => [s!.id, s!.quoteCount])).toEqual([[z, 3], [z, 3], [z, 3]]);
        expect((await tx.speakers([z]))[0]!.aliases).toHaveLength(2);
        expect((await tx.quotes([q1, q2, q3])).map((q) => q!.speakerId)).toEqual([z, z, z]);
        expect((await tx.statements([1]))[0]!.speakerId).toBe(z);
        expect((await tx.correctionOf(q2))!.setSpeakerId).toBe(z);
        expect((await tx.roles([z]))[0].map((r) => r.title)).toEqual(['Mayor', 'Member']);
        // Read again, the article's names mean the one that stays; so does an old id given by hand or in a filter.
        expect(await tx.replaceSightings(a, [sighting('Ann Bell'), sighting('Annie Bell')])).toEqual([z, z]);
        await tx.setSpeakerByHand(q3, y);
        expect((await tx.quotes([q3]))[0]!.speakerId).toBe(z);
        expect([...(await tx.countQuotes({ type: 'ARTICLE', ids: [a] }, { speakers: [y] }))]).toEqual([[a, 1]]);
      });
    });

    it('gathers roles over articles, the same title once, and tells which was held', async () => {
      const { store } = opened;
      await store.write(async (tx) => {
        const ids = [];
        for (const date of [day(20), day(10), null, day(15)]) ids.push(await tx.insertArticle(article({ publishedAt: date })));
        const [late, early, undated, between] = ids;
        const [ann] = await tx.replaceSightings(late, [sighting('Ann Bell', { roles: [role('Prime Minister', 4), role('leader', 90)] })]);
        await tx.replaceSightings(early, [sighting('Ann Bell', { roles: [role('prime minister', 7)] })]);
        await tx.replaceSightings(undated, [sighting('Ann Bell', { roles: [role('Chair', 1)] })]);
        await tx.replaceSightings(between, [sighting('Ann Bell')]);
        const pm = { speakerId: ann, title: 'prime minister', firstSeen: day(10), lastSeen: day(20), articleId: early, span: { start: 7, end: 21 } };
        const leader = { speakerId: ann, title: 'leader', firstSeen: day(20), lastSeen: day(20), articleId: late, span: { start: 90, end: 96 } };
        const chair = { speakerId: ann, title: 'Chair', firstSeen: null, lastSeen: null, articleId: undated, span: { start: 1, end: 6 } };
        expect(await tx.roles([99, ann])).toEqual([[], [leader, pm, chair]]);
        const at = (articleId: number, start: number) => tx.insertQuote(articleId, quote('said', { speakerId: ann, content: [{ start, end: start + 4 }] }));
        const quotes = [await at(late, 50), await at(late, 120), await at(undated, 9), await at(between, 3)];
        const nobody = await tx.insertQuote(late, quote('none'));
        expect(await tx.rolesAtQuotes([...quotes, nobody])).toEqual([pm, leader, chair, pm, null]);
      });
    });
  });
}
