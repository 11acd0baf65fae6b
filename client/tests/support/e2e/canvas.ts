import type { Core } from 'cytoscape';
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

/** The middle of a node on the page, in pixels. */
export function placeOf(page: Page, key: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const drawn = document.querySelector('[data-settled] [role="img"]')!;
    const { left, top } = drawn.getBoundingClientRect();
    // Cytoscape keeps itself on its container.
    const { cy } = (drawn as unknown as { _cyreg: { cy: Core } })._cyreg;
    const { x, y } = cy.getElementById(wanted).renderedPosition();
    return { x: left + x, y: top + y };
  }, key);
}
