import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../../database/embedded/processes';
import { createDatabase, type Database } from '../../database/driver';

const ROOT = resolve(__dirname, '..', '..', '..');

/** The real application, as a process of its own. */
export interface Application {
  readonly pid: number;
  /** Everything it printed so far, for people and for programs. */
  output(): string;
  /** Address it printed. @throws Error when it ended before it was ready. */
  ready(): Promise<string>;
  /** Resolves to its exit code, or to the signal that ended it. */
  readonly exited: Promise<number | NodeJS.Signals>;
  kill(signal: NodeJS.Signals): void;
}

/**
 * Starts the application on a free port with the environment given, on top of this one's.
 * @param env `MAILLAGE_DATA_DIR` should always be there, so that nobody's own database is touched.
 * @param script what to run with Node; `server/main.ts` by default.
 */
export function startApplication(
  env: Record<string, string | undefined>,
  script = ['--import', 'tsx', 'server/main.ts'],
): Application {
  const child = spawn(process.execPath, script, {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '127.0.0.1',
      LC_ALL: 'en_GB.UTF-8',
      MAILLAGE_PROFILE: 'test',
      LOG_LEVEL: 'info',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  let ended: number | NodeJS.Signals | undefined;
  const exited = new Promise<number | NodeJS.Signals>((resolveExit) => {
    child.once('close', (code, signal) => resolveExit((ended = code ?? signal ?? 1)));
  });
  return {
    pid: child.pid ?? 0,
    output: () => output,
    exited,
    kill: (signal) => void child.kill(signal),
    async ready() {
      for (;;) {
        const url = /ready in [\d.]+ s: (\S+)/.exec(output)?.[1];
        if (url) return url;
        if (ended !== undefined) throw new Error(`The application ended (${ended}):\n${output}`);
        await sleep(50);
      }
    },
  };
}

/** Process number of the Java of a data folder; undefined when it was stopped cleanly. */
export function readJavaPid(dataDir: string): number | undefined {
  const file = join(dataDir, 'neo4j', 'java.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid : undefined;
}

/** Opens the embedded database of a data folder, beside the application that runs it. */
export function openDatabaseOf(dataDir: string): Database {
  const settings = readFileSync(join(dataDir, 'neo4j', 'conf', 'neo4j.conf'), 'utf8');
  const address = /server\.bolt\.listen_address=(\S+)/.exec(settings)?.[1];
  const password = readFileSync(join(dataDir, 'password'), 'utf8').trim();
  return createDatabase({ uri: `bolt://${address}`, user: 'neo4j', password, database: 'neo4j' });
}

/** Resolves when `check` is true. @throws Error with `what` after `seconds`. */
export async function until(
  what: string,
  check: () => boolean | Promise<boolean>,
  seconds = 60,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain: ${what}`);
    await sleep(50);
  }
}

/** Resolves when a process is gone. */
export function untilGone(pid: number, seconds = 60): Promise<void> {
  return until(`process ${pid} is gone`, () => !isAlive(pid), seconds);
}
