/** The matrix of sources and their clusters, over articles that came in through the app. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleDraft } from '../../src/app/types.js';
import { newsroom, printed } from '../reuse/newsroom.js';
import { openHarness } from './support/harness.js';
import type { Harness } from './support/harness.js';

const SPEECH = '“We will open the new ferry landing before the autumn storms,” said Mayor Ida Lund.';

/**
 * A wire and two papers that each took other reports of it; the Mirror took a report of the Post that is not the wire's; the
 * Herald reports on its own, and quotes the mayor's speech that all of them have.
 */
function articles(): ArticleDraft[] {
  const { write } = newsroom(41);
  const reports = Array.from({ length: 8 }, () => printed(write(4)));
  const own = Array.from({ length: 9 }, () => printed(write(4)));
  const at = (source: string, publishedAt: string | undefined, body: string): ArticleDraft => ({
    sourceName: source, sourceDomain: `${source.toLowerCase()}.example`, publishedAt, title: body.slice(0, 40), body: `${SPEECH}\n\n${body}`,
  });
  return [
    ...reports.map((report, i) => at('Wire', `2025-03-${String(i + 1).padStart(2, '0')}T06:00:00Z`, report)),
    at('Post', '2025-03-01T09:00:00Z', reports[0]), at('Post', '2025-03-02T09:00:00Z', reports[1]), at('Post', '2025-03-03T09:00:00Z', reports[2]), at('Post', '2025-04-02', own[0]), at('Post', '2025-04-03', own[1]),
    at('Quay', '2025-03-06T09:00:00Z', reports[5]), at('Quay', '2025-03-07T09:00:00Z', reports[6]), at('Quay', '2025-04-02', own[2]),
    at('Mirror', '2025-04-09', own[0]), at('Mirror', '2025-04-09', own[1]), at('Mirror', '2025-04-09', own[8]),
    at('Herald', '2025-03-04', own[3]), at('Herald', '2025-04-04', own[4]), at('Herald', undefined, own[5]),
  ];
}

let api: Harness;
let id: Readonly<Record<string, string>>;
beforeAll(async () => {
  api = await openHarness(articles());
  const { sources } = await api.ask<{ sources: { nodes: { id: string; name: string }[] } }>('{ sources { nodes { id name } } }');
  id = Object.fromEntries(sources.nodes.map((source) => [source.name, source.id]));
}, 60_000);
afterAll(() => api.close());

const COUNTS = 'a { name } b { name } sharedStatementCount articlePairCount reprintCount reusedWords statementJaccard aArticleCount bArticleCount aSharedArticleCount bSharedArticleCount';

interface Overlap {
  a: { name: string };
  b: { name: string };
  sharedStatementCount: number;
  articlePairCount: number;
  aArticleCount: number;
  bArticleCount: number;
  aSharedArticleCount: number;
  bSharedArticleCount: number;
}
interface Matrix {
  sourceMatrix: { rows: { source: { name: string }; articleCount: number; cells: (Overlap | null)[] }[] };
}

const MATRIX = `query ($ids: [ID!], $filter: OverlapFilter, $first: Int) { sourceMatrix(sourceIds: $ids, filter: $filter, first: $first) { rows { source { name } articleCount cells { ${COUNTS} } } } }`;

const matrix = async (variables: { ids?: string[] | null; filter?: object | null; first?: number } = {}) => (await api.ask<Matrix>(MATRIX, variables)).sourceMatrix.rows;
const codes = async (query: string, variables: Record<string, unknown> = {}): Promise<unknown> => (await api.send(query, { variables })).errors.map(({ extensions }) => extensions?.code);

