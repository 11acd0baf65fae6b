import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Neo4jError } from 'neo4j-driver';
import { StartFailure } from '../../startup';
import { type Connection, createDatabase } from '../driver';
import { consoleLog, type Exit, type JavaProcess } from './javaProcess';
import { isListening } from './ports';

/** Where a start takes place, to say so when it fails. */
export interface StartPlace {
  readonly dataDir: string;
  readonly home: string;
  readonly port: number;
  readonly heapMb: number;
}

/** Someone else listens on the port that was free a moment ago. */
export class PortLost extends Error {}

const POLL = 50;
const REFUSAL_POLL = 500;
/** How long a password may be refused while Neo4j does not say that it is the one who listens, in milliseconds. */
const REFUSAL_LASTS = 180_000;

/**
 * Resolves when the database answers queries. There is no time limit while Java runs: recovering after a power cut takes
 * the time it takes.
 * @throws StartFailure when Java ends first, with the cause read in what it printed; PortLost when its port was taken.
 */
export async function waitUntilReady(
  java: JavaProcess,
  connection: Connection,
  place: StartPlace,
): Promise<void> {
  const listens = await followLog(place.home);
  while (!(await isListening(place.port))) {
    if (java.exit()) throw await explainExit(place, java.exit());
    await sleep(POLL);
  }
  const database = createDatabase(connection);
  // Another database that took the port a moment ago refuses our password, until our own Java finds the port taken and ends.
  let refusedSince: number | undefined;
  try {
    for (;;) {
      if (java.exit()) throw await explainExit(place, java.exit());
      const error = await database.verify().catch((cause: unknown) => cause);
      if (!error) return;
      if (isRefused(error)) refusedSince ??= performance.now();
      else refusedSince = undefined;
      if (
        refusedSince !== undefined &&
        ((await listens()) || performance.now() - refusedSince > REFUSAL_LASTS)
      )
        throw new StartFailure('passwordLost', { file: `${place.dataDir}/password`, folder: place.home });
      await sleep(refusedSince === undefined ? POLL : REFUSAL_POLL);
    }
  } finally {
    await database.close();
  }
}

/**
 * Follows what Neo4j writes in its own log from now on: whether it says that it listens. To be called as Java starts, since the log
 * keeps what earlier starts said.
 */
export async function followLog(home: string): Promise<() => Promise<boolean>> {
  const read = () => readFile(join(home, 'logs', 'neo4j.log'), 'utf8').catch(() => '');
  const { length } = await read();
  return async () => {
    const log = await read();
    // Shorter than it was: begun anew.
    return (log.length < length ? log : log.slice(length)).includes('Bolt enabled');
  };
}

function isRefused(error: unknown): boolean {
  return error instanceof Neo4jError && error.code.startsWith('Neo.ClientError.Security.');
}

async function explainExit(place: StartPlace, exit?: Exit): Promise<Error> {
  return explainFailure(await readLastWords(place.home), place, exit);
}

/**
 * What was said of the last start: what Java printed, else what Neo4j wrote of it in its own log, which it prefers when it has no terminal.
 * Empty when neither said anything.
 */
export async function readLastWords(home: string): Promise<string> {
  const read = (path: string) => readFile(path, 'utf8').catch(() => '');
  const printed = (await read(consoleLog(home))).trim();
  if (printed) return printed;
  const log = await read(join(home, 'logs', 'neo4j.log'));
  return log.slice(Math.max(0, log.lastIndexOf('Starting...')));
}

/** What a person should do about a start that failed, from what was said of it; where nothing was, from how Java ended. */
export function explainFailure(text: string, place: StartPlace, exit?: Exit): Error {
  const { dataDir, home, port, heapMb } = place;
  if (/Address already in use|BindException/.test(text)) return new PortLost(`Port ${port}`);
  if (/No space left on device|Disk quota exceeded/.test(text)) {
    return new StartFailure('diskFull', { folder: dataDir, free: 0, needed: 100 });
  }
  if (/FileLockException|Lock file has been locked by another process|store_lock/.test(text)) {
    return new StartFailure('folderLocked', { folder: dataDir, pid: '?' });
  }
  if (/UnsupportedClassVersionError/.test(text)) return new StartFailure('javaTooOld', { version: '?' });
  if (/Could not reserve enough space|OutOfMemoryError|insufficient memory/.test(text)) {
    return new StartFailure('databaseMemory', { heap: heapMb });
  }
  const lines = text.trim().split('\n');
  const printed = lines.findLast((line) => /ERROR|Caused by|Error/.test(line)) ?? lines.at(-1);
  const reason = printed || `Java: ${exit?.signal ?? exit?.code ?? '?'}`;
  return new StartFailure('databaseFailed', { reason: reason.trim().slice(0, 200), log: join(home, 'logs') });
}
