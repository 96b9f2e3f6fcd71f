import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type Service } from '../support/command.js';
import { makeFolder, removeFolder } from '../support/folder.js';
import { CHROMIUM, openBrowser, openPage, WITHOUT_CHROMIUM } from './browser.js';
import type { Watched } from './browser.js';

describe.skipIf(CHROMIUM === null)(CHROMIUM === null ? `the start page, ${WITHOUT_CHROMIUM}` : 'the start page', () => {
  let folder: string;
  let service: Service;
  let browser: Browser;
  beforeAll(async () => {
    folder = makeFolder();
    [service, browser] = await Promise.all([startService(['--data', folder]), openBrowser()]);
    const title = 'Bread <b>&amp; salt</b> <img src=x onerror=alert(1)> at the quarrelsome market';
    await service.graphql('mutation ($a: [ArticleInput!]!) { ingestArticles(articles: $a) { results { status } } }', {
      a: [{ title, body: `${title}\n\n“Zwiebelkuchen <script>alert(1)</script> & tea, <i>please</i>,” said Ada O’Hare-Brook, the baker.`, sourceName: 'Salt & <Pepper>' }],
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await service?.kill();
    if (folder) removeFolder(folder);
  });

  const start = (): Promise<Watched> => openPage(browser, service.url);
  const type = (page: Watched['page'], text: string): Promise<void> => page.fill('#box', text);
  const settled = (page: Watched['page'], text: RegExp): Promise<unknown> =>
    page.waitForFunction(({ source }) => new RegExp(source).test(document.getElementById('status')!.textContent!), { source: text.source });

  it('suggests in sections, with marks, and tells how many', async () => {
    const { page, complaints, outside } = await start();
    await page.locator('#box').pressSequentially('compens', { delay: 30 });
    await settled(page, /^\d+ suggestions?$/);
    const told = Number.parseInt((await page.textContent('#status'))!, 10);
    expect(await page.getAttribute('#status', 'aria-live')).toBe('polite');
    expect(await page.locator('#results li').count()).toBe(told);
    expect(await page.locator('#results h2').allTextContents()).toEqual(expect.arrayContaining(['Statements', 'Quotes']));
    for (const mark of await page.locator('#results mark').allTextContents()) expect(mark.toLowerCase()).toMatch(/^compens/);
    expect(await page.locator('#results li:has(mark)').count()).toBe(told);
    expect(await page.locator('#results').textContent()).toContain('Vladimir Putin');

    await type(page, '');
    await settled(page, /^$/);
    expect(await page.locator('#results').textContent()).toBe('');
    expect([complaints, outside]).toEqual([[], []]);
  });

  it('tells what is in the store, and searches for a name at a click', async () => {
    const { page } = await start();
    const name = page.locator('#tries button').first();
    await name.waitFor();
    expect(await page.textContent('#counts')).toMatch(/^\d+ articles · \d+ sources · \d+ quotes · \d+ speakers$/);
    const chosen = (await name.textContent())!;
    await name.click();
    await settled(page, /suggestion/);
    expect(await page.inputValue('#box')).toBe(chosen);
    expect(await page.locator('#results').textContent()).toContain(chosen);
    expect(await name.isVisible()).toBe(false);
  });

  it('says so when nothing is found', async () => {
    const { page } = await start();
    await type(page, 'xyzzyxyzzy');
    await settled(page, /^Nothing found\.$/);
    expect(await page.locator('#results li').count()).toBe(0);
  });

  it.each(["O'Hare", 'O’Hare', '"', "'", '“', '" OR 1', '<b>', '&amp;', '\\', '👩‍👩‍👧', '   ', 'a'.repeat(3_000)])('takes %j without complaint', async (text) => {
    const { page, complaints } = await start();
    await type(page, text);
    if (text.trim()) await settled(page, /suggestions?$|^Nothing found\.$/);
    expect(complaints).toEqual([]);
    if (text.startsWith('O')) expect(await page.locator('#results').textContent()).toContain('Hare-Brook');
  });

  it('shows markup in names and texts as text', async () => {
    const { page, complaints } = await start();
    await type(page, 'quarrelsome');
    await settled(page, /suggestion/);
    expect(await page.locator('#results').textContent()).toContain('Bread <b>&amp; salt</b> <img src=x onerror=alert(1)> at the quarrelsome market');
    await type(page, 'zwiebelkuchen');
    await page.waitForFunction(() => document.getElementById('results')!.textContent!.includes('Zwiebelkuchen'));
    expect(await page.locator('#results').textContent()).toContain('<script>alert(1)</script> & tea, <i>please</i>');
    expect(await page.locator('#results').textContent()).toContain('Salt & <Pepper>');
    expect(await page.locator('#results :is(script, img, b, i)').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('answers the last of many keystrokes, whatever comes back first', async () => {
    const { page } = await start();
    let held = 0;
    // Every answer but the last is late.
    await page.route('**/graphql', async (route) => {
      const isLast = route.request().postData()!.includes('"prefix":"zwiebel"');
      held += 1;
      if (!isLast) await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue().catch(() => {});
    });
    await type(page, 'compens');
    await type(page, 'zwiebel');
    await settled(page, /suggestion/);
    await page.waitForTimeout(900);
    expect(held).toBe(2);
    expect(await page.locator('#results').textContent()).toContain('Zwiebelkuchen');
    expect(await page.locator('#results').textContent()).not.toContain('compensation');
  });

  it('says so when the service is gone, and recovers', async () => {
    const { page } = await start();
    await page.route('**/graphql', (route) => route.abort());
    await type(page, 'compens');
    await settled(page, /^The search does not answer/);
    await page.unroute('**/graphql');
    await type(page, 'compensa');
    await settled(page, /suggestion/);
  });

  it('asks nothing while an input method composes', async () => {
    const { page } = await start();
    const asked: string[] = [];
    page.on('request', (request) => request.url().endsWith('/graphql') && asked.push(request.postData()!));
    await page.focus('#box');
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'zwie', selectionStart: 4, selectionEnd: 4 });
    await page.waitForTimeout(300);
    expect(asked).toEqual([]);
    await session.send('Input.insertText', { text: 'zwiebel' });
    await settled(page, /suggestion/);
    expect(asked.every((body) => body.includes('zwiebel'))).toBe(true);
  });

  it('may load and call nothing elsewhere', async () => {
    const policy = (await fetch(service.url)).headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const { page } = await start();
    const runs = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.body.dataset.ran = "yes"';
      document.body.append(script);
      return document.body.dataset.ran ?? 'no';
    });
    expect(runs).toBe('no');
  });

  it('follows the colours of the system', async () => {
    const paper = async (scheme: 'light' | 'dark'): Promise<string> => {
      const { page } = await openPage(browser, service.url, scheme);
      return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    };
    expect(await paper('light')).not.toBe(await paper('dark'));
  });

  it('fits a telephone', async () => {
    const { page } = await start();
    await page.setViewportSize({ width: 360, height: 700 });
    await type(page, 'compens');
    await settled(page, /suggestion/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