describe('the matrix of sources', () => {
  it('has a row and a column for each source, and says the same from either side', async () => {
    const rows = await matrix();
    expect(rows.map(({ source }) => source.name)).toHaveLength(5);
    expect(Object.fromEntries(rows.map(({ source, articleCount }) => [source.name, articleCount]))).toEqual({ Wire: 8, Post: 5, Quay: 3, Mirror: 3, Herald: 3 });
    for (const [i, row] of rows.entries()) {
      expect(row.cells.length).toBe(rows.length);
      expect(row.cells[i]).toBeNull();
      for (const [j, cell] of row.cells.entries()) {
        if (!cell) continue;
        const back = rows[j].cells[i]!;
        expect([cell.a.name, cell.b.name]).toEqual([row.source.name, rows[j].source.name]);
        expect([cell.aArticleCount, cell.bArticleCount]).toEqual([row.articleCount, rows[j].articleCount]);
        expect({ ...back, a: back.b, b: back.a, aArticleCount: back.bArticleCount, bArticleCount: back.aArticleCount, aSharedArticleCount: back.bSharedArticleCount, bSharedArticleCount: back.aSharedArticleCount }).toEqual(cell);
      }
    }
  });

  it('says of each pair what `sourceOverlap` says', async () => {
    for (const filter of [null, { published: { from: '2025-04-01' } }, { minSharedStatements: 2 }]) {
      for (const row of await matrix({ filter })) {
        for (const cell of row.cells) {
          if (!cell) continue;
          const { sourceOverlap } = await api.ask<{ sourceOverlap: Overlap }>(`query ($a: ID!, $b: ID!, $filter: OverlapFilter) { sourceOverlap(a: $a, b: $b, filter: $filter) { ${COUNTS} } }`, { a: id[cell.a.name], b: id[cell.b.name], filter });
          expect(sourceOverlap).toEqual(cell);
        }
      }
    }
  });

  it('counts articles within the dates', async () => {
    const [wire, post] = await matrix({ ids: [id.Wire, id.Post] });
    expect(wire.cells[1]).toMatchObject({ aArticleCount: 8, bArticleCount: 5, reprintCount: 3 });
    // All have the speech, so all share something.
    expect([post.cells[0]!.aSharedArticleCount, post.cells[0]!.bSharedArticleCount]).toEqual([5, 8]);
    const range = { published: { from: '2025-03-02', to: '2025-03-04' } };
    const [inMarch] = await matrix({ ids: [id.Wire, id.Post, id.Mirror], filter: range });
    expect(inMarch.articleCount).toBe(2);
    expect(inMarch.cells[1]).toMatchObject({ aArticleCount: 2, bArticleCount: 2, aSharedArticleCount: 2, bSharedArticleCount: 2, reprintCount: 2 });
    // Nothing of the Mirror was published then: the zero rests on no article.
    expect(inMarch.cells[2]).toMatchObject({ aArticleCount: 2, bArticleCount: 0, aSharedArticleCount: 0, articlePairCount: 0, statementJaccard: 0 });
  });

  it('takes the sources that are given, in their order, once each', async () => {
    const names = async (variables: Parameters<typeof matrix>[0]) => (await matrix(variables)).map(({ source }) => source.name);
    expect(await names({ ids: [id.Quay, id.Herald, id.Quay, 'src_999', 'art_1'] })).toEqual(['Quay', 'Herald']);
    expect(await names({ ids: [id.Quay, id.Herald, id.Wire], first: 2 })).toEqual(['Quay', 'Herald']);
    expect(await names({ ids: [id.Quay, id.Herald, id.Wire], filter: { sources: [id.Wire, id.Quay] } })).toEqual(['Quay', 'Wire']);
    expect(await names({ filter: { sources: [id.Wire, id.Quay] } })).toEqual(['Wire', 'Quay']);
    expect((await names({ first: 2 }))[0]).toBe('Wire');
    expect(await names({ first: 2 })).toHaveLength(2);
    expect(await names({ first: 0 })).toEqual([]);
    expect(await names({ ids: [] })).toHaveLength(5);
    expect(await names({ filter: { published: { from: '2031-01-01' } } })).toEqual([]);
  });

  it('is bounded', async () => {
    expect(await codes(MATRIX, { first: 51 })).toEqual(['INVALID_PAGING']);
    expect(await codes(MATRIX, { first: -1 })).toEqual(['INVALID_PAGING']);
    expect(await codes(MATRIX, { ids: Array.from({ length: 51 }, (_, i) => `src_${i + 1}`) })).toEqual(['INVALID_ARGUMENT']);
    expect(await codes(MATRIX, { ids: ['nonsense'] })).toEqual(['INVALID_ID']);
    expect(await codes(MATRIX, { ids: Array.from({ length: 50 }, (_, i) => `src_${i + 1}`) })).toEqual([]);
    expect(await codes('{ sourceMatrix(first: 50) { rows { cells { a { name } b { name } statements(first: 10) { nodes { id } } } } } }')).toEqual(['QUERY_TOO_COMPLEX']);
    expect(await codes('{ sourceMatrix(first: 5) { rows { cells { a { name } b { name } statements(first: 10) { nodes { id } } } } } }')).toEqual([]);
  });
});

