import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Jars } from './jars';
import type { Java } from './java';
import { writeWhole } from './home';
import { isAlive, isJavaOf } from './processes';
import { startWatchdog, type Watchdog } from './watchdog';

/** How Java is tuned: `service` for long work, `test` for a quick start and little memory (queries 1.3 to 3 times slower). */
export type Profile = 'service' | 'test';

/** How a Java process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** One running Java. */
export interface JavaProcess {
  readonly pid: number;
  readonly watchdog: Watchdog;
  /** Resolves when it ends, whatever the cause. */
  readonly exited: Promise<Exit>;
  /** Undefined while it runs. */
  exit(): Exit | undefined;
  /** Asks it to stop cleanly, kills it if it does not; resolves when it is gone. */
  stop(): Promise<void>;
}

/** What a Java process is made of. */
export interface JavaOptions {
  readonly java: Java;
  readonly jars: Jars;
  readonly home: string;
  readonly profile: Profile;
  readonly heapMb: number;
}

/** Time for a clean stop, in milliseconds; making the class-data archive adds some seconds, more on a busy machine. */
const STOP_TIMEOUT = 120_000;

/**
 * Nothing runs before the watchdog is in place: this shell becomes Java when it is told `go`, and ends when this process
 * dies before it could say so.
 */
const GATE = 'IFS= read -r go && [ "$go" = go ] && exec "$@"';

/** Path of what Java prints in one database home; the run before is kept beside it as `console.1.log`. */
export function consoleLog(home: string): string {
  return join(home, 'logs', 'console.log');
}

/** Starts Java on a prepared home, in a session of its own, under a watchdog. Does not wait until it answers. */
export async function startJava(options: JavaOptions): Promise<JavaProcess> {
  const { home, java } = options;
  const archive = archivePath(options);
  const draft = existsSync(archive) ? undefined : `${archive}.${process.pid}`;
  const args = await writeArguments(options, archive, draft);
  const log = consoleLog(home);
  if (existsSync(log)) await rename(log, join(home, 'logs', 'console.1.log'));
  const output = await open(log, 'w', 0o600);
  const child = spawn('/bin/sh', ['-c', GATE, 'sh', java.path, ...args], {
    cwd: home,
    detached: true,
    stdio: ['pipe', output.fd, output.fd],
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error('/bin/sh cannot be run');
  const watchdog = startWatchdog(pid, home);
  let ended: Exit | undefined;
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => {
      ended = { code, signal };
      watchdog.release();
      resolve(ended);
    });
  });
  await output.close();
  await writeWhole(join(home, 'java.json'), JSON.stringify({ pid }));
  child.stdin?.on('error', () => undefined);
  child.stdin?.write('go\n');
  return {
    pid,
    watchdog,
    exited,
    exit: () => ended,
    async stop() {
      if (!ended) await endProcess(pid, exited);
      if (draft) await keepArchive(draft, archive, ended?.signal === null);
      await rm(join(home, 'java.json'), { force: true });
    },
  };
}

/**
 * Stops the Java that a dead owner left in this home, if there is one: asks first, kills after a minute.
 * Its own watchdog may be at it already.
 */
export async function stopStaleJava(home: string): Promise<void> {
  const pid = await readJavaPid(home);
  if (pid === undefined || !isJavaOf(home, pid)) return;
  signal(pid, 'SIGTERM');
  for (let waited = 0; waited < 600 && isJavaOf(home, pid); waited += 1) await sleep(100);
  if (isJavaOf(home, pid)) signal(pid, 'SIGKILL');
  while (isJavaOf(home, pid) && isAlive(pid)) await sleep(50);
}

async function readJavaPid(home: string): Promise<number | undefined> {
  try {
    const pid: unknown = JSON.parse(await readFile(join(home, 'java.json'), 'utf8')).pid;
    return Number.isInteger(pid) ? (pid as number) : undefined;
  } catch {
    return undefined;
  }
}

/** The class-data archive depends on the class path, on the Java and on its collector. */
function archivePath({ jars, java, profile }: JavaOptions): string {
  const version = java.version.replace(/[^\w.]+/g, '_');
  return join(jars.folder, `classes-${profile}-${version}.jsa`);
}

async function writeArguments(options: JavaOptions, archive: string, draft?: string): Promise<string[]> {
  const { home, jars, profile, heapMb } = options;
  const jvm = [
    '-Xms64m',
    `-Xmx${heapMb}m`,
    '-XX:+UseSerialGC',
    ...(profile === 'test' ? ['-XX:TieredStopAtLevel=1'] : []),
    draft ? `-XX:ArchiveClassesAtExit=${draft}` : `-XX:SharedArchiveFile=${archive}`,
    '-Xshare:auto',
    '-Xlog:cds=off',
    '-Xlog:cds+dynamic=off',
    '-XX:-OmitStackTraceInFastThrow',
    '-XX:+ExitOnOutOfMemoryError',
    '-Dfile.encoding=UTF-8',
    '-Dlog4j2.disable.jmx=true',
    '-Dlog4j2.formatMsgNoLookups=true',
    '-Dio.netty.tryReflectionSetAccessible=true',
    ...['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map(
      (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
    ),
    '-cp',
    jars.paths.join(':'),
  ];
  const file = join(home, 'conf', 'java.args');
  await writeWhole(file, jvm.map((argument) => `"${argument.replace(/["\\]/g, '\\$&')}"\n`).join(''));
  return [
    `@${file}`,
    'org.neo4j.server.CommunityEntryPoint',
    `--home-dir=${home}`,
    `--config-dir=${join(home, 'conf')}`,
  ];
}

async function endProcess(pid: number, exited: Promise<Exit>): Promise<void> {
  signal(pid, 'SIGTERM');
  const timer = setTimeout(() => signal(pid, 'SIGKILL'), STOP_TIMEOUT);
  await exited;
  clearTimeout(timer);
}

/** An archive under its final name is whole: Java wrote it to the end before it stopped by itself. */
async function keepArchive(draft: string, archive: string, isWhole: boolean): Promise<void> {
  if (isWhole) await rename(draft, archive).catch(() => undefined);
  else await rm(draft, { force: true });
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
