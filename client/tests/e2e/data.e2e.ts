import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import writeWorkbook, { type Cell } from 'write-excel-file/node';
import { findViolations } from '../support/e2e/axe';
import { openBrowser, openPage, type WatchedPage } from '../support/e2e/browser';
import { type E2eServer, startE2eServer } from '../support/e2e/server';

/** These journeys write: they have an application and a database of their own, so that nobody else's counts move. */
const writeToken = 'jeton-des-essais-de-bout-en-bout';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

// A whole workbook is read, compared and written more than once.
jest.setTimeout(240_000);

let server: E2eServer;
let browser: Browser;
let watched: WatchedPage;

const open = async (path: string, width = 1440): Promise<Page> => {
  watched = await openPage(browser, { viewport: { width, height: 900 }, acceptDownloads: true });
  watched.page.setDefaultTimeout(60_000);
  await watched.page.goto(server.url + path);
  await watched.page.getByRole('heading', { level: 1 }).waitFor();
  return watched.page;
};

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startE2eServer({ MAILLAGE_WRITE_TOKEN: writeToken }),
    openBrowser(),
  ]);
});
afterEach(async () => {
  expect(watched.problems).toEqual([]);
  await watched.context.close();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

type Sheets = Awaited<ReturnType<typeof readWorkbook>>;

/** Changes a cell of a workbook, by sheet, column title and identifier of the row; gives what it held. */
function setCell(sheets: Sheets, sheet: string, id: string, column: string, value: string): string {
  const { data } = sheets.find((one) => one.sheet === sheet)!;
  const at = data[0]!.indexOf(column);
  const row = data.find(([first]) => first === id);
  expect(at).toBeGreaterThan(-1);
  const before = String(row![at]);
  row![at] = value;
  return before;
}

const toBytes = (sheets: Sheets): Promise<Buffer> =>
  writeWorkbook(sheets.map(({ sheet, data }) => ({ sheet, data: data as Cell[][] }))).toBuffer();

const enterToken = async (page: Page) => {
  await page.getByLabel('Jeton d’écriture').fill(writeToken);
  await page.getByLabel('Votre nom (facultatif)').fill('Essai de bout en bout');
  await page.getByRole('button', { name: 'Utiliser ce jeton' }).click();
  await page.getByText('Choisir un fichier ou le déposer ici').waitFor();
};

const give = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });

const anotherFile = (page: Page) => page.getByRole('button', { name: 'Choisir un autre fichier' }).click();

/** Undoes the change of that title in the list of changes, and waits until it is said to be undone. */
const undo = async (page: Page, title: RegExp) => {
  await page.goto(`${server.url}/donnees?partie=importer`);
  await page
    .getByRole('button', { name: new RegExp(`^Annuler\\s: ${title.source}`) })
    .first()
    .click();
  await page.getByRole('button', { name: 'Tout annuler' }).click();
  await page.getByText(new RegExp(`^Annulé\\s: ${title.source}`)).waitFor();
};

test('export the workbook, change three cells and break one, import, read the report, fix, apply, see it with its source, undo', async () => {
  const page = await open('/donnees?partie=importer');
  await enterToken(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Télécharger le classeur complet' }).click(),
  ]);
  const sheets = await readWorkbook(readFileSync(await download.path()));
  setCell(sheets, 'Acteurs', 'ombelliscience', 'Site internet', 'https://essai.example.org');
  setCell(sheets, 'Acteurs', 'ineris', 'Sigle', 'INERIS-ESSAI');
  setCell(sheets, 'Productions', 'popup-histoire-naturelle', 'Année', '2019');
  const family = setCell(sheets, 'Acteurs', 'iemn', 'Famille', 'Fusée');
  await give(page, 'classeur.xlsx', XLSX, await toBytes(sheets));

  await page.getByRole('heading', { name: 'Ce que classeur.xlsx changerait' }).waitFor();
  const refused = page.getByRole('list', { name: 'Refusées' }).getByRole('listitem').first();
  await refused.getByText('Acteurs, ligne', { exact: false }).waitFor();
  await refused.getByText(/Case C\d+ \(Famille\)/).waitFor();
  await refused.getByText(/Fusée/).waitFor();
  expect(await page.getByRole('button', { name: 'Appliquer 3 changements' }).isDisabled()).toBe(true);
  await page.getByText('Modifiées 3', { exact: true }).click();
  await page.getByText('https://essai.example.org').waitFor();
  expect(await findViolations(page)).toEqual([]);

  await anotherFile(page);
  setCell(sheets, 'Acteurs', 'iemn', 'Famille', family);
  await give(page, 'classeur-corrige.xlsx', XLSX, await toBytes(sheets));
  await page.getByRole('button', { name: 'Appliquer 3 changements' }).click();
  await page.getByRole('heading', { name: '3 lignes ont changé' }).waitFor();

  await page.goto(`${server.url}/acteurs/ombelliscience`);
  await page.getByRole('link', { name: /essai\.example\.org/ }).waitFor();
  await page.getByRole('button', { name: 'Qui le dit : Site internet' }).click();
  const said = page.getByRole('dialog', { name: 'Qui le dit : Site internet' });
  await said.getByText('https://essai.example.org').waitFor();
  await said.getByRole('link', { name: 'classeur-corrige.xlsx' }).waitFor();
  await said.getByText('https://ombelliscience.fr').waitFor();
  await page.keyboard.press('Escape');
  const history = page.getByRole('list', { name: 'Historique' }).getByRole('listitem').first();
  await history.getByText('par Essai de bout en bout', { exact: false }).waitFor();
  expect(await findViolations(page)).toEqual([]);

  await undo(page, /classeur-corrige/);
  await page.goto(`${server.url}/acteurs/ombelliscience`);
  await page
    .getByRole('link', { name: /ombelliscience\.fr/ })
    .first()
    .waitFor();
  await page.getByText('Annulation', { exact: true }).waitFor();
  expect(await page.getByRole('link', { name: /essai\.example\.org/ }).count()).toBe(0);
});

