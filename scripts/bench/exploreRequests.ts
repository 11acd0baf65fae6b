import type { Browser } from 'playwright-core';
import { createRandom, drawIndex } from '../../server/analysis/random';
import { ask } from './application';
import { printFigure, quantile } from './exploreFigures';

/** What the search box asks. */
const SEARCH = `query Search($text: String!) {
  search(text: $text, limit: 12, language: "fr") { kind id label acronym detail family }
}`;

/** Every kind of page; the second place is where it is looked at. */
const pages: readonly (readonly [string, string])[] = [
  ['actor', '/acteurs/ombelliscience'],
  ['laboratory', '/acteurs/univ-lille'],
  ['competence', '/competences/fab-exhibition'],
  ['theme', '/themes/water'],
  ['production', '/productions/popup-histoire-naturelle'],
  ['commune', '/territoires/commune-80021'],
  ['EPCI', '/territoires/epci-200044030'],
  ['département', '/territoires/departement-02'],
  ['source', '/sources/reg-rnsr'],
  ['home', '/'],
  ['explore, communities', '/explorer'],
  ['explore, table', '/explorer?vue=table'],
  ['explore, from an actor', '/explorer?depart=a~ombelliscience&pas=a~ombelliscience.TIE'],
  ['partners of an actor', '/partenaires?acteur=ombelliscience'],
  ['synergies', '/synergies'],
  ['data', '/donnees'],
];

/** A question as a page sent it, and how long its first answer took. */
interface Question {
  name: string;
  body: string;
  firstMs: number;
}

/** Questions asked again, to have the time of a page once its shapes are planned. */
const REPEATED = 40;
/** Of which so many before the clock counts. */
const WARMING = 10;

/** Times the search: names as people type them, in capitals, without accents, cut short, with a letter wrong. */
export async function measureSearch(url: string): Promise<void> {
  const { actors } = await ask<{ actors: { name: string; acronym: string | null }[] }>(
    url,
    '{ actors(limit: 300) { name acronym } }',
  );
  const random = createRandom(7);
  const texts = actors.map(({ name, acronym }, place) => mistype(acronym ?? name, place % 4, random));
  for (const text of texts.slice(0, 40)) await ask(url, SEARCH, { text });
  const times: number[] = [];
  let found = 0;
  for (const text of texts) {
    const begin = performance.now();
    const { search } = await ask<{ search: unknown[] }>(url, SEARCH, { text });
    times.push(performance.now() - begin);
    if (search.length > 0) found += 1;
  }
  const more = `median ${quantile(times, 0.5).toFixed(1)} ms; ${found} of ${texts.length} texts find something`;
  printFigure('search, p95', quantile(times, 0.95), 50, more);
}

function mistype(name: string, way: number, random: () => number): string {
  if (way === 0) return name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  if (way === 1) return name.slice(0, Math.max(3, Math.ceil(name.length * 0.6)));
  if (way === 2) return name.split(' ').reverse().join(' ');
  const at = drawIndex(random, name.length);
  return `${name.slice(0, at)}${name.slice(at + 1)}` || name;
}

/**
 * Opens every kind of page on an application just started, then asks again what each asked: its first visit, the slowest of its
 * questions, and all of them one after the other (a page asks them together).
 */
export async function measurePages(browser: Browser, url: string): Promise<void> {
  for (const [name, path] of pages) {
    const questions = await questionsOf(browser, url + path);
    const first = Math.max(...questions.map(({ firstMs }) => firstMs));
    const slowest: { name: string; p95: number }[] = [];
    for (const question of questions)
      slowest.push({ name: question.name, p95: quantile(await repeat(url, question), 0.95) });
    slowest.sort((a, b) => b.p95 - a.p95);
    const total = slowest.reduce((sum, { p95 }) => sum + p95, 0);
    const more = `${slowest[0]?.name}; ${questions.length} questions, ${total.toFixed(0)} ms one by one; first visit ${first.toFixed(0)} ms`;
    printFigure(`page: ${name}, slowest question, p95`, slowest[0]?.p95 ?? NaN, 150, more);
  }
}

async function questionsOf(browser: Browser, address: string): Promise<Question[]> {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const questions: Question[] = [];
  page.on('requestfinished', (request) => {
    if (!request.url().endsWith('/graphql')) return;
    const body = request.postData() ?? '';
    const { operationName } = JSON.parse(body) as { operationName?: string };
    const { requestStart, responseEnd } = request.timing();
    questions.push({ name: operationName ?? '', body, firstMs: responseEnd - requestStart });
  });
  await page.goto(address);
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await context.close();
  return questions;
}

async function repeat(url: string, { name, body }: Question): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < REPEATED; round += 1) {
    const begin = performance.now();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const text = await response.text();
    if (round >= WARMING) times.push(performance.now() - begin);
    if (!response.ok) throw new Error(`${name}: ${text.slice(0, 300)}`);
  }
  return times;
}
