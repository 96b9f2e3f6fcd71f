/** Whose text articles are, as the API tells it: an agency's report, who printed it, and who wrote another. */
import { afterEach, describe, expect, it } from 'vitest';
import { deleteArticle, ingestArticles } from '../../src/app/ingest.js';
import type { ArticleDraft } from '../../src/app/types.js';
import { idOf } from '../../src/domain/ids.js';
import { openHarness } from './support/harness.js';
import type { Harness } from './support/harness.js';

const FLOOD = 'The river Asp rose over its banks in the night of Monday and flooded the lower streets of Torvik, where firemen brought some two hundred people out of their houses in boats.';
const PUMPS = 'Pumps from three neighbouring towns were at work by noon, and the power company cut the current in eleven streets because water stood in the cellars with the switches.';
const BRIDGE = 'The old bridge at the mill was closed after a raft of timber had struck its middle pier, and lorries to the harbour must go round by the northern road until divers have looked at it.';
const SPEECH = '“We have not seen such water in forty years, and we will need every pump that we can get before the weekend,” said Mayor Ines Calloway.';
const OWN = 'Our reporter walked along the quay on Tuesday and counted nineteen cellars under water, among them that of the bakery which has stood there since the great fire.';
const OTHER = 'Schools in Torvik stay shut for the rest of the week, the education office told parents, and the gymnasium of the grammar school has been turned into a dormitory with eighty beds.';
const CHOIR = 'A choir of forty voices sang on Thursday evening for those in the town who had lost their furniture, and gave what was put into the hat to the almshouse.';

const WIRE = { url: 'https://wire.example/1', sourceName: 'Nordic Press', publishedAt: '2026-03-03T06:00:00Z', title: 'Torvik flooded', body: [`TORVIK (Nordic Press) — ${FLOOD}`, SPEECH, PUMPS, BRIDGE].join('\n\n') } satisfies ArticleDraft;
const REPRINT = { url: 'https://post.example/1', sourceName: 'Torvik Post', publishedAt: '2026-03-03T05:00:00Z', title: 'River floods town', body: [`TORVIK (Nordic Press) — ${FLOOD}`, SPEECH, PUMPS, BRIDGE].join('\n\n') } satisfies ArticleDraft;
const PART = { url: 'https://gazette.example/1', sourceName: 'Orrel Gazette', publishedAt: '2026-03-04T09:00:00Z', title: 'Cellars under water', body: [OWN, PUMPS, OTHER].join('\n\n') } satisfies ArticleDraft;
const OTHER_REPORT = { url: 'https://quay.example/1', sourceName: 'The Quay', publishedAt: '2026-03-05T09:00:00Z', title: 'Songs for the flooded', body: [CHOIR, SPEECH].join('\n\n') } satisfies ArticleDraft;
const ALL = [WIRE, REPRINT, PART, OTHER_REPORT];

interface Told {
  url: string;
  wireCredit: { agency: string; extent: string } | null;
  originality: number | null;
  copiedFrom: { totalCount: number; nodes: { words: number; reasons: string[]; confidence: number; article: { url: string }; overlap: { a: { url: string }; b: { url: string }; relation: string } }[] };
  overlaps: { nodes: { b: { url: string }; likelyOrigin: { reasons: string[]; article: { url: string } } | null }[] };
}

interface Outlet {
  name: string;
  originality: { rate: number | null; articleCount: number };
}

let api: Harness;
afterEach(() => api.close());

/** By address, lists in an order that does not hang on ids. */
async function told(): Promise<Record<string, Told>> {
  const { articles } = await api.ask<{ articles: { nodes: Told[] } }>(`{ articles(first: 20) { nodes { url wireCredit { agency extent } originality
    copiedFrom { totalCount nodes { words reasons confidence article { url } overlap { a { url } b { url } relation } } }
    overlaps { nodes { b { url } likelyOrigin { reasons article { url } } } } } } }`);
  const byUrl = (a: string, b: string): number => a.localeCompare(b);
  return Object.fromEntries(articles.nodes.map((node) => [node.url, {
    ...node,
    copiedFrom: { ...node.copiedFrom, nodes: [...node.copiedFrom.nodes].sort((a, b) => byUrl(a.article.url, b.article.url)) },
    overlaps: { nodes: [...node.overlaps.nodes].sort((a, b) => byUrl(a.b.url, b.b.url)) },
  }]));
}

