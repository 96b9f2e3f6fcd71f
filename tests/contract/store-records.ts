import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenStore } from './store-fixture.js';
import { article, day, first, idsOf, oneStatement, quote, reuse, sighting } from './store-fixture.js';
import { ROOT, ROOT_KEY } from '../../src/domain/read-store.js';

export function recordContract(open: () => Promise<OpenStore>): void {
  describe('sources, articles, quotes and statements', () => {
    let opened: OpenStore;
    beforeEach(async () => { opened = await open(); });
    afterEach(() => opened.close());

    it('takes a source by its domain, else by its name where that has no other domain', async () => {
      const { store } = opened;
      await store.write(async (tx) => {
        const plain = await tx.ensureSource('The Courier', null);
        expect(await tx.ensureSource('the COURIER', 'Courier.example')).toBe(plain);
        expect(await tx.ensureSource('Courier Online', 'courier.example')).toBe(plain);
        const other = await tx.ensureSource('The Courier', 'courier.test');
        expect(other).not.toBe(plain);
        expect(await tx.findSource('The Courier', null)).toBe(plain);
        expect(await tx.findSource('Nobody', 'nobody.example')).toBeNull();
      });
      expect(await store.read.sourcesByName('the courier')).toHaveLength(2);
      expect(await store.read.sourcesByDomain('COURIER.example')).toEqual([1]);
      expect(await store.read.sources([2, 99, 1])).toEqual([
        { id: 2, name: 'The Courier', domain: 'courier.test' }, null, { id: 1, name: 'The Courier', domain: 'courier.example' },
      ]);
    });

    it('finds an article by publisher id, url and body, and keeps ids over revisions', async () => {
      const { store } = opened;
      const id = await store.write(async (tx) => {
        const a = await tx.ensureSource('A', null);
        const b = await tx.ensureSource('B', null);
        const made = await tx.insertArticle(article({ sourceId: a, publisherId: 'x1', url: 'https://a.example/1', body: 'First text.', boilerplate: [{ start: 0, end: 5 }] }));
        const q = await tx.insertQuote(made, quote('kept'));
        expect(await tx.articleByPublisherId(b, 'x1')).toBeNull();
        expect(await tx.articleByPublisherId(null, 'x1')).toBeNull();
        expect((await tx.articleByPublisherId(a, 'x1'))?.id).toBe(made);
        const known = await tx.articleByUrl('https://a.example/1');
        expect(known).toMatchObject({ id: made, revision: 1, sourceId: a });
        expect((await tx.articleByBody(a, known!.bodyHash))?.id).toBe(made);
        expect(await tx.articleByBody(b, known!.bodyHash)).toBeNull();
        expect(await tx.reviseArticle(made, article({ sourceId: b, publishedAt: day(3), body: 'Second text.' }))).toBe(2);
        expect((await tx.quotes([q]))[0]).toMatchObject({ sourceId: b, publishedAt: day(3) });
        return made;
      });
      expect(await store.read.articles([id])).toMatchObject([{ id, revision: 2, sourceId: 2, publishedAt: day(3), boilerplate: [] }]);
      expect(await store.read.bodies([id, 77])).toEqual(['Second text.', null]);
      expect(await store.read.bodySizes([77, id])).toEqual([0, 12]);
      expect([...(await store.read.articleCounts([1, 2]))]).toEqual([[1, 0], [2, 1]]);
      expect(await store.read.articlesByUrl('https://a.example/1')).toEqual([]);
      // The statement's numbers follow the article.
      const [page] = (await store.read.listStatements(ROOT, { published: { from: day(3), to: day(4) }, minSources: 1 }, 'NEWEST', first(5))).values();
      expect(idsOf(page)).toHaveLength(1);
    });

    it('gives back a quote as it was put in', async () => {
      const { store } = opened;
      const id = await store.write(async (tx) => {
        const a = await tx.insertArticle(article({ publishedAt: day(1) }));
        const [speaker] = await tx.replaceSightings(a, [sighting('Ann Bell')]);
        return tx.insertQuote(a, quote('“Yes.” “No.”', {
          kind: 'MIXED', manner: 'WRITING', content: [{ start: 5, end: 11 }, { start: 30, end: 35 }], cue: [{ start: 12, end: 16 }],
          mention: { text: 'she', spans: [{ start: 17, end: 20 }] }, speakerId: speaker, confidence: 0.25,
          attribution: { confidence: 0.5, reason: null, evidence: [{ text: 'she', spans: [{ start: 17, end: 20 }] }], candidates: [{ speakerId: speaker, confidence: 0.5 }] },
        }));
      });
      expect((await store.read.quotes([id]))[0]).toEqual({
        id, articleId: 1, sourceId: null, publishedAt: day(1), statementId: 1, speakerId: 1, jointSpeakerIds: [], kind: 'MIXED', manner: 'WRITING', text: '“Yes.” “No.”',
        content: [{ start: 5, end: 11 }, { start: 30, end: 35 }], cue: [{ start: 12, end: 16 }], mention: { text: 'she', spans: [{ start: 17, end: 20 }] },
        attribution: { confidence: 0.5, reason: null, corrected: false, evidence: [{ text: 'she', spans: [{ start: 17, end: 20 }] }], candidates: [{ speakerId: 1, confidence: 0.5 }] },
        confidence: 0.25, match: 'VERBATIM', similarity: 1,
      });
      expect((await store.read.statements([1]))[0]).toEqual({
        id: 1, bestQuoteId: id, firstQuoteId: id, lastQuoteId: id, speakerId: 1, text: '“Yes.” “No.”', sourceCount: 0, articleCount: 1,
      });
    });

    it('counts a statement over its renderings, and picks the lowest id when the best goes', async () => {
      const { store } = opened;
      const { statement, ids } = await store.write(async (tx) => {
        const made: number[] = [];
        for (const [source, date] of [['A', day(5)], ['B', day(2)], ['B', day(9)], [null, null]] as const) {
          const sourceId = source && (await tx.ensureSource(source, null));
          made.push(await tx.insertQuote(await tx.insertArticle(article({ sourceId, publishedAt: date })), quote(`rain ${date}`)));
        }
        return { statement: await oneStatement(tx, made), ids: made };
      });
      expect((await store.read.statements([statement]))[0]).toEqual({
        id: statement, bestQuoteId: ids[0], firstQuoteId: ids[1], lastQuoteId: ids[2], speakerId: null, text: `rain ${day(5)}`, sourceCount: 2, articleCount: 4,
      });
      expect(await store.read.renderingTexts([statement], 2)).toEqual([[`rain ${day(5)}`, `rain ${day(2)}`]]);
      await store.write((tx) => tx.deleteQuotes([ids[0]])); // not refreshed: the store does
      expect((await store.read.statements([statement]))[0]).toMatchObject({ bestQuoteId: ids[1], text: `rain ${day(2)}`, sourceCount: 1, articleCount: 3 });
      expect((await store.read.quotes([ids[1]]))[0]).toMatchObject({ match: 'VERBATIM', similarity: 1 });
    });

    it('keeps what was set by hand, and gives back what extraction said', async () => {
      const { store } = opened;
      await store.write(async (tx) => {
        const a = await tx.insertArticle(article());
        const [ann, bob] = await tx.replaceSightings(a, [sighting('Ann Bell'), sighting('Bob Cole')]);
        const q = await tx.insertQuote(a, quote('x', { speakerId: ann }));
        await tx.setSpeakerByHand(q, bob);
        await tx.updateQuote(q, quote('x', { speakerId: ann, confidence: 0.1 }));
        expect((await tx.quotes([q]))[0]).toMatchObject({ speakerId: bob, confidence: 0.1, attribution: { corrected: true, reason: null } });
        expect((await tx.statements([1]))[0]).toMatchObject({ speakerId: bob });
        expect(await tx.correctionOf(q)).toMatchObject({ setSpeakerId: bob, extractedSpeakerId: ann, dismissed: false, setStatement: false });
        await tx.setSpeakerByHand(q, null);
        expect((await tx.quotes([q]))[0]).toMatchObject({ speakerId: null, attribution: { corrected: true, reason: 'NO_MENTION' } });
        expect((await tx.correctionOf(q))!.setSpeakerId).toBeNull();
        await tx.setSpeakerByHand(q, undefined);
        expect((await tx.quotes([q]))[0]).toMatchObject({ speakerId: ann, attribution: { corrected: false } });
        expect((await tx.correctionOf(q))!.setSpeakerId).toBeUndefined();
        expect((await tx.speakers([ann, bob])).map((s) => s!.quoteCount)).toEqual([1, 0]);
      });
    });

    it('shows a dismissed quote nowhere, and puts it back into a statement of its own', async () => {
      const { store } = opened;
      const { a, q1, q2, statement } = await store.write(async (tx) => {
        const made = await tx.insertArticle(article());
        const [ann] = await tx.replaceSightings(made, [sighting('Ann Bell')]);
        const one = await tx.insertQuote(made, quote('one', { speakerId: ann }));
        const two = await tx.insertQuote(made, quote('two', { speakerId: ann }));
        const shared = await oneStatement(tx, [one, two]);
        await tx.setDismissed(one, true);
        await tx.refreshStatements([shared]);
        return { a: made, q1: one, q2: two, statement: shared };
      });
      const { read } = store;
      expect(await read.quotes([q1])).toEqual([null]);
      for (const parents of [ROOT, { type: 'ARTICLE', ids: [a] }, { type: 'SPEAKER', ids: [1] }, { type: 'STATEMENT', ids: [statement] }] as const) {
        expect(idsOf([...(await read.listQuotes(parents, {}, 'OLDEST', first(9))).values()][0])).toEqual([q2]);
        expect([...(await read.countQuotes(parents, {})).values()]).toEqual([1]);
      }
      expect((await read.speakers([1]))[0]!.quoteCount).toBe(1);
      expect(await read.idsAfter('QUOTE', 0, 9)).toEqual([q2]);
      await store.write(async (tx) => {
        expect(await tx.correctionsOf(a)).toMatchObject([{ quoteId: q1, dismissed: true, statementId: null }, { quoteId: q2, dismissed: false }]);
        await tx.setDismissed(q1, false);
        expect((await tx.quotes([q1]))[0]!.statementId).not.toBe(statement);
      });
      expect((await read.listStatements(ROOT, {}, 'NEWEST', first(9))).get(ROOT_KEY)!.items).toHaveLength(2);
    });

    it('moves quotes by hand, and leads from a removed statement to what replaced it, over chains', async () => {
      const { store } = opened;
      await store.write(async (tx) => {
        const a = await tx.insertArticle(article());
        const ids = [];
        for (const text of ['one', 'two', 'three']) ids.push(await tx.insertQuote(a, quote(text)));
        const [q1, q2, q3] = ids;
        expect(await tx.moveQuote(q1, null, true)).toBe(1); // alone already: stays
        expect(await tx.moveQuote(q1, 2, true)).toBe(2);
        expect(await tx.refreshStatements([1, 2])).toEqual([1]);
        await tx.redirectStatement(1, 2);
        await tx.moveQuote(q1, 3, false);
        await tx.moveQuote(q2, 3, false);
        expect(await tx.refreshStatements([2, 3])).toEqual([2]);
        await tx.redirectStatement(2, 3);
        expect((await tx.statements([1, 2, 3])).map((m) => m!.id)).toEqual([3, 3, 3]);
        expect((await tx.correctionOf(q1))!.setStatement).toBe(true);
        await tx.clearStatementByHand(q1);
        expect((await tx.correctionOf(q1))!.setStatement).toBe(false);
        const own = await tx.moveQuote(q3, null, false);
        expect(own).toBeGreaterThan(3);
        expect(await tx.moveQuote(q1, 1, false)).toBe(3); // an old id means what replaced it
        expect((await tx.statements([own]))[0]).toMatchObject({ bestQuoteId: q3, text: 'three' });
      });
    });

    it('takes all that hangs on an article away with it, and never gives an id twice', async () => {
      const { store } = opened;
      const kept = await store.write(async (tx) => {
        const sourceId = await tx.ensureSource('A', null);
        const one = await tx.insertArticle(article({ sourceId }));
        const two = await tx.insertArticle(article({ sourceId, body: 'Another.' }));
        const [ann] = await tx.replaceSightings(one, [sighting('Ann Bell', { forms: [{ form: 'Ann Bell', count: 1 }, { form: 'Bell', count: 3 }] })]);
        const [bell] = await tx.replaceSightings(two, [sighting('Annie Bell', { key: 'ann bell' })]);
        expect(bell).toBe(ann);
        const ids = [await tx.insertQuote(two, quote('stays')), await tx.insertQuote(one, quote('goes', { speakerId: ann, matchKeys: [1, 2] })), await tx.insertQuote(one, quote('alone'))];
        await oneStatement(tx, ids.slice(0, 2));
        await tx.replaceFingerprints(one, [1, 2, 3]);
        await tx.replaceReuse(one, [reuse(two, { relation: 'REPRINT', nearDuplicate: true })]);
        await tx.reviseArticle(one, article({ sourceId, body: 'Changed.' }));
        return ids[0];
      });
      await store.write((tx) => tx.deleteArticle(1));
      const { read } = store;
      expect(await read.articles([1])).toEqual([null]);
      expect(await read.quotes([kept, 2, 3])).toMatchObject([{ id: kept }, null, null]);
      expect(await read.statements([1, 2, 3])).toMatchObject([{ id: 1, articleCount: 1 }, null, null]);
      expect((await read.speakers([1]))[0]).toMatchObject({ name: 'Annie Bell', aliases: [], quoteCount: 0 });
      expect(await read.countArticleOverlaps([2])).toEqual(new Map([[2, 0]]));
      expect(await read.articleCounts([1])).toEqual(new Map([[1, 1]]));
      await store.write(async (tx) => {
        expect(await tx.holdersOf([1, 2, 3], 9)).toEqual(new Map());
        await tx.deleteArticle(2);
        expect(await tx.insertArticle(article())).toBe(3);
        expect(await tx.insertQuote(3, quote('new'))).toBe(4);
      });
      expect(await read.speakers([1])).toEqual([null]);
      expect(await read.isEmpty()).toBe(false);
    });
  });
}
