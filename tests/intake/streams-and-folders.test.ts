import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readInputs } from '../../src/intake/index.js';
import type { IntakeProgress } from '../../src/intake/index.js';
import { brief, draftOf, folderOf, outcomeOf, readAll } from './setup.js';

const line = (title: string): string => JSON.stringify({ title, body: `${title}.` });
const MB = 1024 * 1024;

// The collector when it is asked for: what the process has mapped depends on when it last ran by itself.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes that are still held once everything that can go is gone. */
function heldBytes(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe('JSONL', () => {
  it('reads the good lines around the bad ones, and says which those are', async () => {
    const lines = [line('A'), '{"title":"cut","body":"sho', '', line('D'), '[1]', '{"title":"F"}', Buffer.from('{"body":"caf\xe9"}', 'latin1'), '{"body":"x\0"}', `${line('I')}\r`, line('J')];
    const content = Buffer.concat(lines.flatMap((l) => [Buffer.from(l), Buffer.from('\n')]));
    const expected = ['1 A', '2 INVALID_JSON', '4 D', '5 INVALID_ARTICLE', '6 NO_BODY', '7 INVALID_UTF8', '8 BINARY', '9 I', '10 J'];
    expect(await outcomeOf('a.jsonl', content)).toEqual(expected);
    expect(await outcomeOf('a.ndjson.gz', gzipSync(content))).toEqual(expected);
    expect(brief(await readAll('-', { stdin: Readable.from([content]) }))).toEqual(expected);
    // However the stream is cut, a line is a line.
    expect(brief(await readAll('-', { stdin: Readable.from([...content].map((byte) => Buffer.from([byte]))) }))).toEqual(expected);
  });

  it('needs no last line end, takes a byte-order mark and UTF-16', async () => {
    expect(await outcomeOf('a.jsonl', `\ufeff${line('A')}\n${line('B')}`)).toEqual(['1 A', '2 B']);
    const wide = Buffer.from(`\ufeff${line('É')}\r\n${line('B')}`, 'utf16le');
    expect(await outcomeOf('a.jsonl', wide)).toEqual(['1 É', '2 B']);
    expect(brief(await readAll('-', { stdin: Readable.from([...wide].map((byte) => Buffer.from([byte]))) }))).toEqual(['1 É', '2 B']);
  });

  it.each([['', 'EMPTY_INPUT'], ['\n \n', 'EMPTY_INPUT'], ['%PDF-1.7\n...', 'BINARY']])('refuses %j', async (content, code) => {
    expect((await outcomeOf('a.jsonl', content)).at(0)).toMatch(code);
    expect(brief(await readAll('-', { stdin: Readable.from([content]) })).at(0)).toMatch(code);
  });

  it('keeps what stood before the damage of a cut .gz', async () => {
    const whole = gzipSync(Array.from({ length: 5000 }, (_, i) => line(`Title ${i} ${(i * 7919) % 10007}`)).join('\n'));
    const items = brief(await readAll(join(folderOf({ 'a.jsonl.gz': whole.subarray(0, whole.length >> 1) }), 'a.jsonl.gz')));
    expect(items.at(-1)).toBe('- INVALID_GZIP');
    expect(items.length).toBeGreaterThan(1000);
    expect(items.slice(0, -1).every((item, i) => item.startsWith(`${i + 1} Title ${i} `))).toBe(true);
  });

  it('passes over a line of more than 64 MB without keeping it', async () => {
    async function* content(): AsyncGenerator<Buffer> {
      yield Buffer.from(`${line('A')}\n{"body":"`);
      for (let i = 0; i < 70; i += 1) yield Buffer.alloc(MB, 'a');
      yield Buffer.from(`"}\n${line('C')}\n`);
    }
    expect(brief(await readAll('-', { stdin: Readable.from(content()) }))).toEqual(['1 A', '2 TOO_LARGE', '3 C']);
  });

  it('reads 100 MB in bounded memory, compressed too', async () => {
    const body = 'word '.repeat(20_000);
    const total = 1000;
    async function* lines(): AsyncGenerator<string> {
      for (let i = 0; i < total; i += 1) yield `${JSON.stringify({ title: `T${i}`, body })}\n`;
    }
    for (const stdin of [Readable.from(lines()), null]) {
      const folder = folderOf({});
      const path = join(folder, 'a.jsonl.gz');
      if (!stdin) {
        const chunks: Buffer[] = [];
        for await (const chunk of Readable.from(lines()).pipe(createGzip({ level: 1 }))) chunks.push(chunk as Buffer);
        writeFileSync(path, Buffer.concat(chunks));
      }
      const before = heldBytes();
      let [count, most] = [0, 0];
      for await (const item of stdin ? readInputs(['-'], { stdin }) : readInputs([path])) {
        if ('draft' in item && item.draft.body === body) count += 1;
        if (count % 100 === 0) most = Math.max(most, heldBytes() - before);
      }
      expect(count).toBe(total);
      expect(most).toBeLessThan(30 * MB);
    }
  });

  it('stops reading when its consumer does', async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<string> {
      for (;;) yield `${line(String(read++))}\n`;
    }
    for await (const item of readInputs(['-'], { stdin: Readable.from(endless()) })) if (item.line === 3) break;
    expect(read).toBeLessThan(100);
  });
});

