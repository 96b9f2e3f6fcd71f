import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES } from '../../src/intake/index.js';
import { draftOf, folderOf, outcomeOf, readAll } from './setup.js';

describe('plain text', () => {
  it('is one article: its title the first line, its id the name of the file, its body untouched', async () => {
    const text = '\r\n  Minister resigns  \r\n\r\n“I go,” she said.\r\n';
    expect(await draftOf('a.txt', `\ufeff${text}`)).toEqual({
      publisherId: 'a.txt', url: null, title: 'Minister resigns', body: text, sourceName: null, sourceDomain: null,
      byline: null, language: null, publishedAt: null,
    });
  });

  it('takes no long first line for a title', async () => {
    expect((await draftOf('a.txt', 'x'.repeat(200))).title).toBe('x'.repeat(200));
    expect((await draftOf('a.txt', 'x'.repeat(201))).title).toBeNull();
  });

  it('decodes UTF-16 with a byte-order mark', async () => {
    const little = Buffer.from('\ufeffTitle\n“Ja”', 'utf16le');
    expect((await draftOf('a.txt', little)).body).toBe('Title\n“Ja”');
    expect((await draftOf('a.txt', Buffer.from(little).swap16())).body).toBe('Title\n“Ja”');
  });

  it('reads .gz, and the id is the name without it', async () => {
    expect(await draftOf('a.txt.gz', gzipSync('One.\n\nTwo.'))).toMatchObject({ publisherId: 'a.txt', body: 'One.\n\nTwo.' });
  });

  it.each([
    ['nothing', '', 'EMPTY_INPUT'],
    ['white space', ' \n\t\r\n', 'EMPTY_INPUT'],
    ['a byte-order mark alone', '\ufeff', 'EMPTY_INPUT'],
    ['invalid UTF-8', Buffer.from('caf\xe9 au lait', 'latin1'), 'INVALID_UTF8'],
    ['UTF-8 cut in a character', Buffer.from('café').subarray(0, 4), 'INVALID_UTF8'],
    ['UTF-16 of an odd length', Buffer.concat([Buffer.from('\ufeffab', 'utf16le'), Buffer.from([0x41])]), 'INVALID_UTF8'],
    ['a NUL byte', 'before\0after', 'BINARY'],
    ['UTF-16 without a mark', Buffer.from('plain', 'utf16le'), 'BINARY'],
    ['a PDF', '%PDF-1.7\nsome text', 'BINARY'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'BINARY'],
    ['gzip under the wrong name', gzipSync('text'), 'BINARY'],
  ])('refuses %s', async (_, content, code) => expect(await outcomeOf('a.txt', content)).toEqual([`- ${code}`]));

  it('takes 10 MB of body and not one byte more, whatever the encoding of the file', async () => {
    const most = 'a'.repeat(MAX_BODY_BYTES);
    expect((await draftOf('a.txt', most)).body).toHaveLength(MAX_BODY_BYTES);
    expect((await draftOf('a.txt', Buffer.from(`\ufeff${most}`, 'utf16le'))).body).toHaveLength(MAX_BODY_BYTES);
    expect(await outcomeOf('a.txt', `${most}a`)).toEqual(['- TOO_LARGE']);
    expect(await outcomeOf('a.txt', `${most}${most}${most}`)).toEqual(['- TOO_LARGE']);
    expect(await outcomeOf('a.txt', `${'a'.repeat(MAX_BODY_BYTES - 1)}é`)).toEqual(['- TOO_LARGE']);
    expect(await outcomeOf('a.txt.gz', gzipSync('a'.repeat(5 * MAX_BODY_BYTES)))).toEqual(['- TOO_LARGE']);
  });

  it.each([
    ['no gzip at all', Buffer.from('plain text')],
    ['cut short', gzipSync('some text that is long enough to be cut').subarray(0, 30)],
    ['damaged', Buffer.from(gzipSync('some text that is long enough to be damaged').map((b, i) => (i === 20 ? b ^ 0xff : b)))],
  ])('refuses a .gz that is %s', async (_, content) => expect(await outcomeOf('a.txt.gz', content)).toEqual(['- INVALID_GZIP']));
});

describe('Markdown', () => {
  it('reads front matter, and the body as its readers see it', async () => {
    const draft = await draftOf('a.md', [
      '---', 'title: "The vote: a report"', 'source: { name: Daily, domain: daily.example }', 'publishedAt: 2025-10-09', 'id: 77', 'byline: Ann Lee',
      'url: https://daily.example/vote', 'language: en', '---', '# The *vote*', '', 'He said: **“We [won](https://x.example/a_(b)), at _last_.”**', 'It was snake_case and 2 * 3 * 4.',
      '', '> Quoted \\*stars\\* &amp; `code`', '', '- one', '- two', '', 'Under', '=====', '![alt](a.png)', '', '---', 'Line one  ', 'line two', '<!-- hidden -->', '[ref]: https://x.example',
    ].join('\n'));
    expect(draft).toEqual({
      publisherId: '77', url: 'https://daily.example/vote', title: 'The vote: a report', sourceName: 'Daily', sourceDomain: 'daily.example',
      byline: 'Ann Lee', language: 'en', publishedAt: '2025-10-09T00:00:00.000Z',
      body: 'The vote\n\nHe said: “We won, at last.” It was snake_case and 2 * 3 * 4.\n\nQuoted *stars* & code\n\none\n\ntwo\n\nUnder\n\nLine one\nline two',
    });
  });

  it('needs no front matter', async () => {
    expect(await draftOf('b.md', '## Head ##\r\n\r\nText.\r\n')).toMatchObject({ publisherId: 'b.md', title: 'Head', body: 'Head\n\nText.' });
  });

  it.each([
    ['a title that is a number', '---\ntitle: 1984\n---\nText', 'INVALID_ARTICLE'],
    ['front matter that is no YAML', '---\ntitle: "open\n---\nText', 'INVALID_ARTICLE'],
    ['front matter that is a list', '---\n- a\n---\nText', 'INVALID_ARTICLE'],
    ['a day that is none', '---\npublishedAt: 2025-02-30\n---\nText', 'INVALID_DATE'],
    ['nothing after the front matter', '---\ntitle: A\n---\n\n', 'NO_BODY'],
  ])('refuses %s', async (_, content, code) => expect(await outcomeOf('a.md', content)).toEqual([`- ${code}`]));

  it('reads hostile text', async () => {
    for (const piece of ['[', '![', '*a ', '_', '`', '<', '<!-- ', '[a](', ' ', '> ', '#', '***a', '\\', '&', '---\n', '[a][']) {
      expect(await outcomeOf('a.md', `x ${piece.repeat(Math.floor(300_000 / piece.length))} y`)).toHaveLength(1);
    }
  });
});

