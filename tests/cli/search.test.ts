import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onrecord, startService } from '../support/command.js';
import { makeFolder, removeFolder, temporaryFolder } from '../support/folder.js';

const articles = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => JSON.stringify({ id: `n${from + i}`, source: 'Gull', title: `Pier ${from + i}`, body: `“The harbour pier number${from + i} is safe,” said Mayor Ines Calloway.\u001b[2J` })).join('\n');
interface Answer {
  totalCount: number;
  totalIsExact: boolean;
  tookMs: number;
  hits: { type: string; id: string; score: number; label: string; note: string; highlights: { field: string; text: string; spans: { start: number; end: number }[] }[] }[];
}

describe('search', () => {
  let data: string;
  beforeAll(async () => {
    data = makeFolder();
    await onrecord(['ingest', '-', '--data', data], { input: articles(0, 30) });
  });
  afterAll(() => removeFolder(data));
  const search = async (query: string, ...more: string[]): Promise<Answer> => {
    const { code, stdout, stderr } = await onrecord(['search', '--json', '--data', data, ...more, '--', query]);
    expect([code, stderr]).toEqual([0, '']);
    return JSON.parse(stdout) as Answer;
  };

  it('finds all types, or those asked for, as many as asked for', async () => {
    const all = await search('harbour');
    expect(Object.keys(all)).toEqual(['totalCount', 'totalIsExact', 'tookMs', 'hits']);
    expect(all.hits.length).toBe(20);
    expect(Object.keys(all.hits[0])).toEqual(['type', 'id', 'score', 'label', 'note', 'highlights']);
    expect(new Set((await search('harbour', '--types', 'quotes', '--first', '3')).hits.map((h) => h.type))).toEqual(new Set(['QUOTE']));
    const some = await search('calloway', '--types', 'speakers,articles', '--first', '100');
    expect(new Set(some.hits.map((h) => h.type))).toEqual(new Set(['SPEAKER', 'ARTICLE']));
    expect((await search('harbour', '--first', '3')).hits.length).toBe(3);
    const [hit] = (await search('number7', '--types', 'quotes')).hits;
    const [{ text, spans }] = hit.highlights;
    expect(spans.map(({ start, end }) => text.slice(start, end))).toContain('number7');
  });

  it.each(['', ' ', '"', '((( AND', '*', '\\', "'; DROP TABLE articles; --", 'a'.repeat(20_000), '\ud800', '-', 'NEAR(a b)', '“'])('takes the odd query case %#', async (query) => {
    expect((await search(query)).totalCount).toBeGreaterThanOrEqual(0);
  });

  it('prints no code of a terminal into a pipe, whatever the environment says, nor those of an article', async () => {
    for (const env of [{}, { CI: 'true' }, { FORCE_COLOR: '1' }, { NO_COLOR: '1' }]) {
      const { code, stdout, stderr } = await onrecord(['search', 'harbour', '--data', data], { env: env as Record<string, string> });
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain('harbour pier');
      expect(stdout).not.toContain('\u001b');
    }
  });

  it('answers nothing where nothing is', async () => {
    const empty = temporaryFolder();
    await onrecord(['ingest', '-', '--data', empty]);
    const { code, stdout } = await onrecord(['search', 'anything', '--json', '--data', empty]);
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { totalCount: 0, hits: [] }]);
  });

  it('reindex rebuilds while a service answers, which goes over to the new index', async () => {
    const service = await startService(['--data', data, '--no-seeds']);
    try {
      const count = async (query: string): Promise<number | undefined> =>
        (await service.graphql<{ search: { totalCount: number } }>('query ($q: String!) { search(query: $q, types: [ARTICLE]) { totalCount } }', { q: query })).data?.search.totalCount;
      expect(await count('harbour')).toBe(30);
      let running = true;
      const reindexed = onrecord(['reindex', '--data', data]).finally(() => (running = false));
      const counts: (number | undefined)[] = [];
      while (running) counts.push(await count('harbour'));
      const { code, stdout, stderr } = await reindexed;
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^\d+ documents indexed\n$/);
      expect(counts.length).toBeGreaterThan(3);
      expect(new Set(counts)).toEqual(new Set([30]));
      expect(await count('harbour')).toBe(30);
      await onrecord(['ingest', '-', '--data', data], { input: JSON.stringify({ body: '“Quillfeather bridge is open,” said Ada Brook.' }) });
      expect(await count('quillfeather')).toBe(1);
    } finally {
      await service.kill();
    }
  });
});
