import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { draftOf, folderOf, outcomeOf, readAll } from './setup.js';

const PARAGRAPHS = [
  'The council voted on Thursday night to close the old harbour bridge to lorries, after months of complaints, reports and two long hearings.',
  '“We have waited long enough,” said Mayor Ada Quill, who had asked for the closure in spring.',
  'Hauliers, however, were angry: they face a detour of forty kilometres, and nobody had told them, their spokesman claimed, before the vote.',
];

const page = (head: string, article: string): string => `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Bridge closed | The Daily Gull</title>${head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>Bridge closed to lorries</h1>${article}</article></main>
<footer><p>Copyright The Daily Gull. <a href="/terms">Terms</a></p></footer><script>var tracking = "lorries";</script></body></html>`;

const ARTICLE = PARAGRAPHS.map((p) => `<p>${p.replace('“We', '<b>&ldquo;We</b>').replace('”', '&rdquo;')}</p>`).join('\n');

describe('HTML that was made to hold us up', () => {
  const distinct = Array.from({ length: 200_000 }, (_, i) => `a${i}`).join(' ');
  it.each([
    ['elements nested without end', '<div>'.repeat(400_000)],
    ['the same under elements whose ends may be left out', '<p><li>'.repeat(400_000)],
    ['an element of 200,000 attributes', `<p ${distinct}>text`],
    ['two million references', `<p>${'&amp;'.repeat(2_000_000)}`],
  ])('is refused in seconds: %s', async (_name, html) => {
    const started = performance.now();
    expect(await outcomeOf('a.html', html)).toEqual(['- INVALID_ARTICLE']);
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 60_000);

  it('costs a feed the item that it stands in', async () => {
    const item = (html: string): string => `<item><title>A</title><description><![CDATA[${html}]]></description></item>`;
    expect(await outcomeOf('a.xml', `<rss version="2.0"><channel><title>F</title>${item('<div>'.repeat(400_000))}${item('<p>Text.</p>')}</channel></rss>`)).toEqual(['1 INVALID_ARTICLE', '2 A']);
  });

  it('is read where it is only odd', async () => {
    const odd = `<html><body>${'<div>'.repeat(900)}<p>${PARAGRAPHS.join('</p><p>')}</p>${'</i>'.repeat(50_000)}</body></html>`;
    expect((await draftOf('a.html', odd)).body).toBe(PARAGRAPHS.join('\n\n'));
  });
});

describe('HTML', () => {
  it('gives the main text as paragraphs, and what the head says', async () => {
    const head = `<meta property="og:site_name" content="The Daily Gull"><meta property="og:title" content="Bridge closed to lorries">
      <meta name="author" content="Bo Finch"><meta property="article:published_time" content="2025-10-09T20:15:00+02:00">
      <link rel="canonical" href="https://www.gull.example/news/bridge">`;
    const draft = await draftOf('page.html', page(head, ARTICLE));
    expect({ ...draft, body: null }).toEqual({
      publisherId: 'page.html', url: 'https://www.gull.example/news/bridge', title: 'Bridge closed to lorries', body: null, sourceName: 'The Daily Gull',
      sourceDomain: 'gull.example', byline: 'Bo Finch', language: 'en-GB', publishedAt: '2025-10-09T18:15:00.000Z',
    });
    expect(draft.body).toContain(PARAGRAPHS.join('\n\n'));
    expect(draft.body).not.toMatch(/Home|Sport|Copyright|tracking|</);
  });

  it('reads JSON-LD, in a graph and among rubbish', async () => {
    const graph = { '@graph': [{ '@type': 'WebPage', name: 'x' }, { '@type': ['NewsArticle'], headline: 'From linked data', author: [{ name: 'A' }, 'B'], datePublished: '2025-10-09', publisher: { name: 'Gull' }, mainEntityOfPage: { '@id': 'https://gull.example/ld' } }] };
    const head = `<script type="application/ld+json">{broken</script><script type="application/ld+json">${JSON.stringify(graph)}</script>`;
    expect(await draftOf('p.htm.gz', gzipSync(page(head, ARTICLE)))).toMatchObject({
      publisherId: 'p.htm', title: 'From linked data', byline: 'A, B', publishedAt: '2025-10-09T00:00:00.000Z', sourceName: 'Gull', sourceDomain: 'gull.example', url: 'https://gull.example/ld',
    });
  });

  it('takes date and byline from the page where the head has none, and passes over a date that is none', async () => {
    const article = `<p class="byline">By Bo Finch</p><time datetime="last Thursday">x</time><time datetime="2025-10-09">y</time>${ARTICLE}`;
    expect(await draftOf('p.html', page('<meta name="date" content="soon">', article))).toMatchObject({ byline: 'By Bo Finch', publishedAt: '2025-10-09T00:00:00.000Z', title: 'Bridge closed to lorries' });
  });

  it('lets metadata given by hand go before what the head says, and --source after', async () => {
    const metadata = join(folderOf({ 'm.json': '{"p.html":{"source":"By hand","title":"By hand"}}' }), 'm.json');
    const html = page('<meta property="og:site_name" content="Found">', ARTICLE);
    expect(await draftOf('p.html', html, { metadata, source: 'Option' })).toMatchObject({ sourceName: 'By hand', title: 'By hand' });
    expect(await draftOf('p.html', html, { source: 'Option' })).toMatchObject({ sourceName: 'Found' });
    expect(await draftOf('p.html', page('', ARTICLE), { source: 'Option' })).toMatchObject({ sourceName: 'Option' });
  });

  it('reads short and bare pages too', async () => {
    expect((await draftOf('a.html', '<p>One <q>short</q> text.<br>Next line</p><p hidden>no</p><p>Two&nbsp;here</p>')).body).toBe('One “short” text.\nNext line\n\nTwo here');
    expect((await draftOf('a.html', '<html><body>Just text')).body).toBe('Just text');
    expect((await draftOf('a.html', 'No tags at all')).body).toBe('No tags at all');
  });

  it('decodes the encoding that the page declares, and no other', async () => {
    expect((await draftOf('a.html', Buffer.from('<html><head><meta charset="windows-1252"></head><body><p>\x93Caf\xe9\x94</p></body></html>', 'latin1'))).body).toBe('“Café”');
    expect(await outcomeOf('a.html', Buffer.from('<html><head><meta charset="utf-8"></head><body><p>Caf\xe9</p></body></html>', 'latin1'))).toEqual(['- INVALID_UTF8']);
  });

  it('refuses what holds no text, and reads what is nested deep', async () => {
    expect(await outcomeOf('a.html', '<html><head><title>T</title></head><body><script>x()</script></body></html>')).toEqual(['- NO_BODY']);
    expect(await outcomeOf('a.html', 'a\0b')).toEqual(['- BINARY']);
    const deep = await draftOf('a.html', `<html><body>${'<div>'.repeat(900)}Deep text${'</div>'.repeat(900)}</body></html>`);
    expect(deep.body).toBe('Deep text');
  });
});

const rss = (items: string): string => `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Gull &amp; Tern</title><link>https://www.gull.example/</link><language>en-gb</language>${items}</channel></rss>`;

describe('feeds', () => {
  it('reads RSS: full content before the summary, HTML to text', async () => {
    const items = await readAll(join(folderOf({ 'f.rss': rss(`
      <item><title>Q&amp;amp;A</title><link>https://www.gull.example/1</link><guid isPermaLink="false">g-1</guid><pubDate>Thu, 09 Oct 2025 10:00:00 +0200</pubDate>
        <dc:creator>Ann</dc:creator><description>Short.</description><content:encoded><![CDATA[<p>“One,” he said.</p><p>Two &amp; three.</p>]]></content:encoded></item>
      <item><title>Empty</title><link>https://www.gull.example/2</link></item>
      <item><title>Dated badly</title><description>Text</description><pubDate>once upon a time</pubDate></item>
      <item><description>Headline only in the text</description><author>bo@gull.example (Bo Finch)</author><source url="https://tern.example/rss">Tern</source></item>`) }), 'f.rss'));
    expect(items).toMatchObject([
      { line: 1, draft: {
        publisherId: 'g-1', url: 'https://www.gull.example/1', title: 'Q&A', body: '“One,” he said.\n\nTwo & three.', sourceName: 'Gull & Tern', sourceDomain: 'gull.example',
        byline: 'Ann', language: 'en-gb', publishedAt: '2025-10-09T08:00:00.000Z',
      } },
      { line: 2, error: { code: 'NO_BODY' } },
      { line: 3, error: { code: 'INVALID_DATE' } },
      { line: 4, draft: { title: 'Headline only in the text', byline: 'Bo Finch', sourceName: 'Tern', sourceDomain: 'tern.example', publisherId: null } },
    ]);
  });

  it('reads Atom, its links relative to its home', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Gull</title><link rel="self" href="https://gull.example/feed"/><link href="https://gull.example/"/>
      <entry><id>urn:1</id><title>A</title><link href="/x"/><published>2025-10-09T10:00:00Z</published><updated>2025-11-01T10:00:00Z</updated><author><name>Ann</name></author>
      <content type="html">&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content></entry></feed>`;
    const expected = [{ line: 1, draft: { publisherId: 'urn:1', url: 'https://gull.example/x', title: 'A', body: 'One.\n\nTwo.', sourceName: 'Gull', byline: 'Ann', publishedAt: '2025-10-09T10:00:00.000Z' } }];
    expect(await readAll(join(folderOf({ 'f.atom': atom }), 'f.atom'))).toMatchObject(expected);
    expect(await readAll(join(folderOf({ 'f.xml.gz': gzipSync(atom) }), 'f.xml.gz'))).toMatchObject(expected);
  });

  it('reads JSON Feed', async () => {
    const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Gull', home_page_url: 'https://gull.example', items: [
      { id: '1', url: 'https://gull.example/1', title: 'A', content_html: '<p>One.</p>', date_published: '2025-10-09T10:00:00+02:00', authors: [{ name: 'Ann' }] },
      { id: '2', content_text: 'Plain < text' }, { id: '3', title: 'Nothing' },
    ] };
    expect(await readAll(join(folderOf({ 'f.json': JSON.stringify(feed) }), 'f.json'))).toMatchObject([
      { line: 1, draft: { publisherId: '1', body: 'One.', byline: 'Ann', publishedAt: '2025-10-09T08:00:00.000Z', sourceName: 'Gull', sourceDomain: 'gull.example' } },
      { line: 2, draft: { publisherId: '2', body: 'Plain < text', title: 'Plain < text' } },
      { line: 3, error: { code: 'NO_BODY' } },
    ]);
  });

  it.each([
    ['no feed', '<note><to>Ann</to></note>'],
    ['cut short', rss('<item><description>Whole</description></item><item><description>Cut in the mid').slice(0, -20)],
    ['cut between items', rss('<item><description>Whole</description></item>').replace('</channel></rss>', '')],
    ['no XML', 'Just a text.'],
  ])('refuses what is %s', async (_, content) => expect(await outcomeOf('f.xml', content)).toEqual(['- INVALID_FEED']));

  it('expands no entity of a document type', async () => {
    const levels = 'abcdefghij'.split('').map((c, i) => `<!ENTITY ${c} "${i === 0 ? 'lol' : `&${'abcdefghij'[i - 1]};`.repeat(10)}">`).join('');
    const bomb = rss('<item><description>&j;</description></item>').replace('<rss', `<!DOCTYPE rss [${levels}]><rss`);
    const outside = rss('<item><description>&f;</description></item>').replace('<rss', '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/hostname">]><rss');
    for (const content of [bomb, outside]) {
      const items = await readAll(join(folderOf({ 'f.xml': content }), 'f.xml'));
      expect(items.every((item) => 'error' in item || /^&[jf];$/.test(item.draft.body ?? ''))).toBe(true);
    }
  });
});