describe('folders', () => {
  it('are read whole, sorted by name, hidden and unknown files passed over', async () => {
    const folder = folderOf({ 'b.txt': 'B', 'a/z.txt': 'AZ', 'a/y.json': '{"body":"AY"}', 'c.JSONL': line('C'), '.hidden.txt': 'no', '.git/x.txt': 'no', 'image.png': 'no', README: 'no', 'empty.txt': '' });
    const items = await readAll(folder);
    expect(brief(items)).toEqual(['- AY', '- AZ', '- B', '1 C', '- EMPTY_INPUT']);
    expect(items.map((item) => item.file.slice(folder.length + 1))).toEqual(['a/y.json', 'a/z.txt', 'b.txt', 'c.JSONL', 'empty.txt']);
  });

  it('follow links, but never in a circle', async () => {
    const folder = folderOf({ 'in/a.txt': 'A' });
    const outside = folderOf({ 'b.txt': 'B' });
    symlinkSync(folder, join(folder, 'in/up'));
    symlinkSync('loop.txt', join(folder, 'loop.txt'));
    symlinkSync(outside, join(folder, 'out'));
    symlinkSync(join(outside, 'b.txt'), join(folder, 'z.txt'));
    symlinkSync(join(outside, 'gone.txt'), join(folder, 'zz.txt'));
    expect(brief(await readAll(folder))).toEqual(['- A', '- UNREADABLE', '- B', '- B', '- NOT_FOUND']);
  });

  it('say so where a path names nothing, or nothing that is read', async () => {
    const folder = folderOf({ 'a.pdf': 'x', 'a.tar.gz': gzipSync('x'), noextension: 'x', 'good.txt': 'Good' });
    const names = ['a.pdf', 'a.tar.gz', 'noextension', 'missing.txt', 'good.txt/deeper.txt', 'good.txt'];
    expect(brief(await readAll([...names.map((name) => join(folder, name)), '', 'bad\0name.txt', 'ftp://a.example/x.txt']))).toEqual([
      '- UNSUPPORTED_FORMAT', '- UNSUPPORTED_FORMAT', '- UNSUPPORTED_FORMAT', '- NOT_FOUND', '- NOT_FOUND', '- Good', '- NOT_FOUND', '- NOT_FOUND', '- INVALID_URL',
    ]);
  });

  it('tell how far they are', async () => {
    const folder = folderOf({ 'a.txt': 'AAAA', 'b.txt.gz': gzipSync('B'), 'c.jsonl': `${line('C')}\n` });
    const seen: IntakeProgress[] = [];
    await readAll(folder, { onProgress: (progress) => seen.push(progress) });
    const last = seen.at(-1)!;
    expect(last).toEqual({ inputs: { done: 3, total: 3 }, bytes: last.totalBytes, totalBytes: 4 + gzipSync('B').length + line('C').length + 1 });
    expect(seen.every((p, i) => i === 0 || p.bytes >= seen[i - 1].bytes)).toBe(true);
  });
});

it('files of one name in several folders are several articles', async () => {
  const folder = folderOf({ '2024/01.txt': 'A', '2025/01.txt.gz': gzipSync('B'), '2025/02.txt': 'C' });
  const ids = async (inputs: string[]): Promise<unknown[]> => (await readAll(inputs)).map((item) => 'draft' in item && item.draft.publisherId);
  expect(await ids([folder])).toEqual(['2024/01.txt', '2025/01.txt', '02.txt']);
  expect(await ids([join(folder, '2024'), join(folder, '2025/02.txt')])).toEqual(['01.txt', '02.txt']);
});

