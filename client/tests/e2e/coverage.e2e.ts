import { readFileSync } from 'node:fs';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { findViolations } from '../support/e2e/axe';
import { openBrowser, openPage, type WatchedPage } from '../support/e2e/browser';
import { readE2eUrl } from '../support/e2e/server';

let browser: Browser;
let watched: WatchedPage;
const open = async (path: string, width = 1440, height = 900): Promise<Page> => {
  watched = await openPage(browser, { viewport: { width, height } });
  await watched.page.goto(readE2eUrl() + path);
  await watched.page.getByRole('heading', { level: 1, name: /Qui n’est atteint/ }).waitFor();
  return watched.page;
};
const least = (page: Page): Locator => page.getByRole('list', { name: 'Les EPCI les moins servis' });
const read = async (download: Download): Promise<Buffer> => readFileSync(await download.path());
const save = async (page: Page, name: string): Promise<Buffer> => {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  return read(await waiting);
};
/** People newly reached, as the scenario says it. */
const reached = async (page: Page): Promise<number> => {
  const sentence = page.getByText(/auraient quelque chose à moins de/);
  await sentence.waitFor();
  return Number(/^[\d\s  ]+/.exec(await sentence.innerText())![0].replace(/\D/g, ''));
};

beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(async () => {
  expect(watched.problems).toEqual([]);
  await watched.context.close();
});
afterAll(() => browser.close());

test('an analyst finds the EPCI least served, tries three stops, gets the best three, and exports', async () => {
  const page = await open('/couverture?minutes=20');
  await page.getByRole('button', { name: 'Questions' }).click();
  await page.getByRole('button', { name: /Les dix EPCI les moins servis/ }).click();
  await page.getByRole('switch', { name: 'Seulement les verdicts sûrs' }).uncheck();
  await least(page).getByRole('listitem').nth(9).waitFor();
  await expect(least(page).getByRole('listitem').count()).resolves.toBe(10);
  await page.getByRole('switch', { name: 'Ajouter des étapes d’un mois' }).check();
  for (const k of [0, 1, 2]) {
    await least(page).getByRole('button').nth(k).click();
    await page.getByRole('button', { name: /^Ajouter un lieu/ }).click();
    await page
      .getByRole('button', { name: /\(un mois\)/ })
      .nth(k)
      .waitFor();
  }
  const tried = await reached(page);
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.getByText(/il n’y a pas mieux/).waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: /Les mettre à la place/ }).click();
  await page.waitForURL((url) => !url.searchParams.has('meilleurs'));
  await page.waitForLoadState('networkidle');
  expect(tried).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Voir avant et après' }).click();
  await page.getByRole('button', { name: 'Exporter' }).click();
  const picture = await save(page, 'La carte en image (PNG)');
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1754, 1240]);
  const table = (await save(page, 'Le tableau tel qu’il est trié (CSV)')).toString('utf8');
  expect(table.trim().split('\r\n')).toHaveLength(93);
  expect(table).toContain(',Gain,');
});

test('the best three places reach more than the three largest communes of the least served EPCI', async () => {
  const question = '/couverture?niveau=EPCI&minutes=20';
  const page = await open(`${question}&ajouts=epci-200044048,epci-246200364,epci-200035442&scenario=A`);
  const tried = await reached(page);
  await page
    .getByRole('tab', { name: 'B' })
    .or(page.getByText('Scénario B', { exact: true }))
    .first()
    .click();
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.getByRole('button', { name: /Les ajouter au Scénario B/ }).click({ timeout: 30_000 });
  await page.waitForURL((url) => !url.searchParams.has('meilleurs'));
  expect(await reached(page)).toBeGreaterThan(tried);
});

test('the same with the keyboard, through the table', async () => {
  const page = await open('/couverture?niveau=EPCI&vue=tableau&minutes=20');
  await page.locator('tbody tr[tabindex="0"]').first().focus();
  await page.keyboard.press('Enter');
  const add = page.getByRole('button', { name: /^Ajouter un lieu/ });
  await add.focus();
  await page.keyboard.press('Enter');
  expect(await reached(page)).toBeGreaterThan(0);
  await page.getByRole('columnheader', { name: 'Gain' }).waitFor();
  await page.getByRole('button', { name: 'Exporter' }).focus();
  await page.keyboard.press('Enter');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Le tableau tel qu’il est trié (CSV)' }).focus();
  await page.keyboard.press('Enter');
  const rows = (await read(await waiting)).toString('utf8').trim().split('\r\n');
  expect(rows).toHaveLength(93);
  // The table keeps its order in the file: the least served first.
  const access = rows.slice(1).map((row) => Number(row.split(',')[2]));
  expect(access).toEqual([...access].sort((a, b) => a - b));
});

test('on a phone the map is seen first, and the sheet opens over it', async () => {
  const page = await open('/couverture?niveau=EPCI', 390, 844);
  await page.locator('canvas').first().waitFor();
  const map = (await page.locator('canvas').first().boundingBox())!;
  const sheet = (await page.getByRole('complementary').boundingBox())!;
  expect(sheet.y - map.y).toBeGreaterThan(300);
  await page.getByRole('button', { name: 'Agrandir le volet' }).click();
  await page.getByRole('button', { name: 'Agrandir le volet' }).click();
  expect((await page.getByRole('complementary').boundingBox())!.height).toBeGreaterThan(500);
});

test.each([
  [1440, '/couverture?niveau=EPCI&meilleurs=2&minutes=20&ajouts=commune-02408&choisi=epci-248000531'],
  [1440, '/couverture?niveau=EPCI&vue=tableau'],
  [390, '/couverture?niveau=EPCI'],
  [390, '/couverture?niveau=EPCI&vue=tableau'],
])('nothing hinders anyone at %i pixels, %s', async (width, path) => {
  const page = await open(path, width, 900);
  await page.waitForLoadState('networkidle');
  expect(await findViolations(page)).toEqual([]);
});
