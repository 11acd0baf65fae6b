import { readFileSync } from 'node:fs';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { findViolations } from '../support/e2e/axe';
import { openBrowser, openPage, type WatchedPage, whenQuiet } from '../support/e2e/browser';
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
/** What is worked out in the thread of long questions, on a machine that may be busy. */
const slow = { timeout: 60_000 };
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

/** Waits for a scenario to be worked out: its places have their names, and the sentence says what they change. */
const placed = async (page: Page, count: number): Promise<void> => {
  const chips = page.getByRole('button', { name: /^Retirer .*\(un mois\)/ });
  await chips.nth(count - 1).waitFor();
  await page.getByText(/auraient quelque chose à moins de/).waitFor();
};
const chooseLibrary = async (page: Page, place: number): Promise<void> => {
  await page.getByRole('combobox', { name: 'Une bibliothèque qui s’engage' }).click();
  await page.getByRole('listbox').getByRole('option').nth(place).click();
};
const scenario = (page: Page, name: string): Locator => page.getByRole('row', { name: new RegExp(name) });
/** People newly reached by a scenario, as the table of scenarios compares them. */
const compared = async (page: Page, name: string): Promise<number> => {
  const cell = scenario(page, name).getByRole('cell').nth(1);
  await cell.filter({ hasText: /\d/ }).waitFor();
  return Number((await cell.innerText()).replace(/\D/g, ''));
};

test('an analyst finds the ten EPCI least served, tries three libraries, gets the best three instead, and exports', async () => {
  const page = await open('/couverture?minutes=20');
  await page.getByRole('button', { name: 'Questions' }).click();
  await page.getByRole('button', { name: /Les dix EPCI les moins servis/ }).click();
  await page.getByRole('switch', { name: 'Seulement les verdicts sûrs' }).uncheck();
  await least(page).getByRole('listitem').nth(9).waitFor(slow);
  await page.getByRole('switch', { name: 'Ajouter des étapes d’un mois' }).check();
  for (const k of [0, 1, 2]) {
    await chooseLibrary(page, k);
    await placed(page, k + 1);
  }
  await expect(page.getByRole('button', { name: /^Retirer .*\(un mois\)/ }).count()).resolves.toBe(3);
  await reached(page);
  await page.getByText('Scénario B', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.getByText(/il n’y a pas mieux/).waitFor(slow);
  await page.getByRole('button', { name: /Les ajouter au Scénario B/ }).click();
  await page.waitForURL((url) => !url.searchParams.has('meilleurs') && url.searchParams.has('ajoutsB'));
  expect(await compared(page, 'Scénario B')).toBeGreaterThan(await compared(page, 'Scénario A'));
  await page.getByRole('button', { name: 'Voir avant et après' }).click();
  await page.locator('canvas').nth(1).waitFor();
  await page.getByRole('button', { name: 'Exporter' }).click();
  const picture = await save(page, 'La carte en image (PNG)');
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1754, 1240]);
  const table = (await save(page, 'Le tableau tel qu’il est trié (CSV)')).toString('utf8');
  expect(table.trim().split('\r\n')).toHaveLength(93);
  expect(table).toContain(',Gain,');
});

test('the same with the keyboard, through the table', async () => {
  const page = await open('/couverture?niveau=EPCI&vue=tableau&minutes=20&etape=1');
  const press = async (control: Locator): Promise<void> => {
    await control.focus();
    await page.keyboard.press('Enter');
  };
  for (const k of [0, 1, 2]) {
    await page.locator('tbody tr[tabindex]').nth(k).focus();
    await page.keyboard.press('Enter');
    await press(page.getByRole('button', { name: /^Ajouter un lieu/ }));
    await placed(page, k + 1);
  }
  const tried = await reached(page);
  await page.getByRole('columnheader', { name: 'Gain' }).waitFor();
  const triedPlaces = new URL(page.url()).searchParams.get('ajouts');
  await page
    .getByRole('group', { name: /Par rapport au Scénario A/ })
    .getByText('À sa place')
    .click();
  await page.waitForURL((url) => url.searchParams.has('remplacer'));
  await press(page.getByRole('button', { name: 'Chercher' }));
  await page.getByText(/il n’y a pas mieux/).waitFor(slow);
  await press(page.getByRole('button', { name: /Les mettre à la place/ }));
  await page.waitForURL(
    ({ searchParams }) => !searchParams.has('meilleurs') && searchParams.get('ajouts') !== triedPlaces,
  );
  await placed(page, 3);
  // The three best, sought as if the three tried were not there, reach at least as many.
  expect(tried).toBeGreaterThan(0);
  expect(await reached(page)).toBeGreaterThanOrEqual(tried);
  await press(page.getByRole('button', { name: 'Exporter' }));
  const waiting = page.waitForEvent('download');
  await press(page.getByRole('button', { name: 'Le tableau tel qu’il est trié (CSV)' }));
  const rows = (await read(await waiting)).toString('utf8').trim().split('\r\n');
  expect(rows).toHaveLength(93);
  // The table keeps its order in the file: the least served first.
  const access = rows.slice(1).map((row) => Number(row.split(',')[2]));
  expect(access).toEqual([...access].sort((a, b) => a - b));
});

test('a register says who is absent, whom to write to, and what their coming would change', async () => {
  const page = await open('/couverture?niveau=EPCI&vue=absents');
  const lines = [
    'Identifiant;Nom_officiel;Ville;Code_postal;code_insee;URL',
    'M9001;Musée imaginaire des confins;Amiens;80000;80021;',
    'M9002;Musée imaginaire du large;Boulogne-sur-Mer;62200;62160;',
  ];
  await page.locator('input[type=file]').setInputFiles({
    name: 'musees.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\n'), 'utf8'),
  });
  await page.getByRole('heading', { name: 'Musées de France' }).waitFor(slow);
  await page.getByText(/Accès dans la région/).waitFor();
  await page.getByRole('row', { name: /Amiens Métropole/ }).waitFor();
  await page.getByRole('group', { name: 'Montrer' }).getByText('Absents').click();
  await page.getByText('Musée imaginaire des confins').waitFor();
  const list = (await save(page, 'La liste à contacter (CSV)')).toString('utf8').trim().split('\r\n');
  expect(list).toHaveLength(3);
  expect(list[1]).toMatch(/^ABSENT,M9001,Musée imaginaire des confins,,80000,Amiens/);
  expect(await findViolations(page)).toEqual([]);
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
  [1440, '/couverture?niveau=EPCI&vue=tableau&poids=CAPACITY'],
  [1440, '/couverture?vue=chiffres'],
  [390, '/couverture?niveau=EPCI'],
  [390, '/couverture?niveau=EPCI&vue=tableau'],
])('nothing hinders anyone at %i pixels, %s', async (width, path) => {
  const page = await open(path, width, 900);
  await page.locator('canvas, tbody tr, h3').first().waitFor(slow);
  await whenQuiet(page, slow);
  expect(await findViolations(page)).toEqual([]);
});
