import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = resolve(__dirname, '..', '..', '..', '..');
const VARIABLE = 'MAILLAGE_E2E_URL';

/** The real application, with a database of its own that holds the seed. */
export interface E2eServer {
  /** Address without a slash at its end, such as `http://127.0.0.1:4321`. */
  readonly url: string;
  /** Process number, for those who want to see it suffer. */
  readonly pid: number;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts the application on a free port and a new data folder, with the built client.
 * @param env variables on top of this process's own.
 * @throws Error with all it printed when it ends before it is ready.
 */
export async function startE2eServer(env: Record<string, string> = {}): Promise<E2eServer> {
  if (!existsSync(join(ROOT, 'client', 'dist', 'index.html'))) {
    throw new Error('The client is not built: run "npm run build" first, or "npm test".');
  }
  const folder = mkdtempSync(join(tmpdir(), 'maillage-e2e-'));
  shareJars(folder);
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '127.0.0.1',
      NEO4J_URI: '',
      MAILLAGE_DATA_DIR: folder,
      MAILLAGE_PROFILE: 'test',
      RATE_LIMIT: '100000',
      LOG_LEVEL: 'warn',
      LC_ALL: 'en_GB.UTF-8',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await readUrl(child);
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      const ended = new Promise((done) => child.once('close', done));
      if (child.exitCode === null && child.kill('SIGTERM')) await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Address of the application that `globalSetup` started. @throws Error outside of an end-to-end run. */
export function readE2eUrl(): string {
  const url = process.env[VARIABLE];
  if (!url) throw new Error('No application was started: run this with jest.e2e.config.mjs');
  return url;
}

/** Tells the tests where the application answers. */
export function publishE2eUrl(url: string): void {
  process.env[VARIABLE] = url;
}

function shareJars(folder: string): void {
  const jars = join(resolve(ROOT, process.env.MAILLAGE_DATA_DIR || '.maillage'), 'jars');
  mkdirSync(jars, { recursive: true });
  symlinkSync(jars, join(folder, 'jars'));
}

async function readUrl(child: ChildProcess): Promise<string> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  for (;;) {
    const url = /ready in [\d.]+ s: (\S+)/.exec(output)?.[1];
    if (url) return url;
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It did not start:\n${output}`);
    await sleep(50);
  }
}
