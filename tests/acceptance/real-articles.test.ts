/** Facts that any reader of five real articles on one event would state. The articles are outside data. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onrecord, startService, type Service } from '../support/command.js';
import { corpus, WITHOUT_CORPUS } from '../support/corpus.js';
import { makeFolder, removeFolder } from '../support/folder.js';

const seeds = corpus('seeds');

interface QuoteNode {
  id: string;
  kind: string;
  text: string;
  mention: { text: string } | null;
  speaker: { id: string; name: string } | null;
  article: { id: string; publisherId: string };
}

describe.skipIf(!seeds)(`five outlets on one event${seeds ? '' : ` (${WITHOUT_CORPUS})`}`, () => {
  let folder: string;
  let service: Service;
  let quotes: QuoteNode[];
  const ask = async <T>(query: string): Promise<T> => {
    const { data, errors } = await service.graphql<T>(query);
    expect(errors).toBeUndefined();
    return data!;
  };

  beforeAll(async () => {
    folder = makeFolder();
    const { code, stdout } = await onrecord(['ingest', seeds!, '--data', folder, '--json']);
    expect(JSON.parse(stdout)).toEqual({ created: 5, updated: 0, unchanged: 0, rejected: [] });
    expect(code).toBe(0);
    service = await startService(['--data', folder, '--no-seeds']);
    ({ quotes: { nodes: quotes } } = await ask<{ quotes: { nodes: QuoteNode[] } }>(
      '{ quotes(first: 100) { nodes { id kind text mention { text } speaker { id name } article { id publisherId } } } }',
    ));
  });
  afterAll(async () => {
    await service?.kill();
    if (folder) removeFolder(folder);
  });

  it('have their outlets and dates from metadata.json', async () => {
    const { articles } = await ask<{ articles: { nodes: { source: { name: string }; publishedAt: string; publisherId: string }[] } }>(
      '{ articles { nodes { publisherId publishedAt source { name } } } }',
    );
    expect(articles.nodes).toHaveLength(5);
    expect(articles.nodes.map((a) => a.publishedAt)).toEqual(Array(5).fill('2025-10-09T00:00:00.000Z'));
    expect(articles.nodes.map((a) => a.source.name)).toContain('FMT');
  });

  it('name Putin and Aliyev as one speaker each', async () => {
    for (const [surname, name] of [['Putin', 'Vladimir Putin'], ['Aliyev', 'Ilham Aliyev']]) {
      const speakers = new Map(quotes.filter((q) => q.speaker?.name.includes(surname)).map((q) => [q.speaker!.id, q.speaker!.name]));
      expect([...speakers.values()]).toEqual([name]);
    }
    const { speaker } = await ask<{ speaker: { sources: { totalCount: number } } }>('{ speaker(name: "Vladimir Putin") { sources { totalCount } } }');
    expect(speaker.sources.totalCount).toBe(5);
  });

  it('resolve "he said" to the one who speaks', () => {
    const byPronoun = quotes.filter((q) => q.mention?.text.toLowerCase() === 'he' && q.kind === 'DIRECT');
    const speakers = byPronoun.map((q) => q.speaker?.name);
    expect(speakers.filter((name) => name === 'Vladimir Putin').length).toBeGreaterThanOrEqual(3);
    expect(byPronoun.filter((q) => q.text.includes('personal oversight')).map((q) => q.speaker?.name)).toEqual(['Ilham Aliyev']);
  });

  it('render the promise of compensation as one statement, direct in some and indirect in others', async () => {
    const { statements } = await ask<{ statements: { nodes: { speaker: { name: string }; articleCount: number; renderings: { nodes: { quote: { kind: string; text: string } }[] } }[] } }>(
      '{ statements(filter: { text: "compensation" }, orderBy: MOST_SOURCES, first: 1) { nodes { speaker { name } articleCount renderings { nodes { quote { kind text } } } } } }',
    );
    const [promise] = statements.nodes;
    expect(promise.speaker.name).toBe('Vladimir Putin');
    expect(promise.articleCount).toBeGreaterThanOrEqual(4);
    const ofMoney = promise.renderings.nodes.filter(({ quote }) => /compensat/i.test(quote.text));
    expect(ofMoney.length).toBeGreaterThanOrEqual(4);
    expect(new Set(ofMoney.map(({ quote }) => quote.kind))).toEqual(new Set(['DIRECT', 'INDIRECT']));
  });

  it('give no quote from links and newsletter lines', async () => {
    expect(quotes.filter((q) => /READ MORE|Subscribe|Stay current|Starmer|Exit mobile|Share\./.test(q.text))).toEqual([]);
    const { articles } = await ask<{ articles: { nodes: { body: string; boilerplate: { start: number; end: number }[] }[] } }>('{ articles { nodes { body boilerplate { start end } } } }');
    const noise = articles.nodes.flatMap((a) => a.boilerplate.map((s) => a.body.slice(s.start, s.end))).join('\n');
    for (const line of ['READ MORE', 'Subscribe to our newsletter', 'Stay current', 'Exit mobile version', 'Getty Images']) expect(noise).toContain(line);
  });

  it('share statements although almost no passage is copied', async () => {
    const { sourceOverlaps } = await ask<{ sourceOverlaps: { totalCount: number; nodes: { sharedStatementCount: number; reprintCount: number; articleOverlaps: { nodes: { relation: string; containmentAInB: number; containmentBInA: number }[] } }[] } }>(
      '{ sourceOverlaps { totalCount nodes { sharedStatementCount reprintCount articleOverlaps { nodes { relation containmentAInB containmentBInA } } } } }',
    );
    expect(sourceOverlaps.nodes.filter((pair) => pair.sharedStatementCount > 0).length).toBeGreaterThanOrEqual(6);
    for (const { relation, containmentAInB, containmentBInA } of sourceOverlaps.nodes.flatMap((pair) => pair.articleOverlaps.nodes)) {
      expect(relation).toBe('COMMON_SOURCE');
      expect(Math.max(containmentAInB, containmentBInA)).toBeLessThan(0.15);
    }
  });

  it('are found by words, by speaker and by rendering', async () => {
    const { search, findRenderings } = await ask<{ search: { nodes: { name?: string }[] }; findRenderings: { nodes: { quote: { speaker: { name: string } | null } }[] } }>(
      '{ search(query: "putin", first: 3) { nodes { ... on Speaker { name } } } findRenderings(text: "Russia will do everything to provide compensation") { nodes { quote { speaker { name } } } } }',
    );
    expect(search.nodes.map((n) => n.name)).toContain('Vladimir Putin');
    expect(findRenderings.nodes[0].quote.speaker?.name).toBe('Vladimir Putin');
  });

  it('are answered with spans that give the text back', async () => {
    const { quotes: all } = await ask<{ quotes: { nodes: { text: string; content: { start: number; end: number }[]; article: { body: string } }[] } }>(
      '{ quotes(first: 100) { nodes { text content { start end } article { body } } } }',
    );
    for (const { text, content, article } of all.nodes) expect(content.map((s) => article.body.slice(s.start, s.end)).join(' ')).toBe(text);
  });
});
