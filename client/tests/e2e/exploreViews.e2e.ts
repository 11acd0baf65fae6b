import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { findViolations } from '../support/e2e/axe';
import { openBrowser, openPage, type WatchedPage } from '../support/e2e/browser';
import { placeOf, settle, shownKeys } from '../support/e2e/canvas';
import { readE2eUrl, startE2eServer } from '../support/e2e/server';

let browser: Browser;
let watched: WatchedPage;
const open = async (path: string): Promise<Page> => {
  watched = await openPage(browser, { viewport: { width: 1440, height: 900 } });
  await watched.page.goto(readE2eUrl() + path);
  return watched.page;
};
const around = '/explorer?depart=a~ombelliscience&pas=a~ombelliscience.TIE.20';

beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(async () => {
  expect(watched.problems).toEqual([]);
  await watched.context.close();
});
afterAll(() => browser.close());

test('from the list, by keyboard alone: fix, put forward, choose two, and read how they are tied', async () => {
  const page = await open(around);
  await settle(page);
  const press = async (name: RegExp | string, exact = true): Promise<void> => {
    const button = page.getByRole('button', { name, exact });
    await button.first().focus();
    await page.keyboard.press('Enter');
  };
  const skip = page.getByRole('link', { name: 'Passer la liste' });
  await skip.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('li[data-key]') === null)).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.closest('#vue') !== null)).toBe(true);
  await press(/^Que faire avec : Université de Lille$/);
  await press('Fixer à sa place');
  await page.waitForURL((url) => url.searchParams.get('epingles')?.startsWith('a~univ-lille') === true);
  await press(/^Que faire avec : Université de Lille$/);
  await press('Ne mettre en avant que son entourage');
  await page.waitForURL((url) => url.searchParams.get('autour') === 'a~univ-lille');
  await press(/^Université de Lille Université/);
  await press(/^Que faire avec : Ombelliscience$/);
  await press('Choisir en plus');
  await page.waitForURL((url) => url.searchParams.get('choisis') === 'a~univ-lille,a~ombelliscience');
  await press('Comment sont-ils liés ?');
  const panel = page.getByRole('complementary', { name: /Entre Université de Lille et/ });
  await panel
    .getByRole('link', { name: /^Source :/ })
    .first()
    .waitFor();
  expect(await findViolations(page)).toEqual([]);
});

test('a view is kept under a name, opened after a reload, renamed and forgotten', async () => {
  const page = await open(`${around}&familles=LIBRARY`);
  await settle(page);
  const seen = await shownKeys(page);
  const menu = page.getByRole('dialog', { name: 'Vues gardées' });
  await page.getByRole('button', { name: 'Vues gardées' }).click();
  await menu.getByRole('textbox', { name: 'Nom de la vue' }).fill('Médiathèques liées');
  await page.keyboard.press('Enter');
  await menu.getByRole('link', { name: 'Médiathèques liées' }).waitFor();
  await page.goto(`${readE2eUrl()}/explorer`);
  await settle(page);
  await page.getByRole('button', { name: 'Vues gardées' }).click();
  await menu.getByRole('button', { name: 'Renommer : Médiathèques liées' }).click();
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.type('Livres et science');
  await page.keyboard.press('Enter');
  await menu.getByRole('link', { name: 'Livres et science' }).click();
  await settle(page);
  expect(await shownKeys(page)).toEqual(seen);
  await page.getByRole('button', { name: 'Vues gardées' }).click();
  await menu.getByRole('button', { name: 'Oublier : Livres et science' }).click();
  await menu.getByText('Aucune vue gardée dans ce navigateur.').waitFor();
});

test('a node alone, pressed twice in its very middle, brings those it is tied to, and then what else it leads to', async () => {
  const page = await open('/explorer?depart=a~ombelliscience');
  const press = async (): Promise<void> => {
    await settle(page);
    const { x, y } = await placeOf(page, 'a~ombelliscience');
    await page.mouse.dblclick(x, y);
  };
  const steps = (expected: RegExp) =>
    page.waitForURL((url) => expected.test(url.searchParams.get('pas') ?? ''));
  await press();
  await steps(/^a~ombelliscience\.TIE$/);
  const panel = page.getByRole('complementary', { name: 'Ombelliscience' });
  await panel.getByRole('button', { name: /^Acteurs liés/ }).waitFor();
  await press();
  await steps(/^a~ombelliscience\.TIE\.120$/);
  await panel.getByRole('button', { name: /^Acteurs liés/ }).waitFor({ state: 'detached' });
  await press();
  await steps(/^a~ombelliscience\.TIE\.120,a~ombelliscience\.[A-Z]+/);
});

