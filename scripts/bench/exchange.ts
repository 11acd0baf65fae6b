/**
 * Exchange of a large directory: 20,000 actors with 100,000 competences read from CSV, checked against a graph that holds as
 * many, written, exported again; beside plain `LOAD CSV` of the same rows in the same run, on the same database.
 * `npm run bench exchange [-- --actors 20000 --heap 1024]`
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { getHeapStatistics } from 'node:v8';
import { strToU8, zipSync } from 'fflate';
import { applyConstraints } from '../../server/database/constraints';
import { createDatabase, type Database } from '../../server/database/driver';
import { startEmbedded } from '../../server/database/embedded/startEmbedded';
import { toCsvArchive } from '../../server/exchange/export/csv';
import { readExport } from '../../server/exchange/export/exportTables';
import { toWorkbook } from '../../server/exchange/export/workbook';
import { importLimits } from '../../server/exchange/import/files/limits';
import { readTableFile } from '../../server/exchange/import/files/readFile';
import {
  applyImport,
  checkImport,
  recogniseFile,
  type PreparedImport,
} from '../../server/exchange/import/importFile';
import { undoImport } from '../../server/exchange/import/undoImport';
import { loadSeed } from '../../server/exchange/import/loadSeed';
import { defaultOptions } from '../../server/exchange/jobs/importDefaults';
import { vocabularyOf } from '../../server/exchange/sheets/vocabulary';

const AT = '2026-01-01T00:00:00.000Z';
const PER_ACTOR = 5;

interface Files {
  actors: string;
  actorCompetences: string;
}

/** Rows of a made-up directory; `changed` gives another name to one actor in ten. */
function makeFiles(prefix: string, actors: number, competences: readonly string[], changed = false): Files {
  const families = vocabularyOf('actorFamily').entries.map(({ id }) => id);
  const rows = ['id,kind,family,name,website'];
  const links = ['actor,competence,level,status,evidence'];
  for (let index = 0; index < actors; index += 1) {
    const id = `${prefix}-${index}`;
    const name = `Acteur ${prefix} ${index}${changed && index % 10 === 0 ? ' (renommé)' : ''}`;
    const family = families[index % families.length]!;
    rows.push(`${id},STRUCTURE,${family === 'LAB' ? 'MUSEUM' : family},${name},https://${id}.example.org`);
    for (let turn = 0; turn < PER_ACTOR; turn += 1) {
      const competence = competences[(index * 7 + turn * 11) % competences.length]!;
      links.push(`${id},${competence},${(turn % 3) + 1},DECLARED,"Déclarée dans l’enquête, ligne ${index}"`);
    }
  }
  return { actors: rows.join('\n'), actorCompetences: links.join('\n') };
}

const pack = ({ actors, actorCompetences }: Files) =>
  zipSync({ 'actors.csv': strToU8(actors), 'actorCompetences.csv': strToU8(actorCompetences) }, { level: 1 });

let peak = 0;
let highest = 0;
const megabytes = () => Math.round(process.memoryUsage().rss / 1e6);

async function time<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  peak = megabytes();
  const result = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  highest = Math.max(highest, peak);
  console.log(`${name.padEnd(64)} ${seconds} s, at most ${peak} MB`);
  return result;
}

/** Keeps of the plan what is told: as in the application, the plan is let go of before it is made again. */
async function check(database: Database, prepared: PreparedImport) {
  const { plan, digest } = await checkImport(database, prepared);
  return { counts: plan.counts, digest };
}

/** Reads, recognises, checks and applies one archive, as the application does. */
async function importArchive(database: Database, id: string, bytes: Uint8Array): Promise<string> {
  const start = performance.now();
  const { tables: raw } = await readTableFile(`${id}.zip`, bytes, importLimits);
  const { tables, guesses } = await recogniseFile(database, raw);
  const read = performance.now();
  const prepared = { tables, mappings: guesses, options: defaultOptions(`${id}.zip`, AT) };
  const { counts, digest } = await check(database, prepared);
  const checked = performance.now();
  await applyImport(database, prepared, {
    id,
    kind: 'WORKBOOK',
    title: id,
    fileName: `${id}.zip`,
    checksum: '',
    at: AT,
    by: '',
    digest,
  });
  const end = performance.now();
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
  console.log(
    `  read ${seconds(start, read)} s, checked ${seconds(read, checked)} s, checked again and written ${seconds(checked, end)} s;`,
    `created ${counts.CREATED}, updated ${counts.UPDATED}, unchanged ${counts.UNCHANGED}, refused ${counts.REJECTED}`,
  );
  return id;
}

