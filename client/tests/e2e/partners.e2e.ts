import type { Browser, Page } from 'playwright-core';
import { findViolations } from '../support/e2e/axe';
import { openBrowser, openPage, type WatchedPage } from '../support/e2e/browser';
import { readE2eUrl } from '../support/e2e/server';

let browser: Browser;
let watched: WatchedPage;
const open = async (path: string, width = 1440): Promise<Page> => {
  watched = await openPage(browser, {
    viewport: { width, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await watched.page.goto(readE2eUrl() + path);
  await watched.page.getByRole('heading', { level: 1, name: /Avec qui/ }).waitFor();
  return watched.page;
};
const team = (page: Page) => page.getByRole('complementary', { name: 'Votre équipe' });
const candidates = (page: Page) => page.getByRole('list', { name: /Partenaires possibles/ });
/** Chooses, in a control of the sentence that opens on an input, what is typed. */
const choose = async (page: Page, control: RegExp, typed: string, option: string | RegExp) => {
  await page.getByRole('button', { name: control }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill(typed);
  await dialog.getByRole('option', { name: option }).first().click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
};
const pagesOf = (pdf: Buffer) => Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);

beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(async () => {
  expect(watched.problems).toEqual([]);
  await watched.context.close();
});
afterAll(() => browser.close());

test('an association in the Aisne plans an exhibition on water, gets partners, refines, builds a team, shares it, prints it', async () => {
  const page = await open('/partenaires');
  await page
    .getByRole('textbox', { name: 'Votre projet en une phrase' })
    .fill('exposition sur l’eau pour des collégiens dans l’Aisne');
  await page.getByRole('button', { name: 'Lire ma phrase' }).click();
  await page.getByRole('group', { name: 'Compris :' }).getByText('thème : Eau', { exact: false }).waitFor();
  const read = new URL(page.url()).searchParams;
  expect(
    Object.fromEntries(['type', 'themes', 'publics', 'lieux'].map((name) => [name, read.get(name)])),
  ).toEqual({ type: 'EXHIBITION', themes: 'water', publics: 'LOWER_SECONDARY', lieux: 'departement-02' });

  await choose(page, /^Qui demande/, 'CPIE Pays Aisne', /CPIE des Pays de l'Aisne/);
  await choose(page, /^Compétences qui manquent/, 'scénographie', 'Scénographie');
  await choose(page, /^Compétences qui manquent/, 'accueil', /Accueil d'expositions/);
  await choose(page, /^Compétences qui manquent/, 'expertise disc', /Expertise disciplinaire/);
  await page.getByText(/Ce qu’ils couvrent de vos 3 besoins compte le plus/).waitFor();
  const first = candidates(page).getByRole('listitem').first();
  await first.getByText(/score \d+ sur 100/).click();
  await first.getByRole('list', { name: /Parts du score/ }).waitFor();
  await expect(
    first.getByRole('list', { name: 'Raisons' }).getByRole('link').count(),
  ).resolves.toBeGreaterThan(0);

  const everybody = Number(
    /\d+/.exec(await page.getByRole('heading', { name: /partenaires possibles/ }).innerText()),
  );
  await page.getByText('Filtrer', { exact: true }).click();
  await page.getByRole('slider', { name: 'Distance au plus' }).focus();
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowRight');
  await page.waitForURL(/km=60/);
  await page.getByText(/trop loin/).waitFor();
  const near = Number(
    /\d+/.exec(await page.getByRole('heading', { name: /partenaires possibles/ }).innerText()),
  );
  expect(near).toBeLessThan(everybody);

  const name = await candidates(page).getByRole('link').first().innerText();
  await candidates(page)
    .getByRole('button', { name: `Équipe ${name}` })
    .click();
  await team(page).getByRole('link', { name }).waitFor();
  await team(page).getByRole('button', { name: 'Proposer des équipes' }).click();
  await page.getByRole('heading', { name: /acteurs? suffi/ }).waitFor();
  await page.getByRole('button', { name: 'Prendre cette équipe Équipe 1' }).click();
  await page.getByRole('button', { name: 'C’est votre équipe Équipe 1' }).waitFor();
  const size = await team(page).getByRole('list', { name: 'Dans l’équipe' }).getByRole('listitem').count();
  expect(size).toBeGreaterThan(0);
  expect(await findViolations(page)).toEqual([]);

  await team(page).getByRole('button', { name: 'Copier le lien' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('article');
  expect(await sheet.innerText()).toMatch(
    /Je prépare une exposition sur eau.*pour les collégiens, côté Aisne/s,
  );
  expect(await sheet.getByRole('table', { includeHidden: true }).innerText()).toContain('Scénographie');
  expect(await page.getByRole('button', { name: 'Lire ma phrase' }).isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);

  const received = await openPage(browser, { viewport: { width: 1440, height: 900 } });
  await received.page.goto(link);
  const shared = team(received.page).getByRole('list', { name: 'Dans l’équipe' });
  await shared.getByRole('link', { name }).waitFor();
  expect(await shared.getByRole('listitem').count()).toBe(size);
  await received.context.close();
});

test('somebody answers each published need, and a need becomes a brief', async () => {
  const page = await open('/partenaires');
  const needs = page.getByRole('list', { name: /Besoins publiés/ });
  await needs
    .getByText(/acteurs? peu(ven)?t y répondre/)
    .nth(34)
    .waitFor();
  const count = await needs.getByText(/acteurs? peu(ven)?t y répondre/).count();
  expect(count).toBe(35);
  await page.getByRole('searchbox', { name: 'Filtrer les besoins' }).fill('exposition');
  await needs
    .getByText(/peu(ven)?t y répondre/)
    .first()
    .click();
  await page
    .getByRole('list', { name: /Qui peut y répondre/ })
    .getByRole('link')
    .first()
    .waitFor();
  await needs
    .getByRole('link', { name: /Partir de ce besoin/ })
    .first()
    .click();
  await page.getByText('Pour répondre au besoin :').waitFor();
  await candidates(page).waitFor();
  expect(new URL(page.url()).searchParams.get('besoin')).toMatch(/^need-/);
});

test('on a phone, candidates side by side, the tray one press away, nothing wider than the screen', async () => {
  const page = await open('/partenaires?acteur=cpie-aisne&competences=fab-scenography,dif-host-expo', 390);
  await candidates(page).waitFor();
  const boxes = candidates(page).getByText('Comparer');
  await boxes.nth(0).click();
  await boxes.nth(1).click();
  await page.getByRole('region', { name: 'Côte à côte' }).getByRole('table').waitFor();
  await page.getByText('Filtrer', { exact: true }).click();
  await page.getByText('Régler le classement').click();
  await page.getByRole('slider', { name: 'Thèmes' }).waitFor();
  await page.getByRole('button', { name: /Voir l’équipe/ }).click();
  await team(page).waitFor();
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
  expect(await findViolations(page)).toEqual([]);
});

test('possible partners on a map: a number chosen there is chosen in the list, the team marked, all of it in the link', async () => {
  const page = await open(
    '/partenaires?acteur=cpie-aisne&lieux=departement-02&competences=fab-scenography,dif-host-expo',
  );
  await candidates(page).waitFor();
  await page.getByRole('radio', { name: 'Carte' }).check({ force: true });
  await page.waitForURL(/vue=carte/);
  const map = page.getByRole('region', { name: /Où sont les partenaires possibles/ });
  const marks = map.getByRole('button', { name: /^\d+\. / });
  await marks.nth(3).waitFor();
  await map.getByRole('button', { name: /^vous/ }).waitFor();
  const label = (await marks.nth(1).getAttribute('aria-label'))!;
  const [, rank, name] = /^(\d+)\. (.*), [^,]+$/.exec(label)!;
  await marks.nth(1).click();
  const chosen = candidates(page).locator('li[aria-current]');
  await chosen.getByRole('button', { name: name!, exact: true }).waitFor();
  await page.waitForURL(/choisi=/);
  await chosen.getByRole('button', { name: `Équipe ${name}` }).click();
  await team(page).getByRole('link', { name: name! }).waitFor();
  await map.locator('button[data-look=KEPT]', { hasText: rank! }).waitFor();
  const other = /^\d+\. (.*), [^,]+$/.exec((await marks.first().getAttribute('aria-label'))!)![1]!;
  await candidates(page).getByRole('button', { name: other, exact: true }).click();
  await map.getByRole('button', { name: other, pressed: true }).waitFor();
  expect(await findViolations(page)).toEqual([]);
  await page.reload();
  await map.locator('button[data-look=KEPT]', { hasText: rank! }).waitFor();
  await page.getByRole('link', { name: /Voir les liens de ces/ }).click();
  await page.waitForURL(/\/explorer\?depart=/);
  await page.getByText(name!, { exact: true }).first().waitFor();
});

test('a need is met from either side: the actor that answers it, the competence it seeks, the brief it becomes', async () => {
  watched = await openPage(browser, { viewport: { width: 1440, height: 900 } });
  const { page } = watched;
  await page.goto(`${readE2eUrl()}/competences/dif-host-expo`);
  const sought = page.getByRole('list', { name: 'Qui la cherche' });
  await sought
    .getByText(/acteurs? peu(ven)?t y répondre/)
    .first()
    .click();
  const best = sought.getByRole('list', { name: /Qui peut y répondre/ }).getByRole('link');
  await best.nth(1).waitFor();
  await best.first().click();
  await page.waitForURL(/\/acteurs\//);
  const answered = page.getByRole('list', { name: 'Les besoins auxquels il peut répondre' });
  await answered
    .getByText(/^rang \d+ sur \d+$/)
    .first()
    .waitFor();
  await page.goto(`${readE2eUrl()}/acteurs/ecomusee-avesnois`);
  const own = page.getByRole('list', { name: 'Ce qu’il cherche' });
  await own
    .getByRole('link', { name: /Partir de ce besoin/ })
    .first()
    .click();
  await page.getByText('Pour répondre au besoin :').waitFor();
  await candidates(page).waitFor();
});

test('a production that nobody is known to have validated leads to who could', async () => {
  const page = await open('/partenaires?production=energie-express&phase=VALIDATION');
  await page.getByText('D’après la production :').waitFor();
  await page.waitForURL(/competences=val-/);
  await candidates(page)
    .getByText(/Couvre/)
    .first()
    .waitFor();
});
