import type { Browser, BrowserContextOptions } from 'playwright-core';
import { findViolations } from '../support/e2e/axe';
import { openBrowser, openPage, whenQuiet } from '../support/e2e/browser';
import { readE2eUrl } from '../support/e2e/server';

const pages = [
  '/',
  '/explorer',
  '/acteurs/ombelliscience',
  '/competences/fab-exhibition',
  '/themes/water',
  '/productions/popup-histoire-naturelle',
  '/territoires/commune-80021',
  '/territoires/epci-200044030',
  '/territoires/departement-02',
  '/sources/reg-rnsr',
  '/partenaires',
  '/synergies',
  '/couverture',
  '/couverture?vue=tableau&niveau=EPCI',
  '/donnees',
  '/nulle-part',
];

const screens: [string, BrowserContextOptions][] = [
  ['1440 wide, light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
  ['390 wide, dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true }],
];

/** First load that the interface allows itself, in bytes of compressed script, before a map or a canvas is opened. */
const mostScript = 250_000;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(screens)('%s', (_name, options) => {
  test.each(pages)(
    '%s: a title, nothing broken, nothing for axe, nothing wider than the screen',
    async (path) => {
      const { context, page, problems } = await openPage(browser, options);
      await page.goto(readE2eUrl() + path);
      await page.locator('h1').first().waitFor({ state: 'attached' });
      await whenQuiet(page);
      expect(await page.title()).toMatch(/Maillage$/);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
      expect(await findViolations(page)).toEqual([]);
      expect(problems).toEqual([]);
      await context.close();
    },
  );
});

test('the first load stays light, in script', async () => {
  const { context, page } = await openPage(browser);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let received = 0;
  const scripts = new Set<string>();
  session.on(
    'Network.responseReceived',
    ({ requestId, type }) => type === 'Script' && scripts.add(requestId),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) received += encodedDataLength;
  });
  await page.goto(readE2eUrl());
  await whenQuiet(page);
  expect(received).toBeGreaterThan(50_000);
  expect(received).toBeLessThan(mostScript);
  await context.close();
});

test('the page speaks the language chosen, and keeps it', async () => {
  const { context, page } = await openPage(browser);
  await page.goto(readE2eUrl());
  await page.getByText('EN', { exact: true }).first().click();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await page.reload();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await context.close();
});