describe('JSON', () => {
  it('reads one object with every field', async () => {
    const article = {
      id: 12, title: ' A ', body: ' The body.\r\n', source: { name: 'Daily', domain: 'daily.example' }, url: 'https://www.daily.example/a',
      byline: 'Ann', language: 'en', publishedAt: '2025-10-09T10:00:00+02:00', other: { ignored: true },
    };
    expect(await draftOf('a.json', JSON.stringify(article))).toEqual({
      publisherId: '12', url: 'https://www.daily.example/a', title: 'A', body: ' The body.\r\n', sourceName: 'Daily', sourceDomain: 'daily.example',
      byline: 'Ann', language: 'en', publishedAt: '2025-10-09T08:00:00.000Z',
    });
  });

  it('derives title, source and id where they are missing', async () => {
    expect(await draftOf('a.json', JSON.stringify({ text: 'Head\n\nText', url: 'https://www.daily.example/x', title: '', source: null }))).toMatchObject({
      publisherId: 'a.json', title: 'Head', body: 'Head\n\nText', sourceName: 'daily.example', sourceDomain: 'daily.example',
    });
    expect(await draftOf('a.json', JSON.stringify({ text: 'T', sourceName: 'Daily', publisherId: 'p' }))).toMatchObject({ publisherId: 'p', sourceName: 'Daily', sourceDomain: null });
    expect(await draftOf('a.json', JSON.stringify({ text: 'T', source: 'Daily', url: 'https://other.example/' }))).toMatchObject({ sourceName: 'Daily', sourceDomain: null });
  });

  it('takes back what is exported: the publisher’s id is publisherId', async () => {
    expect((await draftOf('a.json.gz', gzipSync(JSON.stringify({ id: 'art_1', publisherId: null, body: 'T', revision: 2 })))).publisherId).toBe('a.json');
    expect((await draftOf('a.json', JSON.stringify({ id: 'art_1', publisherId: 'x9', body: 'T' }))).publisherId).toBe('x9');
  });

  it('reads a list, each element on its own', async () => {
    const list = [{ title: 'A', body: 'a', id: 'x' }, { title: 3, body: 'b' }, 'no article', { title: 'D', body: ' ' }, { title: 'E', body: 'e', publishedAt: 'yesterday' }, { title: 'F', body: 'f' }];
    expect(await outcomeOf('a.json', JSON.stringify(list))).toEqual(['1 A', '2 INVALID_ARTICLE', '3 INVALID_ARTICLE', '4 NO_BODY', '5 INVALID_DATE', '6 F']);
    const folder = folderOf({ 'a.json': JSON.stringify(list) });
    const items = await readAll(join(folder, 'a.json'));
    expect(items[0]).toMatchObject({ file: join(folder, 'a.json'), draft: { publisherId: 'x' } });
    expect(items[5]).toMatchObject({ draft: { publisherId: null } });
    expect(items[1]).toMatchObject({ error: { message: 'title must be a text; it is a number.' } });
  });

  it.each([
    ['cut short', '{"title":"A","body":"b', 'INVALID_JSON'],
    ['no object', '42', 'INVALID_ARTICLE'],
    ['without a body', '{"title":"A"}', 'NO_BODY'],
    ['with a body that is a list', '{"body":["a"]}', 'INVALID_ARTICLE'],
    ['with a source that is a number', '{"body":"a","source":3}', 'INVALID_ARTICLE'],
    ['with a source whose name is a number', '{"body":"a","source":{"name":3}}', 'INVALID_ARTICLE'],
    ['with an id that is true', '{"body":"a","id":true}', 'INVALID_ARTICLE'],
    ['with a date that is a number', '{"body":"a","publishedAt":1760000000}', 'INVALID_ARTICLE'],
    ['with a url of another scheme', '{"body":"a","url":"javascript:alert(1)"}', 'INVALID_URL'],
    ['with half a character', '{"body":"a\\ud800b"}', 'INVALID_ARTICLE'],
    ['with a NUL character', '{"body":"a\\u0000b"}', 'BINARY'],
    ['with a date that is none', '{"body":"a","publishedAt":"2025-02-30"}', 'INVALID_DATE'],
    ['with too large a body', JSON.stringify({ body: 'a'.repeat(MAX_BODY_BYTES + 1) }), 'TOO_LARGE'],
    ['nested without end', '['.repeat(200_000), 'INVALID_JSON'],
  ])('refuses one %s', async (_, content, code) => expect(await outcomeOf('a.json', content)).toEqual([`- ${code}`]));
});
