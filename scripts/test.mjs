/**
 * All tests: `npm test`. Does what they need first, then runs the unit, API and client projects, and the journeys in a browser.
 * Arguments go to jest, without the journeys: `npm test -- server/analysis`, `npm test -- --selectProjects unit`.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { checkDatabaseTools, checkNode } = require('./steps/checkTools.cjs');
const { installPackages } = require('./steps/installPackages.cjs');
const { buildClient } = require('./steps/buildClient.cjs');
const { findChromium } = require('./steps/findChromium.cjs');
const { ROOT, bin, run } = require('./steps/run.cjs');

const REPORTS = '.cache/test-reports';

process.chdir(ROOT);
// The tests have databases of their own, whatever the one of every day is.
delete process.env.NEO4J_URI;
const chosen = process.argv.slice(2);
checkNode();
checkDatabaseTools();
const isWhole = chosen.length === 0;
if (isWhole) findChromium();
await installPackages();
await buildClient();

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

/** Runs jest and reads its report; a run that leaves no report counts as a failure. */
async function jest(name, args) {
  const report = join(REPORTS, `${name}.json`);
  const { code } = await run(process.execPath, [bin('jest'), '--json', `--outputFile=${report}`, ...args]);
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    // A suite that could not even be read has no test to count.
    const failed = Math.max(numFailedTests, numFailedTestSuites, code === 0 ? 0 : 1);
    return { passed: numPassedTests, failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const results = [await jest('projects', chosen)];
if (isWhole) results.push(await jest('e2e', ['--config', 'jest.e2e.config.mjs']));
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
