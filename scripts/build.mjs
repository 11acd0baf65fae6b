/** Builds the client if its sources changed: `npm run build`. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { installPackages } = require('./steps/installPackages.cjs');
const { buildClient } = require('./steps/buildClient.cjs');

await installPackages();
await buildClient();
