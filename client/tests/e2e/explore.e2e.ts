import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { findViolations } from '../support/e2e/axe';
import { openBrowser, openPage, type WatchedPage } from '../support/e2e/browser';
import { settle, shownKeys as shown } from '../support/e2e/canvas';
import { readE2eUrl } from '../support/e2e/server';

let browser: Browser;
let watched: WatchedPage;
const open = async (path: string): Promise<Page> => {
  watched = await openPage(browser, { viewport: { width: 1440, height: 900 } });
  await watched.page.goto(readE2eUrl() + path);
  return watched.page;
};

beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(async () => {
  expect(watched.problems).toEqual([]);
  await watched.context.close();
});
afterAll(() => browser.close());

test('a laboratory is found by an acronym with a typo, and a producer two steps away is reached', async () => {
  const page = await open('/');
  await page.getByRole('search').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('CRIStALL');
  await page
    .getByRole('option', { name: /CRIStAL/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: /CRIStAL/ }).waitFor();
  await page.getByRole('link', { name: 'Voir sur le réseau' }).click();
  await settle(page);
  await page.getByRole('button', { name: /^Que faire avec : Université de Lille$/ }).click();
  await page.getByRole('button', { name: /^Acteurs liés/ }).click();
  await settle(page);
  await page.getByRole('button', { name: /^Ombelliscience Réseau/ }).click();
  await page.getByRole('complementary').getByRole('link', { name: 'Ouvrir la fiche' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Ombelliscience' }).waitFor();
});

test('why two actors are close is told step by step, each with its source', async () => {
  const page = await open('/explorer?depart=a~ineris,a~univ-artois&choisis=a~ineris,a~univ-artois');
  await settle(page);
  await page.getByRole('button', { name: 'Comment sont-ils liés ?' }).click();
  const panel = page.getByRole('complementary', { name: /Entre INERIS et/ });
  await panel.getByText('siège à la gouvernance de').waitFor();
  await panel.getByText('Sciences en bande dessinée').first().waitFor();
  expect(await panel.getByRole('link', { name: /^Source :/ }).count()).toBeGreaterThanOrEqual(2);
  expect(await shown(page)).toContain('a~ombelliscience');
});

test('a filtered canvas is shared by its link, and Back undoes', async () => {
  const page = await open('/explorer?depart=a~ombelliscience&pas=a~ombelliscience.TIE');
  await settle(page);
  const before = await shown(page);
  await page.getByRole('tab', { name: /^Filtrer/ }).click();
  await page.getByRole('checkbox', { name: /Bibliothèque ou médiathèque/ }).check();
  await page.getByText(/masqués par les filtres/).waitFor();
  await page.getByRole('tab', { name: /^Affichés/ }).click();
  const filtered = await shown(page);
  expect(filtered.length).toBeLessThan(before.length);
  const link = page.url();
  const other = await openPage(browser, { viewport: { width: 1440, height: 900 } });
  await other.page.goto(link);
  await settle(other.page);
  expect(await shown(other.page)).toEqual(filtered);
  await other.context.close();
  await page.goBack();
  await page.getByText(/masqués par les filtres/).waitFor({ state: 'detached' });
  expect(await shown(page)).toEqual(before);
});

test('by keyboard alone: open a community, hide a member, undo', async () => {
  const page = await open('/explorer');
  await settle(page);
  const group = page.getByRole('button', { name: /^Ouvrir la communauté : Université de Lille/ });
  await group.focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('button', { name: /^Que faire avec : L'Esprit d'Archimède/ });
  await menu.waitFor();
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Masquer', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('1 masqué à la main').waitFor();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('1 masqué à la main').waitFor({ state: 'detached' });
  expect(await findViolations(page)).toEqual([]);
});

test('the network is exported and opens again alone, accents intact', async () => {
  const page = await open('/explorer?depart=a~ombelliscience&pas=a~ombelliscience.TIE.20');
  await settle(page);
  const file = async (name: RegExp): Promise<string> => {
    await page.getByRole('button', { name: 'Exporter ce qui s’affiche' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    return readFileSync((await download.path())!, 'utf8');
  };
  const gexf = await file(/GEXF/);
  expect(gexf.match(/<node /g)).toHaveLength(21);
  expect(gexf).toContain('Médiathèque Louis Aragon (Calais)');
  const html = await file(/Page autonome/);
  const alone = await openPage(browser, { offline: true });
  await alone.page.setContent(html);
  expect(await alone.page.locator('svg > g > g').count()).toBe(21);
  await alone.page.getByRole('heading', { level: 1, name: /Ombelliscience/ }).waitFor();
  await alone.page.getByRole('cell', { name: 'Bibliothèque ou médiathèque · Calais' }).waitFor();
  await alone.context.close();
});

test('the table and the map show what the graph shows', async () => {
  const page = await open('/explorer?familles=PLANETARIUM');
  await settle(page);
  const graph = await shown(page);
  await page.getByRole('radio', { name: 'Tableau' }).check({ force: true });
  await page.getByRole('row', { name: /ORIONIS/ }).waitFor();
  expect(await page.getByRole('row').count()).toBe(graph.length + 1);
  await page.getByRole('radio', { name: 'Carte' }).check({ force: true });
  await settle(page);
  expect(await shown(page)).toEqual(graph);
});

test('the directory as cards: the order and the form are in the address, and a card leads to the actor', async () => {
  const page = await open('/explorer?vue=table');
  await page.getByRole('radio', { name: 'Fiches' }).check({ force: true });
  const cards = page.getByRole('region', { name: 'Acteurs, une fiche chacun' }).locator('li[aria-posinset]');
  await cards.nth(5).waitFor();
  // Only those in view are drawn, and each says its place among all.
  expect(await cards.count()).toBeLessThan(60);
  expect(Number(await cards.first().getAttribute('aria-setsize'))).toBeGreaterThan(200);
  await page
    .getByRole('combobox', { name: 'Trier par' })
    .selectOption({ label: 'Par nombre de partenaires' });
  await cards.first().getByRole('heading', { name: 'Ombelliscience' }).waitFor();
  await cards
    .first()
    .getByText(/acteurs liés/)
    .waitFor();
  expect(page.url()).toMatch(/fiches=1/);
  expect(page.url()).toMatch(/tri=partners/);
  expect(await findViolations(page)).toEqual([]);
  await page.reload();
  await cards.first().getByRole('link', { name: 'Ombelliscience' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ombelliscience' }).waitFor();
});

test('colour and size follow any measure of the network, and the legend says what they mean', async () => {
  const page = await open('/explorer?depart=a~ombelliscience&pas=a~ombelliscience.TIE');
  await settle(page);
  await page.getByRole('button', { name: 'Aspect du réseau' }).click();
  await page.getByRole('combobox', { name: 'Couleur' }).selectOption({ label: 'Rôle passerelle' });
  await page
    .getByRole('combobox', { name: 'Taille' })
    .selectOption({ label: 'Place dans le cœur du réseau' });
  await page.keyboard.press('Escape');
  const legend = page.getByRole('group').filter({ hasText: 'Légende' });
  await legend.getByRole('heading', { name: 'Couleur : Rôle passerelle' }).waitFor();
  await legend.getByRole('listitem').nth(2).waitFor();
  await legend.getByRole('heading', { name: 'Taille : Place dans le cœur du réseau' }).waitFor();
  expect(page.url()).toMatch(/couleur=betweenness/);
  // Every actor shown is in one class of the legend.
  const counts = await legend.getByRole('listitem').locator('span:last-child').allTextContents();
  const total = counts.reduce((sum, text) => sum + Number(text.replace(/\D/g, '')), 0);
  expect(total).toBe((await shown(page)).length);
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Défaire' }).click();
  await page.getByRole('button', { name: 'Défaire' }).click();
  await page.waitForURL((url) => !url.search.includes('couleur'));
});
