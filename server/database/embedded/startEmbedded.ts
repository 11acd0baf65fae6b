import { join, resolve } from 'node:path';
import { type OnProgress, StartFailure } from '../../startup';
import type { Connection } from '../driver';
import { lockFolder } from './folderLock';
import { prepareFolder, prepareHome, toFolderFailure, writeSettings } from './home';
import { resolveJars } from './jars';
import { findJava } from './java';
import { type JavaOptions, type JavaProcess, type Profile, startJava, stopStaleJava } from './javaProcess';
import { findFreePort, isPortFree } from './ports';
import { PortLost, waitUntilReady } from './readiness';
import { superviseJava } from './supervise';

/** How to start the embedded database. */
export interface EmbeddedOptions {
  /** Folder of the database and its password; created when missing. */
  readonly dataDir: string;
  /** Folder of the jars, shared by several databases; `jars` in `dataDir` by default. */
  readonly jarsDir?: string;
  /** Java executable; by default the one of `javaHome`, else of the PATH. */
  readonly javaPath?: string;
  readonly javaHome?: string;
  /** Bolt port of the loopback interface. By default 7687, or a free one when that is taken; 0 is any free port. */
  readonly boltPort?: number;
  readonly profile: Profile;
  /** Largest Java heap, in megabytes; 512 by default. */
  readonly heapMb?: number;
  /** Memory for the store's pages, beside the heap, in megabytes; 128 by default. */
  readonly pageCacheMb?: number;
  /** Called when a step begins that may last. */
  readonly onProgress?: OnProgress;
  /** Called once the folder is held and no Java is left in it, before anything is read there. */
  readonly beforeStart?: () => Promise<void>;
  /** Called once Java runs and before it answers: a few seconds in which to prepare something else. */
  readonly onSpawn?: () => void;
  /** Starts Java again on the same port whenever it dies; `onAway` and `onBack` tell. */
  readonly supervise?: boolean;
  readonly onAway?: (pid: number) => void;
  readonly onBack?: (pid: number) => void;
}

/** A database that runs as a child process of this one, and ends with it. */
export interface Embedded {
  readonly connection: Connection;
  /** Process number of the Java of the moment. */
  readonly javaPid: number;
  /** Process number of the watchdog of the moment, which stops Java when this process dies. */
  readonly watchdogPid: number | undefined;
  /** Stops the database cleanly and frees its folder; may be called twice. */
  stop(): Promise<void>;
  /** Tells when Java ended without having been asked to; never called after `stop`. */
  onExit(listener: () => void): void;
}

const DEFAULT_PORT = 7687;

/**
 * Starts a Neo4j Community in the data folder and resolves when it answers queries. Recovers by itself from whatever ended
 * the run before. Bolt on the loopback interface only, no HTTP.
 * @throws StartFailure with the sentence to show: no Java, no Maven, Java too old, disk full, folder in use, port taken…
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir);
  await prepareFolder(dataDir);
  const lock = await lockFolder(dataDir).catch((error: unknown) => {
    throw error instanceof StartFailure ? error : toFolderFailure(error, dataDir);
  });
  try {
    const site = await prepareSite(options, dataDir);
    const first = await launchOnSomePort(site, options.boltPort);
    return watch(site, first, options, () => lock.release());
  } catch (error) {
    await lock.release();
    throw isDiskError(error) ? toFolderFailure(error, dataDir) : error;
  }
}

interface Site extends JavaOptions {
  readonly dataDir: string;
  readonly password: string;
  readonly pageCacheMb: number;
  readonly onProgress: OnProgress | undefined;
  readonly onSpawn: (() => void) | undefined;
}

interface Launched {
  readonly java: JavaProcess;
  readonly port: number;
  readonly connection: Connection;
}

async function prepareSite(options: EmbeddedOptions, dataDir: string): Promise<Site> {
  const { onProgress, onSpawn } = options;
  await stopStaleJava(join(dataDir, 'neo4j'));
  await options.beforeStart?.();
  await prepareFolder(dataDir);
  const java = await findJava(options.javaPath, options.javaHome);
  const jars = await resolveJars(resolve(options.jarsDir ?? join(dataDir, 'jars')), onProgress);
  const { home, password } = await prepareHome(dataDir, java, jars, onProgress);
  const { profile, heapMb = 512, pageCacheMb = 128 } = options;
  return { dataDir, home, password, java, jars, profile, heapMb, pageCacheMb, onProgress, onSpawn };
}

async function launchOnSomePort(site: Site, wanted?: number): Promise<Launched> {
  const isFixed = wanted !== undefined && wanted !== 0;
  const first = wanted ?? DEFAULT_PORT;
  let port = first !== 0 && (isFixed || (await isPortFree(first))) ? first : await findFreePort();
  for (let attempt = 0; ; attempt += 1) {
    if (isFixed && !(await isPortFree(port))) throw new StartFailure('boltPortTaken', { port });
    try {
      return await launch(site, port);
    } catch (error) {
      if (!(error instanceof PortLost)) throw error;
      if (isFixed || attempt === 5) throw new StartFailure('boltPortTaken', { port });
      port = await findFreePort();
    }
  }
}

async function launch(site: Site, port: number): Promise<Launched> {
  site.onProgress?.('database');
  await writeSettings(site.home, port, site.pageCacheMb);
  const java = await startJava(site);
  site.onSpawn?.();
  const uri = `bolt://127.0.0.1:${port}`;
  const connection = { uri, user: 'neo4j', password: site.password, database: 'neo4j' };
  try {
    await waitUntilReady(java, connection, { ...site, port });
  } catch (error) {
    await java.stop();
    throw error;
  }
  return { java, port, connection };
}

function watch(
  site: Site,
  first: Launched,
  options: EmbeddedOptions,
  release: () => Promise<void>,
): Embedded {
  const listeners = new Set<() => void>();
  const relaunch = () => launch({ ...site, onProgress: undefined, onSpawn: undefined }, first.port);
  const life = superviseJava(
    first.java,
    options.supervise ? async () => (await relaunch()).java : undefined,
    {
      onAway(pid) {
        for (const listener of listeners) listener();
        options.onAway?.(pid);
      },
      onBack: (pid) => options.onBack?.(pid),
    },
  );
  let stopping: Promise<void> | undefined;
  return {
    connection: first.connection,
    get javaPid() {
      return life.current().pid;
    },
    get watchdogPid() {
      return life.current().watchdog.pid;
    },
    stop: () => (stopping ??= life.stop().then(release)),
    onExit: (listener) => void listeners.add(listener),
  };
}

function isDiskError(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'EPERM'].includes(
    (error as NodeJS.ErrnoException).code ?? '',
  );
}
