import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type OnProgress, StartFailure } from '../../startup';
import type { Java } from './java';
import type { Jars } from './jars';

/** The folder of one embedded database. */
export interface DatabaseHome {
  /** Absolute path of the data folder. */
  readonly dataDir: string;
  /** Absolute path of the Neo4j home inside it. */
  readonly home: string;
  readonly password: string;
}

/** Free space below which nothing is started, in megabytes: a new database with its jars and class archive; an old one. */
const NEEDED_NEW = 600;
const NEEDED_OLD = 100;

/**
 * Creates the data folder, readable by its owner only.
 * @throws StartFailure `folderUnwritable`, or `diskFull` when there is no room to start in.
 */
export async function prepareFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await mkdir(join(dataDir, 'neo4j', 'conf'), { recursive: true });
    await mkdir(join(dataDir, 'neo4j', 'logs'), { recursive: true });
    await mkdir(join(dataDir, 'neo4j', 'import'), { recursive: true });
  } catch (error) {
    throw toFolderFailure(error, dataDir);
  }
  const { bavail, bsize } = await statfs(dataDir);
  const free = Math.floor((bavail * bsize) / 2 ** 20);
  const needed = hasStore(dataDir) ? NEEDED_OLD : NEEDED_NEW;
  if (free < needed) throw new StartFailure('diskFull', { folder: dataDir, free, needed });
}

/** A system error on the data folder as a sentence: full disk, read-only, no permission. */
export function toFolderFailure(error: unknown, folder: string): StartFailure {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new StartFailure('diskFull', { folder, free: 0, needed: NEEDED_OLD }, { cause: error });
  }
  return new StartFailure('folderUnwritable', { folder, reason: code }, { cause: error });
}

/** True when a database was started in this data folder before. */
export function hasStore(dataDir: string): boolean {
  return existsSync(join(dataDir, 'neo4j', 'data', 'databases', 'system'));
}

/**
 * Gives the database home its password: a random one, kept in the data folder where only its owner reads it, and set before
 * the first start.
 * @throws StartFailure `passwordLost` when there is a database and no password.
 */
export async function prepareHome(
  dataDir: string,
  java: Java,
  jars: Jars,
  onProgress?: OnProgress,
): Promise<DatabaseHome> {
  const home = join(dataDir, 'neo4j');
  const file = join(dataDir, 'password');
  const isNew = !hasStore(dataDir);
  if (!existsSync(file)) {
    if (!isNew) throw new StartFailure('passwordLost', { file, folder: home });
    await writeWhole(file, randomBytes(24).toString('base64url'));
  }
  await chmod(file, 0o600);
  const password = (await readFile(file, 'utf8')).trim();
  if (isNew) {
    onProgress?.('newDatabase');
    await setInitialPassword(home, password, java, jars);
  }
  return { dataDir, home, password };
}

/** Writes the settings of Neo4j; they are ours entirely, and rewritten at each start. */
export async function writeSettings(home: string, port: number, pageCacheMb: number): Promise<void> {
  const settings = {
    'server.default_listen_address': '127.0.0.1',
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`,
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    'dbms.usage_report.enabled': 'false',
    'server.memory.pagecache.size': `${pageCacheMb}m`,
    // LOAD CSV reaches this folder only; without it, file:/// is the whole disk.
    'server.directories.import': join(home, 'import'),
    'dbms.security.allow_csv_import_from_file_urls': 'false',
    'db.tx_log.rotation.size': '16m',
    'db.tx_log.rotation.retention_policy': '64m size',
    // Without this a stop waits several seconds for connections that nobody opens.
    'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0',
  };
  const text = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  await writeWhole(join(home, 'conf', 'neo4j.conf'), text.join(''));
}

/** Writes a file so that it is there whole or not at all, readable by its owner only. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, path);
}

async function setInitialPassword(home: string, password: string, java: Java, jars: Jars): Promise<void> {
  await rm(join(home, 'data', 'dbms', 'auth.ini'), { force: true });
  // Through a file: an argument would be readable by every user of the machine. After "--": a password may begin with a dash.
  const argumentsFile = join(home, 'conf', 'set-password');
  await writeWhole(argumentsFile, `dbms set-initial-password -- "${password}"\n`);
  const args = ['-Xshare:auto', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', jars.paths.join(':')];
  const env = { PATH: '/usr/bin:/bin', NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') };
  try {
    await new Promise<void>((resolve, reject) => {
      execFile(
        java.path,
        [...args, 'org.neo4j.cli.AdminTool', `@${argumentsFile}`],
        { env },
        (error, _, stderr) => {
          if (!error) return resolve();
          // The first line says what is wrong; how to use the command comes after it.
          const reason = stderr.trim().split('\n')[0] || error.message;
          reject(new StartFailure('databaseFailed', { reason, log: home }, { cause: error }));
        },
      );
    });
  } finally {
    await rm(argumentsFile, { force: true });
  }
}
