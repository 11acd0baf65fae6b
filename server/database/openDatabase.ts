import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Neo4jError } from 'neo4j-driver';
import type { Config } from '../config';
import type { Logger } from '../logger';
import { type OnProgress, StartFailure } from '../startup';
import { type Connection, createDatabase, type Database, isDatabaseAway } from './driver';
import { startEmbedded } from './embedded/startEmbedded';

/** The database that the configuration asks for, answering. */
export interface OpenDatabase {
  readonly database: Database;
  /** Closes the connections; stops the database too when it is the embedded one. */
  close(): Promise<void>;
}

/** How long an existing Neo4j is waited for at the start, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Opens the existing Neo4j of the configuration, or starts the embedded one, which is then started again whenever it dies.
 * @param meanwhile called while the database starts and this process has nothing to do.
 * @throws StartFailure with the sentence to show.
 */
export async function openDatabase(
  config: Config,
  logger: Logger,
  onProgress: OnProgress,
  meanwhile?: () => void,
): Promise<OpenDatabase> {
  if (config.neo4j) return openExisting(config.neo4j, onProgress);
  const embedded = await startEmbedded({
    dataDir: config.dataDir,
    jarsDir: join(config.dataDir, 'jars'),
    javaHome: config.javaHome,
    boltPort: config.boltPort,
    profile: config.profile,
    heapMb: config.heapMb,
    pageCacheMb: config.pageCacheMb,
    onProgress,
    onSpawn: meanwhile,
    supervise: true,
    onAway: (pid) => logger.error({ pid }, 'the database ended by itself; starting it again'),
    onBack: (pid) => logger.info({ pid }, 'the database is back'),
  });
  logger.info({ uri: embedded.connection.uri, pid: embedded.javaPid }, 'embedded database started');
  const database = createDatabase(embedded.connection);
  return {
    database,
    async close() {
      await database.close();
      await embedded.stop();
    },
  };
}

async function openExisting(connection: Connection, onProgress: OnProgress): Promise<OpenDatabase> {
  onProgress('database');
  const database = createDatabase(connection);
  const { uri } = connection;
  for (const start = Date.now(); ; await sleep(500)) {
    const error = await database.verify().catch((cause: unknown) => cause);
    if (!error) return { database, close: () => database.close() };
    const isRefused = error instanceof Neo4jError && error.code.startsWith('Neo.ClientError.');
    if (!isRefused && isDatabaseAway(error) && Date.now() - start < PATIENCE) continue;
    await database.close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartFailure(isRefused ? 'databaseRefused' : 'databaseUnreachable', { uri, reason });
  }
}
