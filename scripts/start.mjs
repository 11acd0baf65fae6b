/**
 * Starts the application: `npm start`. Needs nothing installed but Node, Java and Maven, does what is left to do, and becomes
 * the server. Each failure is one sentence and the exit code 1.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { checkDatabaseTools, checkNode, checkPort } = require('./steps/checkTools.cjs');
const { installPackages } = require('./steps/installPackages.cjs');
const { buildClient } = require('./steps/buildClient.cjs');
const { ROOT } = require('./steps/run.cjs');

process.chdir(ROOT);
checkNode();
checkDatabaseTools();
await checkPort();
await installPackages();
await buildClient();

// The server is TypeScript; it runs in this very process, so that a signal has one place to go.
require('tsx/cjs/api').register();
require('../server/main.ts');
