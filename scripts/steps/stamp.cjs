// @ts-check
'use strict';
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { ROOT } = require('./run.cjs');

/**
 * A digest of files and folders, names and contents; what does not exist counts as absent.
 * @param {readonly string[]} paths from the project's folder
 * @param {(path: string) => boolean} [keep] which files count, all by default
 */
function digest(paths, keep = () => true) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(list).filter(keep)) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function list(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => list(join(path, name)));
}

/** @param {string} file @param {string} value */
function hasStamp(file, value) {
  const full = join(ROOT, file);
  return existsSync(full) && readFileSync(full, 'utf8') === value;
}

/** @param {string} file @param {string} value */
function writeStamp(file, value) {
  mkdirSync(dirname(join(ROOT, file)), { recursive: true });
  writeFileSync(join(ROOT, file), value);
}

module.exports = { digest, hasStamp, writeStamp };
