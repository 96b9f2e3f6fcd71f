import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { DATABASE_FILE } from '../../src/store/sqlite.js';
import { jsonLines, onrecord, spawnCommand } from '../support/command.js';
import { temporaryFolder, write } from '../support/folder.js';

// Each test starts several processes.
vi.setConfig({ testTimeout: 120_000 });

interface Summary {
  created: number;
  updated: number;
  unchanged: number;
  rejected: { file: string; line: number | null; code: string; message: string }[];
}
interface Article {
  id: string;
  publisherId: string | null;
  title: string | null;
  body: string;
  source: { name: string; domain: string | null } | null;
  url: string | null;
  publishedAt: string | null;
  byline: string | null;
  language: string | null;
  revision: number;
}
const ingest = async (data: string, args: string[], input?: string): Promise<Summary & { code: number | null }> => {
  const { code, stdout, stderr } = await onrecord(['ingest', ...args, '--json', '--data', data], { input });
  expect(stderr).toBe('');
  const lines = jsonLines(stdout);
  expect(lines.map((line) => Object.keys(line))).toEqual([['created', 'updated', 'unchanged', 'rejected']]);
  return { code, ...(lines[0] as unknown as Summary) };
};
const exported = async (data: string, kind = 'articles'): Promise<Article[]> => jsonLines((await onrecord(['export', kind, '--data', data])).stdout) as unknown as Article[];
/** Counted beside the process that writes them; 0 as long as it has not made its store. */
const storedArticles = (data: string): number => {
  const file = join(data, DATABASE_FILE);
  if (!existsSync(file)) return 0;
  const database = new Database(file, { readonly: true });
  try {
    const isMade = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'articles'`).get() !== undefined;
    return isMade ? database.prepare<[], number>('SELECT count(*) FROM articles').pluck().get()! : 0;
  } finally {
    database.close();
  }
};
const body = (n: string): string => `Well ${n}\n\n“Well word${n} gives clear water,” said Mayor Ines Calloway.`;

describe('ingest', () => {
  it('reads every format, with what is missing derived, and what it reports is found at once', async () => {
    const [folder, data] = [temporaryFolder(), temporaryFolder()];
    mkdirSync(join(folder, 'sub'));
    write(folder, {
      'a.txt': body('alpha'),
      'b.md': `---\ntitle: Stated\nsource: The Daily Gull\npublishedAt: 2025-03-04\nid: md-1\n---\n# Well beta\n\n“Well wordbeta gives **clear** water,” said Ada Brook.`,
      'c.html': `<html lang="en"><head><title>Well gamma</title><meta property="og:site_name" content="Herald"></head><body><nav>Home</nav><article><h1>Well gamma</h1><p>${body('gamma').split('\n\n')[1]}</p><p>The pump was renewed in the spring and the town paid for all of it.</p></article></body></html>`,
      'd.json': JSON.stringify({ text: body('delta'), url: 'https://www.post.example/d', id: 4 }),
      'e.json': JSON.stringify([{ body: body('epsilon'), source: { name: 'List', domain: 'list.example' } }, { body: body('zeta'), source: 'List' }]),
      'f.jsonl.gz': gzipSync(`${JSON.stringify({ id: 'f1', body: body('eta') })}\n\n${JSON.stringify({ id: 'f2', body: body('theta'), language: 'en', byline: 'Ann Lee' })}`),
      'g.txt.gz': gzipSync(body('iota')),
      'feed.xml': `<rss version="2.0"><channel><title>Feed Times</title><link>https://feed.example/</link><item><title>Kappa</title><link>https://feed.example/k</link><guid>k-1</guid><pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate><description>${body('kappa')}</description></item></channel></rss>`,
      'metadata.json': JSON.stringify({ 'a.txt': { source: 'Meta', publishedAt: '2025-03-05', byline: 'Meta Lee' }, 'sub/h.txt': { title: 'Below' } }),
      'passed-over.bin': 'x',
      'sub/h.txt': body('lambda'),
    });
    const summary = await ingest(data, [folder, '--source', 'Given', '--domain', 'given.example']);
    expect(summary).toEqual({ code: 0, created: 11, updated: 0, unchanged: 0, rejected: [] });
    const of = Object.fromEntries((await exported(data)).map((a) => [/word(\w+)/.exec(a.body)![1], a]));
    expect(of.alpha).toMatchObject({ publisherId: 'a.txt', title: 'Well alpha', body: body('alpha'), source: { name: 'Meta', domain: null }, publishedAt: '2025-03-05T00:00:00.000Z', byline: 'Meta Lee', revision: 1 });
    expect(of.beta).toMatchObject({ publisherId: 'md-1', title: 'Stated', source: { name: 'The Daily Gull' } });
    expect(of.gamma).toMatchObject({ publisherId: 'c.html', title: 'Well gamma', source: { name: 'Herald' }, language: 'en' });
    expect(of.delta).toMatchObject({ publisherId: '4', url: 'https://www.post.example/d' });
    expect([of.epsilon.source, of.zeta.source?.name, of.epsilon.publisherId]).toEqual([{ name: 'List', domain: 'list.example' }, 'List', null]);
    expect([of.eta.publisherId, of.theta.publisherId, of.theta.byline]).toEqual(['f1', 'f2', 'Ann Lee']);
    expect([of.iota.publisherId, of.iota.source]).toEqual(['g.txt', { name: 'Given', domain: 'given.example' }]);
    expect(of.kappa).toMatchObject({ publisherId: 'k-1', url: 'https://feed.example/k', publishedAt: '2025-03-04T10:00:00.000Z' });
    expect(of.lambda).toMatchObject({ publisherId: 'h.txt', title: 'Below' });

    const found = await onrecord(['search', 'wordtheta', '--types', 'quotes', '--json', '--data', data]);
    expect((JSON.parse(found.stdout) as { hits: { label: string }[] }).hits[0].label).toContain('wordtheta');
    expect(await ingest(data, [folder, '--source', 'Given', '--domain', 'given.example'])).toEqual({ code: 0, created: 0, updated: 0, unchanged: 11, rejected: [] });
  });

  it('makes a revision of what changed, in which the quotes that read the same keep their ids', async () => {
    const data = temporaryFolder();
    const line = (text: string): string => JSON.stringify({ id: 'x', source: 'Gull', title: 'Pier', body: text });
    const text = '“The pier is safe,” said Mayor Ines Calloway.\n\n“We tested every plank,” said engineer Tom Hale.';
    expect(await ingest(data, ['-'], line(text))).toMatchObject({ created: 1, code: 0 });
    const before = await exported(data, 'quotes') as unknown as { id: string; text: string }[];
    expect(await ingest(data, ['-'], line(`Updated at noon.\n\n${text.replace('every plank', 'all the planks')}`))).toMatchObject({ created: 0, updated: 1, code: 0 });
    const after = await exported(data, 'quotes') as unknown as { id: string; text: string }[];
    expect((await exported(data)).map((a) => [a.id, a.revision])).toEqual([['art_1', 2]]);
    const kept = before.find((q) => q.text.includes('pier is safe'))!;
    expect(after.find((q) => q.text.includes('pier is safe'))!.id).toBe(kept.id);
  });

  it('takes --metadata for files given by hand, and says where it is wrong', async () => {
    const [folder, data] = [temporaryFolder(), temporaryFolder()];
    const [file, meta, broken] = write(folder, { 'a.txt': body('one'), 'meta.json': '{"a.txt": {"source": "By Hand"}}', 'broken.json': '[1' });
    expect(await ingest(data, [file, '--metadata', broken])).toMatchObject({ code: 1, created: 0, rejected: [{ code: 'INVALID_METADATA', file: broken }] });
    expect(await ingest(data, [file, '--metadata', meta])).toMatchObject({ code: 0, created: 1 });
    expect((await exported(data))[0].source).toEqual({ name: 'By Hand', domain: null });
  });

  it('reports what is bad by file, line, code and message, and takes the rest', async () => {
    const [folder, data] = [temporaryFolder(), temporaryFolder()];
    const files = {
      '1-empty.txt': ['EMPTY_INPUT', ''], '2-large.txt': ['TOO_LARGE', 'word '.repeat(2_200_000)], '3-binary.txt': ['BINARY', new Uint8Array([1, 0, 2, 0])],
      '4-latin1.txt': ['INVALID_UTF8', Buffer.from('caf\xe9 noir', 'latin1')], '6-bodyless.json': ['NO_BODY', '{"title": "x"}'], '7-date.json': ['INVALID_DATE', '{"body": "x", "publishedAt": "2025-02-30"}'],
      '8-cut.json': ['INVALID_JSON', '{"body": "x'], '9-cut.jsonl.gz': ['INVALID_GZIP', gzipSync(body('zip').repeat(50)).subarray(0, 40)],
    } as const;
    const paths = write(folder, Object.fromEntries(Object.entries(files).map(([name, [, content]]) => [name, content])));
    const [lines] = write(folder, { '5-lines.jsonl': `${JSON.stringify({ body: body('good') })}\n{"body": "cut sh\n[]\n{"body":" "}\n${JSON.stringify({ body: body('last') })}\n{"body":"x","publishedAt":"soon"}\n{"body":5}\n` });
    const none = join(folder, 'none.txt');
    const [odd] = write(temporaryFolder(), { 'a.exe': 'x' });
    const { code, created, updated, unchanged, rejected } = await ingest(data, [...paths.slice(0, 4), lines, ...paths.slice(4), none, odd, 'http://127.0.0.1:9/', 'http://10.0.0.1/', 'ftp://x.example/']);
    expect([code, created, updated, unchanged]).toEqual([1, 2, 0, 0]);
    for (const r of rejected) {
      expect(Object.keys(r)).toEqual(['file', 'line', 'code', 'message']);
      expect(r.message).toMatch(/\w{3}/);
      expect(r.message).not.toMatch(/ENOENT|node:|\n\s+at /);
    }
    const codes = Object.values(files).map(([c]) => c);
    expect(rejected.filter((r) => !r.file.startsWith(lines)).map((r) => [r.file, r.line, r.code])).toEqual([
      ...paths.map((path, i) => [path, null, codes[i]]), [none, null, 'NOT_FOUND'], [odd, null, 'UNSUPPORTED_FORMAT'],
      ['http://127.0.0.1:9/', null, 'PRIVATE_ADDRESS'], ['http://10.0.0.1/', null, 'PRIVATE_ADDRESS'], ['ftp://x.example/', null, 'INVALID_URL'],
    ]);
    expect(rejected.filter((r) => r.file === lines).map((r) => [r.line, r.code])).toEqual([[2, 'INVALID_JSON'], [3, 'INVALID_ARTICLE'], [4, 'NO_BODY'], [6, 'INVALID_DATE'], [7, 'INVALID_ARTICLE']]);
  });

  it('without --json: the summary on standard output, what was rejected on standard error, no progress bar', async () => {
    const data = temporaryFolder();
    const { code, stdout, stderr } = await onrecord(['ingest', '-', '--data', data], { input: `${JSON.stringify({ body: body('one') })}\n{"body": ""}\n` });
    expect([code, stdout]).toEqual([1, '1 created, 0 updated, 0 unchanged, 1 rejected\n']);
    expect(stderr).toMatch(/^-:2: NO_BODY: [^\n]+\n$/);
  });

  it('reads a local URL only where it is allowed', async () => {
    const server = createServer((_, response) => response.setHeader('content-type', 'text/plain; charset=utf-8').end(body('web')));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/news`;
    const data = temporaryFolder();
    expect(await ingest(data, [url])).toMatchObject({ code: 1, created: 0, rejected: [{ file: url, line: null, code: 'PRIVATE_ADDRESS' }] });
    expect(await ingest(data, [url, '--allow-private-urls'])).toMatchObject({ code: 0, created: 1, rejected: [] });
    expect((await exported(data))[0]).toMatchObject({ url, source: { name: '127.0.0.1' }, title: 'Well web' });
  });

  it('finds its folder by ONRECORD_DATA, and --data goes before it', async () => {
    const [byEnv, byOption] = [temporaryFolder(), temporaryFolder()];
    const env = { ONRECORD_DATA: byEnv };
    await onrecord(['ingest', '-'], { input: JSON.stringify({ body: body('env') }), env });
    await onrecord(['ingest', '-', '--data', byOption], { input: JSON.stringify({ body: body('option') }), env });
    expect((await exported(byEnv)).map((a) => a.body)).toEqual([body('env')]);
    expect((await exported(byOption)).map((a) => a.body)).toEqual([body('option')]);
  });
});

const many = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => JSON.stringify({ id: `n${from + i}`, source: 'Gull', body: body(`n${from + i}`) })).join('\n');

describe('several ingests', () => {
  it('at the same time on one folder both succeed, and all is found', async () => {
    const data = temporaryFolder();
    const runs = await Promise.all([ingest(data, ['-'], many(0, 60)), ingest(data, ['-'], many(40, 100))]);
    expect(runs.map((r) => [r.code, r.updated, r.rejected])).toEqual([[0, 0, []], [0, 0, []]]);
    expect(runs[0].created + runs[1].created).toBe(100);
    expect(runs[0].unchanged + runs[1].unchanged).toBe(20);
    const { stdout } = await onrecord(['search', '', '--types', 'articles', '--json', '--data', data]);
    expect((JSON.parse(stdout) as { totalCount: number }).totalCount).toBe(100);
  });

  it('the first killed in the middle: what is in is whole, and the second completes it', async () => {
    const [data, count] = [temporaryFolder(), 600];
    const [file] = write(temporaryFolder(), { 'big.jsonl': many(0, count) });
    const child = spawnCommand(['ingest', file, '--data', data]);
    const closed = new Promise((resolve) => child.once('close', resolve));
    await vi.waitUntil(() => storedArticles(data) > 0, { timeout: 60_000, interval: 20 });
    child.kill('SIGKILL');
    await closed;
    expect(child.signalCode).toBe('SIGKILL');
    const whole = await exported(data);
    const quotes = await exported(data, 'quotes') as unknown as { article: { id: string } }[];
    const quoted = new Set(quotes.map((q) => q.article.id));
    expect(whole.length).toBeGreaterThan(0);
    expect(whole.length).toBeLessThan(count);
    for (const article of whole) expect([article.body, quoted.has(article.id)]).toEqual([body(article.publisherId!), true]);
    const again = await ingest(data, [file]);
    expect(again).toEqual({ code: 0, created: count - whole.length, updated: 0, unchanged: whole.length, rejected: [] });
    const { stdout } = await onrecord(['search', 'wordn0', '--types', 'quotes', '--json', '--data', data]);
    expect((JSON.parse(stdout) as { totalCount: number }).totalCount).toBeGreaterThan(0);
  }, 180_000);
});
