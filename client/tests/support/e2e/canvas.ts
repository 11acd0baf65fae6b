import type { Page } from 'playwright-core';
import { whenQuiet } from './browser';

/** Waits until the canvas stands still and everything asked for has come. */
export async function settle(page: Page): Promise<void> {
  await whenQuiet(page);
  await page.locator('[data-settled]').first().waitFor({ timeout: 20_000 });
}

/** Keys of the list, in order of the alphabet, once it has followed the picture. */
export async function shownKeys(page: Page): Promise<string[]> {
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  const rows = page.locator('li[data-key]');
  return (await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-key') ?? ''))).sort();
}
