// @ts-check
'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

/** @type {{failures: Record<string, {fr: string, en: string}>, steps: Record<string, {fr: string, en: string}>}} */
const sentences = JSON.parse(
  readFileSync(join(__dirname, '..', '..', 'server', 'startupSentences.json'), 'utf8'),
);

/** Same rule as in the server: the first of the three that is set. */
const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
const language = /^fr(?![a-z])/i.test(locale) ? 'fr' : 'en';

/** @param {string} template @param {Record<string, string | number>} values */
function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (braces, name) => String(values[name] ?? braces));
}

/**
 * Prints the one sentence of a failure and ends the process with the exit code 1.
 * @param {string} code key of `failures` in `server/startupSentences.json` @param {Record<string, string | number>} [values]
 * @returns {never}
 */
function fail(code, values = {}) {
  const texts = sentences.failures[code];
  console.error(texts ? fill(texts[language], values) : code);
  process.exit(1);
}

/**
 * Runs a step and prints its name once it has lasted two seconds.
 * @template T @param {string} name key of `steps` in `server/startupSentences.json` @param {() => Promise<T>} work @returns {Promise<T>}
 */
async function step(name, work) {
  const timer = setTimeout(() => console.log(sentences.steps[name]?.[language] ?? name), 2000);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}

module.exports = { fail, step };
