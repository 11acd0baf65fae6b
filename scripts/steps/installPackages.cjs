// @ts-check
'use strict';
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { ROOT, run } = require('./run.cjs');
const { fail, step } = require('./sentences.cjs');
const { digest, hasStamp, writeStamp } = require('./stamp.cjs');

const STAMP = 'node_modules/.maillage-packages';

/** Installs what `package-lock.json` says, unless it is there already. */
async function installPackages() {
  const wanted = digest(['package-lock.json']);
  if (hasStamp(STAMP, wanted)) return;
  if (!isInstalled()) {
    const { code, output } = await step('packages', () =>
      run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { quiet: true }),
    );
    if (/ENOSPC|no space left/i.test(output)) fail('diskFull', { folder: ROOT, free: 0, needed: 1000 });
    if (code !== 0) fail('packagesFailed');
  }
  writeStamp(STAMP, wanted);
}

/** True when every package of the lock is there at its version: somebody ran npm themselves. */
function isInstalled() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const has = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || entry.peer || has[path]?.version === entry.version,
  );
}

module.exports = { installPackages };