async function plainLoad(database: Database, { actors, actorCompetences }: Files): Promise<void> {
  const server = createServer((req, res) => res.end(req.url === '/actors.csv' ? actors : actorCompetences));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const run = (query: string) =>
    database.driver.session({ database: database.name }).run(query.replace('$base', base));
  await run(`LOAD CSV WITH HEADERS FROM '$base/actors.csv' AS row
    CALL (row) { CREATE (n:Actor:Structure {id: row.id, kind: row.kind, family: row.family, name: row.name, website: row.website}) }
    IN TRANSACTIONS OF 5000 ROWS`);
  await run(`LOAD CSV WITH HEADERS FROM '$base/links.csv' AS row
    CALL (row) { MATCH (a:Actor {id: row.actor}) MATCH (c:Competence {id: row.competence})
      CREATE (a)-[:HAS_COMPETENCE {level: toInteger(row.level), status: row.status, evidence: row.evidence, sourceId: 'seed-2017'}]->(c) }
    IN TRANSACTIONS OF 5000 ROWS`);
  server.close();
}

/** Heap within which all of it must go, in megabytes: what is above is what Node keeps for want of need, not what is used. */
const HEAP_MB = 320;

/** Runs the measures in a process whose heap is bounded; takes some minutes, and an embedded database of its own. */
export async function run(argv: readonly string[]): Promise<void> {
  if (getHeapStatistics().heap_size_limit > 2 * HEAP_MB * 1e6) {
    const bounded = [...process.execArgv, `--max-old-space-size=${HEAP_MB}`, ...process.argv.slice(1)];
    process.exitCode = spawnSync(process.execPath, bounded, { stdio: 'inherit' }).status ?? 1;
    return;
  }
  const { values } = parseArgs({
    args: [...argv],
    options: { actors: { type: 'string', default: '20000' }, heap: { type: 'string', default: '1024' } },
  });
  const actors = Number(values.actors);
  const dataDir = mkdtempSync(join(tmpdir(), 'maillage-exchange-'));
  const embedded = await startEmbedded({
    dataDir,
    jarsDir: join('.maillage', 'jars'),
    boltPort: 0,
    profile: 'service',
    heapMb: Number(values.heap),
  });
  const database = createDatabase(embedded.connection);
  const watch = setInterval(() => (peak = Math.max(peak, megabytes())), 50);
  try {
    await applyConstraints(database);
    await loadSeed(database, 'seeds');
    await measure(database, actors);
  } finally {
    clearInterval(watch);
    await database.close();
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(database: Database, actors: number): Promise<void> {
  const csv = readFileSync(join('seeds', 'hauts-de-france', 'competences.csv'), 'utf8')
    .split('\n')
    .slice(1);
  const competences = csv
    .filter((line) => line !== '' && line.split(',')[2] !== '')
    .map((line) => line.split(',')[0]!);
  console.log(`${actors} actors, ${actors * PER_ACTOR} competences; memory before ${megabytes()} MB`);
  await time('first import, into the region alone', () =>
    importArchive(database, 'first', pack(makeFiles('a', actors, competences))),
  );
  await time('import of as many new ones, beside them', () =>
    importArchive(database, 'second', pack(makeFiles('b', actors, competences))),
  );
  await time('import of the first again, one actor in ten renamed', () =>
    importArchive(database, 'third', pack(makeFiles('a', actors, competences, true))),
  );
  await time('undo of the second', () => undoImport(database, 'second', { id: 'undo', at: AT, by: '' }));
  console.log(`largest memory of the process while importing ${highest} MB`);
  const exported = await time('export: reading', () => readExport(database));
  await time('export: folder of CSV', async () => toCsvArchive(exported, '', new Date(AT)).length);
  await time('export: workbook', async () => (await toWorkbook(exported, 'fr', '2026-01-01')).length);
  console.log(`largest memory of the process ${highest} MB`);
  await time('plain LOAD CSV of as many new ones: nothing checked, no trace', () =>
    plainLoad(database, makeFiles('c', actors, competences)),
  );
}
