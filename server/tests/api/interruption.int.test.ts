import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { strToU8, zipSync } from 'fflate';
import { applyConstraints } from '../../database/constraints';
import { createDatabase, type Database } from '../../database/driver';
import type { Embedded } from '../../database/embedded/startEmbedded';
import { applyImport, checkImport, GraphMovedError } from '../../exchange/import/importFile';
import { explainFailure } from '../../exchange/jobs/explainFailure';
import { ImportDesk } from '../../exchange/jobs/importDesk';
import type { ImportJob } from '../../exchange/jobs/importJob';
import { readExport } from '../../exchange/export/exportTables';
import { readGraph } from '../../graph/changeGraph';
import { startDatabaseIn } from '../support/database';

jest.setTimeout(240_000);

const ACTORS = 3000;
let folder: string;
let embedded: Embedded;
let database: Database;

const start = async () => {
  embedded = await startDatabaseIn(join(folder, 'data'));
  database = createDatabase(embedded.connection);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-kill-'));
  await start();
  await applyConstraints(database);
});
afterAll(async () => {
  await database.close();
  await embedded.stop();
  await rm(folder, { recursive: true, force: true });
});

const fileOf = (turn: number) => ({
  fileName: `actors-${turn}.csv`,
  bytes: Buffer.from(
    `id,family,name,summaryFr\n${Array.from(
      { length: ACTORS },
      (_, index) => `t${turn}-${index},MUSEUM,Musée ${turn} ${index},${'texte '.repeat(20)}`,
    ).join('\n')}\n`,
  ),
  expected: 'actors' as const,
});

