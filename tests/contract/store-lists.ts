import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleFilter, QuoteFilter, SpeakerFilter, StatementFilter } from '../../src/domain/filters.js';
import { ROOT, ROOT_KEY } from '../../src/domain/read-store.js';
import type { OpenStore } from './store-fixture.js';
import { article, day, first, idsOf, oneStatement, quote, sighting } from './store-fixture.js';

/*
 * Sources 1 and 2; articles 1 (source 1, day 1), 2 (source 2, day 2), 3 (source 1, day 3), 4 (no source, no date).
 * Speakers 1 Ann Bell, 2 the ministry. Quotes by article:
 *   1: q1 Ann DIRECT "Rain will come"   q2 ministry INDIRECT "no rain"
 *   2: q3 Ann INDIRECT "rain would come, she said"
 *   3: q4 nobody DIRECT ATTITUDE "Café prices rise"
 *   4: q5 Ann DIRECT "Never"
 * Statements: s1 = q1 + q3, s2 = q2, s4 = q4, s5 = q5.
 */
async function fill({ store }: OpenStore): Promise<void> {
  await store.write(async (tx) => {
    const [one, two] = [await tx.ensureSource('One', null), await tx.ensureSource('Two', null)];
    const ids = [
      await tx.insertArticle(article({ sourceId: one, publishedAt: day(1), title: 'Weather', body: 'It may rain 100% of the time.' })),
      await tx.insertArticle(article({ sourceId: two, publishedAt: day(2), title: 'Élan vital', body: 'Rainy days.' })),
      await tx.insertArticle(article({ sourceId: one, publishedAt: day(3), title: null, body: 'Prices, rain and élan.' })),
      await tx.insertArticle(article({ title: 'Undated', body: 'Nothing.' })),
    ];
    const named = [sighting('Ann Bell', { forms: [{ form: 'Ann Bell', count: 1 }, { form: 'Dr Bell', count: 1 }] }), sighting('the ministry', { type: 'ORGANISATION' })];
    const [ann, ministry] = await tx.replaceSightings(ids[0], named);
    const at = (start: number) => ({ content: [{ start, end: start + 5 }] });
    const q1 = await tx.insertQuote(ids[0], quote('“Rain will come”', { speakerId: ann, ...at(20) }));
    await tx.insertQuote(ids[0], quote('no rain', { speakerId: ministry, kind: 'INDIRECT', ...at(4) }));
    const q3 = await tx.insertQuote(ids[1], quote('rain would come, she said', { speakerId: ann, kind: 'INDIRECT' }));
    await tx.insertQuote(ids[2], quote('Café prices rise', { manner: 'ATTITUDE' }));
    await tx.insertQuote(ids[3], quote('Never', { speakerId: ann }));
    await oneStatement(tx, [q1, q3]);
  });
}

