import { readConfig } from '../../server/config';
import type { OpenDatabase } from '../../server/database/openDatabase';
import { openShared } from '../../server/database/openShared';
import { createLogger } from '../../server/logger';
import { createProgress, type Language } from '../../server/startup';

/**
 * The database of the configuration for a command, telling on the error output what takes time; close it at the end.
 *
 * @throws StartFailure with the sentence to show.
 */
export async function openGraph(language: Language): Promise<OpenDatabase> {
  const config = readConfig(process.env);
  const progress = createProgress(language, (line) => console.error(line));
  const opened = await openShared(config, createLogger(config.logLevel), progress.begin);
  progress.end();
  return opened;
}
