import { findChromium } from './browser';
import { type E2eServer, publishE2eUrl, startE2eServer } from './server';

declare global {
  /** The application of the run, from `globalSetup` to `globalTeardown`. */
  var e2eServer: E2eServer | undefined;
}

export default async function globalSetup(): Promise<void> {
  findChromium();
  globalThis.e2eServer = await startE2eServer();
  publishE2eUrl(globalThis.e2eServer.url);
}