describe('metadata', () => {
  const metadata = (fields: unknown): string => JSON.stringify(fields);

  it('of a folder serves its files and those below, by name', async () => {
    const folder = folderOf({
      'metadata.json': metadata({ 'a.txt': { source: { name: 'Outlet 0' }, publishedAt: '2025-10-09', language: 'en' }, 'sub/b.txt': { source: 'Outlet 1' }, 'c.txt': { title: 'By hand' } }),
      'a.txt': 'A', 'sub/b.txt': 'B', 'sub/c.txt.gz': gzipSync('C'), 'sub/metadata.json': metadata({ 'd.txt': { byline: 'Dee' } }), 'sub/d.txt': 'D',
    });
    const drafts = (await readAll(`${folder}/`)).map((item) => ('draft' in item ? item.draft : null));
    expect(drafts).toMatchObject([
      { publisherId: 'a.txt', title: 'A', sourceName: 'Outlet 0', publishedAt: '2025-10-09T00:00:00.000Z', language: 'en' },
      { title: 'B', sourceName: 'Outlet 1' }, { title: 'By hand' }, { byline: 'Dee' },
    ]);
    expect(await readAll([join(folder, 'a.txt'), join(folder, 'metadata.json')])).toMatchObject([{ draft: { sourceName: 'Outlet 0' } }]);
  });

  it('stands between what a file states and what is derived', async () => {
    const file = join(folderOf({ 'm.json': metadata({ 'a.json': { source: { name: 'Given', domain: 'given.example' }, title: 'Given', url: 'https://given.example/1' } }) }), 'm.json');
    expect(await draftOf('a.json', '{"body":"Head\\n\\nText"}', { metadata: file, source: 'Option' })).toMatchObject({ title: 'Given', sourceName: 'Given', sourceDomain: 'given.example', url: 'https://given.example/1' });
    expect(await draftOf('a.json', '{"body":"x","title":"Own","source":"Own"}', { metadata: file })).toMatchObject({ title: 'Own', sourceName: 'Own', sourceDomain: null });
    expect(await draftOf('a.json', '{"body":"x","source":"given"}', { metadata: file })).toMatchObject({ sourceName: 'given', sourceDomain: 'given.example' });
    const many = await readAll(join(folderOf({ 'a.json': '[{"body":"One"},{"body":"Two"}]' }), 'a.json'), { metadata: file });
    expect(many).toMatchObject([{ draft: { title: 'One', url: null, sourceName: 'Given' } }, { draft: { title: 'Two', url: null, sourceName: 'Given' } }]);
  });

  it('leaves to --source and --domain what nothing else gives', async () => {
    const options = { source: 'Option', domain: 'option.example' };
    expect(await draftOf('a.txt', 'x', options)).toMatchObject({ sourceName: 'Option', sourceDomain: 'option.example' });
    expect(await draftOf('a.txt', 'x', { domain: 'option.example' })).toMatchObject({ sourceName: 'option.example', sourceDomain: 'option.example' });
    expect(await draftOf('a.json', '{"body":"x","source":"Own"}', options)).toMatchObject({ sourceName: 'Own', sourceDomain: null });
    expect(await draftOf('a.json', '{"body":"x","source":"Own"}', { domain: 'own.example' })).toMatchObject({ sourceName: 'Own', sourceDomain: 'own.example' });
    expect(await draftOf('a.json', '{"body":"x","url":"https://host.example/1"}', options)).toMatchObject({ sourceName: 'Option', sourceDomain: 'option.example' });
  });

  it.each([['no JSON', '{"a.txt":'], ['a list', '[]'], ['an entry that is no object', '{"a.txt":"Outlet"}'], ['empty', ''], ['binary', 'a\0b']])(
    'that is %s keeps back its folder, and only that',
    async (_, content) => {
      const folder = folderOf({ 'bad/a.txt': 'A', 'bad/b.txt': 'B', 'bad/deep/c.txt': 'C', 'good/d.txt': 'D', 'bad/metadata.json': content });
      const items = await readAll(folder);
      expect(brief(items)).toEqual(['- INVALID_METADATA', '- D']);
      expect(items[0].file).toBe(join(folder, 'bad/metadata.json'));
    },
  );

  it('with a wrong entry keeps back that file alone', async () => {
    const folder = folderOf({ 'metadata.json': metadata({ 'a.txt': { publishedAt: 'yesterday' }, 'b.txt': { language: 'en' } }), 'a.txt': 'A', 'b.txt': 'B' });
    const items = await readAll(folder);
    expect(brief(items)).toEqual(['- INVALID_METADATA', '- B']);
    expect(basename(items[0].file)).toBe('a.txt');
  });

  it('named by hand and not to be read keeps everything back', async () => {
    const folder = folderOf({ 'a.txt': 'A', 'm.json': '[' });
    mkdirSync(join(folder, 'dir'));
    expect(brief(await readAll(join(folder, 'a.txt'), { metadata: join(folder, 'm.json') }))).toEqual(['- INVALID_METADATA']);
    expect(brief(await readAll(join(folder, 'a.txt'), { metadata: join(folder, 'none.json') }))).toEqual(['- NOT_FOUND']);
    expect(brief(await readAll(join(folder, 'a.txt'), { metadata: join(folder, 'dir') }))).toEqual(['- UNREADABLE']);
  });
});

describe.runIf(process.platform === 'linux')('files that are refused unread', () => {
  it('are not left open', async () => {
    const folder = folderOf({});
    for (const name of ['a.txt', 'b.txt', 'c.json', 'd.html', 'e.xml']) {
      writeFileSync(join(folder, name), '');
      truncateSync(join(folder, name), 65 * MB);
    }
    const openFiles = (): number => readdirSync('/proc/self/fd').length;
    const before = openFiles();
    expect((await readAll(folder)).every((item) => 'error' in item && item.error.code === 'TOO_LARGE')).toBe(true);
    // Time for a file that was opened nevertheless to show.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(openFiles()).toBeLessThanOrEqual(before);
  });
});
