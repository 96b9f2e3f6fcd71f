import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isPublicAddress, lookupWith } from '../../src/intake/address.js';
import { fetchUrl } from '../../src/intake/fetch.js';
import { brief, readAll, serve } from './setup.js';

const MB = 1024 * 1024;
const open = { allowPrivateUrls: true };

const answer = (response: ServerResponse, type: string, body: string | Uint8Array, headers: Record<string, string> = {}): void => {
  response.writeHead(200, { 'content-type': type, ...headers }).end(body);
};

const codeOf = async (url: string, options: Parameters<typeof fetchUrl>[1]): Promise<string> =>
  fetchUrl(url, options).then(() => 'fetched', (error: unknown) => (error as { code: string }).code);

describe('addresses', () => {
  it.each(['93.184.215.14', '8.8.8.8', '2606:4700:4700::1111', '2a00:1450:4001:80e::200e'])('lets %s pass', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    '127.0.0.1', '127.255.0.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '100.100.100.200', '192.0.0.192',
    '198.18.0.1', '224.0.0.1', '255.255.255.255', '240.0.0.1', '168.63.129.16', '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', 'fe80::1', 'fec0::1', 'fc00::1',
    'fd00:ec2::254', 'ff02::1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:1::1', '2001:db8::1', 'localhost', '',
  ])('refuses %j', (address) => expect(isPublicAddress(address)).toBe(false));

  it('refuses a name that resolves to a private address, in the look-up that the connection uses', async () => {
    const failed = await new Promise<NodeJS.ErrnoException | null>((resolve) => lookupWith(isPublicAddress)('localhost', { all: true }, (error) => resolve(error)));
    expect(failed).toMatchObject({ code: 'PRIVATE_ADDRESS' });
  });
});