test('what one draws a line around is chosen, and can be kept alone', async () => {
  const page = await open(around);
  await settle(page);
  await page.getByRole('button', { name: 'Choisir en entourant' }).click();
  const box = (await page.locator('[data-settled]').first().boundingBox())!;
  const corner = async (x: number, y: number) =>
    page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 5 });
  await corner(0.02, 0.02);
  await page.mouse.down();
  for (const [x, y] of [
    [0.5, 0.02],
    [0.5, 0.98],
    [0.02, 0.98],
    [0.02, 0.02],
  ] as const)
    await corner(x, y);
  await page.mouse.up();
  await page.waitForURL(/choisis=/);
  const chosen = new URL(page.url()).searchParams.get('choisis')!.split(',').sort();
  expect(chosen.length).toBeGreaterThan(1);
  expect(chosen.length).toBeLessThan(21);
  await page.getByRole('button', { name: 'Ne garder que ceux-ci' }).click();
  await settle(page);
  expect(await shownKeys(page)).toEqual(chosen);
});

test('another site shows a view that can be looked at and not changed, if it is allowed to', async () => {
  const own = await startE2eServer({ FRAME_ANCESTORS: 'https://example.org' });
  try {
    watched = await openPage(browser, { viewport: { width: 800, height: 600 } });
    const { page } = watched;
    const path = around.replace('/explorer', '/embed/explorer');
    const answer = await page.goto(own.url + path);
    expect(answer!.headers()['content-security-policy']).toContain('frame-ancestors https://example.org');
    await settle(page);
    for (const name of [/Exporter/, /Vues gardées/, /Que faire avec/, /Masquer/])
      expect(await page.getByRole('button', { name }).count()).toBe(0);
    await page.getByRole('radio', { name: 'Liste' }).check({ force: true });
    await page.getByText('Médiathèque Louis Aragon (Calais)').first().waitFor();
    const link = page.getByRole('link', { name: 'Ouvrir dans Maillage' });
    expect(await link.getAttribute('href')).toBe(around);
    expect(await findViolations(page)).toEqual([]);
    const elsewhere = await page.request.get(`${own.url}/explorer`);
    expect(elsewhere.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  } finally {
    await own.stop();
  }
});

describe('the directory as shown, as a file', () => {
  const file = async (page: Page, name: RegExp): Promise<Buffer> => {
    await page.getByRole('button', { name: 'Exporter ce qui s’affiche' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 20_000 }),
      page.getByRole('button', { name }).click(),
    ]);
    return readFileSync((await download.path())!);
  };

  test('filtered and sorted, the three formats say what the table says', async () => {
    const page = await open('/explorer?vue=table&familles=MUSEUM&tri=partners&inverse=1');
    const rows = page.getByRole('row');
    await rows.nth(1).waitFor();
    const onScreen = (await rows.nth(1).getByRole('link').first().textContent())!;
    const total = Number(
      /\d+/.exec(
        (await page
          .getByText(/^\d+ acteurs$/)
          .first()
          .textContent())!,
      )![0],
    );
    const csv = parse(await file(page, /Annuaire \(CSV\)/), { columns: true, bom: true }) as Record<
      string,
      string
    >[];
    expect([csv.length, csv[0]!.name]).toEqual([total, onScreen]);
    expect(new Set(csv.map(({ family }) => family))).toEqual(new Set(['MUSEUM']));
    const [{ data }] = (await readWorkbook(await file(page, /XLSX/))) as unknown as [{ data: unknown[][] }];
    const [header, ...cells] = data;
    const name = header!.indexOf('name');
    expect(cells.map((row) => row[name])).toEqual(csv.map((row) => row.name));
    const geojson = JSON.parse((await file(page, /GeoJSON/)).toString()) as {
      features: { properties: { name: string }; geometry: { coordinates: number[] } }[];
    };
    const placed = csv.filter(({ latitude }) => latitude !== '');
    expect(geojson.features.map(({ properties }) => properties.name)).toEqual(placed.map((row) => row.name));
    expect(geojson.features[0]!.geometry.coordinates).toEqual([
      Number(placed[0]!.longitude),
      Number(placed[0]!.latitude),
    ]);
  });

  test('the whole region is not too large for a workbook', async () => {
    const page = await open('/explorer?vue=table');
    await page.getByRole('row').nth(1).waitFor();
    const [{ data }] = (await readWorkbook(await file(page, /XLSX/))) as unknown as [{ data: unknown[][] }];
    expect(data.length).toBeGreaterThan(250);
    expect(data.flat()).toContain('Médiathèque Louis Aragon (Calais)');
  });
});