interface Cluster {
  centre: { name: string };
  feeder: { name: string } | null;
  sourceCount: number;
  copiedArticleCount: number;
  members: { source: { name: string }; articleCount: number; copiedArticleCount: number; firstArticleCount: number }[];
  linkCount: number;
  links: { a: { name: string }; b: { name: string }; aShare: number; bShare: number; aFirstCount: number; bFirstCount: number; articlePairCount: number; overlap: { articleOverlaps: { totalCount: number } } }[];
}
interface Clusters {
  sourceClusters: { totalCount: number; nodes: Cluster[]; edges: { cursor: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}
const CLUSTERS = `query ($filter: OverlapFilter, $leastShare: Float, $leastArticles: Int, $first: Int, $after: String) {
  sourceClusters(filter: $filter, leastShare: $leastShare, leastArticles: $leastArticles, first: $first, after: $after) { totalCount edges { cursor } pageInfo { hasNextPage endCursor } nodes {
    centre { name } feeder { name } sourceCount copiedArticleCount members { source { name } articleCount copiedArticleCount firstArticleCount } linkCount
    links { a { name } b { name } aShare bShare aFirstCount bFirstCount articlePairCount overlap { articleOverlaps(relations: [REPRINT, PARTIAL_REPRINT]) { totalCount } } } } } }`;
const clusters = async (variables: Record<string, unknown> = {}) => (await api.ask<Clusters>(CLUSTERS, variables)).sourceClusters;
const membersOf = ({ members }: Cluster): string[] => members.map(({ source }) => source.name).sort();

describe('clusters of sources', () => {
  it('are those that carry each other\'s text, with who feeds them and what it rests on', async () => {
    const { totalCount, nodes } = await clusters();
    expect(totalCount).toBe(1);
    const [wire] = nodes;
    // The Mirror has its share with the Post, not with the wire; the Herald shares a speech with all of them.
    expect(membersOf(wire)).toEqual(['Post', 'Quay', 'Wire']);
    expect([wire.centre.name, wire.feeder?.name, wire.sourceCount, wire.copiedArticleCount]).toEqual(['Wire', 'Wire', 3, 10]);
    expect(wire.members).toEqual([
      { source: { name: 'Wire' }, articleCount: 8, copiedArticleCount: 5, firstArticleCount: 5 },
      { source: { name: 'Post' }, articleCount: 5, copiedArticleCount: 3, firstArticleCount: 0 },
      { source: { name: 'Quay' }, articleCount: 3, copiedArticleCount: 2, firstArticleCount: 0 },
    ]);
    expect(wire.linkCount).toBe(2);
    expect(wire.links.map(({ a, b, aShare, bShare, aFirstCount, bFirstCount }) => [a.name, b.name, aShare, bShare, aFirstCount, bFirstCount])).toEqual([
      ['Wire', 'Quay', 2 / 8, 2 / 3, 2, 0], ['Wire', 'Post', 3 / 8, 3 / 5, 3, 0],
    ]);
    for (const link of wire.links) expect(link.overlap.articleOverlaps.totalCount).toBe(link.articlePairCount);
  });

  it('hold to the dates', async () => {
    const april = await clusters({ filter: { published: { from: '2025-04-01' } } });
    expect(april.nodes.map(membersOf)).toEqual([['Mirror', 'Post']]);
    // A week apart, though without hours.
    expect(april.nodes[0]).toMatchObject({ centre: { name: 'Mirror' }, feeder: { name: 'Post' } });
    expect((await clusters({ filter: { published: { from: '2025-03-01', to: '2025-03-02' } } })).nodes).toEqual([]);
    expect((await clusters({ filter: { published: { from: '2025-03-01', to: '2025-03-02' } }, leastArticles: 1 })).nodes.map(membersOf)).toEqual([['Post', 'Wire']]);
  });

  it('hold to the sources and the shares that are asked for', async () => {
    expect((await clusters({ filter: { sources: [id.Post, id.Mirror, id.Herald] } })).nodes.map(membersOf)).toEqual([['Mirror', 'Post']]);
    expect((await clusters({ leastShare: 0.65 })).nodes.map(membersOf)).toEqual([['Quay', 'Wire'], ['Mirror', 'Post']]);
    expect((await clusters({ leastShare: 1 })).nodes).toEqual([]);
    expect((await clusters({ leastArticles: 3 })).nodes.map(membersOf)).toEqual([['Post', 'Wire']]);
    expect(await codes(CLUSTERS, { leastShare: 1.1 })).toEqual(['INVALID_ARGUMENT']);
    expect(await codes(CLUSTERS, { leastShare: -0.1 })).toEqual(['INVALID_ARGUMENT']);
    expect(await codes(CLUSTERS, { leastArticles: 0 })).toEqual(['INVALID_ARGUMENT']);
    expect(await codes(CLUSTERS, { first: 101 })).toEqual(['INVALID_PAGING']);
  });

  it('are paged', async () => {
    const one = await clusters({ leastShare: 0.65, first: 1 });
    expect([one.totalCount, one.pageInfo.hasNextPage]).toEqual([2, true]);
    const two = await clusters({ leastShare: 0.65, first: 1, after: one.pageInfo.endCursor });
    expect([...one.nodes, ...two.nodes].map(membersOf)).toEqual([['Quay', 'Wire'], ['Mirror', 'Post']]);
    expect(two.pageInfo.hasNextPage).toBe(false);
  });
});

it('the same articles in another order of arrival make the same clusters', async () => {
  const other = await openHarness([...articles()].reverse());
  try {
    for (const variables of [{}, { leastShare: 0.65 }, { filter: { published: { from: '2025-04-01' } } }]) {
      const [here, there] = [await clusters(variables), (await other.ask<Clusters>(CLUSTERS, variables)).sourceClusters];
      const said = (nodes: readonly Cluster[]) => [...nodes]
        .map(({ centre, feeder, copiedArticleCount, members }) => [centre.name, feeder, copiedArticleCount, [...members].sort((x, y) => x.source.name.localeCompare(y.source.name))] as const)
        .sort(([x], [y]) => x.localeCompare(y));
      expect(said(there.nodes)).toEqual(said(here.nodes));
    }
  } finally {
    await other.close();
  }
}, 60_000);