async function outlets(filter = ''): Promise<Record<string, Outlet['originality']>> {
  const { sources } = await api.ask<{ sources: { nodes: Outlet[] } }>(`{ sources(first: 100) { nodes { name originality${filter} { rate articleCount } } } }`);
  return Object.fromEntries(sources.nodes.map(({ name, originality }) => [name, originality]));
}

const words = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)!.length;
const originality = async (url: string): Promise<number | null> => (await told())[url].originality;

describe('whose text an article is', () => {
  it('is told of an agency, its reprint, a partial reprint and a report of another', async () => {
    api = await openHarness(ALL);
    const all = await told();
    const [wire, reprint, part, other] = ALL.map(({ url }) => all[url]);
    expect([wire, reprint, part, other].map(({ wireCredit }) => wireCredit)).toEqual([
      { agency: 'Nordic Press', extent: 'WHOLE' }, { agency: 'Nordic Press', extent: 'WHOLE' }, null, null,
    ]);
    // The reprint is the earlier of the two: what it says of itself counts more.
    expect(wire).toMatchObject({ originality: 1, copiedFrom: { totalCount: 0, nodes: [] } });
    expect(reprint.originality).toBeLessThan(0.05);
    expect(reprint.copiedFrom).toMatchObject({ totalCount: 1, nodes: [{ article: { url: WIRE.url }, reasons: ['WIRE_CREDIT'], confidence: 0.95, overlap: { a: { url: REPRINT.url }, b: { url: WIRE.url }, relation: 'REPRINT' } }] });
    expect(reprint.copiedFrom.nodes[0].words).toBeGreaterThanOrEqual(words(`${FLOOD} ${PUMPS} ${BRIDGE}`));
    // Two had the paragraph before; its words count once.
    expect(part.copiedFrom.nodes.map(({ article, words, reasons }) => [article.url, words, reasons])).toEqual([
      [REPRINT.url, words(PUMPS), ['EARLIER']], [WIRE.url, words(PUMPS), ['EARLIER', 'AGENCY']],
    ]);
    expect(part.originality).toBeCloseTo(words(`${OWN} ${OTHER}`) / words(PART.body), 5);
    // A shared speech is no copy.
    expect(other).toMatchObject({ originality: 1, copiedFrom: { totalCount: 0 } });
    expect(other.overlaps.nodes.map(({ b, likelyOrigin }) => [b.url, likelyOrigin])).toEqual([[REPRINT.url, null], [WIRE.url, null]]);
    expect(reprint.overlaps.nodes.find(({ b }) => b.url === WIRE.url)!.likelyOrigin).toEqual({ reasons: ['WIRE_CREDIT'], article: { url: WIRE.url } });
    expect(part.overlaps.nodes.find(({ b }) => b.url === WIRE.url)!.likelyOrigin).toEqual({ reasons: ['EARLIER', 'AGENCY'], article: { url: WIRE.url } });
  });

  it.each([['backwards', [3, 2, 1, 0]], ['the copies first', [2, 1, 3, 0]], ['the agency between', [1, 0, 3, 2]]])('is the same in another order of arrival: %s', async (_name, order) => {
    api = await openHarness(ALL);
    const [expected, rates] = [await told(), await outlets()];
    await api.close();
    api = await openHarness(order.map((i) => ALL[i]));
    expect(await told()).toEqual(expected);
    expect(await outlets()).toEqual(rates);
  });

  it('follows what is deleted, comes to another date, or is another text', async () => {
    api = await openHarness([WIRE, PART]);
    const share = words(`${OWN} ${OTHER}`) / words(PART.body);
    expect(await originality(PART.url)).toBeCloseTo(share, 5);

    // 1. The agency's report turns out to be the later.
    await ingestArticles(api.app, [{ ...WIRE, publishedAt: '2026-03-09T06:00:00Z' }]);
    expect(await originality(PART.url)).toBe(1);
    expect(await originality(WIRE.url)).toBeLessThan(1);
    await ingestArticles(api.app, [WIRE]);
    expect([await originality(WIRE.url), await originality(PART.url)]).toEqual([1, expect.closeTo(share, 5)]);

    // 2. It loses the paragraph.
    await ingestArticles(api.app, [{ ...WIRE, body: WIRE.body.replace(PUMPS, '') }]);
    expect(await originality(PART.url)).toBe(1);
    await ingestArticles(api.app, [WIRE]);
    expect(await originality(PART.url)).toBeCloseTo(share, 5);

    // 3. It goes.
    const { article } = await api.ask<{ article: { id: string } }>('query ($url: String) { article(url: $url) { id } }', { url: WIRE.url });
    await deleteArticle(api.app, idOf('ARTICLE', article.id)!);
    expect((await told())[PART.url]).toMatchObject({ originality: 1, copiedFrom: { totalCount: 0 } });
  });

  it('of articles without a date hangs on credit and length alone', async () => {
    const undated = (draft: ArticleDraft): ArticleDraft => ({ ...draft, publishedAt: undefined });
    const plain = WIRE.body.replace('(Nordic Press) — ', '');
    const cut = { url: 'https://cut.example/1', sourceName: 'Short Cut', body: plain.replace(/, and lorries.*it/, '') };
    const full = { url: 'https://full.example/1', sourceName: 'Full Length', body: plain };
    api = await openHarness([cut, full, undated(PART)]);
    const before = await told();
    expect(before[full.url].originality).toBe(1);
    expect(before[cut.url]).toMatchObject({ originality: 0, copiedFrom: { nodes: [{ article: { url: full.url }, reasons: ['FULLER'] }] } });
    // Nothing tells who had the paragraph first.
    expect(before[PART.url]).toMatchObject({ originality: 1, copiedFrom: { totalCount: 0 } });
    expect(before[PART.url].overlaps.nodes.map(({ likelyOrigin }) => likelyOrigin)).toEqual([null, null]);

    await ingestArticles(api.app, [undated(REPRINT), undated(WIRE)]);
    const after = await told();
    expect(after[WIRE.url].originality).toBe(1);
    expect(after[PART.url].copiedFrom).toMatchObject({ totalCount: 1, nodes: [{ article: { url: WIRE.url }, reasons: ['AGENCY'] }] });
    expect(after[REPRINT.url]).toMatchObject({ copiedFrom: { nodes: expect.arrayContaining([expect.objectContaining({ reasons: ['WIRE_CREDIT'] })]) } });
    expect(after[REPRINT.url].originality).toBeLessThan(0.05);
  });

  it('believes the agency on the day of both, where the one that prints it gives a date without a time and no credit', async () => {
    const silent = { ...REPRINT, body: REPRINT.body.replace('(Nordic Press) — ', ''), publishedAt: '2026-03-03' };
    api = await openHarness([silent, WIRE]);
    const all = await told();
    expect([all[WIRE.url].originality, all[silent.url].originality]).toEqual([1, expect.closeTo(0, 1)]);
    expect(all[silent.url].copiedFrom.nodes).toMatchObject([{ reasons: ['AGENCY'], confidence: 0.75, article: { url: WIRE.url } }]);
  });

  it('gives two prints of an agency that is not in the store to the agency', async () => {
    const second = { ...REPRINT, url: 'https://herald.example/1', sourceName: 'Lund Herald', publishedAt: '2026-03-06T00:00:00Z' };
    api = await openHarness([REPRINT]);
    expect(await originality(REPRINT.url!)).toBe(1); // nothing shows yet which words are the agency's
    await ingestArticles(api.app, [second]);
    const all = await told();
    for (const { url } of [REPRINT, second]) {
      expect(all[url].originality).toBe(0);
      expect(all[url].copiedFrom.totalCount).toBe(0);
      expect(all[url].overlaps.nodes[0].likelyOrigin).toBeNull();
    }
  });

  it('does not count what an outlet has from itself, and is null without counted words', async () => {
    const again = { ...PART, url: 'https://gazette.example/2', publishedAt: '2026-03-08T00:00:00Z' };
    const speech = { url: 'https://speech.example/1', sourceName: 'Speeches', publishedAt: '2026-03-08', body: '“We have not seen such water in forty years.”' };
    api = await openHarness([PART, again, speech]);
    const all = await told();
    expect(all[again.url]).toMatchObject({ originality: 1, copiedFrom: { totalCount: 0 } });
    expect(all[speech.url].originality).toBeNull();
    expect((await outlets()).Speeches).toEqual({ rate: null, articleCount: 0 });
  });
});