/** A workbook of one sheet whose texts, all different, take some 90 MB once opened, and little as a file. */
function heavyWorkbook(): Uint8Array {
  const texts = Array.from(
    { length: 120_000 },
    (_, index) => `<si><t>${index} ${'texte '.repeat(120)}</t></si>`,
  );
  return zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>',
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${texts.join('')}</sst>`),
    'xl/worksheets/s.xml': strToU8('<worksheet><sheetData/></worksheet>'),
  });
}

/** Kills the process in which this one imports. */
function killImportProcess(): void {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const found = lines
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, parent, ...args]) =>
        parent === String(process.pid) && args.some((part) => part.endsWith('import.child.ts')),
    );
  expect(found).not.toHaveLength(0);
  for (const [pid] of found) process.kill(Number(pid), 'SIGKILL');
}

const until = async (test: () => boolean) => {
  while (!test()) await sleep(5);
};

/** Actors, sources, changes and dated changes that one import left. */
const countOf = async (turn: number) => {
  const [row] = await readGraph(database, (reader) =>
    reader.query(
      `RETURN COUNT { MATCH (a:Actor) WHERE a.id STARTS WITH $prefix } AS actors,
        COUNT { MATCH (c:Change) WHERE c.subject STARTS WITH 'Actor/' + $prefix } AS changes,
        COUNT { MATCH (i:Import {fileName: $fileName}) } AS imports`,
      { prefix: `t${turn}-`, fileName: `actors-${turn}.csv` },
    ),
  );
  return Object.values(row!).map(Number);
};

const whole = [ACTORS, ACTORS, 1];
const nothing = [0, 0, 0];

describe('an import that is interrupted', () => {
  it('by its user while it is written leaves nothing', async () => {
    const desk = new ImportDesk({ database });
    const job = desk.submit(fileOf(0));
    await desk.idle();
    expect(job).toMatchObject({ state: 'CHECKED', message: undefined });
    desk.apply(job, { digest: job.digest!, skipRejected: false, by: '' });
    await until(() => job.state === 'WRITING' && job.done > 0);
    desk.cancel(job);
    await desk.idle();
    expect(job.state).toBe('CANCELLED');
    expect(await countOf(0)).toEqual(nothing);
  });

  it.each([1, 2, 3])(
    'by the death of the database is whole or absent, and its report says which (%d)',
    async (turn) => {
      const desk = new ImportDesk({ database });
      const job = desk.submit(fileOf(turn));
      await desk.idle();
      desk.apply(job, { digest: job.digest!, skipRejected: false, by: '' });
      await until(() => job.state === 'WRITING' && job.done > 0);
      await sleep(turn * turn * 60);
      process.kill(embedded.javaPid, 'SIGKILL');
      await desk.idle();
      await database.close();
      await embedded.stop().catch(() => undefined);
      await start();
      const restarted = new ImportDesk({ database });
      const record = await restarted.applied(job.id);
      const counts = await countOf(turn);
      expect([whole, nothing]).toContainEqual(counts);
      expect(record === undefined).toBe(counts[0] === 0);
      expect(['UNSURE', 'APPLIED', 'REFUSED']).toContain(job.state);
    },
  );

  it('by the death of the process that writes is whole or absent, and its report says which', async () => {
    const desk = new ImportDesk({ database });
    const job = desk.submit(fileOf(4));
    await desk.idle();
    desk.apply(job, { digest: job.digest!, skipRejected: false, by: '' });
    await until(() => job.state === 'WRITING' && job.done > 0);
    killImportProcess();
    await desk.idle();
    expect(['APPLIED', 'REFUSED']).toContain(job.state);
    expect(await countOf(4)).toEqual(job.state === 'APPLIED' ? whole : nothing);
    if (job.state === 'REFUSED') expect(job.message?.fr).toMatch(/rien n’a été écrit/);
  });

  it('by too little memory is refused and says why; the one that waits behind it is read', async () => {
    const desk = new ImportDesk({ database, heapMb: 72 });
    const heavy = desk.submit({ fileName: 'lourd.xlsx', bytes: heavyWorkbook() });
    const light = desk.submit(fileOf(5));
    await desk.idle();
    expect(heavy).toMatchObject({
      state: 'REFUSED',
      message: { fr: expect.stringMatching(/demande plus de mémoire.*rien n’a été écrit/) as string },
    });
    expect(light).toMatchObject({ state: 'CHECKED', plan: { counts: { CREATED: ACTORS } } });
    await desk.stop();
  });

  it('by its time limit is said to have taken too long', async () => {
    const endless = readGraph(
      database,
      (reader) => reader.query('UNWIND range(1, 1000000000000) AS n RETURN sum(n) AS sum', {}),
      200,
    );
    const error: unknown = await endless.catch((caught: unknown) => caught);
    const told = { fr: expect.stringMatching(/plus de cinq minutes.*rien n’a été écrit/) as string };
    expect(explainFailure(error, true)).toMatchObject({ state: 'UNSURE', otherwise: told });
    expect(explainFailure(error, false)).toMatchObject({ state: 'REFUSED', message: told });
  });

  it('waits behind another: two at once are done one after the other', async () => {
    const desk = new ImportDesk({ database });
    const jobs = [desk.submit(fileOf(8)), desk.submit(fileOf(9))];
    await desk.idle();
    for (const job of jobs) desk.apply(job, { digest: job.digest!, skipRejected: false, by: '' });
    await desk.idle();
    await Promise.all(jobs.map((job) => until(() => job.state !== 'QUEUED')));
    expect(jobs.map(({ state }) => state)).toEqual(['APPLIED', 'APPLIED']);
    const { rows } = await readExport(database, { sheets: ['actors'] });
    expect(rows.get('actors')!.filter(({ id }) => /^t[89]-/.test(String(id)))).toHaveLength(2 * ACTORS);
  });
});

describe('an import that was checked', () => {
  const fileOfOne = (name: string) => ({
    fileName: 'one.csv',
    bytes: Buffer.from(`id,family,name\nmoved-1,MUSEUM,${name}\n`),
    expected: 'actors' as const,
  });
  const apply = async (desk: ImportDesk, job: ImportJob) => {
    desk.apply(job, { digest: job.digest!, skipRejected: false, by: '' });
    await desk.idle();
    return job;
  };
  const nameOf = async () => {
    const [row] = await readGraph(database, (reader) =>
      reader.query("MATCH (a:Actor {id: 'moved-1'}) RETURN a.name AS name", {}),
    );
    return row?.name;
  };

  it('is written as it was seen, or said again when what it would change was changed meanwhile', async () => {
    const desk = new ImportDesk({ database });
    const [first, second] = ['Un', 'Deux'].map((name) => desk.submit(fileOfOne(name)));
    await desk.idle();
    expect((await apply(desk, first!)).state).toBe('APPLIED');
    expect(await apply(desk, second!)).toMatchObject({ state: 'CHECKED', plan: { counts: { UPDATED: 1 } } });
    expect(await nameOf()).toBe('Un');
    expect((await apply(desk, second!)).state).toBe('APPLIED');
    expect(await nameOf()).toBe('Deux');
    await desk.stop();
  });

  it('is not worked out again while nothing was written, and is as soon as something was', async () => {
    const desk = new ImportDesk({ database });
    const job = desk.submit(fileOfOne('Quatre'));
    await desk.idle();
    const { recognised, mappings, options } = job;
    const prepared = { tables: recognised!.tables, mappings, options };
    const checked = await checkImport(database, prepared);
    // Without its tables the import would be of nothing, were it worked out again.
    const emptied = { ...prepared, tables: [] };
    const request = {
      id: 'moved-again',
      kind: 'WORKBOOK' as const,
      title: '',
      fileName: job.fileName,
      checksum: job.checksum,
      at: job.createdAt,
      by: '',
      digest: checked.digest,
    };
    await database.driver.executeQuery(
      "MERGE (n:Offer {id: 'moved-offer'}) SET n.year = 1",
      {},
      { database: database.name },
    );
    await expect(applyImport(database, emptied, request, undefined, checked)).rejects.toThrow(
      GraphMovedError,
    );
    const fresh = await checkImport(database, prepared);
    await applyImport(database, emptied, request, undefined, fresh);
    expect(await nameOf()).toBe('Quatre');
    await desk.stop();
  });
});
