import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { applyConstraints } from '../../database/constraints';
import { type Connection, createDatabase, type Database } from '../../database/driver';
import { type Embedded, startEmbedded } from '../../database/embedded/startEmbedded';
import { loadSeed } from '../../exchange/import/loadSeed';
import { StartFailure } from '../../startup';

const ROOT = resolve(__dirname, '..', '..', '..');
const CACHE = join(ROOT, '.cache');
const VARIABLE = 'MAILLAGE_TEST_CONNECTION';

/** Jars shared by every database of this working tree; the ones of `npm start`. */
export const JARS_DIR = join(resolve(process.env.MAILLAGE_DATA_DIR || join(ROOT, '.maillage')), 'jars');

/** Runs that may take place at once in one working tree, each on a database of its own. */
const SLOTS = 8;

/**
 * Starts the embedded database of the API tests, loaded with the constraints and the seed, exactly as the last load left
 * it: what a former run wrote is gone. The loaded store is kept in `.cache` and made again when what goes into it changed.
 * Its connection is given to the tests through the environment (see `openTestDatabase`).
 */
export async function startTestDatabase(): Promise<Embedded> {
  const pristine = join(CACHE, `test-store-${await readFingerprint()}`);
  for (let slot = 1; ; slot += 1) {
    const dataDir = join(CACHE, slot === 1 ? 'test-database' : `test-database-${slot}`);
    try {
      const embedded = await startPristine(dataDir, pristine);
      process.env[VARIABLE] = JSON.stringify(embedded.connection);
      return embedded;
    } catch (error) {
      const isTaken = error instanceof StartFailure && error.code === 'folderLocked';
      if (!isTaken || slot === SLOTS) throw error;
    }
  }
}

/** Where the database of this test run answers. @throws Error outside of the `api` test project. */
export function readTestConnection(): Connection {
  const text = process.env[VARIABLE];
  if (!text) throw new Error('There is no test database: run this test in the jest project "api"');
  return JSON.parse(text) as Connection;
}

/** Opens the database of this test run; close it in `afterAll`. */
export function openTestDatabase(): Database {
  return createDatabase(readTestConnection());
}

async function startPristine(dataDir: string, pristine: string): Promise<Embedded> {
  const start = () =>
    startEmbedded({ dataDir, jarsDir: JARS_DIR, boltPort: 0, profile: 'test', beforeStart });
  let isLoaded = false;
  /** Runs while the folder is held by us and no Java is there. */
  async function beforeStart(): Promise<void> {
    isLoaded = existsSync(pristine);
    for (const part of ['neo4j', 'password']) {
      await rm(join(dataDir, part), { recursive: true, force: true });
      if (isLoaded) await cp(join(pristine, part), join(dataDir, part), { recursive: true });
    }
  }
  const embedded = await start();
  if (isLoaded) return embedded;
  await load(embedded.connection).finally(() => embedded.stop());
  await keep(dataDir, pristine);
  return start();
}

async function load(connection: Connection): Promise<void> {
  const database = createDatabase(connection);
  try {
    await applyConstraints(database);
    await loadSeed(database, join(ROOT, 'seeds'));
  } finally {
    await database.close();
  }
}

async function keep(dataDir: string, pristine: string): Promise<void> {
  const draft = `${pristine}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  for (const part of ['neo4j', 'password']) {
    await cp(join(dataDir, part), join(draft, part), { recursive: true });
  }
  await rename(draft, pristine).catch(() => rm(draft, { recursive: true, force: true }));
  await forgetOldStores();
}

/** Keeps the last few, since another run may be copying one of them. */
async function forgetOldStores(): Promise<void> {
  const stores = (await readdir(CACHE)).filter((name) => /^test-store-[0-9a-f]{12}$/.test(name));
  const dated = await Promise.all(
    stores.map(async (name) => ({ path: join(CACHE, name), time: (await stat(join(CACHE, name))).mtimeMs })),
  );
  const old = dated.sort((a, b) => b.time - a.time).slice(3);
  for (const { path } of old) await rm(path, { recursive: true, force: true });
}

/** Changes with everything that decides what a freshly loaded store contains. */
async function readFingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const sources = [
    'schema/constraints.cypher',
    'server/database',
    'server/exchange/import',
    'server/graph',
    'seeds',
  ];
  for (const source of sources) {
    for (const file of await listFiles(join(ROOT, source))) hash.update(file).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 12);
}

async function listFiles(path: string): Promise<string[]> {
  if (existsSync(path) && !(await readdir(path).catch(() => undefined))) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && !/\.test\.ts$/.test(entry.name));
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}
