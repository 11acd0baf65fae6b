import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDatabase, type Database } from '../../server/database/driver';

const ROOT = resolve(__dirname, '..', '..');

/** The application as people start it, in a process of its own. */
export interface RunningApplication {
  readonly child: ChildProcess;
  /** Address without a slash at its end. */
  readonly url: string;
  /** Seconds from the command to the page and the first answer of the API. */
  readonly seconds: number;
}

/**
 * Starts the application on a free port with `npm start`'s script, and waits for the page and the first answer.
 *
 * @param dataDir - its data folder; an empty one is filled with the seed
 * @throws Error with all it printed when it ends before it is ready
 */
export async function startApplication(dataDir: string): Promise<RunningApplication> {
  const begin = performance.now();
  const env = {
    ...process.env,
    PORT: '0',
    NEO4J_URI: '',
    MAILLAGE_DATA_DIR: dataDir,
    LC_ALL: 'C',
    RATE_LIMIT: '1000000',
  };
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    env: { ...env, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  for (;;) {
    const url = /ready in [\d.]+ s: (\S+)/.exec(output)?.[1];
    if (url) {
      const application = { child, url, seconds: 0 };
      try {
        await (await fetch(url)).text();
        await ask(url, '{ actors(limit: 1) { id } }');
      } catch (error) {
        await stopApplication(application);
        throw error;
      }
      return { ...application, seconds: (performance.now() - begin) / 1000 };
    }
    if (child.exitCode !== null) throw new Error(`It did not start:\n${output}`);
    await sleep(20);
  }
}

/** Waits until what the pages ask is planned, which the application does during its first minute. */
export const waitWhileWarming = (): Promise<void> => sleep(45_000);

/** Stops it as Ctrl-C does, and gives the seconds that it took. */
export async function stopApplication({ child }: RunningApplication): Promise<number> {
  const begin = performance.now();
  const ended = new Promise((done) => child.once('close', done));
  child.kill('SIGTERM');
  await ended;
  return (performance.now() - begin) / 1000;
}

/**
 * Asks the API. @returns what stands under `data`
 * @throws Error with the answer when it is an error
 */
export async function ask<T>(url: string, query: string, variables = {}): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  if (!response.ok || text.includes('"errors"')) throw new Error(`${response.status}: ${text.slice(0, 500)}`);
  return (JSON.parse(text) as { data: T }).data;
}

/** Opens the embedded database of a running application, by what its data folder says. */
export function openEmbedded(dataDir: string): Database {
  const settings = readFileSync(join(dataDir, 'neo4j', 'conf', 'neo4j.conf'), 'utf8');
  const address = /server\.bolt\.listen_address=(\S+)/.exec(settings)?.[1];
  const password = readFileSync(join(dataDir, 'password'), 'utf8').trim();
  return createDatabase({ uri: `bolt://${address}`, user: 'neo4j', password, database: 'neo4j' });
}
