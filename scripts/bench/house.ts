import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { graphql } from 'graphql';
import { createAvailability } from '../../server/database/availability';
import type { Database } from '../../server/database/driver';
import { buildSchemas } from '../../server/graphql/schema';
import { ask, openEmbedded, startApplication, stopApplication } from './application';

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

/**
 * The figures of the house: start on an empty folder and again, memory of both processes at rest, and a nested read through
 * GraphQL against the same in hand-written Cypher through the driver.
 */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
  const dataDir = join(folder, 'data');
  print('machine', `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`);
  try {
    const cold = await startApplication(dataDir);
    print('start on an empty data folder (packages installed, client built)', `${cold.seconds.toFixed(1)} s`);
    print('  first stop, with the class archive', `${(await stopApplication(cold)).toFixed(1)} s`);
    const warm = await startApplication(dataDir);
    print('start again, page and first answer', `${warm.seconds.toFixed(1)} s`, '< 20 s');
    await sleep(5000);
    print('resident memory at rest, Node', `${residentMb(warm.child.pid ?? 0)} MB`);
    print('resident memory at rest, Java', `${residentMb(readJavaPid(dataDir))} MB`);
    await compareReads(dataDir, warm.url);
    print('stop', `${(await stopApplication(warm)).toFixed(1)} s`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compareReads(dataDir: string, url: string): Promise<void> {
  const database = openEmbedded(dataDir);
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
