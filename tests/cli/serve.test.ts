import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onrecord, spawnCommand, startService, type Service } from '../support/command.js';
import { makeFolder, removeFolder, temporaryFolder, write } from '../support/folder.js';

describe('serve', () => {
  let folder: string;
  let service: Service;
  beforeAll(async () => {
    folder = makeFolder();
    service = await startService(['--data', folder]);
  });
  afterAll(async () => {
    await service.kill();
    removeFolder(folder);
  });

  it('loads the demonstration articles into an empty folder and finds them at once', async () => {
    const { data } = await service.graphql<{ articles: { totalCount: number }; search: { totalCount: number }; indexStatus: { pending: number; engine: string } }>(
      '{ articles { totalCount } search(query: "compensation") { totalCount } indexStatus { pending engine } }',
    );
    expect(data!.articles.totalCount).toBeGreaterThanOrEqual(25);
    expect(data!.search.totalCount).toBeGreaterThan(0);
    expect(data!.indexStatus).toEqual({ pending: 0, engine: 'embedded' });
  });

  it('answers on its pages', async () => {
    for (const [path, type, text] of [
      ['/', 'text/html', 'OnRecord'],
      ['/playground', 'text/html', 'OnRecord playground'],
      ['/web/start.js', 'javascript', 'suggest'],
      ['/health/live', 'application/json', 'ok'],
      ['/health/ready', 'application/json', 'ok'],
    ]) {
      const response = await fetch(service.url + path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get('content-type'), path).toContain(type);
      expect(await response.text(), path).toContain(text);
    }
  });

  it('finds what another process ingests beside it', async () => {
    const [path] = write(temporaryFolder(), { 'beside.txt': 'Quillfeather bridge reopens\n\n“The Quillfeather bridge is safe again,” said engineer Tamsin Orrell on Monday.' });
    const { code, stdout } = await onrecord(['ingest', path, '--source', 'Beside Times', '--data', folder, '--json']);
    expect(JSON.parse(stdout)).toEqual({ created: 1, updated: 0, unchanged: 0, rejected: [] });
    expect(code).toBe(0);
    const { data } = await service.graphql<{ search: { nodes: { text: string }[] } }>('{ search(query: "quillfeather safe", types: [QUOTE]) { nodes { ... on Quote { text } } } }');
    expect(data!.search.nodes[0].text).toContain('is safe again');
  });

  it('lets a loopback page call it, and no other', async () => {
    const allowed = async (origin: string): Promise<string | null> => (await fetch(`${service.url}/graphql?query={__typename}`, { headers: { origin, 'apollo-require-preflight': '1' } })).headers.get('access-control-allow-origin');
    expect(await allowed('http://localhost:3000')).toBe('http://localhost:3000');
    expect(await allowed('https://elsewhere.example')).toBeNull();
  });

  it('refuses a port that is taken, and nonsense', async () => {
    const taken = await onrecord(['serve', '--port', new URL(service.url).port, '--data', temporaryFolder(), '--no-seeds']);
    expect(taken.code).toBe(2);
    expect(taken.stderr).toMatch(/INVALID_CONFIG: Port \d+ is in use/);
    expect((await onrecord(['serve', '--port', 'abc'])).code).toBe(2);
    expect((await onrecord(['serve', '--bogus'])).code).toBe(2);
  });
});

describe('serve, once more', () => {
  it('does not load the articles twice, keeps ids, and ends with 0 on SIGTERM', async () => {
    const folder = temporaryFolder();
    const ids = async (service: Service): Promise<unknown> => (await service.graphql('{ articles(first: 100) { totalCount nodes { id revision } } }')).data;
    const first = await startService(['--data', folder]);
    const before = await ids(first);
    expect(await first.stop()).toBe(0);
    const second = await startService(['--data', folder]);
    expect(await ids(second)).toEqual(before);
    expect(await second.stop()).toBe(0);
  });

  it('completes a first start that was cut short while the articles loaded', async () => {
    const folder = temporaryFolder();
    await onrecord(['ingest', 'seeds/articles/ferry-meridian-wire.txt', '--data', folder]);
    write(folder, { 'loading-seeds': '' });
    const service = await startService(['--data', folder]);
    const { data } = await service.graphql<{ articles: { totalCount: number } }>('{ articles { totalCount } }');
    expect(data!.articles.totalCount).toBeGreaterThanOrEqual(25);
    await service.kill();
    expect(existsSync(join(folder, 'loading-seeds'))).toBe(false);
  });

  it('ends with 0 on SIGTERM while the articles load, and goes on at the next start', async () => {
    const folder = temporaryFolder();
    const child = spawnCommand(['serve', '--port', '0', '--data', folder]);
    const ended = once(child, 'exit');
    while (!existsSync(join(folder, 'loading-seeds'))) await sleep(5);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(existsSync(join(folder, 'loading-seeds'))).toBe(true);
    const service = await startService(['--data', folder]);
    const { data } = await service.graphql<{ articles: { totalCount: number } }>('{ articles { totalCount } }');
    expect(data!.articles.totalCount).toBeGreaterThanOrEqual(25);
    expect(await service.stop()).toBe(0);
  });

  it('starts empty with --no-seeds, and needs the key for mutations on an outside address', async () => {
    const service = await startService(['--data', temporaryFolder(), '--no-seeds', '--host', '0.0.0.0'], { ONRECORD_ADMIN_KEY: 'a key for tests' });
    try {
      const url = service.url.replace('0.0.0.0', '127.0.0.1');
      const ingest = async (headers: Record<string, string>): Promise<{ data?: { ingestArticles: unknown }; errors?: { extensions: { code: string } }[] }> =>
        (await (await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ query: 'mutation { ingestArticles(articles: [{ body: "“Yes,” said Ada Brook." }]) { results { status } } }' }),
        })).json()) as never;
      expect((await ingest({})).errors![0].extensions.code).toBe('UNAUTHENTICATED');
      expect((await ingest({ authorization: 'Bearer wrong' })).errors![0].extensions.code).toBe('UNAUTHENTICATED');
      expect((await ingest({ authorization: 'Bearer a key for tests' })).data!.ingestArticles).toEqual({ results: [{ status: 'CREATED' }] });
    } finally {
      await service.kill();
    }
  });
});
