/**
 * How quick exploring is: `npm run bench explore`, or a part of it with `--only requests|canvas|network`. Starts the built
 * application on a data folder of its own, and looks at it with Chromium as people do. Each figure stands beside its reference.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../client/tests/support/e2e/browser';
import { openEmbedded, startApplication, stopApplication, waitWhileWarming } from './application';
import { measureExpansion, measureLargeCanvas } from './exploreCanvas';
import { measureCountry, measureRegion } from './exploreNetwork';
import { measurePages, measureSearch } from './exploreRequests';

/** Prints every figure; those that miss their reference are marked. */
export async function run(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...argv], options: { only: { type: 'string' } } });
  const isWanted = (part: string): boolean => values.only === undefined || values.only === part;
  const folder = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
  const load = loadavg()[0]!.toFixed(1);
  console.log(`${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, load ${load}`);
  const application = await startApplication(folder);
  let browser: Browser | undefined;
  await waitWhileWarming();
  try {
    browser = await openBrowser();
    if (isWanted('requests')) {
      await measurePages(browser, application.url);
      await measureSearch(application.url);
    }
    if (isWanted('canvas')) {
      await measureExpansion(browser, application.url);
      await measureLargeCanvas(browser, application.url);
    }
    await browser.close();
    if (isWanted('network')) await measureNetworks(folder);
  } finally {
    await browser?.close();
    await stopApplication(application);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureNetworks(folder: string): Promise<void> {
  const database = openEmbedded(folder);
  try {
    await measureRegion(database);
    await measureCountry(database);
  } finally {
    await database.close();
  }
}