export function listContract(open: () => Promise<OpenStore>): void {
  describe('lists and filters', () => {
    let opened: OpenStore;
    beforeEach(async () => {
      opened = await open();
      await fill(opened);
    });
    afterEach(() => opened.close());

    it('filters articles', async () => {
      const { read } = opened.store;
      const cases: [ArticleFilter, number[]][] = [
        [{}, [3, 2, 1, 4]],
        [{ sources: [], published: null, text: null }, [3, 2, 1, 4]],
        [{ published: {} }, [3, 2, 1, 4]],
        [{ sources: [1] }, [3, 1]],
        [{ published: { from: day(1), to: day(3) } }, [2, 1]],
        [{ published: { to: day(9) } }, [3, 2, 1]],
        [{ text: 'RAIN' }, [3, 1]],
        [{ text: 'elan' }, [3, 2]],
        [{ text: 'weather rain' }, [1]],
        [{ text: '100% _' }, [1]],
        [{ text: '%' }, [3, 2, 1, 4]],
        [{ text: 'ra_n' }, []],
        [{ sources: [1, 2], text: 'vital' }, [2]],
      ];
      for (const [filter, ids] of cases) {
        expect(idsOf((await read.listArticles(ROOT, filter, 'NEWEST', first(9))).get(ROOT_KEY)), JSON.stringify(filter)).toEqual(ids);
        expect((await read.countArticles(ROOT, filter)).get(ROOT_KEY), JSON.stringify(filter)).toBe(ids.length);
      }
      expect(idsOf((await read.listArticles(ROOT, {}, 'OLDEST', first(9))).get(ROOT_KEY))).toEqual([1, 2, 3, 4]);
      const under = await read.listArticles({ type: 'SOURCE', ids: [2, 1, 7] }, {}, 'NEWEST', first(9));
      expect([...under].map(([id, page]) => [id, idsOf(page)])).toEqual([[2, [2]], [1, [3, 1]], [7, []]]);
    });

    it('refuses a filter text that no database would take', async () => {
      const { read } = opened.store;
      const words = Array.from({ length: 3_000 }, (_, i) => `w${i}`).join(' ');
      await expect(read.listArticles(ROOT, { text: words }, 'NEWEST', first(9))).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
      expect((await read.countArticles(ROOT, { sources: Array.from({ length: 50_000 }, (_, i) => i + 1) })).get(ROOT_KEY)).toBe(3);
    });

    it('filters quotes', async () => {
      const { read } = opened.store;
      const cases: [QuoteFilter, number[]][] = [
        [{}, [4, 3, 1, 2, 5]],
        [{ speakers: [1] }, [3, 1, 5]],
        [{ speakers: [1, 2], sources: [1] }, [1, 2]],
        [{ kinds: ['INDIRECT'] }, [3, 2]],
        [{ manners: ['ATTITUDE', 'WRITING'] }, [4]],
        [{ attributed: false }, [4]],
        [{ attributed: true, published: { from: day(2) } }, [3]],
        [{ text: 'cafe PRICES' }, [4]],
        [{ text: 'ain' }, []],
        [{ speakers: [1], kinds: ['DIRECT'], published: { to: day(2) }, text: 'come' }, [1]],
      ];
      for (const [filter, ids] of cases) {
        expect(idsOf((await read.listQuotes(ROOT, filter, 'NEWEST', first(9))).get(ROOT_KEY)), JSON.stringify(filter)).toEqual(ids);
        expect((await read.countQuotes(ROOT, filter)).get(ROOT_KEY), JSON.stringify(filter)).toBe(ids.length);
      }
      const inText = await read.listQuotes({ type: 'ARTICLE', ids: [1, 2] }, {}, 'TEXT', first(9));
      expect([idsOf(inText.get(1)), idsOf(inText.get(2))]).toEqual([[2, 1], [3]]);
      const renderings = await read.listQuotes({ type: 'STATEMENT', ids: [1, 2] }, { sources: [2] }, 'OLDEST', first(9));
      expect([idsOf(renderings.get(1)), idsOf(renderings.get(2))]).toEqual([[3], []]);
      expect([...(await read.countQuotes({ type: 'SPEAKER', ids: [1, 2] }, { kinds: ['INDIRECT'] }))]).toEqual([[1, 1], [2, 1]]);
    });

    it('filters statements where one rendering meets all of it', async () => {
      const { read } = opened.store;
      const cases: [StatementFilter, number[]][] = [
        [{}, [4, 1, 2, 5]],
        [{ speakers: [1] }, [1, 5]],
        [{ sources: [2] }, [1]],
        [{ sources: [2], text: 'will' }, []], // the words stand in the other rendering
        [{ sources: [1], text: 'will' }, [1]],
        [{ published: { from: day(2), to: day(3) } }, [1]],
        [{ minSources: 2 }, [1]],
        [{ minSources: 2, sources: [2], text: 'would' }, [1]],
        [{ minSources: 1 }, [4, 1, 2]],
        [{ text: 'never' }, [5]],
      ];
      for (const [filter, ids] of cases) {
        expect(idsOf((await read.listStatements(ROOT, filter, 'NEWEST', first(9))).get(ROOT_KEY)), JSON.stringify(filter)).toEqual(ids);
        expect((await read.countStatements(ROOT, filter)).get(ROOT_KEY), JSON.stringify(filter)).toBe(ids.length);
      }
      expect(idsOf((await read.listStatements(ROOT, {}, 'OLDEST', first(9))).get(ROOT_KEY))).toEqual([1, 2, 4, 5]);
      expect(idsOf((await read.listStatements(ROOT, {}, 'MOST_SOURCES', first(9))).get(ROOT_KEY))).toEqual([1, 2, 4, 5]);
      const ofArticle = await read.listStatements({ type: 'ARTICLE', ids: [1, 2] }, {}, 'TEXT', first(9));
      expect([idsOf(ofArticle.get(1)), idsOf(ofArticle.get(2))]).toEqual([[2, 1], [1]]);
      const ofSpeaker = await read.listStatements({ type: 'SPEAKER', ids: [2, 1] }, { minSources: 1 }, 'NEWEST', first(9));
      expect([idsOf(ofSpeaker.get(1)), idsOf(ofSpeaker.get(2))]).toEqual([[1], [2]]);
      expect([...(await read.countStatements({ type: 'SPEAKER', ids: [1] }, {}))]).toEqual([[1, 2]]);
    });

    it('lists speakers and sources, the most first', async () => {
      const { read } = opened.store;
      const cases: [SpeakerFilter, number[]][] = [
        [{}, [1, 2]], [{ types: ['ORGANISATION'] }, [2]], [{ sources: [2] }, [1]], [{ name: 'bell dr' }, [1]], [{ name: 'ann dr' }, []], [{ name: 'min' }, []],
      ];
      for (const [filter, ids] of cases) {
        expect(idsOf(await read.listSpeakers(filter, first(9))), JSON.stringify(filter)).toEqual(ids);
        expect(await read.countSpeakers(filter)).toBe(ids.length);
      }
      expect(idsOf((await read.listSources(ROOT, first(9))).get(ROOT_KEY))).toEqual([1, 2]);
      const quoting = await read.listSources({ type: 'SPEAKER', ids: [1, 2] }, first(9));
      expect([idsOf(quoting.get(1)), idsOf(quoting.get(2))]).toEqual([[1, 2], [1]]);
      expect([...(await read.countSources({ type: 'STATEMENT', ids: [1, 5] }))]).toEqual([[1, 2], [5, 0]]);
    });

    it('tells the facts of quotes for search documents', async () => {
      const { read } = opened.store;
      expect(await read.quoteFacts('ARTICLE', [1, 4, 9])).toEqual([
        { speakerIds: [1, 2], sourceIds: [1], kinds: ['DIRECT', 'INDIRECT'], manners: ['SPEECH'] },
        { speakerIds: [1], sourceIds: [], kinds: ['DIRECT'], manners: ['SPEECH'] },
        { speakerIds: [], sourceIds: [], kinds: [], manners: [] },
      ]);
      expect(await read.idsAfter('STATEMENT', 1, 2)).toEqual([2, 4]);
    });

    it('finds the quotes that hold words in a row', async () => {
      const { read } = opened.store;
      const ids = async (text: string, filter: QuoteFilter = {}, limit = 9) => (await read.quotesHolding(text, filter, limit)).map((q) => q.id);
      expect(await ids('RAIN')).toEqual([2, 1, 3]);
      expect(await ids('rain will, come!')).toEqual([1]);
      expect(await ids('come rain')).toEqual([]);
      expect(await ids('rai')).toEqual([]);
      expect(await ids('cafe')).toEqual([4]);
      expect(await ids('rain', { kinds: ['INDIRECT'] })).toEqual([2, 3]);
      expect(await ids('rain', {}, 1)).toEqual([2]);
      expect([await ids('%'), await ids(''), await ids('ra_n')]).toEqual([[], [], []]);
      expect(await ids('word '.repeat(2_000))).toEqual([]);
    });

    it('finds candidates by speaker, time and shared keys', async () => {
      const { store } = opened;
      await store.write(async (tx) => {
        const far = await tx.insertArticle(article({ publishedAt: day(300), body: `${'x'.repeat(500)}QUOTE${'y'.repeat(500)}` }));
        await tx.insertQuote(far, quote('QUOTE', { matchKeys: [7, 8, 4_294_967_295], content: [{ start: 500, end: 505 }] })); // q6
        await tx.insertQuote(far, quote('other', { speakerId: 1, matchKeys: [7] })); // q7
      });
      const ask = (fields: object) => store.read.candidates({ speakerId: 1, publishedAt: day(2), windowDays: 30, keys: [7, 4_294_967_295], mostPerKey: 9, excludeQuoteIds: [], limit: 9, ...fields });
      const ids = async (fields: object) => (await ask(fields)).map((c) => c.id);
      expect(await ids({})).toEqual([]); // q6 and q7 are out of the window
      expect(await ids({ publishedAt: null })).toEqual([6, 7]); // q7 shares one key, and its speaker is the same
      expect(await ids({ publishedAt: day(299) })).toEqual([6, 7]);
      expect(await ids({ publishedAt: day(299), speakerId: 2 })).toEqual([6]);
      expect(await ids({ publishedAt: null, excludeQuoteIds: [6] })).toEqual([7]);
      expect(await ids({ publishedAt: null, limit: 1 })).toEqual([6]);
      expect(await ids({ publishedAt: null, keys: [] })).toEqual([]);
      expect(await ids({ keys: [7, 9], publishedAt: day(299), speakerId: null })).toEqual([]);
      const [found] = await ask({ keys: [8, 7], publishedAt: day(299), speakerId: null });
      expect([found.start, found.end, found.text, found.speakerName]).toEqual([500, 505, 'QUOTE', null]);
      expect((await ask({ publishedAt: null }))[1].speakerName).toBe('Ann Bell');
    });
  });
}
