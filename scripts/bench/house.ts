import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { graphql } from 'graphql';
import { createAvailability } from '../../server/database/availability';
import { createDatabase, type Database } from '../../server/database/driver';
import { buildSchemas } from '../../server/graphql/schema';

const ROOT = resolve(__dirname, '..', '..');

/** Reads made before the clock runs, and reads measured. */
const WARM_READS = 100;
const READS = 300;

/** An actor → its competences → what it contributed to → with whom: what a page of an actor asks. */
const NESTED_GRAPHQL = `query ($id: ID!) {
  actors(where: { id: { eq: $id } }) {
    id name
    competences { id labelFr }
    contributions(limit: 25, sort: [{ id: ASC }]) { id title contributors { id name } }
  }
}`;

const NESTED_CYPHER = `
MATCH (a:Actor {id: $id})
RETURN a.id AS id, a.name AS name,
  COLLECT { MATCH (a)-[:HAS_COMPETENCE]->(c:Competence) RETURN c {.id, .labelFr} } AS competences,
  COLLECT {
    MATCH (a)-[:CONTRIBUTED_TO]->(p:Production)
    WITH DISTINCT p ORDER BY p.id LIMIT 25
    RETURN p {.id, .title,
      contributors: COLLECT { MATCH (p)<-[:CONTRIBUTED_TO]-(b:Actor) RETURN b {.id, .name} }}
  } AS contributions`;

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  /** Seconds from the command to the page and the first answer of the API. */
  readonly seconds: number;
}

/**
 * The figures of the house: start on an empty folder and again, memory of both processes at rest, and a nested read through
 * GraphQL against the same in hand-written Cypher through the driver.
 */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
  const dataDir = join(folder, 'data');
  print('machine', `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`);
  try {
    const cold = await start(dataDir);
    print('start on an empty data folder (packages installed, client built)', `${cold.seconds.toFixed(1)} s`);
    print('  first stop, with the class archive', `${(await stop(cold)).toFixed(1)} s`);
    const warm = await start(dataDir);
    print('start again, page and first answer', `${warm.seconds.toFixed(1)} s`, '< 20 s');
    await sleep(5000);
    print('resident memory at rest, Node', `${residentMb(warm.child.pid ?? 0)} MB`);
    print('resident memory at rest, Java', `${residentMb(readJavaPid(dataDir))} MB`);
    await compareReads(dataDir, warm.url);
    print('stop', `${(await stop(warm)).toFixed(1)} s`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(dataDir: string): Promise<Running> {
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
      await (await fetch(url)).text();
      await ask(url, '{ actors(limit: 1) { id } }');
      return { child, url, seconds: (performance.now() - begin) / 1000 };
    }
    if (child.exitCode !== null) throw new Error(`It did not start:\n${output}`);
    await sleep(20);
  }
}

async function stop({ child }: Running): Promise<number> {
  const begin = performance.now();
  const ended = new Promise((done) => child.once('close', done));
  child.kill('SIGTERM');
  await ended;
  return (performance.now() - begin) / 1000;
}

async function compareReads(dataDir: string, url: string): Promise<void> {
  const database = openDatabase(dataDir);
  const { api } = await buildSchemas();
  const ids = await readBusiestActors(database);
  const contextValue = {
    availability: createAvailability(database),
    executionContext: database.driver,
    sessionConfig: { database: database.name },
  };
  const ways = {
    driver: (id: string) =>
      database.driver.executeQuery(NESTED_CYPHER, { id }, { database: database.name, routing: 'READ' }),
    'GraphQL in process': async (id: string) => {
      const variableValues = { id };
      const { errors } = await graphql({ schema: api, source: NESTED_GRAPHQL, variableValues, contextValue });
      if (errors) throw errors[0];
    },
    'GraphQL through HTTP': (id: string) => ask(url, NESTED_GRAPHQL, { id }),
  };
  let reference = 0;
  for (const [name, read] of Object.entries(ways)) {
    const median = await measure(ids, read);
    reference ||= median;
    const ratio = median === reference ? '' : `, ${(median / reference).toFixed(2)} times the driver`;
    print(`nested read, ${name}`, `${median.toFixed(2)} ms${ratio}`);
  }
  await database.close();
}

/** Median of single reads, one after the other, in milliseconds. */
async function measure(ids: readonly string[], read: (id: string) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < WARM_READS + READS; index += 1) {
    const begin = performance.now();
    await read(ids[index % ids.length] ?? '');
    if (index >= WARM_READS) times.push(performance.now() - begin);
  }
  return times.sort((a, b) => a - b)[Math.floor(READS / 2)] ?? NaN;
}

async function readBusiestActors(database: Database): Promise<string[]> {
  const { records } = await database.driver.executeQuery(
    `MATCH (a:Actor)-[r:CONTRIBUTED_TO|HAS_COMPETENCE]->()
     RETURN a.id AS id, count(r) AS ties ORDER BY ties DESC, id LIMIT 20`,
    {},
    { database: database.name, routing: 'READ' },
  );
  return records.map((record) => record.get('id') as string);
}

async function ask(url: string, query: string, variables = {}): Promise<void> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  if (!response.ok || text.includes('"errors"')) throw new Error(`${response.status}: ${text.slice(0, 500)}`);
}

function openDatabase(dataDir: string): Database {
  const settings = readFileSync(join(dataDir, 'neo4j', 'conf', 'neo4j.conf'), 'utf8');
  const address = /server\.bolt\.listen_address=(\S+)/.exec(settings)?.[1];
  const password = readFileSync(join(dataDir, 'password'), 'utf8').trim();
  return createDatabase({ uri: `bolt://${address}`, user: 'neo4j', password, database: 'neo4j' });
}

function readJavaPid(dataDir: string): number {
  const text = readFileSync(join(dataDir, 'neo4j', 'java.json'), 'utf8');
  return (JSON.parse(text) as { pid: number }).pid;
}

function residentMb(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status)
    ? /VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Math.round(Number(kilobytes) / 1024);
}

function print(what: string, figure: string, wanted = ''): void {
  console.log(`${what.padEnd(70)} ${figure}${wanted && `  (wanted ${wanted})`}`);
}
