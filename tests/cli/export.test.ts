import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { jsonLines, onrecord, startService, type Service } from '../support/command.js';
import { makeFolder, removeFolder, temporaryFolder } from '../support/folder.js';

// Each test starts several processes.
vi.setConfig({ testTimeout: 120_000 });

const ODD = ' \t“Tabs,”\r\nsaid Ann Lee.\rA lone return;\u2028\u2029\u00a0\ud83d\ude00 \ufffd\u0085\u001b[31m, "quoted", \'single\', back\\slash,\n\n=1+1 ';
const KINDS = ['quotes', 'statements', 'articles', 'overlaps', 'stories'] as const;
type Row = Record<string, unknown> & { id: string };
const lines = async (kind: string, data: string): Promise<Row[]> => {
  const { code, stdout, stderr } = await onrecord(['export', kind, '--data', data]);
  expect([code, stderr]).toEqual([0, '']);
  return jsonLines(stdout) as Row[];
};

/** RFC 4180, written down again so that the writer is not held to itself. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}

describe('export', () => {
  let data: string;
  let service: Service;
  beforeAll(async () => {
    data = makeFolder();
    service = await startService(['--data', data]);
    const article = { publisherId: 'odd', body: ODD, sourceName: 'Odd, "Ltd"', publishedAt: '2025-03-04T10:00:00+02:00', title: 'Line\u2028one', language: 'en' };
    const bare = { body: '“We will rebuild,” said Mayor Ines Calloway.' };
    const joint = { publisherId: 'joint', body: 'Ada Brook and Tom Reed said the pier was safe.' };
    const wired = { publisherId: 'wired', body: 'LONDON (AP) — The pier is safe, the council said on Monday.', sourceName: 'Evening Tide' };
    await service.graphql('mutation ($a: [ArticleInput!]!) { ingestArticles(articles: $a) { results { status } } }', { a: [article, bare, joint, wired] });
  });
  afterAll(async () => {
    await service.kill();
    removeFolder(data);
  });

  it('gives the fields that scripts rely on, oldest id first, the same each time', async () => {
    const fields = {
      quotes: ['id', 'article', 'kind', 'manner', 'text', 'content', 'cue', 'mention', 'speaker', 'speakers', 'statement', 'confidence'],
      statements: ['id', 'text', 'speaker', 'renderings'],
      articles: ['id', 'publisherId', 'title', 'body', 'source', 'url', 'publishedAt', 'byline', 'language', 'revision', 'wireCredit', 'originality'],
      overlaps: ['a', 'b', 'relation', 'containmentAInB', 'containmentBInA', 'resemblance', 'nearDuplicate', 'sharedStatements', 'passages', 'likelyOrigin'],
      stories: ['id', 'title', 'representative', 'firstPublishedAt', 'lastPublishedAt', 'articleCount', 'sourceCount', 'articles'],
    };
    for (const kind of KINDS) {
      const rows = await lines(kind, data);
      expect(rows.length, kind).toBeGreaterThan(5);
      for (const row of rows) expect(Object.keys(row)).toEqual(fields[kind]);
      expect(await lines(kind, data)).toEqual(rows);
      if (kind === 'overlaps') continue;
      const numbers = rows.map((row) => Number(row.id.split('_')[1]));
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    }
  });

  it('says of quotes what the API says', async () => {
    for (const row of (await lines('quotes', data)).filter((_, i) => i % 7 === 0)) {
      const { data: answer } = await service.graphql<{ quote: Record<string, unknown> }>(
        `query ($id: ID!) { quote(id: $id) { id article { id publisherId title publishedAt source { id name domain } } kind manner text content { start end } cue { start end } mention { spans { start end } } speaker { id name type } speakers { id name type } statement { id } confidence } }`,
        { id: row.id },
      );
      const pairs = (spans: unknown): number[][] => (spans as { start: number; end: number }[]).map(({ start, end }) => [start, end]);
      const q = answer!.quote;
      expect(row).toEqual({ ...q, content: pairs(q.content), cue: pairs(q.cue), mention: q.mention ? pairs((q.mention as { spans: unknown }).spans) : [] });
    }
  });

  it('names all who say a quote, the speaker first', async () => {
    const rows = await lines('quotes', data);
    for (const { speaker, speakers } of rows) expect((speakers as unknown[])[0] ?? null).toEqual(speaker);
    const { speakers } = rows.find((row) => (row.article as { publisherId: string }).publisherId === 'joint')!;
    expect(speakers).toEqual([{ id: expect.any(String), name: 'Ada Brook', type: 'PERSON' }, { id: expect.any(String), name: 'Tom Reed', type: 'PERSON' }]);
  });

  it('says of statements what the API says', async () => {
    for (const row of (await lines('statements', data)).filter((r) => (r.renderings as unknown[]).length > 1).slice(0, 5)) {
      const { data: answer } = await service.graphql<{ statement: { renderings: { nodes: unknown[] } } }>(
        'query ($id: ID!) { statement(id: $id) { id text speaker { id name type } renderings(first: 100) { nodes { quote { id article { id publisherId } } match similarity } } } }', { id: row.id },
      );
      const { renderings, ...rest } = answer!.statement;
      const nodes = (renderings.nodes as { quote: { id: string; article: object }; match: string; similarity: number }[]).map(({ quote, ...r }) => ({ quote: { id: quote.id }, article: quote.article, ...r }));
      const byQuote = (list: typeof nodes): typeof nodes => [...list].sort((a, b) => a.quote.id.localeCompare(b.quote.id));
      expect({ ...row, renderings: byQuote(row.renderings as typeof nodes) }).toEqual({ ...rest, renderings: byQuote(nodes) });
    }
  });

  it('says of overlaps what the API says, one line an unordered pair that shares anything', async () => {
    const rows = await lines('overlaps', data) as unknown as { a: { id: string }; b: { id: string }; sharedStatements: string[]; passages: { a: number[]; b: number[]; words: number }[] }[];
    const names = rows.map(({ a, b }) => [a.id, b.id].sort().join(' '));
    expect(new Set(names).size).toBe(rows.length);
    for (const row of rows) {
      expect(row.sharedStatements.length + row.passages.length).toBeGreaterThan(0);
      const { data: answer } = await service.graphql<{ articleOverlap: Record<string, unknown> & { sharedStatements: { statement: { id: string } }[]; passages: { a: { start: number; end: number }; b: { start: number; end: number }; words: number }[] } }>(
        `query ($a: ID!, $b: ID!) { articleOverlap(a: $a, b: $b) { a { id publisherId } b { id publisherId } relation containmentAInB containmentBInA resemblance nearDuplicate sharedStatements { statement { id } } passages { a { start end } b { start end } words } likelyOrigin { article { id publisherId } reasons confidence } } }`,
        { a: row.a.id, b: row.b.id },
      );
      const { sharedStatements, passages, ...rest } = answer!.articleOverlap;
      expect(row).toEqual({
        ...rest,
        sharedStatements: sharedStatements.map((s) => s.statement.id),
        passages: passages.map(({ a, b, words }) => ({ a: [a.start, a.end], b: [b.start, b.end], words })),
      });
    }
  });

  it('says of stories what the API says', async () => {
    for (const row of (await lines('stories', data)).filter(({ articleCount }) => Number(articleCount) > 1)) {
      const { data: answer } = await service.graphql<{ story: { articles: { nodes: unknown[] } } }>(
        'query ($id: ID!) { story(id: $id) { id title representative { id publisherId } firstPublishedAt lastPublishedAt articleCount sourceCount articles(first: 100) { nodes { id publisherId } } } }', { id: row.id },
      );
      expect(row).toEqual({ ...answer!.story, articles: answer!.story.articles.nodes });
    }
  });

  it('writes the same as CSV: dotted names, lists as JSON, every odd character kept', async () => {
    for (const kind of KINDS) {
      const { code, stdout } = await onrecord(['export', kind, '--format', 'csv', '--data', data]);
      expect(code).toBe(0);
      const [head, ...rows] = readCsv(stdout);
      const records = await lines(kind, data);
      expect(rows.length).toBe(records.length);
      records.forEach((record, i) => {
        head.forEach((column, c) => {
          const value = column.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | null)?.[name] ?? null, record);
          const cell = rows[i][c];
          if (Array.isArray(value)) expect(JSON.parse(cell)).toEqual(value);
          else expect(cell).toBe(value === null ? '' : String(value));
        });
      });
      // Every leaf has its column.
      const leaves = (value: unknown, name: string): string[] =>
        typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, name ? `${name}.${key}` : key)) : [name];
      expect(records.some((record) => JSON.stringify(leaves(record, '')) === JSON.stringify(head)), kind).toBe(true);
    }
  });

  it('is taken back by ingest elsewhere, whole, and once more identically', async () => {
    const [there, back] = [temporaryFolder(), temporaryFolder()];
    const first = (await onrecord(['export', 'articles', '--data', data])).stdout;
    expect((jsonLines(first).find((a) => a.publisherId === 'odd') as { body: string }).body).toBe(ODD);
    const count = jsonLines(first).length;
    const into = async (folder: string, input: string): Promise<unknown> => JSON.parse((await onrecord(['ingest', '-', '--json', '--data', folder], { input })).stdout);
    expect(await into(there, first)).toEqual({ created: count, updated: 0, unchanged: 0, rejected: [] });
    const second = (await onrecord(['export', 'articles', '--data', there])).stdout;
    const told = (text: string): object[] => jsonLines(text).map(({ id: _, revision: __, ...rest }) => rest);
    expect(told(second)).toEqual(told(first));
    expect(await into(back, second)).toMatchObject({ created: count });
    expect((await onrecord(['export', 'articles', '--data', back])).stdout).toBe(second);
    expect(await into(data, first)).toEqual({ created: 0, updated: 0, unchanged: count, rejected: [] });
  });
});
