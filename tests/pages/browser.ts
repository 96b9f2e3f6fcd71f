/** A real Chromium, as Debian installs it, that is offline but for this machine. */
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path)) ?? null;
export const WITHOUT_CHROMIUM = 'skipped: no Chromium at /usr/bin/chromium (on Debian: apt-get install chromium)';

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM!, args: FLAGS });

export interface Watched {
  readonly page: Page;
  /** What the console said of errors and warnings, and what the page threw; a policy that was broken is among it. */
  readonly complaints: string[];
  /** Addresses outside this machine that the page asked for. */
  readonly outside: string[];
}

/** A new page with nothing stored, and an eye on what it does. */
export async function openPage(browser: Browser, address: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Watched> {
  const context = await browser.newContext({ colorScheme, viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  const [complaints, outside]: [string[], string[]] = [[], []];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  context.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && !/^(localhost|127\.0\.0\.1)$/.test(new URL(request.url()).hostname)) outside.push(request.url());
  });
  page.on('websocket', (socket) => {
    if (!/^wss?:\/\/(localhost|127\.0\.0\.1)[:/]/.test(socket.url())) outside.push(socket.url());
  });
  await page.goto(address);
  return { page, complaints, outside };
}
