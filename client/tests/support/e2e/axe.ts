import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** What axe-core finds wrong on a page as it stands: a sentence a fault, naming the first element; empty when nothing. */
export async function findViolations(page: Page): Promise<string[]> {
  // An answer that is being replaced is dimmed for a moment: what stays is looked at.
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  // Through the debugger's protocol: the content security policy of the page stays whole.
  await page.evaluate(source);
  const results = await page.evaluate(
    (given) =>
      (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(given),
    options,
  );
  return results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.length}) ${nodes[0]?.html ?? ''}`,
  );
}
