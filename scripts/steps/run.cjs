// @ts-check
'use strict';
const { spawn } = require('node:child_process');
const { join } = require('node:path');

const ROOT = join(__dirname, '..', '..');

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** @param {NodeJS.Signals} signal */
function forward(signal) {
  for (const child of running) child.kill(signal);
  process.exit(signal === 'SIGINT' ? 130 : 143);
}

/**
 * Runs a program in the project's folder. While it runs, a signal that stops this process stops it too.
 * @param {string} command @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv }} [options] `quiet` keeps what it prints for the caller
 * @returns {Promise<{ code: number, output: string }>} its exit code (127 when it cannot be run), and what it printed if quiet
 */
function run(command, args, { quiet = false, env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    if (running.size === 0) listen(true);
    running.add(child);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const settle = (/** @type {number} */ code) => {
      running.delete(child);
      if (running.size === 0) listen(false);
      resolve({ code, output });
    };
    child.once('error', () => settle(127));
    child.once('close', (code) => settle(code ?? 1));
  });
}

const onInterrupt = () => forward('SIGINT');
const onTerminate = () => forward('SIGTERM');

/** @param {boolean} on */
function listen(on) {
  const change = on ? process.on : process.off;
  change.call(process, 'SIGINT', onInterrupt);
  change.call(process, 'SIGTERM', onTerminate);
}

/**
 * Path of a program installed with the packages.
 * @param {string} name
 */
function bin(name) {
  return join(ROOT, 'node_modules', '.bin', name);
}

module.exports = { ROOT, bin, run };