it('the originality of a source is that of its articles of the time, by words', async () => {
  const own = { url: 'https://gazette.example/2', sourceName: 'Orrel Gazette', publishedAt: '2026-05-01', body: [OTHER, 'The market hall opens again on Friday.'].join('\n\n').replaceAll('Torvik', 'Orrel') };
  api = await openHarness([WIRE, { ...PART, body: [OWN, PUMPS].join('\n\n') }, own]);
  const all = await outlets();
  const counted = words(`${OWN} ${PUMPS} ${own.body}`);
  expect(all['Orrel Gazette'].articleCount).toBe(2);
  expect(all['Orrel Gazette'].rate).toBeCloseTo((counted - words(PUMPS)) / counted, 5);
  expect(all['Nordic Press']).toEqual({ rate: 1, articleCount: 1 });
  const april = await outlets('(filter: { published: { from: "2026-04-01" } })');
  expect(april['Orrel Gazette']).toEqual({ rate: 1, articleCount: 1 });
  expect(april['Nordic Press']).toEqual({ rate: null, articleCount: 0 });
  expect((await outlets('(filter: { published: { to: "2026-04-01" } })'))['Orrel Gazette'].rate).toBeCloseTo(words(OWN) / words(`${OWN} ${PUMPS}`), 5);
});

