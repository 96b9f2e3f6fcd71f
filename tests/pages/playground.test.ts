import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE_QUERIES } from '../../src/http/examples.js';
import { startService, type Service } from '../support/command.js';
import { makeFolder, removeFolder } from '../support/folder.js';
import { CHROMIUM, openBrowser, openPage, WITHOUT_CHROMIUM } from './browser.js';

describe.skipIf(CHROMIUM === null)(CHROMIUM === null ? `the playground, ${WITHOUT_CHROMIUM}` : 'the playground', () => {
  let folder: string;
  let service: Service;
  let browser: Browser;
  beforeAll(async () => {
    folder = makeFolder();
    [service, browser] = await Promise.all([startService(['--data', folder]), openBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await service?.kill();
    if (folder) removeFolder(folder);
  });

  it('opens offline with a tab for each example, and each runs', async () => {
    const { page, complaints, outside } = await openPage(browser, `${service.url}/playground`);
    const tabs = page.locator('.window-switcher__item:has(.window-switcher__close)');
    await tabs.nth(EXAMPLE_QUERIES.length - 1).waitFor();
    const names = (await tabs.allTextContents()).map((text) => text.replace('×', '').trim());
    expect(names.slice().sort()).toEqual(EXAMPLE_QUERIES.map(({ name }) => name).sort());
    // What a visitor sees first.
    expect((await page.locator('.window-switcher__item--active').textContent())!).toContain(EXAMPLE_QUERIES[0].name);

    // The answers pass through here, because the browser may drop a body before it can be asked for it.
    const answers = new Map<string, unknown>();
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      answers.set(route.request().postData() ?? '', await response.json());
      await route.fulfill({ response });
    });
    for (const { name, query } of EXAMPLE_QUERIES) {
      await tabs.filter({ hasText: name }).click();
      const field = /^ {2}(\w+)/m.exec(query)![1];
      const sent = page.waitForRequest((request) => request.url().endsWith('/graphql') && (request.postData() ?? '').includes(query.split('\n')[1]));
      await page.locator('.send-request__button:visible').first().click();
      const asked = (await sent).postData()!;
      await page.locator('app-query-result:visible').getByText(`"${field}"`, { exact: false }).first().waitFor();
      expect(answers.get(asked), name).toMatchObject({ data: { [field]: expect.anything() as object } });
    }
    expect(outside).toEqual([]);
    expect(complaints).toEqual([]);
  }, 120_000);

  it('knows the schema without being asked, and advertises nothing', async () => {
    const { page, outside } = await openPage(browser, `${service.url}/playground/`);
    await page.getByText('Docs', { exact: true }).click();
    await page.getByText('ROOT TYPES', { exact: false }).first().waitFor();
    expect(await page.title()).toBe('OnRecord playground');
    expect(await page.getByText('Altair AI').count()).toBe(0);
    expect(outside).toEqual([]);
  }, 60_000);

  it('may load and call nothing elsewhere', async () => {
    const policy = (await fetch(`${service.url}/playground`)).headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
    const { page } = await openPage(browser, `${service.url}/playground`);
    const reached = await page.evaluate(() => fetch('http://192.0.2.1/').then(() => 'answered', (error: Error) => error.name));
    expect(reached).toBe('TypeError');
    expect(await page.evaluate(() => new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true });
      void fetch('http://192.0.2.1/').catch(() => {});
    }))).toBe('connect-src');
  }, 60_000);
});