describe('URLs', () => {
  it('to private addresses are refused before anything is sent', async () => {
    let asked = 0;
    const base = await serve((_, response) => { asked += 1; answer(response, 'text/plain', 'secret'); });
    const port = new URL(base).port;
    const hosts = ['127.0.0.1', 'localhost', '0.0.0.0', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '127.1'];
    const items = await readAll(hosts.map((host) => `http://${host}:${port}/`));
    expect(brief(items)).toEqual(hosts.map(() => '- PRIVATE_ADDRESS'));
    expect(asked).toBe(0);
    expect(brief(await readAll(`${base}/a.txt`, open))).toEqual(['- secret']);
    expect(asked).toBe(1);
  });

  it('that are none, of another scheme, or with credentials are refused', async () => {
    expect(brief(await readAll(['http://', 'https://a b/', 'http://user:pw@a.example/', 'file:///etc/hostname', 'gopher://a.example/'], open))).toEqual(Array(5).fill('- INVALID_URL'));
  });

  it('are read by their content type', async () => {
    const article = '<html><head><title>Page</title><link rel="canonical" href="/page"></head><body><article><p>Some text of a page.</p></article></body></html>';
    const feed = '<rss version="2.0"><channel><title>F</title><link>https://f.example/</link><item><title>Item</title><description>Text</description></item></channel></rss>';
    const base = await serve(({ url }, response) => {
      switch (new URL(url!, 'http://x').pathname) {
        case '/page': answer(response, 'text/html; charset=utf-8', article); break;
        case '/latin': answer(response, 'text/plain; charset="iso-8859-1"', Buffer.from('Caf\xe9', 'latin1')); break;
        case '/feed': answer(response, 'application/rss+xml', feed); break;
        case '/feed-as-html': answer(response, 'text/html', `<?xml version="1.0"?>\n${feed}`); break;
        case '/list': answer(response, 'application/json', '[{"title":"One","body":"x"},{"title":2,"body":"x"}]'); break;
        case '/lines.jsonl': answer(response, 'text/plain', '{"title":"L1","body":"x"}\n{"title":"L2","body":"x"}\n'); break;
        case '/lines.jsonl.gz': answer(response, 'application/octet-stream', gzipSync('{"title":"L1","body":"x"}')); break;
        case '/image': answer(response, 'image/png', 'x'); break;
        case '/empty': answer(response, 'text/html', ''); break;
        default: response.writeHead(404).end('none');
      }
    });
    const paths = ['page?x=1#top', 'latin', 'feed', 'feed-as-html', 'list', 'lines.jsonl', 'lines.jsonl.gz', 'image', 'empty', 'missing'];
    const items = await readAll(paths.map((path) => `${base}/${path}`), open);
    expect(brief(items)).toEqual(['- Page', '- Café', '1 Item', '1 Item', '1 One', '2 INVALID_ARTICLE', '1 L1', '2 L2', '1 L1', '- UNSUPPORTED_FORMAT', '- EMPTY_INPUT', '- FETCH_FAILED']);
    expect(items[0]).toMatchObject({ file: `${base}/page?x=1#top`, draft: { url: `${base}/page`, publisherId: null, sourceName: '127.0.0.1', sourceDomain: '127.0.0.1', body: 'Some text of a page.' } });
    expect(items[1]).toMatchObject({ draft: { url: `${base}/latin` } });
  });

  it('cannot pass themselves off as pages of another site', async () => {
    const base = await serve((_, response) => answer(response, 'text/html', '<html><head><link rel="canonical" href="https://other.example/a"></head><body><p>Text</p></body></html>'));
    expect(await readAll(`${base}/b`, open)).toMatchObject([{ draft: { url: `${base}/b`, sourceDomain: '127.0.0.1' } }]);
  });

  it('send who asks, and no cookies, after redirects neither', async () => {
    const seen: (string | undefined)[][] = [];
    const base = await serve(({ url, headers }, response) => {
      seen.push([url, headers['user-agent'], headers.cookie, headers.authorization]);
      if (url === '/a') response.writeHead(302, { location: '/b', 'set-cookie': 'id=1' }).end();
      else answer(response, 'text/plain', 'Text');
    });
    expect(await readAll(`${base}/a`, open)).toMatchObject([{ draft: { url: `${base}/b` } }]);
    expect(seen).toMatchObject([['/a', expect.stringMatching(/^OnRecord\/\d+\.\d+\.\d+/), undefined, undefined], ['/b', expect.any(String), undefined, undefined]]);
  });

  it('follow five redirects and no more', async () => {
    const base = await serve(({ url }, response) => {
      const left = Number(url!.slice(1));
      if (left > 0) response.writeHead(301, { location: `/${left - 1}` }).end('moved');
      else answer(response, 'text/plain', 'There');
    });
    expect(brief(await readAll([`${base}/5`, `${base}/6`], open))).toEqual(['- There', '- FETCH_FAILED']);
  });

  it('are refused when a redirect leads to another scheme or carries credentials', async () => {
    const base = await serve(({ url }, response) => response.writeHead(302, { location: decodeURIComponent(url!.slice(1)) }).end());
    const targets = ['file:///etc/hostname', 'ftp://a.example/', 'http://u:p@a.example/', 'data:text/plain,x', 'http://'];
    expect(brief(await readAll(targets.map((t) => `${base}/${encodeURIComponent(t)}`), open))).toEqual(targets.map(() => '- INVALID_URL'));
  });

  it('decode what is compressed, within the bound', async () => {
    const text = 'Text '.repeat(1000);
    const bomb = 'a'.repeat(40 * MB);
    const base = await serve(({ url }, response) => {
      if (url === '/gzip') answer(response, 'text/plain', gzipSync(text), { 'content-encoding': 'gzip' });
      else if (url === '/br') answer(response, 'text/plain', brotliCompressSync(text), { 'content-encoding': 'br' });
      else if (url === '/deflate') answer(response, 'text/plain', deflateSync(text), { 'content-encoding': 'deflate' });
      else if (url === '/bomb') answer(response, 'text/plain', gzipSync(bomb), { 'content-encoding': 'gzip' });
      else if (url === '/cut') answer(response, 'text/plain', gzipSync(text).subarray(0, 25), { 'content-encoding': 'gzip' });
      else if (url === '/huge') answer(response, 'text/plain', bomb);
      else answer(response, 'text/plain', text, { 'content-encoding': 'exotic' });
    });
    const items = await readAll(['gzip', 'br', 'deflate', 'bomb', 'cut', 'huge', 'exotic'].map((path) => `${base}/${path}`), open);
    expect(items.slice(0, 3).map((item) => 'draft' in item && item.draft.body)).toEqual([text, text, text]);
    expect(brief(items.slice(3))).toEqual(['- TOO_LARGE', '- FETCH_FAILED', '- TOO_LARGE', '- FETCH_FAILED']);
  });

  it('that are slow, silent, broken off or closed fail in time', async () => {
    const base = await serve(({ url }, response) => {
      if (url === '/silent') return;
      response.writeHead(200, { 'content-type': 'text/plain', ...(url === '/broken' ? { 'content-length': '100' } : {}) });
      response.write('some');
      if (url === '/broken') setTimeout(() => response.destroy(), 20);
      else {
        const drip = setInterval(() => response.write('.'), 20);
        response.on('close', () => clearInterval(drip));
      }
    });
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const start = performance.now();
    for (const url of [`${base}/silent`, `${base}/drip`, `${base}/broken`, `http://127.0.0.1:${port}/`, 'http://nowhere.invalid/']) {
      expect(await codeOf(url, { allows: () => true, timeoutMs: 400 })).toBe('FETCH_FAILED');
    }
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('stop a server that never ends at the bound', async () => {
    let sent = 0;
    const base = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024, 'a'))) sent += 64 * 1024;
      };
      response.on('drain', more);
      more();
    });
    expect(await codeOf(`${base}/`, { allows: () => true, maxBytes: MB })).toBe('TOO_LARGE');
    expect(sent).toBeLessThan(16 * MB);
  });

  it('are refused when a redirect leads to a refused address, written out or behind a name', async () => {
    // A public server cannot be had in a test, so 127.0.0.1 plays its part.
    const allows = (address: string): boolean => address === '127.0.0.1';
    let asked = 0;
    const base = await serve(({ url }, response) => {
      asked += 1;
      if (url === '/fine') answer(response, 'text/plain', 'Fine');
      else response.writeHead(302, { location: decodeURIComponent(url!.slice(1)) }).end();
    });
    const { port } = new URL(base);
    expect(await codeOf(`${base}/${encodeURIComponent('/fine')}`, { allows })).toBe('fetched');
    const targets = [`http://127.0.0.2:${port}/fine`, `http://[::1]:${port}/fine`, 'http://169.254.169.254/latest/meta-data/', 'http://[::ffff:10.0.0.1]/', 'http://0x0a.1/'];
    for (const target of targets) expect(await codeOf(`${base}/${encodeURIComponent(target)}`, { allows }), target).toBe('PRIVATE_ADDRESS');
    const refusesNames = (address: string): boolean => address === '127.0.0.1' && asked < 8;
    expect(await codeOf(`${base}/${encodeURIComponent(`http://localhost:${port}/fine`)}`, { allows: refusesNames })).toBe('PRIVATE_ADDRESS');
    expect(asked).toBe(2 + targets.length + 1);
  });

  it('ask again for every connection, so that an address that was fine once is not fine for ever', async () => {
    const base = await serve(({ url }, response) => {
      if (url === '/2') answer(response, 'text/plain', 'There');
      else response.writeHead(302, { location: `/${Number(url!.slice(1)) + 1}` }).end();
    });
    const local = `http://localhost:${new URL(base).port}/1`;
    expect(await codeOf(local, { allows: () => true })).toBe('fetched');
    let connections = 0;
    const first = new Set<string>();
    const rebinding = (address: string): boolean => {
      if (first.has(address)) connections += 1;
      first.add(address);
      return connections === 0;
    };
    expect(await codeOf(local, { allows: rebinding })).toBe('PRIVATE_ADDRESS');
  });
});