it('pages through the origins of an article, most words first', async () => {
  api = await openHarness([...Array(5).keys()].map((i) => ({ ...WIRE, body: [FLOOD, ...(i > 0 ? [PUMPS] : []), ...(i > 2 ? [BRIDGE] : [])].join('\n\n'), url: `https://s${i}.example/1`, sourceName: `S${i}`, publishedAt: `2026-03-0${i + 1}` })));
  interface Page { article: { copiedFrom: { totalCount: number; nodes: { words: number; article: { url: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } }
  const page = async (after: string | null): Promise<Page['article']['copiedFrom']> =>
    (await api.ask<Page>('query ($after: String) { article(url: "https://s4.example/1") { copiedFrom(first: 3, after: $after) { totalCount nodes { words article { url } } pageInfo { hasNextPage endCursor } } } }', { after })).article.copiedFrom;
  const one = await page(null);
  const two = await page(one.pageInfo.endCursor);
  expect([one.totalCount, one.pageInfo.hasNextPage, two.pageInfo.hasNextPage]).toEqual([4, true, false]);
  const all = [...one.nodes, ...two.nodes];
  expect(all.map(({ article }) => article.url)).toEqual(['https://s3.example/1', 'https://s1.example/1', 'https://s2.example/1', 'https://s0.example/1']);
  expect(all.map((node) => node.words)).toEqual([words(`${FLOOD} ${PUMPS} ${BRIDGE}`), words(`${FLOOD} ${PUMPS}`), words(`${FLOOD} ${PUMPS}`), words(FLOOD)]);
});