/** In the columns that the Ministry of Culture publishes. Rows are invented, but for one that resembles a museum of the seed. */
const register = [
  'Identifiant;Nom_officiel;Adresse;Code_postal;Ville;URL;Coordonnees',
  'M9991;Musée imaginaire des essais;;80000;Amiens;www.essai-un.example;49.894, 2.302',
  'M9992;Musée imaginaire du vent;;02100;Saint-Quentin;;49.848, 3.287',
  'M9993;Musée de la bonneterie;;;;;',
  'M9994;Musée d’une autre région;;13001;Marseille;;43.296, 5.37',
].join('\n');

test('import a register of museums, review what is doubtful, see the absent ones on the map, apply, undo', async () => {
  const page = await open('/donnees?partie=importer');
  await enterToken(page);
  await give(page, 'museofile.csv', 'text/csv', Buffer.from(register));
  await page.getByRole('heading', { name: 'Registre reconnu : Musées de France (Muséofile)' }).waitFor();
  const doubt = page.getByRole('list', { name: 'Est-ce le même acteur ?' });
  await doubt.getByRole('link', { name: /bonneterie de Moreuil/ }).waitFor();
  await doubt
    .getByText(/nom identique/)
    .first()
    .waitFor();
  await page
    .getByRole('region', { name: /Carte des absents/ })
    .locator('canvas')
    .waitFor();
  await page.getByText('Un par un', { exact: true }).click();
  await page.getByRole('list', { name: 'Un par un' }).getByText('Musée imaginaire du vent').waitFor();
  expect(await findViolations(page)).toEqual([]);

  await page.getByLabel(/^Qui est Musée de la bonneterie/).selectOption('musee-bonneterie');
  await page.getByRole('button', { name: 'Retenir 1 décision' }).click();
  await page.getByRole('button', { name: 'Appliquer 3 changements' }).click();
  await page.getByRole('heading', { name: '3 lignes ont changé' }).waitFor();

  await page.goto(`${server.url}/acteurs/musee-imaginaire-du-vent-saint-quentin`);
  await page.getByRole('heading', { level: 1, name: 'Musée imaginaire du vent' }).waitFor();
  await page.getByText('M9992').waitFor();
  await undo(page, /Musées de France \(Muséofile\)/);
  await page.goto(`${server.url}/acteurs/musee-imaginaire-du-vent-saint-quentin`);
  await page.getByRole('heading', { name: 'Acteur introuvable' }).waitFor();
});

test('two records made one: the old address leads to the one that stays, until the merge is undone', async () => {
  const page = await open('/donnees?partie=importer');
  await enterToken(page);
  const bis =
    'id,kind,family,name,commune,website\nombelliscience-bis,STRUCTURE,NETWORK,Ombelliscience,80021,https://ombelliscience.fr';
  await give(page, 'bis.csv', 'text/csv', Buffer.from(bis));
  await page.getByRole('button', { name: 'Appliquer 1 changement' }).click();
  await page.getByRole('heading', { name: '1 ligne a changé' }).waitFor();
  await page.goto(`${server.url}/donnees?partie=verifier&vue=doublons`);
  const pairs = page.getByRole('list', { name: 'Doublons possibles' });
  const pair = pairs
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Ombelliscience' }).nth(1) });
  await pair.first().getByRole('button', { name: 'Fusionner…' }).click();
  await page.getByLabel('Fiche à garder').selectOption('ombelliscience');
  await page.getByRole('button', { name: 'Fusionner les deux fiches' }).click();
  await page.getByText('Les deux fiches n’en font plus qu’une.', { exact: false }).waitFor();
  await page.goto(`${server.url}/acteurs/ombelliscience-bis`);
  await page.getByText('La fiche « ombelliscience-bis » a été fusionnée', { exact: false }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/acteurs/ombelliscience');

  await undo(page, /Ombelliscience \(ombelliscience-bis\)/);
  await undo(page, /bis\.csv/);
});
