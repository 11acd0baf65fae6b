// @ts-check
'use strict';
const { existsSync } = require('node:fs');
const { delimiter, join } = require('node:path');
const { fail } = require('./sentences.cjs');

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Ends with one sentence when there is no browser for the journeys; they look in the same places. */
function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const given = process.env.CHROMIUM_PATH;
  const places = given
    ? [given]
    : [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...MAC];
  if (!places.some((path) => existsSync(path))) fail('chromiumMissing');
}

module.exports = { findChromium };
