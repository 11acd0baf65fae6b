/**
 * Exchange of a large directory: 20,000 actors with 100,000 competences read from CSV, checked against a graph that holds as
 * many, written, exported again, as the application does it: in a process whose memory is bounded. Memory is what that process
 * takes and what this one grew by. Beside plain `LOAD CSV` of the same rows in the same run, on the same database.
 * `npm run bench exchange [-- --actors 20000 --heap 1024]`
 */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { applyConstraints } from '../../server/database/constraints';
import { createDatabase, type Database } from '../../server/database/driver';
import { startEmbedded } from '../../server/database/embedded/startEmbedded';
import { loadSeed } from '../../server/exchange/import/loadSeed';
import { createExportThread } from '../../server/exchange/jobs/exportThread';
import { ImportDesk } from '../../server/exchange/jobs/importDesk';
import { createUndoing } from '../../server/exchange/jobs/undoing';
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

/** Megabytes that an import or an export may take. */
const mostMegabytes = 500;

let peak = 0;
let before = 0;

/** Memory of this process beyond what it took at the start, and of the one that imports, in megabytes. */
function megabytes(): number {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ');
  return children.reduce((sum, pid) => sum + residentOf(pid), process.memoryUsage().rss / 1e6 - before);
}

/** Resident memory of a child that imports; 0 for any other process. */
function residentOf(pid: string): number {
  try {
    if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('import.child')) return 0;
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

/** Prints what some work took, beside the seconds and the megabytes that it may take; gives its answer. */
async function time<T>(name: string, work: () => Promise<T>, most?: number): Promise<T> {
  const start = performance.now();
  peak = megabytes();
  const result = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  const wanted = most === undefined ? '' : ` (< ${most} s)`;
  console.log(
    `${name.padEnd(64)} ${seconds} s${wanted}, at most ${peak.toFixed(0)} MB (< ${mostMegabytes} MB)`,
  );
  return result;
}

/** Hands a file in, has it checked and applied; gives its number. */
async function importFile(desk: ImportDesk, fileName: string, bytes: Uint8Array): Promise<string> {
  const start = performance.now();
  const job = desk.submit({ fileName, bytes });
  await desk.idle();
  const checked = performance.now();
  const { counts } = job.plan ?? {};
  if (counts === undefined) throw new Error(`${job.state}: ${job.message?.en}`);
  desk.apply(job, { digest: job.digest!, skipRejected: false, by: '' });
  await desk.idle();
  const end = performance.now();
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
  console.log(
    `  read and checked ${seconds(start, checked)} s, written ${seconds(checked, end)} s: ${job.state};`,
    `created ${counts.CREATED}, updated ${counts.UPDATED}, unchanged ${counts.UNCHANGED}, refused ${counts.REJECTED}`,
  );
  return job.id;
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

/** Takes some minutes, and an embedded database of its own. */
export async function run(argv: readonly string[]): Promise<void> {
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
  const desk = new ImportDesk({ database });
  const watch = setInterval(() => (peak = Math.max(peak, megabytes())), 50);
  try {
    await applyConstraints(database);
    await loadSeed(database, 'seeds');
    await measure(database, desk, actors);
  } finally {
    clearInterval(watch);
    await desk.stop();
    await database.close();
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(database: Database, desk: ImportDesk, actors: number): Promise<void> {
  const csv = readFileSync(join('seeds', 'hauts-de-france', 'competences.csv'), 'utf8')
    .split('\n')
    .slice(1);
  const competences = csv
    .filter((line) => line !== '' && line.split(',')[2] !== '')
    .map((line) => line.split(',')[0]!);
  const load = loadavg().map((figure) => figure.toFixed(1));
  console.log(`${actors} actors, ${actors * PER_ACTOR} competences; load of the machine ${load.join(', ')}`);
  before = process.memoryUsage().rss / 1e6;
  await time('first import, into the region alone', () =>
    importFile(desk, 'first.zip', pack(makeFiles('a', actors, competences))),
  );
  const second = await time(
    'import of as many new ones, beside them',
    () => importFile(desk, 'second.zip', pack(makeFiles('b', actors, competences))),
    25,
  );
  await time('import of the first again, one actor in ten renamed', () =>
    importFile(desk, 'third.zip', pack(makeFiles('a', actors, competences, true))),
  );
  const undoing = createUndoing(database);
  await time('undo of the second', () => undoing.undo(second, { id: 'undo', at: AT, by: '' }));
  await undoing.stop();
  const exports = createExportThread(database);
  const order = { selection: {}, language: 'fr', day: AT.slice(0, 10) } as const;
  await time('export as a folder of CSV', () => exports.make({ ...order, format: 'zip' }), 10);
  const workbook = await time('export as a workbook', () => exports.make({ ...order, format: 'xlsx' }), 10);
  await exports.stop();
  await time('import of that workbook, which changes nothing', () =>
    importFile(desk, 'exported.xlsx', workbook),
  );
  await time('plain LOAD CSV of as many new ones: nothing checked, no trace', () =>
    plainLoad(database, makeFiles('c', actors, competences)),
  );
}
