import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { applyConstraints } from '../../database/constraints';
import { type Connection, createDatabase, type Database } from '../../database/driver';
import { type Embedded, startEmbedded } from '../../database/embedded/startEmbedded';
import { loadSeed } from '../../exchange/import/loadSeed';
import { StartFailure } from '../../startup';

const ROOT = resolve(__dirname, '..', '..', '..');
const CACHE = join(ROOT, '.cache');
const VARIABLE = 'MAILLAGE_TEST_CONNECTION';

/** What makes a database: its files, and the password that opens them. */
const PARTS = ['neo4j', 'password'];

/** Jars shared by every database of this working tree; the ones of `npm start`. */
export const JARS_DIR = join(resolve(process.env.MAILLAGE_DATA_DIR || join(ROOT, '.maillage')), 'jars');

/** Runs that may take place at once in one working tree, each on a database of its own. */
const SLOTS = 8;

/**
 * Starts the embedded database of the API tests, loaded with the constraints and the seed, exactly as the load left it:
 * what a former run wrote is gone. Its connection is given to the tests through the environment (see `openTestDatabase`).
 */
export async function startTestDatabase(): Promise<Embedded> {
  const store = await prepareTestStore();
  const embedded = await startInFreeSlot('test-database', (dataDir) => copyParts(store, dataDir));
  process.env[VARIABLE] = JSON.stringify(embedded.connection);
  return embedded;
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

/**
 * Makes a data folder that holds the loaded seed and the jars, for an application of its own.
 * @param dataDir a folder that does not exist yet.
 */
export async function createLoadedDataDir(dataDir: string): Promise<void> {
  const store = await prepareTestStore();
  await createEmptyDataDir(dataDir);
  await copyParts(store, dataDir);
}

/** Starts an embedded database of the tests in a data folder, empty when the folder is. */
export function startDatabaseIn(dataDir: string): Promise<Embedded> {
  return startEmbedded({ dataDir, jarsDir: JARS_DIR, boltPort: 0, profile: 'test' });
}

/** Makes a data folder without a database, that spares the fetching of the jars. */
export async function createEmptyDataDir(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await mkdir(JARS_DIR, { recursive: true });
  await symlink(JARS_DIR, join(dataDir, 'jars'));
}

/** The folder of a stopped database that holds the seed and nothing else; made again when what goes into it changed. */
async function prepareTestStore(): Promise<string> {
  const store = join(CACHE, `test-store-${await readFingerprint()}`);
  if (existsSync(store)) return store;
  const embedded = await startInFreeSlot('test-loading', removeParts);
  const draft = `${store}.${process.pid}`;
  const database = createDatabase(embedded.connection);
  try {
    await applyConstraints(database);
    await loadSeed(database, join(ROOT, 'seeds'));
  } finally {
    await database.close();
    await embedded.stop();
  }
  await mkdir(draft, { recursive: true });
  await copyParts(embedded.dataDir, draft);
  await rename(draft, store).catch(() => rm(draft, { recursive: true, force: true }));
  await forgetOldStores();
  return store;
}

/** Two runs in one working tree take different folders; `prepare` runs once the folder is ours. */
async function startInFreeSlot(
  name: string,
  prepare: (dataDir: string) => Promise<void>,
): Promise<Embedded & { dataDir: string }> {
  for (let slot = 1; ; slot += 1) {
    const dataDir = join(CACHE, slot === 1 ? name : `${name}-${slot}`);
    try {
      const embedded = await startEmbedded({
        dataDir,
        jarsDir: JARS_DIR,
        boltPort: 0,
        profile: 'test',
        beforeStart: () => prepare(dataDir),
      });
      return Object.assign(embedded, { dataDir });
    } catch (error) {
      const isTaken = error instanceof StartFailure && error.code === 'folderLocked';
      if (!isTaken || slot === SLOTS) throw error;
    }
  }
}

async function removeParts(dataDir: string): Promise<void> {
  for (const part of PARTS) await rm(join(dataDir, part), { recursive: true, force: true });
}

async function copyParts(from: string, to: string): Promise<void> {
  await removeParts(to);
  for (const part of PARTS) await cp(join(from, part), join(to, part), { recursive: true });
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
    'server/database/embedded/pom.xml',
    'server/exchange/import',
    'server/graph/writeGraph.ts',
    'seeds',
  ];
  for (const source of sources) {
    for (const file of await listFiles(join(ROOT, source))) {
      hash.update(file.slice(ROOT.length)).update(await readFile(file));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

async function listFiles(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'));
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}
