/**
 * How fast the map of coverage is painted again in a real browser: `npm run bench coverageScreen -- --url http://127.0.0.1:4000`, on an application that
 * runs. `--chromium PROGRAM` says which browser (`/usr/bin/chromium`); without a graphics card its figures are those of a processor that draws.
 *
 * All communes are on the map. A control is changed, and the map looked at on every frame: the time is that from the change to the last
 * frame that differs from the one before. A measure is changed in the page alone; a parameter is asked of the server, whose time is said apart.
 */
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';

interface Painted {
  /** Milliseconds from the change to the last new frame; null when nothing changed in ten seconds. */
  total: number | null;
  /** Of these, until the last answer that the change asked for. */
  answered: number;
}

/** Chooses an option of a native select in the page, and watches the first map until it stays as it is. */
const CHANGE_AND_WATCH = `async ([option, still]) => {
  const select = [...document.querySelectorAll('select')].find((each) => [...each.options].some(({ value }) => value === option));
  const map = document.querySelector('canvas.maplibregl-canvas');
  const eye = Object.assign(document.createElement('canvas'), { width: 96, height: 96 });
  const context = eye.getContext('2d', { willReadFrequently: true });
  const look = () => {
    context.drawImage(map, 0, 0, 96, 96);
    return context.getImageData(0, 0, 96, 96).data.reduce((hash, byte) => (hash * 31 + byte) | 0, 7);
  };
  let seen = look();
  performance.clearResourceTimings();
  const start = performance.now();
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(select, option);
  select.dispatchEvent(new Event('change', { bubbles: true }));
  const last = await new Promise((resolve) => {
    let changed = null;
    const tick = () => {
      const now = performance.now();
      const shows = look();
      if (shows !== seen) [seen, changed] = [shows, now];
      if ((changed !== null && now - changed > still) || now - start > 10_000) resolve(changed);
      else requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const answers = performance.getEntriesByType('resource').filter(({ name, responseEnd }) => name.includes('/graphql') && responseEnd <= last);
  return { total: last === null ? null : last - start, answered: Math.max(0, ...answers.map(({ responseEnd }) => responseEnd - start)) };
}`;

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;

async function measure(page: Page, options: readonly string[], runs: number): Promise<Painted[]> {
  const painted: Painted[] = [];
  for (let run = 0; run < runs; run++)
    for (const option of options) {
      const found: Painted = await page.evaluate(`(${CHANGE_AND_WATCH})(${JSON.stringify([option, 700])})`);
      painted.push(found);
      await page.waitForLoadState('networkidle', { timeout: 60_000 });
    }
  return painted;
}

function print(what: string, painted: readonly Painted[], wanted: string): void {
  const totals = painted.flatMap(({ total }) => (total === null ? [] : [total]));
  const own = painted.flatMap(({ total, answered }) => (total === null ? [] : [total - answered]));
  const figures = `${median(own).toFixed(0)} ms (worst ${Math.max(...own).toFixed(0)})`;
  process.stdout.write(
    `${what.padEnd(58)} ${figures.padStart(26)}   ${wanted.padEnd(10)} with the answer ${median(totals).toFixed(0)} ms; ${totals.length} of ${painted.length} repainted\n`,
  );
}

/** Prints how long the map takes to be painted again. */
export async function run(argv: readonly string[] = process.argv.slice(2)): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: { url: { type: 'string' }, chromium: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  const browser = await chromium.launch({
    executablePath: String(values.chromium ?? '/usr/bin/chromium'),
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' });
    await page.goto(`${String(values.url ?? 'http://127.0.0.1:4000')}/couverture?lieux=0`);
    await page.locator('canvas.maplibregl-canvas').first().waitFor({ timeout: 60_000 });
    await page.waitForLoadState('networkidle', { timeout: 60_000 });
    await page.waitForTimeout(2000);
    print('repaint: all communes, another measure', await measure(page, ['proche', 'acces'], 5), '< 300 ms');
    print('repaint: all communes, another audience', await measure(page, ['ALL', 'UNDER_25'], 3), '< 300 ms');
  } finally {
    await browser.close();
  }
}
