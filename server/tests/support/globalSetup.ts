import type { Embedded } from '../../database/embedded/startEmbedded';
import { startTestDatabase } from './database';

declare global {
  /** The database of the run, from `globalSetup` to `globalTeardown`. */
  var testDatabase: Embedded | undefined;
}

export default async function globalSetup(): Promise<void> {
  globalThis.testDatabase = await startTestDatabase();
}
