// @ts-check
'use strict';
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { accessSync, constants, existsSync, readFileSync } = require('node:fs');
const { createServer } = require('node:net');
const { delimiter, join, resolve } = require('node:path');
const { ROOT } = require('./run.cjs');
const { fail } = require('./sentences.cjs');

/** Node 20.19 or later. */
function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) fail('nodeTooOld', { version: process.versions.node });
}

/** Java 17 or later, and Maven when the database's jars are not there yet; neither matters with an existing Neo4j. */
function checkDatabaseTools() {
  if (process.env.NEO4J_URI) return;
  checkJava();
  if (!hasJars() && !isOnPath('mvn')) fail('mavenMissing');
}

function checkJava() {
  const home = process.env.JAVA_HOME;
  const { stdout, stderr } = spawnSync(home ? join(home, 'bin', 'java') : 'java', ['-version'], {
    encoding: 'utf8',
  });
  const version = /version "([^"]+)"/.exec(`${stderr}\n${stdout}`)?.[1];
  if (!version) return fail('javaMissing');
  const [first, second] = version.split(/[.\-_+]/);
  if (Number(first === '1' ? second : first) < 17) fail('javaTooOld', { version });
}

/** The folder is named after the list of jars, as `server/database/embedded/jars.ts` does. */
function hasJars() {
  const pom = readFileSync(join(ROOT, 'server', 'database', 'embedded', 'pom.xml'));
  const version = createHash('sha256').update(pom).digest('hex').slice(0, 12);
  return existsSync(join(resolve(ROOT, process.env.MAILLAGE_DATA_DIR || '.maillage'), 'jars', version));
}

/** @param {string} name */
function isOnPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The port of the application, looked at before minutes are spent on the rest. */
async function checkPort() {
  const port = Number(process.env.PORT || 4000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) return;
  const code = await new Promise((settle) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => settle(error.code));
    server.listen(port, process.env.HOST || '127.0.0.1', () => server.close(() => settle(undefined)));
  });
  if (code === 'EADDRINUSE') fail('portTaken', { port, other: port + 1 });
}

module.exports = { checkDatabaseTools, checkNode, checkPort };
