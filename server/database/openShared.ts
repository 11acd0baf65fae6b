import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config';
import type { Logger } from '../logger';
import { type OnProgress, StartFailure } from '../startup';
import { createDatabase } from './driver';
import { openDatabase, type OpenDatabase } from './openDatabase';

const BOLT = /^server\.bolt\.listen_address=(.+)$/m;

/**
 * The database of the configuration, for a command that may run beside the application: when the embedded database of that
 * folder is running already, it is used, and left running.
 *
 * @throws StartFailure with the sentence to show.
 */
export async function openShared(
  config: Config,
  logger: Logger,
  onProgress: OnProgress,
): Promise<OpenDatabase> {
  try {
    return await openDatabase(config, logger, onProgress);
  } catch (error) {
    if (!(error instanceof StartFailure) || error.code !== 'folderLocked') throw error;
    const conf = await readFile(join(config.dataDir, 'neo4j', 'conf', 'neo4j.conf'), 'utf8');
    const address = BOLT.exec(conf)?.[1]?.trim();
    if (address === undefined) throw error;
    const password = (await readFile(join(config.dataDir, 'password'), 'utf8')).trim();
    const uri = `bolt://${address}`;
    const database = createDatabase({ uri, user: 'neo4j', password, database: 'neo4j' });
    try {
      await database.verify();
    } catch {
      await database.close();
      throw error;
    }
    return { database, close: () => database.close() };
  }
}
